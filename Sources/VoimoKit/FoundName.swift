import Foundation

/// Finds files whose names have the same letters as a path, though not the same bytes.
///
/// `é` is one character or two: macOS writes names in the second way, most keyboards type the
/// first, and a file system that compares bytes takes them for different names.
enum FoundName {
  /// The path of what is there: the path itself where it leads anywhere, else one whose folders and
  /// name are canonically the same; the path itself where nothing is.
  ///
  /// - Complexity: one look at the file system where the path is right, else one reading of each
  ///   folder whose next name is written in other bytes.
  static func path(of wanted: String) -> String {
    if exists(wanted) { return wanted }
    var found = wanted.hasPrefix("/") ? "/" : "."
    for part in wanted.split(separator: "/") {
      let next = found == "/" ? "/\(part)" : "\(found)/\(part)"
      if exists(next) {
        found = next
      } else if let twin = twin(of: String(part), in: found) {
        found = found == "/" ? "/\(twin)" : "\(found)/\(twin)"
      } else {
        return wanted
      }
    }
    return found
  }

  /// A name in a folder that is canonically equal to another; of several the first by its bytes.
  private static func twin(of name: String, in folder: String) -> String? {
    // Two texts are equal in Swift when they are canonically equivalent.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0 == name }.min { Array($0.utf8).lexicographicallyPrecedes($1.utf8) }
  }

  /// Whether anything has just this name, a link to nothing included.
  private static func exists(_ path: String) -> Bool {
    var information = stat()
    return unsafe lstat(path, &information) == 0
  }
}
