/// The names under which the same thing is asked for.
package enum Subject {
  private static let others = [
    "structure": "sections", "lines": "lyrics", "words": "lyrics", "features": "beats",
  ]

  /// The first of a thing's names in the manual: `sections` for `structure`, `lyrics` for `words`;
  /// any other word as it is.
  package static func shown(_ word: String) -> String { others[word] ?? word }

  /// The name of the step that makes it: `structure` for `sections`, `lyrics` for `words`.
  static func name(of word: String) -> String {
    let shown = shown(word)
    return shown == "sections" ? "structure" : shown
  }
}
