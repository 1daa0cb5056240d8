import Foundation
import Glibc

/// A temporary folder with whatever a file system can have in it.
final class Scratch {
  let path: String

  init() throws {
    // As the system knows it, so that names can be compared.
    let folder = FileManager.default.temporaryDirectory.path + "/voimo-scratch-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    path = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

  @discardableResult
  func file(_ name: String, _ text: String = "mine") throws -> String {
    let path = self(name)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  @discardableResult
  func folder(_ name: String) throws -> String {
    try FileManager.default.createDirectory(
      atPath: self(name), withIntermediateDirectories: true)
    return self(name)
  }

  @discardableResult
  func link(_ name: String, to target: String) throws -> String {
    try FileManager.default.createSymbolicLink(atPath: self(name), withDestinationPath: target)
    return self(name)
  }

  @discardableResult
  func hardLink(_ name: String, to target: String) -> String {
    _ = unsafe Glibc.link(target, self(name))
    return self(name)
  }

  @discardableResult
  func pipe(_ name: String) -> String {
    _ = unsafe mkfifo(self(name), 0o600)
    return self(name)
  }

  /// A socket that nobody listens to.
  @discardableResult
  func socket(_ name: String) -> String {
    _ = unsafe mknod(self(name), S_IFSOCK | 0o600, 0)
    return self(name)
  }

  func read(_ name: String) -> String? {
    FileManager.default.contents(atPath: self(name)).map { String(decoding: $0, as: UTF8.self) }
  }

  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  func mode(of name: String) -> mode_t {
    var status = stat()
    _ = unsafe lstat(self(name), &status)
    return status.st_mode & 0o7777
  }

  func isLink(_ name: String) -> Bool {
    var status = stat()
    return unsafe lstat(self(name), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}
