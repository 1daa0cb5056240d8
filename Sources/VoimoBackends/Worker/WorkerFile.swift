import Foundation
import VoimoBase
import VoimoStages

/// A file that the worker says it has made.
package struct WorkerFile: Codable, Hashable, Sendable {
  package var path: String
  package var sha256: String
  package var size: Int

  /// Its path, once it is found to be what was said: inside of the folder that the call was given,
  /// a plain file, of that size and those bytes.
  ///
  /// - Complexity: reads the file once.
  /// - Throws: `BackendError.wrongResult`.
  package func checked(in folder: String) throws -> String {
    let name = path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.count + 1)) : path
    guard !name.isEmpty, !name.contains("/"), name != "..", name != "." else {
      throw BackendError.wrongResult("the model worker has written outside of its folder: \(path)")
    }
    let path = "\(folder)/\(name)"
    let values = try? FileManager.default.attributesOfItem(atPath: path)
    guard let values, values[.type] as? FileAttributeType == .typeRegular else {
      throw BackendError.wrongResult("the model worker has made no file \(name)")
    }
    let size = (values[.size] as? Int) ?? 0
    guard size == self.size else {
      throw BackendError.wrongResult(
        "the model worker says \(name) has \(self.size) bytes; it has \(size)")
    }
    guard try FileHash.sha256(of: path) == ContentHash(hex: sha256) else {
      throw BackendError.wrongResult("the model worker says another SHA-256 of \(name) than it has")
    }
    return path
  }
}
