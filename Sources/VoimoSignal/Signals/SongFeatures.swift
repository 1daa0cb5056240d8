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

/// Facts about the song's level, in full scale 1.
package struct Loudness: Sendable, Equatable, Codable {
  /// Largest absolute sample.
  package let peak: Double
  /// Root mean square of both channels.
  package let rms: Double
  /// Nothing in it is above −60 dBFS.
  package let isSilent: Bool
  /// Share of samples, from 0 to 1, that sit at or over full scale.
  package let clippedShare: Double
  /// Mean of all samples.
  package let offset: Double

  /// Describes a level.
  package init(peak: Double, rms: Double, isSilent: Bool, clippedShare: Double, offset: Double) {
    self.peak = peak
    self.rms = rms
    self.isSilent = isSilent
    self.clippedShare = clippedShare
    self.offset = offset
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

  /// The mean of the rows whose centre is in a stretch of time; the nearest row when there is none.
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
  /// Strength of the twelve pitch classes from C on, 10 rows a second, each row's largest is 1 (0 in silence).
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
  /// Level of the whole song.
  package let loudness: Loudness

  /// Takes what was heard.
  package init(
    duration: Seconds, signals: Signals, chroma: FeatureRows, timbre: FeatureRows, tempo: Tempo,
    tempoMap: [TempoPoint], beats: [Beat], bars: [Bar], loudness: Loudness
  ) {
    self.duration = duration
    self.signals = signals
    self.chroma = chroma
    self.timbre = timbre
    self.tempo = tempo
    self.tempoMap = tempoMap
    self.beats = beats
    self.bars = bars
    self.loudness = loudness
  }

  /// The times of the bars' first beats.
  package var downbeats: [Seconds] { bars.map(\.start) }
}

extension SongFeatures {
  private static let version: UInt16 = 1

  /// A record of everything, about 2.3 kB for each second of song.
  package func encode() -> [UInt8] {
    var writer = ByteWriter(magic: "vSng", version: Self.version)
    writer.put(duration.value)
    for rows in [chroma, timbre] {
      writer.put(UInt16(rows.width))
      writer.put(rows.rate)
      writer.put(UInt32(rows.count))
      for value in rows.values { writer.put(value) }
    }
    writer.put(tempo.bpm)
    writer.put(tempo.confidence)
    writer.put(UInt32(tempoMap.count))
    for point in tempoMap {
      writer.put(point.time.value)
      writer.put(point.bpm)
    }
    writer.put(UInt32(beats.count))
    for beat in beats {
      writer.put(beat.time.value)
      writer.put(beat.confidence)
    }
    writer.put(UInt32(bars.count))
    for bar in bars {
      writer.put(bar.start.value)
      writer.put(UInt16(bar.beats))
      writer.put(bar.confidence)
    }
    for value in [loudness.peak, loudness.rms, loudness.clippedShare, loudness.offset] {
      writer.put(value)
    }
    writer.put(UInt8(loudness.isSilent ? 1 : 0))
    writer.put(signals.encode())
    return writer.bytes
  }

  /// Reads a record.
  ///
  /// - Throws: When the bytes are no such record, of another version, or not whole.
  package init(decoding bytes: [UInt8]) throws(SignalDecodingError) {
    var reader = try ByteReader(bytes, magic: "vSng", version: Self.version)
    duration = Seconds(try reader.double())
    chroma = try FeatureRows(from: &reader)
    timbre = try FeatureRows(from: &reader)
    tempo = Tempo(bpm: try reader.double(), confidence: try reader.double())
    var tempoMap: [TempoPoint] = []
    for _ in 0..<(try reader.count(of: 16)) {
      tempoMap.append(TempoPoint(time: Seconds(try reader.double()), bpm: try reader.double()))
    }
    self.tempoMap = tempoMap
    var beats: [Beat] = []
    for _ in 0..<(try reader.count(of: 16)) {
      beats.append(Beat(time: Seconds(try reader.double()), confidence: try reader.double()))
    }
    self.beats = beats
    var bars: [Bar] = []
    for _ in 0..<(try reader.count(of: 18)) {
      bars.append(
        Bar(
          start: Seconds(try reader.double()), beats: Int(try reader.word16()),
          confidence: try reader.double()))
    }
    self.bars = bars
    let (peak, rms) = (try reader.double(), try reader.double())
    let (clipped, offset) = (try reader.double(), try reader.double())
    loudness = Loudness(
      peak: peak, rms: rms, isSilent: try reader.byte() == 1, clippedShare: clipped,
      offset: offset)
    signals = try Signals(decoding: try reader.block())
    try reader.end()
  }
}

extension FeatureRows {
  fileprivate init(from reader: inout ByteReader) throws(SignalDecodingError) {
    let width = Int(try reader.word16())
    let rate = try reader.double()
    guard width > 0, rate > 0 else {
      throw SignalDecodingError(description: "rows of \(width) numbers at \(rate) a second")
    }
    let count = try reader.count(of: 4 * width)
    var values: [Float] = []
    values.reserveCapacity(count * width)
    for _ in 0..<count * width { values.append(try reader.float()) }
    self.init(width: width, rate: rate, values: values)
  }
}
