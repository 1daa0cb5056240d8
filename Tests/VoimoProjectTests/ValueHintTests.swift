import Testing
import VoimoBase
import VoimoProject

/// Single values as people write them who mean the right thing.
@Suite struct ValueHintTests {
  @Test(arguments: [
    ("subtitles: { size: 👉6%👈 }", "subtitles.size '6%' must be a number from 1 to 20 | write 6"),
    (
      "subtitles: { size: 👉\"5,5\"👈 }",
      "subtitles.size '5,5' must be a number from 1 to 20 | write 5.5"
    ),
    (
      "render: { height: 👉720p👈 }",
      "render.height '720p' must be a whole number from 64 to 7680 | write 720"
    ),
    (
      "render: { width: 👉\"1,280\"👈 }",
      "render.width '1,280' must be a whole number from 64 to 7680 | write 1280"
    ),
    (
      "render: { width: 👉1280px👈 }",
      "render.width '1280px' must be a whole number from 64 to 7680 | write 1280"
    ),
    ("seed: 👉42.0👈", "seed '42.0' must be a whole number from 0 to 9007199254740991 | write 42"),
    (
      "seed: 👉1_000👈", "seed '1_000' must be a whole number from 0 to 9007199254740991 | write 1000"
    ),
    ("motion: { beat: 👉50%👈 }", "motion.beat '50%' must be a number from 0 to 1"),
    (
      "motion: { rotate: 👉12°👈 }",
      "motion.rotate '12°' must be a number from -720 to 720 | write 12"
    ),
  ]) func `a number with something around it is given back bare`(yaml: String, said: String) {
    check("audio: a.mp3\n\(yaml)", says: "wrong-value: \(said)")
  }

  @Test(arguments: [
    ("seed: 👉42\u{A0}👈", "seed '42‹U+00A0›'", "it holds the no-break space (U+00A0): write 42"),
    (
      "render: { aspect: 👉16：9👈 }", "render.aspect '16：9'",
      "it holds the full-width ： (U+FF1A): write 16:9"
    ),
    (
      "crop: { snap: 👉“bar”👈 }", "crop.snap '“bar”'",
      "it holds the typographic quote “ (U+201C): write bar"
    ),
    ("crop: { end: 👉１:30👈 }", "crop.end '１:30'", "it holds the full-width １ (U+FF11): write 1:30"),
    (
      "subtitles: 👉karaoke\u{200B}👈", "subtitles 'karaoke‹U+200B›'",
      "it holds the zero-width space (U+200B): write karaoke"
    ),
    (
      "crop: { fade_in: 👉2\u{2009}s👈 }", "crop.fade_in '2‹U+2009›s'",
      "it holds the thin space (U+2009): write 2 s"
    ),
    (
      "lyrics: { file: a.txt, offset: 👉−40ms👈 }", "lyrics.offset '−40ms'",
      "it holds the dash − (U+2212): write -40ms"
    ),
    ("song: { language: 👉\"en \"👈 }", "song.language 'en '", "remove the blank: en"),
  ]) func `a character that only looks right is named`(yaml: String, what: String, hint: String) {
    let (text, _) = (yaml, 0)
    let said = messages("audio: a.mp3\n" + text)
    #expect(said.count == 1)
    #expect(said.first?.text.hasPrefix("\(what) must be") == true, "\(said)")
    let number = what.hasPrefix("seed")
    #expect(said.first?.hint == (number ? "write 42" : hint), "\(said)")
  }

  @Test(arguments: [
    ("crop: 👉abc👈", "crop 'abc' is not a time range | write it as 0:30-1:00"),
    (
      "crop: { fade_out: 👉2b👈 }",
      "crop.fade_out must be in seconds, milliseconds or frames, not beats | 2s, 40ms or 12f"
    ),
    (
      "shots: { min: 👉1bar👈 }",
      "shots.min must be in seconds, milliseconds or frames, not bars | 2s, 40ms or 12f"
    ),
    ("crop: { end: 👉90s👈 }", "crop.end '90s' must be a time of the song or 'end' | write 90"),
    (
      "subtitles: 👉no👈",
      "subtitles 'no' must be one of none, soft, plain, karaoke | did you mean 'none'?"
    ),
    (
      "crop: { snap: 👉off👈 }",
      "crop.snap 'off' must be one of none, beat, downbeat, bar | did you mean 'none'?"
    ),
    ("subtitles: { burn: 👉on👈 }", "subtitles.burn 'on' must be true or false | write true"),
    ("render: { aspect: 👉16x9👈 }", "render.aspect '16x9' must be a shape | write \"16:9\""),
    (
      "subtitles: { color: 👉ff0000👈 }",
      "subtitles.color 'ff0000' must be a color in quotes | \"#ff0000\""
    ),
    ("theme: 👉true👈", "theme 'true' must be text | put it in quotes if you mean the word"),
  ]) func `a value that is nearly right says what would be`(yaml: String, said: String) {
    check("audio: a.mp3\n\(yaml)", says: "wrong-value: \(said)")
  }

  @Test(arguments: [
    (
      "outputs: 👉banana👈",
      "a list | a list of: one of film, srt, vtt, lrc, ass, shorts, square, canvas, gif, frames, "
        + "karaoke"
    ),
    ("outputs: 👉film, srt👈", "a list | [film, srt]"), ("outputs: 👉lrc👈", "a list | [lrc]"),
    ("song:\n  👉-👈 title: Rain", "a mapping (key: value) | remove the '- ' in front of the keys"),
    ("render: 👉[👈24]", "a mapping (key: value) | remove the '- ' or the brackets"),
    ("theme: 👉[👈sea]", "text | remove the '- ' or the brackets"),
    (
      "sections: 👉chorus👈",
      "a mapping of sections and what to change in them | chorus: { prompt: … }"
    ),
  ]) func `a value of another shape says what shape is wanted`(yaml: String, said: String) {
    let field = yaml.prefix { $0 != ":" }
    check("audio: a.mp3\n\(yaml)", says: "wrong-shape: \(field) must be \(said)")
  }

  @Test(arguments: [
    ("motion: { zoom: 👉1 + beat👈 }", "motion.zoom is an expression"),
    ("motion: { pan_x: 👉\"0:(1), 9:(2)\"👈 }", "motion.pan_x is a schedule of keyframes"),
  ]) func `only motion has expressions to come`(yaml: String, said: String) {
    let messages = messages("audio: a.mp3\n" + yaml)
    #expect(messages.map(\.id) == ["not-built-yet"])
    #expect(messages.first?.text == "\(said), which is not built yet")
    #expect(messages.first?.hint?.contains("motion.preset") == true)
    #expect(
      self.messages("audio: a.mp3\nsubtitles: { size: 1 + 2 }").map(\.id) == ["wrong-value"])
  }

  @Test(arguments: [
    ("theme: #night", "theme", "#night"), ("song: { title: a }\nartist:  #1", "artist", "#1"),
    ("subtitles:\n  color: #fff", "subtitles.color", "#fff"),
  ]) func `a value that became a comment is told from one that is missing`(
    yaml: String, path: String, word: String
  ) {
    let said = messages("audio: a.mp3\n" + yaml)
    #expect(said.map(\.text) == ["\(path) does not have a value"])
    #expect(said.first?.hint == "a # begins a comment: quote it: \"\(word)\"")
    let missing = messages("audio: a.mp3\ntheme:  # to be found\nseed: 1")
    #expect(missing.first?.hint == "write one, or remove the line")
  }

  @Test(arguments: [
    "[\"+fog\", night]", "[night, '+ fog']", "[+fog]",
  ]) func `words to add cannot stand in a list`(list: String) {
    for path in ["prompt", "sections: { chorus: { prompt"] {
      let close = path == "prompt" ? "" : " } }"
      let said = messages("audio: a.mp3\n\(path): \(list)\(close)")
      #expect(said.count == 1)
      #expect(
        said.first?.text.hasSuffix("begins with +, which adds to a prompt; a list replaces it")
          == true, "\(said)")
    }
  }

  @Test(arguments: ["true", "no", "False", "off", "y"])
  func `a label that YAML may take for a truth value is to be quoted`(label: String) throws {
    let said = messages("audio: a.mp3\nstructure: [{ label: \(label), start: 0 }]")
    #expect(
      said.map(\.text) == ["structure[0].label '\(label)' is a truth value to YAML"], "\(said)")
    #expect(said.first?.hint?.contains("\"\(label.lowercased())\"") == true)
    let quoted = try project(
      "audio: a.mp3\nstructure: [{ label: \"\(label.lowercased())\", start: 0 }]")
    #expect(quoted.structure?.first?.label == label.lowercased())
  }

  @Test(arguments: [
    ("structure: []", "structure is empty; it takes 1 to 2000 sections"),
    ("outputs: []", "outputs is empty; it takes 1 to 32 outputs"),
    ("prompt: []", "prompt is empty; it takes 1 to 16 prompts"),
  ]) func `an empty list says what it takes`(yaml: String, said: String) {
    #expect(messages("audio: a.mp3\n" + yaml).map(\.text) == [said])
  }

  @Test func `a profile's own file is shown at the profile's line`() throws {
    let project = try project(
      "audio: a.mp3\nlyrics: a.txt\nprofiles:\n  x: { audio: b.mp3, lyrics: { offset: 1s } }",
      profile: "x")
    #expect(project.audio.path == "b.mp3")
    #expect(project.span(of: "audio") == SourceSpan(line: 4, column: 15, length: 5))
    #expect(project.span(of: "audio.file") == SourceSpan(line: 4, column: 15, length: 5))
    #expect(project.span(of: "lyrics.file") == SourceSpan(line: 2, column: 9, length: 5))
  }

  private func messages(_ marked: String) -> [Diagnostic.Message] {
    let yaml = marked.filter { $0 != "👉" && $0 != "👈" }
    return Project.parse(SourceText(name: "voimo.yaml", text: yaml), profile: nil).1.map(\.message)
  }
}
