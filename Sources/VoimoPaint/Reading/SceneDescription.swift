/// What the painter understood of everything that was written for a shot, with the words that each
/// part came from.
///
/// `SceneRecipe` is what it paints; this is what it says about it.
package struct SceneDescription: Sendable, Hashable, Codable {
  /// A part of a picture.
  package enum Part: String, Sendable, Hashable, Codable, CaseIterable {
    case subject, place, hour, weather, light, style
  }

  /// One thing that was understood.
  package struct Understood: Sendable, Hashable, Codable {
    package var part: Part
    /// What is painted: `full moon`.
    package var value: String
    /// The words that say so: `Vollmond`.
    package var words: String

    package init(part: Part, value: String, words: String) {
      self.part = part
      self.value = value
      self.words = words
    }
  }

  /// What is painted, in the order of `Part`.
  package var understood: [Understood] = []
  /// What was understood and can't be painted, as written, each once.
  package var cannotShow: [String] = []
  /// Words that the painter does not know, as written, each once.
  package var unknown: [String] = []
  /// What was taken away by `without`, `no` or a negative prompt, as written.
  package var takenAway: [String] = []
  /// What is painted in place of what can't be: `a room at night`; nil where the place is one that
  /// was asked for.
  package var standIn: String?

  /// A description of nothing.
  package init() {}

  /// Whether everything that was asked for is painted.
  package var isWhole: Bool { cannotShow.isEmpty && unknown.isEmpty }

  /// One sentence about what is missing; nil where nothing is.
  ///
  /// `the painter cannot show: cat, piano; it will show a room at night`
  package var shortfall: String? {
    var parts: [String] = []
    if !cannotShow.isEmpty {
      parts.append("the painter cannot show: \(cannotShow.joined(separator: ", "))")
    }
    if !unknown.isEmpty {
      let words = unknown.joined(separator: ", ")
      parts.append(
        parts.isEmpty ? "the painter does not know: \(words)" : "it does not know: \(words)")
    }
    guard !parts.isEmpty else { return nil }
    if let standIn { parts.append("it will show \(standIn)") }
    return parts.joined(separator: "; ")
  }
}

/// Everything that was written for a shot, each kind of text by itself.
package struct SceneText: Sendable, Hashable {
  /// What was written for this section or this time; empty where the theme alone speaks.
  package var prompt: String
  package var theme: String
  package var artist: String
  package var negativePrompt: String
  /// Words of the lyrics that may name something: the painter adds one of them at most.
  package var lyricWords: [String]

  /// Texts; what is not given is empty.
  package init(
    prompt: String = "", theme: String = "", artist: String = "", negativePrompt: String = "",
    lyricWords: [String] = []
  ) {
    self.prompt = prompt
    self.theme = theme
    self.artist = artist
    self.negativePrompt = negativePrompt
    self.lyricWords = lyricWords
  }
}

/// Where in a film a shot stands: where no hour is named, films go from dusk through night to dawn.
package enum FilmStage: String, Sendable, Hashable, Codable, CaseIterable {
  case opening, middle, closing

  /// The stage at a share of the film, from 0 to 1.
  package init(at share: Double) {
    self = share < 0.34 ? .opening : share < 0.8 ? .middle : .closing
  }

  /// The hour of this stage.
  var hour: Light {
    switch self {
    case .opening: .dusk
    case .middle: .night
    case .closing: .dawn
    }
  }
}
