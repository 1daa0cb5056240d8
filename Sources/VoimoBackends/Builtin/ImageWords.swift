/// Finds the words in lyrics that may name something to be seen.
package enum ImageWords {
  /// The most repeated words that are not function words, ties in the order they are sung.
  ///
  /// - Complexity: O(*n* log *n*) in the number of words.
  package static func find(in lines: [String], atMost limit: Int) -> [String] {
    var counts: [String: (count: Int, first: Int)] = [:]
    var position = 0
    for line in lines {
      for word in line.lowercased().split(whereSeparator: { !$0.isLetter && $0 != "'" && $0 != "’" }
      ) {
        position += 1
        let word = String(word)
        guard word.count > 2, !functionWords.contains(word), !word.contains("'"),
          !word.contains("’")
        else { continue }
        counts[word, default: (0, position)].count += 1
      }
    }
    return
      counts
      .sorted { a, b in
        a.value.count != b.value.count
          ? a.value.count > b.value.count : a.value.first < b.value.first
      }
      .prefix(limit).map(\.key)
  }

  /// English words that show nothing.
  private static let functionWords: Set<String> = [
    "about", "after", "again", "all", "almost", "along", "already", "also", "always", "and", "any",
    "are", "around", "away", "back", "because", "been", "before", "being", "between", "but", "came",
    "can", "cannot", "come", "comes", "could", "did", "does", "done", "down", "each", "else",
    "even",
    "ever", "every", "for", "from", "gave", "get", "gets", "give", "goes", "going", "gone", "gonna",
    "got", "gotta", "had", "has", "have", "her", "here", "hers", "him", "his", "how", "into", "its",
    "just", "keep", "knew", "know", "knows", "let", "like", "made", "make", "makes", "many", "may",
    "maybe", "mine", "more", "most", "much", "must", "myself", "need", "never", "new", "not",
    "nothing", "now", "off", "one", "once", "only", "other", "our", "out", "over", "own", "please",
    "put", "said", "same", "say", "says", "see", "seen", "shall", "she", "should", "since", "some",
    "somebody", "someone", "something", "still", "such", "take", "takes", "than", "that", "the",
    "their", "them", "then", "there", "these", "they", "thing", "things", "think", "this", "those",
    "though", "thought", "through", "till", "told", "too", "took", "two", "under", "until", "upon",
    "very", "wanna", "want", "wants", "was", "way", "well", "went", "were", "what", "when", "where",
    "which", "while", "who", "whom", "whose", "why", "will", "with", "without", "would", "yeah",
    "yes", "yet", "you", "your", "yours", "little", "ooh", "hey", "baby", "tell", "goodbye",
    "hello",
  ]
}
