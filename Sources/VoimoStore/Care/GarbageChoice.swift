import VoimoBase
import VoimoEngine

/// Which results are to go; pure.
struct GarbageChoice: Sendable {
  /// A result that may go or stay.
  struct Candidate: Sendable {
    var key: ContentHash
    /// What sort of step made it.
    var kind: String
    /// When a build last came to it, or another result took its place, in seconds since 1970.
    var used: Double
    /// What it made, by content, with sizes in bytes; its small value too.
    var pieces: [ContentHash: Int]
  }

  /// The results that go, in the order in which they were chosen.
  private(set) var gone: [Candidate] = []
  /// Bytes of what stays.
  private(set) var keptBytes: Int

  /// Chooses.
  ///
  /// - Parameters:
  ///   - all: Every result.
  ///   - inUse: Keys that stay whatever happens.
  ///   - maxSize: Bytes that may stay; results go, those that were not used for longest before
  ///     others, until no more do. Nil: everything goes that is not in use.
  ///   - first: Kinds of step whose results go before all others.
  init(_ all: [Candidate], inUse: Set<ContentHash>, maxSize: Int?, first: Set<String>) {
    // What several results share stays until the last of them goes.
    var holders: [ContentHash: Int] = [:]
    keptBytes = 0
    for candidate in all {
      for (piece, size) in candidate.pieces {
        holders[piece, default: 0] += 1
        if holders[piece] == 1 { keptBytes += size }
      }
    }
    let order = all.filter { !inUse.contains($0.key) }.sorted { a, b in
      let (aFirst, bFirst) = (first.contains(a.kind), first.contains(b.kind))
      return aFirst != bFirst ? aFirst : (a.used, a.key) < (b.used, b.key)
    }
    for candidate in order {
      if let maxSize, keptBytes <= maxSize { break }
      gone.append(candidate)
      for (piece, size) in candidate.pieces {
        holders[piece, default: 1] -= 1
        if holders[piece] == 0 { keptBytes -= size }
      }
    }
  }
}
