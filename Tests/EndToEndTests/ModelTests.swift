import Foundation
import Glibc
import Testing

/// Where models were installed for tests; nil where they were not.
enum TestModels {
  static let folder = ProcessInfo.processInfo.environment["VOIMO_TEST_MODELS"]
    .flatMap { $0.isEmpty ? nil : $0 }
}

/// The networks that `voimo models install cpu` gets, on the example's own song.
///
/// Runs where `VOIMO_TEST_MODELS` names a folder that they were installed in; `./dev test` sees to
/// that where there is a network. One after another: each keeps a core busy.
@Suite(
  .serialized,
  .enabled(if: TestModels.folder != nil, "no models: VOIMO_TEST_MODELS names no folder"))
struct ModelTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  private let project: TestProject

  init() throws {
    project = try TestProject(
      [
        "voimo.yaml": """
        audio: song.opus
        lyrics: lyrics.txt
        theme: sea
        song: { language: en }
        """
      ], song: nil)
    let example = Self.root + "/examples/lantern-harbor"
    for (file, name) in [("lantern-harbor.opus", "song.opus"), ("lyrics.txt", "lyrics.txt")] {
      try FileManager.default.copyItem(atPath: "\(example)/\(file)", toPath: project.path(name))
    }
  }

  private func voimo(_ arguments: String...) throws -> Command.Outcome {
    try Command.voimo(
      arguments, in: project.folder, environment: ["VOIMO_DATA": TestModels.folder ?? ""])
  }

  private struct Shown: Decodable {
    struct Line: Decodable { var start: Double }
    var lines: [Line]
  }

  /// When the example's lines are sung, in seconds, as its synthesiser was told.
  private static let sung = [
    6.08, 11.85, 17.5, 23.1, 28.94, 34.66, 40.42, 46.06, 51.78, 57.46, 63.23, 68.94,
  ]

  /// How far the starts of the lines are off, in seconds, the smallest first.
  private func offsets() throws -> [Double] {
    let shown = try voimo("show", "lyrics", "--json")
    let lines = try JSONDecoder().decode(Shown.self, from: Data(shown.output.utf8)).lines
    try #require(lines.count == Self.sung.count, "\(shown.errors)")
    return zip(lines, Self.sung).map { abs($0.start - $1) }.sorted()
  }

  @Test func `words without times are heard in the song, and only once`() throws {
    let first = try voimo("build", "lyrics")
    try #require(first.status == 0, "\(first.errors)")
    let offsets = try offsets()
    print("models: lines of lantern-harbor off by", offsets)
    #expect(offsets[offsets.count / 2] <= 0.1 && offsets[offsets.count * 2 / 3] <= 0.3)
    let second = try voimo("build", "--json", "lyrics")
    #expect(try TestProject.steps(in: second.output).allSatisfy { $0.outcome != "ran" })
  }

  @Test func `a worker that is killed is started again`() throws {
    let running = try Command.start(
      Command.voimo, ["build", "lyrics"], in: project.folder,
      environment: ["VOIMO_DATA": TestModels.folder ?? ""])
    var killed: Int32?
    while running.process.isRunning, killed == nil {
      killed = Self.worker(of: running.process.processIdentifier)
      usleep(20_000)
    }
    let worker = try #require(killed)
    kill(worker, SIGKILL)
    running.process.waitUntilExit()
    let errors = try String(contentsOfFile: running.errors, encoding: .utf8)
    #expect(running.process.terminationStatus == 0, "\(errors)")
    #expect(try offsets()[6] <= 0.1)
  }

  /// The process of the worker that a voimo has started.
  private static func worker(of voimo: Int32) -> Int32? {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap(Int32.init).first { process in
      guard
        let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
        status.contains("\nPPid:\t\(voimo)\n"),
        let line = try? String(contentsOfFile: "/proc/\(process)/cmdline", encoding: .utf8)
      else { return false }
      return line.contains("voimo_worker")
    }
  }

  @Test func `what is installed parts the song, and the project can say otherwise`() throws {
    let outcome = try voimo("build", "stems")
    try #require(outcome.status == 0, "\(outcome.errors)")
    try project.write("voimo.yaml", project.read("voimo.yaml") + "\nbackends: { stems: builtin }\n")
    let plan = try voimo("plan", "stems")
    #expect(plan.output.contains("spleeter") && plan.output.contains("builtin"), "\(plan.output)")
  }

  @Test func `what is installed verifies, and installing again does nothing`() throws {
    #expect(try voimo("models", "verify").status == 0)
    let again = try voimo("models", "install", "cpu")
    #expect(again.status == 0 && again.errors.contains("all models are installed"), "\(again)")
  }
}
