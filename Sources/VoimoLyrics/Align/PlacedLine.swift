import VoimoBase

/// A line with its time.
struct PlacedLine {
  var start: Seconds
  var end: Seconds
  var confidence: Double
  var words: [LyricWord]

  /// A line with nothing to hear: its words share its time.
  init(_ text: String, start: Seconds, end: Seconds) {
    self.start = start
    self.end = end
    confidence = 0
    words = LyricLine(text: text, start: start, end: end).estimatedWords
  }

  /// A line over a stretch of voice: words share the sung time by syllables and keep out of pauses.
  init(_ text: String, from: Int, to: Int, voice: VoiceMap, confidence: Double) {
    let to = max(to, from)
    start = Seconds(Double(from) / voice.rate)
    end = Seconds(Double(to) / voice.rate)
    self.confidence = (confidence * 1000).rounded() / 1000
    let pieces = LyricLine.words(of: text)
    var weights = pieces.map { Double(max(1, Syllables.count(inWord: $0))) }
    // The last syllable of a line is held.
    if let last = weights.indices.last { weights[last] += 0.7 }
    let total = max(1, weights.reduce(0, +))
    let sung = voice.sung(from: from, to: to)
    guard sung > 0 else {
      words = LyricLine(text: text, start: start, end: end).estimatedWords
      return
    }
    words = []
    var done = 0.0
    var first = from
    for (piece, weight) in zip(pieces, weights) {
      done += weight
      let isLast = words.count + 1 == pieces.count
      let last =
        isLast ? to : voice.frame(afterSung: done / total * sung, from: from, to: to)
      while first < last, first < voice.count, !voice.isSung[first] { first += 1 }
      let word = LyricWord(
        text: piece, start: Seconds(Double(first) / voice.rate),
        end: Seconds(Double(max(first, last)) / voice.rate))
      words.append(word)
      first = max(first, last)
    }
  }
}
