/// What a store holds, for `cache stat`.
package struct StoreStatistics: Sendable, Hashable, Codable {
  /// Results of one kind of step.
  package struct Kind: Sendable, Hashable, Codable {
    /// The kind's name.
    package var name: String
    /// How many results there are.
    package var results: Int
    /// Bytes of their blobs; one that several results share counts for each kind once.
    package var bytes: Int
  }

  /// How many results are recorded.
  package var results = 0
  /// How many blobs there are.
  package var blobs = 0
  /// Bytes of all blobs.
  package var bytes = 0
  /// Bytes of blobs that no result names.
  package var unusedBytes = 0
  /// When the oldest result was made, in seconds since 1970; nil when there is none.
  package var oldest: Double?
  /// When the newest result was made, in seconds since 1970; nil when there is none.
  package var newest: Double?
  /// By kind of step, sorted by name.
  package var kinds: [Kind] = []
}
