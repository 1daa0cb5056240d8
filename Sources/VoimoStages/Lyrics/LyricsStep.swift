package import VoimoBase
package import VoimoEngine
import VoimoLyrics
import VoimoSignal

/// Times the words that the user gave: as their file says, or laid over the voice.
package struct LyricsStep: Step {
  /// The file's name as the user wrote it; its extension helps to tell formats apart.
  package var name: String
  /// Added to every time that the file gives.
  package var offset: Seconds
  /// Whether the file may come without times, so that the song must be listened to.
  package var mayNeedAlignment: Bool

  package init(name: String, offset: Seconds, mayNeedAlignment: Bool) {
    self.name = name
    self.offset = offset
    self.mayNeedAlignment = mayNeedAlignment
  }

  package var kind: StepKind { StageRegistry.stage("lyrics").kind }

  package var inputs: [StepInput] {
    var inputs = [
      StepInput("words", from: "source/lyrics", SourceFile.output),
      StepInput("structure", from: "structure", StepInput.value),
    ]
    if mayNeedAlignment {
      inputs += [
        StepInput("beats", from: "features", StepInput.value),
        StepInput("signals", from: "features", "signals"),
      ]
    }
    return inputs
  }

  package func walkParameters(_ walk: inout ParameterWalk) {
    walk.field("format", (name.split(separator: ".").last.map(String.init) ?? "").lowercased())
    walk.field("offset", offset)
  }

  package func run(_ context: StepContext) async throws -> StepProduct {
    let structure = try context.value(SongStructure.self, of: "structure")
    let reading = LyricsFile.parse(bytes: try context.bytes(of: "words"), name: name)
    guard let document = reading.document else { throw ProjectProblems(reading.diagnostics) }
    var warnings = reading.diagnostics.filter { $0.severity == .warning }
      .map { Self.sentence($0) }
    let lyrics: Lyrics
    switch document {
    case .timed(let timed):
      lyrics = timed.shifted(by: offset)
    case .untimed(let stanzas):
      guard mayNeedAlignment else {
        throw StageError(
          "\(name) has no times in it; name it .txt and voimo finds them by listening")
      }
      let aligned = try align(stanzas, structure: structure, context)
      warnings += aligned.warnings.map { Self.sentence($0) }
      lyrics = aligned.lyrics.shifted(by: offset)
    }
    var outputs: [String: StepProduct.Output] = [
      "lyrics": .bytes(try ArtifactJSON.encode(lyrics))
    ]
    for section in structure.sections {
      let lines = lyrics.lines.filter { section.contains(line: $0) }.map(\.text)
      outputs[Self.output(of: section.id)] = .bytes([UInt8](lines.joined(separator: "\n").utf8))
    }
    return StepProduct(outputs: outputs, warnings: warnings)
  }

  /// The output with a section's lines, one a line.
  package static func output(of section: SectionID) -> String { "lines/\(section)" }

  private func align(
    _ stanzas: [Stanza], structure: SongStructure, _ context: StepContext
  ) throws -> AlignedLyrics {
    let signals = try Signals(decoding: context.bytes(of: "signals"))
    let beats = try context.value(SongBeats.self, of: "beats")
    let hearing = SongHearing(
      activity: signals[.vocal], activityRate: Double(Signals.rate),
      sections: structure.sections.map {
        SongHearing.Section(
          label: $0.id.label, start: $0.start, end: $0.end, confidence: $0.confidence)
      }, beats: beats.beats.map { Seconds($0) }, bars: beats.downbeats.map { Seconds($0) },
      duration: beats.duration)
    return Alignment.align(stanzas, name: name, to: hearing)
  }

  private static func sentence(_ diagnostic: Diagnostic) -> String {
    let place = [diagnostic.file, diagnostic.span.map { "\($0.line)" }].compactMap(\.self)
      .joined(separator: ":")
    return (place.isEmpty ? "" : "\(place): ") + diagnostic.message.text
  }
}

extension Section {
  /// Whether a line belongs to the section: most of it, measured at its middle.
  func contains(line: LyricLine) -> Bool {
    let middle = (line.start + line.end) * 0.5
    return middle >= start && middle < end
  }
}
