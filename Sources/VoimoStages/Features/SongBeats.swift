package import VoimoBase
package import VoimoSignal

/// Tempo, beats and bars of a song, small enough to be kept as a step's value.
package struct SongBeats: Codable, Sendable, Equatable {
  /// The most common tempo, in beats a minute; 0 where no beat was heard.
  package var bpm: Double
  /// How sure the tempo is, from 0 to 1.
  package var confidence: Double
  /// When each beat falls, in song seconds, rising.
  package var beats: [Double]
  /// How sure each beat is, from 0 to 1.
  package var strengths: [Double]
  /// When each bar begins, in song seconds, rising.
  package var downbeats: [Double]
  /// Length of the song.
  package var duration: Seconds
  /// Facts about the song's level.
  package var level: Loudness
  /// Beats in a bar.
  package var metre: Metre
  /// The tempo over time, one point where it is new.
  package var tempoMap: [TempoPoint]
  /// The key of most of the song; nil where nothing with a pitch was heard.
  package var key: SongKey?
  /// Chords in order, from 0 to the song's end.
  package var chords: [ChordSpan]

  package init(
    bpm: Double, confidence: Double, beats: [Double], strengths: [Double], downbeats: [Double],
    duration: Seconds, level: Loudness, metre: Metre = Metre(beats: 0, confidence: 0),
    tempoMap: [TempoPoint] = [], key: SongKey? = nil, chords: [ChordSpan] = []
  ) {
    self.bpm = bpm
    self.confidence = confidence
    self.beats = beats
    self.strengths = strengths
    self.downbeats = downbeats
    self.duration = duration
    self.level = level
    self.metre = metre
    self.tempoMap = tempoMap
    self.key = key
    self.chords = chords
  }

  /// What is kept of everything that was heard.
  package init(of features: SongFeatures) {
    self.init(
      bpm: features.tempo.bpm, confidence: features.tempo.confidence,
      beats: features.beats.map(\.time.value), strengths: features.beats.map(\.confidence),
      downbeats: features.downbeats.map(\.value), duration: features.duration,
      level: features.loudness, metre: features.metre, tempoMap: features.tempoMap,
      key: features.key, chords: features.chords)
  }

  /// The length of a beat around a time, by the median of the four nearest; half a second where
  /// there are too few beats.
  package func beatLength(at time: Seconds) -> Double {
    guard let index = SortedTimes(beats).last(atOrBefore: time.value), beats.count > 4 else {
      return bpm > 0 ? 60 / bpm : 0.5
    }
    let first = min(max(index - 2, 0), beats.count - 5)
    let lengths = (first..<first + 4).map { beats[$0 + 1] - beats[$0] }.sorted()
    return (lengths[1] + lengths[2]) / 2
  }

  /// The length of a bar around a time; four beats where too few bars are known.
  package func barLength(at time: Seconds) -> Double {
    guard let index = SortedTimes(downbeats).last(atOrBefore: time.value),
      downbeats.indices.contains(index + 1)
    else { return 4 * beatLength(at: time) }
    return downbeats[index + 1] - downbeats[index]
  }
}

/// Looks up times that rise.
package struct SortedTimes: Sendable {
  private let times: [Double]

  package init(_ times: [Double]) { self.times = times }

  /// The index of the last time at or before another; nil before the first.
  ///
  /// - Complexity: O(log *n*).
  package func last(atOrBefore time: Double) -> Int? {
    var low = 0
    var high = times.count
    while low < high {
      let middle = (low + high) / 2
      if times[middle] <= time { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }

  /// The time nearest to another; nil where there is none.
  package func nearest(to time: Double) -> Double? {
    guard let before = last(atOrBefore: time) else { return times.first }
    guard times.indices.contains(before + 1) else { return times[before] }
    return time - times[before] <= times[before + 1] - time ? times[before] : times[before + 1]
  }
}
