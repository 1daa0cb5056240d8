import VoimoBase

/// Where somebody sings: vocal activity turned into runs, pauses and sung time.
///
/// Positions are frames of the activity's own rate.
struct VoiceMap {
  /// A stretch without voice before a sung run.
  struct Pause {
    /// Where the voice stopped; 0 before the first run.
    var start: Int
    /// Where it sets in again.
    var end: Int
  }

  /// Frames a second.
  let rate: Double
  /// Whether somebody sings, per frame.
  let isSung: [Bool]
  /// Smoothed activity from 0 to 1, per frame.
  let level: [Float]
  /// Sung seconds before each frame; one more value than frames.
  ///
  /// Voice that stands alone among silence counts less: it is more likely a false alarm than a
  /// line.
  let sungBefore: [Double]
  /// The pauses that end with a voice setting in, in order.
  let pauses: [Pause]
  /// How clearly voice and silence differ, from 0 (noise) to 1.
  let contrast: Double

  /// Below this a voice would not be heard as one, whatever the rest of the song.
  private static let quietest: Float = 0.2

  /// Listens to activity; nil when there is none to speak of.
  ///
  /// - Complexity: O(*n*) in the number of frames.
  init?(_ hearing: SongHearing) {
    let rate = hearing.activityRate
    guard rate.isFinite, rate >= 1, rate <= 10_000 else { return nil }
    let duration = hearing.duration.value
    let wanted = duration.isFinite ? max(0, min(duration, 1e6)) * rate : 0
    let activity = hearing.activity.prefix(Int(wanted.rounded(.up))).map {
      $0.isFinite ? min(max($0, 0), 1) : 0
    }
    guard !activity.isEmpty else { return nil }
    let level = VoiceMap.smoothed(activity, radius: max(1, Int(rate * 0.03)))
    guard let split = VoiceMap.threshold(level) else { return nil }
    let isSung = VoiceMap.runs(level, threshold: split.threshold, rate: rate)
    var pauses: [Pause] = []
    var silentSince = 0
    for (frame, isSung) in isSung.enumerated() where isSung {
      if frame == 0 || frame > silentSince { pauses.append(Pause(start: silentSince, end: frame)) }
      silentSince = frame + 1
    }
    let sungBefore = VoiceMap.sungTime(isSung, rate: rate)
    guard let sung = sungBefore.last, sung >= 0.5 else { return nil }
    self.rate = rate
    self.isSung = isSung
    self.level = level
    self.sungBefore = sungBefore
    self.pauses = pauses
    contrast = split.contrast
  }

  /// Frames in the song.
  var count: Int { isSung.count }

  /// Sung seconds in the whole song.
  var sungSeconds: Double { sungBefore[count] }

  /// Sung seconds between two frames.
  func sung(from start: Int, to end: Int) -> Double {
    sungBefore[min(max(end, 0), count)] - sungBefore[min(max(start, 0), count)]
  }

  /// The frame after the last sung one before a frame; `start` when there is none after it.
  func lastSung(before end: Int, from start: Int) -> Int {
    var frame = min(end, count)
    while frame > start, !isSung[frame - 1] { frame -= 1 }
    return frame
  }

  /// The first frame at which a number of sung seconds has passed since `start`.
  func frame(afterSung seconds: Double, from start: Int, to end: Int) -> Int {
    let wanted = sungBefore[min(max(start, 0), count)] + seconds
    var (low, high) = (start, min(end, count))
    while low < high {
      let middle = (low + high) / 2
      if sungBefore[middle] < wanted - 1e-9 { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Sums sung frames, each by how much of the two seconds around it is sung: full from 40 % on,
  /// nothing below 10 %.
  private static func sungTime(_ isSung: [Bool], rate: Double) -> [Double] {
    let radius = Int(rate)
    var inside = 0
    for frame in 0..<min(radius, isSung.count) where isSung[frame] { inside += 1 }
    var sums = [0.0]
    sums.reserveCapacity(isSung.count + 1)
    var sum = 0.0
    for frame in isSung.indices {
      if frame + radius < isSung.count, isSung[frame + radius] { inside += 1 }
      if frame - radius > 0, isSung[frame - radius - 1] { inside -= 1 }
      if isSung[frame] {
        let share = Double(inside) / Double(2 * radius + 1)
        sum += min(1, max(0, (share - 0.1) / 0.3)) / rate
      }
      sums.append(sum)
    }
    return sums
  }

  private static func smoothed(_ values: [Float], radius: Int) -> [Float] {
    var sum: Float = 0
    var prefix: [Float] = [0]
    prefix.reserveCapacity(values.count + 1)
    // Restarting the sums keeps their error below what a float can hold of hours of frames.
    var result: [Float] = []
    result.reserveCapacity(values.count)
    let block = 1 << 14
    var from = 0
    while from < values.count {
      let lower = max(0, from - radius)
      let upper = min(values.count, from + block + radius + 1)
      sum = 0
      prefix.removeAll(keepingCapacity: true)
      prefix.append(0)
      for index in lower..<upper {
        sum += values[index]
        prefix.append(sum)
      }
      for index in from..<min(values.count, from + block) {
        let (a, b) = (max(lower, index - radius), min(upper, index + radius + 1))
        result.append((prefix[b - lower] - prefix[a - lower]) / Float(b - a))
      }
      from += block
    }
    return result
  }

  /// The level that best splits frames in two (Otsu 1979), and how well it does.
  private static func threshold(_ level: [Float]) -> (threshold: Float, contrast: Double)? {
    var histogram = [Double](repeating: 0, count: 100)
    for value in level { histogram[min(99, Int(value * 100))] += 1 }
    let total = Double(level.count)
    let mean = histogram.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element } / total
    let variance =
      histogram.enumerated().reduce(0) {
        $0 + (Double($1.offset) - mean) * (Double($1.offset) - mean) * $1.element
      } / total
    guard level.contains(where: { $0 >= quietest }) else { return nil }
    var best = (bin: 30, between: 0.0)
    var (weight, sum) = (0.0, 0.0)
    for bin in 0..<99 {
      weight += histogram[bin]
      sum += Double(bin) * histogram[bin]
      guard weight > 0, weight < total else { continue }
      let difference = sum / weight - (mean * total - sum) / (total - weight)
      let between = weight * (total - weight) * difference * difference / (total * total)
      if between > best.between { best = (bin, between) }
    }
    let threshold = min(max(Float(best.bin + 1) / 100, quietest), 0.6)
    return (threshold, variance > 0 ? min(1, best.between / variance) : 0)
  }

  /// Sung frames by a threshold with hysteresis; blips and chinks shorter than a syllable closed.
  private static func runs(_ level: [Float], threshold: Float, rate: Double) -> [Bool] {
    var isSung: [Bool] = []
    isSung.reserveCapacity(level.count)
    var isOn = false
    for value in level {
      isOn = value >= (isOn ? threshold * 0.8 : threshold)
      isSung.append(isOn)
    }
    flip(&isSung, runsOf: false, shorterThan: Int(rate * 0.08))
    flip(&isSung, runsOf: true, shorterThan: Int(rate * 0.10))
    return isSung
  }

  private static func flip(_ flags: inout [Bool], runsOf value: Bool, shorterThan limit: Int) {
    var start = 0
    while start < flags.count {
      var end = start
      while end < flags.count, flags[end] == flags[start] { end += 1 }
      // A run at an edge may go on outside.
      if flags[start] == value, end - start < limit, start > 0, end < flags.count {
        for index in start..<end { flags[index] = !value }
      }
      start = end
    }
  }
}
