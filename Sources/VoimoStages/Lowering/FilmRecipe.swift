package import VoimoBase
package import VoimoMedia
package import VoimoProject

/// Everything that lowering needs: the project, the files it names, and who does the model work.
package struct FilmRecipe: Sendable {
  package var project: Project
  /// The song's file as found on this machine.
  package var audio: LocatedFile
  /// Where the song's words come from.
  package var words: Words
  /// Where files from outside are decoded.
  package var reading: AudioReading
  package var backends: Backends
  /// The musician's own pictures, as found on this machine, in the order of their names; empty
  /// where the project names none.
  package var pictures: [ImageSet: [LocatedPicture]] = [:]
  /// The labels that headings in the lyrics give to sections that are heard.
  package var headings: Set<String> = []
  /// What burned-in words are set in, the main font first; empty where none are.
  package var fonts: [FontFile]
  /// What encodes segments and the soundtrack on this machine.
  package var encoders: EncoderIdentities
  /// What pages are set in.
  package var typefaces = PageTypefaces()

  /// Where the song's words come from; decided once.
  package enum Words: Sendable, Hashable {
    /// A film without words.
    case none
    /// The words that the user gives.
    case file(LocatedFile)
    /// What is heard in the song itself.
    case transcript
  }

  /// What each page is set in; nil where no font is installed.
  package struct PageTypefaces: Sendable {
    package var waveform: Typeface?
    package var contactSheet: Typeface?

    package init(waveform: Typeface? = nil, contactSheet: Typeface? = nil) {
      self.waveform = waveform
      self.contactSheet = contactSheet
    }
  }

  /// A file of the user's: where it is, and the hash of what is in it.
  package struct LocatedFile: Sendable, Hashable {
    package var path: String
    package var hash: ContentHash

    package init(path: String, hash: ContentHash) {
      self.path = path
      self.hash = hash
    }
  }

  /// A picture of the user's.
  package struct LocatedPicture: Sendable, Hashable {
    /// Its path as the project has it, unique among all.
    package var name: String
    package var file: LocatedFile
    /// What must be seen; nil lets voimo find it.
    package var focus: Focus?

    package init(name: String, file: LocatedFile, focus: Focus?) {
      self.name = name
      self.file = file
      self.focus = focus
    }
  }

  package init(
    project: Project, audio: LocatedFile, words: Words, reading: AudioReading,
    backends: Backends, fonts: [FontFile], encoders: EncoderIdentities
  ) {
    self.project = project
    self.audio = audio
    self.words = words
    self.reading = reading
    self.backends = backends
    self.fonts = fonts
    self.encoders = encoders
  }

  /// Whether the film has words.
  package var hasWords: Bool { words != .none }

  /// The labels that sections of this song could be heard to have; nil where they are declared.
  package var guessableLabels: Set<String>? {
    project.structure == nil ? headings.union(Project.heardLabels) : nil
  }

  /// What the film is called: the song's title, else the audio file's name without its extension.
  package var title: String { Self.title(of: project) }

  /// The song's title, else the audio file's name without its extension; `film` where the name is
  /// nothing but dots, dashes and blanks, which no film can be called.
  package static func title(of project: Project) -> String {
    if let title = project.song.title, !title.isEmpty { return title }
    let name = project.audio.path.split(separator: "/").last.map(String.init) ?? "film"
    let stem = name.lastIndex(of: ".").flatMap { $0 == name.startIndex ? nil : name[..<$0] }
    let title = String(stem ?? name[...])
    return title.allSatisfy { ".-~ ".contains($0) } ? "film" : title
  }
}
