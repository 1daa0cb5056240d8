package import VoimoBase
package import VoimoMedia
package import VoimoProject

/// Everything that lowering needs: the project, the files it names, and who does the model work.
package struct FilmRecipe: Sendable {
  package var project: Project
  /// The song's file as found on this machine.
  package var audio: LocatedFile
  /// The lyrics file, where the project names one.
  package var lyrics: LocatedFile?
  /// Where the song's file is decoded.
  package var reading: AudioReading
  package var listener: any SongListener
  package var sectionFinder: any SectionFinder
  package var separator: any StemSeparator
  package var writer: any PromptWriter
  package var renderer: any ShotRenderer
  /// The labels that headings in the lyrics give to sections that are heard.
  package var headings: Set<String> = []
  /// What burned-in words are set in, the main font first; empty where none are.
  package var fonts: [FontFile]
  /// What encodes segments and the soundtrack on this machine.
  package var encoders: EncoderIdentities
  /// What pages are set in.
  package var typefaces = PageTypefaces()

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

  package init(
    project: Project, audio: LocatedFile, lyrics: LocatedFile?, reading: AudioReading,
    listener: any SongListener, sectionFinder: any SectionFinder,
    separator: any StemSeparator, writer: any PromptWriter,
    renderer: any ShotRenderer, fonts: [FontFile], encoders: EncoderIdentities
  ) {
    self.reading = reading
    self.listener = listener
    self.sectionFinder = sectionFinder
    self.separator = separator
    self.fonts = fonts
    self.encoders = encoders
    self.project = project
    self.audio = audio
    self.lyrics = lyrics
    self.writer = writer
    self.renderer = renderer
  }

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
