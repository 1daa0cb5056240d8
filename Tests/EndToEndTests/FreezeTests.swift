import Foundation
import Testing

/// Guesses become text: the film stays the same, and from then on the text is obeyed.
@Suite struct FreezeTests {
  static let heard = """
    audio: song.wav
    song: { title: Test }
    lyrics: words.lrc  # mine
    theme: quiet sea at dusk
    shots: { length: 4s, min: 1s, max: 5s, transition: crossfade }
    render: { width: 160, height: 90, fps: 6 }
    subtitles: karaoke
    outputs: [film, srt]

    """

  static let plain = """
    [Verse]
    first line of the verse
    second line of the verse

    [Chorus]
    the chorus line, a longer one
    it comes again
    """

  private func built(_ files: [String: String]) throws -> TestProject {
    let project = try TestProject(files)
    _ = try project.build()
    try #require(try project.build() == [])
    return project
  }

  @Test func `frozen sections are those that were heard, and no picture is made again`() throws {
    let project = try built(["voimo.yaml": Self.heard, "words.lrc": EditContractTests.words])
    let (before, shots) = (
      try sections(project), try project.voimo("show", "shots", "--json").output
    )
    let frozen = try project.voimo("freeze", "structure")
    #expect(frozen.status == 0, "\(frozen.errors)")
    #expect(frozen.output == "")
    #expect(frozen.errors.contains("wrote structure.yaml: \(before.count) section"))
    #expect(
      try project.read("voimo.yaml")
        == Self.heard.replacing(
          "lyrics: words.lrc  # mine\n",
          with: "lyrics: words.lrc  # mine\nstructure: structure.yaml\n"))
    let plan = try project.voimo("plan", "--json").output
    let decisions = try JSONDecoder().decode(PlanFacts.self, from: Data(plan.utf8)).steps
    #expect(decisions.filter { $0.decision == "run" }.map(\.step) == ["structure"])
    #expect(
      try project.build() == ["structure", "shots", "lines", "waveform", "subtitles"])
    let after = try sections(project)
    #expect(after.map(\.label) == before.map(\.label))
    #expect(zip(before, after).allSatisfy { abs($0.start - $1.start) <= 0.0005 })
    #expect(try project.voimo("show", "shots", "--json").output == shots)
    #expect(try project.build() == [])
  }

  @Test func `everything frozen at once keeps words, subtitles and burned-in pictures`() throws {
    let project = try built([
      "voimo.yaml": Self.heard.replacing("words.lrc", with: "words.txt"), "words.txt": Self.plain,
    ])
    let before = try lyrics(project)
    let cues = try cueTimes(project)
    try #require(before.count == 4 && cues.count == 4)
    #expect(try project.voimo("freeze").status == 0)
    let yaml = try project.read("voimo.yaml")
    #expect(yaml.contains("\nlyrics: lyrics.lrc  # mine\nstructure: structure.yaml\n"))
    #expect(
      try project.build()
        == ["structure", "lyrics", "shots", "lines", "waveform", "subtitles"])
    let after = try lyrics(project)
    #expect(after.map(\.text) == before.map(\.text))
    #expect(after.map { $0.words.map(\.word) } == before.map { $0.words.map(\.word) })
    for (old, new) in zip(before, after) {
      #expect(abs(old.start - new.start) <= 0.0051 && abs(old.end - new.end) <= 0.0051)
      for (old, new) in zip(old.words, new.words) {
        #expect(abs(old.start - new.start) <= 0.0051 && abs(old.end - new.end) <= 0.0051)
      }
    }
    let frozenCues = try cueTimes(project)
    #expect(frozenCues.count == cues.count)
    #expect(zip(cues, frozenCues).allSatisfy { abs($0 - $1) <= 0.01 })
    let again = try project.voimo("freeze")
    #expect(again.status == 0)
    #expect(again.errors.contains("obeyed already"))
    #expect(try project.build() == [])
  }

  @Test func `a time changed by hand moves that line alone`() throws {
    let file = Self.heard.replacing(
      "lyrics: words.lrc  # mine\n",
      with: "lyrics: { file: words.txt, offset: 500ms }\nstructure: [{ label: verse, start: 0 }]\n")
    let project = try built(["voimo.yaml": file, "words.txt": Self.plain])
    let before = try lyrics(project)
    #expect(try project.voimo("freeze", "lyrics").status == 0)
    #expect(try project.build() == ["lyrics", "lines", "subtitles"])
    let frozen = try lyrics(project)
    #expect(zip(before, frozen).allSatisfy { abs($0.start - $1.start) <= 0.0051 })
    // The last line begins a fifth of a second later, and with it its first word.
    let start = try #require(frozen.last).start
    let (old, new) = (stamp(start - 0.5), stamp(start - 0.3))
    try project.edit("lyrics.lrc", "[\(old)]<\(old)>", "[\(new)]<\(new)>")
    let ran = try project.build()
    let moved = try lyrics(project)
    // Burned-in words fade for a second around a line.
    let seen = try segments(project, from: start - 1.1, to: try #require(moved.last).end + 1.1)
    try #require(!seen.isEmpty && seen.count < 6)
    #expect(ran.isSuperset(of: ["lyrics", "subtitles", "film"]))
    #expect(ran.subtracting(["lyrics", "lines", "subtitles", "film"]).isSubset(of: seen))
    #expect(moved.dropLast() == frozen.dropLast())
    #expect(abs(try #require(moved.last).start - start - 0.2) <= 0.0001)
  }

  @Test func `an edit of the sections' file rebuilds what follows from it`() throws {
    let lines = [
      "# mine", "- { label: verse,  start: \"0:00.000\" }  # verse.1",
      "- { label: chorus, start: \"0:08.000\" }  # chorus.1",
      "- { label: outro,  start: \"0:16.000\" }  # outro.1", "",
    ]
    let file = Self.heard.replacing("theme:", with: "structure: structure.yaml\ntheme:")
      .replacing("crossfade", with: "cut").replacing("subtitles: karaoke", with: "")
    let project = try built([
      "voimo.yaml": file, "words.lrc": EditContractTests.words,
      "structure.yaml": lines.joined(separator: "\n"),
    ])
    try project.edit("structure.yaml", "# verse.1", "# the first verse")
    try project.edit("structure.yaml", "\"0:08.000\"", "8")
    #expect(try project.build() == [])
    let listening: Set = ["structure", "shots", "lines", "waveform", "subtitles"]
    try project.edit("structure.yaml", "label: outro, ", "label: bridge,")
    let bridge = EditContractTests.steps(["keyframe", "segment"], ["bridge.1/00", "bridge.1/01"])
    #expect(
      try project.build()
        == listening.union(bridge).union(["prompts/bridge.1", "contact-sheet", "film"]))
    try project.edit("structure.yaml", "start: 8 ", "start: 9 ")
    // The verse is a shot longer; the chorus has the shots it had, on other frames.
    let moved = EditContractTests.steps(
      ["segment"], ["verse.1/02", "chorus.1/00", "chorus.1/01"])
    #expect(
      try project.build()
        == listening.union(moved).union(["keyframe/verse.1/02", "contact-sheet", "film"]))
  }

  @Test func `a mistake in the sections' file points into it`() throws {
    let project = try TestProject([
      "voimo.yaml": "audio: song.wav\nstructure: structure.yaml\n",
      "structure.yaml": "- { label: verse, start: 0 }\n- { labl: outro, start: 9 }\n",
    ])
    let wrong = try project.voimo("check")
    #expect(wrong.status == 2)
    for words in [
      "structure.yaml:2:5", "2 │ - { labl: outro, start: 9 }", "did you mean 'label'?",
      "structure[1].label is missing",
    ] {
      #expect(wrong.errors.contains(words), "no '\(words)' in \(wrong.errors)")
    }
    try project.write("voimo.yaml", "audio: sng.wav\nstructure: structur.yaml\n")
    let missing = try project.voimo("build")
    #expect(missing.status == 2)
    for words in [
      "voimo.yaml:2:12", "structure: structur.yaml not found", "did you mean 'structure.yaml'?",
      "voimo.yaml:1:8", "did you mean 'song.wav'?",
    ] {
      #expect(missing.errors.contains(words), "no '\(words)' in \(missing.errors)")
    }
    try project.write("voimo.yaml", "audio: song.wav\nstructure: structure.yaml\n")
    try project.write("structure.yaml", "- { label: verse, start: 99 }\n")
    let late = try project.voimo("check")
    #expect(late.errors.contains("structure.yaml:1:12") && late.errors.contains("after the audio"))
  }

  @Test func `what cannot be frozen says why`() throws {
    let project = try TestProject([
      "voimo.yaml": "audio: song.wav\nlyrics: w.lrc\n", "w.lrc": "[0:01]a",
    ])
    func check(_ arguments: String..., says: String) throws {
      let outcome = try Command.voimo(["freeze"] + arguments, in: project.folder)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains(says), "no '\(says)' in \(outcome.errors)")
      #expect(outcome.output == "")
    }
    try check("prompts", says: "freezing prompts is not built yet")
    try check("lyrcs", says: "did you mean lyrics?")
    try check("structure", says: "voimo build structure makes it")
    try check("lyrics", says: "w.lrc have times, which are obeyed already")
    try project.write("voimo.yaml", "audio: song.wav\nstructure: [{ label: a, start: 0 }]\n")
    try check("structure", says: "declared in voimo.yaml and obeyed already")
    try check("lyrics", says: "this project has no lyrics")
  }

  @Test func `a dry run prints the file and writes nothing`() throws {
    let project = try TestProject(["voimo.yaml": "audio: song.wav\n"])
    _ = try project.build("structure")
    let dry = try project.voimo("freeze", "structure", "--dry-run")
    #expect(dry.status == 0)
    #expect(dry.output.hasPrefix("# The sections that voimo heard"))
    #expect(!project.exists("structure.yaml"))
    #expect(try project.read("voimo.yaml") == "audio: song.wav\n")
    let json = try project.voimo("freeze", "structure", "--json").output
    let record = try JSONDecoder().decode(FreezeFacts.self, from: Data(json.utf8))
    #expect(record.frozen.map(\.file) == ["structure.yaml"] && record.frozen[0].written)
    #expect(try project.read("structure.yaml") == dry.output)
    #expect(try project.read("voimo.yaml") == "audio: song.wav\nstructure: structure.yaml\n")
  }
}

extension FreezeTests {
  private struct PlanFacts: Decodable {
    var steps: [Step]
    struct Step: Decodable {
      var step: String
      var decision: String
    }
  }

  private struct FreezeFacts: Decodable {
    var frozen: [File]
    struct File: Decodable {
      var file: String
      var written: Bool
    }
  }

  private struct SectionFacts: Decodable {
    var label: String
    var start: Double
  }

  private struct LineFacts: Decodable, Equatable {
    var text: String
    var start: Double
    var end: Double
    var words: [WordFacts]
  }

  private struct WordFacts: Decodable, Equatable {
    var word: String
    var start: Double
    var end: Double
  }

  private func sections(_ project: TestProject) throws -> [SectionFacts] {
    let json = try project.voimo("show", "sections", "--json").output
    return try JSONDecoder().decode([String: [SectionFacts]].self, from: Data(json.utf8))[
      "sections", default: []]
  }

  private func lyrics(_ project: TestProject) throws -> [LineFacts] {
    let json = try project.voimo("show", "lyrics", "--json").output
    return try JSONDecoder().decode([String: [LineFacts]].self, from: Data(json.utf8))[
      "lines", default: []]
  }

  /// The starts of an SRT file's cues, in seconds.
  private func cueTimes(_ project: TestProject) throws -> [Double] {
    try project.read("out/Test.srt").split(separator: "\n").filter { $0.contains(" --> ") }.map {
      let parts = $0.prefix(12).split { ":,".contains($0) }.compactMap { Double($0) }
      return parts[0] * 3600 + parts[1] * 60 + parts[2] + parts[3] / 1000
    }
  }

  /// A time as LRC has it.
  private func stamp(_ seconds: Double) -> String {
    let hundredths = Int((seconds * 100).rounded())
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(hundredths / 6000)):\(two(hundredths / 100 % 60)).\(two(hundredths % 100))"
  }

  /// The segments of the shots that meet a stretch of the song.
  private func segments(
    _ project: TestProject, from start: Double, to end: Double
  ) throws -> Set<String> {
    let json = try project.voimo("show", "shots", "--json").output
    let shots = try JSONDecoder().decode(ShotFacts.self, from: Data(json.utf8)).shots
    return Set(shots.filter { $0.start < end && $0.end > start }.map { "segment/\($0.shot)" })
  }

  private struct ShotFacts: Decodable {
    var shots: [Shot]
    struct Shot: Decodable {
      var shot: String
      var start: Double
      var end: Double
    }
  }
}
