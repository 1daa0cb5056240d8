/// Looks at a path as text alone; whether anything is there is for others to see.
package enum PathText {
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
    if isFromRoot(path) { return .outside }
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

  /// Whether a path names a place by itself: from `/`, or from the home folder as `~/…`.
  ///
  /// `~night.flac` is a plain name.
  package static func isFromRoot(_ path: String) -> Bool {
    path.hasPrefix("/") || isFromHome(path)
  }

  /// Whether a path begins in the home folder: `~` alone, or before a slash.
  package static func isFromHome(_ path: String) -> Bool { path == "~" || path.hasPrefix("~/") }

  /// What is wrong with a text as the name of a file; nil when nothing is.
  static func problem(with written: WrittenText) -> ScalarProblem? {
    let path = written.text
    let wanted = "the name of a file"
    if Kind<String>.isBlank(path) { return .noValue(wanted: wanted) }
    if written.isPlain, let first = path.unicodeScalars.first, let last = path.unicodeScalars.last,
      path.unicodeScalars.count > 2, OddCharacter.isQuote(first), OddCharacter.isQuote(last),
      let plain = OddCharacter.repaired(path)?.text
    {
      return ScalarProblem(
        wanted: wanted, says: "is in typographic quotes, which are letters to YAML",
        hint: "write \"\(plain)\"")
    }
    if isOfWindows(path) {
      let last = path.split { $0 == "\\" || $0 == "/" }.last.map(String.init) ?? ""
      let isWhole = !last.unicodeScalars.contains { $0.value < 0x20 }
      return ScalarProblem(
        id: "windows-path", wanted: wanted, says: "is a path of Windows",
        hint: "copy the file next to voimo.yaml and write its name" + (isWhole ? ": \(last)" : ""))
    }
    if let scheme = path.firstRange(of: "://"), !path[..<scheme.lowerBound].isEmpty,
      path[..<scheme.lowerBound].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
    {
      return ScalarProblem(
        wanted: wanted, says: "is an address, not a file",
        hint: "copy the file next to voimo.yaml and write its name")
    }
    if path.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
      return ScalarProblem(
        wanted: wanted, says: "holds a control character",
        hint: written.isPlain
          ? "remove it"
          : "in double quotes \\n, \\t and the like are escapes: use single quotes, or / between folders"
      )
    }
    switch reach(path) {
    case .inside, .outside: return nil
    case .escaping:
      return ScalarProblem(
        id: "path-outside", wanted: "a file in the project's folder",
        hint: "move it here, or give the whole path from / or ~/")
    case .unusable: return ScalarProblem(wanted: wanted)
    }
  }

  /// Whether a path begins with a drive or a server: `C:\…`, `\\server\…`.
  private static func isOfWindows(_ path: String) -> Bool {
    let start = Array(path.prefix(3))
    if path.hasPrefix("\\\\") { return true }
    return start.count == 3 && start[0].isASCII && start[0].isLetter && start[1] == ":"
      && (start[2] == "\\" || start[2] == "/"
        || start[2].unicodeScalars.allSatisfy { $0.value < 0x20 })
  }
}
