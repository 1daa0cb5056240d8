/// Frames a second as a reduced fraction, and the grid of frames it lays over the song's clock.
///
/// Frame *n* of the grid is at *n*/fps exactly. Boundaries are rounded once, from absolute times;
/// nothing here ever adds rounded lengths.
package struct FrameRate: Hashable, Sendable, Codable {
  /// Frames in `denominator` seconds; at least 1.
  package let numerator: Int
  /// Seconds that `numerator` frames last; at least 1.
  package let denominator: Int

  /// Takes and reduces a fraction; nil unless both parts are from 1 to 1 000 000.
  package init?(_ numerator: Int, over denominator: Int = 1) {
    guard (1...1_000_000).contains(numerator), (1...1_000_000).contains(denominator) else {
      return nil
    }
    var (a, b) = (numerator, denominator)
    while b != 0 { (a, b) = (b, a % b) }
    self.numerator = numerator / a
    self.denominator = denominator / a
  }

  /// 24 frames a second.
  package static let film = FrameRate(unchecked: 24)

  private init(unchecked numerator: Int) {
    self.numerator = numerator
    denominator = 1
  }

  /// Frames a second as a number, for arithmetic that need not be exact.
  package var framesPerSecond: Double { Double(numerator) / Double(denominator) }

  /// When a frame of the song's grid is.
  package func time(ofFrame frame: Int) -> Seconds {
    Seconds(Double(frame) * Double(denominator) / Double(numerator))
  }

  /// The grid frame nearest to a time.
  package func nearestFrame(to time: Seconds) -> Int { Int((frames(time)).rounded()) }

  /// The first grid frame at or after a time; a time within a microsecond of a frame is that frame.
  package func firstFrame(atOrAfter time: Seconds) -> Int {
    Int((frames(time) - 1e-6 * framesPerSecond).rounded(.up))
  }

  /// The sample, at a rate in Hz, on which a frame begins: the nearest one.
  package func sample(ofFrame frame: Int, sampleRate: Int) -> Int {
    let scaled = frame * denominator * sampleRate
    return (2 * scaled + numerator) / (2 * numerator)
  }

  private func frames(_ time: Seconds) -> Double {
    time.value * Double(numerator) / Double(denominator)
  }
}

extension FrameRate: CustomStringConvertible {
  /// `24` or `30000/1001`.
  package var description: String {
    denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
  }
}
