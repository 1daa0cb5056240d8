package import VoimoBase

/// What is said about fields that do not go together, or that the song or the disk contradicts.
extension Diagnostic.Message {
  static let noAudio = Self(
    id: "no-audio", text: "the file does not name a song", hint: "add: audio: song.mp3")

  static func missingField(_ path: String) -> Self {
    Self(id: "missing-field", text: "\(path) is missing", hint: nil)
  }

  /// A crop that ends before it starts, or where it starts.
  static func invertedCrop(_ start: Seconds, _ end: Seconds) -> Self {
    Self(
      id: "inverted-crop", text: "crop \(start)-\(end) ends before it starts",
      hint: start == end ? "it would be empty" : "did you mean \(end)-\(start)?")
  }

  static func fadesTooLong(_ fades: Seconds, _ length: Seconds) -> Self {
    Self(
      id: "fades-too-long",
      text: "crop: the fades last \(fades), the film only \(length)", hint: "shorten them")
  }

  static func structureOrder(_ label: String, _ start: Seconds, previous: Seconds) -> Self {
    Self(
      id: "structure-order",
      text: "structure: \(label) at \(start) does not begin after \(previous), "
        + "where the section before it does",
      hint: "put sections in the order of the song")
  }

  /// A file of sections with nothing in it.
  static let noSections = Self(
    id: "empty-file", text: "the file does not declare a section",
    hint: "- { label: intro, start: 0 }")

  /// A file of sections that holds something else.
  static let notSections = Self(
    id: "wrong-shape", text: "the file must hold a list of sections",
    hint: "- { label: intro, start: 0 }")

  /// The sections to be frozen stand in the file, by the user's word.
  static let structureIsDeclared = Self(
    id: "structure-is-declared",
    text: "structure already declares the sections here; they are obeyed as they stand",
    hint: "remove it and build to have them heard again")

  /// A field that names another file than the one to be named.
  static func namesAnother(_ field: String, _ file: String) -> Self {
    Self(
      id: "names-another-file", text: "\(field) already names \(excerpt(file))",
      hint: "remove it first")
  }

  /// A file whose text a program had better not change; `line` is what to write by hand.
  static func cannotEdit(_ why: String, line: String) -> Self {
    Self(
      id: "cannot-edit", text: "the file \(why), so voimo leaves it as it is",
      hint: "write it yourself: \(line)")
  }

  static let noLyrics = Self(
    id: "no-lyrics", text: "the file does not name lyrics", hint: "lyrics: words.txt adds them")

  static func rangeOrder(_ key: String) -> Self {
    Self(
      id: "inverted-range", text: "sections '\(key)' ends before it starts", hint: nil)
  }

  static func overlap(_ first: String, _ second: String, by length: Seconds) -> Self {
    let hundredths = Int((length.value * 100).rounded())
    return Self(
      id: "overlapping-sections",
      text: "sections '\(first)' and '\(second)' overlap by "
        + "\(hundredths / 100).\(Seconds.padded(hundredths % 100, 2)) s",
      hint: "one moment can have one override by time")
  }

  static func shotBounds(_ text: String) -> Self {
    Self(id: "shot-lengths", text: text, hint: "shots: { length: 2bar, min: 1s, max: 8s }")
  }

  static func sizeConflict(
    _ field: String, _ width: Int, _ height: Int, _ aspect: String
  ) -> Self {
    Self(
      id: "size-conflict", text: "\(field): \(width)×\(height) is not \(aspect)",
      hint: "remove aspect, width or height")
  }

  static func sizeTooLarge(_ field: String, _ width: Int, _ height: Int) -> Self {
    Self(
      id: "out-of-range",
      text: "\(field): \(width)×\(height) is beyond 64 to 7680 pixels a side", hint: nil)
  }

  static func sameArtist(_ artist: String) -> Self {
    Self(
      id: "artist-is-performer",
      text: "artist '\(excerpt(artist))' is also song.artist; artist is the visual style",
      hint: "name a painter, photographer or film maker, or remove it")
  }

  static let softBurned = Self(
    id: "soft-burned",
    text: "subtitles: soft subtitles are a track of the film and cannot be burned in",
    hint: "style: plain")

  static func outsideProject(_ path: String, _ file: String) -> Self {
    Self(
      id: "outside-project",
      text:
        "\(path): \(excerpt(file)) is outside the project; whoever clones the project will not have it",
      hint: "copy it next to voimo.yaml")
  }

  static func unknownProfile(_ name: String, known: [String]) -> Self {
    Self(
      id: "unknown-profile",
      text: "there is no profile '\(excerpt(name))'. Profiles: \(known.joined(separator: ", "))",
      hint: NearMiss.nearest(to: name, among: known).map { "did you mean '\($0)'?" })
  }

  /// A key of `sections` whose label this song does not have.
  ///
  /// `sections` are the song's as people read them: `intro, chorus.1–3`.
  package static func unknownSection(
    _ key: String, label: String, sections: String, nearest: String?
  ) -> Self {
    Self(
      id: "unknown-section",
      text: "sections.\(key): this song has no section '\(label)'. Sections: \(sections)",
      hint: nearest.map { "did you mean '\($0)'?" })
  }

  /// A key such as `chorus.4` in a song with three choruses, which begin at `starts`.
  package static func ordinalTooHigh(_ key: String, label: String, starts: [Seconds]) -> Self {
    let times = starts.map(\.clock).joined(separator: ", ")
    let many = starts.count == 1 ? "only 1 section" : "only \(starts.count) sections"
    return Self(
      id: "ordinal-too-high", text: "sections.\(key): \(many) '\(label)' (\(times))",
      hint: starts.isEmpty ? nil : "the last is '\(label).\(starts.count)'")
  }

  /// A crop that ends after the song does.
  package static func cropPastEnd(_ end: Seconds, songEnd: Seconds) -> Self {
    Self(
      id: "crop-past-end", text: "crop.end \(end) is after the audio ends (\(songEnd))",
      hint: "use 'end' or ≤ \(songEnd)")
  }

  /// A crop that starts after the song ends.
  package static func cropStartPastEnd(_ start: Seconds, songEnd: Seconds) -> Self {
    Self(
      id: "crop-past-end", text: "crop.start \(start) is after the audio ends (\(songEnd))",
      hint: nil)
  }

  /// A declared section that begins after the song ends.
  package static func sectionPastEnd(_ label: String, _ start: Seconds, songEnd: Seconds) -> Self {
    Self(
      id: "section-past-end",
      text: "structure: \(label) at \(start) is after the audio ends (\(songEnd))", hint: nil)
  }

  /// A file that is not there; `nearby` are names of files in the folder that was looked in.
  package static func missingFile(_ field: String, path: String, nearby: [String]) -> Self {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let list = nearby.sorted().prefix(5).joined(separator: ", ")
    let odd = OddCharacter.repaired(name)
    let isBlankAtEnd = OddCharacter.trimmed(name) != name
    let shown = odd != nil || isBlankAtEnd ? "'\(visible(path))'" : path
    return Self(
      id: "missing-file",
      text: "\(field): \(shown) not found"
        + (path.contains("/") ? "" : " next to voimo.yaml")
        + (list.isEmpty ? "" : ". Nearby: \(list)"),
      hint: hint(forMissing: name, path: path, nearby: nearby))
  }

  private static func hint(forMissing name: String, path: String, nearby: [String]) -> String? {
    let nearest = NearMiss.nearest(to: name, among: nearby).map { "did you mean '\($0)'?" }
    if OddCharacter.trimmed(name) != name { return "remove the blank at its end" }
    if path.contains("\\") {
      return "write / between folders: \(path.split(separator: "\\").joined(separator: "/"))"
    }
    guard let (_, odd) = OddCharacter.repaired(name), let called = OddCharacter.name(of: odd),
      OddCharacter.isSpace(odd) || OddCharacter.isInvisible(odd)
    else { return nearest }
    return "it holds the \(called)" + (nearest.map { ": \($0)" } ?? "")
  }

  /// A link that leads to a file that is not there.
  package static func linkToNothing(_ field: String, path: String, target: String) -> Self {
    Self(
      id: "missing-file",
      text: "\(field): \(path) is a link to nothing: \(excerpt(target)) does not exist",
      hint: "put the file there, or name another")
  }

  /// A file that is there and holds no sound; `found` says what it is: `HTML document, 12 kB`.
  package static func notAudio(_ path: String, found: String, hint: String?) -> Self {
    Self(id: "not-audio", text: "audio: \(path) is not audio (\(found))", hint: hint)
  }
}
