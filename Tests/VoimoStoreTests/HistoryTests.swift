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
    _ folder: TemporaryFolder, prompt: String, fails: Bool = false
  ) async throws -> (report: RunReport, counts: StoreCounts) {
    let store = try Store.open(folder: folder.store)
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
          inputs: [StepInput("picture", from: "picture", "picture")]
        ) { context in
          if fails { throw Broken() }
          let data = try Data(contentsOf: URL(fileURLWithPath: context.input("picture").path))
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

  @Test func `durations are remembered by step, kind and unit`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.open(folder: folder.store)
    try store.commitTest("picture/a", prompt: "sea", seconds: 2)
    try store.commitTest("picture/b", prompt: "hill", seconds: 4)
    let remembered = try Store.open(folder: folder.store).rememberedSeconds()
    #expect(remembered["picture/a"] == 2 && remembered["picture/other"] == 3)
    #expect(remembered["film"] == nil && remembered.units["picture"] == 0.125)
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
