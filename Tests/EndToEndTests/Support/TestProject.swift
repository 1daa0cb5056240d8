import Foundation
import Testing

/// A project in a temporary folder of its own, removed when the test is over.
final class TestProject: Sendable {
  let folder: String

  /// Writes the files given, by name, into a new folder; with a song unless told.
  init(_ files: [String: String] = [:], song: TestSong? = TestSong()) throws {
    folder = FileManager.default.temporaryDirectory.path + "/voimo-e2e-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (name, text) in files { try write(name, text) }
    if let song { try Data(song.wave).write(to: URL(fileURLWithPath: path("song.wav"))) }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String) -> String { "\(folder)/\(name)" }

  func write(_ name: String, _ text: String) throws {
    try text.write(toFile: path(name), atomically: true, encoding: .utf8)
  }

  func read(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  /// Changes a text inside a file; the text must be there.
  func edit(_ name: String, _ old: String, _ new: String) throws {
    let text = try read(name)
    try #require(text.contains(old), "\(name) holds no '\(old)'")
    try write(name, text.replacingOccurrences(of: old, with: new))
  }

  @discardableResult
  func voimo(_ arguments: String...) throws -> Command.Outcome {
    try Command.voimo(arguments, in: folder)
  }

  /// Builds and gives the names of the steps that ran, not those that were reused.
  func build(_ arguments: String...) throws -> Set<String> {
    let outcome = try Command.voimo(["build", "--json"] + arguments, in: folder)
    try #require(outcome.status == 0, "build failed: \(outcome.errors)\(outcome.output)")
    return try Set(Self.steps(in: outcome.output).filter { $0.outcome == "ran" }.map(\.step))
  }

  /// The finished steps in a build's JSON lines.
  static func steps(in output: String) throws -> [FinishedStep] {
    try output.split(separator: "\n").compactMap { line in
      let event = try JSONDecoder().decode(Event.self, from: Data(line.utf8))
      guard event.event == "finished", let step = event.step, let outcome = event.outcome else {
        return nil
      }
      return FinishedStep(step: step, outcome: outcome)
    }
  }

  struct FinishedStep: Hashable {
    var step: String
    var outcome: String
  }

  private struct Event: Decodable {
    var event: String
    var step: String?
    var outcome: String?
  }
}
