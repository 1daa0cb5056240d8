import Foundation
import Testing
import VoimoBase
import VoimoEngine
import VoimoKit
import VoimoProject
import VoimoStages
import VoimoStore

/// The way from a step to the edited field, before a build and after it, in real small films.
@Suite struct WhyTests {
  private static let yaml = """
    audio: song.wav
    lyrics: words.lrc
    structure:
      - { label: verse, start: 0 }
      - { label: chorus, start: 1 }
      - { label: verse, start: 2 }
      - { label: chorus, start: 3 }
    shots: { length: 0.5s, min: 0.25s, max: 1s }
    render: { width: 64, height: 64, fps: 12 }
    theme: sea at night
    sections:
      chorus: { prompt: city }

    """

  private static let words = "[00:00.20]Lights over water\n[00:01.20]City of gold\n"

  /// A project that nobody has built.
  private func fresh(_ yaml: String = yaml) throws -> FreezingTests.Folder {
    try FreezingTests.Folder(["voimo.yaml": yaml, "words.lrc": Self.words])
  }

  private func edit(
    _ folder: FreezingTests.Folder, _ old: String, _ new: String, in name: String = "voimo.yaml"
  ) throws {
    let text = try #require(folder.read(name))
    try #require(text.contains(old))
    try folder.write(name, Data(text.replacing(old, with: new).utf8))
  }

  @discardableResult
  private func build(
    _ folder: FreezingTests.Folder, profile: String? = nil, command: String = "voimo build",
    targets: [Target] = [], forced: [Target] = []
  ) async throws -> RunReport {
    let workspace = try folder.open(profile: profile)
    let lock = try workspace.lock(waits: false, command: command)
    let session = try Session(workspace, for: .building)
    let request = BuildRequest(
      targets: targets, forced: forced, jobs: 2, onFailure: .stop, command: command)
    let report = try await session.build(request, holding: lock, observer: Silence()).report
    try #require(report.succeeded, "\(report.failures)")
    return report
  }

  private struct Silence: RunObserver {
    func observe(_ event: RunEvent) {}
  }

  private func why(
    _ folder: FreezingTests.Folder, _ target: Target, profile: String? = nil
  ) throws -> [Explanation] {
    try Session(folder.open(profile: profile), for: .reading).why(target)
  }

  /// The facts behind a step, each in a line.
  private func facts(
    _ folder: FreezingTests.Folder, _ target: Target, profile: String? = nil
  ) throws -> [String] {
    try why(folder, target, profile: profile).flatMap(\.causes).flatMap(\.facts).map { fact in
      switch fact {
      case .edit(let edit): "\(edit.field): \(edit.old ?? "–") → \(edit.new ?? "–")"
      case .firstMade(let profile): "first made \(profile ?? "")"
      default: "\(fact)"
      }
    }
  }

  @Test func `the edited field is found from every step behind it, before the build and after`()
    async throws
  {
    let folder = try fresh()
    try await build(folder)
    try edit(folder, "prompt: city", "prompt: harbour")
    let expected = ["sections.chorus.prompt: \"city\" → \"harbour\""]
    let targets: [Target] = [
      "film", "segment/chorus.1/00", "keyframe/chorus.2/01", "prompts/chorus.1", "contact-sheet",
      "poster", "chorus.1", "chorus", "chorus.2/01", "segment/chorus*",
    ]
    for target in targets { #expect(try facts(folder, target) == expected, "\(target)") }
    #expect(try facts(folder, "segment/verse.1/00") == ["first made "])
    try await build(folder)
    for target in targets { #expect(try facts(folder, target) == expected, "\(target)") }
    let film = try #require(try why(folder, "film").first)
    let way = try #require(film.causes.first?.way)
    #expect(
      way.map(\.count) == [2, 4, 4] && way.map { $0[0].kind } == ["prompts", "keyframe", "segment"])
  }

  /// Edits of many kinds, each with the steps that show it.
  private static let edits: [(old: String, new: String, target: Target, fact: String)] = [
    ("sea at night", "forest", "prompts/verse.1", "theme: \"sea at night\" → \"forest\""),
    ("sea at night", "forest", "film", "theme: \"sea at night\" → \"forest\""),
    ("prompt: city", "prompt: city, take: 2", "film", "sections.chorus.take: 1 → 2"),
    (
      "prompt: city", "prompt: city, take: 2", "keyframe/chorus.1/00", "sections.chorus.take: 1 → 2"
    ),
    (
      "prompt: city", "prompt: city, motion: spin", "segment/chorus.2/00",
      "sections.chorus.motion: – → spin"
    ),
    ("theme:", "artist: ink wash\ntheme:", "film", "artist: – → \"ink wash\""),
    ("theme:", "seed: 5\ntheme:", "keyframe/verse.1/00", "seed: 1 → 5"),
    (
      "theme:", "negative_prompt: people\ntheme:", "keyframe/verse.2/00",
      "negative_prompt: – → \"people\""
    ),
    ("theme:", "crop: { end: 3.5 }\ntheme:", "film", "crop.end: – → 3.5"),
    ("theme:", "crop: { fade_out: 1s }\ntheme:", "soundtrack", "crop.fade_out: 0 → 1s"),
    ("theme:", "motion: hold\ntheme:", "segment/verse.1/00", "motion: slow-push → hold"),
    ("theme:", "song: { title: Lantern }\ntheme:", "film", "song.title: – → \"Lantern\""),
    ("theme:", "subtitles: karaoke\ntheme:", "subtitles", "subtitles: soft → karaoke"),
    ("theme:", "subtitles: karaoke\ntheme:", "segment/chorus.1/00", "subtitles: soft → karaoke"),
    ("fps: 12", "fps: 8", "film", "render.fps: 12 → 8"),
    ("fps: 12", "fps: 12, quality: high", "segment/verse.1/00", "render.quality: standard → high"),
    (
      "width: 64, height: 64", "width: 96, height: 64", "keyframe/verse.1/00",
      "render.width: 64 → 96"
    ),
    ("length: 0.5s", "length: 1s", "film", "shots.length: 0.5s → 1s"),
    (
      "chorus: { prompt", "\"0:00-0:01\": { take: 3 }\n  chorus: { prompt", "shots",
      "time range: – → 0:00-0:01"
    ),
    (
      "chorus: { prompt", "\"0:00-0:01\": { take: 3 }\n  chorus: { prompt", "film",
      "sections.\"0:00-0:01\".take: 1 → 3"
    ),
    (
      "label: chorus, start: 3", "label: bridge, start: 3", "structure",
      "structure: [verse at 0, chorus at 1, verse at 2, chorus at 3] → "
        + "[verse at 0, chorus at 1, verse at 2, bridge at 3]"
    ),
  ]

  @Test func `edits of every kind are named as in voimo yaml, before the build and after`()
    async throws
  {
    let built = try fresh()
    try await build(built)
    for (old, new, target, fact) in Self.edits {
      let folder = try FreezingTests.Folder()
      try FileManager.default.removeItem(atPath: folder.path)
      try FileManager.default.copyItem(atPath: built.path, toPath: folder.path)
      try edit(folder, old, new)
      #expect(try facts(folder, target).contains(fact), "before: \(new) \(target)")
      try await build(folder, targets: [target])
      #expect(try facts(folder, target).contains(fact), "after: \(new) \(target)")
    }
  }

  @Test func `a changed line of the lyrics is named by its words`() async throws {
    let folder = try fresh()
    try await build(folder)
    try edit(folder, "City of gold", "City of glass", in: "words.lrc")
    let fact = "words.lrc line 2: \"[00:01.20]City of gold\" → \"[00:01.20]City of glass\""
    #expect(try facts(folder, "lyrics") == [fact])
    #expect(try facts(folder, "film").contains(fact))
    try await build(folder)
    #expect(try facts(folder, "subtitles") == [fact])
    #expect(try facts(folder, "film") == [fact])
  }

  @Test func `another song under the same name is named by its file`() async throws {
    let folder = try fresh()
    try await build(folder, targets: ["audio"])
    let song = try #require(FileManager.default.contents(atPath: folder.path + "/song.wav"))
    try folder.write("song.wav", song.prefix(44) + song.suffix(from: 44).reversed())
    #expect(
      try why(folder, "features").flatMap(\.causes).flatMap(\.facts)
        == [.otherContent(file: "song.wav")])
  }

  @Test func `back to what was: the result in use is explained, and what made it`() async throws {
    let folder = try fresh()
    try await build(folder, command: "voimo build one")
    try edit(folder, "prompt: city", "prompt: harbour")
    try await build(folder, command: "voimo build two")
    try edit(folder, "prompt: harbour", "prompt: city")
    let before = try #require(try why(folder, "prompts/chorus.1").first)
    #expect(!before.isInUse && before.made?.build?.command == "voimo build one")
    #expect(
      try facts(folder, "prompts/chorus.1") == ["sections.chorus.prompt: \"harbour\" → \"city\""])
    try await build(folder, command: "voimo build three")
    for target in ["prompts/chorus.1", "segment/chorus.1/00", "film"] as [Target] {
      let explanation = try #require(try why(folder, target).first)
      #expect(explanation.made?.build?.command == "voimo build one", "\(target)")
      #expect(explanation.takenBy?.command == "voimo build three", "\(target)")
      #expect(
        try facts(folder, target) == ["sections.chorus.prompt: \"harbour\" → \"city\""],
        "\(target)")
    }
  }

  @Test func `a profile is compared with itself alone`() async throws {
    let folder = try fresh()
    try await build(folder)
    #expect(try facts(folder, "film", profile: "draft") == ["first made draft"])
    try await build(folder, profile: "draft")
    #expect(try facts(folder, "film", profile: "draft") == ["first made draft"])
    try edit(folder, "prompt: city", "prompt: harbour")
    let expected = ["sections.chorus.prompt: \"city\" → \"harbour\""]
    #expect(try facts(folder, "film", profile: "draft") == expected)
    try await build(folder, profile: "draft")
    #expect(try facts(folder, "segment/chorus.1/00", profile: "draft") == expected)
    #expect(try facts(folder, "film") == expected)
    try await build(folder)
    #expect(try facts(folder, "film") == expected)
  }

  @Test func `several edits are told apart by the steps that they reach`() async throws {
    let folder = try fresh()
    try await build(folder)
    try edit(folder, "prompt: city", "prompt: harbour")
    try edit(folder, "sea at night", "forest")
    let film = try #require(try why(folder, "film").first)
    #expect(film.causes.map(\.facts.count) == [1, 1])
    // A given prompt takes nothing from the theme; its picture does.
    #expect(
      try facts(folder, "prompts/chorus.1") == ["sections.chorus.prompt: \"city\" → \"harbour\""])
    #expect(try facts(folder, "keyframe/chorus.1/00").count == 2)
    #expect(try facts(folder, "prompts/verse.1") == ["theme: \"sea at night\" → \"forest\""])
    #expect(try why(folder, "segment").count <= 3)
  }

  @Test func `a prompt that is given, or no more, is the whole reason`() async throws {
    let folder = try fresh()
    try await build(folder)
    for (old, new, fact) in [
      ("chorus: { prompt: city }", "chorus: { prompt: +city }", "\"city\" → \"+city\""),
      ("chorus: { prompt: +city }", "chorus: { prompt: sea }", "\"+city\" → \"sea\""),
      ("chorus: { prompt: sea }", "chorus: { take: 1 }", "\"sea\" → –"),
    ] {
      try edit(folder, old, new)
      let expected = ["sections.chorus.prompt: \(fact)"]
      #expect(try facts(folder, "prompts/chorus.1") == expected)
      try await build(folder, targets: ["keyframe"])
      #expect(try facts(folder, "prompts/chorus.1") == expected)
    }
  }

  @Test func `what was never built says so, whatever is asked`() async throws {
    let folder = try fresh()
    for target in ["film", "prompts", "prompts/chorus.1", "segment/*", "chorus.1"] as [Target] {
      #expect(try why(folder, target).allSatisfy(\.isFirst), "\(target)")
    }
    #expect(try why(folder, "audio").first?.isFirst == true)
  }

  @Test func `forced steps run again, and only they`() async throws {
    let folder = try fresh()
    try await build(folder)
    let report = try await build(folder, forced: ["segment/chorus.1/00"])
    #expect(report.ran == ["segment/chorus.1/00"])
    #expect(report.reasons["segment/chorus.1/00"] == [.forced])
    #expect(
      try why(folder, "segment/chorus.1/00").flatMap(\.causes).flatMap(\.facts) == [.forced])
    #expect(try await build(folder).ran.isEmpty)
  }

  @Test func `targets that mean nothing get a hint`() throws {
    let folder = try fresh()
    let session = try Session(folder.open(), for: .reading)
    func hint(_ word: String) -> String? {
      do {
        _ = try session.plan([Target(word)])
        return "no error"
      } catch let error as KitError {
        return error.hint
      } catch { return "\(error)" }
    }
    #expect(hint("draft") == "draft is a profile: voimo build --profile draft")
    #expect(hint("song.wav")?.contains("voimo build") == true)
    #expect(hint("other.flac")?.contains("voimo init other.flac") == true)
    #expect(hint("out/song.mp4")?.contains("film") == true)
    #expect(hint("out/song.srt")?.contains("subtitles") == true)
    #expect(hint("segmnt") == "did you mean segment?")
    #expect(hint("keyframes") == "did you mean keyframe?")
    #expect(hint("video") == "did you mean film?")
    #expect(hint("sections") == "did you mean structure?")
    #expect(hint("xyzzy")?.contains("film") == true)
    #expect(hint("film") == "no error" && hint("chorus") == "no error")
    #expect(hint("chorus.1") == "no error" && hint("verse.2/01") == "no error")
  }

  @Test(arguments: [
    ("transcript", "transcriber"), ("transcript", "transcriber model"), ("transcript", "hears"),
    ("transcript", "language"), ("lyrics", "aligner"), ("lyrics", "aligner model 2"),
    ("lyrics", "language"), ("stems", "separator model"),
  ])
  func `fields of steps that models do have a meaning`(kind: String, field: String) {
    #expect(FieldMeaning.of(parameter: field, kind: kind) != nil)
  }

  @Test func `every field of every step has a meaning`() async throws {
    let rich = Self.yaml.replacing("theme:", with: "subtitles: karaoke\ncrop: 0:00-0:03.5\ntheme:")
      .replacing("max: 1s", with: "max: 1s, transition: crossfade")
      .replacing(
        "chorus: { prompt: city }",
        with: "chorus: { prompt: [city, sea] }\n  verse.1: { prompt: +fog }\n"
          + "  \"0:02-0:02.5\": { take: 2 }"
      )
      .replacing(
        "audio: song.wav",
        with: "audio: { file: song.wav, stream: 0 }\n"
          + "song: { title: A, artist: B, album: C, language: en }")
    for yaml in [Self.yaml, rich, "audio: song.wav\nlyrics: words.txt\n"] {
      let folder = try FreezingTests.Folder([
        "voimo.yaml": yaml, "words.lrc": Self.words, "words.txt": "one\ntwo\n",
      ])
      try await build(folder, targets: ["shots", "prompts"])
      let session = try Session(folder.open(), for: .reading)
      for entry in try session.plan(["*"]).entries {
        var walk = ParameterWalk()
        entry.step.walkParameters(&walk)
        for field in walk.fields {
          #expect(
            FieldMeaning.of(parameter: field.name, kind: entry.id.kind) != nil,
            "\(entry.id): \(field.name)")
        }
      }
    }
  }
}
