import Foundation
import Synchronization
import Testing
import VoimoBase
import VoimoEngine
import VoimoStore

@Suite struct HistoryTests {
  private struct Silent: RunObserver {
    func observe(_ event: RunEvent) {}
  }

  private struct Broken: Error {}

  /// Builds `picture` and, from it, `film`, in a store that is opened anew.
  private func build(
    _ folder: TemporaryFolder, prompt: String, fails: Bool = false, profile: String? = nil
  ) async throws -> (report: RunReport, counts: StoreCounts) {
    let store = try Store.open(folder: folder.store, profile: profile)
    let picture = StepInput("picture", from: StepOutput("picture", "picture"))
    let nodes: [Node] = [
      .step(
        "picture",
        StoredStep(prompt: prompt) { context in
          let path = context.path("picture.png")
          try Data(prompt.utf8).write(to: URL(fileURLWithPath: path))
          return StepProduct(outputs: ["picture": .file(path: path)])
        }),
      .step(
        "film",
        StoredStep(
          kind: StepKind("film", version: 1), prompt: "",
          inputs: [picture]
        ) { context in
          if fails { throw Broken() }
          let data = try Data(contentsOf: URL(fileURLWithPath: context.inputPath(picture)))
          return StepProduct(outputs: ["film": .bytes([UInt8](data))])
        }),
    ]
    let runner = Runner(
      store: store, settings: Runner.Settings(pools: Pools(cores: 2)), now: { 0 },
      sourceStillHas: { _ in true }, observer: Silent())
    let report = await runner.run(
      try Plan(Graph(nodes: nodes), targets: ["film"], store: store))
    try store.record(report, command: "build film", started: 1000)
    return (report, store.counts)
  }

  @Test func `a build of what is there reads, hashes and writes nothing`() async throws {
    let folder = try TemporaryFolder()
    let first = try await build(folder, prompt: "sea")
    #expect(first.report.ran == ["picture", "film"])
    #expect(first.counts.resultsRecorded == 2)
    let files = folder.files(in: folder.store)
    let second = try await build(folder, prompt: "sea")
    #expect(second.report.count(.reused) == 2)
    #expect(second.counts == StoreCounts())
    #expect(
      folder.files(in: folder.store).filter { !$0.hasPrefix("store.sqlite-") }
        == files.filter { !$0.hasPrefix("store.sqlite-") })
  }

  @Test func `back and forth between two versions runs nothing`() async throws {
    let folder = try TemporaryFolder()
    for prompt in ["sea", "hill"] { _ = try await build(folder, prompt: prompt) }
    let again = try await build(folder, prompt: "sea")
    #expect(again.report.ran.isEmpty)
    let store = try Store.open(folder: folder.store)
    #expect(
      try store.lastResult(of: "picture")?.manifest.fields.last
        == Manifest.Field(name: "parameter prompt", value: "sea"))
  }

  @Test func `the last build remembers what ran and why`() async throws {
    let folder = try TemporaryFolder()
    _ = try await build(folder, prompt: "sea")
    _ = try await build(folder, prompt: "hill", fails: true)
    let store = try #require(try Store.openExisting(folder: folder.store))
    let builds = try store.builds(limit: 10)
    #expect(builds.map(\.outcome) == [.failed, .done])
    #expect(builds[0].command == "build film" && builds[0].started == 1000)
    #expect(builds[0].steps.map(\.id) == ["picture", "film"])
    #expect(
      builds[0].steps[0].reasons == [
        .changed(Change(field: "parameter prompt", old: "sea", new: "hill"))
      ])
    #expect(builds[0].steps[1].outcome == .failed && builds[0].steps[1].message == "Broken()")
    #expect(try store.lastRun(of: "film")?.step == builds[0].steps[1])
    #expect(try store.lastRun(of: "film")?.build.outcome == .failed)
    #expect(try store.lastRun(of: "poster") == nil)
    #expect(folder.files(in: "\(folder.store)/logs").count == 1)
  }

  @Test func `durations are remembered by step and kind`() async throws {
    let folder = try TemporaryFolder()
    _ = try await build(folder, prompt: "sea")
    let remembered = try Store.open(folder: folder.store).rememberedSeconds()
    #expect(remembered["picture", nil]?.seconds == 0 && remembered["film/other", nil] != nil)
    #expect(remembered["poster", nil] == nil)
  }

  @Test func `what was last made is remembered by profile`() async throws {
    let folder = try TemporaryFolder()
    _ = try await build(folder, prompt: "sea")
    _ = try await build(folder, prompt: "small sea", profile: "draft")
    let final = try Store.open(folder: folder.store)
    let draft = try Store.open(folder: folder.store, profile: "draft")
    func prompt(_ store: Store) throws -> String? {
      try store.lastResult(of: "picture")?.manifest.fields.last?.value
    }
    #expect(try prompt(final) == "sea")
    #expect(try prompt(draft) == "small sea")
    #expect(try draft.builds(limit: 9).map(\.profile) == ["draft", nil])
    #expect(try draft.builds(limit: 9, profile: "").map(\.profile) == [nil])
    #expect(try draft.lastRun(of: "picture")?.step.reasons == [.neverBuilt])
    let other = try Store.open(folder: folder.store, profile: "phone")
    #expect(try other.lastResult(of: "picture") == nil)
    #expect(try other.standIn(for: "picture") != nil)
    #expect(try final.keysInUse().count == 4)
  }

  @Test func `a result that is taken again is remembered with what changed and who made it`()
    async throws
  {
    let folder = try TemporaryFolder()
    for prompt in ["sea", "hill", "sea"] { _ = try await build(folder, prompt: prompt) }
    let store = try #require(try Store.openExisting(folder: folder.store))
    let last = try #require(try store.lastRun(of: "picture"))
    #expect(last.step.outcome == .reused)
    #expect(
      last.step.reasons == [.changed(Change(field: "parameter prompt", old: "hill", new: "sea"))])
    let key = try #require(last.step.key)
    let maker = try #require(try store.maker(of: key))
    #expect(maker.step.outcome == .ran && maker.step.reasons == [.neverBuilt])
    #expect(try store.lastRun(of: "picture", key: key)?.step == last.step)
    #expect(try store.keysInUse().count == 2)
  }

  @Test func `a build that was killed is remembered as interrupted, with what the project said`()
    throws
  {
    let folder = try TemporaryFolder()
    let store = try Store.open(folder: folder.store)
    try store.begin(command: "build film", started: 1000, wanted: 3, project: "prompt: sea")
    try store.commitTest("picture/a", prompt: "sea")
    let after = try Store.open(folder: folder.store)
    let last = try #require(try after.lastBuildSoFar())
    #expect(last.build.outcome == .interrupted && last.build.wanted == 3 && last.results == 1)
    let project = try #require(last.build.project)
    #expect(try after.project(project) == "prompt: sea")
    #expect(try after.buildOfUse(of: "picture/a")?.started == 1000)
  }

  @Test func `what a killed build left in tmp goes with the next one`() throws {
    let folder = try TemporaryFolder()
    let dead = "\(folder.store)/tmp/20200101-000000-1/1-film"
    try FileManager.default.createDirectory(atPath: dead, withIntermediateDirectories: true)
    try folder.write("half", to: ".voimo/tmp/20200101-000000-1/1-film/film.mp4")
    let store = try Store.open(folder: folder.store)
    let mine = try store.makeFolder(for: "film")
    try store.clearAbandoned(try BuildLock.take(in: folder.store, command: "build"))
    #expect(!FileManager.default.fileExists(atPath: dead))
    #expect(FileManager.default.fileExists(atPath: mine))
  }
}
