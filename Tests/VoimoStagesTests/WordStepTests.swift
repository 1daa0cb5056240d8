import Testing
import VoimoBase
import VoimoEngine
import VoimoLyrics
import VoimoProject
import VoimoSignal
import VoimoStages

/// The steps that time words, share them out, and write them for players and pictures.
@Suite struct WordStepTests {
  private static let timed = """
    [00:01.00]Lanterns over water
    [00:03.00]
    [00:09.00]Sing it once more
    [00:11.00]Sing it once more
    [00:13.00]
    """

  private func timedLyrics(
    _ text: String = timed, name: String = "words.lrc", offset: Seconds = 0
  ) async throws -> StepProduct {
    let bench = try StepBench()
    try bench.give(Array(text.utf8), as: "words")
    return try await bench.run(LyricsStep(name: name, offset: offset, aligning: nil))
  }

  private func lyrics(_ product: StepProduct) throws -> Lyrics {
    try ArtifactJSON.decode(Lyrics.self, from: product.bytes(LyricsStep.lyrics))
  }

  private func repeats(_ product: StepProduct) throws -> [RepeatedLines] {
    try ArtifactJSON.decode([RepeatedLines].self, from: product.bytes(LyricsStep.repeats))
  }

  @Test func `words with times keep them, moved by the offset`() async throws {
    let plain = try lyrics(try await timedLyrics())
    #expect(plain.lines.map(\.start) == [1, 9, 11])
    let moved = try lyrics(try await timedLyrics(offset: 0.25))
    #expect(moved.lines.map(\.start) == [1.25, 9.25, 11.25])
    #expect(moved.lines.map(\.text) == plain.lines.map(\.text))
  }

  @Test func `lines that are the same are named without their words`() async throws {
    let groups = try repeats(try await timedLyrics()).map(\.group)
    #expect(groups == [-1, 0, 0])
    // A typo that leaves the lines alike changes nothing, and neither does a tenth of a second.
    let typo = Self.timed.replacing("Lanterns", with: "Lantrens")
      .replacing("00:01.00", with: "00:01.10")
    #expect(
      try await timedLyrics(typo).bytes(LyricsStep.repeats)
        == timedLyrics().bytes(LyricsStep.repeats))
    let other = Self.timed.replacing("[00:11.00]Sing", with: "[00:11.00]Ring")
    #expect(try repeats(try await timedLyrics(other)).map(\.group) == [-1, -1, -1])
  }

  @Test func `a file in which nothing can be read is the user's mistake`() async throws {
    let error = await #expect(throws: ProjectProblems.self) { try await timedLyrics("no times") }
    #expect(error?.diagnostics.contains { $0.severity == .error } == true)
  }

  private func untimed(
    _ text: String, sections: StepOutput = HeardSectionsStep.sections
  ) async throws -> StepProduct {
    let bench = try StepBench()
    try bench.give(Array(text.utf8), as: "words")
    try bench.give(value: FakeSong.beats, as: "beats")
    try bench.give(FakeSong.features().signals.encode(), as: "signals")
    try bench.give(value: FakeSong.structure, as: "sections")
    return try await bench.run(
      LyricsStep(
        name: "words.txt", offset: 0,
        aligning: LyricsStep.Aligning(aligner: .hearing(FakeAligner()), sections: sections)))
  }

  @Test func `words without times are laid where somebody sings`() async throws {
    // Somebody sings from 8 s on.
    let lines = try lyrics(try await untimed("Lanterns over water\nSing it once more\n")).lines
    #expect(lines.map(\.text) == ["Lanterns over water", "Sing it once more"])
    #expect(lines.allSatisfy { $0.start.value > 7 && $0.end.value <= 16.01 })
    #expect(lines.allSatisfy { $0.confidence < 1 })
  }

  @Test func `who hears words is given the song, its language, and nothing that was heard`()
    async throws
  {
    let bench = try StepBench()
    try bench.give(Array("Lanterns over water\nSing it\n".utf8), as: "words")
    try bench.give([1, 2, 3], as: "audio")
    let product = try await bench.run(
      LyricsStep(
        name: "words.txt", offset: 0.5,
        aligning: LyricsStep.Aligning(
          aligner: .sound(FakeSongAligner()), sections: HeardSectionsStep.sections, language: "de")
      ))
    #expect(try lyrics(product).lines.map(\.start) == [0.5, 1.5])
    #expect(product.warnings.count == 1 && product.warnings[0].hasPrefix("words.txt: de "))
  }

  @Test func `a warning names the file and the line`() async throws {
    let warnings = try await untimed("la la\n").warnings
    #expect(!warnings.isEmpty)
    #expect(warnings.allSatisfy { $0.hasPrefix("words.txt: ") || $0.hasPrefix("words.txt:") })
    #expect(
      LyricsStep.sentence(
        Diagnostic(
          .warning, .init(id: "x", text: "said"), file: "a.lrc",
          span: SourceSpan(line: 3, column: 7))) == "a.lrc:3: said")
    #expect(
      LyricsStep.sentence(Diagnostic(.warning, .init(id: "x", text: "said"), file: nil)) == "said")
  }

  private static let sung = Lyrics(lines: [
    LyricLine(text: "first", start: 1, end: 3), LyricLine(text: "across", start: 7, end: 8.5),
    LyricLine(text: "border", start: 7.5, end: 8.5), LyricLine(text: "last", start: 12, end: 13),
  ])

  @Test func `a line belongs to the section in which its middle lies`() async throws {
    let bench = try StepBench()
    try bench.give(ArtifactJSON.encode(Self.sung), as: "lyrics")
    try bench.give(value: FakeSong.structure, as: "structure")
    let product = try await bench.run(LinesStep())
    let (verse, chorus) = (
      SectionID(label: "verse", ordinal: 1), SectionID(label: "chorus", ordinal: 1)
    )
    #expect(try product.text(LinesStep.lines(of: verse)) == "first\nacross")
    // The middle of the third is the border, where the chorus begins.
    #expect(try product.text(LinesStep.lines(of: chorus)) == "border\nlast")
    #expect(product.outputs.count == 2)
  }

  private func shots(crop: ClosedRange<Double> = 0...16) -> ShotList {
    ShotsStep(
      cutting: ShotCutting(length: .seconds(4), shortest: 1, longest: 8), frameRate: .film,
      cropStart: Seconds(crop.lowerBound), cropEnd: Seconds(crop.upperBound), snap: .none
    ).layOut(FakeSong.structure, beats: FakeSong.beats)
  }

  private func subtitles(_ shots: ShotList, burnsIn: Bool = false) async throws -> StepProduct {
    let bench = try StepBench()
    try bench.give(ArtifactJSON.encode(Self.sung), as: "lyrics")
    try bench.give(value: shots, as: "shots")
    return try await bench.run(
      SubtitlesStep(
        style: SubtitleStyle(width: 640, height: 360), burnsIn: burnsIn, title: "Song",
        artist: "Band"))
  }

  private func cues(_ product: StepProduct) throws -> [SubtitleCue] {
    try ArtifactJSON.decode([SubtitleCue].self, from: product.bytes(SubtitlesStep.cues()))
  }

  @Test func `players get the film's clock, editors of lyrics the song's`() async throws {
    let product = try await subtitles(shots(crop: 6...16))
    #expect(try cues(product).map(\.text) == ["across", "border", "last"])
    #expect(try cues(product).map(\.start) == [1, 1.5, 6])
    #expect(try product.text(SubtitlesStep.srt).contains("00:00:06,000 --> 00:00:07,000"))
    #expect(try product.text(SubtitlesStep.vtt).hasPrefix("WEBVTT"))
    #expect(try product.text(SubtitlesStep.vtt).contains("00:06.000"))
    #expect(try product.text(SubtitlesStep.ass).contains("Title: Song"))
    let lrc = try product.text(SubtitlesStep.lrc)
    #expect(lrc.contains("[00:12.00]last") && lrc.contains("[00:01.00]first"))
    #expect(lrc.contains("[ti:Song]") && lrc.contains("[ar:Band]"))
    #expect(product.outputs.count == 5)
  }

  @Test func `words for pictures are by shot and in the song's clock, whatever the crop`()
    async throws
  {
    let whole = shots()
    let product = try await subtitles(whole, burnsIn: true)
    #expect(product.outputs.count == 5 + whole.shots.count)
    for shot in whole.shots {
      let text = try product.text(SubtitlesStep.burned(during: shot))
      let (start, end) = (Double(shot.start) / 24, Double(shot.end) / 24)
      // A second before and after, for words that fade.
      let seen = Self.sung.lines.filter { $0.end.value + 1 > start && $0.start.value - 1 < end }
      #expect(text.isEmpty == seen.isEmpty, "\(shot.name)")
      for line in Self.sung.lines {
        #expect(text.contains(line.text) == seen.contains(line), "\(shot.name) \(line.text)")
      }
    }
    let cropped = shots(crop: 3...14)
    let other = try await subtitles(cropped, burnsIn: true)
    for shot in cropped.shots where whole.shots.contains(where: { $0.name == shot.name }) {
      let output = SubtitlesStep.burned(during: shot)
      #expect(try other.bytes(output) == product.bytes(output), "\(shot.name)")
    }
  }
}
