import Foundation
import VoimoBase
import VoimoLyrics
import VoimoMedia
import VoimoProject
import VoimoStages

/// The words that a project names, as their file has them.
struct ProjectWords {
  /// The file as the project names it.
  var path: String
  /// Everything that is wrong or doubtful in the file.
  var problems: [Diagnostic]
  /// What it holds; nil exactly when a problem is an error.
  var document: LyricsDocument?
  /// Added to every time.
  var offset: Seconds
  /// The file's lines as text, to find the place of a character.
  private var text: [Substring] = []

  /// The lines, as they are shown.
  var lines: [String] {
    switch document {
    case .timed(let lyrics)?: lyrics.lines.map(\.text)
    case .untimed(let stanzas)?: stanzas.flatMap { $0.lines.map(\.text) }
    case nil: []
    }
  }

  /// The labels that headings give to their sections.
  var headings: Set<String> {
    switch document {
    case .timed(let lyrics)?: Set(lyrics.lines.compactMap(\.section))
    case .untimed(let stanzas)?: Set(stanzas.compactMap { $0.mark?.label })
    case nil: []
    }
  }

  /// What is doubtful about times: lines that are sung before or after the song.
  ///
  /// - Parameter duration: The song's length.
  /// - Returns: Warnings; empty where there are no words.
  func timeProblems(_ duration: Seconds) -> [Diagnostic.Message] {
    guard let document else { return [] }
    guard case .timed(let lyrics) = document else {
      // Where the words will be is not known; that they are moved out of the song is.
      return abs(offset.value) >= duration.value
        ? [.noLineInSong(songEnd: duration, offset: offset)] : []
    }
    let outside = lyrics.lines.filter {
      $0.end + offset <= .zero || $0.start + offset >= duration
    }
    guard let first = outside.first else { return [] }
    if outside.count == lyrics.lines.count {
      return [.noLineInSong(songEnd: duration, offset: offset)]
    }
    return [
      .linesOutsideSong(
        outside.count, of: lyrics.lines.count, first: first.text, at: first.start + offset,
        songEnd: duration)
    ]
  }

  /// Where a character of a line is in the file: the first place it is found in.
  func place(of character: Character) -> SourceSpan? {
    for (index, line) in text.enumerated() {
      guard let at = line.firstIndex(of: character) else { continue }
      return SourceSpan(
        line: index + 1, column: line[..<at].unicodeScalars.count + 1,
        length: max(1, character.unicodeScalars.count))
    }
    return nil
  }

  /// Reads a project's words; nil where it names none.
  init?(of workspace: Workspace) {
    guard let lyrics = workspace.project.lyrics else { return nil }
    path = lyrics.path
    offset = lyrics.offset
    let project = workspace.project
    let full = workspace.resolve(path)
    let bytes: [UInt8]
    do throws(InputText.Refusal) {
      bytes = try InputText.bytes(of: full, limit: LyricsFile.maximumBytes)
    } catch {
      problems = [
        project.error(
          .init(id: error.id, text: "lyrics: \(path) \(error.predicate)", hint: error.hint),
          at: "lyrics")
      ]
      return
    }
    workspace.texts.add(SourceText(name: path, text: String(decoding: bytes, as: UTF8.self)))
    let reading = LyricsFile.parse(bytes: bytes, name: path, encoding: lyrics.encoding)
    problems = reading.diagnostics
    document = problems.contains { $0.severity == .error } ? nil : reading.document
    text = (String(validating: bytes, as: UTF8.self) ?? "")
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }
}

extension Workspace {
  /// Which fonts burned-in words are set in; nil where none are burned in.
  ///
  /// - Throws: `KitError` when not even the standard font is installed.
  func fontChoice(for words: ProjectWords?) throws -> FontChoice? {
    guard let words, project.burnsWords else { return nil }
    do {
      return try FontChoice.choose(
        for: words.lines, family: project.subtitles.font, language: project.song.language)
    } catch {
      throw KitError(.usage, error.sentence, hint: "apt-get install fonts-dejavu-core")
    }
  }

  /// What is wrong with a choice of fonts: a family that is not installed, a character that no font
  /// has.
  func fontProblems(_ choice: FontChoice?, words: ProjectWords?) -> [Diagnostic] {
    guard let choice, let words else { return [] }
    var problems: [Diagnostic] = []
    if !choice.hasFamily {
      problems.append(
        project.warning(.unknownFont(project.subtitles.font), at: "subtitles.font"))
    }
    if let missing = choice.missing {
      problems.append(
        Diagnostic(
          .error,
          .noGlyph(
            missing.character, missing.scalar, package: FontPackage.name(for: missing.scalar)),
          file: words.path, span: words.place(of: missing.character)))
    }
    return problems
  }
}
