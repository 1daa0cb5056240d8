package import VoimoBase

/// What is said about the forms in which a film is written out.
extension Diagnostic.Message {
  /// An entry of `outputs` that does not say what it is.
  static func emptyOutput(_ path: String) -> Self {
    Self(
      id: "empty-output", text: "\(path) does not say what to write",
      hint: "{ preset: shorts }, { clip: chorus.1 } or { thumbnail: 1:12 }")
  }

  /// The preset `clip` without one.
  static func clipMissing(_ path: String) -> Self {
    Self(
      id: "missing-field", text: "\(path).clip is missing", hint: "{ clip: chorus.1 }")
  }

  /// Fields that stand beside `thumbnail`, which takes none.
  static func thumbnailAlone(_ path: String, beside: String) -> Self {
    Self(
      id: "thumbnail-alone", text: "\(path): a thumbnail does not have \(beside)",
      hint: "put it in an entry of its own")
  }

  /// Two outputs that would be one file.
  static func sameName(_ path: String, _ name: String) -> Self {
    Self(
      id: "twice", text: "\(path): another output is named '\(name)'",
      hint: "give one of them another name:")
  }

  /// Two outputs that would be equal.
  static func sameOutput(_ path: String, as name: String) -> Self {
    Self(id: "twice", text: "\(path) is the same as the output '\(name)'", hint: "keep one of them")
  }

  /// A name that other files in `out/` have.
  static func takenName(_ path: String, _ name: String, by what: String) -> Self {
    Self(
      id: "taken-name", text: "\(path): '\(name)' is \(what)", hint: "choose another name")
  }

  /// Sound asked of a form that has none.
  static func silentOutput(_ path: String, _ preset: Preset) -> Self {
    Self(
      id: "no-sound", text: "\(path): \(preset.rawValue) does not have sound",
      hint: "remove audio")
  }

  /// Subtitles as a track, asked of a form that has no tracks.
  static func trackless(_ path: String, _ preset: Preset) -> Self {
    Self(
      id: "soft-burned",
      text: "\(path): \(preset.rawValue) does not have a track for soft subtitles",
      hint: "subtitles: plain")
  }

  /// More frames a second than a form can tell.
  static func tooFast(_ path: String, _ preset: Preset, most: Int) -> Self {
    Self(
      id: "out-of-range",
      text: "\(path): \(preset.rawValue) shows at most \(most) frames a second", hint: "12.5 or 25")
  }

  /// A time range, or a time, that the film does not show.
  static func outsideCrop(_ path: String, _ text: String, start: Seconds?, end: Seconds?) -> Self {
    Self(
      id: "clip-outside",
      text: "\(path) \(text) is not in the film, which shows \(start?.clock ?? "the start") to "
        + "\(end?.clock ?? "the end") of the song", hint: nil)
  }

  /// A time range, or a time, that the song does not have.
  static func outsideSong(_ path: String, _ text: String, songEnd: Seconds) -> Self {
    Self(
      id: "clip-outside",
      text: "\(path) \(text) is outside the song, which is \(songEnd) long", hint: nil)
  }

  /// A section that the song has and the film does not show.
  package static func clipCropped(_ path: String, _ clip: Clip) -> Self {
    Self(
      id: "clip-outside", text: "\(path) \(clip) is not in the film: the crop leaves it out",
      hint: nil)
  }

  /// A section that the song does not have; `sections` are those that it has.
  static func unknownClip(
    _ path: String, _ clip: Clip, sections: String, nearest: String?, isGuess: Bool
  ) -> Self {
    Self(
      id: isGuess ? "section-not-heard" : "unknown-section",
      text: isGuess
        ? "\(path): no section of this song was heard as '\(clip)', so this output is not made. "
          + "Sections: \(sections)"
        : "\(path): this song has no section '\(clip)'. Sections: \(sections)",
      hint: nearest.map { "did you mean '\($0)'?" })
  }

  /// A label that listening never gives.
  static func unhearableClip(_ path: String, label: String, nearest: String?) -> Self {
    Self(
      id: "unknown-section",
      text: "\(path): no section is ever heard as '\(label)'. Labels: "
        + Project.heardLabels.joined(separator: ", "),
      hint: nearest.map { "did you mean '\($0)'?" }
        ?? "structure: declares sections with labels of your own")
  }

  /// A clip that a platform does not take.
  static func clipLength(
    _ name: String, _ preset: Preset, length: Seconds, takes: ClosedRange<Seconds>
  ) -> Self {
    let (least, most) = (NumberText.text(takes.lowerBound.value), takes.upperBound.value)
    return Self(
      id: "clip-length",
      text: "output \(name) is \(tenths(length)) s long; \(preset.rawValue) takes \(least) to "
        + "\(NumberText.text(most)) s", hint: "clip: a shorter or longer time range")
  }

  /// A clip that a platform takes, and not without loss.
  static func clipAdvice(
    _ name: String, length: Seconds, safe: Seconds, advice: String
  ) -> Self {
    Self(
      id: "clip-length",
      text: "output \(name) is \(tenths(length)) s long, over \(NumberText.text(safe.value)) s: "
        + advice, hint: nil)
  }

  private static func tenths(_ length: Seconds) -> String {
    NumberText.text((length.value * 10).rounded() / 10)
  }
}
