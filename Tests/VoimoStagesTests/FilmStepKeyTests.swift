import Testing
import VoimoBase
import VoimoEngine
import VoimoMedia
import VoimoProject
import VoimoStages

/// The keys of the steps that make pictures and the film: field by field.
@Suite struct FilmStepKeyTests {
  private static let other = BackendIdentity(type: "another", behaviour: 1)

  @Test func `given prompts`() {
    check(
      PromptsStep(.given(["sea"])),
      [
        FieldChange("source", "parameter prompt") { $0.source = .given(["city"]) },
        FieldChange("source", "parameter prompt 1", "parameter prompt 2", "parameter prompt") {
          $0.source = .given(["sea", "city"])
        },
      ])
    check(
      PromptsStep(.given(["sea", "city"])),
      [
        FieldChange("source", "parameter prompt 2") { $0.source = .given(["sea", "town"]) },
        FieldChange("source", "parameter prompt 1", "parameter prompt 2") {
          $0.source = .given(["city", "sea"])
        },
      ])
  }

  private let writing = PromptsStep.Writing(
    writer: FakeWriter(), label: "chorus", theme: "sea",
    lyrics: LinesStep.lines(of: SectionID(label: "chorus", ordinal: 1)), addition: "fog")

  /// What changes of a written prompt when one thing about its writing does.
  private func change(_ change: (inout PromptsStep.Writing) -> Void) -> [String] {
    var other = writing
    change(&other)
    return Manifest(named: PromptsStep(.written(other)))
      .difference(from: Manifest(named: PromptsStep(.written(writing)))).map(\.field)
  }

  @Test func `written prompts`() {
    #expect(
      Manifest(named: PromptsStep(.written(writing))).fields.map(\.name) == [
        "kind", "version", "parameter writer", "parameter writer version", "parameter label",
        "parameter theme",
        "parameter added prompt", "input lyrics",
      ])
    #expect(change { $0.writer = FakeWriter(identity: Self.other) } == ["parameter writer"])
    #expect(change { $0.label = "verse" } == ["parameter label"])
    #expect(change { $0.theme = "" } == ["parameter theme"])
    #expect(change { $0.addition = "snow" } == ["parameter added prompt"])
    #expect(change { $0.addition = nil } == ["parameter added prompt"])
    #expect(change { $0.lyrics = nil } == ["input lyrics"])
    #expect(
      change { $0.lyrics = LinesStep.lines(of: SectionID(label: "chorus", ordinal: 2)) }
        == ["input lyrics"])
  }

  @Test func `a prompt that somebody gives depends on nobody who writes`() {
    let names = Manifest(named: PromptsStep(.given(["sea"]))).fields.map(\.name)
    #expect(names == ["kind", "version", "parameter prompt"])
  }

  private let aKeyframe = KeyframeStep(
    generator: FakeGenerator(), prompts: .value(of: StepID("prompts/verse.1")), artist: "ink",
    negativePrompt: "people", position: 0.5, seed: 1, size: PictureSize(width: 640, height: 360),
    context: KeyframeStep.PromptContext(theme: "sea", sectionSeed: 2, filmPart: .middle))

  @Test func keyframe() {
    check(
      aKeyframe, opening: ["size", "context"],
      [
        FieldChange("generator", "parameter generator") {
          $0.generator = FakeGenerator(identity: Self.other)
        },
        FieldChange("prompts", "input prompts") {
          $0.prompts = .value(of: StepID("prompts/verse.2"))
        },
        FieldChange("artist", "parameter artist") { $0.artist = "" },
        FieldChange("negativePrompt", "parameter negative_prompt") { $0.negativePrompt = "" },
        FieldChange("position", "parameter position") { $0.position = 0 },
        FieldChange("position", "parameter position") { $0.position = nil },
        FieldChange("seed", "parameter seed") { $0.seed = 3 },
        FieldChange("size.width", "parameter width") { $0.size.width = 642 },
        FieldChange("size.height", "parameter height") { $0.size.height = 362 },
        FieldChange("context.theme", "parameter theme") { $0.context?.theme = "city" },
        FieldChange("context.sectionSeed", "parameter section seed") {
          $0.context?.sectionSeed = 3
        },
        FieldChange("context.filmPart", "parameter part of the film") {
          $0.context?.filmPart = .closing
        },
        FieldChange(
          "context.theme", "parameter theme", "parameter section seed",
          "parameter part of the film"
        ) { $0.context = nil },
      ])
  }

  @Test func `a generator that reads the whole text has no theme in its keys`() {
    let step = KeyframeStep(
      generator: FakeGenerator(readsParts: false), prompts: aKeyframe.prompts, artist: "ink",
      negativePrompt: "", position: nil, seed: 1, size: aKeyframe.size,
      context: KeyframeStep.PromptContext(theme: "sea", sectionSeed: 2, filmPart: .middle))
    #expect(
      Manifest(named: step).fields.map(\.name) == [
        "kind", "version", "parameter generator", "parameter generator version",
        "parameter artist", "parameter negative_prompt", "parameter seed", "parameter width",
        "parameter height", "input prompts",
      ])
  }

  @Test func `every model of a back end is a field of its own`() {
    var generator = FakeGenerator()
    generator.identity.models = [
      ModelIdentity(name: "base", sha256: "ab12"), ModelIdentity(name: "dust"),
    ]
    var step = aKeyframe
    step.generator = generator
    let fields = Manifest(named: step).fields
    #expect(fields.first { $0.name == "parameter generator model" }?.value == "base ab12")
    #expect(fields.first { $0.name == "parameter generator model 2" }?.value == "dust")
  }

  @Test func `depth and upscaled`() {
    check(
      DepthStep(reader: FakeDepthReader(), picture: Keyframe.picture(of: shot)),
      [
        FieldChange("reader", "parameter depth reader") {
          $0.reader = FakeDepthReader(identity: Self.other)
        },
        FieldChange("picture", "input picture") { $0.picture = Keyframe.picture(of: self.next) },
      ])
    check(
      UpscaledStep(
        editor: FakeEditor(), picture: Keyframe.picture(of: shot),
        size: PictureSize(width: 640, height: 360)), opening: ["size"],
      [
        FieldChange("editor", "parameter editor") { $0.editor = FakeEditor(identity: Self.other) },
        FieldChange("picture", "input picture") { $0.picture = Keyframe.picture(of: self.next) },
        FieldChange("size.width", "parameter width") { $0.size.width = 642 },
        FieldChange("size.height", "parameter height") { $0.size.height = 362 },
      ])
  }

  private static let font = FontFile(path: "/fonts/a.ttf", face: 0, hash: ContentHash(hashing: "a"))
  private static let second = FontFile(
    path: "/fonts/b.ttc", face: 2, hash: ContentHash(hashing: "b"))

  private var shot: Shot {
    Shot(
      section: SectionID(label: "verse", ordinal: 1), index: 1, start: 48, end: 96,
      visibleStart: 50, visibleEnd: 90)
  }

  private var next: Shot {
    var next = shot
    next.index = 2
    return next
  }

  private var aSegment: SegmentStep {
    SegmentStep(
      frames: .drawn(.fake(of: shot, drawer: FakeDrawer(manner: ["rain": 0.5]), beat: 0.5)),
      shot: shot, video: VideoSettings(width: 640, height: 360, frameRate: .film),
      encoder: "x264 1", nextPicture: Keyframe.picture(of: next), fadeFrames: 6,
      burn: SegmentStep.BurnedWords(
        script: SubtitlesStep.burned(during: shot), fonts: [Self.font]),
      pictureFade: PictureFade(film: 50..<200, fadeIn: 0.5, fadeOut: 0, at: .film))
  }

  /// A change of one thing that frames are drawn from.
  private func drawn(
    _ field: String, _ shows: String..., change: @escaping (inout ShotFrames.Drawn) -> Void
  ) -> FieldChange<SegmentStep> {
    var row = FieldChange<SegmentStep>("frames.\(field)") { step in
      guard case .drawn(var drawn) = step.frames else { return }
      change(&drawn)
      step.frames = .drawn(drawn)
    }
    row.shows = shows
    return row
  }

  @Test func segment() {
    check(
      aSegment, opening: ["shot", "video", "frames", "burn", "pictureFade"],
      [
        drawn("drawer", "parameter animator") {
          $0.drawer = FakeDrawer(identity: Self.other, manner: ["rain": 0.5])
        },
        drawn("keyframe", "input companion") {
          $0.keyframe[.companion] = Keyframe.output(.companion, of: Keyframe.id(of: self.next))
        },
        drawn("keyframe", "input picture") {
          $0.keyframe[.picture] = Keyframe.picture(of: self.shot)
        },
        drawn("motion", "parameter motion.zoom") { $0.motion.zoom = 1.5 },
        drawn("motion", "parameter motion.pan_x") { $0.motion.panX = 0.5 },
        drawn("motion", "parameter motion.pan_y") { $0.motion.panY = 0.5 },
        drawn("motion", "parameter motion.rotate") { $0.motion.rotate = 0.5 },
        drawn("motion", "parameter motion.push") { $0.motion.push = 0.5 },
        drawn("motion", "parameter motion.sway") { $0.motion.sway = 0.5 },
        drawn("motion", "parameter motion.beat") { $0.motion.beat = 1 },
        drawn("motion", "parameter motion.beat", "input signals") { $0.motion.beat = 0 },
        drawn("manner", "parameter manner.rain") { $0.manner["rain"] = 1 },
        drawn("manner", "parameter manner.snow") { $0.manner["snow"] = 1 },
        drawn("manner", "parameter manner.rain", "parameter seed") { $0.manner = [:] },
        drawn("seed", "parameter seed") { $0.seed = 8 },
        FieldChange("encoder", "parameter encoder") { $0.encoder = "x264 2" },
        // The name of a shot is no part of its key: only whose signals are read.
        FieldChange("shot.section", "input signals") {
          $0.shot.section = SectionID(label: "verse", ordinal: 2)
        },
        FieldChange("shot.index", "input signals") { $0.shot.index = 0 },
        FieldChange("shot.piece", "input signals") { $0.shot.piece = 1 },
        FieldChange("shot.start", "parameter start frame") { $0.shot.start = 47 },
        FieldChange("shot.end", "parameter end frame") { $0.shot.end = 97 },
        FieldChange("shot.visibleStart", "parameter first visible frame") {
          $0.shot.visibleStart = 51
        },
        FieldChange("shot.visibleEnd", "parameter visible end frame") {
          $0.shot.visibleEnd = 91
        },
        FieldChange("video.width", "parameter width") { $0.video.width = 642 },
        FieldChange("video.height", "parameter height") { $0.video.height = 362 },
        FieldChange("video.frameRate", "parameter fps") { $0.video.frameRate = FakeSong.otherRate },
        FieldChange("video.crf", "parameter crf") { $0.video.crf = 21 },
        FieldChange("video.preset", "parameter preset") { $0.video.preset = .fast },
        FieldChange("video.gop", "parameter gop") { $0.video.gop = 48 },
        FieldChange("nextPicture", "input next picture") { $0.nextPicture = nil },
        FieldChange("fadeFrames", "parameter fade frames") { $0.fadeFrames = 7 },
        FieldChange("burn.script", "input words") {
          $0.burn?.script = SubtitlesStep.burned(during: self.next)
        },
        FieldChange("burn.fonts", "parameter font", "parameter font face") {
          $0.burn?.fonts = [Self.second]
        },
        FieldChange("burn.fonts", "parameter font 2", "parameter font 2 face") {
          $0.burn?.fonts.append(Self.second)
        },
        FieldChange("burn.fonts", "parameter font", "parameter typesetting", "input words") {
          $0.burn = nil
        },
        FieldChange("pictureFade.ramps", "parameter crop.fade_in") {
          $0.pictureFade.ramps[0].count = 13
        },
        FieldChange("pictureFade.ramps", "parameter crop.fade_in") {
          $0.pictureFade.ramps[0].start = 51
        },
        FieldChange(
          "pictureFade.ramps", "parameter crop.fade_out", "parameter crop.fade_in"
        ) { $0.pictureFade.ramps[0].rises = false },
        FieldChange("pictureFade.ramps", "parameter crop.fade_in") { $0.pictureFade.ramps = [] },
      ])
  }

  @Test func `a fade without a next shot, and one outside the shot, are none`() {
    let cut = SegmentStep(
      frames: .drawn(.fake(of: shot, beat: 0)), shot: shot,
      video: VideoSettings(width: 640, height: 360, frameRate: .film), encoder: "x264 1",
      nextPicture: nil, fadeFrames: 6, burn: nil,
      pictureFade: PictureFade(film: 0..<240, fadeIn: 1, fadeOut: 1, at: .film))
    #expect(cut.fadeFrames == 0 && cut.pictureFade == PictureFade())
    #expect(cut.inputs.map(\.name) == ["companion"])
  }

  @Test func `an animator without a manner has no seed in its keys`() {
    let step = SegmentStep(
      frames: .drawn(.fake(of: shot)), shot: shot,
      video: VideoSettings(width: 640, height: 360, frameRate: .film), encoder: "x264 1",
      nextPicture: nil, fadeFrames: 0, burn: nil)
    #expect(!Manifest(named: step).fields.contains { $0.name == "parameter seed" })
  }

  @Test func film() {
    let segments = [(SegmentStep.segment(of: shot), 40), (SegmentStep.segment(of: next), 48)]
    check(
      FilmStep(
        segments: segments, soundtrack: SoundtrackStep.soundtrack(), frameCount: 88,
        frameRate: .film,
        chapters: [.init(title: "Verse", frame: 0), .init(title: "Chorus", frame: 40)],
        title: "Song", artist: "Band", album: "Album", language: "en", cues: SubtitlesStep.cues()),
      [
        FieldChange("segments", "parameter order") { $0.segments.swapAt(0, 1) },
        FieldChange("segments", "parameter order") { $0.segments[0].frames = 41 },
        FieldChange("segments", "parameter order", "input segment verse.1/02") {
          $0.segments.removeLast()
        },
        FieldChange("soundtrack", "input soundtrack") {
          $0.soundtrack = SoundtrackStep.soundtrack(in: .rendition("shorts"))
        },
        FieldChange("frameCount", "parameter frames") { $0.frameCount = 89 },
        FieldChange("frameRate", "parameter fps") { $0.frameRate = FakeSong.otherRate },
        FieldChange("chapters", "parameter chapter at 40") { $0.chapters[1].title = "Bridge" },
        FieldChange("chapters", "parameter chapter at 41", "parameter chapter at 40") {
          $0.chapters[1].frame = 41
        },
        FieldChange("title", "parameter title") { $0.title = "Another" },
        FieldChange("artist", "parameter artist") { $0.artist = nil },
        FieldChange("album", "parameter album") { $0.album = nil },
        FieldChange("language", "parameter language") { $0.language = "de" },
        FieldChange("cues", "input words") { $0.cues = nil },
      ])
  }

  @Test func poster() {
    check(
      PosterStep(picture: Keyframe.picture(of: shot)),
      [FieldChange("picture", "input image") { $0.picture = Keyframe.picture(of: self.next) }])
  }

  @Test func `contact sheet`() {
    func entry(_ shot: Shot, _ time: Seconds) -> ContactSheetStep.Entry {
      ContactSheetStep.Entry(
        picture: Keyframe.picture(of: shot), note: Keyframe.note(of: shot), time: time,
        shot: shot.name)
    }
    let (shot, next) = (shot, next)
    check(
      ContactSheetStep(
        title: "Song", artist: "Band", length: 4, entries: [entry(shot, 0), entry(next, 2)],
        aspect: 1.5, typeface: FakeSong.typeface, pictureSize: 100), opening: ["typeface"],
      [
        FieldChange("title", "parameter title") { $0.title = "Another" },
        FieldChange("artist", "parameter artist") { $0.artist = nil },
        FieldChange("length", "parameter length") { $0.length = 5 },
        FieldChange("typeface.fonts", "parameter font", "parameter font face") {
          $0.typeface?.fonts = [FakeSong.collection]
        },
        FieldChange("typeface.bold", "parameter bold font") { $0.typeface?.bold = nil },
        FieldChange("entries", "parameter entry 1") { $0.entries[1].time = 3 },
        FieldChange("entries", "parameter entry 1") { $0.entries[1].shot = "verse.2/02" },
        FieldChange("entries", "parameter entry 0", "parameter entry 1") {
          $0.entries.swapAt(0, 1)
        },
        FieldChange(
          "entries", "parameter entry 1", "input image keyframe/verse.1/02",
          "input note keyframe/verse.1/02"
        ) { $0.entries.removeLast() },
        FieldChange("aspect", "parameter aspect") { $0.aspect = 1 },
        // For estimates alone: the pictures say themselves how large they are.
        FieldChange("pictureSize") { $0.pictureSize = 200 },
      ])
  }
}
