import Glibc
import VoimoBase

/// Reads a small file of the user's whole: a project file, words, sections.
///
/// Never waits: what is no plain file is refused before it is read.
package enum InputText {
  /// Why a file was not read; `predicate` follows its name in a sentence.
  package struct Refusal: Error, Hashable, Sendable {
    /// What was in the way, for code that must tell the cases apart.
    package enum Reason: Hashable, Sendable {
      case missing
      /// A link that leads to nothing.
      case dangling
      case empty
      /// A folder, a pipe, a device.
      case special
      /// The system refused.
      case refused
      /// More bytes than are read.
      case tooLarge
    }

    package var reason: Reason
    /// `is a folder`, `cannot be read: not permitted`.
    package var predicate: String
    /// What to do about it, where that is known.
    package var hint: String?

    /// The id of a diagnostic that says so.
    package var id: String {
      switch reason {
      case .missing, .dangling: "missing-file"
      case .empty: "empty-file"
      case .special: "not-a-file"
      case .refused: "unreadable-file"
      case .tooLarge: "file-too-large"
      }
    }
  }

  /// The bytes of a plain file.
  ///
  /// - Parameters:
  ///   - path: The file; links are followed.
  ///   - limit: The most bytes that are taken.
  /// - Returns: all of its bytes, at least one.
  /// - Throws: `Refusal`.
  package static func bytes(of path: String, limit: Int) throws(Refusal) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw refusal(path, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw refusal(path, errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw special(status.st_mode) }
    let size = Int(status.st_size)
    guard size <= limit else { throw tooLarge(size, limit) }
    var bytes = [UInt8](repeating: 0, count: limit + 1)
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeMutableBytes { all in
        unsafe read(descriptor, all.baseAddress.map { unsafe $0 + done }, all.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw refusal(path, errno) }
      if count == 0 { break }
      done += count
    }
    // Files of /proc have no size before they are read.
    guard done <= limit else { throw tooLarge(done, limit) }
    guard done > 0 else { throw Refusal(reason: .empty, predicate: "is empty") }
    bytes.removeSubrange(done...)
    return bytes
  }

  private static func refusal(_ path: String, _ code: Int32) -> Refusal {
    var status = stat()
    if code == ENOENT {
      return unsafe lstat(path, &status) == 0
        ? Refusal(reason: .dangling, predicate: "is a link that leads to nothing")
        : Refusal(reason: .missing, predicate: "does not exist")
    }
    // Sockets refuse to be opened.
    if code == ENXIO, unsafe stat(path, &status) == 0 { return special(status.st_mode) }
    let refused = SystemRefusal(code: code)
    return Refusal(
      reason: .refused, predicate: "cannot be read: \(refused.reason)",
      hint: refused.kind == .notPermitted
        ? "chmod u+r \(ShellText.quoted(path)), or ask its owner" : refused.hint)
  }

  private static func special(_ mode: mode_t) -> Refusal {
    Refusal(reason: .special, predicate: "is \(FileKind(mode).words), not a plain file")
  }

  private static func tooLarge(_ size: Int, _ limit: Int) -> Refusal {
    Refusal(
      reason: .tooLarge,
      predicate: "has \(bytes(size)); at most \(bytes(limit)) are read")
  }

  /// `52 MB`, `1.0 MB`: rounded, in steps of a thousand.
  private static func bytes(_ count: Int) -> String {
    guard count >= 1_000_000 else { return "\(count) bytes" }
    let tenths = (count + 50_000) / 100_000
    return tenths < 100 ? "\(tenths / 10).\(tenths % 10) MB" : "\((tenths + 5) / 10) MB"
  }
}
