import VoimoBase

/// When the words of a path are sung.
struct HeardTimes {
  /// For each word of the graph; nil where the path leaves it out.
  let words: [Range<Seconds>?]
  /// When the song ends.
  let end: Seconds

  /// A word's last sound goes on as long as its phone has more than this against silence.
  private static let fading: Float = -3

  /// Takes recognisers' latency off, and ends words with their last sound, before the next begins.
  init(_ emissions: Emissions, _ heard: HeardWords, _ graph: PhoneGraph, _ scores: PhoneScores) {
    func time(_ frame: Double) -> Double {
      max(0, emissions.start + frame * emissions.hop - PhonemeAligner.latency)
    }
    end = Seconds(time(Double(emissions.frames) + PhonemeAligner.latency / emissions.hop))
    var words: [Range<Seconds>?] = []
    var next = emissions.frames
    for (number, word) in heard.words.enumerated().reversed() {
      guard let word else {
        words.append(nil)
        continue
      }
      let phone = Int(graph.classes[graph.words[number].phones.upperBound - 1])
      var last = word.end
      while last < next, scores.values[last * scores.phones + phone] > Self.fading { last += 1 }
      let start = time(Double(word.first))
      let end = min(time(Double(last)) + PhonemeAligner.lastSound, time(Double(next)))
      words.append(Seconds(start)..<Seconds(max(start, end)))
      next = word.first
    }
    self.words = words.reversed()
  }
}
