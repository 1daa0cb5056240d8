import VoimoBase

/// Looks at blobs before they are read.
struct BlobCheck: Sendable {
  /// A blob and the step that made it.
  struct Wanted: Sendable, Hashable {
    var step: StepID
    var blob: ContentHash
  }

  /// A blob that is not what it should be.
  struct Damage: Sendable, Hashable {
    var step: StepID
    var blob: ContentHash
    /// What is wrong, in a few words.
    var detail: String
  }

  var store: any ArtifactStore
  var blobs: [Wanted]

  /// Reads the blobs, as far as the store does not know them to be whole.
  ///
  /// - Returns: those that are damaged, in the order given.
  /// - Throws: what the store throws when it cannot look, and `CancellationError`.
  func damages() throws -> [Damage] {
    try blobs.compactMap { wanted in
      try Task.checkCancellation()
      do {
        try store.check(wanted.blob)
        return nil
      } catch let error as DamagedArtifact {
        return Damage(step: wanted.step, blob: wanted.blob, detail: error.detail)
      }
    }
  }
}
