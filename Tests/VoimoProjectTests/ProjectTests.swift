import Testing
import VoimoBase
import VoimoProject

@Suite struct ProjectTests {
  @Test func `a typical file becomes values`() throws {
    let project = try project(
      """
      version: 1
      audio: midnight-run.flac
      song: { title: Midnight Run, artist: Ada and the Clocks, language: no }
      lyrics: { file: midnight-run.txt, offset: -40ms }
      crop: { start: "0:00", end: "2:45.5", snap: downbeat, fade_out: 2s, fade_in: 12f }
      theme: empty coastal highway at night
      artist: Edward Hopper
      negative_prompt: text, watermark
      seed: 42
      render: { aspect: 16:9, height: 540, fps: 24 }
      motion: { preset: slow-push, zoom: 1.02 }
      sections:
        chorus: { prompt: car racing, motion: fly-through }
        chorus.3: { theme: sunrise, take: 2, seed: 9 }
        1:48-2:04: { prompt: ["slow rain", "clear sky"] }
      subtitles: karaoke
      outputs: [film, lrc]
      structure:
        - { label: intro, start: 0 }
        - { label: verse, start: 0:27.8 }
      shots: { length: 8b, min: 500ms }
      """)
    #expect(project.audio.path == "midnight-run.flac")
    #expect(project.song.language == "no")
    #expect(project.lyrics == LyricsSource(path: "midnight-run.txt", offset: -0.04))
    #expect(project.crop.start == 0)
    #expect(project.crop.end == 165.5)
    #expect(project.crop.snap == .downbeat)
    #expect(project.crop.fadeOut == 2)
    #expect(project.crop.fadeIn == 0.5)
    #expect(project.seed == 42)
    #expect(project.render.width == 960)
    #expect(project.render.height == 540)
    #expect(project.motion.rates.zoom == 1.02)
    #expect(project.motion.rates.push == MotionPreset.slowPush.rates.push)
    #expect(
      project.sections.map(\.selector) == [
        .label("chorus"), .section(SectionID(label: "chorus", ordinal: 3)), .range(108, 124),
      ])
    #expect(project.sections[2].prompt == .travel(["slow rain", "clear sky"]))
    #expect(project.subtitles.style == .karaoke)
    #expect(project.subtitles.burnedIn)
    #expect(project.outputs == [.film, .subtitles(.lrc)])
    #expect(project.structure?.map(\.label) == ["intro", "verse"])
    #expect(project.structure?.map(\.start) == [0, 27.8])
    #expect(project.shots.length == .beats(8))
    #expect(project.shots.min == 0.5)
    #expect(project.shots.max == 8)
  }

  @Test func `five lines are enough`() throws {
    let project = try project("audio: song.mp3")
    #expect(project.crop == Crop())
    #expect(project.render == RenderSettings())
    #expect(project.seed == Project.defaultSeed)
    #expect(project.outputs == [.film])
    #expect(project.lyrics == nil)
    #expect(project.profiles == ["draft"])
  }

  @Test(arguments: [
    ("0:30-1:00", 30.0, 60.0), ("30-60.5", 30, 60.5), ("\"0:30 – 1:00\"", 30, 60),
    ("{ end: 1:02:03.25 }", nil, 3723.25), ("{ start: start, end: end }", nil, nil),
    ("{ start: '90' }", 90, nil),
  ]) func `crops are read`(text: String, start: Double?, end: Double?) throws {
    let crop = try project("audio: a.mp3\ncrop: \(text)").crop
    #expect(crop.start == start.map { Seconds($0) })
    #expect(crop.end == end.map { Seconds($0) })
  }

  @Test(arguments: ["1:75", "1:2:3:4", "-3", "1:", "a", "1:075", "1e9", "0x10", "١:٣٠"])
  func `what is no time is refused`(text: String) {
    #expect(ProjectTime.time(text) == nil)
  }

  @Test(arguments: [
    ("24", 24, 1), ("30000/1001", 30000, 1001), ("23.976", 24000, 1001), ("29.97", 30000, 1001),
    ("12.5", 25, 2), ("'60'", 60, 1),
  ]) func `frame rates are exact`(text: String, numerator: Int, denominator: Int) throws {
    let rate = try project("audio: a.mp3\nrender: { fps: \(text) }").render.fps
    #expect(rate == FrameRate(numerator, over: denominator))
  }

  @Test(arguments: [
    ("{}", 1280, 720), ("{ aspect: 9:16 }", 720, 1280), ("{ aspect: 1:1 }", 720, 720),
    ("{ width: 1000 }", 1000, 562), ("{ height: 240 }", 426, 240),
    ("{ width: 640, height: 480 }", 640, 480), ("{ aspect: '2.39:1', height: 800 }", 1912, 800),
    ("{ width: 1920, height: 1080, aspect: 16:9 }", 1920, 1080),
  ]) func `sizes are worked out, always even`(text: String, width: Int, height: Int) throws {
    let render = try project("audio: a.mp3\nrender: \(text)").render
    #expect([render.width, render.height] == [width, height])
  }

  @Test func `fields that contradict each other are shown together`() {
    check(
      """
      audio: song.mp3
      crop: 👉1:00-0:30👈
      structure:
        - { label: intro, start: 0:10 }
        - { label: verse, start: 👉0:10👈 }
      shots: { min: 4s, max: 👉2s👈 }
      render: { width: 640, height: 480, aspect: 👉16:9👈 }
      sections:
        1:48-2:04: { prompt: rain }
        👉"2:00-2:10"👈: { prompt: snow }
        👉3:00-2:50👈: { prompt: hail }
      subtitles: { style: soft, burn: 👉true👈 }
      """,
      says: "inverted-crop: crop 1:00-0:30 ends before it starts | did you mean 0:30-1:00?",
      "structure-order: structure: verse at 0:10 does not begin after 0:10, where the section before it does | put sections in the order of the song",
      "shot-lengths: shots.max 0:02 is below shots.min 0:04 | shots: { length: 2bar, min: 1s, max: 8s }",
      "size-conflict: render: 640×480 is not 16:9 | remove aspect, width or height",
      "overlapping-sections: sections '1:48-2:04' and '2:00-2:10' overlap by 4.00 s | one moment can have one override by time",
      "inverted-range: sections '3:00-2:50' ends before it starts",
      "soft-burned: subtitles: soft subtitles are a track of the film and cannot be burned in | style: plain"
    )
  }

  @Test(arguments: [
    ("chorus.0", nil), ("Chorus 2", "chorus.2"), ("chorus2x.01", "chorus2x.1"),
    ("Pre Chorus", "pre-chorus"),
    ("VERSE", "verse"), ("a.b.c", nil),
  ]) func `what chooses no section says what would`(key: String, repaired: String?) {
    let hint =
      repaired.map { "did you mean '\($0)'?" }
      ?? "chorus (every one), chorus.2 (the second), chorus.2/03 (a shot) or \"1:48-2:04\""
    check(
      "audio: a.mp3\nsections: { 👉\(key)👈: { prompt: rain } }",
      says: "not-a-section: sections: '\(key)' is neither a section nor a time range | \(hint)")
  }

  @Test func `places of values and names are kept`() throws {
    let project = try project("audio: a.mp3\ncrop: {end: \"2:45.5\"}\noutputs: [film, lrc]")
    #expect(project.span(of: "crop.end") == SourceSpan(line: 2, column: 13, length: 8))
    #expect(project.keySpan(of: "crop.end") == SourceSpan(line: 2, column: 8, length: 3))
    #expect(project.span(of: "outputs[1]") == SourceSpan(line: 3, column: 17, length: 3))
    #expect(project.span(of: "seed") == nil)
  }

  @Test func `a short form answers for its parts`() throws {
    let project = try project("crop: 0:30-1:00\naudio: a.mp3")
    #expect(project.span(of: "crop.end") == SourceSpan(line: 1, column: 7, length: 9))
    #expect(project.span(of: "audio.file") == SourceSpan(line: 2, column: 8, length: 5))
  }

  @Test(arguments: [
    ("none", false), ("soft", false), ("plain", true), ("karaoke", true),
    ("{ style: karaoke, burn: false }", false),
  ]) func `some styles are burned in`(text: String, burned: Bool) throws {
    #expect(try project("audio: a.mp3\nsubtitles: \(text)").subtitles.burnedIn == burned)
  }
}
