import Testing
import VoimoBase
import VoimoEngine
import VoimoLyrics
import VoimoMedia
import VoimoProject
import VoimoSignal
import VoimoStages

/// Outputs of another shape or stretch, as steps.
@Suite struct RenditionTests {
  private static let four = "shots: { length: 4s, min: 1s, max: 5s }\n"

  private func bench(
    _ outputs: String, _ yaml: String = "", backends: Backends = .fake()
  ) throws -> LoweringBench {
    try LoweringBench(
      Self.four + "render: { width: 640, height: 360 }\noutputs: \(outputs)\n" + yaml,
      backends: backends)
  }

  private func kinds(_ bench: LoweringBench) -> [String] {
    var seen: Set<String> = []
    return bench.film.map(\.id.kind).filter { $0.contains("@") && seen.insert($0).inserted }
  }

  @Test func `an upright clip has pictures, segments, sound and film of its own`() throws {
    let bench = try bench("[film, { preset: shorts, clip: chorus.1 }]")
    #expect(
      kinds(bench) == ["keyframe@shorts", "segment@shorts", "soundtrack@shorts", "film@shorts"])
    let ids = bench.ids.filter { $0.hasPrefix("segment@shorts") }
    #expect(ids == ["segment@shorts/chorus.1/00", "segment@shorts/chorus.1/01"])
    let segment = try bench.step(SegmentStep.self, ids[0])
    #expect(segment.video.width == 1080 && segment.video.height == 1920)
    #expect(
      bench.input("companion", of: ids[0]) == "keyframe@shorts/chorus.1/00 companion")
    let film = try bench.step(FilmStep.self, "film@shorts")
    #expect(film.frameCount == 192 && film.chapters.map(\.title) == ["Chorus"])
    let sound = try bench.step(SoundtrackStep.self, "soundtrack@shorts")
    #expect(sound.start == 192 && sound.end == 384)
    // Cut out of the film at its start, at its end as the film.
    #expect(sound.fadeIn == 0.01 && sound.fadeOut == 0)
  }

  @Test func `the pictures of an upright film are made at its size, from the film's prompts`()
    throws
  {
    let bench = try bench("[{ preset: shorts, clip: chorus.1 }]")
    let (own, film) = (
      try bench.step(KeyframeStep.self, "keyframe@shorts/chorus.1/00"),
      try bench.step(KeyframeStep.self, "keyframe/chorus.1/00")
    )
    #expect(own.size == PictureSize(width: 1080, height: 1920) && own.seed == film.seed)
    #expect(own.prompts == film.prompts && own.context == film.context)
  }

  @Test func `a clip of the film's shape shares its pictures, and what is equal is made once`()
    throws
  {
    let bench = try bench("[film, { clip: chorus.1 }]")
    #expect(kinds(bench) == ["segment@clip", "soundtrack@clip", "film@clip"])
    let (own, film) = (
      Manifest(named: try bench.step(SegmentStep.self, "segment@clip/chorus.1/01")),
      Manifest(named: try bench.step(SegmentStep.self, "segment/chorus.1/01"))
    )
    #expect(own == film)
  }

  @Test func `a clip that begins inside a shot encodes what it shows of it`() throws {
    let bench = try bench("[film, { clip: \"0:05-0:09\" }]")
    let first = try bench.step(SegmentStep.self, "segment@clip/verse.1/01")
    #expect(first.shot.visibleStart == 120 && first.shot.start == 96)
    #expect(try bench.step(FilmStep.self, "film@clip").frameCount == 96)
  }

  @Test func `a costly picture is cut out of the film's where it is large enough`() throws {
    let images = FakeGenerator(readsParts: false, isCostly: true, gives: [])
    let backends = Backends.fake(images: images, ownAnimator: nil)
    let bench = try bench("[{ preset: square, height: 360 }]", backends: backends)
    let id = "keyframe@square/verse.1/00"
    #expect(bench.input("picture", of: id) == "keyframe/verse.1/00 picture")
    #expect(bench.input("note", of: id) == "keyframe/verse.1/00 value")
    #expect(
      bench.input("picture", of: "segment@square/verse.1/00")
        == "upscaled@square/verse.1/00 picture")
    #expect(
      bench.input("depth", of: "segment@square/verse.1/00") == "depth@square/verse.1/00 depth")
  }

  @Test func `a costly picture is made again where too little could be cut out`() throws {
    let images = FakeGenerator(readsParts: false, isCostly: true, gives: [])
    let backends = Backends.fake(images: images, ownAnimator: nil)
    let bench = try bench("[{ preset: shorts, clip: chorus.1 }]", backends: backends)
    #expect(
      try bench.step(KeyframeStep.self, "keyframe@shorts/chorus.1/00").size
        == PictureSize(width: 1080, height: 1920))
  }

  @Test func `a loop is silent, a little longer than its clip, and ends in what comes before it`()
    throws
  {
    let bench = try bench("[{ preset: canvas, clip: \"0:09-0:13\" }]")
    #expect(kinds(bench) == ["keyframe@canvas", "segment@canvas", "loop@canvas", "film@canvas"])
    let loop = try bench.step(LoopStep.self, "loop@canvas")
    #expect(loop.pictures.frames == 204..<312 && loop.dissolve == 12 && loop.count == 96)
    let film = try bench.step(FilmStep.self, "film@canvas")
    #expect(film.soundtrack == nil && film.frameCount == 96)
    #expect(film.segments.map(\.segment) == [LoopStep.segment(in: .rendition("canvas"))])
  }

  @Test func `a loop at the film's start takes what comes behind it`() throws {
    let bench = try bench("[{ preset: canvas, clip: \"0:00-0:04\" }]")
    let loop = try bench.step(LoopStep.self, "loop@canvas")
    #expect(loop.pictures.frames == 0..<108 && loop.dissolve == 12 && loop.count == 96)
  }

  @Test func `a GIF is made of the film's own segments, every other frame of them`() throws {
    let bench = try bench("[{ preset: gif, clip: \"0:02-0:04\" }]")
    #expect(kinds(bench) == ["gif@gif"])
    let gif = try bench.step(GIFStep.self, "gif@gif")
    #expect(gif.pictures.segments.map(\.output) == [StepOutput("segment/verse.1/00", "segment")])
    #expect(
      gif.pictures.frames == 48..<96 && gif.pictures.size == PictureSize(width: 480, height: 270))
    #expect(gif.outputRate == FrameRate(25, over: 2))
  }

  @Test func `a GIF in another shape has segments of its own`() throws {
    let bench = try bench("[{ preset: gif, aspect: \"1:1\", clip: \"0:02-0:04\" }]")
    #expect(kinds(bench) == ["keyframe@gif", "segment@gif", "gif@gif"])
  }

  @Test func `every frame of a stretch goes into an archive`() throws {
    let bench = try bench("[{ preset: frames, clip: \"0:02-0:04\" }]")
    let archive = try bench.step(FrameArchiveStep.self, "stills@frames")
    #expect(archive.pictures.frames == 48..<96)
    #expect(archive.pictures.size == PictureSize(width: 640, height: 360))
  }

  @Test func `karaoke has the accompaniment and words that light up, in a film without words too`()
    throws
  {
    let bench = try bench("[film, { preset: karaoke }]", "lyrics: words.lrc\nsubtitles: soft")
    #expect(
      kinds(bench) == [
        "subtitles@karaoke", "segment@karaoke", "soundtrack@karaoke", "film@karaoke",
      ])
    #expect(bench.input("audio", of: "soundtrack@karaoke") == "stems accompaniment")
    #expect(
      bench.input("words", of: "segment@karaoke/verse.1/00")
        == "subtitles@karaoke burn/verse.1/00")
    #expect(bench.input("words", of: "segment/verse.1/00") == nil)
    let words = try bench.step(SubtitlesStep.self, "subtitles@karaoke")
    #expect(words.style.kind == .karaoke && words.burnsIn && words.frames == 0..<384)
    #expect(try bench.step(FilmStep.self, "film@karaoke").cues == nil)
    #expect(bench.input("audio", of: "soundtrack") == "audio audio")
  }

  @Test func `a thumbnail is a frame of the film, one at its very end the last`() throws {
    let bench = try bench("[film, { thumbnail: \"0:05\" }, { thumbnail: \"0:16\" }]")
    let first = try bench.step(ThumbnailStep.self, "thumbnail/thumbnail")
    #expect(first.pictures.frames == 120..<121)
    #expect(first.pictures.segments.map(\.output.step) == ["segment/verse.1/01"])
    #expect(
      try bench.step(ThumbnailStep.self, "thumbnail/thumbnail-2").pictures.frames == 383..<384)
  }

  @Test(arguments: [
    "[film, srt]", "[film, { preset: shorts, clip: chorus.1 }]", "[film, { clip: verse.1 }]",
    "[film, { preset: gif }]", "[film, { thumbnail: \"0:03\" }]", "[film, { preset: karaoke }]",
  ])
  func `another output changes no step of the film's`(outputs: String) throws {
    func steps(_ outputs: String) throws -> [StepID: Manifest] {
      let bench = try bench(outputs, "lyrics: words.lrc")
      var steps: [StepID: Manifest] = [:]
      for case .step(let id, let step) in bench.nodes { steps[id] = Manifest(named: step) }
      return steps
    }
    let (plain, more) = (try steps("[film]"), try steps(outputs))
    for (id, manifest) in plain { #expect(more[id] == manifest, "\(id)") }
  }

  // MARK: - Keys and runs

  private let pictures = RenditionPictures(
    segments: [
      .init(output: StepOutput("segment/verse.1/00", "segment"), frames: 0..<24),
      .init(output: StepOutput("segment/verse.1/01", "segment"), frames: 24..<48),
    ], frames: 12..<36, frameRate: .film, size: PictureSize(width: 64, height: 36))

  private func rows<S: Step>(
    _ change: @escaping (inout S, (inout RenditionPictures) -> Void) -> Void
  ) -> [FieldChange<S>] {
    func row(
      _ field: String, _ shows: [String], _ body: @escaping (inout RenditionPictures) -> Void
    ) -> FieldChange<S> {
      var row = FieldChange<S>("pictures.\(field)") { change(&$0, body) }
      row.shows = shows
      return row
    }
    return [
      row("segments", ["parameter segment 2", "input segment verse.1/01"]) {
        $0.segments.removeLast()
      },
      row("segments", ["parameter segment 2"]) { $0.segments[1].frames = 25..<48 },
      row("frames", ["parameter start frame"]) { $0.frames = 13..<36 },
      row("frames", ["parameter end frame"]) { $0.frames = 12..<35 },
      row("frameRate", ["parameter fps"]) { $0.frameRate = FakeSong.otherRate },
      row("size", ["parameter width"]) { $0.size.width = 66 },
      row("size", ["parameter height"]) { $0.size.height = 38 },
    ]
  }

  @Test func `keys of outputs`() {
    check(
      ThumbnailStep(pictures: pictures), opening: ["pictures"],
      rows { step, change in change(&step.pictures) })
    check(
      FrameArchiveStep(pictures: pictures), opening: ["pictures"],
      rows { step, change in change(&step.pictures) })
    check(
      GIFStep(pictures: pictures, outputRate: .film), opening: ["pictures"],
      rows { step, change in change(&step.pictures) } + [
        FieldChange("outputRate", "parameter fps of the output") {
          $0.outputRate = FakeSong.otherRate
        }
      ])
    check(
      LoopStep(
        pictures: pictures, dissolve: 6,
        video: VideoSettings(width: 64, height: 36, frameRate: .film), encoder: "x264 1"),
      opening: ["pictures", "video"],
      rows { step, change in change(&step.pictures) } + [
        FieldChange("dissolve", "parameter dissolve") { $0.dissolve = 5 },
        FieldChange("encoder", "parameter encoder") { $0.encoder = "x264 2" },
        FieldChange("video.crf", "parameter crf") { $0.video.crf = 21 },
        FieldChange("video.preset", "parameter preset") { $0.video.preset = .fast },
        FieldChange("video.gop", "parameter gop") { $0.video.gop = 48 },
        // The pictures say how large they are, and how many a second.
        FieldChange("video.width") { $0.video.width = 66 },
        FieldChange("video.height") { $0.video.height = 38 },
        FieldChange("video.frameRate") { $0.video.frameRate = FakeSong.otherRate },
      ])
  }

  @Test func `the key of a picture of the musician's own`() {
    check(
      PhotoStep(
        picture: FilmSource.picture("photos/1.jpg"), focus: Focus(x: 0.5, y: 0.25),
        framing: .closer, size: PictureSize(width: 64, height: 36), reading: .inProcess),
      opening: ["size"],
      [
        FieldChange("picture", "input your picture") {
          $0.picture = FilmSource.picture("photos/2.jpg")
        },
        FieldChange("focus", "parameter focus") { $0.focus = Focus(x: 0.5, y: 0.5) },
        FieldChange("focus", "parameter focus") { $0.focus = nil },
        FieldChange("framing", "parameter framing") { $0.framing = .wide },
        FieldChange("size.width", "parameter width") { $0.size.width = 66 },
        FieldChange("size.height", "parameter height") { $0.size.height = 38 },
        FieldChange("reading") { $0.reading = .ownChild },
      ])
    check(
      ReframeStep(
        picture: StepOutput("keyframe/verse.1/00", "picture"),
        note: .value(of: "keyframe/verse.1/00"), aspect: PictureSize(width: 9, height: 16)),
      opening: ["aspect"],
      [
        FieldChange("picture", "input picture") {
          $0.picture = StepOutput("keyframe/verse.1/01", "picture")
        },
        FieldChange("note", "input note") { $0.note = .value(of: "keyframe/verse.1/01") },
        FieldChange("aspect.width", "parameter width") { $0.aspect.width = 10 },
        FieldChange("aspect.height", "parameter height") { $0.aspect.height = 18 },
      ])
  }

  /// Two segments of a second: grays that grow by two a frame, from 20 on.
  private func benchWithSegments(_ names: [String] = ["verse.1/00", "verse.1/01"]) async throws
    -> StepBench
  {
    let bench = try StepBench()
    for (index, name) in names.enumerated() {
      let path = "\(bench.folder)/\(index).segment"
      var encoder = try SegmentEncoder(
        path: path, settings: VideoSettings(width: 64, height: 48, frameRate: .film), frames: 24)
      for frame in 0..<24 {
        try encoder.encode { FakeDrawer.fill($0, with: UInt8(40 + 3 * (24 * index + frame))) }
      }
      _ = try encoder.finish()
      bench.give(file: path, as: "segment \(name)")
    }
    return bench
  }

  @Test func `a thumbnail is just the frame that was asked for`() async throws {
    var one = pictures
    one.frames = 30..<31
    let id = ThumbnailStep.id("thumbnail")
    let product = try await benchWithSegments().run(ThumbnailStep(pictures: one), as: id)
    let picture = try PNGFile.decode(product.bytes(ThumbnailStep.picture(of: id)))
    #expect(picture.width == 64 && picture.height == 36)
    // Luma 130 of limited range.
    #expect(abs(Int(picture.pixels[3 * 700]) - 133) < 5)
  }

  @Test func `a loop's last frame goes on into its first`() async throws {
    let bench = try await benchWithSegments()
    let step = LoopStep(
      pictures: pictures, dissolve: 6,
      video: VideoSettings(width: 64, height: 48, frameRate: .film), encoder: "x264")
    let product = try await bench.run(step)
    let path = try product.path(LoopStep.segment(in: .film))
    let levels = try SegmentLuma.levels(ofSegment: path, frames: 18)
    // Frames 18 to 35, of which the last six dissolve into 12 to 17.
    #expect(abs(levels[0] - 94) < 4 && abs(levels[11] - 127) < 4, "\(levels)")
    #expect(abs(levels[17] - 92) < 6, "\(levels)")
    #expect(bench.reports.last == .progress(done: 18, total: 18, unit: "frames"))
  }
}
