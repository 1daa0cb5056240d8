import Foundation
import VoimoBase
import VoimoLyrics

/// A song that is sung by a machine, as a recogniser would hear it: for every frame of 20 ms, the
/// probabilities of phones.
struct SungSong {
  static let tokens = ["<blank>", "<wb>"] + consonants + vowels
  static let consonants = ["p", "t", "k", "b", "d", "g", "m", "n", "s", "f", "l", "v", "z", "h"]
  static let vowels = ["i", "u", "ɛ", "ɔ", "ɑ", "æ", "oʊ", "eɪ"]

  private(set) var frames: [[Float]] = []
  private var random: SeededRandom
  /// How much of a phone is heard, at least, and at most.
  var clarity = 0.5...0.95

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  /// Now, in seconds.
  var time: Double { Double(frames.count) * 0.02 }

  /// Sings nothing for some seconds.
  mutating func rest(_ seconds: Double) {
    for _ in 0..<Int((seconds / 0.02).rounded()) { frames.append(row([:])) }
  }

  /// Sings a line, and returns when each word begins.
  mutating func sing(_ line: SpokenLine) -> [Double] {
    line.words.map { word in
      let start = time
      for phone in word.phones {
        let part = Float(random.number(in: clarity))
        frames.append(row([phone: part]))
        if random.unit() < 0.4 { frames.append(row([phone: part / 2])) }
        rest(random.number(in: 0.03...0.16))
      }
      frames.append(row(["<wb>": 0.6]))
      return start
    }
  }

  /// What a recogniser says of it.
  func emissions() throws -> Emissions {
    try Emissions(
      values: frames.flatMap(\.self), tokens: Self.tokens, blank: 0, hop: 0.02,
      start: 0.06)
  }

  /// Logarithms of probabilities: phones that are heard, a little of all others, and the blank.
  private mutating func row(_ heard: [String: Float]) -> [Float] {
    var parts = Self.tokens.map { _ in Float(random.number(in: 1e-6...2e-3)) }
    for (index, token) in Self.tokens.enumerated() { parts[index] += heard[token] ?? 0 }
    parts[0] = 0
    parts[0] = max(0.02, 1 - parts.reduce(0, +))
    let sum = parts.reduce(0, +)
    return parts.map { Float(log(Double($0 / sum))) }
  }

  /// A made-up text: lines of words of syllables.
  mutating func text(lines: Int, words: ClosedRange<Int> = 3...7) -> [SpokenLine] {
    (0..<lines).map { _ in
      let count = words.lowerBound + Int(random.unit() * Double(words.count))
      return SpokenLine(
        words: (0..<count).map { _ in
          let syllables = 1 + Int(random.unit() * 2.5)
          let phones = (0..<syllables).flatMap { _ in
            [pick(Self.consonants), pick(Self.vowels)]
          }
          return SpokenWord(text: phones.joined(), phones: phones)
        })
    }
  }

  /// A number up to one.
  mutating func chance() -> Double { random.unit() }

  private mutating func pick(_ from: [String]) -> String {
    from[min(from.count - 1, Int(random.unit() * Double(from.count)))]
  }
}

extension [SpokenLine] {
  /// The lines as the text of a song.
  var stanzas: [Stanza] {
    [
      Stanza(
        lines: enumerated().map { number, line in
          StanzaLine(
            text: line.words.map(\.text).joined(separator: " "), sourceLine: number + 1)
        })
    ]
  }
}
