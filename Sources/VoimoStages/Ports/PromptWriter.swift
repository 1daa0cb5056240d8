package import VoimoBase

/// Writes what a section's pictures should show.
package protocol PromptWriter: Sendable {
  /// Enters the key of every prompt.
  var identity: BackendIdentity { get }

  /// Turns a section's words and the film's look into prompts.
  ///
  /// - Throws: when a back end fails; the built-in one never does.
  func write(_ request: PromptRequest) async throws -> PromptSet
}

/// What a prompt is written from.
package struct PromptRequest: Sendable, Hashable {
  package var section: SectionID
  package var theme: String
  package var artist: String
  package var negativePrompt: String
  /// What the section's override says about its prompt.
  package var override: Override
  /// The section's lyric lines, in order.
  package var lyrics: [String]

  /// How a section's own prompt meets the written one.
  package enum Override: Sendable, Hashable {
    case none
    /// Stands in place of the written prompt.
    case replace(String)
    /// Stands in place of it, and changes from the first to the last through the section.
    case travel([String])
    /// Follows the written prompt.
    case add(String)
  }

  package init(
    section: SectionID, theme: String, artist: String, negativePrompt: String,
    override: Override, lyrics: [String]
  ) {
    self.section = section
    self.theme = theme
    self.artist = artist
    self.negativePrompt = negativePrompt
    self.override = override
    self.lyrics = lyrics
  }
}

/// A section's prompts, as image back ends get them.
package struct PromptSet: Sendable, Hashable, Codable {
  /// One for the whole section, or several that it travels through; at least one.
  package var prompts: [String]
  package var negativePrompt: String
  /// The theme, by which a painter keeps the film's palette together.
  package var theme: String
  /// The visual style asked for.
  package var artist: String
  /// What somebody wrote for this section themselves: one for each of `prompts`, empty where the
  /// prompt was written for them.
  package var own: [String]
  /// Words of the lyrics in the written prompts that may name something to be seen.
  package var images: [String]
  /// How the section tends to be filmed, where the written prompts say so: it names nothing that
  /// could be seen.
  package var mood: String

  package init(
    prompts: [String], negativePrompt: String, theme: String, artist: String, own: [String] = [],
    images: [String] = [], mood: String = ""
  ) {
    self.prompts = prompts
    self.negativePrompt = negativePrompt
    self.theme = theme
    self.artist = artist
    self.own = own
    self.images = images
    self.mood = mood
  }

  /// The prompt at a place in the section, from 0 to 1: the nearest one.
  package func prompt(at position: Double) -> String {
    let index = index(at: position)
    return prompts.indices.contains(index) ? prompts[index] : ""
  }

  /// What somebody wrote themselves for that place.
  package func own(at position: Double) -> String {
    let index = index(at: position)
    return own.indices.contains(index) ? own[index] : ""
  }

  private func index(at position: Double) -> Int {
    let last = Double(prompts.count - 1)
    return Int((min(max(position, 0), 1) * last).rounded())
  }
}
