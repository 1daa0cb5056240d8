import Foundation
package import VoimoEngine

extension StepContext {
  /// The whole content of an input: small ones only, audio is read in blocks.
  ///
  /// - Throws: when the file can't be read.
  package func bytes(of name: String) throws -> [UInt8] {
    let file = input(name)
    if let value = file.value { return value }
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: file.path)))
  }

  /// An input that is JSON, as the value it was written from.
  ///
  /// - Throws: when the file can't be read, or is of another shape.
  package func value<Value: Decodable>(_ type: Value.Type, of name: String) throws -> Value {
    try ArtifactJSON.decode(type, from: bytes(of: name))
  }
}
