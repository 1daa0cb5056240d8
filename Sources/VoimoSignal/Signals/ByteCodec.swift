/// Why bytes are not signals, peaks or features: what was read and what was wrong with it.
package struct SignalDecodingError: Error, Equatable, CustomStringConvertible {
  /// One sentence without a full stop.
  package let description: String
}

/// Builds a little-endian record.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  /// Begins with four letters and a version.
  init(magic: StaticString, version: UInt16) {
    precondition(magic.utf8CodeUnitCount == 4)
    bytes += String(describing: magic).utf8
    put(version)
  }

  mutating func put(_ value: UInt8) { bytes.append(value) }

  mutating func put(_ value: UInt16) {
    bytes.append(UInt8(truncatingIfNeeded: value))
    bytes.append(UInt8(truncatingIfNeeded: value >> 8))
  }

  mutating func put(_ value: UInt32) {
    put(UInt16(truncatingIfNeeded: value))
    put(UInt16(truncatingIfNeeded: value >> 16))
  }

  mutating func put(_ value: Double) {
    put(UInt32(truncatingIfNeeded: value.bitPattern))
    put(UInt32(truncatingIfNeeded: value.bitPattern >> 32))
  }

  mutating func put(_ value: Float) { put(value.bitPattern) }

  /// A count, then the bytes.
  mutating func put(_ block: [UInt8]) {
    put(UInt32(block.count))
    bytes += block
  }

  /// Reserves room, so that a long record is not copied while it grows.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }
}

/// Takes a little-endian record apart; every read is checked.
struct ByteReader {
  private let bytes: [UInt8]
  private var position = 0

  /// Expects four letters and a version.
  init(_ bytes: [UInt8], magic: StaticString, version: UInt16) throws(SignalDecodingError) {
    self.bytes = bytes
    let name = String(describing: magic)
    guard bytes.count >= 6, bytes.prefix(4).elementsEqual(name.utf8) else {
      throw SignalDecodingError(description: "these \(bytes.count) bytes are not a \(name) record")
    }
    position = 4
    let found = try word16()
    guard found == version else {
      throw SignalDecodingError(
        description: "the \(name) record has version \(found), this voimo reads \(version)")
    }
  }

  /// Bytes not read yet.
  var left: Int { bytes.count - position }

  mutating func byte() throws(SignalDecodingError) -> UInt8 {
    try need(1)
    position += 1
    return bytes[position - 1]
  }

  mutating func word16() throws(SignalDecodingError) -> UInt16 {
    try need(2)
    position += 2
    return UInt16(bytes[position - 2]) | UInt16(bytes[position - 1]) << 8
  }

  mutating func word32() throws(SignalDecodingError) -> UInt32 {
    let low = try word16()
    return UInt32(low) | UInt32(try word16()) << 16
  }

  mutating func double() throws(SignalDecodingError) -> Double {
    let low = try word32()
    let value = Double(bitPattern: UInt64(low) | UInt64(try word32()) << 32)
    guard value.isFinite else { throw SignalDecodingError(description: "a number is not finite") }
    return value
  }

  mutating func float() throws(SignalDecodingError) -> Float {
    let value = Float(bitPattern: try word32())
    guard value.isFinite else { throw SignalDecodingError(description: "a number is not finite") }
    return value
  }

  /// A count of items that take at least `size` bytes each, refused when they cannot be there.
  mutating func count(of size: Int) throws(SignalDecodingError) -> Int {
    let count = Int(try word32())
    try need(count * size)
    return count
  }

  mutating func block() throws(SignalDecodingError) -> [UInt8] {
    let count = try count(of: 1)
    position += count
    return Array(bytes[position - count..<position])
  }

  /// Refuses bytes after the record's end.
  func end() throws(SignalDecodingError) {
    guard left == 0 else {
      throw SignalDecodingError(description: "\(left) bytes follow the end of the record")
    }
  }

  private func need(_ count: Int) throws(SignalDecodingError) {
    guard count <= left else {
      throw SignalDecodingError(description: "the record ends \(count - left) bytes early")
    }
  }
}
