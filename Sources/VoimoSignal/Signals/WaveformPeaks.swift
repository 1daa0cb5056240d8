package import VoimoBase

/// The song's outline at several zooms: smallest and largest sample and level of every bin.
package struct WaveformPeaks: Sendable, Equatable {
  /// One bin of the outline, in full scale 1.
  package struct Bin: Sendable, Equatable {
    /// Smallest sample of both channels.
    package let low: Float
    /// Largest sample of both channels.
    package let high: Float
    /// Root mean square of both channels.
    package let rms: Float
  }

  /// The outline at one zoom.
  package struct Level: Sendable, Equatable {
    /// Hundredths of a second in one bin.
    package let hundredths: Int
    /// Bins from the song's first sample on; the last may be short.
    package let bins: [Bin]
  }

  /// Length of the song.
  package let duration: Seconds
  /// From fine (a hundredth of a second a bin) to coarse, each 8 times coarser.
  package let levels: [Level]

  /// How many hundredths a bin has at each zoom.
  package static let zooms = [1, 8, 64, 512]

  init(duration: Seconds, finest: [Bin]) {
    self.duration = duration
    var levels = [Level(hundredths: 1, bins: finest)]
    for (zoom, next) in zip(Self.zooms, Self.zooms.dropFirst()) {
      let finer = levels[levels.count - 1].bins
      levels.append(Level(hundredths: next, bins: Self.coarser(finer, by: next / zoom)))
    }
    self.levels = levels
  }

  private static func coarser(_ bins: [Bin], by factor: Int) -> [Bin] {
    stride(from: 0, to: bins.count, by: factor).map { start in
      let group = bins[start..<min(start + factor, bins.count)]
      return merged(group)
    }
  }

  /// One bin for many; nothing but zeros for none.
  static func merged(_ bins: ArraySlice<Bin>) -> Bin {
    guard let first = bins.first else { return Bin(low: 0, high: 0, rms: 0) }
    var (low, high, power) = (first.low, first.high, Float(0))
    for bin in bins {
      low = min(low, bin.low)
      high = max(high, bin.high)
      power += bin.rms * bin.rms
    }
    return Bin(low: low, high: high, rms: (power / Float(bins.count)).squareRoot())
  }

  /// The outline of a stretch of the song in equally wide columns, for a picture.
  ///
  /// - Complexity: O(`columns` × 8), from the zoom that is just finer than a column.
  package func columns(_ columns: Int, from: Seconds, to: Seconds) -> [Bin] {
    guard columns > 0, to > from else { return [] }
    let width = (to - from).value * 100 / Double(columns)
    let level = levels.last { Double($0.hundredths) <= width / 2 } ?? levels[0]
    let scale = 100 / Double(level.hundredths)
    return (0..<columns).map { column in
      let start = (from.value + (to - from).value * Double(column) / Double(columns)) * scale
      let end = (from.value + (to - from).value * Double(column + 1) / Double(columns)) * scale
      let first = max(0, Int(start.rounded(.down)))
      let last = min(level.bins.count, max(first + 1, Int(end.rounded(.down))))
      guard first < last else { return Bin(low: 0, high: 0, rms: 0) }
      return Self.merged(level.bins[first..<last])
    }
  }
}

extension WaveformPeaks {
  /// Collects the outline while the song's samples go by.
  package struct Builder: Sendable {
    private let sampleRate: Int
    private var samples = 0
    private var bins: [Bin] = []
    private var binEnd = 0
    private var low: Float = 0
    private var high: Float = 0
    private var power: Double = 0
    private var inBin = 0

    /// Begins a song.
    package init(sampleRate: Int) {
      precondition(sampleRate > 0)
      self.sampleRate = sampleRate
      binEnd = Self.end(ofBin: 0, sampleRate)
    }

    private static func end(ofBin bin: Int, _ sampleRate: Int) -> Int {
      max(bin + 1, ((bin + 1) * sampleRate + 50) / 100)
    }

    /// Takes the next samples of both channels, equally many; a mono song passes the same twice.
    package mutating func push(
      left: UnsafeBufferPointer<Float>, right: UnsafeBufferPointer<Float>
    ) {
      precondition(left.count == right.count)
      var start = 0
      while start < left.count {
        let end = min(left.count, start + binEnd - samples)
        var (low, high, power) = (low, high, Float(0))
        for index in start..<end {
          let (a, b) = unsafe (finite(left[index]), finite(right[index]))
          low = min(low, min(a, b))
          high = max(high, max(a, b))
          power += a * a + b * b
        }
        (self.low, self.high) = (low, high)
        self.power += Double(power)
        inBin += end - start
        samples += end - start
        start = end
        if samples == binEnd { closeBin() }
      }
    }

    private mutating func closeBin() {
      let rms = inBin > 0 ? Float((power / Double(2 * inBin)).squareRoot()) : 0
      bins.append(Bin(low: low, high: high, rms: rms))
      (low, high, power, inBin) = (0, 0, 0, 0)
      binEnd = Self.end(ofBin: bins.count, sampleRate)
    }

    /// The outline of all that was pushed.
    package consuming func finish() -> WaveformPeaks {
      if inBin > 0 { closeBin() }
      return WaveformPeaks(
        duration: Seconds(Double(samples) / Double(sampleRate)), finest: bins)
    }
  }

  private static let version: UInt16 = 1

  /// A record of 6 bytes for each hundredth of a second; samples over full scale are kept up to 2.
  package func encode() -> [UInt8] {
    var writer = ByteWriter(magic: "vPks", version: Self.version)
    writer.put(duration.value)
    let bins = levels[0].bins
    writer.put(UInt32(bins.count))
    writer.reserve(bins.count * 6)
    for bin in bins {
      for value in [bin.low, bin.high, bin.rms] {
        let steps = Int16((max(-2, min(1.9999, value)) * 16_384).rounded())
        writer.put(UInt16(bitPattern: steps))
      }
    }
    return writer.bytes
  }

  /// Reads a record; values come back within 1/32 768.
  ///
  /// - Throws: When the bytes are not such a record, of another version, or not whole.
  package init(decoding bytes: [UInt8]) throws(SignalDecodingError) {
    var reader = try ByteReader(bytes, magic: "vPks", version: Self.version)
    let duration = Seconds(try reader.double())
    let count = try reader.count(of: 6)
    var bins: [Bin] = []
    bins.reserveCapacity(count)
    for _ in 0..<count {
      let low = Float(Int16(bitPattern: try reader.word16())) / 16_384
      let high = Float(Int16(bitPattern: try reader.word16())) / 16_384
      let rms = Float(Int16(bitPattern: try reader.word16())) / 16_384
      bins.append(Bin(low: low, high: high, rms: rms))
    }
    try reader.end()
    self.init(duration: duration, finest: bins)
  }
}

/// A sample as it is, or silence for NaN and infinity.
@inline(__always) func finite(_ sample: Float) -> Float { sample.isFinite ? sample : 0 }
