import Foundation
import Testing
import VoimoBase
import VoimoEngine
import VoimoKit
import VoimoStore
import VoimoTerminal

/// What `why`, `plan` and `status` print, word for word.
@Suite struct WhyTextTests {
  private static let now = 1_795_603_320.0

  private func time() throws -> HumanTime {
    HumanTime(now: Self.now, zone: try #require(TimeZone(secondsFromGMT: 0)))
  }

  private func lines(
    _ explanations: [Explanation], target: String = "film", profile: String? = nil,
    all: Bool = false
  ) throws -> String {
    WhyText(style: .plain, time: try time(), profile: profile, namesAll: all)
      .lines(explanations, target: target).joined(separator: "\n")
  }

  private func build(_ command: String, age: Double) -> BuildRecord {
    BuildRecord(
      started: Self.now - age, seconds: 12, command: command, outcome: .done, reused: 3, wanted: 40,
      logs: "logs", profile: nil)
  }

  private let prompt = Fact.edit(
    FieldEdit(field: "sections.chorus.prompt", old: "\"city\"", new: "\"harbour\""))

  private var way: [[StepID]] {
    func ids(_ kind: String, _ count: Int) -> [StepID] {
      (0..<count).map { StepID(kind, "chorus.1/0\($0)") }
    }
    return [["prompts/chorus.1"], ids("keyframe", 4), ids("segment", 4)]
  }

  private var run: Decision { .run(key: ContentHash(hashing: "k"), because: [.neverBuilt]) }

  @Test func `before a build: the edit, and the steps on its way`() throws {
    let film = Explanation(
      steps: ["film"], decision: .undecided(waitingFor: ["segment/chorus.1/00"]),
      causes: [Cause(facts: [prompt], way: way)])
    #expect(
      try lines([film]) == """
        film
          will probably be made again, because of
            sections.chorus.prompt: "city" → "harbour"
              → prompts/chorus.1 → 4 keyframes (chorus.1/00 … chorus.1/03) → 4 segments (chorus.1/00 … chorus.1/03)
        """)
    let prompts = Explanation(
      steps: ["prompts/chorus.1"], decision: run, causes: [Cause(facts: [prompt], way: [])])
    #expect(
      try lines([prompts]) == """
        prompts/chorus.1
          will be made again, because of
            sections.chorus.prompt: "city" → "harbour"
        """)
  }

  @Test func `after a build: what made the result in use, and when`() throws {
    var film = Explanation(
      steps: ["film"], decision: .reuse(Self.result), causes: [Cause(facts: [prompt], way: way)])
    film.made = Explanation.Making(
      step: "film", when: Self.now - 180, build: build("voimo build", age: 180), seconds: 0.6)
    #expect(
      try lines([film]) == """
        film
          is up to date: made 3 minutes ago (voimo build) in 0.6 s, because of
            sections.chorus.prompt: "city" → "harbour"
              → prompts/chorus.1 → 4 keyframes (chorus.1/00 … chorus.1/03) → 4 segments (chorus.1/00 … chorus.1/03)
        """)
    film.takenBy = build("voimo build film", age: 60)
    film.causes = [Cause(facts: [prompt], way: [])]
    #expect(
      try lines([film]) == """
        film
          is up to date: taken from the store, where it was made 3 minutes ago (voimo build)
          in use since 1 minute ago (voimo build film), because of
            sections.chorus.prompt: "city" → "harbour"
        """)
  }

  @Test func `nothing built: it says so, whatever is asked`() throws {
    #expect(
      try lines([], target: "prompts/*") == """
        prompts/*
          not built yet; `voimo build` makes it
        """)
    #expect(try lines([], profile: "draft").contains("`voimo build --profile draft` makes it"))
    let audio = Explanation(
      steps: ["audio"], decision: run,
      causes: [Cause(facts: [.firstMade(profile: nil)], way: [])])
    #expect(try lines([audio]).contains("not built yet; `voimo build` makes it"))
  }

  @Test func `many edits and many steps stay a few lines, unless all are asked for`() throws {
    let edits = (0..<40).map { number in
      Cause(
        facts: (0..<9).map { Fact.edit(FieldEdit(field: "x\($0)", old: "\(number)", new: "1")) },
        way: [(0..<300).map { StepID("segment", "verse.1/\($0)") }])
    }
    let film = Explanation(steps: ["film"], decision: run, causes: edits)
    let text = try lines([film])
    #expect(text.split(separator: "\n").count < 26)
    #expect(text.contains("and 36 more; --all names them"))
    #expect(try lines([film], all: true).split(separator: "\n").count > 12_000)
    let one = Explanation(steps: ["film"], decision: run, causes: [edits[0]])
    #expect(try lines([one]).split(separator: "\n").count < 20)
  }

  /// One result, to be reused.
  static let result: StepResult = {
    var head = ParameterWalk()
    head.field("a", 1)
    let key = ContentHash(hashing: "film")
    let manifest = Manifest(of: Film(), inputs: [:])
    return StepResult(
      record: ResultRecord(
        key: key, id: "film", kind: Film().kind, manifest: manifest, seconds: 0.6),
      outputs: [:], sizes: [:], value: [], warnings: [])
  }()

  private struct Film: Step {
    var kind: StepKind { StepKind("film", version: 1) }
    var inputs: [StepInput] { [] }
    func walkParameters(_ walk: inout ParameterWalk) {}
    func run(_ context: StepContext) async throws -> StepProduct { StepProduct() }
  }
}

@Suite struct ReasonTextTests {
  private func text(_ old: String?, _ new: String?, field: String = "prompt") -> String {
    ReasonText.sentence(Fact.edit(FieldEdit(field: field, old: old, new: new)))
  }

  @Test func `an edit names the field, what it said and what it says`() {
    #expect(text("\"a\"", "\"b\"") == "prompt: \"a\" → \"b\"")
    #expect(text(nil, "\"b\"") == "prompt added: \"b\"")
    #expect(text("\"a\"", nil) == "prompt removed: \"a\"")
    #expect(
      text("1:48-2:04", "0:48-1:48", field: "time range") == "time range: 1:48-2:04 → 0:48-1:48")
  }

  @Test func `reasons of a manifest are plain English`() {
    func reason(_ field: String, _ old: String?, _ new: String?) -> String {
      ReasonText.sentence(Reason.changed(Change(field: field, old: old, new: new)))
    }
    let hash = ContentHash(hashing: "x").hex
    #expect(ReasonText.sentence(Reason.neverBuilt) == "first made")
    #expect(ReasonText.sentence(Reason.resultMissing) == "its result is gone from the store")
    #expect(ReasonText.sentence(Reason.forced) == "asked for with --force")
    #expect(reason("input lyrics", hash, nil) == "no longer depends on lyrics")
    #expect(reason("input lyrics", nil, hash) == "now depends on lyrics")
    #expect(reason("input scene", hash, hash) == "scene changed")
    #expect(reason("parameter prompt", nil, "sea") == "prompt added: \"sea\"")
    #expect(reason("parameter width", "64", "96") == "width: \"64\" → \"96\"")
    #expect(reason("version", "1", "2") == "this voimo makes it in another way")
  }

  @Test func `long values are cut where they differ`() {
    let same = String(repeating: "mountains of glass under a violet sky ", count: 5)
    let line = text("\"\(same)at dusk\"", "\"\(same)at dawn\"")
    #expect(line.contains("at dusk\"") && line.contains("at dawn\""))
    #expect(line.count < 200)
    let long = text("\"\(String(repeating: "a", count: 500))\"", "\"b\"")
    #expect(long.count < 120 && long.contains("…"))
  }

  @Test func `of long lists only what was put in or taken out is shown`() {
    let items = (0..<40).map { "segment/verse.1/\($0) 45" }
    let old = "\"\(items.joined(separator: ", "))\""
    let new = "\"\((items.dropLast() + ["segment/chorus.1/00 12"]).joined(separator: ", "))\""
    #expect(
      text(old, new, field: "order")
        == "order: added segment/chorus.1/00 12; removed segment/verse.1/39 45")
    let turned = "\"\(items.reversed().joined(separator: ", "))\""
    #expect(text(old, turned, field: "order") == "order: the same items in another order")
  }

  @Test func `steps of a kind are counted`() {
    #expect(StepsText.list(["film"]) == "film")
    #expect(StepsText.list(["prompts/a.1", "prompts/a.2"]) == "prompts/a.1, prompts/a.2")
    #expect(
      StepsText.all(["shots", "segment/a.1/00", "segment/a.1/01", "segment/b.1/00"])
        == "shots, 3 segments (a.1/00 … b.1/00)")
  }
}

@Suite struct StatusTextTests {
  private static let now = 1_795_603_320.0

  private func lines(_ status: ProjectStatus) throws -> String {
    let zone = try #require(TimeZone(secondsFromGMT: 0))
    return StatusText(style: .plain, time: HumanTime(now: Self.now, zone: zone))
      .lines(status).joined(separator: "\n")
  }

  private func stage(
    _ name: String, made: Int = 0, stale: Int = 0, unbuilt: Int = 0, bytes: Int = 0
  ) -> ProjectStatus.Stage {
    var stage = ProjectStatus.Stage(name: name)
    (stage.made, stage.stale, stage.unbuilt, stage.bytes) = (made, stale, unbuilt, bytes)
    return stage
  }

  @Test func `what never was is not stale`() throws {
    let status = ProjectStatus(
      stages: [stage("audio", unbuilt: 1), stage("film")], running: nil, lastBuild: nil)
    #expect(
      try lines(status) == """
        ·  audio  not built yet
        ·  film   not built yet
        not built yet; `voimo build` makes the film
        """)
  }

  @Test func `what is made, what is stale and how the last build ended`() throws {
    let build = BuildRecord(
      started: Self.now - 7200, seconds: 12, command: "voimo build", outcome: .done, reused: 3,
      wanted: 40, logs: "logs", profile: nil)
    let status = ProjectStatus(
      stages: [
        stage("audio", made: 1, bytes: 12_345), stage("segment", made: 3, stale: 1, unbuilt: 2),
      ], running: nil, lastBuild: build)
    #expect(
      try lines(status) == """
        ✓  audio    1 made                            12.3 kB
        ▸  segment  3 made, 1 stale, 2 not built yet  0 B
        last build today at 08:42: done in 12 s, 0 made, 3 reused (voimo build)
        """)
  }

  @Test func `a build that runs is told with its process and its machine`() throws {
    let holder = try #require(LockHolder(text: "723\n\(Self.now - 120)\nstudio\nvoimo build\n"))
    let status = ProjectStatus(
      stages: [], running: ProjectStatus.Running(holder: holder, made: 12), lastBuild: nil)
    #expect(
      try lines(status)
        == "a build is running: process 723 on studio, started 2 minutes ago (voimo build), "
        + "12 steps made so far")
  }
}
