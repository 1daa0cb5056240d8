package import VoimoBase

/// What `voimo cache gc` removes.
package struct Garbage: Sendable, Hashable {
  /// Results of one kind of step.
  package struct Kind: Sendable, Hashable, Codable {
    /// The kind's name.
    package var name: String
    /// How many results go.
    package var results: Int
    /// Bytes of what goes with them and with no other kind.
    package var bytes: Int

    /// Counts results of a kind.
    package init(name: String, results: Int, bytes: Int) {
      self.name = name
      self.results = results
      self.bytes = bytes
    }
  }

  /// The results that go.
  package var keys: [ContentHash] = []
  /// By kind of step, sorted by name.
  package var kinds: [Kind] = []
  /// Blobs that no result that stays names.
  var blobs: [ContentHash] = []
  /// Files and folders that belong to nothing: damaged things that were put aside, what killed
  /// builds left, logs of forgotten builds, strange files.
  var strays: [String] = []
  /// Bytes of those, and of blobs that no result ever named.
  package var strayBytes = 0
  /// Profiles that are no more, sorted: what they use does not keep it from going.
  package var goneProfiles: [String] = []
  /// Bytes that go, all in all.
  package var bytes = 0
  /// How many results stay.
  package var keptResults = 0
  /// Bytes that stay.
  package var keptBytes = 0

  /// Nothing goes.
  package init() {}

  /// Whether there is nothing to remove.
  package var isEmpty: Bool { keys.isEmpty && blobs.isEmpty && strays.isEmpty }
}
