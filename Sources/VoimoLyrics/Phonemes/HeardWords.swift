/// What a path says about the words of a song: where each is, and how well it was heard.
struct HeardWords {
  /// One word of the graph.
  struct Word {
    /// The frame in which its first phone begins, and the one after its last phone.
    var first: Int
    var end: Int
    /// The scores of its phones, summed.
    var score: Float
    /// What any phones would have scored in its frames and the pause after it.
    var best: Float
  }

  /// How a line was heard.
  struct Line {
    /// The frames from its first phone to its last; nil where the path leaves it out.
    var frames: Range<Int>?
    /// What its phones scored in the mean, against the best that could have been heard instead: 0
    /// where all that was heard are its phones, −9 where nothing of it was.
    var margin: Float
    /// The share of its phones that the path does not leave out.
    var share: Float
    /// What was sung after it that is not in the text: the sum of the best phones' scores.
    var unexplainedAfter: Float = 0
  }

  /// For each word of the graph; nil where the path leaves it out.
  let words: [Word?]
  /// For each line of the graph.
  let lines: [Line]
  /// What was sung before the first line that is not in the text.
  let unexplainedBefore: Float
  /// The share of all that was sung, by the scores of the best phones, that lies inside of lines.
  let explained: Float

  /// Reads a path.
  ///
  /// - Complexity: O(*f* + *p*) for *f* frames and *p* phones.
  init(_ path: PhonePath, _ graph: PhoneGraph, _ scores: PhoneScores) {
    var first = [Int](repeating: -1, count: graph.classes.count)
    var end = first
    var sums = [Float](repeating: 0, count: graph.classes.count)
    for (frame, state) in path.states.enumerated() where state % 2 == 1 && state < graph.chain {
      let phone = Int(state / 2)
      if first[phone] < 0 { first[phone] = frame }
      end[phone] = frame + 1
      sums[phone] += scores.values[frame * scores.phones + Int(graph.classes[phone])]
    }
    var heard = [Float](repeating: 0, count: scores.frames + 1)
    for frame in 0..<scores.frames { heard[frame + 1] = heard[frame] + scores.best[frame] }
    let words = graph.words.map { word -> Word? in
      guard first[word.phones.lowerBound] >= 0 else { return nil }
      let from = first[word.phones.lowerBound]
      let to = end[word.phones.upperBound - 1]
      return Word(
        first: from, end: to, score: word.phones.reduce(0) { $0 + sums[$1] },
        best: heard[to] - heard[from])
    }
    var lines: [Line] = []
    for line in graph.lines {
      let sung = line.words.filter { words[$0] != nil }
      let phones = sung.reduce(0) { $0 + graph.words[$1].phones.count }
      guard let from = sung.first.flatMap({ words[$0]?.first }),
        let to = sung.last.flatMap({ words[$0]?.end })
      else {
        lines.append(Line(frames: nil, margin: -9, share: 0))
        continue
      }
      let score = sung.reduce(0) { $0 + (words[$1]?.score ?? 0) }
      lines.append(
        Line(
          frames: from..<to, margin: (score - (heard[to] - heard[from])) / Float(phones),
          share: Float(phones) / Float(line.phones.count)))
    }
    let inside = lines.reduce(Float(0)) { sum, line in
      sum + (line.frames.map { heard[$0.upperBound] - heard[$0.lowerBound] } ?? 0)
    }
    explained = inside / max(1, heard[scores.frames])
    var next = scores.frames
    for index in lines.indices.reversed() {
      guard let frames = lines[index].frames else { continue }
      lines[index].unexplainedAfter = heard[next] - heard[frames.upperBound]
      next = frames.lowerBound
    }
    unexplainedBefore = heard[next]
    self.words = words
    self.lines = lines
  }
}
