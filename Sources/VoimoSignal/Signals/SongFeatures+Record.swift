import VoimoBase

extension SongFeatures {
  private static let version: UInt16 = 2

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
    writer.put(UInt16(metre.beats))
    writer.put(metre.confidence)
    writer.put(UInt8(key == nil ? 0 : 1))
    if let key {
      writer.put(UInt8(key.tonic))
      writer.put(UInt8(key.mode == .major ? 0 : 1))
      writer.put(key.confidence)
    }
    writer.put(UInt32(chords.count))
    for chord in chords {
      writer.put(chord.start.value)
      writer.put(chord.end.value)
      writer.put(Array(chord.name.utf8))
      writer.put(chord.confidence)
    }
    loudness.put(into: &writer)
    writer.put(signals.encode())
    return writer.bytes
  }

  /// Reads a record.
  ///
  /// - Throws: When the bytes are not such a record, of another version, or not whole.
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
    metre = Metre(beats: Int(try reader.word16()), confidence: try reader.double())
    key = try reader.byte() == 0 ? nil : SongKey(from: &reader)
    var chords: [ChordSpan] = []
    for _ in 0..<(try reader.count(of: 28)) {
      chords.append(
        ChordSpan(
          start: Seconds(try reader.double()), end: Seconds(try reader.double()),
          name: String(decoding: try reader.block(), as: UTF8.self),
          confidence: try reader.double()))
    }
    self.chords = chords
    loudness = try Loudness(from: &reader)
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

extension SongKey {
  fileprivate init(from reader: inout ByteReader) throws(SignalDecodingError) {
    let (tonic, mode) = (Int(try reader.byte()), try reader.byte())
    guard tonic < 12, mode < 2 else {
      throw SignalDecodingError(description: "a key on note \(tonic) of mode \(mode)")
    }
    self.init(
      tonic: tonic, mode: mode == 0 ? .major : .minor, confidence: try reader.double())
  }
}

extension Loudness {
  fileprivate func put(into writer: inout ByteWriter) {
    let levels = [peak, rms, clippedShare, offset, truePeak, leftRMS, rightRMS, correlation]
    for value in levels + [leadingSilence.value, trailingSilence.value] { writer.put(value) }
    writer.put(UInt8(isSilent ? 1 : 0))
    for value in [integrated, range] {
      writer.put(UInt8(value == nil ? 0 : 1))
      writer.put(value ?? 0)
    }
  }

  fileprivate init(from reader: inout ByteReader) throws(SignalDecodingError) {
    let (peak, rms) = (try reader.double(), try reader.double())
    let (clipped, offset) = (try reader.double(), try reader.double())
    let (truePeak, left) = (try reader.double(), try reader.double())
    let (right, correlation) = (try reader.double(), try reader.double())
    let (lead, trail) = (try reader.double(), try reader.double())
    let isSilent = try reader.byte() == 1
    let (hasIntegrated, integrated) = (try reader.byte() == 1, try reader.double())
    let (hasRange, range) = (try reader.byte() == 1, try reader.double())
    self.init(
      peak: peak, rms: rms, isSilent: isSilent, clippedShare: clipped, offset: offset,
      integrated: hasIntegrated ? integrated : nil, range: hasRange ? range : nil,
      truePeak: truePeak, leftRMS: left, rightRMS: right, correlation: correlation,
      leadingSilence: Seconds(lead), trailingSilence: Seconds(trail))
  }
}
