import Glibc

/// A plain file whose bytes are looked at here and there.
///
/// Owns its descriptor. What lies outside the file reads as zeros, so that a walk over a broken
/// file needs no checks of its own.
final class ByteWindow {
  /// The file's length in bytes.
  let count: Int
  private let descriptor: Int32

  /// Opens a plain file; nil where there is none or it cannot be read.
  init?(path: String) {
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    var facts = stat()
    guard descriptor >= 0, unsafe fstat(descriptor, &facts) == 0,
      facts.st_mode & S_IFMT == S_IFREG
    else {
      if descriptor >= 0 { close(descriptor) }
      return nil
    }
    count = Int(facts.st_size)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// So many bytes from a place on.
  func bytes(at place: Int, _ length: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: length)
    guard place >= 0, length > 0 else { return bytes }
    var done = 0
    while done < length {
      let got = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe pread(
          descriptor, buffer.baseAddress.map { unsafe $0 + done }, length - done, place + done)
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { break }
      done += got
    }
    return bytes
  }

  /// A number of up to eight bytes, high one first; what does not fit into `Int` is its greatest.
  func big(at place: Int, _ width: Int) -> Int {
    Int(clamping: bytes(at: place, width).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
  }

  /// A number of up to eight bytes, low one first; what does not fit into `Int` is its greatest.
  func little(at place: Int, _ width: Int) -> Int {
    Int(clamping: bytes(at: place, width).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
  }

  /// Bytes as text, of which those that are not ASCII letters, digits or marks become `?`.
  func text(at place: Int, _ length: Int) -> String {
    String(
      decoding: bytes(at: place, length).map { (0x20..<0x7F).contains($0) ? $0 : 0x3F },
      as: UTF8.self)
  }
}
