import VoimoBase
import VoimoMedia
import VoimoProject
import VoimoStages

/// The texts of a project that get onto its pages, the waveform and the contact sheet, and the
/// fonts that show them.
struct PageFonts {
  /// A text, and where it is written.
  private struct Text {
    var text: String
    /// The field of the project.
    var path: String
  }

  private let project: Project
  private let words: ProjectWords?

  /// Looks at a project.
  ///
  /// - Parameters:
  ///   - project: What is written in it.
  ///   - words: Its lyrics; nil where there are none.
  init(_ project: Project, words: ProjectWords?) {
    self.project = project
    self.words = words
  }

  /// What each page is set in; nothing where no font is installed.
  ///
  /// - Parameter hash: The hash of a file.
  /// - Returns: the fonts of each page.
  /// - Throws: what `hash` throws.
  func typefaces(hash: (String) throws -> ContentHash) throws -> FilmRecipe.PageTypefaces {
    func typeface(_ texts: [Text]) throws -> Typeface? {
      do {
        return try choose(texts) { place in
          FontFile(path: place.path, face: place.face, hash: try hash(place.path))
        }.typeface
      } catch is MediaError {
        // Said by `problems`; a film does not fail for the words on a page beside it.
        return nil
      }
    }
    return FilmRecipe.PageTypefaces(
      waveform: try typeface(waveform), contactSheet: try typeface(waveform + prompts))
  }

  /// What is doubtful: that there is no font, or none for a character.
  ///
  /// - Returns: one warning at most; none where the film's pages are not asked for.
  var problems: [Diagnostic] {
    guard project.outputs.contains(.film) else { return [] }
    let texts = waveform + prompts
    do {
      let place = { (place: FontChoice.Place) in
        FontFile(path: place.path, face: place.face, hash: ContentHash(hashing: ""))
      }
      guard let missing = try choose(texts, file: place).missing else { return [] }
      let message = Diagnostic.Message.noGlyphOnPages(
        missing.character, missing.scalar, package: FontPackage.name(for: missing.scalar))
      let path = texts[missing.text].path
      if path == "lyrics", let words {
        return [
          Diagnostic(
            .warning, message, file: words.path, span: words.place(of: missing.character))
        ]
      }
      return [project.warning(message, at: path)]
    } catch {
      return [Diagnostic(.warning, .noFontForPages, file: project.sourceName)]
    }
  }

  private func choose(
    _ texts: [Text], file: (FontChoice.Place) throws -> FontFile
  ) throws -> (typeface: Typeface, missing: FontChoice.Missing?) {
    try Typeface.choose(
      for: texts.map(\.text), language: project.song.language, file: file)
  }

  /// What both pages show: the title and the sections' names.
  private var waveform: [Text] {
    let title = Text(
      text: FilmRecipe.title(of: project),
      path: project.song.title?.isEmpty == false ? "song.title" : "audio")
    if let structure = project.structure {
      return [title] + structure.map { Text(text: $0.label, path: "structure") }
    }
    return [title] + (words?.headings ?? []).sorted().map { Text(text: $0, path: "lyrics") }
  }

  /// What prompts are made of, and what is said about them.
  private var prompts: [Text] {
    var texts = [
      Text(text: project.song.artist ?? "", path: "song.artist"),
      Text(text: project.theme ?? "", path: "theme"),
      Text(text: project.artist ?? "", path: "artist"),
    ]
    texts += Self.texts(of: project.filePrompt).map { Text(text: $0, path: "prompt") }
    for section in project.sections {
      let path = "sections.\(section.key)"
      texts.append(Text(text: section.theme ?? "", path: "\(path).theme"))
      texts.append(Text(text: section.artist ?? "", path: "\(path).artist"))
      texts += Self.texts(of: section.prompt).map { Text(text: $0, path: "\(path).prompt") }
    }
    // The writer takes words out of the lines, and no signs.
    guard writesPrompts, let words else { return texts }
    return texts + words.lines.map { Text(text: $0.filter(\.isLetter), path: "lyrics") }
  }

  /// Whether a prompt may be written from the words.
  private var writesPrompts: Bool {
    switch project.filePrompt {
    case nil, .add: true
    case .replace, .travel: false
    }
  }

  private static func texts(of prompt: PromptOverride?) -> [String] {
    switch prompt {
    case nil: []
    case .replace(let text), .add(let text): [text]
    case .travel(let texts): texts
    }
  }
}
