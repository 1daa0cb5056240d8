package import VoimoBase
package import VoimoEngine
package import VoimoLyrics
package import VoimoSignal

/// Times the words that the user gave: as their file says, or laid over the voice.
package struct LyricsStep: Step {
  /// The file's name as the user wrote it; its extension helps to tell formats apart.
  package var name: String
  /// Added to every time that the file gives.
  package var offset: Seconds
  /// The file's encoding; nil to find it out.
  package var encoding: TextEncoding?
  /// Who lays the words onto the singing; nil for a file with times, for which nobody has to listen
  /// to the song.
  package var aligning: Aligning?

  /// How words without times are timed.
  package struct Aligning: Sendable {
    package var aligner: WordAligner
    /// The sections to go by: declared, or heard without knowing the words.
    ///
    /// Only who goes by what was heard looks at them.
    package var sections: StepOutput
    /// What is sung, as the project says; only who hears words goes by it.
    package var language: String?

    package init(aligner: WordAligner, sections: StepOutput, language: String? = nil) {
      self.aligner = aligner
      self.sections = sections
      self.language = language
    }

    fileprivate var heard: StepInput { StepInput("sections", from: sections) }

    fileprivate var inputs: [StepInput] {
      switch aligner {
      case .hearing: [LyricsStep.beats, LyricsStep.signals, heard]
      case .sound: [LyricsStep.song]
      }
    }
  }

  package init(
    name: String, offset: Seconds, encoding: TextEncoding? = nil, aligning: Aligning?
  ) {
    self.name = name
    self.offset = offset
    self.encoding = encoding
    self.aligning = aligning
  }

  package var kind: StepKind { StageRegistry.lyrics.kind }

  package var inputs: [StepInput] {
    [Self.words] + (aligning?.inputs ?? [])
  }

  /// The name of the step.
  package static let id = StageRegistry.lyrics.id
  /// Lines and words with their times: `Lyrics`.
  package static let lyrics = StepOutput(id, "lyrics")
  /// Which lines are the same, without their words: a typo seldom changes it.
  package static let repeats = StepOutput(id, "repeats")

  private static let words = StepInput("words", from: FilmSource.lyricsContent)
  private static let song = StepInput("audio", from: AudioStep.sound)
  private static let beats = StepInput("beats", from: FeaturesStep.beats)
  private static let signals = StepInput("signals", from: FeaturesStep.signals)

  package func walkParameters(_ walk: inout ParameterWalk) {
    walk.field("format", (name.split(separator: ".").last.map(String.init) ?? "").lowercased())
    walk.field("offset", offset)
    walk.field("encoding", encoding?.name)
    guard let aligning else { return }
    aligning.aligner.identity.walk(as: "aligner", &walk)
    if case .sound = aligning.aligner { walk.field("language", aligning.language) }
  }

  package var needs: StepNeeds { aligning?.aligner.needs ?? .oneCore }

  package var changesInPart: Bool { true }

  package func run(_ context: StepContext) async throws -> StepProduct {
    let reading = LyricsFile.parse(
      bytes: try context.bytes(of: Self.words), name: name, encoding: encoding)
    guard let document = reading.document else { throw ProjectProblems(reading.diagnostics) }
    var warnings = reading.diagnostics.filter { $0.severity == .warning }
      .map { Self.sentence($0) }
    let lyrics: Lyrics
    switch document {
    case .timed(let timed):
      lyrics = timed.shifted(by: offset)
    case .untimed(let stanzas):
      guard let aligning else {
        preconditionFailure("\(name) is named as a file with times and was found to have none")
      }
      let aligned: AlignedLyrics
      switch aligning.aligner {
      case .hearing(let aligner):
        aligned = try await aligner.align(
          stanzas, name: name, to: hearing(aligning.heard, context), context.work)
      case .sound(let aligner):
        aligned = try await aligner.align(
          stanzas, name: name, language: aligning.language, to: context.inputPath(Self.song),
          context.work)
      }
      warnings += aligned.warnings.map { Self.sentence($0) }
      lyrics = aligned.lyrics.shifted(by: offset)
    }
    return try Self.product(of: lyrics, warnings: warnings)
  }

  /// What a step makes that knows the song's words.
  static func product(of lyrics: Lyrics, warnings: [String]) throws -> StepProduct {
    StepProduct(
      outputs: [
        Self.lyrics.name: .bytes(try ArtifactJSON.encode(lyrics)),
        Self.repeats.name: .bytes(try ArtifactJSON.encode(RepeatedLines.all(in: lyrics))),
      ],
      warnings: warnings)
  }

  private func hearing(_ sections: StepInput, _ context: StepContext) throws -> SongHearing {
    let signals = try Signals(decoding: context.bytes(of: Self.signals))
    let beats = try context.value(SongBeats.self, of: Self.beats)
    let structure = try context.value(SongStructure.self, of: sections)
    return SongHearing(
      activity: signals[.vocal], activityRate: Double(Signals.rate),
      sections: structure.sections.map { $0.named($0.name.label) },
      beats: beats.beats.map { Seconds($0) }, bars: beats.downbeats.map { Seconds($0) },
      duration: beats.duration)
  }

  /// A diagnostic on one line, as a step's warning has it.
  package static func sentence(_ diagnostic: Diagnostic) -> String {
    let place = [diagnostic.file, diagnostic.span.map { "\($0.line)" }].compactMap(\.self)
      .joined(separator: ":")
    return (place.isEmpty ? "" : "\(place): ") + diagnostic.message.text
  }
}

extension RepeatedLines {
  /// Which lines of a song are the same, in the song's order.
  package static func all(in lyrics: Lyrics) -> [RepeatedLines] {
    var groups = [Int](repeating: -1, count: lyrics.lines.count)
    for (group, lines) in Repeats.ofLines(lyrics.lines.map(\.text)).enumerated() {
      for line in lines { groups[line] = group }
    }
    return zip(lyrics.lines, groups).map { line, group in
      RepeatedLines(
        start: rounded(line.start), end: rounded(line.end), group: group, label: line.section,
        isGiven: line.confidence >= 1)
    }
  }

  /// To half a second, so that a line which moves a little changes nothing.
  private static func rounded(_ time: Seconds) -> Seconds {
    Seconds((time.value * 2).rounded() / 2)
  }
}
