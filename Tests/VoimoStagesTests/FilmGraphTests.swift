import Testing
import VoimoBase
import VoimoEngine
import VoimoMedia
import VoimoProject
import VoimoStages

/// What a project is lowered to once its shots are known.
@Suite struct FilmGraphTests {
  private static let four = "shots: { length: 4s, min: 1s, max: 5s }\n"

  @Test func `every shot has a keyframe and a segment, every section its prompts`() throws {
    let bench = try LoweringBench(Self.four)
    let shots = ["verse.1/00", "verse.1/01", "chorus.1/00", "chorus.1/01"]
    #expect(bench.list.shots.map(\.name) == shots)
    #expect(
      bench.film.map(\.id.rawValue)
        == ["prompts/verse.1", "prompts/chorus.1"] + shots.map { "keyframe/\($0)" }
        + shots.map { "segment/\($0)" } + ["soundtrack", "film", "poster", "contact-sheet"])
  }

  @Test(arguments: [
    "", "lyrics: words.txt", "lyrics: words.lrc\nsubtitles: karaoke",
    "lyrics: words.txt\nstructure: [{ label: verse, start: 0 }, { label: chorus, start: 8 }]",
    "crop: { start: 3, end: 12 }\nsections: { chorus: { prompt: sea }, \"0:05-0:07\": { take: 2 } }",
    "shots: { transition: crossfade }\nmotion: { beat: 0 }",
  ])
  func `all that steps read is there, made by stages that the registry names`(yaml: String) throws {
    let bench = try LoweringBench(yaml)
    let graph = try Graph(nodes: bench.song, expansion: bench.recipe.filmExpansion)
      .adding(bench.film)
    #expect(graph.topologicalOrder.count == bench.nodes.count)
    #expect(Set(bench.film.map(\.id.kind)).isSubset(of: bench.recipe.filmExpansion.kinds))
    for node in bench.nodes {
      guard case .step(let id, let step) = node else { continue }
      let stage = try #require(StageRegistry.all.first { $0.name == id.kind })
      #expect(step.kind == stage.kind)
      for input in step.inputs {
        let known = [input.producer.rawValue, input.producer.kind]
        #expect(!Set(known).isDisjoint(with: stage.madeFrom), "\(id) reads \(input.producer)")
      }
    }
  }

  /// The same film by a generator of another size, with frames that are drawn and that are kept.
  private static func otherBackends() throws -> [LoweringBench] {
    let images = FakeGenerator(readsParts: false, gives: [], step: 64)
    var (drawn, kept) = (
      Backends.fake(images: images, ownAnimator: nil), Backends.fake(ownAnimator: nil)
    )
    drawn.camera = .drawn(FakeDrawer(reads: [.picture, .depth]))
    kept.images = images
    kept.ownAnimator = .kept(FakeMaker(reads: [.picture, .depth]))
    var sized = kept
    sized.images = FakeGenerator(gives: [])
    let outputs = """
      outputs:
        - { preset: canvas, clip: "0:09-0:13" }
        - { preset: gif, clip: "0:02-0:04" }
        - { preset: frames, clip: "0:02-0:04" }
        - { thumbnail: "0:05" }
      """
    return try [drawn, kept, sized].map { try LoweringBench(outputs, backends: $0) }
      + songBackends()
  }

  /// Songs whose words are heard: laid by the sound, and written down of the mix or of the voice.
  private static func songBackends() throws -> [LoweringBench] {
    var sound = Backends.fake()
    sound.aligner = .sound(FakeSongAligner())
    var (mix, vocals) = (sound, Backends.fake())
    mix.transcriber = FakeTranscriber()
    vocals.transcriber = FakeTranscriber(hears: .vocals)
    return [
      try LoweringBench("lyrics: words.txt", backends: sound),
      try LoweringBench("", backends: mix),
      try LoweringBench("subtitles: karaoke", backends: vocals),
    ]
  }

  @Test func `what the registry says a stage is made from, some project has it read`() throws {
    let projects = [
      "", "lyrics: words.txt\nsubtitles: karaoke", "lyrics: words.txt",
      "lyrics: words.txt\nstructure: [{ label: verse, start: 0 }, { label: chorus, start: 8 }]",
    ]
    var read: [String: Set<String>] = [:]
    for bench in try projects.map({ try LoweringBench($0) }) + Self.otherBackends() {
      for node in bench.nodes {
        for input in node.inputs {
          let stage = StageRegistry.stage(ofKind: node.id.kind)?.name ?? ""
          let producer = StageRegistry.stage(ofKind: input.producer.kind)?.name
          read[stage, default: []].formUnion(
            [input.producer.rawValue, producer ?? input.producer.kind])
        }
      }
    }
    for stage in StageRegistry.all {
      #expect(read[stage.name, default: []].isSuperset(of: stage.madeFrom), "\(stage.name)")
    }
  }

  // MARK: - Prompts

  private func source(_ yaml: String, _ id: String = "prompts/chorus.1") throws
    -> PromptsStep.Source
  {
    try LoweringBench(Self.four + yaml).step(PromptsStep.self, id).source
  }

  private func given(_ source: PromptsStep.Source) -> [String]? {
    if case .given(let prompts) = source { prompts } else { nil }
  }

  private func writing(_ source: PromptsStep.Source) throws -> PromptsStep.Writing {
    guard case .written(let writing) = source else { throw StageError("\(source)") }
    return writing
  }

  @Test func `a prompt of somebody's own stands in place of the written one`() throws {
    let words = "lyrics: words.lrc\ntheme: harbour\nartist: ink\n"
    #expect(try given(source(words + "sections: { chorus: { prompt: sea } }")) == ["sea"])
    #expect(
      try given(source(words + "sections: { chorus: { prompt: [sea, city] } }")) == ["sea", "city"])
    #expect(try given(source(words + "prompt: sea")) == ["sea"])
    // Words added to a given prompt join it.
    #expect(
      try given(source(words + "prompt: sea\nsections: { chorus: { prompt: +fog } }"))
        == ["sea, fog"])
  }

  @Test func `where nobody gives one, it is written from theme, label and lines`() throws {
    let written = try writing(source("lyrics: words.lrc\ntheme: harbour"))
    #expect(written.label == "chorus" && written.theme == "harbour" && written.addition == nil)
    #expect(
      written.lyrics == LinesStep.lines(of: SectionID(label: "chorus", ordinal: 1)))
    #expect(try writing(source("")).lyrics == nil)
    let added = try writing(source("sections: { chorus: { prompt: +fog, theme: sea } }"))
    #expect(added.addition == "fog" && added.theme == "sea")
    #expect(try writing(source("theme: harbour", "prompts/verse.1")).theme == "harbour")
  }

  @Test func `a time range has prompts of its own, for the shots inside it`() throws {
    let bench = try LoweringBench(
      Self.four + "sections: { \"0:09-0:11\": { prompt: fog }, chorus: { prompt: sea } }")
    let prompts = bench.film.map(\.id.rawValue).filter { $0.hasPrefix("prompts") }
    #expect(prompts == ["prompts/verse.1", "prompts/chorus.1", "prompts/chorus.1@0:09-0:11"])
    #expect(
      try given(bench.step(PromptsStep.self, "prompts/chorus.1@0:09-0:11").source) == ["fog"])
    #expect(bench.list.shots.map(\.name).filter { $0.hasPrefix("chorus.1/00") }.count == 3)
    #expect(bench.input("prompts", of: "keyframe/chorus.1/00") == "prompts/chorus.1 value")
    #expect(
      bench.input("prompts", of: "keyframe/chorus.1/00b") == "prompts/chorus.1@0:09-0:11 value")
    #expect(bench.input("prompts", of: "keyframe/chorus.1/00c") == "prompts/chorus.1 value")
  }

  // MARK: - Keyframes

  @Test func `a keyframe has the look of its section, and the film's size`() throws {
    let bench = try LoweringBench(
      Self.four + """
        theme: harbour
        artist: ink
        negative_prompt: people
        render: { width: 320, height: 180 }
        sections: { chorus: { theme: sea, artist: oil, negative_prompt: text } }
        """)
    let verse = try bench.step(KeyframeStep.self, "keyframe/verse.1/01")
    #expect(
      [verse.context?.theme, verse.artist, verse.negativePrompt] == ["harbour", "ink", "people"])
    #expect(verse.size == PictureSize(width: 320, height: 180) && verse.position == nil)
    let chorus = try bench.step(KeyframeStep.self, "keyframe/chorus.1/00")
    #expect(
      [chorus.context?.theme, chorus.artist, chorus.negativePrompt] == ["sea", "oil", "text"])
    #expect(chorus.context?.filmPart == .middle && verse.context?.filmPart == .opening)
  }

  @Test func `the shots of a section that travels are spread from its first prompt to its last`()
    throws
  {
    func positions(_ yaml: String) throws -> [Double?] {
      let bench = try LoweringBench(yaml + "\nsections: { chorus: { prompt: [a, b] } }")
      return try bench.list.shots.filter { $0.section.label == "chorus" }.map {
        try bench.step(KeyframeStep.self, Keyframe.id(of: $0)).position
      }
    }
    #expect(try positions("shots: { length: 2s, min: 1s, max: 2s }") == [0, 1.0 / 3, 2.0 / 3, 1])
    // The crop shows the first two only; they are where they were.
    #expect(
      try positions("shots: { length: 2s, min: 1s, max: 2s }\ncrop: { end: 12 }") == [0, 1.0 / 3])
    #expect(try positions("shots: { length: 8s, min: 8s, max: 9s }") == [0])
    let still = try LoweringBench("sections: { chorus: { prompt: sea } }")
    #expect(
      try still.list.shots.allSatisfy {
        try still.step(KeyframeStep.self, Keyframe.id(of: $0)).position == nil
      })
  }

  @Test func `another roll or seed of a section changes its seeds alone`() throws {
    func seeds(_ yaml: String) throws -> [[UInt64?]] {
      let bench = try LoweringBench(Self.four + yaml)
      return try bench.list.shots.map {
        let step = try bench.step(KeyframeStep.self, Keyframe.id(of: $0))
        return [step.seed, step.context?.sectionSeed]
      }
    }
    let plain = try seeds("seed: 7")
    #expect(Set(plain.map { $0[0] }).count == 4)
    #expect(Set(plain.map { $0[1] }).count == 2)
    for change in ["take: 2", "seed: 8"] {
      let changed = try seeds("seed: 7\nsections: { chorus: { \(change) } }")
      #expect(Array(changed[0...1]) == Array(plain[0...1]), "\(change)")
      #expect(zip(changed[2...3], plain[2...3]).allSatisfy { $0 != $1 }, "\(change)")
    }
    #expect(try seeds("seed: 7\nsections: { chorus: { take: 1 } }") == plain)
    #expect(try zip(seeds("seed: 8"), plain).allSatisfy { $0[0] != $1[0] })
  }

  // MARK: - Segments

  @Test func `a segment has its shot, the film's encoding and its section's motion`() throws {
    let bench = try LoweringBench(
      Self.four + """
        render: { width: 320, height: 180, fps: 25, quality: high }
        motion: { preset: hold, zoom: 1.5 }
        sections: { chorus: { motion: { pan_x: 0.25, beat: 0.5 } } }
        """)
    let chorus = try bench.step(SegmentStep.self, "segment/chorus.1/01")
    #expect(chorus.shot == (try bench.shot("chorus.1/01")) && chorus.encoder == "x264 1")
    #expect(
      chorus.video
        == VideoSettings(
          width: 320, height: 180, frameRate: FakeSong.otherRate, crf: 16, preset: .medium))
    let motion = try chorus.drawn.motion
    #expect(motion.zoom == 1.5 && motion.panX == 0.25 && motion.beat == 0.5)
    let verse = try bench.step(SegmentStep.self, "segment/verse.1/00")
    #expect(try verse.drawn.motion.panX == 0 && verse.drawn.motion.beat == 0)
    #expect(bench.input("signals", of: "segment/chorus.1/01") == "shots signals/chorus.1/01")
    #expect(bench.input("signals", of: "segment/verse.1/00") == nil)
    #expect(
      bench.input("companion", of: "segment/chorus.1/01") == "keyframe/chorus.1/01 companion")
  }

  @Test func `every motion of the project reaches the segment`() throws {
    let motion = try LoweringBench(
      """
      motion: { preset: hold, zoom: 1.1, pan_x: 0.2, pan_y: 0.3, rotate: 4, push: 0.5, sway: 0.01, \
      beat: 0.7 }
      """
    ).step(SegmentStep.self, "segment/verse.1/00").drawn.motion
    #expect(
      [motion.zoom, motion.panX, motion.panY, motion.rotate, motion.push, motion.sway, motion.beat]
        == [1.1, 0.2, 0.3, 4, 0.5, 0.01, 0.7])
  }

  private func fades(_ yaml: String) throws -> [Int] {
    let bench = try LoweringBench(Self.four + yaml)
    return try bench.list.shots.map {
      try bench.step(SegmentStep.self, SegmentStep.id(of: $0)).fadeFrames
    }
  }

  private static func crossfade(_ length: String) -> String {
    "shots: { length: 4s, min: 1s, max: 5s, transition: crossfade, transition_length: \(length) }\n"
  }

  @Test func `sections fade into each other, shots of one section are cut`() throws {
    func fades(_ length: String, _ yaml: String = "") throws -> [Int] {
      let bench = try LoweringBench(Self.crossfade(length) + yaml)
      return try bench.list.shots.map {
        try bench.step(SegmentStep.self, SegmentStep.id(of: $0)).fadeFrames
      }
    }
    #expect(try self.fades("") == [0, 0, 0, 0])
    #expect(try fades("0.5s") == [0, 12, 0, 0])
    // A third of the shot at most.
    #expect(try fades("3s") == [0, 32, 0, 0])
    // Where the crop ends the film before the border, nothing fades into what is not seen.
    #expect(try fades("0.5s", "crop: { end: 7.5 }") == [0, 0])
    let bench = try LoweringBench(Self.crossfade("0.5s"))
    #expect(
      bench.input("next picture", of: "segment/verse.1/01") == "keyframe/chorus.1/00 picture")
    #expect(bench.input("next picture", of: "segment/verse.1/00") == nil)
  }

  @Test func `words are drawn where the project says so and there are fonts`() throws {
    func words(_ yaml: String) throws -> String? {
      try LoweringBench(Self.four + yaml).input("words", of: "segment/verse.1/00")
    }
    #expect(try words("lyrics: words.lrc\nsubtitles: karaoke") == "subtitles burn/verse.1/00")
    #expect(try words("lyrics: words.lrc\nsubtitles: soft") == nil)
    #expect(try words("subtitles: soft") == nil)
    var recipe = try LoweringBench.recipe(Self.four + "lyrics: words.lrc\nsubtitles: karaoke")
    recipe.fonts = []
    let list = recipe.shotsStep.layOut(FakeSong.structure, beats: FakeSong.beats)
    let film = try recipe.filmExpansion.expand(ArtifactJSON.encode(list))
    #expect(!film.contains { $0.inputs.contains { $0.name == "words" && $0.output != "cues" } })
  }

  @Test func `a fade of the film enters the segments that show it`() throws {
    let bench = try LoweringBench(Self.four + "crop: { fade_in: 1s, fade_out: 5s }")
    let ramps = try bench.list.shots.map {
      try bench.step(SegmentStep.self, SegmentStep.id(of: $0)).pictureFade.ramps.map(\.count)
    }
    #expect(ramps == [[24], [], [120], [120]])
  }

  // MARK: - The film

  @Test func `the soundtrack is as long as the film, and quick in drafts`() throws {
    let cropped = "crop: { start: 2, end: 14, fade_in: 1s, fade_out: 2s }\n"
    let step = try LoweringBench(cropped).step(SoundtrackStep.self, "soundtrack")
    #expect(step.start == 48 && step.end == 336 && step.frameRate == .film)
    #expect(step.fadeIn == 1 && step.fadeOut == 2 && step.bitRate == 192_000)
    #expect(step.effort == .thorough && step.encoder == "aac 1")
    let draft = try LoweringBench("render: { quality: draft }")
      .step(SoundtrackStep.self, "soundtrack")
    #expect(draft.effort == .quick)
  }

  private static let song = SongStructure(numbering: [
    TimedSection(name: "intro", start: 0, end: 2), TimedSection(name: "verse", start: 2, end: 6),
    TimedSection(name: "chorus", start: 6, end: 10),
    TimedSection(name: "verse", start: 10, end: 16),
  ])

  private func chapters(_ yaml: String) throws -> [FilmStep.Chapter] {
    try LoweringBench(yaml, structure: Self.song).step(FilmStep.self, "film").chapters
  }

  @Test func `chapters are sections, numbered where there are several`() throws {
    #expect(try chapters("").map(\.title) == ["Intro", "Verse 1", "Chorus", "Verse 2"])
    #expect(try chapters("").map(\.frame) == [0, 48, 144, 240])
    // What the crop leaves out is no chapter; what it cuts begins with the film.
    let cropped = try chapters("crop: { start: 3, end: 9 }")
    #expect(cropped.map(\.title) == ["Verse 1", "Chorus"])
    #expect(cropped.map(\.frame) == [0, 72])
  }

  @Test func `the film has its shots in order with their frames, and its names`() throws {
    let bench = try LoweringBench(
      Self.four + """
        crop: { start: 2, end: 15 }
        lyrics: words.lrc
        song: { title: Lanterns, artist: Band, album: Nights, language: de }
        """)
    let film = try bench.step(FilmStep.self, "film")
    #expect(film.segments.map(\.segment) == bench.list.shots.map { SegmentStep.segment(of: $0) })
    #expect(film.segments.map(\.frames) == bench.list.shots.map(\.visibleCount))
    #expect(film.frameCount == 312 && film.segments.reduce(0) { $0 + $1.frames } == 312)
    #expect(film.title == "Lanterns" && film.artist == "Band" && film.album == "Nights")
    #expect(film.language == "de" && film.frameRate == .film)
    #expect(bench.input("words", of: "film") == "subtitles cues")
  }

  @Test(arguments: ["none", "plain", "karaoke"])
  func `only soft words are a track of the film`(style: String) throws {
    let bench = try LoweringBench("lyrics: words.lrc\nsubtitles: \(style)")
    #expect(bench.input("words", of: "film") == nil)
  }

  @Test func `the poster is of the first chorus, else of the longest section that is seen`() throws
  {
    func poster(_ yaml: String, _ structure: SongStructure = Self.song) throws -> String? {
      try LoweringBench(yaml, structure: structure).input("image", of: "poster")
    }
    #expect(try poster("") == "keyframe/chorus.1/00 picture")
    #expect(try poster("crop: { end: 5 }") == "keyframe/verse.1/00 picture")
    #expect(try poster("crop: { start: 11 }")?.hasPrefix("keyframe/verse.2/") == true)
  }

  @Test func `the contact sheet tells when each shot begins in the film`() throws {
    let bench = try LoweringBench(Self.four + "crop: { start: 2 }")
    let step = try bench.step(ContactSheetStep.self, "contact-sheet")
    #expect(
      step.entries.map { "\($0.time) \($0.shot)" } == [
        "0:00 verse.1/00", "0:02 verse.1/01", "0:06 chorus.1/00", "0:10 chorus.1/01",
      ])
    #expect(step.length == 14 && step.title == "song" && step.artist == nil)
    #expect(step.entries.map(\.picture) == bench.list.shots.map { Keyframe.picture(of: $0) })
    #expect(step.entries.map(\.note) == bench.list.shots.map({ Keyframe.note(of: $0) }))
    #expect(step.aspect == 1280.0 / 720 && step.pictureSize == 1280 * 720)
  }

  // MARK: - What cannot be made

  @Test func `a section that the song does not have stops the film`() throws {
    let declared = "structure: [{ label: verse, start: 0 }, { label: chorus, start: 8 }]\n"
    let problems = #expect(throws: ProjectProblems.self) {
      try LoweringBench(declared + "sections: { bridge: { take: 2 } }")
    }
    #expect(problems?.diagnostics.map(\.message.id) == ["unknown-section"])
    // A guess must not fail a build.
    #expect(throws: Never.self) { try LoweringBench("sections: { bridge: { take: 2 } }") }
  }

  @Test func `a film without a frame is refused`() throws {
    let recipe = try LoweringBench.recipe("")
    var list = recipe.shotsStep.layOut(FakeSong.structure, beats: FakeSong.beats)
    for index in list.parts.indices { list.parts[index].shots = [] }
    let value = try ArtifactJSON.encode(list)
    let error = #expect(throws: StageError.self) { try recipe.filmExpansion.expand(value) }
    #expect(error?.description.hasPrefix("the crop leaves no frame") == true)
  }
}
