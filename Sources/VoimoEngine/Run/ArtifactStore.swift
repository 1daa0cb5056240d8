package import VoimoBase

/// The engine's memory: results by key, and blobs by content.
///
/// Owned by the engine, implemented by VoimoStore on SQLite and files, and by a dictionary in
/// tests. Methods may block on the disk; the runner calls them off the cooperative pool.
package protocol ArtifactStore: Sendable {
  /// The recorded result under a key, if all its blobs are there and look whole.
  ///
  /// Looks at each blob's kind and size, and reads none.
  func result(for key: ContentHash) throws -> StepResult?

  /// What is wrong with a recorded result that `result(for:)` does not give, in a few words; nil
  /// when nothing is recorded under the key, or when it is merely gone.
  func damage(of key: ContentHash) throws -> String?

  /// Makes sure that a blob which is about to be read holds what its name says.
  ///
  /// Reads it whole, once while the store is open and it does not change. A damaged blob is put
  /// aside, so that results which name it are unknown from then on.
  ///
  /// - Throws: `DamagedArtifact` when it is damaged or gone.
  func check(_ blob: ContentHash) throws

  /// What a step of that name last came to under the same profile, made or reused, for reasons.
  ///
  /// Its key may be another than today's, and its blobs may be gone.
  func lastResult(of id: StepID) throws -> StepResult?

  /// What may stand in for a step's result: the last one, of whatever profile.
  func standIn(for id: StepID) throws -> StepResult?

  /// An empty folder for one run of a step.
  func makeFolder(for id: StepID) throws -> String

  /// Publishes a product: hashes, flushes and renames its files, then records key → outputs.
  ///
  /// When it returns, the result survives a kill, and if the step took long a power cut; before,
  /// nothing of it is visible. The folder is gone afterwards.
  func commit(_ product: StepProduct, as record: ResultRecord, from folder: String) throws
    -> StepResult

  /// Notes which results a build has come to, so that `lastResult` is about the last build even
  /// where it reused older results; writes nothing that is so already.
  func markUsed(_ keys: [StepID: ContentHash]) throws

  /// Removes the folder of a step that failed or was cancelled.
  func abandon(folder: String)

  /// Where a blob can be read.
  func path(of blob: ContentHash) -> String

  /// Appends to the log of a step in this build.
  func log(_ line: String, for id: StepID)

  /// Where the log of a step in this build is, or would be.
  func logPath(for id: StepID) -> String
}

extension ArtifactStore {
  package func standIn(for id: StepID) throws -> StepResult? { try lastResult(of: id) }
}

/// Something in the store is not what it was when it was put there.
package struct DamagedArtifact: Error, Hashable, Sendable, CustomStringConvertible {
  /// What its content should be.
  package var blob: ContentHash
  /// What is wrong with it, in a few words that name the file.
  package var detail: String

  /// Says what is wrong.
  package init(blob: ContentHash, detail: String) {
    self.blob = blob
    self.detail = detail
  }

  package var description: String { "the store is damaged: \(detail)" }

  /// What the user is told of a result that is damaged and made again.
  package static func warning(_ detail: String) -> String {
    "its result in the store was damaged (\(detail)); it is made again"
  }
}

/// What is known of a step that has just run, before it is committed.
package struct ResultRecord: Sendable, Hashable {
  /// Of the manifest.
  package var key: ContentHash
  /// The name under which it ran; another step may come to the same key.
  package var id: StepID
  /// What sort of work it was.
  package var kind: StepKind
  /// Everything that the result may depend on, as `why` compares it.
  package var manifest: Manifest
  /// Wall time that the step took.
  package var seconds: Double
  /// Units of work that its progress counted, frames say; 0 where it counted none.
  package var units: Int

  /// Gathers what is known.
  package init(
    key: ContentHash, id: StepID, kind: StepKind, manifest: Manifest, seconds: Double,
    units: Int = 0
  ) {
    self.units = units
    self.key = key
    self.id = id
    self.kind = kind
    self.manifest = manifest
    self.seconds = seconds
  }
}

/// A result as the store keeps it.
package struct StepResult: Sendable, Hashable {
  /// Of the manifest.
  package var key: ContentHash
  /// The name of the step that made it; another step may reuse it.
  package var id: StepID
  /// What sort of work it was.
  package var kind: StepKind
  /// Everything that it may depend on.
  package var manifest: Manifest
  /// Hash of each named output; the small value is among them as `value`.
  package var outputs: [String: ContentHash]
  /// Bytes in each blob, by output name.
  package var sizes: [String: Int]
  /// The small value's bytes; empty where the step has none.
  package var value: [UInt8]
  /// What the user should know whenever it is used.
  package var warnings: [String]
  /// Wall time that it took to make.
  package var seconds: Double
  /// Units of work that it took; 0 where the step counted none.
  package var units: Int

  /// The outputs that are files in the store; the small value is none.
  package var blobs: [ContentHash] {
    outputs.filter { $0.key != StepOutput.valueName }.map(\.value)
  }

  /// Joins what was known before the commit with what was committed.
  package init(
    record: ResultRecord, outputs: [String: ContentHash], sizes: [String: Int], value: [UInt8],
    warnings: [String]
  ) {
    key = record.key
    id = record.id
    kind = record.kind
    manifest = record.manifest
    seconds = record.seconds
    self.outputs = outputs
    self.sizes = sizes
    self.value = value
    self.warnings = warnings
    units = record.units
  }
}

extension Sequence where Element == StepResult {
  /// Bytes of everything that the results made, small values too; what several of them share counts
  /// once.
  package var storedBytes: Int {
    var seen: Set<ContentHash> = []
    return reduce(0) { sum, result in
      result.outputs.reduce(sum) { sum, output in
        seen.insert(output.value).inserted ? sum + (result.sizes[output.key] ?? 0) : sum
      }
    }
  }
}
