/// How many there are of something.
package enum CountText {
  /// `1 step`, `12 steps`.
  ///
  /// - Parameters:
  ///   - count: From 0 on.
  ///   - noun: One of them; more have an `s` behind it.
  /// - Returns: The number and the noun.
  package static func of(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  /// The only step, or all of them, as the subject of a sentence: `all 12 steps are made`.
  package static func allMade(_ steps: Int) -> String {
    steps == 1 ? "the only step is made" : "all \(steps) steps are made"
  }
}
