import Foundation

/// What a decoding child tells its parent, and how it is written to the pipe: a byte for the kind,
/// four for the length, low byte first, and so many bytes.
enum DecodeMessage {
  /// The kinds, by their byte.
  enum Kind: UInt8 {
    /// An `AudioFile` as JSON; comes first.
    case file = 0x46
    /// Samples: those of the left channel, then as many of the right.
    case block = 0x42
    /// A `DecodeSummary` as JSON; comes last.
    case summary = 0x53
    /// A picture's `PictureFacts` as JSON; comes first, and its pixels after it.
    case picture = 0x50
    /// Some of a picture's bytes, which go on where the last ones ended.
    case pixels = 0x58
    /// A `DecodeFailure` as JSON; comes last.
    case failure = 0x45
  }

  /// Bytes before the content.
  static let headerSize = 5
  /// The most bytes of one message: more cannot be a message of ours.
  static let largest = 1 << 20

  /// A message's kind and the length of its content; nil where the bytes are not a header.
  static func header(_ bytes: [UInt8]) -> (kind: Kind, size: Int)? {
    guard bytes.count == headerSize, let kind = Kind(rawValue: bytes[0]) else { return nil }
    let size = (1...4).reduce(0) { $0 | Int(bytes[$1]) << (8 * ($1 - 1)) }
    return size <= largest ? (kind, size) : nil
  }

  /// The bytes before a content of so many bytes.
  static func header(_ kind: Kind, size: Int) -> [UInt8] {
    precondition(size <= largest, "a message of \(size) bytes")
    return [kind.rawValue] + (0..<4).map { UInt8(truncatingIfNeeded: size >> (8 * $0)) }
  }
}

/// A `MediaError` on its way between processes.
struct DecodeFailure: Codable {
  var code: MediaError.Code
  var sentence: String
  var operation: String
  var detail: String?

  init(_ error: MediaError) {
    code = error.code
    sentence = error.sentence
    operation = error.operation
    detail = error.detail
  }

  /// The error as it was thrown in the child, fit for a terminal.
  var error: MediaError {
    MediaError(
      code, PlainText.line(sentence), operation: PlainText.line(operation),
      detail: detail.map(PlainText.line))
  }
}
