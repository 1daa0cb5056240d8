import VoimoBase

/// A song made on the fly: clicks on the beat over chords that change with the section.
struct TestSong {
  /// In seconds.
  var length = 24.0
  /// In Hz.
  var sampleRate = 22_050
  var bpm = 120.0
  /// Length of each section; its chord differs from its neighbours'.
  var sectionLength = 8.0
  var seed: UInt64 = 1

  /// A 16-bit stereo WAV file.
  var wave: [UInt8] {
    let count = Int(length * Double(sampleRate))
    var random = SeededRandom(seed: seed)
    var body: [UInt8] = []
    body.reserveCapacity(count * 4)
    let chords: [[Double]] = [[220, 277.2, 329.6], [174.6, 220, 261.6], [246.9, 311.1, 370]]
    for index in 0..<count {
      let time = Double(index) / Double(sampleRate)
      let chord = chords[Int(time / sectionLength) % chords.count]
      let beat = time.truncatingRemainder(dividingBy: 60 / bpm)
      var sample = chord.reduce(0.0) { $0 + Self.sine($1 * time) } * 0.08
      sample += random.number(in: -1...1) * 0.5 * max(0, 1 - beat / 0.03)
      let level = Int16(max(-1, min(1, sample)) * 32_000)
      let bits = UInt16(bitPattern: level)
      let bytes = [UInt8(truncatingIfNeeded: bits), UInt8(truncatingIfNeeded: bits >> 8)]
      body += bytes + bytes
    }
    return Self.header(bytes: body.count, sampleRate: sampleRate) + body
  }

  /// The header of a 16-bit stereo file.
  static func header(bytes: Int, sampleRate: Int) -> [UInt8] {
    func little(_ value: Int, _ width: Int) -> [UInt8] {
      (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    return [UInt8]("RIFF".utf8) + little(36 + bytes, 4) + [UInt8]("WAVEfmt ".utf8) + little(16, 4)
      + little(1, 2) + little(2, 2) + little(sampleRate, 4) + little(sampleRate * 4, 4)
      + little(4, 2) + little(16, 2) + [UInt8]("data".utf8) + little(bytes, 4)
  }

  /// A sine of `cycles` turns, by its Taylor series near zero.
  private static func sine(_ cycles: Double) -> Double {
    let x = (cycles - cycles.rounded()) * 2 * .pi
    let y = x * x
    return x * (1 - y / 6 * (1 - y / 20 * (1 - y / 42 * (1 - y / 72 * (1 - y / 110)))))
  }
}
