import Glibc
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
  var exports: String { "\(path)/exports.json" }
  var lock: String { "\(path)/lock" }
  var quarantine: String { "\(path)/quarantine" }
  var uses: String { "\(path)/uses" }
  var machine: String { "\(path)/machine" }
  var ignore: String { "\(path)/.gitignore" }

  /// Where the record of a result is, or would be.
  func record(of key: ContentHash) -> String {
    let hex = key.hex
    return "\(records)/\(hex.prefix(2))/\(hex.dropFirst(2))"
  }

  /// Where a blob is, or would be.
  func object(_ hash: ContentHash) -> String {
    let hex = hash.hex
    return "\(objects)/\(hex.prefix(2))/\(hex.dropFirst(2))"
  }

  /// Makes the folder where it is missing, and has git ignore all that is in it.
  ///
  /// That the note for git cannot be written keeps nobody from building.
  func make(_ files: FileOperations) throws(StoreError) {
    try files.makeFolder(path)
    guard (try? files.look(at: ignore)) == .some(nil) else { return }
    guard let file = try? OpenFile(ignore, O_WRONLY | O_CREAT | O_EXCL, .create, mode: 0o666) else {
      return
    }
    try? files.write(
      Array("# written by voimo: nothing in this folder belongs in git\n*\n".utf8), to: file)
  }

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
