/// What a generator makes of a prompt, for people: what it shows, and what it can't.
package struct PictureReading: Sendable, Hashable, Codable {
  /// A part of the picture and the words it came from.
  package struct Part: Sendable, Hashable, Codable {
    /// `subject`, `place`, `hour`, `weather`, `light`, `style`.
    package var name: String
    /// What is shown: `full moon`.
    package var value: String
    /// The words that say so: `Vollmond`.
    package var words: String

    package init(name: String, value: String, words: String) {
      self.name = name
      self.value = value
      self.words = words
    }
  }

  /// One line: `city at night · rain · neon palette · film brush`.
  package var summary: String
  package var parts: [Part]
  /// What was understood and can't be shown, as written.
  package var cannotShow: [String]
  /// Words that the generator does not know, as written.
  package var unknown: [String]
  /// What the prompt takes away, as written.
  package var takenAway: [String]
  /// What is shown in place of what can't be.
  package var standIn: String?
  /// One sentence about what is missing; nil where nothing is.
  package var shortfall: String?

  package init(
    summary: String, parts: [Part] = [], cannotShow: [String] = [], unknown: [String] = [],
    takenAway: [String] = [], standIn: String? = nil, shortfall: String? = nil
  ) {
    self.summary = summary
    self.parts = parts
    self.cannotShow = cannotShow
    self.unknown = unknown
    self.takenAway = takenAway
    self.standIn = standIn
    self.shortfall = shortfall
  }
}
