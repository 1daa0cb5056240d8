package import VoimoStore

/// What a store holds, as machines read it.
package struct StatisticsRecord: Encodable {
  var results: Int
  var blobs: Int
  var bytes: Int
  var unusedBytes: Int
  /// ISO 8601, UTC; left out where there is nothing.
  var oldest: String?
  var newest: String?
  var kinds: [StoreStatistics.Kind]

  /// Writes down what was counted.
  package init(_ statistics: StoreStatistics) {
    results = statistics.results
    blobs = statistics.blobs
    bytes = statistics.bytes
    unusedBytes = statistics.unusedBytes
    oldest = statistics.oldest.map(ClockText.date)
    newest = statistics.newest.map(ClockText.date)
    kinds = statistics.kinds
  }
}
