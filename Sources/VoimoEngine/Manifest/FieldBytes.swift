import VoimoBase

/// The canonical bytes of named fields: each name and value after its length in bytes.
///
/// `4 kind7 segment7 version1 3`: unambiguous whatever the texts hold, and readable in a pinch.
/// Both the key and the explanation come from these bytes.
struct FieldBytes: Hashable, Sendable {
  private(set) var bytes: [UInt8] = []

  /// Adds a field whose name is `prefix` and `name` joined.
  mutating func append(prefix: StaticString = "", _ name: String, _ value: String) {
    LengthPrefixed.append(length: prefix.utf8CodeUnitCount + name.utf8.count, to: &bytes)
    prefix.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: name.utf8)
    LengthPrefixed.append(length: value.utf8.count, to: &bytes)
    bytes.append(contentsOf: value.utf8)
  }

  /// Reads fields back; nil when the bytes are not what `append` writes.
  ///
  /// - Complexity: O(*n*) in the bytes.
  static func decode(_ bytes: ArraySlice<UInt8>) -> [Manifest.Field]? {
    var parts = LengthPrefixed.Reader(bytes)
    var fields: [Manifest.Field] = []
    while !parts.rest.isEmpty {
      guard let name = parts.text(), let value = parts.text() else { return nil }
      fields.append(Manifest.Field(name: name, value: value))
    }
    return fields
  }
}
