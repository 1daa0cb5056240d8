/// The beats that pictures answer: a frame that lights up more than three times a second can hurt
/// people.
package enum AnsweredBeats {
  /// The least seconds between two of them.
  package static let leastApart = 1.0 / 3

  /// Which beats are answered: all where they are far enough apart; of a fast passage the first,
  /// and then the next that is far enough from the one before.
  ///
  /// - Parameter beats: In seconds, rising.
  /// - Returns: their indices, rising.
  package static func apart(_ beats: [Double]) -> [Int] {
    var kept: [Int] = []
    for (index, time) in beats.enumerated() {
      guard let last = kept.last else {
        kept.append(index)
        continue
      }
      // A millionth of a second, for beats that are written as decimals.
      if time - beats[last] >= leastApart - 1e-6 { kept.append(index) }
    }
    return kept
  }
}
