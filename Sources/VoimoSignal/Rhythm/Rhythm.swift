import Glibc
import VoimoBase

/// Tempo and beats of a song.
struct Rhythm {
  private(set) var tempo = Tempo(bpm: 0, confidence: 0)
  private(set) var tempoMap: [TempoPoint] = []
  private(set) var beats: [Beat] = []

  /// No rhythm at all.
  init() {}

  init(tempogram: Tempogram, pulse: [Float], reader: EvidenceReader) {
    let path = tempogram.path()
    guard !path.isEmpty, pulse.contains(where: { $0 > 0 }) else { return }
    let first = Rhythm(path: path, tempogram: tempogram, pulse: pulse, reader: reader)
    let correction = TempoRivals(pulse: pulse).correction(of: first.tempo.bpm, on: path)
    self = first
    if correction.steps != 0 {
      let moved = path.map { max(0, min(Tempogram.tempos.count - 1, $0 + correction.steps)) }
      self = Rhythm(path: moved, tempogram: tempogram, pulse: pulse, reader: reader)
    }
    tempo = Tempo(
      bpm: tempo.bpm,
      confidence: min(tempo.confidence, Self.rounded(0.3 + 0.7 * correction.certainty)))
  }

  /// The beats along a path of tempos, one for each window of the tempogram.
  private init(path: [Int], tempogram: Tempogram, pulse: [Float], reader: EvidenceReader) {
    // Half beats first: they go on evenly where the accents change from on to off the beat.
    let periods = path.map { 3_000 / Tempogram.tempos[$0] }
    let places = BeatTracker(pulse: pulse, periods: periods).places()
    guard places.count >= 2 else { return }
    let candidates = places.map { Self.refined(Double($0) / 100, onset: reader.onset) }
    let level = MetricLevel(reader: reader).beats(fromHalves: candidates)
    let times = level.times.map { Self.refined($0, onset: reader.onset) }
    let clarity = zip(tempogram.rows, path).map { row, index -> Double in
      Double(min(1, max(0, row[index] / 0.5)))
    }
    let strengths = times.map { reader.peak(pulse, at: $0) }
    let ceiling = max(strengths.sorted()[strengths.count * 9 / 10], 1e-6)
    for (time, strength) in zip(times, strengths) {
      let window = max(0, min(clarity.count - 1, Int(time * 100) / Tempogram.hop))
      beats.append(
        Beat(
          time: Seconds(max(0, (time * 10_000).rounded() / 10_000)),
          confidence: Self.rounded(clarity[window] * (0.4 + 0.6 * min(1, strength / ceiling)))))
    }
    tempo = Self.tempo(of: beats, clarity: clarity, certainty: level.certainty)
    tempoMap = Self.map(of: beats)
  }

  /// The time of the nearest onset's peak within 30 ms, between hundredths by a parabola; else the
  /// time itself.
  ///
  /// Flux of frames centred on their time peaks within 2 ms of where a drum's hit begins, so
  /// nothing is taken off.
  private static func refined(_ time: Double, onset: [Float]) -> Double {
    let place = Int((time * 100).rounded())
    var best = -1
    for index in max(1, place - 3)..<max(1, min(onset.count - 1, place + 4))
    where onset[index] > onset[index - 1] && onset[index] >= onset[index + 1] {
      if best < 0 || onset[index] > onset[best] { best = index }
    }
    guard best > 0 else { return time }
    let (a, b, c) = (Double(onset[best - 1]), Double(onset[best]), Double(onset[best + 1]))
    let bend = a - 2 * b + c
    let shift = bend < 0 ? max(-0.5, min(0.5, 0.5 * (a - c) / bend)) : 0
    return (Double(best) + shift) / 100
  }

  /// The tempo of the middle half of all beat lengths, to a hundredth.
  ///
  /// A clear pulse whose beats could as well be every other one, or twice as many, is not sure.
  private static func tempo(
    of beats: [Beat], clarity: [Double], certainty: Double
  ) -> Tempo {
    let gaps = zip(beats, beats.dropFirst()).map { $1.time.value - $0.time.value }.sorted()
    let middle = gaps[gaps.count / 4..<max(gaps.count / 4 + 1, gaps.count - gaps.count / 4)]
    let mean = middle.reduce(0, +) / Double(middle.count)
    let sure = clarity.reduce(0, +) / Double(max(1, clarity.count)) * (0.3 + 0.7 * certainty)
    return Tempo(bpm: (6_000 / mean).rounded() / 100, confidence: rounded(sure))
  }

  /// Points where the tempo, a median of thirteen beats, has moved by more than 4 %.
  private static func map(of beats: [Beat]) -> [TempoPoint] {
    guard beats.count > 2 else { return [] }
    let gaps = zip(beats, beats.dropFirst()).map { $1.time.value - $0.time.value }
    var points: [TempoPoint] = []
    for index in gaps.indices {
      let near = gaps[max(0, index - 6)..<min(gaps.count, index + 7)].sorted()
      let bpm = (600 / near[near.count / 2]).rounded() / 10
      if let last = points.last, abs(bpm / last.bpm - 1) <= 0.04 { continue }
      points.append(TempoPoint(time: beats[index].time, bpm: bpm))
    }
    return points
  }

  private static func rounded(_ value: Double) -> Double { (value * 1_000).rounded() / 1_000 }
}
