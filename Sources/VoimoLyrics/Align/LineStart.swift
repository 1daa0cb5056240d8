import VoimoBase

/// A place where a line of words could begin.
struct LineStart {
  /// The frame of the voice map.
  var frame: Int
  /// How unlikely a line begins here as far as the voice tells, as a negative logarithm.
  var cost: Double
  /// The silence before it, in seconds.
  var pause: Double
  /// Where it is in bars, counted from the song's first; nil when bars are not known.
  var bar: Double?
  /// Sung seconds before it.
  var sungBefore: Double
  /// What the pauses before it cost a line that sings through them, without and with its own.
  var pausesBefore: Double
  var pausesThrough: Double
}

extension LineStart {
  /// The places at which lines may begin, in order, closed by one at the song's end.
  ///
  /// These are the ends of pauses, dips of the voice, and, inside long runs, beats (or every 0.3
  /// s): many singers do not pause between lines.
  ///
  /// - Complexity: O(*n* + *c* log *c*) for *n* frames and *c* candidates.
  static func candidates(
    in voice: VoiceMap, hearing: SongHearing, atMost limit: Int
  ) -> [LineStart] {
    var costs: [Int: Double] = [:]
    func offer(_ frame: Int, cost: Double) {
      costs[frame] = min(cost, costs[frame] ?? .infinity)
    }
    let rate = voice.rate
    for pause in voice.pauses {
      let seconds = Double(pause.end - pause.start) / rate
      offer(pause.end, cost: exponential(-seconds / 0.25))
    }
    for (frame, depth) in dips(of: voice) {
      offer(frame, cost: midRunCost - 1.5 * Double(depth))
    }
    for frame in gridFrames(hearing, voice: voice)
    where voice.isSung[frame] && !hasNeighbour(costs, frame, within: Int(rate * 0.1)) {
      offer(frame, cost: midRunCost)
    }
    var chosen = costs.map { (frame: $0.key, cost: $0.value) }
    if chosen.count > limit {
      chosen.sort { ($0.cost, $0.frame) < ($1.cost, $1.frame) }
      chosen.removeLast(chosen.count - limit)
    }
    chosen.sort { $0.frame < $1.frame }
    return measured(chosen + [(voice.count, 0)], voice: voice, bars: barTimes(hearing))
  }

  /// The cost of a line that begins where the voice shows nothing.
  static let midRunCost = 2.2

  /// Adds what the costs of lines need at each place.
  private static func measured(
    _ places: [(frame: Int, cost: Double)], voice: VoiceMap, bars: [Double]
  ) -> [LineStart] {
    var result: [LineStart] = []
    var next = 0
    var cost = 0.0
    for place in places {
      while next < voice.pauses.count, voice.pauses[next].end < place.frame {
        cost += pauseInsideCost(voice.pauses[next], rate: voice.rate)
        next += 1
      }
      var (pause, own) = (0.0, 0.0)
      if next < voice.pauses.count, voice.pauses[next].end == place.frame {
        pause = Double(place.frame - voice.pauses[next].start) / voice.rate
        own = pauseInsideCost(voice.pauses[next], rate: voice.rate)
      }
      result.append(
        LineStart(
          frame: place.frame, cost: place.cost, pause: pause,
          bar: position(Double(place.frame) / voice.rate, in: bars),
          sungBefore: voice.sungBefore[place.frame], pausesBefore: cost,
          pausesThrough: cost + own))
    }
    return result
  }

  /// What a pause inside a line costs: breaths little, rests of a second and more a lot.
  private static func pauseInsideCost(_ pause: VoiceMap.Pause, rate: Double) -> Double {
    let seconds = Double(pause.end - pause.start) / rate
    return 1 - exponential(-seconds / 0.5) + min(6, max(0, seconds - 1))
  }

  /// Local minima of the voice inside sung runs, and how far it rises on both sides.
  private static func dips(of voice: VoiceMap) -> [(frame: Int, depth: Float)] {
    let reach = max(2, Int(voice.rate * 0.5))
    let step = max(1, Int(voice.rate * 0.05))
    var found: [(frame: Int, depth: Float)] = []
    var frame = step
    while frame + step < voice.count {
      defer { frame += 1 }
      let here = voice.level[frame]
      guard voice.isSung[frame], here < voice.level[frame - step], here < voice.level[frame + step]
      else { continue }
      guard voice.level[(frame - step)...(frame + step)].allSatisfy({ $0 >= here }) else {
        continue
      }
      let before = voice.level[max(0, frame - reach)..<frame].max() ?? 0
      let after = voice.level[(frame + 1)..<min(voice.count, frame + reach)].max() ?? 0
      let depth = min(before, after) - here
      if depth >= 0.12 {
        found.append((frame, min(1, depth * 1.5)))
        frame += step
      }
    }
    return found
  }

  private static func gridFrames(_ hearing: SongHearing, voice: VoiceMap) -> [Int] {
    let beats = hearing.beats.map(\.value).filter(\.isFinite)
    var times: [Double] = []
    if beats.count >= 8 {
      for (beat, next) in zip(beats, beats.dropFirst()) { times += [beat, (beat + next) / 2] }
    } else {
      times = (0..<Int(Double(voice.count) / voice.rate / 0.3)).map { Double($0) * 0.3 }
    }
    return times.filter { $0 >= 0 && $0 * voice.rate < Double(voice.count - 1) }
      .map { Int(($0 * voice.rate).rounded()) }
  }

  private static func hasNeighbour(_ costs: [Int: Double], _ frame: Int, within: Int) -> Bool {
    (frame - within...frame + within).contains { costs[$0] != nil }
  }

  /// Bars as heard; four beats each where only beats were.
  private static func barTimes(_ hearing: SongHearing) -> [Double] {
    let bars = hearing.bars.map(\.value).filter(\.isFinite).sorted()
    if bars.count >= 4 { return bars }
    let beats = hearing.beats.map(\.value).filter(\.isFinite).sorted()
    guard beats.count >= 16 else { return [] }
    return stride(from: 0, to: beats.count, by: 4).map { beats[$0] }
  }

  /// A time in bars, going on evenly before the first and after the last.
  private static func position(_ time: Double, in bars: [Double]) -> Double? {
    guard bars.count >= 2 else { return nil }
    var (low, high) = (0, bars.count - 2)
    while low < high {
      let middle = (low + high + 1) / 2
      if bars[middle] <= time { low = middle } else { high = middle - 1 }
    }
    let length = max(0.05, bars[low + 1] - bars[low])
    return Double(low) + (time - bars[low]) / length
  }
}
