/// The canonical bytes of named fields: each name and value after its length in bytes.
///
/// `4 kind7 segment7 version1 3`: unambiguous whatever the texts hold, and readable in a pinch.
/// Both the key and the explanation come from these bytes.
struct FieldBytes: Hashable, Sendable {
  private(set) var bytes: [UInt8] = []

  /// Adds a field whose name is `prefix` and `name` joined.
  mutating func append(prefix: StaticString = "", _ name: String, _ value: String) {
    appendLength(prefix.utf8CodeUnitCount + name.utf8.count)
    prefix.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: name.utf8)
    appendLength(value.utf8.count)
    bytes.append(contentsOf: value.utf8)
  }

  /// Reads fields back; nil when the bytes are not what `append` writes.
  ///
  /// - Complexity: O(*n*) in the bytes.
  static func decode(_ bytes: ArraySlice<UInt8>) -> [Manifest.Field]? {
    var rest = bytes
    var fields: [Manifest.Field] = []
    while !rest.isEmpty {
      guard let name = takeText(&rest), let value = takeText(&rest) else { return nil }
      fields.append(Manifest.Field(name: name, value: value))
    }
    return fields
  }

  private mutating func appendLength(_ length: Int) {
    var divisor = 1
    while length / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      bytes.append(UInt8(truncatingIfNeeded: 48 + length / divisor % 10))
      divisor /= 10
    }
    bytes.append(32)
  }

  private static func takeText(_ rest: inout ArraySlice<UInt8>) -> String? {
    var length = 0
    var digits = 0
    while let byte = rest.popFirst(), byte != 32 {
      guard (48...57).contains(byte), digits < 12 else { return nil }
      length = length * 10 + Int(byte - 48)
      digits += 1
    }
    guard digits > 0, length <= rest.count else { return nil }
    defer { rest = rest.dropFirst(length) }
    return String(decoding: rest.prefix(length), as: UTF8.self)
  }
}
