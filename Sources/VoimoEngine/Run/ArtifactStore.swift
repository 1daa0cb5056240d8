package import VoimoBase

/// The engine's memory: results by key, and blobs by content.
///
/// Owned by the engine, implemented by VoimoStore on SQLite and files, and by a dictionary in tests.
/// Methods may block on the disk; the runner calls them off the cooperative pool.
package protocol ArtifactStore: Sendable {
  /// The recorded result under a key, if all its blobs are there.
  func result(for key: ContentHash) throws -> StepResult?

  /// What was last recorded under a step's name, for reasons and stand-ins; may be of another key.
  func lastResult(of id: StepID) throws -> StepResult?

  /// An empty folder for one run of a step.
  func makeFolder(for id: StepID) throws -> String

  /// Publishes a product: hashes, flushes and renames its files, then records key → outputs.
  ///
  /// When it returns, the result survives a kill and a power cut; before, nothing of it is visible.
  func commit(_ product: StepProduct, as record: ResultRecord, from folder: String) throws
    -> StepResult

  /// Removes the folder of a step that failed or was cancelled.
  func abandon(folder: String)

  /// Where a blob can be read.
  func path(of blob: ContentHash) -> String

  /// Appends to the log of a step in this build; returns its path.
  func log(_ line: String, for id: StepID)

  /// Where the log of a step in this build is, or would be.
  func logPath(for id: StepID) -> String
}

/// What is known of a step that has just run, before it is committed.
package struct ResultRecord: Sendable, Hashable {
  package var key: ContentHash
  package var id: StepID
  package var kind: StepKind
  /// The explained manifest, one field a line, as `why` compares it.
  package var manifest: Manifest
  /// Wall time that the step took.
  package var seconds: Double

  package init(
    key: ContentHash, id: StepID, kind: StepKind, manifest: Manifest, seconds: Double
  ) {
    self.key = key
    self.id = id
    self.kind = kind
    self.manifest = manifest
    self.seconds = seconds
  }
}

/// A result as the store keeps it.
package struct StepResult: Sendable, Hashable {
  package var key: ContentHash
  package var id: StepID
  package var kind: StepKind
  package var manifest: Manifest
  /// Hash of each named output; the small value is among them as `value`.
  package var outputs: [String: ContentHash]
  /// Bytes in each blob, by output name.
  package var sizes: [String: Int]
  package var value: [UInt8]
  package var warnings: [String]
  /// Wall time that it took to make.
  package var seconds: Double

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
  }
}
