package import VoimoBase

/// Takes out of a transcript what nobody sang.
///
/// Whisper invents words where nobody sings, and runs in circles (Radford et al. 2023, 4.5). The
/// thresholds are those of that paper and of OpenAI's `transcribe.py`; none is fitted to songs.
package enum TranscriptFilter {
  /// Why something was left out, in the order in which the reasons are looked for.
  package enum Reason: Hashable, Sendable, CaseIterable {
    /// The recogniser itself doubts that anybody speaks, and its own words.
    case noSpeech
    /// The text repeats itself so much that it compresses to less than a singer's would.
    case compressed
    /// The same words again and again, or a segment again with words too short to be sung.
    case repeated
    /// Nobody is heard there.
    case noVoice
    /// A credit or farewell of those who wrote the subtitles that the recogniser learned from.
    case credit
    /// A word that would last longer, or shorter, than anybody sings one, or a segment most of
    /// whose words would.
    case wordLength
  }

  /// A segment, or a word of one, that was left out.
  package struct Dropped: Hashable, Sendable {
    package var reason: Reason
    package var text: String
    package var start: Seconds
    package var end: Seconds
  }

  /// What is left of a transcript, and what is not.
  package struct Result: Hashable, Sendable {
    package var kept: Transcript
    /// In order of the transcript.
    package var dropped: [Dropped]
  }

  /// `no_speech_threshold` of OpenAI's `transcribe.py`; applies together with the next.
  static let noSpeech = 0.6
  /// `logprob_threshold` of OpenAI's `transcribe.py`.
  static let logProbability = -1.0
  /// `compression_ratio_threshold` of OpenAI's `transcribe.py`.
  static let compression = 2.4
  /// So often does a phrase follow itself in a segment that goes round in circles.
  static let repeats = 4
  /// The longest phrase that is looked for, in words.
  static let longestPhrase = 8
  /// A repeated segment whose words are shorter, in seconds, was not sung again: no one sings 16
  /// words a second.
  static let repeatedWord = 0.06
  /// The lengths that a word may have, in seconds.
  static let wordLength = 0.02...6.0
  /// How much later than they are sung Whisper says that words start, in seconds, at most.
  static let lateness = 0.15

  /// Keeps what may have been sung.
  ///
  /// `level` says how likely somebody sings, from 0 to 1, `rate` times a second; where it is empty,
  /// nobody listened, and no segment is left out for want of a voice. The transcript must have
  /// passed its check.
  ///
  /// A phrase that is truly sung four times in a row within one segment is lost, too.
  ///
  /// - Complexity: O(*n*) in the number of words and values.
  package static func filter(
    _ transcript: Transcript, level: [Float] = [], rate: Double = 100
  ) -> Result {
    let hearing = SongHearing(
      activity: level, activityRate: rate, duration: Seconds(Double(level.count) / rate))
    let voice = level.isEmpty ? nil : VoiceMap(hearing)
    var result = Result(kept: transcript, dropped: [])
    result.kept.segments = []
    var last = ""
    for segment in transcript.segments {
      let words = Repeats.normalised(segment.text)
      defer { last = words }
      let isHeard = level.isEmpty || voice?.isSung(from: segment.start, to: segment.end) == true
      if let reason = reason(for: segment, words: words, last: last, isHeard: isHeard) {
        result.dropped.append(
          Dropped(reason: reason, text: segment.text, start: segment.start, end: segment.end))
        continue
      }
      let isKept = segment.words.map { wordLength.contains(($0.end - $0.start).value) }
      let wrong = isKept.count { !$0 }
      if wrong == 0 {
        result.kept.segments.append(segment)
      } else if wrong * 2 > isKept.count {
        // What is left of it has no better grounds than what is not.
        result.dropped.append(
          Dropped(reason: .wordLength, text: segment.text, start: segment.start, end: segment.end))
      } else {
        for (word, isKept) in zip(segment.words, isKept) where !isKept {
          result.dropped.append(
            Dropped(reason: .wordLength, text: word.text, start: word.start, end: word.end))
        }
        result.kept.segments.append(segment.keeping(isKept))
      }
    }
    return result
  }

  private static func reason(
    for segment: Transcript.Segment, words: String, last: String, isHeard: Bool
  ) -> Reason? {
    if segment.noSpeech > noSpeech, segment.logProbability < logProbability { return .noSpeech }
    if segment.compression > compression { return .compressed }
    if goesInCircles(words.split(separator: " ")) { return .repeated }
    let lengths = segment.words.map { ($0.end - $0.start).value }.sorted()
    if !words.isEmpty, words == last, let median = lengths[safely: lengths.count / 2],
      median < repeatedWord
    {
      return .repeated
    }
    if !isHeard { return .noVoice }
    return SubtitleCredits.isCredit(segment.text) ? .credit : nil
  }

  /// Whether a phrase of two words or more follows itself too often.
  ///
  /// One word alone, `na na na na`, is what singers sing; where it gets too much, it compresses.
  static func goesInCircles(_ words: [Substring]) -> Bool {
    for length in 2...longestPhrase where words.count >= length * repeats {
      // How many words in a row equal the word one phrase earlier.
      var equal = 0
      for index in length..<words.count {
        equal = words[index] == words[index - length] ? equal + 1 : 0
        guard equal >= length * (repeats - 1) else { continue }
        if Set(words[(index - length + 1)...index]).count > 1 { return true }
      }
    }
    return false
  }
}

extension VoiceMap {
  /// Whether anybody sings in a stretch, or as shortly before it as a recogniser is late.
  fileprivate func isSung(from start: Seconds, to end: Seconds) -> Bool {
    let first = Int(max(0, start.value - TranscriptFilter.lateness) * rate)
    let last = min(count, Int((max(0, end.value) * rate).rounded(.up)))
    return first < last && isSung[first..<last].contains(true)
  }
}

extension Array {
  fileprivate subscript(safely index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}
