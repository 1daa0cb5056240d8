import Foundation
import Testing

/// Lyrics files as people have them, through the command: `check` and `build` say the same.
@Suite struct LyricsFileTests {
  private struct Shown: Decodable {
    struct Line: Decodable {
      var text: String
      var start: Double
      var end: Double
    }
    var lines: [Line]
  }

  private func project(_ name: String, lyrics: String) throws -> TestProject {
    try TestProject([
      "voimo.yaml":
        "audio: song.wav\nlyrics: \(lyrics)\ntheme: sea\nrender: { width: 160, height: 90, fps: 6 }\n",
      name: "",
    ])
  }

  private func lines(_ project: TestProject) throws -> [String] {
    let built = try project.voimo("build", "lyrics")
    #expect(built.status == 0, "\(built.errors)")
    let shown = try project.voimo("show", "lyrics", "--json").output
    return try JSONDecoder().decode(Shown.self, from: Data(shown.utf8)).lines.map {
      "\($0.start)–\($0.end) \($0.text)"
    }
  }

  @Test(arguments: [
    (
      "a.lrc", "[00:01.00]v1: Cold [00:01.50]river[00:02.80]\n[00:04.00]don&apos;t\n[00:05]\n",
      ["1.0–2.8 Cold river", "4.0–5.0 don't"]
    ),
    (
      "a.ttml", "<tt><body><p begin=\"1s\" end=\"00:00:03.000\">Cold river</p></body></tt>",
      ["1.0–3.0 Cold river"]
    ),
    (
      "a.srt",
      "1\n00:00:01,000 --> 00:00:03,400\na b\n\n2\n00:00:03,400 --> 00:00:03,410\na b\n\n"
        + "3\n00:00:03,410 --> 00:00:06,000\na b\nc\n",
      ["1.0–3.4 a b", "3.41–6.0 c"]
    ),
  ])
  func `what a file says is what is sung`(name: String, text: String, expected: [String]) throws {
    let project = try project(name, lyrics: name)
    try project.write(name, text)
    #expect(try project.voimo("check").status == 0)
    #expect(try lines(project) == expected)
  }

  @Test(arguments: [
    ("a.lrc", "Cold river\nWe walk\n", "a.lrc has no times in it"),
    ("a.txt", "a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\n", "a.txt:2"),
    ("a.txt", " \n<!doctype html>\n<html>Cold</html>\n", "is an HTML page, which is not read"),
  ])
  func `check and build refuse the same files`(name: String, text: String, sentence: String) throws
  {
    let project = try project(name, lyrics: name)
    try project.write(name, text)
    for command in ["check", "build"] {
      let outcome = try project.voimo(command)
      #expect(outcome.status == 2, "\(command)")
      #expect((outcome.output + outcome.errors).contains(sentence), "\(command): \(outcome.errors)")
    }
  }

  @Test func `an encoding that is named is used, and a wrong name is corrected`() throws {
    let project = try project("a.lrc", lyrics: "{ file: a.lrc, encoding: GBK }")
    let bytes =
      Array("[00:01.00]".utf8) + [0xC0, 0xE4, 0xB5, 0xC4, 0xBA, 0xD3] + Array("\n[00:03]".utf8)
    try Data(bytes).write(to: URL(fileURLWithPath: project.path("a.lrc")))
    #expect(try lines(project) == ["1.0–3.0 冷的河"])
    try project.edit("voimo.yaml", ", encoding: GBK", "")
    let asked = try project.voimo("check")
    #expect(asked.status == 2)
    #expect((asked.output + asked.errors).contains("as GBK: \"[00:01.00]冷的河\""))
    try project.edit("voimo.yaml", "file: a.lrc", "file: a.lrc, encoding: GBKK")
    let wrong = try project.voimo("check")
    #expect((wrong.output + wrong.errors).contains("did you mean 'GBK'?"))
  }
}
