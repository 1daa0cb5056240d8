import Foundation
package import VoimoBase

/// A file that was put into the project's folder, as the store remembers it.
package struct ExportRecord: Sendable, Hashable {
  /// Relative to the project's folder.
  package var path: String
  /// SHA-256 of what was written.
  package var hash: ContentHash
  /// In bytes.
  package var size: Int
  /// The profile that it was built with; nil for none.
  package var profile: String?

  /// Gathers what is to be remembered.
  package init(path: String, hash: ContentHash, size: Int, profile: String?) {
    self.path = path
    self.hash = hash
    self.size = size
    self.profile = profile
  }
}

extension Store {
  /// The files that builds have put into the project's folder, by path.
  ///
  /// A list that is missing or cannot be read names nothing: better to forget a file of ours than
  /// to claim one of the user's.
  package func exports() -> [ExportRecord] {
    guard let file = try? files.openForReading(places.exports) else { return [] }
    var bytes: [UInt8] = []
    do throws(StoreError) {
      try unsafe files.readBlocks(of: file) { (block) throws(StoreError) in
        unsafe bytes.append(contentsOf: block)
      }
    } catch {
      return []
    }
    guard let entries = try? JSONDecoder().decode([Entry].self, from: Data(bytes)) else {
      return []
    }
    return entries.compactMap { entry in
      ContentHash(hex: entry.sha256).map {
        ExportRecord(path: entry.path, hash: $0, size: entry.bytes, profile: entry.profile)
      }
    }
  }

  /// Remembers just these files; hold the `BuildLock`.
  package func remember(exports: [ExportRecord]) throws(StoreError) {
    let exports = exports.sorted { $0.path < $1.path }
    guard exports != self.exports().sorted(by: { $0.path < $1.path }) else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let entries = exports.map {
      Entry(path: $0.path, sha256: $0.hash.hex, bytes: $0.size, profile: $0.profile)
    }
    guard let data = try? encoder.encode(entries) else { return }
    let fresh = places.exports + ".new"
    try files.remove(fresh)
    let file = try files.create(fresh)
    try files.write([UInt8](data), to: file)
    try files.sync(file)
    try files.rename(fresh, to: places.exports)
    try files.syncFolder(places.path)
  }

  /// Whether the store has made just this content, and still has it.
  package func holds(_ hash: ContentHash) -> Bool {
    guard case .whole? = try? blobs.look(at: hash, size: nil) else { return false }
    return true
  }

  /// A record in the file.
  private struct Entry: Codable {
    var path: String
    var sha256: String
    var bytes: Int
    var profile: String?
  }
}
