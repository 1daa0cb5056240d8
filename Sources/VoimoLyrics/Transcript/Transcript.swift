package import VoimoBase

/// What a recogniser wrote down of a song, with times, before anything of it is believed.
///
/// Segments are in order of their starts, and so are the words of one segment; neighbours may
/// overlap. As JSON it is what the worker's `transcribe` answers.
package struct Transcript: Hashable, Sendable, Codable {
  /// The language's code, `en`.
  package var language: String
  /// How sure the recogniser is of the language, from 0 to 1; nil where it was told.
  package var languageProbability: Double?
  package var segments: [Segment]

  /// Gathers what was heard.
  package init(language: String, languageProbability: Double? = nil, segments: [Segment] = []) {
    self.language = language
    self.languageProbability = languageProbability
    self.segments = segments
  }

  private enum CodingKeys: String, CodingKey {
    case language
    case languageProbability = "language_probability"
    case segments
  }

  /// A stretch that the recogniser wrote down in one go, about a sentence.
  package struct Segment: Hashable, Sendable, Codable {
    package var text: String
    package var start: Seconds
    package var end: Seconds
    /// How likely nobody speaks there, from 0 to 1.
    package var noSpeech: Double
    /// The mean natural logarithm of its tokens' probabilities; at most 0.
    package var logProbability: Double
    /// How much shorter its text gets by compression; what repeats itself compresses well.
    package var compression: Double
    /// Its words in order; empty where the recogniser gave none.
    package var words: [Word]

    /// Makes a segment.
    package init(
      text: String, start: Seconds, end: Seconds, noSpeech: Double = 0, logProbability: Double = 0,
      compression: Double = 1, words: [Word] = []
    ) {
      self.text = text
      self.start = start
      self.end = end
      self.noSpeech = noSpeech
      self.logProbability = logProbability
      self.compression = compression
      self.words = words
    }

    private enum CodingKeys: String, CodingKey {
      case text, start, end
      case noSpeech = "no_speech_probability"
      case logProbability = "average_log_probability"
      case compression = "compression_ratio"
      case words
    }
  }

  /// A word with its punctuation; in scripts without blanks, a character or a few.
  package struct Word: Hashable, Sendable, Codable {
    package var text: String
    package var start: Seconds
    package var end: Seconds
    /// How sure the recogniser is of the word, from 0 to 1.
    package var probability: Double

    /// Makes a word.
    package init(text: String, start: Seconds, end: Seconds, probability: Double = 1) {
      self.text = text
      self.start = start
      self.end = end
      self.probability = probability
    }

    private enum CodingKeys: String, CodingKey {
      case text = "word"
      case start, end, probability
    }
  }
}
