import Foundation
import Testing
import VoimoBase
import VoimoEngine
import VoimoKit
import VoimoMedia

/// `voimo check` knows what the build knows.
@Suite struct CheckTests {
  private struct Silence: RunObserver {
    func observe(_ event: RunEvent) {}
  }

  /// The song lasts four seconds; nobody sings, and one section is declared unless a case says so.
  private static let head = """
    audio: song.wav
    render: { width: 64, height: 64, fps: 6 }

    """
  private static let declared = "structure: [{ label: verse, start: 0 }]\n"

  private static let lines = "[00:01.00]one\n[00:02.00]two\n"

  /// What is said by `check`, as `error id` or `warning id`, sorted, each once.
  private func checked(_ folder: FreezingTests.Folder, profile: String? = nil) -> [String] {
    do {
      return said(try folder.open(profile: profile).check())
    } catch let problems as ProjectProblems {
      return said(problems.diagnostics)
    } catch {
      return ["thrown \(error)"]
    }
  }

  private func said(_ diagnostics: [Diagnostic]) -> [String] {
    Set(diagnostics.map { "\($0.severity.rawValue) \($0.message.id)" }).sorted()
  }

  private func errors(_ said: [String]) -> [String] { said.filter { $0.hasPrefix("error ") } }

  /// The errors of a whole build, wherever they come from.
  private func built(_ folder: FreezingTests.Folder) async throws -> [String] {
    do {
      let workspace = try folder.open()
      let first = errors(said(workspace.firstProblems()))
      guard first.isEmpty else { return first }
      let lock = try workspace.lock(waits: false, command: "test")
      let session = try Session(workspace, for: .building)
      let content = errors(said(try session.contentProblems()))
      guard content.isEmpty else { return content }
      let outcome = try await session.build(
        BuildRequest(targets: [], jobs: 2, onFailure: .keepGoing, command: "test"), holding: lock,
        observer: Silence())
      let causes =
        outcome.report.failures.map(\.cause) + [outcome.report.expansionProblem].compactMap(\.self)
      return try causes.flatMap { cause in
        let problems = try #require(cause as? ProjectProblems, "the build failed: \(cause)")
        return errors(said(problems.diagnostics))
      }
    } catch let problems as ProjectProblems {
      return errors(said(problems.diagnostics))
    }
  }

  @Test(
    arguments: [
      (declared, [:], []),
      (declared + "sections: { \"9:04-9:08\": { theme: x } }", [:], ["error range-outside"]),
      (declared + "sections: { \"0:04-0:05\": { theme: x } }", [:], ["error range-outside"]),
      (declared + "sections: { \"0:02-0:09\": { theme: x } }", [:], ["warning range-past-end"]),
      (declared + "sections: { \"0:02-0:02.01\": { theme: x } }", [:], ["warning range-too-short"]),
      (
        declared + "crop: 0:00-0:02\nsections: { \"0:03-0:04\": { theme: x } }", [:],
        ["warning range-not-shown"]
      ),
      (declared + "crop: 0:01-9:00", [:], ["error crop-past-end"]),
      (declared + "crop: { start: 9:00 }", [:], ["error crop-past-end"]),
      (declared + "crop: { start: 0:03.99 }", [:], ["error empty-crop"]),
      ("structure: [{ label: verse, start: 5 }]", [:], ["error section-past-end"]),
      (declared + "sections: { chorus: { theme: x } }", [:], ["error unknown-section"]),
      (declared + "sections: { verse.2: { theme: x } }", [:], ["error ordinal-too-high"]),
      ("sections: { choros: { theme: x } }", [:], ["error unknown-section"]),
      ("sections: { hook.2: { theme: x } }", [:], ["error unknown-section"]),
      ("sections: { bridge: { theme: x } }", [:], []),
      ("sections: { chorus.9: { theme: x } }", [:], []),
      (declared + "outputs: [film, srt]", [:], ["error needs-lyrics"]),
      (declared + "outputs: [vtt, lrc, ass]", [:], ["error needs-lyrics"]),
      (declared + "subtitles: karaoke", [:], ["error needs-lyrics"]),
      (declared + "subtitles: { style: plain, size: 5 }", [:], ["error needs-lyrics"]),
      (declared + "subtitles: soft", [:], []),
      (declared + "subtitles: { size: 5 }", [:], []),
      (declared + "lyrics: a.lrc", ["a.lrc": lines], []),
      (declared + "lyrics: a.lrc", ["a.lrc": "one\ntwo\n"], ["error lyrics-no-times"]),
      (
        declared + "lyrics: a.SRT", ["a.SRT": "one\ntwo\n"],
        ["error lyrics-empty", "warning lyrics-no-time"]
      ),
      (declared + "lyrics: a.txt", ["a.txt": ""], ["error empty-file"]),
      (declared + "lyrics: a.txt", ["a.txt": " \n\n"], ["error lyrics-empty"]),
      (declared + "lyrics: a.lrc", ["a.lrc": "[59:01.00]late"], ["warning lyrics-outside-song"]),
      (
        declared + "lyrics: a.lrc", ["a.lrc": lines + "[00:40.00]late"],
        ["warning lyrics-outside-song"]
      ),
      (
        declared + "lyrics: { file: a.lrc, offset: 1000s }", ["a.lrc": lines],
        ["warning lyrics-outside-song"]
      ),
      (
        declared + "lyrics: { file: a.lrc, offset: -60s }", ["a.lrc": lines],
        ["warning lyrics-outside-song"]
      ),
      (
        declared + "lyrics: a.lrc\nsubtitles: karaoke", ["a.lrc": lines + "[0:03]x\u{10FFFD}"],
        ["error no-glyph"]
      ),
      (
        declared + "lyrics: a.lrc\nsubtitles: plain", ["a.lrc": "[0:01]\u{F0000}"],
        ["error no-glyph"]
      ),
      (declared + "lyrics: a.lrc\nsubtitles: soft", ["a.lrc": "[0:01]x\u{10FFFD}"], []),
      (declared + "lyrics: a.lrc\noutputs: [srt]", ["a.lrc": "[0:01]x\u{10FFFD}"], []),
      (
        declared + "lyrics: a.lrc\nsubtitles: { style: plain, burn: false }",
        ["a.lrc": "[0:01]x\u{10FFFD}"], []
      ),
      (
        declared + "lyrics: a.lrc\nsubtitles: { style: plain, font: No Such Family 7 }",
        ["a.lrc": lines], ["warning unknown-font"]
      ),
      (
        declared + "lyrics: a.lrc\nsubtitles: karaoke",
        ["a.lrc": "[0:01]e\u{301}\u{200D} \u{FE0F}"],
        []
      ),
      (declared + "song: { title: \"x\u{10FFFD}\" }", [:], ["warning no-glyph-on-pages"]),
      (
        declared + "song: { title: \"x\u{10FFFD}\" }\noutputs: [srt]\nlyrics: a.lrc",
        ["a.lrc": lines], []
      ),
      (
        declared + "song: { title: \"x\u{10FFFD}\" }\nlyrics: a.lrc\nsubtitles: karaoke",
        ["a.lrc": "[0:01]x\u{10FFFD}"], ["error no-glyph"]
      ),
      (declared + "lyrics: none.txt", [:], ["error missing-file"]),
      ("structure: none.yaml", [:], ["error missing-file"]),
      ("structure: s.yaml", ["s.yaml": ""], ["error empty-file"]),
      ("structure: s.yaml", ["s.yaml": "- { label: a, start: 7 }"], ["error section-past-end"]),
      (declared + "song: { title: ../x }", [:], ["error title-leaves-folder"]),
    ] as [(String, [String: String], [String])])
  func `check has the errors of the build, and no others`(
    yaml: String, files: [String: String], expected: [String]
  ) async throws {
    var files = files
    files["voimo.yaml"] = Self.head + yaml
    let folder = try FreezingTests.Folder(files)
    // Of the level of a song of clicks nothing is asked here.
    func plain(_ said: [String]) -> [String] {
      said.filter { $0 != "warning doubtful-level" && $0 != "warning doubtful-result" }
    }
    let before = checked(folder)
    #expect(plain(before) == expected, "\(yaml)")
    #expect(errors(before) == (try await built(folder)), "\(yaml)")
    // What was heard meanwhile adds doubts and no errors.
    let after = checked(folder)
    #expect(errors(after) == errors(before), "\(yaml)")
    #expect(plain(before).allSatisfy(after.contains), "\(yaml)")
  }

  @Test func `what the song was not heard to have is a warning once it was heard`() async throws {
    let folder = try FreezingTests.Folder([
      "voimo.yaml": Self.head
        + "sections: { bridge: { theme: x }, chorus.9: { theme: x }, solo.2: { theme: x } }"
    ])
    #expect(checked(folder).allSatisfy { !$0.contains("section") })
    try await folder.build()
    let said = try folder.open().check().filter { $0.message.text.contains("sections.") }
    #expect(said.count == 3 && said.allSatisfy { $0.severity == .warning }, "\(said)")
    #expect(said.map(\.span?.line) == [3, 3, 3])
  }

  @Test func `a heading in the lyrics gives a label of its own`() throws {
    let folder = try FreezingTests.Folder([
      "voimo.yaml": Self.head
        + "lyrics: a.txt\nsections: { drop: { theme: x }, drops: { theme: x } }",
      "a.txt": "[Drop]\none\ntwo\n",
    ])
    let said = try folder.open().check().filter { $0.severity == .error }
    #expect(said.map(\.message.id) == ["unknown-section"])
    #expect(said.first?.message.hint == "did you mean 'drop'?")
  }

  @Test func `the first character without a font is named with its code, line and package`() throws
  {
    let folder = try FreezingTests.Folder([
      "voimo.yaml": Self.head + Self.declared + "lyrics: a.lrc\nsubtitles: karaoke",
      "a.lrc": "[0:01]fine\n[0:02]a \u{10FFFD}b\n[0:03]\u{F0000}",
    ])
    let said = try #require(try folder.open().check().first { $0.message.id == "no-glyph" })
    #expect(said.message.text.contains("U+10FFFD"))
    #expect(said.file == "a.lrc" && said.span?.line == 2 && said.span?.column == 9)
  }

  @Test func `names that are none, links to nothing and files without rights are told apart`()
    throws
  {
    let folder = try FreezingTests.Folder(["s.txt": "a"])
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/l.wav", withDestinationPath: "gone.wav")
    for (yaml, id, words) in [
      ("audio: l.wav", "missing-file", "a link to nothing: gone.wav"),
      ("audio: song.wav\nlyrics: l.wav", "missing-file", "a link to nothing"),
      ("audio: sonf.wav", "missing-file", "not found"),
    ] {
      try folder.write("voimo.yaml", Data(yaml.utf8))
      let said = try folder.open().check()
      #expect(said.map(\.message.id) == [id], "\(yaml)")
      #expect(said.first?.message.text.contains(words) == true, "\(said)")
    }
  }
}
