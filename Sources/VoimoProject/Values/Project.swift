package import VoimoBase

/// A `voimo.yaml` as values: what a musician asked for, after profile, defaults and all checks that
/// the text alone allows.
///
/// Nothing here has looked at a file, a song or a clock. What only the song can tell (does this
/// section exist, is the crop inside) is checked by others, with the places kept here.
package struct Project: Sendable {
  /// The song's file.
  package var audio: AudioSource
  /// Who plays what.
  package var song = SongInfo()
  /// The given words; nil for a film without text.
  package var lyrics: LyricsSource?
  /// Which part of the song the film shows.
  package var crop = Crop()
  /// The sections as declared; nil when they are to be detected.
  package var structure: [DeclaredSection]?
  /// The file that declares the sections; nil where `voimo.yaml` does, or nobody.
  ///
  /// Until `declaring(sectionsOf:)` has read it, `structure` is nil.
  package var structurePath: String?
  /// How long shots are and how they follow each other.
  package var shots = ShotSettings()
  /// The visual theme of the whole film.
  package var theme: String?
  /// The visual style of the whole film; the performer is `song.artist`.
  package var artist: String?
  /// What the file says about every section's prompt.
  package var filePrompt: PromptOverride?
  /// What must not be seen.
  package var negativePrompt: String?
  /// The user's own pictures for all shots; nil where pictures are made.
  package var images: ImageSet?
  /// The checkpoint for an image back end; nil with the profile `draft`, which paints without one.
  package var model: ModelReference?
  /// How an image model samples.
  package var sampling = Sampling()
  /// How frames follow from a picture where no section says otherwise.
  package var animation = FileFormat.animation.fallback
  /// Who does which work, for the ports that the file names; see `backend(_:)`.
  package var backends: [BackendPort: BackendChoice] = [:]
  /// Where every section's seed comes from; 0 or more.
  package var seed = Project.defaultSeed
  /// The picture's size, frame rate and encoding.
  package var render = RenderSettings()
  /// How the camera moves where no section says otherwise.
  package var motion = MotionSettings()
  /// What to change in some sections or times, in the order of the file, which never matters.
  package var sections: [SectionOverride] = []
  /// How words are shown.
  package var subtitles = SubtitleSettings()
  /// What to export; nothing twice, at least one.
  package var outputs: [Output] = [.film]
  /// The names that `--profile` takes for this file: the built-in `draft` and the file's own,
  /// sorted.
  package var profiles: [String] = ["draft"]
  /// The profile that was merged over the file; nil for none.
  package var profile: String?
  /// What the file says, with the profile over it, in its own words.
  package var said = SaidValues()
  /// The name of the file, for messages.
  package var sourceName = "voimo.yaml"
  /// Where each field is written, by its path in the file.
  package var places = Places()

  /// A project of a song and nothing else.
  package init(audio: AudioSource) { self.audio = audio }

  /// The seed of a file that names none.
  package static var defaultSeed: Int { FileFormat.seed.fallback }

  /// The one prompt for the whole film, when the file gives one; nil when it gives none, a list, or
  /// words to add.
  package var prompt: String? {
    guard case .replace(let text) = filePrompt else { return nil }
    return text
  }

  /// Every file that the project names, each by its path as written; pictures are in
  /// `namedImages`.
  ///
  /// Says nothing about whether they are there.
  package var files: [NamedFile] {
    [NamedFile(field: "audio", path: audio.path)]
      + (lyrics.map { [NamedFile(field: "lyrics", path: $0.path)] } ?? [])
      + (structurePath.map { [NamedFile(field: "structure", path: $0)] } ?? [])
  }

  /// Where a field's value is written: `crop.end`, `sections.chorus.2.prompt`, `outputs[1]`.
  ///
  /// A short form answers for the fields it stands for: `crop: 0:30-1:00` for `crop.end`. Nil for
  /// what the file leaves out.
  package func span(of path: String) -> SourceSpan? { places.value(at: path) }

  /// Where a field's name is written; nil for what the file leaves out.
  package func keySpan(of path: String) -> SourceSpan? { places.key(at: path) }

  /// An error at a field's value, or about the whole file when the file leaves the field out.
  package func error(_ message: Diagnostic.Message, at path: String) -> Diagnostic {
    Diagnostic(.error, message, file: sourceName, span: span(of: path))
  }

  /// A warning at a field's value, or about the whole file when the file leaves the field out.
  package func warning(_ message: Diagnostic.Message, at path: String) -> Diagnostic {
    Diagnostic(.warning, message, file: sourceName, span: span(of: path))
  }
}

/// A file that a project names.
package struct NamedFile: Hashable, Sendable {
  /// The field that names it: `audio`.
  package var field: String
  /// As written: relative to the project's folder, absolute, or with `~`.
  package var path: String

  /// Takes the field and what it says.
  package init(field: String, path: String) {
    self.field = field
    self.path = path
  }
}
