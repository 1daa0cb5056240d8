import Glibc

/// Tells beats from the places halfway between them, and the beat from its double and its half.
///
/// Periodicity alone cannot: an off-beat snare repeats as often as the beat. The bass drum and the
/// chords fall on the beat, and drums play on every beat, not on every other one (Goto 2001, "An
/// audio-based real-time beat tracking system for music with or without drum-sounds"; Gouyon and
/// Dixon 2005 on metrical levels).
struct MetricLevel {
  private let reader: EvidenceReader

  init(reader: EvidenceReader) { self.reader = reader }

  /// Evidence that a change from on-beat to off-beat must outweigh.
  private static let stumble = 25.0
  /// Contrast of drums between every other beat that is nobody's halved tempo.
  private static let usualContrast = 0.15

  /// A lead that may be chance.
  private static let faint = 0.05

  /// Places that are 6 dB louder than those between them.
  private static let loud = 0.33

  /// A lead from which on the level is not in doubt.
  private static let clearLead = 0.3

  /// The beats among half beats, and from 0 to 1 how sure it is that they are not their double or
  /// half.
  func beats(fromHalves fine: [Double]) -> (times: [Double], certainty: Double) {
    guard fine.count >= 4 else { return (fine, 0) }
    let chosen = alternate(fine)
    guard chosen.count >= 4 else { return (fine, 0) }
    let lead = slowLead(fine, chosen)
    if lead.sum < 0 { return (fine, lead.certainty) }
    let slow = alternate(chosen)
    guard slow.count >= 4 else { return (chosen, lead.certainty) }
    let slower = slowLead(chosen, slow)
    return (slower.sum < 0 ? chosen : slow, min(lead.certainty, slower.certainty))
  }

  /// What speaks for the slower of two levels, negative for the faster one.
  private struct Lead {
    /// That songs are rather faster or slower.
    var prior: Double
    /// What the drums' bands say.
    var heard: Double
    /// How much louder the slow places are than those between, from −1 to 1: hats that fill the
    /// gaps sound in the snare drum's band too, but are soft.
    var loudness: Double

    var sum: Double { prior + heard }

    /// From 0 to 1; low where what songs usually do overrules what was heard.
    var certainty: Double {
      let isOverruled =
        (sum < 0) != (heard < 0) && abs(heard) > MetricLevel.faint
        || sum < 0 && loudness > MetricLevel.loud
      let lead = min(1, abs(sum) / MetricLevel.clearLead)
      return isOverruled ? min(0.1, lead) : lead
    }
  }

  /// Every other time: the better path through on and off.
  private func alternate(_ times: [Double]) -> [Double] {
    let evidence = reader.evidence(at: times)
    guard !evidence.isEmpty else { return times }
    let worth = evidence.map { $0.kick + $0.low + 0.5 * $0.change }
    // Scores of paths that end with this time on the beat, and off it.
    var (on, off) = (worth[0], -worth[0])
    var steps: [(on: Bool, off: Bool)] = []
    for value in worth.dropFirst() {
      // True: comes from the other state, as it should.
      let step = (on: off >= on - Self.stumble, off: on >= off - Self.stumble)
      let nextOn = (step.on ? off : on - Self.stumble) + value
      let nextOff = (step.off ? on : off - Self.stumble) - value
      (on, off) = (nextOn, nextOff)
      steps.append(step)
    }
    var isOn = on >= off
    var chosen: [Double] = []
    for index in times.indices.reversed() {
      if isOn { chosen.append(times[index]) }
      guard index > 0 else { break }
      let step = steps[index - 1]
      if isOn ? step.on : step.off { isOn.toggle() }
    }
    return chosen.reversed()
  }

  /// How much more speaks for the chosen half of the times than for all of them; negative where all
  /// are the beat.
  private func slowLead(_ times: [Double], _ chosen: [Double]) -> Lead {
    let slow = 60 * Double(chosen.count - 1) / (chosen[chosen.count - 1] - chosen[0])
    let fast = 60 * Double(times.count - 1) / (times[times.count - 1] - times[0])
    let prior = Tempogram.logPrior(slow) - Tempogram.logPrior(fast)
    let levels = times.map { reader.peak(reader.level, at: $0) }
    return Lead(
      prior: prior, heard: contrast(times, chosen) - Self.usualContrast,
      loudness: Self.contrast(levels, of: times, chosen))
  }

  /// How much stronger the drums are on the chosen times than on the others, from −1 to 1.
  private func contrast(_ times: [Double], _ chosen: [Double]) -> Double {
    let kicks = times.map { reader.peak(reader.kick, at: $0) }
    let snares = times.map { reader.peak(reader.snare, at: $0) }
    let (kickTop, snareTop) = (Self.top(kicks), Self.top(snares))
    let hits = times.indices.map {
      max(min(1, kicks[$0] / kickTop), min(1, snares[$0] / snareTop))
    }
    return Self.contrast(hits, of: times, chosen)
  }

  /// How much greater the mean of values is at the chosen times than at the others, from −1 to 1.
  private static func contrast(
    _ values: [Double], of times: [Double], _ chosen: [Double]
  ) -> Double {
    var (on, off, onCount, offCount) = (0.0, 0.0, 0, 0)
    var place = 0
    for index in times.indices {
      if place < chosen.count, chosen[place] == times[index] {
        place += 1
        on += values[index]
        onCount += 1
      } else {
        off += values[index]
        offCount += 1
      }
    }
    guard onCount > 0, offCount > 0 else { return 0 }
    let (a, b) = (on / Double(onCount), off / Double(offCount))
    return a + b > 0 ? (a - b) / (a + b) : 0
  }

  private static func top(_ values: [Double]) -> Double {
    max(1e-9, values.sorted()[values.count * 9 / 10])
  }
}
