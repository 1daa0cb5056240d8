import Foundation

/// Files that back ends wrote.
enum TestFile {
  /// The whole content.
  static func bytes(of path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: path)))
  }
}
