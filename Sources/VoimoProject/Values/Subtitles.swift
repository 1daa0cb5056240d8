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

  /// Where lines stand.
  package enum Position: String, Sendable, Codable, CaseIterable {
    case top, middle, bottom
  }

  package var style = Style.soft
  package var position = Position.bottom
  /// Whether words are part of the picture; else the film carries them as a track.
  package var burnedIn = false
  /// The height of a line in percent of the picture's height, 1 to 20.
  package var size = 6.0
  /// A font family that is installed.
  package var font = "DejaVu Sans"
  package var color = Color.white
  /// Of the words that have been sung, with `karaoke`.
  package var highlight = Color(255, 214, 77)

  /// A track that players can show.
  package init() {}
}
