package import VoimoBase

/// What is said where the project and its song, its words or the machine's fonts disagree.
extension Diagnostic.Message {
  /// A label that songs have, and this one was not heard to have.
  package static func sectionNotHeard(_ key: String, label: String, sections: String) -> Self {
    Self(
      id: "section-not-heard",
      text: "sections.\(key): no section of this song was heard as '\(label)', so this changes "
        + "nothing. Sections: \(sections)",
      hint: "voimo show sections lists them; structure: declares your own")
  }

  /// A label that listening never gives.
  package static func unhearableSection(_ key: String, label: String, nearest: String?) -> Self {
    Self(
      id: "unknown-section",
      text: "sections.\(key): no section is ever heard as '\(label)'. Labels: "
        + Project.heardLabels.joined(separator: ", "),
      hint: nearest.map { "did you mean '\($0)'?" }
        ?? "structure: declares sections with labels of your own")
  }

  /// A time range that begins after the song ends.
  package static func rangeAfterSong(_ key: String, songEnd: Seconds) -> Self {
    Self(
      id: "range-outside",
      text: "sections '\(key)' is outside the song, which is \(songEnd) long", hint: nil)
  }

  /// A time range that begins in the song and ends after it.
  package static func rangePastEnd(_ key: String, songEnd: Seconds) -> Self {
    Self(
      id: "range-past-end",
      text: "sections '\(key)' ends after the song does, which is \(songEnd) long", hint: nil)
  }

  /// A time range of the song that the crop leaves out.
  package static func rangeCropped(_ key: String, start: Seconds, end: Seconds) -> Self {
    Self(
      id: "range-not-shown",
      text: "sections '\(key)' is not in the film, which shows \(start) to \(end) of the song",
      hint: nil)
  }

  /// A time range in which no frame begins.
  package static func rangeTooShort(_ key: String) -> Self {
    Self(
      id: "range-too-short",
      text: "sections '\(key)' is shorter than a frame and changes no picture", hint: nil)
  }

  /// A crop that begins in the song's last frame.
  package static func cropLeavesNothing(_ start: Seconds, songEnd: Seconds) -> Self {
    Self(
      id: "empty-crop",
      text: "crop.start \(start) leaves no frame of the song, which ends at \(songEnd)", hint: nil)
  }

  /// An output, or a style of subtitles, made of words that nobody gives.
  package static func needsLyrics(_ field: String, _ value: String) -> Self {
    Self(
      id: "needs-lyrics", text: "\(field): \(value) needs lyrics",
      hint: "name their file under lyrics:")
  }

  /// Words of which none is sung during the song.
  package static func noLineInSong(songEnd: Seconds, offset: Seconds) -> Self {
    Self(
      id: "lyrics-outside-song", text: "lyrics: no line falls within the song (\(songEnd))",
      hint: offset == .zero
        ? "were they made for another recording? lyrics.offset moves them"
        : "lyrics.offset moves them by \(offset.value) s")
  }

  /// Words of which some are sung before or after the song; `first` is the first of them.
  package static func linesOutsideSong(
    _ count: Int, of all: Int, first: String, at time: Seconds, songEnd: Seconds
  ) -> Self {
    Self(
      id: "lyrics-outside-song",
      text: "lyrics: \(count) of \(all) lines \(count == 1 ? "is" : "are") outside the song "
        + "(\(songEnd)), first '\(excerpt(first))' at \(time)", hint: nil)
  }

  /// A character of the words that would be drawn as an empty box.
  package static func noGlyph(
    _ character: Character, _ scalar: Unicode.Scalar, package name: String?
  ) -> Self {
    Self(
      id: "no-glyph",
      text:
        "lyrics: no installed font has '\(character)' (\(codePoint(scalar))), and the words are drawn into "
        + "the picture",
      hint: name.map { "apt-get install \($0), or subtitles: soft" }
        ?? "replace the character, or subtitles: soft")
  }

  /// A character on the film's pages that would be drawn as an empty box.
  package static func noGlyphOnPages(
    _ character: Character, _ scalar: Unicode.Scalar, package name: String?
  ) -> Self {
    Self(
      id: "no-glyph-on-pages",
      text:
        "no installed font has '\(character)' (\(codePoint(scalar))); the contact sheet and the "
        + "waveform show a box in its place",
      hint: name.map { "apt-get install \($0)" })
  }

  /// No font for the film's pages.
  package static var noFontForPages: Self {
    Self(
      id: "no-font",
      text: "the font DejaVu Sans is not installed; the contact sheet and the waveform are drawn "
        + "without words",
      hint: "apt-get install fonts-dejavu-core")
  }

  /// `U+4E2D`.
  private static func codePoint(_ scalar: Unicode.Scalar) -> String {
    let hex = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
  }

  /// A family that is not installed.
  package static func unknownFont(_ family: String) -> Self {
    Self(
      id: "unknown-font",
      text: "subtitles.font '\(excerpt(family))' is not installed; words drawn into the picture "
        + "are set in DejaVu Sans", hint: "fc-list : family lists the fonts of this machine")
  }

  /// A field that should name a file and holds blanks.
  package static func blankPath(_ field: String, _ path: String) -> Self {
    Self(
      id: "blank-path", text: "\(field): '\(excerpt(path))' is not the name of a file", hint: nil)
  }
}
