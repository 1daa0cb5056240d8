package import VoimoBase

/// One beat of the song.
package struct Beat: Sendable, Equatable, Codable {
  /// When it is.
  package let time: Seconds
  /// From 0 to 1: how clearly something begins here, and how steady the tempo is around it.
  package let confidence: Double

  /// Describes a beat.
  package init(time: Seconds, confidence: Double) {
    self.time = time
    self.confidence = confidence
  }
}

/// One bar of the song.
package struct Bar: Sendable, Equatable, Codable {
  /// The time of its first beat.
  package let start: Seconds
  /// Beats it has, 3 or 4 as a rule; other counts where the song begins, ends or stumbles.
  package let beats: Int
  /// From 0 to 1: how far this place in the bar stands out from the others.
  package let confidence: Double

  /// Describes a bar.
  package init(start: Seconds, beats: Int, confidence: Double) {
    self.start = start
    self.beats = beats
    self.confidence = confidence
  }
}

/// Beats a minute, as far as they can be told.
package struct Tempo: Sendable, Equatable, Codable {
  /// Beats a minute; 0 when nothing in the song repeats.
  package let bpm: Double
  /// From 0 to 1.
  package let confidence: Double

  /// Describes a tempo.
  package init(bpm: Double, confidence: Double) {
    self.bpm = bpm
    self.confidence = confidence
  }
}

/// The tempo from a time on.
package struct TempoPoint: Sendable, Equatable, Codable {
  package let time: Seconds
  /// Beats a minute.
  package let bpm: Double

  /// Describes the tempo at a time.
  package init(time: Seconds, bpm: Double) {
    self.time = time
    self.bpm = bpm
  }
}

/// How many beats the song's bars have.
package struct Metre: Sendable, Equatable, Codable {
  /// Beats in most bars, 3 or 4; 0 where there are no bars.
  package let beats: Int
  /// From 0 to 1: how much better they fit than the other count.
  package let confidence: Double

  /// Describes a metre.
  package init(beats: Int, confidence: Double) {
    self.beats = beats
    self.confidence = confidence
  }
}

/// Rows of equally many numbers at equal distances in time, one after another.
package struct FeatureRows: Sendable, Equatable {
  /// Numbers in a row.
  package let width: Int
  /// Rows a second; row *k* is centred at *k*/rate.
  package let rate: Double
  /// All rows, `count * width` numbers.
  package internal(set) var values: [Float]

  /// Rows.
  package var count: Int { width == 0 ? 0 : values.count / width }

  /// Takes rows.
  package init(width: Int, rate: Double, values: [Float] = []) {
    precondition(width > 0 && rate > 0 && values.count % width == 0)
    self.width = width
    self.rate = rate
    self.values = values
  }

  /// One row.
  package func row(_ index: Int) -> ArraySlice<Float> {
    values[index * width..<(index + 1) * width]
  }

  /// As many rows as asked for at another rate: linear between rows, the nearest one past either
  /// end.
  ///
  /// Ten rows of `chroma` a second become one for each hundredth of a second with `resampled(to:
  /// 100, count: signals.count)`.
  package func resampled(to rate: Double, count wanted: Int) -> FeatureRows {
    precondition(rate > 0 && wanted >= 0, "\(wanted) rows at \(rate) a second")
    var made: [Float] = []
    made.reserveCapacity(wanted * width)
    for index in 0..<wanted {
      let place = Double(index) * self.rate / rate
      guard count > 0, place < Double(count - 1) else {
        made += count > 0 ? row(count - 1) : ArraySlice(repeating: 0, count: width)
        continue
      }
      let before = Int(place)
      let share = Float(place - Double(before))
      for (a, b) in zip(row(before), row(before + 1)) { made.append(a + (b - a) * share) }
    }
    return FeatureRows(width: width, rate: rate, values: made)
  }

  /// The mean of the rows whose centre is in a time range; the nearest row when there is none.
  package func mean(from: Double, to: Double) -> [Float] {
    guard count > 0 else { return Array(repeating: 0, count: width) }
    let first = max(0, min(count - 1, Int((from * rate).rounded(.up))))
    let last = max(first, min(count - 1, Int((to * rate).rounded(.up)) - 1))
    var sum = [Float](repeating: 0, count: width)
    for row in first...last {
      for column in 0..<width { sum[column] += values[row * width + column] }
    }
    let scale = 1 / Float(last - first + 1)
    for column in 0..<width { sum[column] *= scale }
    return sum
  }
}

/// All that was heard in a song, ready to cut on.
package struct SongFeatures: Sendable, Equatable {
  /// Length of the song.
  package let duration: Seconds
  /// Curves at 100 Hz.
  package let signals: Signals
  /// Strength of the twelve pitch classes from C on, 10 rows a second, each row's largest is 1 (0
  /// in silence).
  package let chroma: FeatureRows
  /// Thirteen mel-frequency cepstral coefficients, 10 rows a second, in nepers; the first is level.
  package let timbre: FeatureRows
  /// The tempo that most of the song has.
  package let tempo: Tempo
  /// The tempo over time, one point where it is new; empty when there is none.
  package let tempoMap: [TempoPoint]
  /// Beats in order.
  package let beats: [Beat]
  /// Bars in order; each starts on a beat.
  package let bars: [Bar]
  /// Beats in a bar.
  package let metre: Metre
  /// The key of most of the song; nil when nothing with a pitch is heard.
  package let key: SongKey?
  /// Chords from 0 to the song's end, in order and without gaps.
  package let chords: [ChordSpan]
  /// Level of the whole song.
  package let loudness: Loudness

  /// Takes what was heard.
  package init(
    duration: Seconds, signals: Signals, chroma: FeatureRows, timbre: FeatureRows, tempo: Tempo,
    tempoMap: [TempoPoint], beats: [Beat], bars: [Bar], metre: Metre,
    key: SongKey?, chords: [ChordSpan], loudness: Loudness
  ) {
    self.duration = duration
    self.signals = signals
    self.chroma = chroma
    self.timbre = timbre
    self.tempo = tempo
    self.tempoMap = tempoMap
    self.beats = beats
    self.bars = bars
    self.metre = metre
    self.key = key
    self.chords = chords
    self.loudness = loudness
  }

  /// The times of the bars' first beats.
  package var downbeats: [Seconds] { bars.map(\.start) }
}
