/// What the song does at one frame, as far as pictures answer it; each from 0 to 1.
package struct FrameSignals: Sendable, Hashable {
  package var onset: Float
  package var low: Float
  package var high: Float
  package var kick: Float
  package var snare: Float
  /// How far the frame is from the last beat to the next.
  package var beatPhase: Float
  /// How sure the last beat is.
  package var beatStrength: Float
  /// How far the frame is from the last bar line to the next.
  package var barPhase: Float

  package init(
    onset: Float = 0, low: Float = 0, high: Float = 0, kick: Float = 0, snare: Float = 0,
    beatPhase: Float = 0,
    beatStrength: Float = 0, barPhase: Float = 0
  ) {
    self.onset = onset
    self.low = low
    self.high = high
    self.kick = kick
    self.snare = snare
    self.beatPhase = beatPhase
    self.beatStrength = beatStrength
    self.barPhase = barPhase
  }

  private static let count = 8

  /// The signals of consecutive frames: each number as two bytes, little-endian, in 1/65535.
  ///
  /// Two bytes, so that a difference nobody can see changes no key.
  package static func encode(_ frames: [FrameSignals]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(frames.count * count * 2)
    for frame in frames {
      for number in frame.numbers {
        let level = UInt16((min(max(number.isNaN ? 0 : number, 0), 1) * 65535).rounded())
        bytes.append(UInt8(truncatingIfNeeded: level))
        bytes.append(UInt8(truncatingIfNeeded: level >> 8))
      }
    }
    return bytes
  }

  /// Reads what `encode` wrote; nil for a length that it never writes.
  package static func decode(_ bytes: [UInt8]) -> [FrameSignals]? {
    guard bytes.count % (count * 2) == 0 else { return nil }
    return stride(from: 0, to: bytes.count, by: count * 2).map { start in
      func number(_ index: Int) -> Float {
        let at = start + index * 2
        return Float(UInt16(bytes[at]) | UInt16(bytes[at + 1]) << 8) / 65535
      }
      return FrameSignals(
        onset: number(0), low: number(1), high: number(2), kick: number(3), snare: number(4),
        beatPhase: number(5), beatStrength: number(6), barPhase: number(7))
    }
  }

  private var numbers: [Float] {
    [onset, low, high, kick, snare, beatPhase, beatStrength, barPhase]
  }
}
