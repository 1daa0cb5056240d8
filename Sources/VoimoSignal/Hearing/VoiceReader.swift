/// Reads what speaks for a voice from frames of centre and side.
struct VoiceReader {
  /// Hundredths of a second between frames.
  static let stride = 2

  /// What one frame says.
  struct Frame {
    var salience: Float
  }

  init(size: Int, sampleRate: Int) {}

  mutating func next(_ history: SampleHistory, center: Int) -> Frame { Frame(salience: 0) }
}
