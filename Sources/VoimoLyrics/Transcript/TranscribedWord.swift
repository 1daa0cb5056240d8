import VoimoBase

/// A word of a transcript on its way into a line.
struct TranscribedWord: Hashable {
  var text: String
  var start: Seconds
  var end: Seconds
  var probability: Double
  /// Whether no blank stands between it and the word before.
  var isGlued: Bool
  /// Whether it is the first of its segment.
  var beginsSegment: Bool

  /// The words of a transcript in order, with their punctuation and without overlap.
  ///
  /// Their starts are Whisper's: late by a tenth of a second in speech, early by as much or twice
  /// that in the median of four songs, so that nothing is taken off.
  /// Segments without words share out their time by syllables.
  static func all(in transcript: Transcript) -> [TranscribedWord] {
    var words: [TranscribedWord] = []
    for segment in transcript.segments { words += joined(raw(of: segment)) }
    words = words.stablySorted(by: \.start)
    for index in words.indices {
      let before = index > 0 ? words[index - 1].start : .zero
      words[index].start = max(before, words[index].start)
      words[index].end = max(words[index].end, words[index].start)
      if index > 0 { words[index - 1].end = min(words[index - 1].end, words[index].start) }
    }
    return words
  }

  private static func raw(of segment: Transcript.Segment) -> [TranscribedWord] {
    var segment = segment
    if segment.words.isEmpty {
      let line = LyricLine(text: segment.text, start: segment.start, end: segment.end)
      let probability = exponential(min(0, segment.logProbability))
      segment.words = line.estimatedWords.map {
        Transcript.Word(text: $0.text, start: $0.start, end: $0.end, probability: probability)
      }
    }
    return zip(segment.words, segment.isGlued).map { word, isGlued in
      TranscribedWord(
        text: word.text, start: word.start, end: word.end, probability: word.probability,
        isGlued: isGlued, beginsSegment: false)
    }
  }

  /// The words of a segment without marks that stand alone.
  ///
  /// Punctuation is put to the word that it belongs to, what a hyphen or an apostrophe holds
  /// together becomes one word, and notes and the like are left out.
  private static func joined(_ words: [TranscribedWord]) -> [TranscribedWord] {
    var out: [TranscribedWord] = []
    var opening: TranscribedWord?
    for word in words {
      var word = word
      word.text.removeAll { $0.isWhitespace || isNote($0) }
      guard !word.text.isEmpty else { continue }
      if let mark = opening {
        word.text = mark.text + word.text
        word.isGlued = mark.isGlued
        opening = nil
      }
      if word.text.allSatisfy(isOpening) {
        opening = word
      } else if word.text.allSatisfy(isClosing) {
        // Before the first word there is nothing that it could close.
        guard !out.isEmpty else { continue }
        out[out.count - 1].text += word.text
        out[out.count - 1].end = max(out[out.count - 1].end, word.end)
      } else if word.isGlued, !out.isEmpty, isBound(out[out.count - 1].text, word.text) {
        out[out.count - 1].text += word.text
        out[out.count - 1].end = max(out[out.count - 1].end, word.end)
        out[out.count - 1].probability = min(out[out.count - 1].probability, word.probability)
      } else {
        word.beginsSegment = out.isEmpty
        out.append(word)
      }
    }
    return out
  }

  private static func isNote(_ character: Character) -> Bool { "♪♫♩♬🎵🎶".contains(character) }

  private static func isOpening(_ character: Character) -> Bool {
    "([{（［｛「『【《〈“‘„«¿¡".contains(character)
  }

  private static func isClosing(_ character: Character) -> Bool {
    !character.isLetter && !character.isNumber && !isOpening(character)
      && (character.isPunctuation && character != "&" && character != "@" && character != "#")
  }

  /// Whether two pieces without a blank between them are one word: `rock` and `-roll`.
  private static func isBound(_ before: String, _ after: String) -> Bool {
    guard let last = before.last, let first = after.first else { return false }
    return "-‐'’".contains(last) || "-‐'’".contains(first)
      || (isDigit(last) && isDigit(first)) || (isDigit(last) && ".,:".contains(first))
      || (".,:".contains(last) && isDigit(first))
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}

extension [TranscribedWord] {
  /// What the words read as together.
  var text: String {
    enumerated().map {
      $0.offset > 0 && !$0.element.isGlued ? " " + $0.element.text : $0.element.text
    }
    .joined()
  }
}
