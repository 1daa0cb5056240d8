import Foundation
package import VoimoBase
import VoimoStages

/// The SHA-256 of files.
package enum FileHash {
  /// Reads a file and hashes it.
  ///
  /// - Complexity: reads the file once, a megabyte at a time.
  /// - Throws: `BackendError.wrongResult` where it cannot be read.
  package static func sha256(of path: String) throws -> ContentHash {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw BackendError.wrongResult("\(path) cannot be read")
    }
    defer { try? file.close() }
    var hasher = SHA256()
    while let chunk = try file.read(upToCount: 1 << 20), !chunk.isEmpty {
      unsafe chunk.withUnsafeBytes { unsafe hasher.update($0) }
    }
    return hasher.finish()
  }
}
