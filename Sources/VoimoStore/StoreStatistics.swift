import VoimoBase
import VoimoEngine

/// What a store holds, for `cache stat`.
package struct StoreStatistics: Sendable, Hashable, Codable {
  /// Results of one kind of step.
  package struct Kind: Sendable, Hashable, Codable {
    /// The kind's name.
    package var name: String
    /// How many results there are.
    package var results: Int
    /// Bytes of what they made; what several results share counts for each kind once.
    package var bytes: Int

    /// Counts results of a kind.
    package init(name: String, results: Int, bytes: Int) {
      self.name = name
      self.results = results
      self.bytes = bytes
    }
  }

  /// How many results are recorded.
  package var results = 0
  /// How many blobs there are.
  package var blobs = 0
  /// Bytes of all blobs, and of the small values in the index.
  package var bytes = 0
  /// Bytes of blobs that no result names.
  package var unusedBytes = 0
  /// When the oldest result was made, in seconds since 1970; nil when there is none.
  package var oldest: Double?
  /// When the newest result was made, in seconds since 1970; nil when there is none.
  package var newest: Double?
  /// By kind of step, sorted by name.
  package var kinds: [Kind] = []

  /// Nothing is held.
  package init() {}

  /// Counts results and blobs.
  init(
    results: [(result: StepResult, made: Double, used: Double)],
    blobs: [(hash: ContentHash?, path: String, status: FileStatus)]
  ) {
    var kinds: [String: [StepResult]] = [:]
    for (result, made, _) in results {
      oldest = min(oldest ?? made, made)
      newest = max(newest ?? made, made)
      kinds[result.kind.name, default: []].append(result)
    }
    let used = Set(results.flatMap(\.result.blobs))
    let unused = blobs.filter { blob in blob.hash.map { !used.contains($0) } ?? true }
    self.results = results.count
    self.blobs = blobs.count
    unusedBytes = unused.reduce(0) { $0 + $1.status.size }
    bytes = results.map(\.result).storedBytes + unusedBytes
    self.kinds = kinds.sorted { $0.key < $1.key }.map { name, results in
      Kind(name: name, results: results.count, bytes: results.storedBytes)
    }
  }
}
