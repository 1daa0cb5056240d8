/// Takes apart the words that tags run together: `#goldenhour` is a golden hour.
enum PromptTags {
  /// The tokens with each tag that no table knows replaced by its two words, where both are known.
  static func split(_ tokens: [PromptToken]) -> [PromptToken] {
    guard tokens.contains(where: \.isTag) else { return tokens }
    return tokens.flatMap { token in token.isTag ? parts(of: token) ?? [token] : [token] }
  }

  private static func parts(of token: PromptToken) -> [PromptToken]? {
    let tables = Language.allCases.filter { $0 != .japanese }.compactMap { Vocabulary.entries[$0] }
    guard token.key.count >= 5, !tables.contains(where: { $0[token.key] != nil }) else {
      return nil
    }
    for table in tables {
      // The longest first word: `city lights` before `cit ylights`.
      for length in (2...(token.key.count - 2)).reversed() {
        let first = String(token.key.prefix(length)), second = String(token.key.dropFirst(length))
        let areKnown =
          table["\(first) \(second)"] != nil
          || length > 2 && second.count > 2 && table[first] != nil && table[second] != nil
        guard areKnown else { continue }
        var head = token, tail = token
        (head.key, tail.key) = (first, second)
        (head.written, tail.written) = (
          String(token.written.prefix(length)), String(token.written.dropFirst(length))
        )
        tail.beginsClause = false
        return [head, tail]
      }
    }
    return nil
  }
}
