package import VoimoBase

/// What a person should know of a transcript before its words are shown.
package enum TranscriptDoubts {
  /// Below this, another language than the guessed one is as likely.
  static let sureLanguage = 0.5

  /// The warnings about a filtered transcript, in the order in which they are read; `song` is the
  /// file that was listened to, as the user would type it.
  package static func warnings(
    _ result: TranscriptFilter.Result, song: String? = nil
  ) -> [Diagnostic] {
    let all: [Diagnostic.Message?] = [
      nothingHeard(result.kept), language(result.kept), leftOut(result.dropped),
    ]
    return all.compactMap(\.self).map { Diagnostic(.warning, $0, file: song) }
  }

  /// Says that no words are left; nil when there are some.
  static func nothingHeard(_ kept: Transcript) -> Diagnostic.Message? {
    kept.segments.allSatisfy { !$0.text.contains { $0.isLetter || $0.isNumber } }
      ? .noWordsHeard : nil
  }

  /// Says that the language is a guess; nil when it is sure, or was given, or nothing was heard.
  static func language(_ kept: Transcript) -> Diagnostic.Message? {
    guard let probability = kept.languageProbability, probability < sureLanguage,
      nothingHeard(kept) == nil
    else { return nil }
    return .languageGuessed(kept.language, percent: Int((probability * 100).rounded()))
  }

  /// Says what was left out, how much of each kind, and where the first is; nil when all was kept.
  static func leftOut(_ dropped: [TranscriptFilter.Dropped]) -> Diagnostic.Message? {
    guard let first = dropped.min(by: { $0.start < $1.start }) else { return nil }
    let kinds = TranscriptFilter.Reason.allCases.compactMap { reason -> String? in
      let count = dropped.count { $0.reason == reason }
      return count > 0 ? "\(count) \(reason.text)" : nil
    }
    return .transcriptLeftOut(
      dropped.count, kinds: kinds.joined(separator: ", "),
      first: Self.shortened(first.text), at: Seconds(first.start.value.rounded()))
  }

  /// A text that fits into a sentence.
  private static func shortened(_ text: String) -> String {
    text.count <= 40 ? text : text.prefix(40) + "…"
  }
}

extension TranscriptFilter.Reason {
  /// What was left out and why, to follow a number: `3 where nobody is heard singing`.
  package var text: String {
    switch self {
    case .noSpeech: "doubted by the recogniser itself"
    case .compressed: "saying the same over and over"
    case .repeated: "repeating the same words"
    case .noVoice: "where nobody is heard singing"
    case .credit: "crediting who wrote subtitles"
    case .wordLength: "too long or too short for a word"
    }
  }
}

extension Diagnostic.Message {
  static var noWordsHeard: Self {
    Self(
      id: "no-words-heard", text: "the recogniser heard no words in this song",
      hint: "if somebody sings, give the words as a text: `lyrics:`")
  }

  static func languageGuessed(_ language: String, percent: Int) -> Self {
    Self(
      id: "language-guessed",
      text: "the language of the words is a guess: '\(language)', with \(percent) % certainty",
      hint: "say which it is: `language:` under `song:`")
  }

  static func transcriptLeftOut(_ count: Int, kinds: String, first: String, at: Seconds) -> Self {
    Self(
      id: "transcript-left-out",
      text: "\(count) \(count == 1 ? "piece" : "pieces") of the transcript left out as not sung: "
        + "\(kinds). The first is \"\(first)\" at \(at.clock)",
      hint: "if it is sung, give the words as a text: `lyrics:`")
  }
}
