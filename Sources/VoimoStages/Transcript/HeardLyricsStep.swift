import VoimoBase
package import VoimoEngine
import VoimoLyrics

/// Lines and words with their times, of what was written down from the song itself.
///
/// It stands where `LyricsStep` stands for words that the user gives, and makes the same.
package struct HeardLyricsStep: Step {
  /// Who times the words anew, if it hears words; else they keep the transcriber's times, which are
  /// better than those of who knows only where somebody sings.
  package var aligner: WordAligner
  /// What is sung, as the project says; else what the transcriber found.
  package var language: String?

  package init(aligner: WordAligner, language: String?) {
    self.aligner = aligner
    self.language = language
  }

  package var kind: StepKind { StageRegistry.lyrics.kind }

  package var inputs: [StepInput] {
    switch aligner {
    case .hearing: [Self.transcript, Self.beats]
    case .sound: [Self.transcript, Self.beats, Self.song]
    }
  }

  private static let transcript = StepInput("transcript", from: TranscriptStep.transcript)
  private static let beats = StepInput("beats", from: FeaturesStep.beats)
  private static let song = StepInput("audio", from: AudioStep.sound)

  package func walkParameters(_ walk: inout ParameterWalk) {
    guard case .sound(let aligner) = aligner else { return }
    aligner.identity.walk(as: "aligner", &walk)
    walk.field("language", language)
  }

  package var needs: StepNeeds {
    guard case .sound(let aligner) = aligner else { return .oneCore }
    return aligner.needs
  }

  package var changesInPart: Bool { true }

  package func run(_ context: StepContext) async throws -> StepProduct {
    let transcript = try context.value(Transcript.self, of: Self.transcript)
    let beats = try context.value(SongBeats.self, of: Self.beats)
    let heard = TranscriptLines(
      transcript, bars: beats.downbeats.map { Seconds($0) }, sections: [])
    guard case .sound(let aligner) = aligner, !heard.lyrics.lines.isEmpty else {
      return try LyricsStep.product(of: heard.lyrics, warnings: [])
    }
    let aligned = try await aligner.align(
      heard.stanzas, name: TranscriptStep.id.rawValue, language: language ?? transcript.language,
      to: context.inputPath(Self.song), context.work)
    return try LyricsStep.product(
      of: Self.joined(aligned.lyrics, heard.lyrics),
      warnings: aligned.warnings.map(LyricsStep.sentence))
  }

  /// Lines with the aligner's times, none surer than the transcriber was of its words; one that the
  /// aligner has not found where it was written down keeps the transcriber's times.
  static func joined(_ aligned: Lyrics, _ heard: Lyrics) -> Lyrics {
    var lines: [LyricLine] = []
    var rest = heard.lines[...]
    for line in aligned.lines {
      // The aligner may find lines that are sung again; these were heard as lines of their own.
      guard let written = rest.first, written.text == line.text else { continue }
      rest.removeFirst()
      var line = line
      if abs((line.start - written.start).value) > mostApart { line = written }
      line.confidence = min(line.confidence, written.confidence)
      lines.append(line)
    }
    let ordered = (lines + rest).enumerated().sorted {
      ($0.element.start, $0.offset) < ($1.element.start, $1.offset)
    }
    return Lyrics(lines: ordered.map(\.element))
  }

  /// How far both may be apart, in seconds: a transcriber is never off by so much.
  private static let mostApart = 1.5
}
