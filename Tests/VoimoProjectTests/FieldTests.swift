import Testing
import VoimoProject

@Suite struct FieldTests {
  @Test func `an unknown field is named with its near miss`() {
    check(
      "audio: song.mp3\nmotion: { 👉zom👈: 1.1 }",
      says:
        "unknown-field: motion.zom is not a field | did you mean 'zoom'? (custom keys: prefix with x-)"
    )
  }

  @Test func `a field in another style of writing is recognised`() {
    check(
      "audio: song.mp3\n👉negative-prompt👈: text\ncrop:\n  👉fadeOut👈: 2s",
      says:
        "unknown-field: negative-prompt is not a field | did you mean 'negative_prompt'? (custom keys: prefix with x-)",
      "unknown-field: crop.fadeOut is not a field | did you mean 'fade_out'? (custom keys: prefix with x-)"
    )
  }

  @Test func `a field in the wrong place is sent home`() {
    check(
      "audio: song.mp3\n👉fps👈: 24\nrender: { 👉burn👈: true }",
      says:
        "unknown-field: fps is not a field | did you mean 'render.fps'? (custom keys: prefix with x-)",
      "unknown-field: render.burn is not a field | did you mean 'subtitles.burn'? (custom keys: prefix with x-)"
    )
  }

  @Test func `keys under x- are free everywhere`() throws {
    _ = try project("audio: song.mp3\nx-a: {b: [1]}\nmotion: {x-c: 1}\nsections: {x-d: 1}")
  }

  @Test func `a field that is not built yet says so and what works`() {
    check(
      """
      audio: song.mp3
      👉denoise👈: 0.5
      motion:
        👉translation_z👈: 3
      sections: { chorus: { 👉sampling👈: {} } }
      """,
      says: "not-built-yet: denoise is not built yet | the painter repaints everything: remove it",
      "not-built-yet: motion.translation_z is not built yet | push, or preset: fly-through",
      "not-built-yet: sections.chorus.sampling is not built yet | sampling at the top of the file holds everywhere"
    )
  }

  @Test func `strength is explained`() {
    check(
      "audio: song.mp3\nsections: { chorus: { 👉strength👈: 0.5 } }",
      says:
        "strength-is-ambiguous: sections.chorus.strength: tools disagree whether strength keeps the picture or changes it | voimo's word is denoise (1 repaints everything), which is not built yet: remove it"
    )
  }

  @Test func `expressions and keyframes are told apart from typing mistakes`() {
    let presets =
      "a plain number works, and motion.preset: hold, slow-push, pull-back, drift-left, drift-right, rise, sink, fly-through, spin, pulse, handheld"
    check(
      """
      audio: song.mp3
      motion:
        zoom: 👉"1.0 + 0.04*onset"👈
        pan_x: 👉"0:(1.0), 30:(0.5)"👈
        rotate: { 👉"0"👈: 1 }
        push: 👉1,5👈
      """,
      says: "not-built-yet: motion.zoom is an expression, which is not built yet | \(presets)",
      "not-built-yet: motion.pan_x is a schedule of keyframes, which is not built yet | \(presets)",
      "not-built-yet: motion.rotate is a schedule of keyframes, which is not built yet | \(presets)",
      "wrong-value: motion.push '1,5' must be a number from -2 to 2 | write 1.5")
  }

  @Test func `a random seed is refused with the way to another roll`() {
    check(
      "audio: song.mp3\nseed: 👉-1👈",
      says:
        "random-seed: seed -1 would be another film on every build | remove it, or choose a number; 'take: 2' in a section asks for another roll"
    )
  }

  @Test func `single values are checked where they stand`() {
    check(
      """
      audio: song.mp3
      song: { language: 👉english👈 }
      render:
        width: 👉1001👈
        fps: 👉0👈      # none
        aspect: 👉wide👈
      subtitles: { style: 👉'karoake'👈, burn: 👉yes👈, color: 👉"ylw"👈 }
      """,
      says:
        "wrong-value: song.language 'english' must be a language tag | such as en, de or pt-BR",
      "odd-size: render.width '1001' must be even, as H.264 needs | 1000 or 1002",
      "wrong-value: render.fps '0' must be frames a second from 1 to 240 | 24, 12.5 or 30000/1001",
      "wrong-value: render.aspect 'wide' must be a shape | \"16:9\", \"9:16\" or \"1:1\"",
      "wrong-value: subtitles.style 'karoake' must be one of none, soft, plain, karaoke | did you mean 'karaoke'?",
      "wrong-value: subtitles.burn 'yes' must be true or false | write true",
      "wrong-value: subtitles.color 'ylw' must be a color in quotes | \"#ffd64d\"")
  }

  @Test func `a color that became a comment is understood`() {
    check(
      "audio: song.mp3\nsubtitles:\n  👉color👈: #ffffff",
      says:
        "no-value: subtitles.color does not have a value | a # begins a comment: quote it: \"#ffffff\""
    )
  }

  @Test func `shapes are checked`() {
    check(
      """
      audio: 👉[👈a.mp3]
      song: 👉Midnight Run👈
      outputs: 👉film👈
      👉theme👈:
      structure: [{ 👉label👈: intro }]
      """,
      says: "wrong-shape: audio must be the name of a file | remove the '- ' or the brackets",
      "wrong-shape: song must be a mapping (key: value) | title: …",
      "wrong-shape: outputs must be a list | [film]",
      "no-value: theme does not have a value | write one, or remove the line",
      "missing-field: structure[0].start is missing")
  }

  @Test func `outputs are named once`() {
    check(
      "audio: a.mp3\noutputs: [film, lrc, 👉film👈, 👉flm👈]",
      says: "twice: outputs names 'film' twice | keep one of them",
      "wrong-value: outputs[3] 'flm' must be one of film, srt, vtt, lrc, ass, shorts, square, canvas, gif, frames, karaoke | did you mean 'film'?"
    )
  }

  @Test func `a song is needed`() {
    check("theme: rain", says: "no-audio: the file does not name a song | add: audio: song.mp3")
  }

  @Test func `paths stay in the project or say that they leave`() {
    check(
      "audio: 👉../../etc/passwd👈\nlyrics: 👉a/../../b.txt👈",
      says:
        "path-outside: audio '../../etc/passwd' must be a file in the project's folder | move it here, or give the whole path from / or ~/",
      "path-outside: lyrics 'a/../../b.txt' must be a file in the project's folder | move it here, or give the whole path from / or ~/"
    )
    let kept = check(
      "audio: 👉~/Music/song.mp3👈\nlyrics: a/../b.txt",
      says:
        "warning outside-project: audio: ~/Music/song.mp3 is outside the project; whoever clones the project will not have it | copy it next to voimo.yaml"
    )
    #expect(kept?.audio.path == "~/Music/song.mp3")
    #expect(kept?.lyrics?.path == "a/../b.txt")
  }

  @Test func `the performer is not the look`() {
    check(
      "audio: a.mp3\nsong: { artist: Mira Voss }\nartist: 👉mira voss👈",
      says:
        "warning artist-is-performer: artist 'mira voss' is also song.artist; artist is the visual style | name a painter, photographer or film maker, or remove it"
    )
  }
}
