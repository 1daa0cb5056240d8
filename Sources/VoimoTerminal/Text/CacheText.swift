package import VoimoKit
package import VoimoStore

/// Writes for people what a store holds, what of it is damaged, and what goes.
package struct CacheText {
  private let time: HumanTime

  package init(time: HumanTime) { self.time = time }

  /// How much there is, a line a stage, and how old it is.
  package func lines(_ statistics: StoreStatistics, folder: String) -> [String] {
    let sum = Self.sum(statistics.results, statistics.blobs)
    var lines = ["\(sum), \(ClockText.bytes(statistics.bytes)) in \(folder)"]
    lines += Columns.lines(
      statistics.kinds.sorted { ($1.bytes, $0.name) < ($0.bytes, $1.name) }
        .map { ["  \($0.name)", "\($0.results)", ClockText.bytes($0.bytes)] })
    if statistics.unusedBytes > 0 {
      lines.append("\(ClockText.bytes(statistics.unusedBytes)) belong to no result")
    }
    if let oldest = statistics.oldest, let newest = statistics.newest {
      let (first, last) = (time.text(oldest), time.text(newest))
      lines.append(
        first == last ? "made \(first)" : "the oldest made \(first), the newest \(last)")
    }
    return lines
  }

  /// A line for each thing that is damaged, and one for the whole.
  package func lines(_ health: StoreHealth, readsData: Bool) -> [String] {
    var lines = health.damages.map { damage in
      let steps = damage.steps.isEmpty ? "" : ", made by \(damage.steps.joined(separator: ", "))"
      return "\(damage.sort.rawValue) \(damage.path): \(damage.detail)\(steps)"
    }
    let looked =
      Self.sum(health.results, health.objects)
      + (readsData ? ", \(ClockText.bytes(health.bytesRead)) read" : "")
    guard !health.isFine else { return ["all is well: \(looked)"] }
    lines.append(
      "\(health.damages.count) damaged of \(looked); "
        + "the next build makes again what is missing, and nothing else")
    return lines
  }

  /// What goes, a line a stage, and the sums.
  package func lines(_ garbage: Garbage, isDry: Bool) -> [String] {
    var rows = garbage.kinds.sorted { ($1.bytes, $0.name) < ($0.bytes, $1.name) }
      .map { ["  \($0.name)", "\($0.results)", ClockText.bytes($0.bytes)] }
    if garbage.strayBytes > 0 {
      rows.append(["  belonging to no result", "", ClockText.bytes(garbage.strayBytes)])
    }
    let kept =
      CountText.of(garbage.keptResults, "result") + " kept, \(ClockText.bytes(garbage.keptBytes))"
    let gone = garbage.goneProfiles.map {
      "voimo.yaml has no profile '\(DiagnosticText.visible($0))' any more: what it alone needs goes"
    }
    guard !garbage.isEmpty else { return gone + ["nothing to remove; \(kept)"] }
    let sum =
      CountText.of(garbage.keys.count, "result") + ", \(ClockText.bytes(garbage.bytes))"
    return gone + Columns.lines(rows) + ["\(isDry ? "would remove" : "removed") \(sum); \(kept)"]
  }

  private static func sum(_ results: Int, _ files: Int) -> String {
    "\(CountText.of(results, "result")) in \(CountText.of(files, "file"))"
  }
}
