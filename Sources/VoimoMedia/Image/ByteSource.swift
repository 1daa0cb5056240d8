/// Bytes that are looked at here and there: a file's, or some in memory.
///
/// What lies outside reads as zeros, so that a walk over a broken file needs no checks of its own.
enum ByteSource {
  case memory([UInt8])
  case file(ByteWindow)

  /// How many there are.
  var count: Int {
    switch self {
    case .memory(let bytes): bytes.count
    case .file(let window): window.count
    }
  }

  /// So many bytes from a place on; the caller bounds the length.
  func bytes(at place: Int, _ length: Int) -> [UInt8] {
    switch self {
    case .file(let window): return window.bytes(at: place, length)
    case .memory(let all):
      guard length > 0 else { return [] }
      guard place >= 0, place < all.count else { return [UInt8](repeating: 0, count: length) }
      let part = all[place..<min(all.count, place + length)]
      return part + [UInt8](repeating: 0, count: length - part.count)
    }
  }

  /// One byte.
  func byte(at place: Int) -> Int { Int(bytes(at: place, 1)[0]) }

  /// A number of up to four bytes, high one first.
  func big(at place: Int, _ width: Int) -> Int {
    bytes(at: place, width).reduce(0) { $0 << 8 | Int($1) }
  }

  /// A number of up to four bytes, low one first.
  func little(at place: Int, _ width: Int) -> Int {
    bytes(at: place, width).reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// Four bytes as text, of which those that are no ASCII become `?`.
  func fourCC(at place: Int) -> String {
    String(
      decoding: bytes(at: place, 4).map { (0x20..<0x7F).contains($0) ? $0 : 0x3F }, as: UTF8.self)
  }

  /// Whether a text stands at a place.
  func has(_ text: String, at place: Int) -> Bool {
    place >= 0 && place + text.utf8.count <= count
      && bytes(at: place, text.utf8.count) == Array(text.utf8)
  }
}
