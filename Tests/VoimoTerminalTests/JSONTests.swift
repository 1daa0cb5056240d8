import Foundation
import Testing
import VoimoBase
import VoimoEngine
import VoimoKit
import VoimoStore
import VoimoTerminal

/// The JSON of every command: its fields as recorded, all of them in the manual.
@Suite struct JSONTests {
  /// What a command prints with `--json`: several values, where no single one has every field.
  private struct Sample {
    var command: String
    var values: [any Encodable]
  }

  private static func samples() async throws -> [Sample] {
    let project = try SmallProject()
    let exports = [PendingExport(path: "out/a.mp4", state: .missing)]
    let first = try project.plan()
    _ = try await project.build()
    let plans = [first, try project.plan(.init(prompt: "night"))]
    return try TableTests.exhibits().map { Sample(command: "show \($0)", values: [$1]) } + [
      Sample(
        command: "plan", values: plans.map { PlanRecord($0, seconds: 1, exports: exports) }),
      Sample(command: "why", values: explanations(plans[1]).map(WhyRecord.init)),
      Sample(command: "status", values: [StatusRecord(try status(), exports: exports)]),
      Sample(command: "graph", values: [GraphText(plan: plans[1]).records]),
      Sample(command: "check", values: [[DiagnosticRecord(problem)]]),
      Sample(command: "freeze", values: [FreezeRecord(freezing, isDry: true)]),
      Sample(command: "cache stat", values: [StatisticsRecord(statistics)]),
      Sample(command: "cache verify", values: [health]),
      Sample(command: "cache gc", values: [GarbageRecord(garbage, isDry: true)]),
      Sample(
        command: "clean",
        values: [CleanRecord(removed: [.init(path: "a", size: 1)], changed: ["b"], isDry: true)]),
      Sample(
        command: "doctor",
        values: [[FindingRecord(.init(name: "a", isFine: false, detail: "b", fix: "c"))]]),
    ]
  }

  private static let problem = Diagnostic(
    .error, .init(id: "a", text: "b", hint: "c"), file: "voimo.yaml",
    span: SourceSpan(line: 1, column: 2, length: 3))

  private static var build: BuildRecord {
    var build = BuildRecord(
      started: 1, seconds: 12, command: "voimo build", outcome: .failed, reused: 3, wanted: 4,
      logs: "logs", profile: "draft")
    build.steps = [step]
    return build
  }

  private static let step = BuildStepRecord(
    id: "film", outcome: .failed,
    reasons: [
      .changed(Change(field: "parameter seed", old: "1", new: "2")), .resultDamaged(detail: "cut"),
    ], key: nil, seconds: 1, message: "it broke")

  private static func status() throws -> ProjectStatus {
    var stage = ProjectStatus.Stage(name: "film")
    stage.warnings = ["dark"]
    let holder = try #require(LockHolder(text: "1\n2\nstudio\nvoimo build\n"))
    return ProjectStatus(
      stages: [stage], running: .init(holder: holder, made: 1), lastBuild: build)
  }

  /// One explanation of each decision, with all that can be said.
  private static func explanations(_ plan: Plan) -> [Explanation] {
    plan.entries.map { entry in
      var explanation = Explanation(
        steps: [entry.id], decision: entry.decision,
        causes: [
          Cause(facts: [.edit(.init(field: "seed", old: "1", new: "2"))], way: [["film"]])
        ])
      explanation.made = .init(step: entry.id, when: 1, build: build, seconds: 1)
      explanation.lastRun = (build, step)
      return explanation
    }
  }

  private static var freezing: Freezing {
    var freezing = Freezing(before: SourceText(name: "voimo.yaml", text: ""), after: "")
    freezing.files = [
      .init(
        kind: .lyrics, text: "x", count: 1, isThere: false,
        change: .init(line: 1, before: "a", after: "b"))
    ]
    freezing.notes = ["a"]
    return freezing
  }

  private static var statistics: StoreStatistics {
    var statistics = StoreStatistics()
    (statistics.oldest, statistics.newest) = (1, 2)
    statistics.kinds = [.init(name: "film", results: 1, bytes: 1)]
    return statistics
  }

  private static var health: StoreHealth {
    var health = StoreHealth()
    health.damages = [.init(sort: .record, path: "a", detail: "b", steps: ["film"])]
    return health
  }

  private static var garbage: Garbage {
    var garbage = Garbage()
    garbage.kinds = [.init(name: "film", results: 1, bytes: 1)]
    return garbage
  }

  /// The names of all fields of a JSON value, with dots where they are nested.
  private func keys(_ value: Any, _ path: String = "") -> Set<String> {
    if let object = value as? [String: Any] {
      return object.reduce(into: []) { names, field in
        let name = path.isEmpty ? field.key : "\(path).\(field.key)"
        names.insert(name)
        names.formUnion(keys(field.value, name))
      }
    }
    guard let list = value as? [Any] else { return [] }
    return list.reduce(into: []) { $0.formUnion(keys($1, path + "[]")) }
  }

  private func keys(_ sample: Sample) throws -> Set<String> {
    try sample.values.reduce(into: []) { names, value in
      let json = try JSONEncoder().encode(value)
      names.formUnion(keys(try JSONSerialization.jsonObject(with: json)))
    }
  }

  @Test func `the fields of the JSON are as recorded`() async throws {
    let text = try await Self.samples().map { sample in
      "$ voimo \(sample.command) --json\n"
        + (try keys(sample)).sorted().joined(separator: "\n") + "\n"
    }
    try Golden.check("json-fields.txt", text.joined(separator: "\n"))
  }

  @Test func `the manual has every field of every command`() async throws {
    let page = try String(
      contentsOf: URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "docs/guide/commands.md"), encoding: .utf8)
    for sample in try await Self.samples() {
      let isFiles = ["show files", "show stems"].contains(sample.command)
      let head = isFiles ? "| `show` of files |" : "| `\(sample.command)` |"
      let row = try #require(
        page.split(separator: "\n").last { $0.hasPrefix(head) }, "\(sample.command)")
      let words = Set(row.split { !$0.isLetter }.map(String.init))
      for key in try keys(sample) {
        let name = key.split(separator: ".").last.map { $0.filter { $0.isLetter } } ?? key
        // What the names of signals and tables are is said elsewhere.
        if key.hasPrefix("signals.") || key.hasPrefix("loudness.") && page.contains("`\(name)`") {
          continue
        }
        if Self.saidInProse.contains(name) { continue }
        #expect(words.contains(name), "\(sample.command): \(key)")
      }
    }
  }

  /// Fields of reasons and facts, which the page explains once for all commands.
  private static let saidInProse: Set = ["reason", "field", "old", "new", "detail", "fact"]

  @Test func `moments are ISO 8601 in JSON`() throws {
    func text(_ value: any Encodable) throws -> String {
      String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
    }
    let statistics = try text(StatisticsRecord(Self.statistics))
    #expect(statistics.contains("\"oldest\":\"1970-01-01T00:00:01Z\""))
    let status = try text(StatusRecord(try Self.status(), exports: []))
    #expect(status.contains("\"since\":\"1970-01-01T00:00:02Z\""))
    #expect(status.contains("\"started\":\"1970-01-01T00:00:01Z\""))
  }
}
