import Testing
import VoimoBase
import VoimoProject

/// What is written into `out/`, in which form.
@Suite struct OutputTests {
  private func outputs(_ yaml: String, profile: String? = nil) throws -> [Output] {
    try project("audio: a.mp3\noutputs: \(yaml)", profile: profile).outputs
  }

  private func rendition(_ yaml: String, file: String = "") throws -> (Project, Rendition) {
    let project = try project("audio: a.mp3\n\(file)\noutputs: [\(yaml)]")
    return (project, try #require(project.renditions.first))
  }

  @Test func `a word is the film, a format of subtitles, or a preset`() throws {
    let outputs = try outputs("[film, lrc, shorts, { thumbnail: 1:12.5 }]")
    #expect(outputs[0] == .film && outputs[1] == .subtitles(.lrc) && outputs.count == 4)
    guard case .rendition(let shorts) = outputs[2], case .thumbnail(let picture) = outputs[3] else {
      Issue.record("\(outputs)")
      return
    }
    #expect(shorts.preset == .shorts && shorts.name == "shorts" && shorts.clip == nil)
    #expect(picture.time == 72.5 && picture.name == "thumbnail")
    #expect(try project("audio: a.mp3").outputs == [.film])
  }

  @Test func `names are the presets', then numbered, and written ones come first`() throws {
    let project = try project(
      """
      audio: a.mp3
      outputs:
        - shorts
        - { preset: shorts, clip: chorus.1 }
        - { preset: square, name: shorts-2 }
        - { clip: bridge }
        - { name: tall, aspect: "9:16" }
        - gif
        - frames
        - { thumbnail: 1 }
        - { thumbnail: 2 }
      """)
    #expect(
      project.renditions.map(\.name) == [
        "shorts", "shorts-3", "shorts-2", "clip", "tall", "gif", "frames",
      ])
    #expect(
      project.renditions.map(\.fileEnding) == [
        ".shorts.mp4", ".shorts-3.mp4", ".shorts-2.mp4", ".clip.mp4", ".tall.mp4", ".gif",
        ".frames.zip",
      ])
    #expect(project.thumbnails.map(\.name) == ["thumbnail", "thumbnail-2"])
  }

  @Test func `all that can be said of a rendition is kept`() throws {
    let (_, said) = try rendition(
      """
      { preset: square, name: teaser, clip: chorus.2, aspect: "4:5", width: 720, fps: 30, \
      audio: vocals, subtitles: karaoke }
      """)
    #expect(said.preset == .square && said.name == "teaser")
    #expect(said.clip == .section(SectionID(label: "chorus", ordinal: 2)))
    #expect(said.aspect?.description == "4:5" && said.width == 720 && said.height == nil)
    #expect(said.fps == FrameRate(30) && said.sound == .vocals && said.words == .karaoke)
    let (_, karaoke) = try rendition("karaoke")
    #expect(karaoke.sound == .accompaniment && karaoke.words == .karaoke)
    let (_, clip) = try rendition("{ clip: 1:12-1:40 }")
    #expect(clip.clip == .range(72, 100) && clip.preset == .clip && clip.words == nil)
  }

  @Test(arguments: [
    ("shorts", "", [1080, 1920]), ("square", "", [1080, 1080]), ("canvas", "", [1080, 1920]),
    ("gif", "", [480, 270]), ("gif", "render: { aspect: \"9:16\" }", [480, 854]),
    ("karaoke", "", [1280, 720]),
    ("{ clip: a }", "render: { width: 1366, height: 768 }", [1366, 768]),
    ("{ clip: a, aspect: \"1:1\" }", "", [720, 720]), ("{ clip: a, width: 640 }", "", [640, 360]),
    ("{ preset: shorts, height: 1280 }", "", [720, 1280]),
    ("{ preset: shorts, aspect: \"4:5\" }", "", [1080, 1350]),
    ("{ preset: square, width: 600, height: 500 }", "", [600, 500]),
  ])
  func `sizes follow from what is said, the preset and the film`(
    yaml: String, file: String, size: [Int]
  ) throws {
    let (project, rendition) = try rendition(yaml, file: file)
    let found = project.size(of: rendition)
    #expect([found.width, found.height] == size)
  }

  @Test func `a draft is small and slow in every form`() throws {
    let file = "audio: a.mp3\noutputs: [shorts, square, gif, { clip: a, width: 1920, fps: 60 }]"
    let draft = try project(file, profile: "draft")
    #expect(
      draft.renditions.map { draft.size(of: $0) }.map { [$0.width, $0.height] } == [
        [270, 480], [270, 270], [480, 270], [480, 270],
      ])
    #expect(draft.renditions.map { draft.frameRate(of: $0).framesPerSecond } == [12, 12, 12, 12])
    let full = try project(file)
    #expect(full.renditions.map { full.frameRate(of: $0).framesPerSecond } == [24, 24, 12.5, 60])
  }

  @Test func `near words are told`() {
    check(
      """
      audio: a.mp3
      outputs:
        - 👉short👈
        - { preset: 👉canvass👈 }
        - { preset: 👉film👈 }
        - { preset: shorts, 👉clips👈: chorus }
        - { clip: 👉Chorus 2👈 }
        - { clip: 👉chorus.2/01👈 }
        - { clip: 👉1:40-1:12👈 }
        - { preset: karaoke, audio: 👉vocal👈 }
      """,
      says:
        "wrong-value: outputs[0] 'short' must be one of film, srt, vtt, lrc, ass, shorts, square, canvas, gif, frames, karaoke | did you mean 'shorts'?",
      "wrong-value: outputs[1].preset 'canvass' must be one of shorts, square, canvas, gif, frames, karaoke, clip | did you mean 'canvas'?",
      "wrong-value: outputs[2].preset 'film' must be one of shorts, square, canvas, gif, frames, karaoke, clip | film stands in the list by itself: [film]",
      "unknown-field: outputs[3].clips is not a field | did you mean 'clip'? (custom keys: prefix with x-)",
      "wrong-value: outputs[4].clip 'Chorus 2' must be a section or a time range | did you mean 'chorus.2'?",
      "wrong-value: outputs[5].clip 'chorus.2/01' is a shot | chorus.2, or a time range",
      "inverted-range: outputs[6].clip '1:40-1:12' ends before it starts | did you mean 1:12-1:40?",
      "wrong-value: outputs[7].audio 'vocal' must be one of song, accompaniment, vocals, none | did you mean 'vocals'?"
    )
  }

  @Test func `what does not go together is told`() {
    check(
      """
      audio: a.mp3
      outputs:
        - { 👉aspect👈: "1:1" }
        - { preset: 👉clip👈 }
        - { thumbnail: 1:00, clip: 👉chorus👈 }
        - { preset: canvas, audio: 👉song👈 }
        - { preset: gif, fps: 👉60👈, subtitles: 👉soft👈 }
        - { preset: square, width: 600, height: 500, aspect: 👉"1:1"👈 }
        - { preset: shorts, height: 👉64👈, aspect: "1:10" }
      """,
      says:
        "empty-output: outputs[0] does not say what to write | { preset: shorts }, { clip: chorus.1 } or { thumbnail: 1:12 }",
      "missing-field: outputs[1].clip is missing | { clip: chorus.1 }",
      "thumbnail-alone: outputs[2]: a thumbnail does not have clip | put it in an entry of its own",
      "no-sound: outputs[3]: canvas does not have sound | remove audio",
      "out-of-range: outputs[4]: gif shows at most 50 frames a second | 12.5 or 25",
      "soft-burned: outputs[4]: gif does not have a track for soft subtitles | subtitles: plain",
      "size-conflict: outputs[5]: 600×500 is not 1:1 | remove aspect, width or height",
      "out-of-range: outputs[6]: 6×64 is beyond 64 to 7680 pixels a side")
  }

  @Test func `no two outputs are one file`() {
    check(
      """
      audio: a.mp3
      outputs:
        - { preset: shorts, name: one }
        - { preset: square, name: 👉one👈 }
        - { preset: square, clip: chorus, name: 👉draft👈 }
        - { clip: bridge, name: 👉wide👈 }
        - { clip: verse, name: 👉poster👈 }
        - { clip: verse, name: 👉Two👈 }
        - gif
        - { 👉preset👈: gif }
      profiles: { wide: { seed: 2 } }
      """,
      says:
        "twice: outputs[1].name: another output is named 'one' | give one of them another name:",
      "taken-name: outputs[2].name: 'draft' is a profile, whose films are called so | choose another name",
      "taken-name: outputs[3].name: 'wide' is a profile, whose films are called so | choose another name",
      "taken-name: outputs[4].name: 'poster' is what another file of the film is called | choose another name",
      "wrong-value: outputs[5].name 'Two' must be a label: small letters, digits and - | did you mean 'two'?",
      "twice: outputs[7] is the same as the output 'gif' | keep one of them")
  }

  @Test func `a clip outside of the crop is no clip`() {
    check(
      """
      audio: a.mp3
      crop: 0:30-1:30
      outputs:
        - { clip: 👉0:20-0:40👈 }
        - { clip: 👉1:20-1:31👈 }
        - { clip: 0:30-1:30 }
        - { thumbnail: 👉1:31👈 }
      """,
      says:
        "clip-outside: outputs[0].clip 0:20-0:40 is not in the film, which shows 0:30 to 1:30 of the song",
      "clip-outside: outputs[1].clip 1:20-1:31 is not in the film, which shows 0:30 to 1:30 of the song",
      "clip-outside: outputs[3].thumbnail 1:31 is not in the film, which shows 0:30 to 1:30 of the song"
    )
    // Where the cuts move, only the song tells.
    check("audio: a.mp3\ncrop: { start: 30, end: 60, snap: bar }\noutputs: [{ clip: 0:29-0:40 }]")
  }

  @Test func `a length that a place does not take is a warning with the lengths`() {
    check(
      """
      audio: a.mp3
      outputs:
        - { preset: canvas, clip: 👉0:30-0:40👈 }
        - { preset: shorts, clip: 👉0:30-1:45.25👈 }
        - { preset: shorts, clip: 👉0:30-4:00👈 }
        - { preset: shorts, clip: 0:30-1:30 }
        - { preset: canvas, clip: 0:30-0:38.04 }
      """,
      says:
        "warning clip-length: output canvas is 10 s long; canvas takes 3 to 8 s | clip: a shorter or longer time range",
      "warning clip-length: output shorts is 75.3 s long, over 60 s: YouTube blocks Shorts over a minute whose music somebody has claimed",
      "warning clip-length: output shorts-2 is 210 s long; shorts takes 1 to 180 s | clip: a shorter or longer time range"
    )
  }
}

/// What the song shows of `outputs`.
@Suite struct ClipTests {
  private let song = TimedSection.numbered([
    TimedSection(name: "intro", start: 0, end: 10),
    TimedSection(name: "chorus", start: 10, end: 80),
    TimedSection(name: "verse", start: 80, end: 92),
    TimedSection(name: "chorus", start: 92, end: 140),
  ])

  private func part(
    _ output: String, film: ClosedRange<Seconds> = 0...140,
    sections: [TimedSection<SectionID>]? = nil
  ) throws -> [Double]? {
    let project = try project("audio: a.mp3\noutputs: [\(output)]")
    return try #require(project.renditions.first).part(sections: sections ?? song, film: film)
      .map { [$0.lowerBound.value, $0.upperBound.value] }
  }

  @Test func `a clip is what is written, inside of the film`() throws {
    #expect(try part("{ clip: verse }") == [80, 92])
    #expect(try part("{ clip: chorus.2 }") == [92, 140])
    #expect(try part("{ clip: chorus.2 }", film: 0...100) == [92, 100])
    #expect(try part("{ clip: chorus }", film: 85...140) == [92, 140])
    #expect(try part("{ clip: intro }", film: 10...140) == nil)
    #expect(try part("{ clip: 0:20-0:30.5 }") == [20, 30.5])
  }

  @Test func `a preset chooses for itself`() throws {
    #expect(try part("shorts") == [10, 70])
    #expect(try part("shorts", film: 75...140) == [75, 80])
    #expect(try part("canvas") == [10, 18])
    #expect(try part("gif") == [10, 14])
    #expect(try part("square", film: 5...100) == [5, 100])
    let verses = Array(song.filter { $0.name.label != "chorus" })
    #expect(try part("shorts", film: 0...140, sections: verses) == [0, 60])
    #expect(try part("canvas", film: 81...84, sections: verses) == [81, 84])
  }

  private func said(
    _ outputs: String, film: ClosedRange<Seconds>? = 0...140, guessable: Set<String>? = nil
  ) throws -> [String] {
    try project("audio: a.mp3\noutputs: [\(outputs)]").outputProblems(
      withSections: song, film: film, guessable: guessable
    ).map(line)
  }

  @Test func `a section that the song does not have is near another`() throws {
    let there = "Sections: intro.1, chorus.1, verse.1, chorus.2"
    #expect(
      try said("film, { clip: chorous }, { clip: verse }") == [
        "unknown-section: outputs[1].clip: this song has no section 'chorous'. \(there) | did you mean 'chorus'?"
      ])
    #expect(
      try said("{ clip: chorus.3 }") == [
        "unknown-section: outputs[0].clip: this song has no section 'chorus.3'. \(there) | did you mean 'chorus.1'?"
      ])
    // What was heard is a guess, and a guess does not fail a build.
    #expect(
      try said("{ clip: bridge }, { clip: chorus.3 }", guessable: ["bridge", "chorus"]) == [
        "warning section-not-heard: outputs[0].clip: no section of this song was heard as 'bridge', so this output is not made. \(there)",
        "warning section-not-heard: outputs[1].clip: no section of this song was heard as 'chorus.3', so this output is not made. \(there)",
      ])
    #expect(try said("{ clip: chorus.3 }", film: nil).count == 1)
  }

  @Test func `a label that is never heard is an error at once`() throws {
    let project = try project("audio: a.mp3\noutputs: [{ clip: chorous.2 }, { clip: verse }]")
    #expect(
      project.unhearableClips(guessable: Set(Project.heardLabels)).map(line) == [
        "unknown-section: outputs[0].clip: no section is ever heard as 'chorous'. Labels: intro, verse, pre-chorus, chorus, bridge, inst, solo, break, outro | did you mean 'chorus'?"
      ])
  }

  @Test func `lengths are judged once the song is known`() throws {
    #expect(
      try said("{ preset: canvas, clip: verse }, { preset: shorts, clip: chorus }, canvas") == [
        "warning clip-length: output canvas is 12 s long; canvas takes 3 to 8 s | clip: a shorter or longer time range",
        "warning clip-length: output shorts is 70 s long, over 60 s: YouTube blocks Shorts over a minute whose music somebody has claimed",
      ])
    #expect(
      try said("{ clip: intro }", film: 10...140) == [
        "clip-outside: outputs[0].clip intro is not in the film: the crop leaves it out"
      ])
  }

  @Test func `times after the song's end are errors where they stand`() throws {
    let project = try project(
      "audio: a.mp3\noutputs: [{ clip: 1:00-2:30 }, { clip: 0:01-2:20 }, { thumbnail: 3:00 }]")
    let said = project.outputProblems(withDuration: 140)
    #expect(
      said.map(line) == [
        "clip-outside: outputs[0].clip 1:00-2:30 is outside the song, which is 2:20 long",
        "clip-outside: outputs[2].thumbnail 3:00 is outside the song, which is 2:20 long",
      ])
    #expect(said[0].span == SourceSpan(line: 2, column: 19, length: 9))
  }
}
