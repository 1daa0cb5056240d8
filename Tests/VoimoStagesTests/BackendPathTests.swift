import Testing
import VoimoBase
import VoimoEngine
import VoimoMedia
import VoimoProject
import VoimoSignal
import VoimoStages

/// The way from prompt to frames by other back ends than the painter.
@Suite struct BackendPathTests {
  private func bench(
    _ images: FakeGenerator, _ animator: ShotAnimator?, _ yaml: String = ""
  ) throws -> LoweringBench {
    try LoweringBench(
      (yaml.contains("shots:") ? "" : "shots: { length: 4s, min: 1s, max: 5s }\n") + yaml,
      backends: .fake(images: images, ownAnimator: animator))
  }

  @Test func `pictures of another size are brought to the film's, and everyone reads those`()
    throws
  {
    let bench = try bench(
      FakeGenerator(readsParts: false, gives: [], step: 64), nil,
      "render: { width: 640, height: 360 }\nshots: { length: 8s, min: 1s, max: 9s, transition: "
        + "crossfade, transition_length: 1s }")
    #expect(
      try bench.step(KeyframeStep.self, "keyframe/verse.1/00").size
        == PictureSize(width: 640, height: 320))
    let upscaled = "upscaled/verse.1/00 picture"
    #expect(bench.input("picture", of: "upscaled/verse.1/00") == "keyframe/verse.1/00 picture")
    #expect(bench.input("picture", of: "depth/verse.1/00") == upscaled)
    #expect(bench.input("picture", of: "segment/verse.1/00") == upscaled)
    #expect(bench.input("depth", of: "segment/verse.1/00") == "depth/verse.1/00 depth")
    #expect(
      bench.input("next picture", of: "segment/verse.1/00") == "upscaled/chorus.1/00 picture")
    #expect(bench.input("image", of: "poster") == "upscaled/chorus.1/00 picture")
    #expect(
      bench.input("image upscaled/verse.1/00", of: "contact-sheet") == upscaled)
  }

  @Test func `a generator without a scene is filmed by the camera, whoever would draw scenes`()
    throws
  {
    let bench = try bench(FakeGenerator(gives: []), .drawn(FakeDrawer()))
    #expect(bench.input("companion", of: "segment/verse.1/00") == nil)
    #expect(bench.input("depth", of: "segment/verse.1/00") == "depth/verse.1/00 depth")
  }

  @Test func `a shot that its section does not have is refused`() throws {
    for (key, isThere) in [("chorus.1/01", true), ("chorus.1/02", false)] {
      let yaml = "sections: { \"\(key)\": { take: 2 } }"
      if isThere {
        _ = try bench(FakeGenerator(), nil, yaml)
        continue
      }
      let error = #expect(throws: ProjectProblems.self) {
        try bench(FakeGenerator(), nil, yaml)
      }
      #expect(error?.diagnostics.map(\.message.id) == ["no-such-shot"])
    }
  }

  @Test func `a picture of another shape is cut to the film's, not stretched`() throws {
    var picture = RGBPicture(width: 60, height: 60, red: 90, green: 90, blue: 90)
    for y in 20..<40 { for x in 20..<40 { picture.pixels[3 * (y * 60 + x)] = 250 } }
    let fitted = try PictureArtifact.fitted(picture, to: PictureSize(width: 60, height: 30))
    let red = (0..<30).map { y in (0..<60).count { fitted.pixels[3 * (y * 60 + $0)] > 170 } }
    // A square stays one: as many rows as columns.
    #expect(red.count { $0 > 10 } == 20 && red.max() == 20, "\(red)")
  }

  @Test func `depth that a generator gives is read of the keyframe`() throws {
    let bench = try bench(FakeGenerator(gives: [.depth]), nil)
    #expect(bench.input("depth", of: "segment/verse.1/00") == "keyframe/verse.1/00 depth")
    #expect(!bench.ids.contains { $0.hasPrefix("depth/") || $0.hasPrefix("upscaled/") })
  }

  @Test func `frames that cost are steps of their own, and the segment reads them alone`() throws {
    let bench = try bench(FakeGenerator(), .kept(FakeMaker()))
    #expect(bench.input("frames 1", of: "segment/verse.1/01") == "frames/verse.1/01 frames")
    #expect(bench.input("picture", of: "frames/verse.1/01") == "keyframe/verse.1/01 picture")
    #expect(bench.input("signals", of: "frames/verse.1/01") == "shots signals/verse.1/01")
    #expect(bench.input("picture", of: "segment/verse.1/01") == nil)
    #expect(bench.input("signals", of: "segment/verse.1/01") == nil)
    let frames = try bench.step(FramesStep.self, "frames/verse.1/01")
    #expect(frames.range == 96..<192 && !frames.goesOn)
  }

  @Test func `a maker of pieces is given the last picture of the piece before`() throws {
    let bench = try bench(FakeGenerator(), .kept(FakeMaker(pieceLength: 1.5)))
    let ids = bench.ids.filter { $0.hasPrefix("frames/verse.1/01") }
    #expect(ids == ["frames/verse.1/01", "frames/verse.1/01+1", "frames/verse.1/01+2"])
    let steps = try ids.map { try bench.step(FramesStep.self, $0) }
    #expect(steps.map(\.range) == [96..<132, 132..<168, 168..<192])
    #expect(steps.map(\.goesOn) == [true, true, false])
    #expect(bench.input("picture", of: ids[0]) == "keyframe/verse.1/01 picture")
    #expect(bench.input("previous picture", of: ids[1]) == "frames/verse.1/01 last")
    #expect(bench.input("previous picture", of: ids[2]) == "frames/verse.1/01+1 last")
    #expect(bench.input("picture", of: ids[1]) == nil)
    #expect(
      (1...3).map { bench.input("frames \($0)", of: "segment/verse.1/01") }
        == ids.map { "\($0) frames" })
  }

  @Test func `the crop moves no piece, and makes none behind its end`() throws {
    let images = FakeGenerator()
    let maker = ShotAnimator.kept(FakeMaker(pieceLength: 1))
    let whole = try bench(images, maker)
    let cropped = try bench(images, maker, "crop: { start: 4.5, end: 6.4 }")
    let ids = cropped.ids.filter { $0.hasPrefix("frames/") }
    // The piece in which the crop ends is made whole; what follows is not made.
    #expect(ids == ["frames/verse.1/01", "frames/verse.1/01+1", "frames/verse.1/01+2"])
    for id in ids.dropLast() {
      let (a, b) = (
        try whole.step(FramesStep.self, id), try cropped.step(FramesStep.self, id)
      )
      #expect(Manifest(named: a) == Manifest(named: b), "\(id)")
    }
    guard case .stored(let stored) = try cropped.step(SegmentStep.self, "segment/verse.1/01").frames
    else { throw StageError("the frames are drawn") }
    #expect(stored.start == 96 && stored.pieces.count == 3)
  }

  @Test func `encoder, subtitles and fades are in no key of kept frames`() throws {
    func keys(_ yaml: String) throws -> [Manifest] {
      let bench = try bench(FakeGenerator(), .kept(FakeMaker()), yaml)
      return try bench.list.shots.map {
        Manifest(named: try bench.step(FramesStep.self, "frames/\($0.name)"))
      }
    }
    let plain = try keys("lyrics: words.lrc")
    #expect(try keys("lyrics: words.lrc\nrender: { quality: high }") == plain)
    #expect(try keys("lyrics: words.lrc\nsubtitles: karaoke") == plain)
    #expect(try keys("lyrics: words.lrc\ncrop: { fade_in: 1s, fade_out: 1s }") == plain)
    #expect(try keys("lyrics: words.lrc\nmotion: { zoom: 1.2 }") != plain)
  }

  @Test func frames() {
    let shot = Shot(
      section: SectionID(label: "verse", ordinal: 1), index: 0, start: 24, end: 72,
      visibleStart: 30, visibleEnd: 72)
    var motion = MotionRates()
    motion.beat = 0.5
    let id = Keyframe.id(of: shot)
    let steps = FramesStep.pieces(
      of: shot, in: .film, maker: FakeMaker(pieceLength: 1),
      keyframe: [.picture: Keyframe.picture(of: id)], motion: motion, seed: 7,
      size: PictureSize(width: 64, height: 48), rate: .film)
    let other = BackendIdentity(type: "another", behaviour: 1)
    check(
      steps[1].step, opening: ["shot", "size"],
      [
        FieldChange("maker", "parameter animator") { $0.maker = FakeMaker(identity: other) },
        FieldChange("shot.section", "input signals") {
          $0.shot.section = SectionID(label: "verse", ordinal: 2)
        },
        FieldChange("shot.index", "input signals") { $0.shot.index = 1 },
        FieldChange("shot.piece", "input signals") { $0.shot.piece = 1 },
        FieldChange("shot.start", "parameter start frame") { $0.shot.start = 25 },
        FieldChange("shot.end", "parameter end frame") { $0.shot.end = 73 },
        // What is seen of a shot decides which pieces there are, and nothing about them.
        FieldChange("shot.visibleStart") { $0.shot.visibleStart = 31 },
        FieldChange("shot.visibleEnd") { $0.shot.visibleEnd = 70 },
        FieldChange("range", "parameter first frame") { $0.range = 49..<72 },
        FieldChange("range", "parameter frame after the last") { $0.range = 48..<71 },
        FieldChange("keyframe", "input depth") {
          $0.keyframe[.depth] = Keyframe.output(.depth, of: id)
        },
        FieldChange("previous", "input picture", "input previous picture") { $0.previous = nil },
        FieldChange("motion", "parameter motion.zoom") { $0.motion.zoom = 1.1 },
        FieldChange("seed", "parameter seed") { $0.seed = 8 },
        FieldChange("size.width", "parameter width") { $0.size.width = 66 },
        FieldChange("size.height", "parameter height") { $0.size.height = 50 },
        FieldChange("frameRate", "parameter fps") { $0.frameRate = FakeSong.otherRate },
        FieldChange("goesOn", "parameter goes on") { $0.goesOn = true },
      ])
  }
}
