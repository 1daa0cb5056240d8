package import VoimoBase

/// Cuts a section into shots on its beats: pure, and independent of crop and frame rate.
package struct ShotPlanner: Sendable {
  /// The shortest shot, in seconds.
  package var shortest: Seconds
  /// The longest shot, in seconds.
  package var longest: Seconds
  /// When a bar begins, in song seconds, rising; preferred for cuts.
  package var bars: [Seconds]
  /// When a beat falls, in song seconds, rising.
  package var beats: [Seconds]

  package init(shortest: Seconds, longest: Seconds, bars: [Seconds], beats: [Seconds]) {
    self.shortest = shortest
    self.longest = max(longest, shortest)
    self.bars = bars
    self.beats = beats
  }

  /// The starts of a section's shots; the first is the section's own start.
  ///
  /// From each cut the next one is the candidate nearest to the wished length among the bars, else
  /// among the beats, else the wished length itself. A rest shorter than the shortest shot stays
  /// with the shot before it.
  ///
  /// - Parameters:
  ///   - start: where the section begins.
  ///   - end: where it ends.
  ///   - length: the wished length at a time, so that bars may change with the tempo.
  /// - Returns: rising times; every shot lasts until the next, the last one until `end`.
  /// - Complexity: O(*c* log *b*) for *c* cuts and *b* beats.
  package func starts(
    from start: Seconds, to end: Seconds, length: (Seconds) -> Seconds
  ) -> [Seconds] {
    var starts = [start]
    var last = start
    while end - last > shortest * 2 {
      let wished = min(max(length(last), shortest), longest)
      let earliest = last + shortest
      let latest = min(last + longest, end - shortest)
      guard earliest <= latest else { break }
      if end - last <= longest, end - last < wished * 1.5 { break }
      let target = min(max(last + wished, earliest), latest)
      let near = wished * 0.3
      let cut =
        nearest(in: bars, to: target, from: earliest, to: latest, within: near)
        ?? nearest(in: beats, to: target, from: earliest, to: latest, within: near)
        ?? target
      starts.append(cut)
      last = cut
    }
    return starts
  }

  private func nearest(
    in times: [Seconds], to target: Seconds, from earliest: Seconds, to latest: Seconds,
    within: Seconds
  ) -> Seconds? {
    var low = 0
    var high = times.count
    while low < high {
      let middle = (low + high) / 2
      if times[middle] < target { low = middle + 1 } else { high = middle }
    }
    let candidates = [low - 1, low].filter(times.indices.contains).map { times[$0] }
    return
      candidates
      .filter { $0 >= earliest && $0 <= latest && abs(($0 - target).value) <= within.value }
      .min { abs(($0 - target).value) < abs(($1 - target).value) }
  }
}
