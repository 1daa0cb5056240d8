package import VoimoBase

extension Transcript {
  /// A part of a transcript; segments, and words within their segment, are counted from 0.
  package enum Place: Hashable, Sendable {
    case language
    case segment(Int)
    case word(Int, segment: Int)
  }

  /// Why a transcript cannot be used.
  package enum Fault: Error, Hashable {
    /// A time or a measure is not a number, or is infinite.
    case notFinite(Place)
    /// It ends before it starts, or starts before the one before it.
    case notRising(Place)
    /// It starts before the song or ends after it.
    case outside(Place)
    /// A probability is not between 0 and 1, or the logarithm of one is above 0.
    case notProbability(Place)
    /// A compression ratio is below 0.
    case notRatio(Place)
  }

  /// How far after the song's end a time may be: the worker accepts pieces up to there, since the
  /// lengths of a song and of its copies differ by a few frames.
  static let tolerance = 0.5

  /// Makes sure that times and probabilities can be what a recogniser says of a song.
  ///
  /// - Complexity: O(*n*) in the number of words.
  /// - Throws: `Fault` with the first place that cannot.
  package func check(duration: Seconds) throws(Fault) {
    if let languageProbability {
      try Self.check(probability: languageProbability, .language)
    }
    var last = Seconds.zero
    for (index, segment) in segments.enumerated() {
      let place = Place.segment(index)
      try Self.check(segment.start, segment.end, after: last, duration: duration, place)
      last = segment.start
      try Self.check(probability: segment.noSpeech, place)
      guard segment.logProbability.isFinite, segment.compression.isFinite else {
        throw .notFinite(place)
      }
      guard segment.logProbability <= 0 else { throw .notProbability(place) }
      guard segment.compression >= 0 else { throw .notRatio(place) }
      var lastWord = Seconds.zero
      for (number, word) in segment.words.enumerated() {
        let place = Place.word(number, segment: index)
        try Self.check(word.start, word.end, after: lastWord, duration: duration, place)
        lastWord = word.start
        try Self.check(probability: word.probability, place)
      }
    }
  }

  private static func check(
    _ start: Seconds, _ end: Seconds, after last: Seconds, duration: Seconds, _ place: Place
  ) throws(Fault) {
    guard start.value.isFinite, end.value.isFinite else { throw .notFinite(place) }
    guard start >= .zero, end.value <= duration.value + tolerance else { throw .outside(place) }
    guard start >= last, end >= start else { throw .notRising(place) }
  }

  private static func check(probability: Double, _ place: Place) throws(Fault) {
    guard probability.isFinite else { throw .notFinite(place) }
    guard (0...1).contains(probability) else { throw .notProbability(place) }
  }
}
