import Synchronization
import VoimoBase
import VoimoEngine

/// A store in memory, which a test can damage.
final class MemoryStore: ArtifactStore {
  struct Full: Error {}

  private struct Kept {
    var results: [ContentHash: StepResult] = [:]
    var latest: [StepID: ContentHash] = [:]
    var missing: Set<ContentHash> = []
    /// Blobs that look whole until they are read.
    var spoiled: Set<ContentHash> = []
    /// Blobs that were found spoiled and put aside, or that are seen to be damaged.
    var aside: Set<ContentHash> = []
    /// Blobs that are spoiled again whenever they are written.
    var hopeless: Set<ContentHash> = []
    var isFull = false
    var folders = 0
    var openFolders: Set<String> = []
    var lines: [StepID: [String]] = [:]
  }

  private let kept = Mutex(Kept())

  /// Folders that were made and have not gone.
  var openFolders: Set<String> { kept.withLock { $0.openFolders } }

  /// Makes every commit fail, or none.
  func fill(_ isFull: Bool) { kept.withLock { $0.isFull = isFull } }

  /// Forgets the blobs of the last result of a step, not its record.
  func loseBlobs(of id: StepID) {
    kept.withLock { kept in
      if let key = kept.latest[id] { kept.missing.insert(key) }
    }
  }

  /// Damages a blob so that only reading it shows.
  func spoil(_ blob: ContentHash) { _ = kept.withLock { $0.spoiled.insert(blob) } }

  /// Damages a blob, and again whenever it is made.
  func spoilsAlways(_ blob: ContentHash) {
    kept.withLock { kept in
      kept.spoiled.insert(blob)
      kept.hopeless.insert(blob)
    }
  }

  /// Damages a blob so that it shows at a look.
  func cut(_ blob: ContentHash) { _ = kept.withLock { $0.aside.insert(blob) } }

  /// What a step has logged.
  func lines(of id: StepID) -> [String] { kept.withLock { $0.lines[id] ?? [] } }

  /// Whether there is a result for a key.
  func has(_ key: ContentHash) -> Bool { result(for: key) != nil }

  func result(for key: ContentHash) -> StepResult? {
    kept.withLock { kept in
      guard !kept.missing.contains(key), let result = kept.results[key] else { return nil }
      return result.blobs.contains(where: kept.aside.contains) ? nil : result
    }
  }

  func damage(of key: ContentHash) -> String? {
    kept.withLock { kept in
      kept.results[key]?.blobs.contains(where: kept.aside.contains) == true ? "a blob is cut" : nil
    }
  }

  func check(_ blob: ContentHash) throws {
    try kept.withLock { kept in
      if kept.spoiled.remove(blob) != nil { kept.aside.insert(blob) }
      if kept.aside.contains(blob) { throw DamagedArtifact(blob: blob, detail: "spoiled") }
    }
  }

  func lastResult(of id: StepID) -> StepResult? {
    kept.withLock { kept in kept.latest[id].flatMap { kept.results[$0] } }
  }

  func makeFolder(for id: StepID) -> String {
    kept.withLock { kept in
      kept.folders += 1
      let folder = "tmp/\(kept.folders)"
      kept.openFolders.insert(folder)
      return folder
    }
  }

  func commit(
    _ product: StepProduct, as record: ResultRecord, from folder: String
  ) throws -> StepResult {
    var outputs: [String: ContentHash] = ["value": ContentHash(hashing: product.value)]
    for case (let name, .bytes(let bytes)) in product.outputs {
      outputs[name] = ContentHash(hashing: bytes)
    }
    let result = StepResult(
      record: record, outputs: outputs, sizes: [:], value: product.value,
      warnings: product.warnings)
    try kept.withLock { kept in
      if kept.isFull { throw Full() }
      kept.results[record.key] = result
      for blob in result.blobs {
        kept.spoiled.remove(blob)
        if kept.hopeless.contains(blob) { kept.spoiled.insert(blob) }
        kept.aside.remove(blob)
      }
      kept.missing.remove(record.key)
      kept.latest[record.id] = record.key
      kept.openFolders.remove(folder)
    }
    return result
  }

  func markUsed(_ keys: [StepID: ContentHash]) {
    kept.withLock { $0.latest.merge(keys) { _, new in new } }
  }

  func abandon(folder: String) { _ = kept.withLock { $0.openFolders.remove(folder) } }

  func path(of blob: ContentHash) -> String { "objects/\(blob.hex)" }

  func log(_ line: String, for id: StepID) {
    kept.withLock { $0.lines[id, default: []].append(line) }
  }

  func logPath(for id: StepID) -> String { "logs/\(id)" }
}
