import Glibc
import VoimoBase

/// Tempo and beats of a song.
struct Rhythm {
  private(set) var tempo = Tempo(bpm: 0, confidence: 0)
  private(set) var tempoMap: [TempoPoint] = []
  private(set) var beats: [Beat] = []

  /// No rhythm at all.
  init() {}

  init(tempogram: Tempogram, pulse: [Float], onset: [Float]) {
    let path = tempogram.path()
    guard !path.isEmpty, pulse.contains(where: { $0 > 0 }) else { return }
    let periods = path.map { 6_000 / Tempogram.tempos[$0] }
    let places = BeatTracker(pulse: pulse, periods: periods).places()
    guard places.count >= 2 else { return }
    let clarity = zip(tempogram.rows, path).map { row, index -> Double in
      Double(min(1, max(0, row[index] / 0.5)))
    }
    let times = places.map { Self.refined($0, onset: onset) }
    let ceiling = Double(max(percentile(places.map { Self.strength(pulse, $0) }, 0.9), 1e-6))
    for (index, time) in times.enumerated() {
      let window = min(clarity.count - 1, places[index] / Tempogram.hop)
      let strength = min(1, Double(Self.strength(pulse, places[index])) / ceiling)
      beats.append(
        Beat(
          time: Seconds(max(0, time)),
          confidence: Self.rounded(clarity[window] * (0.4 + 0.6 * strength))))
    }
    tempo = Self.tempo(of: beats, clarity: clarity)
    tempoMap = Self.map(of: beats)
  }

  private static func strength(_ pulse: [Float], _ place: Int) -> Float {
    pulse[max(0, place - 3)..<min(pulse.count, place + 4)].max() ?? 0
  }

  /// Seconds by which an onset's flux peaks before the onset itself: the frame begins to see it early.
  private static let lead = 0.0

  /// The time of the onset's peak near a place, between hundredths by a parabola.
  private static func refined(_ place: Int, onset: [Float]) -> Double {
    let range = max(1, place - 3)..<max(1, min(onset.count - 1, place + 4))
    var best = place
    for index in range where onset[index] > onset[index - 1] && onset[index] >= onset[index + 1] {
      if best == place && !(onset[best] > 0 && isPeak(onset, best)) || onset[index] > onset[best] {
        best = index
      }
    }
    guard isPeak(onset, best) else { return Double(place) / 100 + lead }
    let (a, b, c) = (
      Double(onset[best - 1]), Double(onset[best]), Double(onset[best + 1])
    )
    let bend = a - 2 * b + c
    let shift = bend < 0 ? max(-0.5, min(0.5, 0.5 * (a - c) / bend)) : 0
    return (Double(best) + shift) / 100 + lead
  }

  private static func isPeak(_ onset: [Float], _ index: Int) -> Bool {
    index > 0 && index + 1 < onset.count && onset[index] > onset[index - 1]
      && onset[index] >= onset[index + 1]
  }

  /// The tempo of the middle half of all beat lengths, to a hundredth.
  private static func tempo(of beats: [Beat], clarity: [Double]) -> Tempo {
    let gaps = zip(beats, beats.dropFirst()).map { $1.time.value - $0.time.value }.sorted()
    let middle = gaps[gaps.count / 4..<max(gaps.count / 4 + 1, gaps.count - gaps.count / 4)]
    let mean = middle.reduce(0, +) / Double(middle.count)
    let sure = clarity.reduce(0, +) / Double(max(1, clarity.count))
    return Tempo(bpm: (6_000 / mean).rounded() / 100, confidence: rounded(sure))
  }

  /// Points where the tempo, a median of nine beats, has moved by more than 3 %.
  private static func map(of beats: [Beat]) -> [TempoPoint] {
    guard beats.count > 2 else { return [] }
    let gaps = zip(beats, beats.dropFirst()).map { $1.time.value - $0.time.value }
    var points: [TempoPoint] = []
    for index in gaps.indices {
      let near = gaps[max(0, index - 4)..<min(gaps.count, index + 5)].sorted()
      let bpm = (600 / near[near.count / 2]).rounded() / 10
      if let last = points.last, abs(bpm / last.bpm - 1) <= 0.03 { continue }
      points.append(TempoPoint(time: beats[index].time, bpm: bpm))
    }
    return points
  }

  private static func rounded(_ value: Double) -> Double { (value * 1_000).rounded() / 1_000 }
}
