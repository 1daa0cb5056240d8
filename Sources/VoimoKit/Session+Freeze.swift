import VoimoBase
import VoimoEngine
import VoimoLyrics
import VoimoProject
import VoimoSignal
import VoimoStages

extension Session {
  /// Turns what was built last into text that the project then obeys; writes nothing.
  ///
  /// Frozen is what voimo guessed. Sections that somebody declared and words that come with times
  /// are obeyed already: asked for by name they are an error, else a note.
  ///
  /// - Parameters:
  ///   - wanted: What to freeze; empty for all that is guessed.
  ///   - force: Whether files that are there and differ may be replaced.
  /// - Returns: what `Workspace.write` writes.
  /// - Throws: `KitError` for what is not made yet or in the way, `ProjectProblems` for a project
  ///   file that cannot be edited.
  package func freeze(_ wanted: [Freezable], force: Bool) throws -> Freezing {
    let source = workspace.source
    var freezing = Freezing(before: source, after: source.text)
    try checkProfile()
    for kind in Freezable.allCases where wanted.isEmpty || wanted.contains(kind) {
      if let given = given(kind) {
        guard wanted.isEmpty else {
          throw KitError(.usage, "\(given); there is nothing to freeze")
        }
        if kind != .lyrics || recipe.hasWords { freezing.notes.append(given) }
        continue
      }
      let file: Freezing.File
      switch kind {
      case .structure: file = try frozenStructure(notes: &freezing.notes)
      case .lyrics: file = try frozenLyrics(alone: freezing.files.isEmpty, &freezing.notes)
      }
      try add(file, to: &freezing, force: force)
    }
    let words = freezing.files.contains { $0.kind == .lyrics }
    if let path = workspace.project.lyrics?.path, !words, !freezing.files.isEmpty,
      given(.lyrics) == nil
    {
      freezing.notes.append(
        "\(path) has no times: its lines are laid onto the frozen sections anew and may move; "
          + "`voimo freeze` keeps both as they are")
    }
    try checkAgain(freezing)
    return freezing
  }

  /// Why something is not a guess, in a sentence; nil when it is one.
  private func given(_ kind: Freezable) -> String? {
    switch kind {
    case .structure:
      guard workspace.project.structure != nil else { return nil }
      return "the sections are declared in "
        + "\(workspace.project.structurePath ?? Workspace.fileName) and obeyed already"
    case .lyrics:
      guard let lyrics = workspace.project.lyrics else {
        return recipe.hasWords ? nil : "this project has no lyrics"
      }
      let bytes = try? InputText.bytes(
        of: workspace.resolve(lyrics.path), limit: LyricsFile.maximumBytes)
      guard
        case .timed = LyricsFile.parse(
          bytes: bytes ?? [], name: lyrics.path, encoding: lyrics.encoding
        ).document
      else { return nil }
      return "the words of \(lyrics.path) have times, which are obeyed already"
    }
  }

  /// A profile with a song or words of its own has other sections than the file it stands in.
  private func checkProfile() throws {
    guard let profile = workspace.profile else { return }
    let project = workspace.project
    let (plain, _) = Project.parse(workspace.source, profile: nil)
    guard let plain, plain.audio == project.audio, plain.lyrics == project.lyrics,
      (plain.structure == nil) == (project.structure == nil)
        || project.structurePath == plain.structurePath
    else {
      throw KitError(
        .usage, "the profile \(profile) has a song, words or sections of its own",
        hint: "voimo freeze without --profile edits what all profiles share")
    }
  }

  /// Adds a file and the project's line for it.
  private func add(_ file: Freezing.File, to freezing: inout Freezing, force: Bool) throws {
    var file = file
    let name = file.kind.fileName
    let bytes = Array(file.text.utf8)
    let path = "\(workspace.folder)/\(name)"
    var isFree = false
    do throws(InputText.Refusal) {
      file.isThere = try InputText.bytes(of: path, limit: bytes.count) == bytes
    } catch {
      // A link that leads to nothing is written through.
      isFree = error.reason == .missing || error.reason == .dangling
    }
    if !file.isThere, !isFree { try differs(name, force) }
    if !file.isThere { try workspace.writeGuard.checkKept(path) }
    let text = SourceText(name: freezing.before.name, text: freezing.after)
    let edit =
      switch file.kind {
      case .structure: try ProjectEdit.namingStructure(name, in: text)
      case .lyrics: try ProjectEdit.namingLyrics(name, in: text)
      }
    if let edit {
      file.change = .init(line: edit.line, before: edit.before, after: edit.after)
      freezing.after = edit.text
    }
    freezing.files.append(file)
  }

  private func differs(_ name: String, _ force: Bool) throws(KitError) {
    guard !force else { return }
    throw KitError(
      .usage, "\(name) already exists and differs from what would be written",
      hint: "move it aside, or replace it with --force")
  }

  /// Reads everything that would be written as the next build would.
  private func checkAgain(_ freezing: Freezing) throws {
    let text = SourceText(name: freezing.before.name, text: freezing.after)
    let (read, problems) = Project.parse(text, profile: workspace.profile)
    guard let read else { throw ProjectProblems(problems) }
    for file in freezing.files where file.kind == .structure {
      let source = SourceText(name: file.kind.fileName, text: file.text)
      let (declared, problems) = read.declaring(sectionsOf: source)
      guard declared != nil else { throw ProjectProblems(problems) }
    }
  }
}

// MARK: - Sections

extension Session {
  private func frozenStructure(notes: inout [String]) throws -> Freezing.File {
    let heard = try value(SongStructure.self, of: StructureStep.structure)
    let beats = try value(SongBeats.self, of: FeaturesStep.beats)
    let bars = beats.downbeats.map { Seconds($0) }
    let duration = try value(AudioNote.self, of: AudioStep.note).duration
    var text = ""
    for precision in StructureText.Precision.allCases {
      text = StructureText(sections: heard.sections, bars: bars, precision: precision).text
      if try cutsAlike(text, heard, beats: beats, duration: duration) {
        return .init(kind: .structure, text: text, count: heard.sections.count, isThere: false)
      }
    }
    notes.append("some shots begin or end on other frames with the sections as they are written")
    return .init(kind: .structure, text: text, count: heard.sections.count, isThere: false)
  }

  /// Whether the film is cut into the same shots by sections as written and as heard, in the file
  /// itself and in each of its profiles.
  private func cutsAlike(
    _ text: String, _ heard: SongStructure, beats: SongBeats, duration: Seconds
  ) throws -> Bool {
    let source = SourceText(name: Freezable.structure.fileName, text: text)
    let (declared, problems) = workspace.project.declaring(sectionsOf: source)
    guard let sections = declared?.structure else { throw ProjectProblems(problems) }
    let written = StructureStep.tile(sections, to: duration)
    let projects = ([nil] + workspace.project.profiles.map(Optional.some)).compactMap {
      Project.parse(workspace.source, profile: $0).0
    }
    return ([workspace.project] + projects).allSatisfy { project in
      var recipe = recipe
      recipe.project = project
      let before = recipe.shotsStep.layOut(heard, beats: beats)
      let after = recipe.shotsStep.layOut(written, beats: beats)
      return before.shots == after.shots && before.start == after.start && before.end == after.end
    }
  }
}

// MARK: - Words

extension Session {
  private func frozenLyrics(alone: Bool, _ notes: inout [String]) throws -> Freezing.File {
    let name = Freezable.lyrics.fileName
    let offset = workspace.project.lyrics?.offset ?? .zero
    let made = try ArtifactJSON.decode(
      Lyrics.self, from: bytes(of: LyricsStep.lyrics))
    // What the file says is moved by the offset when it is read.
    let text = made.shifted(by: .zero - offset)
      .frozenLRC(title: recipe.title, artist: workspace.project.song.artist)
    guard
      case .timed(let read) = LyricsFile.parse(bytes: Array(text.utf8), name: name).document
    else {
      throw KitError(.buildFailed, "the words cannot be written as \(name)")
    }
    notes += changes(from: made, to: read.shifted(by: offset), isHeard: alone)
    return .init(kind: .lyrics, text: text, count: made.lines.count, isThere: false)
  }

  /// What becomes otherwise when these words are given, in sentences; sections may still be heard
  /// with their help.
  private func changes(from made: Lyrics, to read: Lyrics, isHeard: Bool) -> [String] {
    var notes: [String] = []
    if made.lines.map(\.text) != read.lines.map(\.text) {
      notes.append("some lines cannot be written as LRC without a change; look at them")
    }
    if isHeard, workspace.project.structure == nil,
      RepeatedLines.all(in: made) != RepeatedLines.all(in: read)
    {
      notes.append(
        "words with times count for more when sections are heard, which may move them; "
          + "`voimo freeze` keeps the sections as they are")
    }
    return notes
  }
}
