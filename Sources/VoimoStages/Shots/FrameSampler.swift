import VoimoBase
import VoimoSignal

/// Reads what the song does at a frame: signals between their samples, phases between beats.
struct FrameSampler {
  private let signals: Signals
  private let beats: SongBeats
  /// The beats that pictures answer: never closer than a third of a second, because a frame that
  /// lights up more than three times a second can hurt people.
  private let answered: [Int]
  private let answeredTimes: [Double]
  private let beatTimes: SortedTimes
  private let barTimes: SortedTimes

  init(signals: Signals, beats: SongBeats) {
    self.signals = signals
    self.beats = beats
    answered = AnsweredBeats.apart(beats.beats)
    answeredTimes = answered.map { beats.beats[$0] }
    beatTimes = SortedTimes(answeredTimes)
    barTimes = SortedTimes(beats.downbeats)
  }

  /// The signals at a time of the song; rests where the song has none.
  func sample(at time: Seconds) -> FrameSignals {
    let beat = beatTimes.last(atOrBefore: time.value)
    return FrameSignals(
      onset: signals.value(.onset, at: time), low: signals.value(.low, at: time),
      high: signals.value(.high, at: time), kick: signals.value(.kick, at: time),
      snare: signals.value(.snare, at: time),
      beatPhase: phase(
        of: time, after: beat, in: answeredTimes, typical: beats.beatLength(at: time)),
      beatStrength: beat.map { Float(beats.strengths[answered[$0]]) } ?? 0,
      barPhase: phase(
        of: time, after: barTimes.last(atOrBefore: time.value), in: beats.downbeats,
        typical: beats.barLength(at: time)))
  }

  /// How far a time is from the last mark to the next; past a typical length it stays at the end.
  private func phase(of time: Seconds, after index: Int?, in marks: [Double], typical: Double)
    -> Float
  {
    guard let index else { return 0 }
    let next = marks.indices.contains(index + 1) ? marks[index + 1] : marks[index] + typical
    return Float(min(1, (time.value - marks[index]) / max(next - marks[index], 1e-6)))
  }
}
