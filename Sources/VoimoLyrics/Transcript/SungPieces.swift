package import VoimoBase

/// Which pieces of a song are worth transcribing: those in which somebody sings.
///
/// Whisper hears 30 seconds at once, and invents words where there are none (Radford et al. 2023).
package enum SungPieces {
  /// The longest piece, in seconds: Whisper's 30 less a margin.
  static let longest = 28.0
  /// The shortest piece, in seconds; shorter ones hold no word.
  static let shortest = 0.5
  /// What is kept before and after the voice, in seconds: soft consonants do not count as voice.
  static let padding = 0.3
  /// Shorter pauses do not end a piece, in seconds.
  static let joined = 1.0
  /// No piece is cut off shorter than this, in seconds: with less, a recogniser lacks context.
  static let shortestPart = 2.0

  /// Pieces in order, without overlap, inside the song; empty where nobody sings.
  ///
  /// `level` says how likely somebody sings, from 0 to 1, `rate` times a second. Pieces that would
  /// be too long are cut in their longest pause, else where the voice is softest.
  ///
  /// - Complexity: O(*n* · *p*) for *n* values and *p* pieces.
  package static func pieces(level: [Float], rate: Double = 100) -> [Range<Seconds>] {
    guard rate.isFinite, rate > 0 else { return [] }
    let duration = Double(level.count) / rate
    let hearing = SongHearing(activity: level, activityRate: rate, duration: Seconds(duration))
    guard let voice = VoiceMap(hearing) else { return [] }
    let runs = runs(in: voice)
    var spans: [ArraySlice<Range<Int>>] = []
    var first = 0
    for index in runs.indices {
      let isLast = index + 1 == runs.count
      guard isLast || Double(runs[index + 1].lowerBound - runs[index].upperBound) >= rate * joined
      else { continue }
      spans.append(runs[first...index])
      first = index + 1
    }
    let cut = spans.flatMap { parts(of: Array($0), in: voice) }
    // In whole frames, so that neighbours never overlap by an error of rounding.
    let pad = Int(padding * rate)
    return cut.indices.compactMap { index in
      let part = cut[index]
      // Where two parts are closer than two paddings, they meet in the middle between them.
      var (from, to) = (max(0, part.lowerBound - pad), min(voice.count, part.upperBound + pad))
      if index > 0 { from = max(from, (cut[index - 1].upperBound + part.lowerBound) / 2) }
      if index + 1 < cut.count { to = min(to, (part.upperBound + cut[index + 1].lowerBound) / 2) }
      guard Double(to - from) >= shortest * rate else { return nil }
      return Seconds(Double(from) / rate)..<Seconds(Double(to) / rate)
    }
  }

  /// The runs of sung frames.
  private static func runs(in voice: VoiceMap) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for (frame, isSung) in voice.isSung.enumerated() where isSung {
      if let last = runs.last, last.upperBound == frame {
        runs[runs.count - 1] = last.lowerBound..<(frame + 1)
      } else {
        runs.append(frame..<(frame + 1))
      }
    }
    return runs
  }

  /// Neighbouring runs as parts that are short enough, each from its first sung frame to its last.
  private static func parts(of runs: [Range<Int>], in voice: VoiceMap) -> [Range<Int>] {
    let limit = Int((longest - 2 * padding) * voice.rate)
    var done: [Range<Int>] = []
    // Those still to look at, the earliest one last.
    var waiting = [runs]
    while let runs = waiting.popLast() {
      guard let first = runs.first, let last = runs.last else { continue }
      let span = first.lowerBound..<last.upperBound
      if span.count <= limit {
        done.append(span)
        continue
      }
      let margin = Int(shortestPart * voice.rate)
      let inner = (span.lowerBound + margin)...(span.upperBound - margin)
      let pauses = runs.indices.dropLast().filter {
        inner.contains(runs[$0].upperBound) && inner.contains(runs[$0 + 1].lowerBound)
      }
      func length(_ pause: Int) -> Int { runs[pause + 1].lowerBound - runs[pause].upperBound }
      if let pause = pauses.max(by: { length($0) < length($1) }) {
        waiting.append(Array(runs[(pause + 1)...]))
        waiting.append(Array(runs[...pause]))
      } else {
        let cut = softest(in: span, voice)
        waiting.append(runs.compactMap { $0.nonEmpty(from: cut, to: span.upperBound) })
        waiting.append(runs.compactMap { $0.nonEmpty(from: span.lowerBound, to: cut) })
      }
    }
    return done
  }

  /// The frame with the least voice in the middle half of a span.
  private static func softest(in span: Range<Int>, _ voice: VoiceMap) -> Int {
    let quarter = span.count / 4
    let middle = (span.lowerBound + quarter)..<(span.upperBound - quarter)
    return middle.min { voice.level[$0] < voice.level[$1] } ?? span.lowerBound + span.count / 2
  }
}

extension Range<Int> {
  /// The part between two numbers; nil when it is empty.
  fileprivate func nonEmpty(from lower: Int, to upper: Int) -> Range<Int>? {
    let part = clamped(to: lower..<upper)
    return part.isEmpty ? nil : part
  }
}
