import Testing
import VoimoBase
import VoimoEngine
import VoimoLyrics
import VoimoMedia
import VoimoProject
import VoimoStages

/// What a project is lowered to before its song is heard.
@Suite struct SongGraphTests {
  private static let declared = """
    structure:
      - { label: verse, start: 0 }
      - { label: chorus, start: 8 }

    """

  private func songSteps(_ yaml: String) throws -> [String] {
    try LoweringBench(yaml).song.map(\.id.rawValue)
  }

  @Test func `a song without words is heard, and nothing waits for words`() throws {
    #expect(
      try songSteps("") == [
        "source", "audio", "features", "sections/heard", "stems", "structure", "waveform", "shots",
      ])
  }

  @Test func `words add their file, their times, their lines and subtitles`() throws {
    #expect(
      try songSteps("lyrics: words.lrc") == [
        "source", "audio", "features", "sections/heard", "stems", "structure", "waveform", "shots",
        "source/lyrics", "lyrics", "lines", "subtitles",
      ])
  }

  @Test func `declared sections are not heard`() throws {
    let bench = try LoweringBench(Self.declared)
    #expect(!bench.ids.contains("sections/heard"))
    #expect(bench.input("audio", of: "structure") == "audio value")
    guard case .declared(let sections) = try bench.step(StructureStep.self, "structure").source
    else {
      Issue.record("the structure is not declared")
      return
    }
    #expect(sections.map(\.label) == ["verse", "chorus"] && sections.map(\.start) == [0, 8])
  }

  /// What each of the two readers of sections reads, by whether they are declared and the words
  /// have times.
  @Test(arguments: [
    ("", "", nil, "sections/heard value"),
    ("lyrics: words.lrc", "", nil, nil), ("lyrics: words.srt", "", nil, nil),
    ("lyrics: words.txt", "", "sections/heard value", nil),
    ("lyrics: words.txt", declared, "structure value", nil),
    ("lyrics: words.lrc", declared, nil, nil),
  ])
  func `sections are heard once for words without times and for songs without words`(
    lyrics: String, structure: String, byWords: String?, byStructure: String?
  ) throws {
    let bench = try LoweringBench(structure + lyrics)
    #expect(bench.input("sections", of: "lyrics") == byWords)
    #expect(bench.input("sections", of: "structure") == byStructure)
    // Where words help, they are read with what was heard.
    let hasWords = !lyrics.isEmpty && structure.isEmpty
    #expect(
      bench.input("repeats", of: "structure") == (hasWords ? "lyrics repeats" : nil))
    #expect(
      bench.input("features", of: "structure") == (hasWords ? "features features" : nil))
    // Words with times need nobody who listens.
    #expect((bench.input("signals", of: "lyrics") != nil) == (byWords != nil))
  }

  @Test func `files enter with their hashes, and paths with nothing`() throws {
    let bench = try LoweringBench("lyrics: words.lrc")
    let files = bench.song.compactMap { node -> SourceFile? in
      if case .source(let file) = node { file } else { nil }
    }
    #expect(files.map(\.path) == ["/song.flac", "/words.lrc"])
    #expect(files.map(\.hash) == [ContentHash(hashing: "song"), ContentHash(hashing: "words")])
  }

  @Test func `what the project says about shots and crop reaches the shots step`() throws {
    let step = try LoweringBench.recipe(
      """
      crop: { start: 2, end: 14, snap: bar }
      shots: { length: 8b, min: 0.5s, max: 6s }
      render: { fps: 25 }
      sections: { "0:10-0:12": { take: 2 }, "0:04-0:10": { take: 3 } }
      """
    ).shotsStep
    #expect(step.cutting == ShotCutting(length: .beats(8), shortest: 0.5, longest: 6))
    #expect(step.cropStart == 2 && step.cropEnd == 14 && step.snap == .bar)
    #expect(step.frameRate == FakeSong.otherRate && step.cuts == [4, 10, 12])
    let plain = try LoweringBench.recipe("").shotsStep
    #expect(plain.cropStart == nil && plain.cropEnd == nil && plain.cuts == [])
  }

  @Test func `stream, offset, encoding and names reach the steps that use them`() throws {
    let recipe = try LoweringBench.recipe(
      """
      lyrics: { file: texts/words.TXT, offset: -0.5s, encoding: latin1 }
      song: { title: Lanterns, artist: Band }
      """)
    var project = recipe.project
    project.audio.stream = 2
    var bench = recipe
    bench.project = project
    let nodes = bench.songNodes
    func step<S: Step>(_ type: S.Type) throws -> S {
      try #require(
        nodes.lazy.compactMap { node -> S? in
          if case .step(_, let step) = node { step as? S } else { nil }
        }.first)
    }
    #expect(try step(AudioStep.self).stream == 2)
    let lyrics = try step(LyricsStep.self)
    #expect(lyrics.name == "words.TXT" && lyrics.offset == -0.5)
    #expect(lyrics.encoding == TextEncoding("latin1") && lyrics.encoding != nil)
    #expect(try step(WaveformStep.self).title == "Lanterns")
    let subtitles = try step(SubtitlesStep.self)
    #expect(subtitles.title == "Lanterns" && subtitles.artist == "Band")
  }

  private func style(_ subtitles: String) throws -> (style: SubtitleStyle, burnsIn: Bool) {
    let step = try LoweringBench(
      "lyrics: words.lrc\nrender: { width: 640, height: 360 }\nsubtitles: \(subtitles)"
    ).step(SubtitlesStep.self, "subtitles")
    return (step.style, step.burnsIn)
  }

  @Test func `plain words have one color, karaoke two`() throws {
    let colors = "color: \"#102030\", highlight: \"#405060\""
    let plain = try style("{ style: plain, \(colors) }").style
    #expect(plain.kind == .plain && plain.sung == Color(16, 32, 48))
    let karaoke = try style("{ style: karaoke, \(colors) }").style
    #expect(karaoke.kind == .karaoke)
    #expect(karaoke.sung == Color(64, 80, 96) && karaoke.unsung == Color(16, 32, 48))
  }

  @Test func `the look of words is the project's`() throws {
    let look = try style("{ style: plain, position: top, font: Serif, size: 8 }").style
    #expect(look.position == .top && look.fontName == "Serif" && look.relativeSize == 0.08)
    #expect(look.width == 640 && look.height == 360)
  }

  @Test(arguments: [
    ("none", false), ("soft", false), ("plain", true), ("karaoke", true),
    ("{ style: plain, burn: false }", false),
  ])
  func `words are burned in where the style draws them`(subtitles: String, burnsIn: Bool) throws {
    #expect(try style(subtitles).burnsIn == burnsIn)
  }

  @Test(arguments: [
    ("song: { title: Lanterns }", "song.flac", "Lanterns"),
    ("", "sounds/Glass desert.opus", "Glass desert"), ("", "a.b.flac", "a.b"),
    ("", ".flac", ".flac"), ("", "...", "film"), ("song: { title: \"\" }", "x.mp3", "x"),
  ])
  func `a film is called after its song, else its file`(yaml: String, path: String, title: String)
    throws
  {
    var project = try LoweringBench.recipe("").project
    project.song.title =
      yaml.isEmpty ? nil : yaml.contains("Lanterns") ? "Lanterns" : ""
    project.audio.path = path
    #expect(FilmRecipe.title(of: project) == title)
  }

  @Test func `labels could be heard where none are declared`() throws {
    var recipe = try LoweringBench.recipe("")
    recipe.headings = ["my-part"]
    #expect(recipe.guessableLabels == Set(Project.heardLabels).union(["my-part"]))
    #expect(try LoweringBench.recipe(Self.declared).guessableLabels == nil)
  }
}
