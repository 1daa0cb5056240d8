import Foundation
import Testing
import VoimoBase
import VoimoKit
import VoimoMedia
import VoimoProject

/// `voimo init`: a project that fits the song, the words beside it, the folder.
@Suite struct InitTests {
  private func create(
    _ folder: FreezingTests.Folder, in place: String? = nil, audio: String? = "song.wav",
    lyrics: String? = nil
  ) throws -> ProjectCreation.Outcome {
    try ProjectCreation.create(
      in: place ?? folder.path, audio: audio.map { "\(folder.path)/\($0)" },
      lyrics: lyrics.map { "\(folder.path)/\($0)" }, force: false, reading: .inProcess)
  }

  /// The errors that check has about a project file.
  private func errors(_ folder: FreezingTests.Folder, _ text: String) throws -> [Diagnostic] {
    try folder.write("voimo.yaml", Data(text.utf8))
    do {
      return try folder.open().check().filter { $0.severity == .error }
    } catch let problems as ProjectProblems {
      return problems.diagnostics
    }
  }

  @Test(arguments: [0.15, 0.9, 5, 7.35, 73, 600.4])
  func `every commented line can be uncommented, alone and with all others`(length: Double) throws {
    let folder = try FreezingTests.Folder(["words.txt": "one line\nanother line\n"])
    try folder.write("song.wav", FreezingTests.Folder.wave(seconds: length))
    for lyrics in [nil, "words.txt"] {
      var template = ProjectTemplate(
        audio: "song.wav", title: "song", artist: "nobody", duration: Seconds(length),
        lyrics: lyrics)
      template.streams = ["opus, 2 channels (taken)", "aac, 1 channel"]
      let lines = template.text.components(separatedBy: "\n")
      let fields = Set(FileFormat.fields.map(\.name))
      func isField(_ line: String) -> Bool {
        guard line.hasPrefix("# "), let colon = line.firstIndex(of: ":") else { return false }
        return fields.contains(String(line[line.index(line.startIndex, offsetBy: 2)..<colon]))
      }
      let commented = lines.indices.filter { isField(lines[$0]) }
      #expect(commented.count >= 3)
      #expect(try errors(folder, template.text) == [])
      for chosen in commented.map({ [$0] }) + [commented] {
        var changed = lines
        for index in chosen { changed[index].removeFirst(2) }
        let problems = try errors(folder, changed.joined(separator: "\n"))
        #expect(problems == [], "\(length) s: \(chosen.map { lines[$0] })")
      }
    }
  }

  @Test(
    arguments: [
      (["lyrics.txt": "a\nb"], "lyrics.txt"), (["song.txt": "a\nb"], "song.txt"),
      (["song.lrc": "[0:01]a", "song.txt": "a", "lyrics.txt": "a"], "song.lrc"),
      (["Words.srt": "1\n00:00:01,000 --> 00:00:02,000\na\n"], "Words.srt"),
      (["any name.txt": "a\nb", "README.txt": "about"], "any name.txt"),
      (["one.txt": "a", "two.txt": "b"], nil), (["LICENSE.txt": "MIT"], nil), ([:], nil),
      (["empty.txt": "", "x.lrc": "no times here"], nil), (["notes.md": "a"], nil),
    ] as [([String: String], String?)])
  func `words that lie beside the song are taken, a guess between two is not made`(
    files: [String: String], taken: String?
  ) throws {
    let folder = try FreezingTests.Folder(files)
    let made = try create(folder)
    #expect(made.lyrics == taken)
    #expect(try folder.open().project.lyrics?.path == taken)
    #expect(try folder.open().check().allSatisfy { $0.severity == .warning })
    #expect(made.otherLyrics.isEmpty == (files["one.txt"] == nil))
  }

  @Test func `words can be named, and those that are none are refused`() throws {
    let folder = try FreezingTests.Folder(["a.txt": "a\nb", "b.txt": "c", "c.lrc": "no times"])
    #expect(throws: KitError.self) { try create(folder, lyrics: "c.lrc") }
    #expect(throws: KitError.self) { try create(folder, lyrics: "none.txt") }
    #expect(try create(folder, lyrics: "b.txt").lyrics == "b.txt")
  }

  @Test func `the folder is made, and files outside it are told as check tells them`() throws {
    let folder = try FreezingTests.Folder(["lyrics.txt": "a\nb"])
    let place = folder.path + "/new/folder"
    let made = try create(folder, in: place)
    #expect(made.warnings.map(\.message.id) == ["outside-project", "outside-project"])
    let workspace = try Workspace.open(folder: place, reading: .inProcess)
    #expect(
      workspace.check().map(\.message.id).prefix(2) == ["outside-project", "outside-project"])
    #expect(workspace.project.audio.path == folder.path + "/song.wav")
    #expect(throws: KitError.self) { try create(folder, in: place) }
  }

  @Test(arguments: [
    ("a b.txt", "'a b.txt'"), ("plain-1_2.flac", "plain-1_2.flac"), ("it's", "'it'\\''s'"),
    ("-rf", "./-rf"), ("$HOME", "'$HOME'"), ("", "''"), ("é", "'é'"), ("a/b@c", "a/b@c"),
    ("-a b", "'./-a b'"), ("x;y", "'x;y'"), ("~", "'~'"),
  ])
  func `a word can be pasted into a shell`(text: String, quoted: String) {
    #expect(ShellWord.quoted(text) == quoted)
  }

  @Test(
    arguments: [
      (" ", nil), ("\u{A0}", nil), ("\u{3000}\u{3000}", nil), ("\u{200B}", nil), ("\t\n", nil),
      ("\u{0}", nil), ("", nil), ("a\nb", "a b"), (" x ", "x"), ("a\u{7}b", "a b"),
      ("Ünï — \"q\" #1: x", "Ünï — \"q\" #1: x"),
    ] as [(String, String?)])
  func `tags that cannot be seen are left out, others stand on one line`(
    tag: String, tidied: String?
  ) {
    #expect(TagText.tidied(tag) == tidied)
  }

  @Test(arguments: [
    "say \"x\"", "it's", "a # b", "a: b", "#1", "- x", "{a}", "[b", "*c", "&d", "!e", "%f", "@g",
    "`h`", "| i", "> j", "? k", "null", "~", "yes", "1:30", "0x10", "é\u{301}", "\\", "a\u{85}b",
  ])
  func `odd tags and names give a project that reads back as it was meant`(text: String) throws {
    let tidied = try #require(TagText.tidied(text))
    let template = ProjectTemplate(
      audio: text, title: tidied, artist: tidied, album: tidied, duration: 60, lyrics: text)
    let (project, said) = Project.parse(
      SourceText(name: "voimo.yaml", text: template.text), profile: nil)
    #expect(said.filter { $0.severity == .error } == [])
    #expect(project?.audio.path == text && project?.lyrics?.path == text)
    #expect(project?.song.title == tidied && project?.song.album == tidied)
  }

  @Test func `gitignore keeps what it has`() throws {
    let folder = try FreezingTests.Folder([".gitignore": "*.bak\r\nout/"])
    #expect(try create(folder).wroteIgnore)
    #expect(folder.read(".gitignore") == "*.bak\r\nout/\n.voimo/\n")
  }
}
