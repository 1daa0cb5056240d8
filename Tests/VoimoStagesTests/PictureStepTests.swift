import Testing
import VoimoBase
import VoimoEngine
import VoimoLyrics
import VoimoMedia
import VoimoProject
import VoimoSignal
import VoimoStages

/// The steps that write prompts, make pictures, draw and encode, run alone with fakes of the ports.
@Suite struct PictureStepTests {
  // MARK: - Prompts

  @Test func `given prompts are taken as they are, and no writer is asked`() async throws {
    let product = try await StepBench().run(PromptsStep(.given(["sea", "city"])))
    let set = try product.value(PromptSet.self)
    #expect(set.prompts == ["sea", "city"] && set.own == ["sea", "city"] && set.images == [])
    #expect(product.outputs.isEmpty)
  }

  private func written(lyrics: String?, adding: String? = nil) async throws -> (
    set: PromptSet, asked: [PromptRequest]
  ) {
    let bench = try StepBench()
    if let lyrics { try bench.give(Array(lyrics.utf8), as: "lyrics") }
    let writer = FakeWriter()
    let section = SectionID(label: "chorus", ordinal: 2)
    let product = try await bench.run(
      PromptsStep(
        .written(
          PromptsStep.Writing(
            writer: writer, label: "chorus", theme: "sea",
            lyrics: lyrics == nil ? nil : LinesStep.lines(of: section), addition: adding))))
    return (try product.value(PromptSet.self), writer.asked.requests)
  }

  @Test func `a written prompt is made of label, theme and the section's lines`() async throws {
    let (set, asked) = try await written(lyrics: "one line\nanother")
    #expect(
      asked == [PromptRequest(label: "chorus", theme: "sea", lyrics: ["one line", "another"])])
    #expect(set.prompts == ["sea of a chorus"] && set.own == [""])
    #expect(set.images == ["one line", "another"])
    #expect(try await written(lyrics: nil).asked.first?.lyrics == [])
  }

  @Test func `added words follow the written ones and are somebody's own`() async throws {
    let set = try await written(lyrics: nil, adding: "fog").set
    #expect(set.prompts == ["sea of a chorus, fog"] && set.own == ["fog"])
    #expect(PromptSet(WrittenPrompt(text: ""), adding: "fog").prompts == ["fog"])
    #expect(PromptSet(WrittenPrompt(text: ""), adding: nil).prompts == [""])
  }

  @Test func `the nearest prompt of a section that travels is its own too`() {
    let set = PromptSet(given: ["a", "b", "c"])
    #expect([-1, 0, 0.24, 0.26, 0.74, 0.76, 2].map { set.own(at: $0) }.joined() == "aaabbcc")
  }

  // MARK: - Keyframe

  private func keyframe(
    _ set: PromptSet, position: Double? = nil, generator: FakeGenerator = FakeGenerator()
  ) async throws -> StepProduct {
    let bench = try StepBench()
    try bench.give(value: set, as: "prompts")
    return try await bench.run(
      KeyframeStep(
        generator: generator, prompts: .value(of: StepID("prompts/verse.1")), artist: "ink",
        negativePrompt: "people", position: position, seed: 7,
        size: generator.size(for: PictureSize(width: 64, height: 36)),
        context: KeyframeStep.PromptContext(theme: "sea", sectionSeed: 5, filmPart: .closing)),
      as: Keyframe.id(of: shot))
  }

  @Test func `a keyframe asks for the prompt, the look and its own seed`() async throws {
    let generator = FakeGenerator()
    let set = PromptSet(WrittenPrompt(text: "sea", images: ["boat"]), adding: "fog")
    let product = try await keyframe(set, generator: generator)
    #expect(
      generator.asked.requests == [
        ImageRequest(
          prompt: "sea, fog", negativePrompt: "people", seed: 7,
          size: PictureSize(width: 64, height: 36),
          parts: PromptParts(
            own: "fog", theme: "sea", artist: "ink", images: ["boat"], sectionSeed: 5,
            filmPart: .closing))
      ])
    let id = Keyframe.id(of: shot)
    #expect(try product.text(Keyframe.output(.companion, of: id)) == "scene of fog")
    let picture = try PNGFile.decode(product.bytes(Keyframe.picture(of: id)))
    #expect(picture == FakeGenerator.ramp(PictureSize(width: 64, height: 36)))
    let note = try product.value(KeyframeNote.self)
    #expect(note.prompt == "sea, fog" && note.reading.summary == "sea, fog")
    #expect(Set(product.outputs.keys) == ["picture", "companion"])
  }

  @Test func `a generator that reads whole texts is given the style behind the prompt`()
    async throws
  {
    let generator = FakeGenerator(readsParts: false, gives: [], step: 8)
    let product = try await keyframe(PromptSet(given: ["sea"]), generator: generator)
    #expect(
      generator.asked.requests == [
        ImageRequest(
          prompt: "sea, ink", negativePrompt: "people", seed: 7,
          size: PictureSize(width: 64, height: 32))
      ])
    #expect(try product.value(KeyframeNote.self).prompt == "sea")
    #expect(Array(product.outputs.keys) == ["picture"])
  }

  @Test(arguments: [(nil, "a"), (0, "a"), (0.5, "b"), (1, "c")] as [(Double?, String)])
  func `a shot takes the prompt at its place in the section`(place: Double?, prompt: String)
    async throws
  {
    let product = try await keyframe(PromptSet(given: ["a", "b", "c"]), position: place)
    #expect(try product.value(KeyframeNote.self).prompt == prompt)
  }

  // MARK: - Segment

  /// A second of a shot, of which the crop shows the middle half.
  private let shot = Shot(
    section: SectionID(label: "verse", ordinal: 1), index: 0, start: 24, end: 48, visibleStart: 30,
    visibleEnd: 42)

  private func segment(
    _ change: (inout SegmentStep) -> Void = { _ in }, drawer: FakeDrawer = FakeDrawer(),
    beat: Double = 1, signals: [FrameSignals]? = nil, script: String? = nil
  ) async throws -> (product: StepProduct, bench: StepBench) {
    var step = SegmentStep(
      frames: .drawn(.fake(of: shot, drawer: drawer, beat: beat)), shot: shot,
      video: VideoSettings(width: 64, height: 48, frameRate: .film), encoder: "any",
      nextPicture: Keyframe.picture(of: shot), fadeFrames: 12,
      burn: try script.map { _ in
        SegmentStep.BurnedWords(
          script: SubtitlesStep.burned(during: shot), fonts: [try FontFile.standard()])
      })
    change(&step)
    let bench = try StepBench()
    for part in drawer.reads {
      let bytes =
        part == .picture ? try PNGFile.encode(FakeGenerator.ramp(size)) : Array("own".utf8)
      try bench.give(bytes, as: part.rawValue)
    }
    if step.nextPicture != nil { try bench.give(PNGFile.encode(next), as: "next picture") }
    if beat > 0 {
      let signals = signals ?? (0..<24).map { FrameSignals(kick: Float($0) / 24) }
      try bench.give(FrameSignals.encode(signals), as: "signals")
    }
    if let script { try bench.give(Array(script.utf8), as: "words") }
    return (try await bench.run(step, as: SegmentStep.id(of: shot)), bench)
  }

  private let size = PictureSize(width: 64, height: 48)
  /// The next shot's picture, white and of another size.
  private let next = RGBPicture(width: 32, height: 24, red: 255, green: 255, blue: 255)

  /// The mean luma of each frame of a segment.
  private func luma(_ product: StepProduct) throws -> [Double] {
    try SegmentLuma.levels(
      ofSegment: product.path(SegmentStep.segment(of: shot)), frames: shot.visibleCount)
  }

  @Test func `a segment is the frames that are seen, each at its place in the whole shot`()
    async throws
  {
    let drawer = FakeDrawer()
    let (product, bench) = try await segment(drawer: drawer)
    let moments = drawer.moments.requests
    #expect(moments.count == 12)
    for (index, moment) in moments.enumerated() {
      // The shot's sixth frame is the first that is seen.
      #expect(abs(moment.time - Double(index + 6) / 24) < 1e-9)
      #expect(abs(moment.signals.kick - Float(index + 6) / 24) < 1e-4)
    }
    let asked = try #require(drawer.shots.requests.first)
    #expect(asked.companion == Array("own".utf8) && asked.picture == nil && asked.depth == nil)
    #expect(asked.size == size && asked.motion.beat == 1)
    #expect(bench.reports.last == .progress(done: 12, total: 12, unit: "frames"))
    #expect(bench.reports.count == 12 && product.outputs.count == 1)
  }

  @Test func `the tail of a shot dissolves into the picture of the next, whoever draws it`()
    async throws
  {
    let levels = try luma(try await segment(signals: Array(repeating: .init(), count: 24)).product)
    #expect(levels.count == 12)
    // The last twelve frames of the whole shot fade: six of them are seen.
    #expect(levels[..<6].allSatisfy { abs($0 - 60) < 3 }, "\(levels)")
    #expect(zip(levels[5...], levels[6...]).allSatisfy { $0 < $1 }, "\(levels)")
    // At 6/13, slow at both ends: 0.44 of the way from 60 to 235.
    #expect(abs(levels[11] - 137) < 5, "\(levels)")
  }

  @Test func `an animator is given what it reads of a keyframe and nothing else`() async throws {
    let drawer = FakeDrawer(reads: [.picture, .depth], manner: ["rain": 0.5])
    _ = try await segment(drawer: drawer)
    let asked = try #require(drawer.shots.requests.first)
    #expect(asked.picture == FakeGenerator.ramp(size) && asked.depth == Array("own".utf8))
    #expect(asked.companion == nil && asked.manner == ["rain": 0.5] && asked.seed == 7)
  }

  @Test func `a cut reads no next picture, and a shot that answers no beat hears nothing`()
    async throws
  {
    let drawer = FakeDrawer()
    let (product, _) = try await segment(
      {
        $0.nextPicture = nil
        $0.fadeFrames = 0
      }, drawer: drawer, beat: 0)
    #expect(drawer.moments.requests.allSatisfy { $0.signals == FrameSignals() })
    #expect(try luma(product).allSatisfy { abs($0 - 60) < 3 })
    #expect(product.warnings == [])
  }

  @Test(arguments: [0, 12, 23, 25]) func `signals that are not the shot's are refused`(count: Int)
    async throws
  {
    let error = await #expect(throws: StageError.self) {
      try await segment(signals: Array(repeating: FrameSignals(), count: count))
    }
    #expect(error?.description == "the signals of verse.1/00 do not cover its frames")
  }

  @Test func `words are drawn onto the frames in which they are sung`() async throws {
    var style = SubtitleStyle(width: 64, height: 48, relativeSize: 0.3)
    style.sung = Color(255, 255, 255)
    let words = Lyrics(lines: [LyricLine(text: "WWW", start: 0, end: 9)]).burned(style)
    let output = SegmentStep.segment(of: shot)
    let plain = try await segment().product.bytes(output)
    #expect(try await segment(script: words).product.bytes(output) != plain)
    // Nothing is sung: the step reads an empty script.
    #expect(try await segment(script: "").product.bytes(output) == plain)
  }

  @Test func `a build that is stopped stops between two frames`() async throws {
    let drawer = FakeDrawer()
    await #expect(throws: CancellationError.self) {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.cancelAll()
        group.addTask { _ = try await segment(drawer: drawer) }
        try await group.waitForAll()
      }
    }
    #expect(drawer.moments.requests.isEmpty)
  }

  // MARK: - Pages

  @Test func `the poster is a keyframe's picture, byte for byte`() async throws {
    let bench = try StepBench()
    try bench.give([1, 2, 3], as: "image")
    let product = try await bench.run(PosterStep(picture: Keyframe.picture(of: shot)))
    #expect(try product.bytes(PosterStep.poster) == [1, 2, 3])
  }

  @Test func `the contact sheet has every picture with its words`() async throws {
    let entries = (0..<3).map { index -> ContactSheetStep.Entry in
      var shot = shot
      shot.index = index
      return ContactSheetStep.Entry(
        picture: Keyframe.picture(of: shot), note: Keyframe.note(of: shot),
        time: Seconds(Double(index)), shot: shot.name)
    }
    func sheet(prompt: String, red: UInt8) async throws -> RGBPicture {
      let bench = try StepBench()
      for entry in entries {
        let picture = RGBPicture(width: 32, height: 18, red: red, green: 20, blue: 20)
        try bench.give(PNGFile.encode(picture), as: "image \(entry.picture.step)")
        try bench.give(
          value: KeyframeNote(prompt: prompt, reading: PictureReading(summary: "a sea")),
          as: "note \(entry.note.step)")
      }
      let product = try await bench.run(
        ContactSheetStep(
          title: "Song", artist: nil, length: 3, entries: entries, aspect: 32.0 / 18,
          typeface: Typeface(fonts: [try FontFile.standard()], bold: nil)))
      #expect(bench.reports.last == .progress(done: 3, total: 3, unit: "pictures"))
      return try PNGFile.decode(product.bytes(ContactSheetStep.page))
    }
    let page = try await sheet(prompt: "sea", red: 200)
    let reds = stride(from: 0, to: page.pixels.count, by: 3).count { page.pixels[$0] == 200 }
    // Three pictures, each larger than it was given.
    #expect(reds >= 3 * 32 * 18 && reds < page.pixels.count / 3)
    #expect(try await sheet(prompt: "city", red: 200) != page)
  }
}
