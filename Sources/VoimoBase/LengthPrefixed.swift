/// Bytes that are parts, each after its length in decimal digits and a space: `4 kind7 segment`.
///
/// Unambiguous whatever the parts hold, and readable in a pinch.
package enum LengthPrefixed {
  /// Writes the length that goes before a part, and the space after it.
  package static func append(length: Int, to bytes: inout [UInt8]) {
    var divisor = 1
    while length / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      bytes.append(UInt8(truncatingIfNeeded: 48 + length / divisor % 10))
      divisor /= 10
    }
    bytes.append(32)
  }

  /// Reads parts from front to back.
  package struct Reader {
    /// What has not been read.
    package private(set) var rest: ArraySlice<UInt8>

    /// Begins at the front of some bytes.
    package init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    /// The next part; nil when the bytes are not what was written, or at their end.
    package mutating func next() -> ArraySlice<UInt8>? {
      var length = 0
      var digits = 0
      while let byte = rest.popFirst(), byte != 32 {
        guard (48...57).contains(byte), digits < 12 else { return nil }
        length = length * 10 + Int(byte - 48)
        digits += 1
      }
      guard digits > 0, length <= rest.count else { return nil }
      defer { rest = rest.dropFirst(length) }
      return rest.prefix(length)
    }

    /// The next part as text; bytes that are not UTF-8 are replaced.
    package mutating func text() -> String? { next().map { String(decoding: $0, as: UTF8.self) } }

    /// Takes a single byte if it is the one expected.
    package mutating func take(_ byte: UInt8) -> Bool {
      guard rest.first == byte else { return false }
      rest = rest.dropFirst()
      return true
    }
  }
}
