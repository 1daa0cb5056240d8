/// The steps from one frame's states to the next one's.
struct PhoneSteps {
  /// A gap between words, and what else than its neighbours leads there.
  struct Boundary {
    /// The gap's state.
    let state: Int
    /// The gap before the word that ends here, and what leaving that word out costs.
    let wordFrom: Int
    let wordCost: Float
    /// The line that ends here, or -1; the gap before it, and what leaving it out costs.
    let line: Int
    let lineFrom: Int
    let lineCost: Float
  }

  /// How a state was reached: by staying, from the state before, from the one before that, by
  /// leaving out a word or a line, or from singing that the text does not have.
  private enum Source {
    static let stay: UInt8 = 0
    static let previous: UInt8 = 1
    static let second: UInt8 = 2
    static let word: UInt8 = 3
    static let line: UInt8 = 4
    static let garbage: UInt8 = 5
  }

  let graph: PhoneGraph
  let costs: AlignmentCosts
  let boundaries: [Boundary]
  /// For every phone, whether it may follow the one before it without a gap; 0 or minus infinity.
  let direct: [Float]
  /// What a frame in each gap scores.
  let gaps: [Float]
  /// For every state of a word boundary, its place in `boundaries`; for those of `source`.
  private let places: [Int: Int]

  init(_ graph: PhoneGraph, costs: AlignmentCosts, hop: Double) {
    self.graph = graph
    self.costs = costs
    direct = graph.classes.indices.map { phone in
      phone > 0 && graph.classes[phone] != graph.classes[phone - 1] ? 0 : -.infinity
    }
    var gaps = [Float](repeating: -costs.pauseSecond * Float(hop), count: graph.classes.count + 1)
    gaps[0] = 0
    var boundaries: [Boundary] = []
    for (index, line) in graph.lines.enumerated() {
      gaps[line.phones.upperBound] = 0
      for number in line.words {
        let word = graph.words[number]
        let isLast = number == line.words.upperBound - 1
        boundaries.append(
          Boundary(
            state: 2 * word.phones.upperBound, wordFrom: 2 * word.phones.lowerBound,
            wordCost: word.skipCost, line: isLast ? index : -1,
            lineFrom: 2 * line.phones.lowerBound, lineCost: line.skipCost))
      }
    }
    self.gaps = gaps
    self.boundaries = boundaries
    places = Dictionary(uniqueKeysWithValues: boundaries.enumerated().map { ($1.state, $0) })
  }

  /// The scores of all states at the first frame.
  func initial(_ scores: PhoneScores) -> [Float] {
    var column = [Float](repeating: -.infinity, count: graph.states)
    column[0] = 0
    column[1] = scores.values[Int(graph.classes[0])]
    column[graph.chain] = -costs.garbage + scores.best[0]
    return column
  }

  /// Computes the scores of all states at a frame from those of the frame before.
  ///
  /// `from` gets, in a row of its own, how each state was reached.
  func advance(
    _ old: [Float], to new: inout [Float], frame: Int, _ scores: PhoneScores,
    from: inout [UInt8], row: Int
  ) {
    let phones = graph.classes.count
    let chain = graph.chain
    let other = scores.best[frame]
    // Safe: every index is below the counts that the buffers were made with.
    unsafe old.withUnsafeBufferPointer { old in
      unsafe new.withUnsafeMutableBufferPointer { new in
        unsafe from.withUnsafeMutableBufferPointer { from in
          unsafe graph.classes.withUnsafeBufferPointer { classes in
            unsafe scores.values.withUnsafeBufferPointer { values in
              unsafe direct.withUnsafeBufferPointer { direct in
                unsafe gaps.withUnsafeBufferPointer { gaps in
                  let base = row * graph.states
                  let heard = frame * scores.phones
                  // The scores of the phone before and the gap before, at the old frame.
                  var phoneBefore = -Float.infinity
                  for phone in 0..<phones {
                    let state = 2 &* phone
                    let gap = unsafe old[state]
                    let stay = unsafe old[state &+ 1]
                    let isNew = phoneBefore > gap
                    unsafe new[state] = (isNew ? phoneBefore : gap) + gaps[phone]
                    unsafe from[base &+ state] = isNew ? Source.previous : Source.stay
                    let jump = unsafe phoneBefore + direct[phone]
                    var best = stay
                    var source = Source.stay
                    if gap > best { (best, source) = (gap, Source.previous) }
                    if jump > best { (best, source) = (jump, Source.second) }
                    unsafe new[state &+ 1] = best + values[heard &+ Int(classes[phone])]
                    unsafe from[base &+ state &+ 1] = source
                    phoneBefore = stay
                  }
                  let gap = unsafe old[chain &- 1]
                  unsafe new[chain &- 1] = max(gap, phoneBefore)
                  unsafe from[base &+ chain &- 1] =
                    phoneBefore > gap ? Source.previous : Source.stay
                  // Before the first line only silence and other singing.
                  unsafe new[chain] = max(old[chain], old[0] - costs.garbage) + other
                  unsafe from[base &+ chain] =
                    old[chain] >= old[0] - costs.garbage ? Source.stay : Source.previous
                  if unsafe old[chain] > new[0] {
                    unsafe new[0] = old[chain]
                    unsafe from[base] = Source.garbage
                  }
                  for boundary in boundaries {
                    let state = boundary.state
                    let pause = unsafe gaps[state / 2]
                    let word = unsafe old[boundary.wordFrom] - boundary.wordCost + pause
                    if unsafe word > new[state] {
                      unsafe new[state] = word
                      unsafe from[base &+ state] = Source.word
                    }
                    guard boundary.line >= 0 else { continue }
                    let line = unsafe old[boundary.lineFrom] - boundary.lineCost
                    if unsafe line > new[state] {
                      unsafe new[state] = line
                      unsafe from[base &+ state] = Source.line
                    }
                    let free = chain &+ boundary.line &+ 1
                    let outside = unsafe old[free]
                    if unsafe outside > new[state] {
                      unsafe new[state] = outside
                      unsafe from[base &+ state] = Source.garbage
                    }
                    let fromGap = unsafe old[state] - costs.garbage
                    let fromPhone = unsafe old[state &- 1] - costs.garbage
                    var best = outside
                    var source = Source.stay
                    if fromGap > best { (best, source) = (fromGap, Source.previous) }
                    if fromPhone > best { (best, source) = (fromPhone, Source.second) }
                    unsafe new[free] = best + other
                    unsafe from[base &+ free] = source
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  /// The state that a state was reached from.
  func source(of state: Int, by source: UInt8) -> Int {
    if state >= graph.chain {
      let line = state - graph.chain
      let gap = line == 0 ? 0 : 2 * graph.lines[line - 1].phones.upperBound
      switch source {
      case Source.previous: return gap
      case Source.second: return gap - 1
      default: return state
      }
    }
    switch source {
    case Source.previous: return state - 1
    case Source.second: return state - 2
    case Source.word: return places[state].map { boundaries[$0].wordFrom } ?? state
    case Source.line: return places[state].map { boundaries[$0].lineFrom } ?? state
    case Source.garbage:
      return graph.chain + (places[state].map { boundaries[$0].line + 1 } ?? 0)
    default: return state
    }
  }
}
