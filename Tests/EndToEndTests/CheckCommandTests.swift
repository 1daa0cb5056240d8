import Foundation
import Testing

/// `voimo check` and `voimo init` as they are typed.
@Suite struct CheckCommandTests {
  static let head = """
    audio: song.wav
    theme: quiet sea
    structure: [{ label: verse, start: 0 }]
    render: { width: 160, height: 90, fps: 6 }

    """

  @Test(arguments: [
    ("sections: { \"9:04-9:08\": { theme: fog } }", "range-outside", "0:06"),
    ("outputs: [srt]", "needs-lyrics", "outputs: srt needs lyrics"),
    ("lyrics: a.lrc", "lyrics-no-times", "name it .txt"),
    ("lyrics: b.lrc\nsubtitles: karaoke", "no-glyph", "U+10FFFD"),
  ])
  func `check, plan and build refuse alike`(yaml: String, id: String, words: String) throws {
    let project = try TestProject(
      [
        "voimo.yaml": Self.head + yaml, "a.lrc": "no times\nat all\n",
        "b.lrc": "[0:01]x\u{10FFFD}\n",
      ], song: TestSong(length: 6))
    for command in ["check", "plan", "build"] {
      let outcome = try project.voimo(command)
      #expect(outcome.status == 2, "\(command): \(outcome.errors)")
      #expect(outcome.errors.contains(id) && outcome.errors.contains(words), "\(outcome.errors)")
    }
    #expect(!project.exists("out"))
  }

  @Test func `a song's doubts come with the build that hears them, and with check`() throws {
    let project = try TestProject(
      [
        "voimo.yaml": Self.head.replacing("structure: [{ label: verse, start: 0 }]\n", with: "")
          + "lyrics: a.txt\nsections: { bridge: { theme: fog }, outro.7: { theme: fog } }",
        "a.txt": "nobody sings\nany of this\n",
      ], song: TestSong(length: 8))
    func doubts(_ text: String) -> Bool { text.contains("warning") && text.contains("a.txt") }
    let first = try project.voimo("build")
    #expect(first.status == 0 && doubts(first.errors), "\(first.errors)")
    #expect(first.errors.contains("section-not-heard"), "\(first.errors)")
    let second = try project.voimo("build")
    #expect(second.status == 0 && !doubts(second.errors), "\(second.errors)")
    for _ in 0..<2 {
      let check = try project.voimo("check")
      #expect(check.status == 0 && doubts(check.errors), "\(check.errors)")
      #expect(check.errors.contains("section-not-heard"))
    }
  }

  @Test func `a film with words of two scripts is built, and another font makes it anew`() throws {
    let project = try TestProject(
      [
        "voimo.yaml": Self.head + "lyrics: a.lrc\nsubtitles: karaoke",
        "a.lrc": "[0:01]river \u{1D5A0}\u{1D5A1}\n[0:03]אחת שתיים\n[0:03]one two\n",
      ], song: TestSong(length: 6))
    #expect(try project.voimo("check").status == 0)
    #expect(try project.build().contains("film"))
    #expect(try project.build() == [])
    try project.edit(
      "voimo.yaml", "subtitles: karaoke", "subtitles: { style: karaoke, font: DejaVu Serif }")
    #expect(try project.build().contains { $0.hasPrefix("segment/") })
  }

  @Test func `init takes the words, makes the folder and says what to type next`() throws {
    let project = try TestProject(["lyrics.txt": "one\ntwo\n"], song: TestSong(length: 6))
    let here = try project.voimo("init")
    #expect(here.status == 0 && here.errors.contains("next: voimo build --profile draft\n"))
    #expect(try project.read("voimo.yaml").contains("\nlyrics: lyrics.txt\n"))
    #expect(try project.voimo("check").status == 0)
    let there = try project.voimo("init", "song.wav", "lyrics.txt", "-C", "my film")
    #expect(there.status == 0, "\(there.errors)")
    #expect(there.errors.contains("next: voimo build --profile draft -C 'my film'\n"))
    #expect(there.errors.contains("outside-project"), "\(there.errors)")
    #expect(try project.voimo("check", "-C", "my film").status == 0)
    #expect(try project.voimo("init", "a.wav", "b.wav").status == 2)
    #expect(try project.voimo("init", "a.txt", "b.txt").status == 2)
  }

  @Test func `of several songs the hint can be pasted`() throws {
    let project = try TestProject(song: nil)
    for name in ["it's 1.wav", "b.wav"] {
      try Data(TestSong(length: 1).wave).write(to: URL(fileURLWithPath: project.path(name)))
    }
    let outcome = try project.voimo("init")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("b.wav, 'it'\\''s 1.wav'"), "\(outcome.errors)")
    #expect(outcome.errors.contains("voimo init b.wav"))
  }

  @Test func `a chained Ogg is as long as it is, whatever its first header says`() throws {
    let project = try TestProject(
      [
        "voimo.yaml":
          "audio: a.ogg\ntheme: sea\ncrop: 0:04-0:07\nrender: { width: 160, height: 90, fps: 6 }\n"
      ],
      song: TestSong(length: 4))
    var whole = Data()
    for name in ["one.ogg", "two.ogg"] {
      let made = try Command.run(
        "/usr/bin/ffmpeg", ["-v", "error", "-i", project.path("song.wav"), project.path(name)],
        in: project.folder)
      try #require(made.status == 0, "\(made.errors)")
      whole += try Data(contentsOf: URL(fileURLWithPath: project.path(name)))
    }
    try whole.write(to: URL(fileURLWithPath: project.path("a.ogg")))
    #expect(try project.voimo("check").status == 0)
    let built = try project.voimo("build")
    #expect(built.status == 0, "\(built.errors)")
    let started = try project.voimo("init", "a.ogg", "-C", "new")
    #expect(started.errors.contains(", 0:08"), "\(started.errors)")
  }
}
