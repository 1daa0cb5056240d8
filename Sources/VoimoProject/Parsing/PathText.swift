/// Looks at a path as text alone; whether anything is there is for others to see.
enum PathText {
  /// What a path means for a project's borders.
  enum Reach {
    /// A file in the project's folder or below.
    case inside
    /// Absolute or from `~`: somewhere else, on purpose.
    case outside
    /// Relative, and leaves the folder through `..`.
    case escaping
    /// No path of a file.
    case unusable
  }

  /// Sorts a path by where it leads, without following links.
  static func reach(_ path: String) -> Reach {
    guard !path.isEmpty, !path.hasSuffix("/"), path.utf8.count <= 4096,
      !path.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F })
    else { return .unusable }
    if path.hasPrefix("/") || path == "~" || path.hasPrefix("~/") { return .outside }
    var depth = 0
    for part in path.split(separator: "/") {
      switch part {
      case ".": break
      case "..": depth -= 1
      default: depth += 1
      }
      if depth < 0 { return .escaping }
    }
    return depth == 0 ? .unusable : .inside
  }
}
