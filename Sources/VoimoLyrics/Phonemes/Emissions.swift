/// What a phoneme recogniser heard: for every frame, how likely each of its tokens is.
///
/// The recogniser is one trained with connectionist temporal classification (Graves, Fernández,
/// Gomez and Schmidhuber 2006): one of the tokens is its blank, "nothing new here".
package struct Emissions: Sendable {
  /// What each column stands for: phones in the phonetic alphabet, and signs of the model's own.
  package let tokens: [String]
  /// The column of the blank.
  package let blank: Int
  /// Seconds from one frame to the next.
  package let hop: Double
  /// When the first frame begins, in seconds of the song.
  package let start: Double
  /// How many frames there are.
  package let frames: Int
  /// Natural logarithms of probabilities, row after row of `tokens.count` values.
  let values: [Float]

  /// Why values cannot be used.
  package enum Fault: Error, Equatable {
    /// There are no tokens, or the blank is none of them.
    case noBlank
    /// The length of a frame is not a usable number of seconds.
    case badTimes
    /// The values are not whole rows.
    case partialRow(values: Int, tokens: Int)
    /// A value is not a number, or is infinite.
    case notFinite(frame: Int, token: Int)
    /// A value is above zero: no logarithm of a probability.
    case notProbability(frame: Int, token: Int)
  }

  /// Takes rows of log-probabilities.
  ///
  /// - Complexity: O(*n*) in the number of values, each of which is checked.
  /// - Throws: `Fault` where they cannot be what a recogniser says.
  package init(
    values: [Float], tokens: [String], blank: Int, hop: Double, start: Double = 0
  ) throws(Fault) {
    guard tokens.indices.contains(blank) else { throw .noBlank }
    guard hop.isFinite, (0.001...1).contains(hop), start.isFinite, abs(start) < 1e6 else {
      throw .badTimes
    }
    guard values.count % tokens.count == 0 else {
      throw .partialRow(values: values.count, tokens: tokens.count)
    }
    for (index, value) in values.enumerated() where !(value.isFinite && value <= 0.01) {
      let (frame, token) = index.quotientAndRemainder(dividingBy: tokens.count)
      throw value.isFinite
        ? .notProbability(frame: frame, token: token) : .notFinite(frame: frame, token: token)
    }
    self.values = values
    self.tokens = tokens
    self.blank = blank
    self.hop = hop
    self.start = start
    frames = values.count / tokens.count
  }

  /// Takes the bytes of a file of little-endian 32-bit numbers.
  ///
  /// - Throws: `Fault` where they cannot be what a recogniser says.
  package init(
    bytes: [UInt8], tokens: [String], blank: Int, hop: Double, start: Double = 0
  ) throws(Fault) {
    guard bytes.count % 4 == 0 else {
      throw .partialRow(values: bytes.count / 4, tokens: tokens.count)
    }
    var values: [Float] = []
    values.reserveCapacity(bytes.count / 4)
    for at in stride(from: 0, to: bytes.count, by: 4) {
      let low = UInt32(bytes[at]) | UInt32(bytes[at + 1]) << 8
      let high = UInt32(bytes[at + 2]) << 16 | UInt32(bytes[at + 3]) << 24
      values.append(Float(bitPattern: low | high))
    }
    try self.init(values: values, tokens: tokens, blank: blank, hop: hop, start: start)
  }

  /// The frames of a range as emissions of their own, with their times in the song.
  func part(_ range: Range<Int>) -> Emissions {
    Emissions(self, range.clamped(to: 0..<frames))
  }

  private init(_ whole: Emissions, _ range: Range<Int>) {
    tokens = whole.tokens
    blank = whole.blank
    hop = whole.hop
    start = whole.start + Double(range.lowerBound) * whole.hop
    frames = range.count
    let width = whole.tokens.count
    values = Array(whole.values[range.lowerBound * width..<range.upperBound * width])
  }
}
