import Foundation
import GRDB
import VoimoBase
import VoimoEngine

extension Index {
  /// Counts results and the blobs that they name.
  ///
  /// - Parameter sizes: Bytes of every blob that is there.
  /// - Returns: all counts.
  /// - Throws: `StoreError`.
  func statistics(sizes: [ContentHash: Int]) throws(StoreError) -> StoreStatistics {
    try read { db in
      var statistics = StoreStatistics()
      var kinds: [String: (results: Int, blobs: Set<ContentHash>)] = [:]
      let rows = try Row.fetchCursor(db, sql: "SELECT kind, made, record FROM results")
      while let row = try rows.next() {
        let (kind, made, data): (String, Double, Data) = (row[0], row[1], row[2])
        statistics.results += 1
        statistics.oldest = min(statistics.oldest ?? made, made)
        statistics.newest = max(statistics.newest ?? made, made)
        guard let result = ResultCode.decode([UInt8](data)) else { continue }
        kinds[kind, default: (0, [])].results += 1
        kinds[kind]?.blobs.formUnion(result.blobs)
      }
      statistics.blobs = sizes.count
      statistics.bytes = sizes.values.reduce(0, +)
      let used = kinds.values.reduce(into: Set<ContentHash>()) { $0.formUnion($1.blobs) }
      statistics.unusedBytes = sizes.reduce(0) { $0 + (used.contains($1.key) ? 0 : $1.value) }
      statistics.kinds = kinds.sorted { $0.key < $1.key }.map { name, kind in
        StoreStatistics.Kind(
          name: name, results: kind.results,
          bytes: kind.blobs.reduce(0) { $0 + (sizes[$1] ?? 0) })
      }
      return statistics
    }
  }
}
