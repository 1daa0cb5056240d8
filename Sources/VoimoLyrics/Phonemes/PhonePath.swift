/// The likeliest way through a song's words: for each frame, the state it is in.
///
/// Viterbi over the whole song at once, so that no window cuts it, as Kürzinger, Winkelbauer, Li,
/// Watzel and Rigoll (2020) align long recordings. Only every √*f*th column is kept, and the
/// columns between are computed a second time on the way back: memory grows with *s* · √*f*, not
/// *s* · *f*.
struct PhonePath {
  /// The state of each frame; empty where no way leads through.
  let states: [Int32]
  /// What the way scores, against silence.
  let score: Float

  /// Finds the way.
  ///
  /// - Complexity: O(*f* · *s*) time for *f* frames and *s* states, twice; O(√*f* · *s*) bytes.
  init(_ transitions: PhoneSteps, _ scores: PhoneScores) {
    let graph = transitions.graph
    let frames = scores.frames
    guard frames > 0, !graph.classes.isEmpty else {
      (states, score) = ([], 0)
      return
    }
    let count = graph.states
    let block = max(16, Int(Double(frames).squareRoot()))
    var kept = [Float](repeating: -.infinity, count: (frames / block + 1) * count)
    var column = transitions.initial(scores)
    var next = column
    var from = [UInt8](repeating: 0, count: count * block)
    // Forward: only the first column of each block is kept.
    for frame in 0..<frames {
      if frame > 0 {
        transitions.advance(column, to: &next, frame: frame, scores, from: &from, row: 0)
        swap(&column, &next)
      }
      if frame % block == 0 {
        kept.replaceSubrange((frame / block) * count..<(frame / block + 1) * count, with: column)
      }
    }
    // A song ends after its last line, in silence or in singing without words; lines that are not
    // sung are stepped over before.
    let ends = [graph.chain - 1, graph.chain - 2, graph.states - 1]
    var state = ends.max { column[$0] < column[$1] } ?? graph.chain - 1
    score = column[state]
    guard score > -.infinity else {
      states = []
      return
    }
    // Backward, block by block; a block has the steps out of all its frames.
    var path = [Int32](repeating: Int32(state), count: frames)
    for first in stride(from: (frames - 1) / block * block, through: 0, by: -block) {
      let start = first / block * count
      column.replaceSubrange(0..<count, with: kept[start..<start + count])
      let steps = first + 1..<max(first + 1, min(first + block + 1, frames))
      for frame in steps {
        transitions.advance(
          column, to: &next, frame: frame, scores, from: &from, row: frame - first - 1)
        swap(&column, &next)
      }
      for frame in steps.reversed() {
        path[frame] = Int32(state)
        state = transitions.source(of: state, by: from[(frame - first - 1) * count + state])
      }
    }
    path[0] = Int32(state)
    states = path
  }
}
