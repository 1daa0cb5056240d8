import VoimoBase

/// Where everything is inside `.voimo`.
struct StoreFolder: Hashable, Sendable {
  /// The `.voimo` folder, without a slash at its end.
  let path: String

  /// Takes the `.voimo` folder's path.
  init(_ path: String) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  var index: String { "\(path)/store.sqlite" }
  var objects: String { "\(path)/objects" }
  var records: String { "\(path)/records" }
  var temporary: String { "\(path)/tmp" }
  var logs: String { "\(path)/logs" }
  var lock: String { "\(path)/lock" }

  /// The folder that the store is in: the project's.
  var project: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A step's name as one file name: `segment_chorus.2_03`.
  ///
  /// Names that would be long, hidden or ambiguous get the start of their hash too.
  static func fileName(of id: StepID) -> String {
    var changed = false
    var name = ""
    for scalar in id.rawValue.unicodeScalars {
      switch scalar {
      case "/": name += "_"
      case "a"..."z", "A"..."Z", "0"..."9", "-": name.unicodeScalars.append(scalar)
      case "." where !name.isEmpty: name += "."
      default:
        changed = true
        name += "-"
      }
    }
    guard changed || name.isEmpty || name.utf8.count > 100 else { return name }
    return String(name.prefix(100)) + "-" + String(ContentHash(hashing: id.rawValue).hex.prefix(8))
  }
}
