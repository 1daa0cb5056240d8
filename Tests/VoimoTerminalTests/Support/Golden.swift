import Foundation
import Testing

/// A text file that people can read, under `Tests/Golden`; `VOIMO_RECORD=1` writes it anew and
/// fails the run.
enum Golden {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Golden")

  static func check(
    _ name: String, _ text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["VOIMO_RECORD"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record(
        "\(name) was recorded; look at the difference and run again without VOIMO_RECORD",
        sourceLocation: sourceLocation)
      return
    }
    let kept = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    let (old, new) = (kept.split(separator: "\n"), text.split(separator: "\n"))
    let first = zip(old, new).first { $0 != $1 }
    #expect(
      kept == text,
      "Tests/Golden/\(name) is stale, './dev golden' writes it anew; \(old.count) lines, \(new.count) now; first change: \(first.map { "\($0.0) → \($0.1)" } ?? "none")",
      sourceLocation: sourceLocation)
  }
}
