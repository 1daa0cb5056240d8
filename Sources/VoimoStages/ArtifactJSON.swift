import Foundation

/// How small artifacts are written: JSON with sorted keys, the same bytes for the same value.
package enum ArtifactJSON {
  /// The value's bytes.
  ///
  /// - Throws: `EncodingError` for a number that is not finite.
  package static func encode(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(value))
  }

  /// Reads what `encode` wrote.
  ///
  /// - Throws: `DecodingError` for anything else.
  package static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws
    -> Value
  {
    try JSONDecoder().decode(type, from: Data(bytes))
  }
}
