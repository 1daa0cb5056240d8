import VoimoBase
import VoimoProject

/// Lays the shots of every section over the song's grid, then crops them.
struct ShotLayout {
  var step: ShotsStep
  var structure: SongStructure
  var beats: SongBeats

  /// The film's shots; those wholly inside two crops are equal in both.
  func list() -> ShotList {
    let rate = step.frameRate
    let (first, last) = crop()
    let parts = structure.sections.map { section -> ShotList.Part in
      let whole = shots(of: section)
      let seen = whole.compactMap { shot -> Shot? in
        var shot = shot
        shot.visibleStart = max(shot.start, first)
        shot.visibleEnd = min(shot.end, last)
        return shot.visibleStart < shot.visibleEnd ? shot : nil
      }
      let beat = beats.beatLength(at: (section.start + section.end) * 0.5)
      return ShotList.Part(
        section: section, shots: seen, shotCount: whole.count,
        bpm: beats.beats.count > 4 ? 60 / beat : 0)
    }
    return ShotList(frameRate: rate, start: first, end: last, parts: parts)
      .withoutSlivers(under: step.cutting.shortest)
  }

  /// First frame of the film and the one after its last.
  private func crop() -> (first: Int, end: Int) {
    let rate = step.frameRate
    let duration = structure.sections.last?.end ?? .zero
    let start = min(max(step.cropStart.map { snapped($0, isEnd: false) } ?? .zero, .zero), duration)
    let end = min(step.cropEnd.map { snapped($0, isEnd: true) } ?? duration, duration)
    let first = rate.firstFrame(atOrAfter: start)
    return (first, max(first + 1, rate.firstFrame(atOrAfter: end)))
  }

  /// Where an end of the crop moves to; itself where no beat or bar is near.
  private func snapped(_ time: Seconds, isEnd: Bool) -> Seconds {
    let target: Double? =
      switch step.snap {
      case .none: nil
      case .beat: SortedTimes(beats.beats).nearest(to: time.value)
      case .downbeat: SortedTimes(beats.downbeats).nearest(to: time.value)
      case .bar: barLine(at: time.value, isEnd: isEnd)
      }
    guard let target, abs(target - time.value) < 4 else { return time }
    return Seconds(target)
  }

  /// Where the bar begins that a time is in, or where it ends; nil outside of all bars.
  ///
  /// A time that is as near to a bar line as a listener can tell is on it: 70 ms, the window in
  /// which a beat counts as found (Davies et al. 2009).
  private func barLine(at time: Double, isEnd: Bool) -> Double? {
    let nearness = 0.07
    let lines = SortedTimes(beats.downbeats)
    guard isEnd else { return lines.last(atOrBefore: time + nearness).map { beats.downbeats[$0] } }
    guard let bar = lines.last(atOrBefore: time - nearness) else {
      return beats.downbeats.first.flatMap { $0 <= time + nearness ? $0 : nil }
    }
    if beats.downbeats.indices.contains(bar + 1) { return beats.downbeats[bar + 1] }
    let end = beats.downbeats[bar] + beats.barLength(at: Seconds(beats.downbeats[bar]))
    return end >= time ? end : nil
  }

  /// All shots of a section, uncropped; the last section runs to the grid's end of the song.
  private func shots(of section: TimedSection<SectionID>) -> [Shot] {
    let rate = step.frameRate
    let planner = ShotPlanner(
      shortest: step.cutting.shortest, longest: step.cutting.longest,
      bars: beats.downbeats.map { Seconds($0) }, beats: beats.beats.map { Seconds($0) })
    let starts = planner.starts(from: section.start, to: section.end, length: wished)
    let isLast = section == structure.sections.last
    let end =
      isLast ? rate.firstFrame(atOrAfter: section.end) : rate.nearestFrame(to: section.end)
    let frames = starts.map { rate.nearestFrame(to: $0) } + [max(end, 0)]
    return starts.indices.flatMap { index in
      pieces(from: frames[index], to: frames[index + 1]).enumerated().map { piece, range in
        Shot(
          section: section.name, index: index, piece: piece, start: range.lowerBound,
          end: range.upperBound, visibleStart: range.lowerBound, visibleEnd: range.upperBound)
      }
    }
  }

  /// A shot's frames, cut where a time range of the project begins or ends; the other shots of the
  /// section keep their names and seeds.
  private func pieces(from start: Int, to end: Int) -> [Range<Int>] {
    guard start < end else { return [] }
    let cuts = step.cuts.map(step.frameRate.nearestFrame).filter { $0 > start && $0 < end }
    let edges = [start] + Set(cuts).sorted() + [end]
    return zip(edges, edges.dropFirst()).map { $0..<$1 }
  }

  private func wished(at time: Seconds) -> Seconds {
    switch step.cutting.length {
    case .seconds(let length): length
    case .beats(let count): Seconds(count * beats.beatLength(at: time))
    case .bars(let count): Seconds(count * beats.barLength(at: time))
    }
  }
}
