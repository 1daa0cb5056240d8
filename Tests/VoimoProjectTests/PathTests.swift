import Testing
import VoimoBase
import VoimoProject

/// Names of files as people have them.
@Suite struct PathTests {
  @Test(arguments: [
    "song.flac", "~night.flac", "~night/song.flac", "a/~b.flac", "Café Ünder.flac",
    "take #2.flac", "it's dusk.flac", "歌.mp3", "-rf.flac", ".hidden.flac", "a b.flac",
  ]) func `a name is a name`(name: String) throws {
    let project = try project("audio: \(YAMLText.quoted(name))")
    #expect(project.audio.path == name)
    #expect(!PathText.isFromRoot(name))
  }

  @Test(arguments: [("~/Music/a.flac", true), ("/music/a.flac", false)])
  func `a path from the root or the home folder leaves the project`(path: String, isHome: Bool) {
    check(
      "audio: 👉\(path)👈",
      says:
        "warning outside-project: audio: \(path) is outside the project; whoever clones the project will not have it | copy it next to voimo.yaml"
    )
    #expect(PathText.isFromRoot(path))
    #expect(PathText.isFromHome(path) == isHome)
  }

  @Test(arguments: [
    ("'C:\\Music\\song.flac'", "windows-path", "is a path of Windows", "song.flac"),
    ("C:/Music/song.flac", "windows-path", "is a path of Windows", "song.flac"),
    ("d:\\a.wav", "windows-path", "is a path of Windows", "a.wav"),
    ("\\\\server\\share\\a.wav", "windows-path", "is a path of Windows", "a.wav"),
    ("https://example.com/a.mp3", "wrong-value", "is an address, not a file", "its name"),
    ("file:///home/me/a.mp3", "wrong-value", "is an address, not a file", "its name"),
    ("\"D:\\new\\table.flac\"", "windows-path", "is a path of Windows", "its name"),
    ("\"music\\new.flac\"", "wrong-value", "holds a control character", "single quotes"),
    ("“song.flac”", "wrong-value", "is in typographic quotes", "\"song.flac\""),
    ("‘song.flac’", "wrong-value", "is in typographic quotes", "\"song.flac\""),
    ("music/", "wrong-value", "must be the name of a file", ""),
  ]) func `what cannot be a file's name says why`(
    yaml: String, id: String, why: String, hint: String
  ) {
    let source = SourceText(name: "voimo.yaml", text: "audio: \(yaml)\ntheme: sea")
    let (_, said) = Project.parse(source, profile: nil)
    #expect(said.map(\.message.id) == [id], "\(said.map(line))")
    #expect(said.first?.message.text.contains(why) == true, "\(said.map(line))")
    #expect(said.first?.message.hint?.contains(hint) ?? hint.isEmpty, "\(said.map(line))")
  }

  @Test(arguments: ["\"  \"", "\"\u{A0}\"", "\"\u{3000}\u{200B}\""])
  func `blanks are no name`(yaml: String) {
    let (_, said) = Project.parse(
      SourceText(name: "voimo.yaml", text: "audio: \(yaml)\ntheme: sea"), profile: nil)
    #expect(
      said.map(line) == ["no-value: audio does not have a value | write one, or remove the line"])
  }

  @Test func `a missing file says what is odd about its name`() {
    func said(_ path: String, _ nearby: [String] = []) -> String {
      let message = Diagnostic.Message.missingFile("audio", path: path, nearby: nearby)
      return message.text + (message.hint.map { " | \($0)" } ?? "")
    }
    #expect(
      said("sng.flac", ["song.flac"])
        == "audio: sng.flac not found next to voimo.yaml. Nearby: song.flac | did you mean 'song.flac'?"
    )
    #expect(
      said("song.flac ")
        == "audio: 'song.flac ' not found next to voimo.yaml | remove the blank at its end")
    #expect(
      said("music\\song.flac")
        == "audio: music\\song.flac not found next to voimo.yaml | write / between folders: music/song.flac"
    )
    #expect(
      said("a\u{A0}b.flac", ["a b.flac"])
        == "audio: 'a‹U+00A0›b.flac' not found next to voimo.yaml. Nearby: a b.flac | it holds the no-break space (U+00A0): did you mean 'a b.flac'?"
    )
  }

  @Test func `a link to nothing says where it leads`() {
    let message = Diagnostic.Message.linkToNothing("audio", path: "l.flac", target: "gone.flac")
    #expect(message.text == "audio: l.flac is a link to nothing: gone.flac does not exist")
  }
}
