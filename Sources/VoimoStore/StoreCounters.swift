import Synchronization

/// How much work the store has done since it was opened, for `--stats json` and tests.
package struct StoreCounts: Sendable, Hashable, Codable {
  /// Bytes whose hash was computed.
  package var bytesHashed = 0
  /// The user's files that were looked at without reading them.
  package var filesLookedAt = 0
  /// Blobs whose place was given out, to be read.
  package var blobsRead = 0
  /// Transactions that wrote to the index.
  package var indexWrites = 0
  /// Results that were recorded.
  package var resultsRecorded = 0
  /// Records that were compared with the index.
  package var recordsRead = 0

  /// Nothing done yet.
  package init() {}
}

/// Counts from many threads.
final class StoreCounters: Sendable {
  enum Sort {
    case hashed, lookedAt, read, indexWrite, result, recordRead
  }

  private let counted = Mutex(StoreCounts())

  var counts: StoreCounts { counted.withLock { $0 } }

  func count(_ sort: Sort, _ number: Int = 1) {
    counted.withLock { counts in
      switch sort {
      case .hashed: counts.bytesHashed += number
      case .lookedAt: counts.filesLookedAt += number
      case .read: counts.blobsRead += number
      case .indexWrite: counts.indexWrites += number
      case .result: counts.resultsRecorded += number
      case .recordRead: counts.recordsRead += number
      }
    }
  }
}
