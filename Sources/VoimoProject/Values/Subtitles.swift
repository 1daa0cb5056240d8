package import VoimoBase

/// How words are shown.
package struct SubtitleSettings: Hashable, Sendable {
  /// How words look.
  package enum Style: String, Sendable, Codable, CaseIterable {
    /// Not at all, though exports (`lrc`, `srt`, …) still hold them.
    case none
    /// A track of the film that players can show or hide.
    case soft
    /// Lines drawn into the picture.
    case plain
    /// Lines drawn into the picture, each word lighting up as it is sung.
    case karaoke
  }

  package var style = SubtitleFields.style.fallback
  package var position = SubtitleFields.position.fallback
  /// What is said about drawing words into the picture; nil where the style decides.
  package var burn = SubtitleFields.burn.fallback
  /// The height of a line in percent of the picture's shorter side, so that words are as large
  /// on an upright film as on a wide one.
  package var size = SubtitleFields.size.fallback
  /// The font family that words are set in.
  package var font = SubtitleFields.font.fallback
  package var color = SubtitleFields.color.fallback
  /// Of the words that have been sung, with `karaoke`.
  package var highlight = SubtitleFields.highlight.fallback

  /// Whether words are part of the picture; soft ones are a track of the film.
  package var burnedIn: Bool {
    switch style {
    case .none, .soft: false
    case .plain, .karaoke: burn ?? true
    }
  }

  /// A track that players can show.
  package init() {}
}
