import Foundation
package import VoimoEngine

extension StepContext {
  /// The whole content of an input: small ones only, audio is read in blocks.
  ///
  /// - Throws: when the file can't be read.
  package func bytes(of input: StepInput) throws -> [UInt8] {
    switch self.input(input) {
    case .value(let bytes, _): return bytes
    case .file(let path, _):
      guard let data = FileManager.default.contents(atPath: path) else {
        throw StageError("\(path) cannot be read")
      }
      return [UInt8](data)
    }
  }

  /// An input that is JSON, as the value it was written from.
  ///
  /// - Throws: when the file can't be read, or is of another shape.
  package func value<Value: Decodable>(_ type: Value.Type, of input: StepInput) throws -> Value {
    try ArtifactJSON.decode(type, from: bytes(of: input))
  }
}
