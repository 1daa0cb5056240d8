import Testing
import VoimoBase
import VoimoEngine
import VoimoLyrics
import VoimoMedia
import VoimoProject
import VoimoStages

/// The keys of the steps that listen to the song and read its words: field by field.
@Suite struct SongStepKeyTests {
  @Test func audio() {
    check(
      AudioStep(reading: .inProcess, stream: 0),
      [
        FieldChange("reading") { $0.reading = .ownChild },
        FieldChange("stream", "parameter stream") { $0.stream = 1 },
      ])
    let plain = Manifest(named: AudioStep(reading: .inProcess))
    let first = Manifest(named: AudioStep(reading: .inProcess, stream: 0))
    // The file's own choice is not its first stream.
    #expect(plain.key != first.key)
    #expect(plain.fields.map(\.name) == ["kind", "version", "parameter format", "input source"])
  }

  @Test func features() {
    check(
      FeaturesStep(listener: FakeListener()),
      [
        FieldChange("listener", "parameter listener") {
          $0.listener = FakeListener(identity: BackendIdentity(type: "ears", behaviour: 1))
        }
      ])
  }

  @Test func sections() {
    check(
      HeardSectionsStep(finder: FakeFinder()),
      [
        FieldChange("finder", "parameter finder version") {
          $0.finder = FakeFinder(identity: BackendIdentity(type: "fake finder", behaviour: 2))
        }
      ])
  }

  @Test func stems() {
    check(
      StemsStep(separator: FakeSeparator()),
      [
        FieldChange("separator", "parameter separator model") {
          $0.separator = FakeSeparator(
            identity: BackendIdentity(
              type: "fake separator", behaviour: 1, models: [ModelIdentity(name: "abc")]))
        }
      ])
  }

  @Test func waveform() {
    check(
      WaveformStep(title: "Song", typeface: FakeSong.typeface), opening: ["typeface"],
      [
        FieldChange("title", "parameter title") { $0.title = "Another" },
        FieldChange("typeface.fonts", "parameter font", "parameter font face") {
          $0.typeface?.fonts = [FakeSong.collection]
        },
        FieldChange("typeface.fonts", "parameter font 2", "parameter font 2 face") {
          $0.typeface?.fonts.append(FakeSong.collection)
        },
        FieldChange("typeface.bold", "parameter bold font", "parameter bold font face") {
          $0.typeface?.bold = FakeSong.collection
        },
        FieldChange("typeface.bold", "parameter bold font") { $0.typeface?.bold = nil },
      ])
  }

  private func declared(_ label: String, _ start: Seconds, line: Int = 1) -> DeclaredSection {
    DeclaredSection(
      label: label, start: start, file: "voimo.yaml", span: SourceSpan(line: line, column: 1))
  }

  @Test func `declared structure`() {
    let step = StructureStep(.declared([declared("verse", 0), declared("chorus", 8)]))
    check(
      step,
      [
        FieldChange("source", "parameter section 2") {
          $0.source = .declared([self.declared("verse", 0), self.declared("chorus", 8.5)])
        },
        FieldChange("source", "parameter section 1") {
          $0.source = .declared([self.declared("intro", 0), self.declared("chorus", 8)])
        },
        FieldChange("source", "parameter section 2") {
          $0.source = .declared([self.declared("verse", 0)])
        },
        // Where a section is written does not matter, nor in which file.
        FieldChange("source") {
          $0.source = .declared([
            self.declared("verse", 0, line: 7), self.declared("chorus", 8, line: 9),
          ])
        },
        FieldChange(
          "source", "input sections", "parameter section 1", "parameter section 2", "input audio"
        ) { $0.source = .heard },
      ])
  }

  @Test func `heard structure`() {
    check(
      StructureStep(.heardWithWords(FakeFinder())),
      [
        FieldChange("source", "parameter finder version") {
          $0.source = .heardWithWords(
            FakeFinder(identity: BackendIdentity(type: "fake finder", behaviour: 2)))
        },
        FieldChange(
          "source", "input sections", "parameter finder", "parameter finder version",
          "input features", "input repeats"
        ) { $0.source = .heard },
      ])
  }

  @Test func lyrics() {
    check(
      LyricsStep(
        name: "words.txt", offset: 0, encoding: TextEncoding("utf-8"),
        aligning: LyricsStep.Aligning(
          aligner: .hearing(FakeAligner()), sections: HeardSectionsStep.sections)),
      opening: ["aligning"],
      [
        // The name tells formats apart and is said in messages; only its ending is part of the key.
        FieldChange("name") { $0.name = "other.TXT" },
        FieldChange("name", "parameter format") { $0.name = "words.lrc" },
        FieldChange("offset", "parameter offset") { $0.offset = 0.25 },
        FieldChange("encoding", "parameter encoding") { $0.encoding = nil },
        FieldChange("aligning.aligner", "parameter aligner version") {
          $0.aligning?.aligner = .hearing(
            FakeAligner(identity: BackendIdentity(type: "fake aligner", behaviour: 2)))
        },
        FieldChange(
          "aligning.aligner", "parameter aligner", "input audio",
          "input beats", "input sections", "input signals"
        ) { $0.aligning?.aligner = .sound(FakeSongAligner()) },
        // Who goes by what was heard knows no words of any language.
        FieldChange("aligning.language") { $0.aligning?.language = "de" },
        FieldChange("aligning.sections", "input sections") {
          $0.aligning?.sections = StructureStep.structure
        },
        FieldChange(
          "aligning.sections", "parameter aligner", "parameter aligner version", "input beats",
          "input sections", "input signals"
        ) { $0.aligning = nil },
      ])
  }

  @Test func `lyrics by the sound`() {
    check(
      LyricsStep(
        name: "words.txt", offset: 0,
        aligning: LyricsStep.Aligning(
          aligner: .sound(FakeSongAligner()), sections: HeardSectionsStep.sections)),
      opening: ["aligning"],
      [
        FieldChange("name") { $0.name = "other.TXT" },
        FieldChange("offset", "parameter offset") { $0.offset = 0.25 },
        FieldChange("encoding", "parameter encoding") { $0.encoding = TextEncoding("utf-8") },
        FieldChange("aligning.aligner", "parameter aligner version") {
          $0.aligning?.aligner = .sound(
            FakeSongAligner(identity: BackendIdentity(type: "fake by sound", behaviour: 2)))
        },
        FieldChange("aligning.language", "parameter language") { $0.aligning?.language = "de" },
        // Words are heard in the song, wherever its sections are.
        FieldChange("aligning.sections") {
          $0.aligning?.sections = StructureStep.structure
        },
      ])
  }

  @Test func transcript() {
    check(
      TranscriptStep(transcriber: FakeTranscriber(), language: "en", name: "song.flac"),
      [
        FieldChange("transcriber", "parameter transcriber version") {
          $0.transcriber = FakeTranscriber(
            identity: BackendIdentity(type: "fake transcriber", behaviour: 2))
        },
        FieldChange("transcriber", "parameter hears", "input vocals", "input signals") {
          $0.transcriber = FakeTranscriber(hears: .vocals)
        },
        FieldChange("language", "parameter language") { $0.language = nil },
        // Said in messages alone.
        FieldChange("name") { $0.name = "other.flac" },
      ])
  }

  @Test func `lyrics of a transcript`() {
    check(
      HeardLyricsStep(aligner: .hearing(FakeAligner()), language: "en"),
      [
        FieldChange(
          "aligner", "parameter aligner", "parameter aligner version", "parameter language",
          "input audio"
        ) { $0.aligner = .sound(FakeSongAligner()) },
        FieldChange("language") { $0.language = nil },
      ])
  }

  @Test func lines() {
    check(LinesStep(), [])
    #expect(LinesStep().inputs.map(\.name) == ["lyrics", "structure"])
  }

  @Test func subtitles() {
    var style = SubtitleStyle(width: 640, height: 360)
    style.fontName = "Serif"
    check(
      SubtitlesStep(style: style, burnsIn: false, title: "Song", artist: "Band"),
      opening: ["style"],
      [
        FieldChange("style.kind", "parameter style.kind") { $0.style.kind = .karaoke },
        FieldChange("style.position", "parameter style.position") { $0.style.position = .top },
        FieldChange("style.width", "parameter style.width") { $0.style.width = 642 },
        FieldChange("style.height", "parameter style.height") { $0.style.height = 362 },
        FieldChange("style.fontName", "parameter style.font") { $0.style.fontName = "Sans" },
        FieldChange("style.relativeSize", "parameter style.size") {
          $0.style.relativeSize = 0.07
        },
        FieldChange("style.sung", "parameter style.sung") { $0.style.sung = Color(1, 2, 3) },
        FieldChange("style.unsung", "parameter style.unsung") { $0.style.unsung = Color(1, 2, 3) },
        FieldChange("style.outline", "parameter style.outline") {
          $0.style.outline = Color(1, 2, 3)
        },
        FieldChange("style.shadow", "parameter style.shadow") {
          $0.style.shadow = Color(0, 0, 0, opacity: 131)
        },
        FieldChange("burnsIn", "parameter burned in") { $0.burnsIn = true },
        FieldChange("frames", "parameter start frame", "parameter end frame") { $0.frames = 2..<9 },
        FieldChange("title", "parameter title") { $0.title = "Another" },
        FieldChange("artist", "parameter artist") { $0.artist = nil },
        // No artist is not the empty one.
        FieldChange("artist", "parameter artist") { $0.artist = "" },
      ])
  }

  @Test func shots() {
    check(
      ShotsStep(
        cutting: ShotCutting(length: .bars(2), shortest: 1, longest: 8), frameRate: .film,
        cropStart: 2, cropEnd: 14, snap: .beat, cuts: [5, 7]), opening: ["cutting"],
      [
        FieldChange("cutting.length", "parameter shots.length") { $0.cutting.length = .beats(2) },
        FieldChange("cutting.length", "parameter shots.length") { $0.cutting.length = .seconds(2) },
        FieldChange("cutting.length", "parameter shots.length") { $0.cutting.length = .bars(3) },
        FieldChange("cutting.shortest", "parameter shots.min") { $0.cutting.shortest = 1.5 },
        FieldChange("cutting.longest", "parameter shots.max") { $0.cutting.longest = 9 },
        FieldChange("frameRate", "parameter fps") { $0.frameRate = FakeSong.otherRate },
        FieldChange("cropStart", "parameter crop.start") { $0.cropStart = nil },
        // The song's start is not said; zero is.
        FieldChange("cropStart", "parameter crop.start") { $0.cropStart = 0 },
        FieldChange("cropEnd", "parameter crop.end") { $0.cropEnd = 14.25 },
        FieldChange("snap", "parameter crop.snap") { $0.snap = .downbeat },
        FieldChange("cuts", "parameter cut 2") { $0.cuts = [5, 7.5] },
        FieldChange("cuts", "parameter cut 2") { $0.cuts = [5] },
      ])
  }

  @Test func `cuts are the same in any order`() {
    func step(_ cuts: [Seconds]) -> ShotsStep {
      ShotsStep(
        cutting: ShotCutting(length: .bars(2), shortest: 1, longest: 8), frameRate: .film,
        cropStart: nil, cropEnd: nil, snap: .none, cuts: cuts)
    }
    #expect(Manifest(named: step([7, 5])) == Manifest(named: step([5, 7])))
  }

  @Test func soundtrack() {
    check(
      SoundtrackStep(
        start: 24, end: 240, frameRate: .film, fadeIn: 1, fadeOut: 2, bitRate: 192_000,
        effort: .quick, encoder: "aac 1"),
      [
        FieldChange("sound", "input audio") { $0.sound = StemsStep.accompaniment },
        FieldChange("start", "parameter start frame") { $0.start = 25 },
        FieldChange("end", "parameter end frame") { $0.end = 241 },
        FieldChange("frameRate", "parameter fps") { $0.frameRate = FakeSong.otherRate },
        FieldChange("fadeIn", "parameter fade_in") { $0.fadeIn = 1.5 },
        FieldChange("fadeOut", "parameter fade_out") { $0.fadeOut = 0 },
        FieldChange("bitRate", "parameter bit rate") { $0.bitRate = 128_000 },
        FieldChange("effort", "parameter effort") { $0.effort = .thorough },
        FieldChange("encoder", "parameter encoder") { $0.encoder = "aac 2" },
      ])
  }
}
