import Foundation
import Synchronization
import VoimoLyrics
import VoimoStages

/// The program of Debian's `espeak-ng` that says how words are said.
struct Espeak: Sendable {
  /// The whole path.
  let program: String
  /// Which one, as far as that can be told without running it: `1.1.51`, its library's.
  let version: String

  /// The program that `PATH` has; nil where it is not installed.
  init?(environment: [String: String] = ProcessInfo.processInfo.environment) {
    let folders = (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    let paths = folders.map { "\($0)/\(EspeakRequest.program)" }
    guard let path = paths.first(where: FileManager.default.isExecutableFile(atPath:)) else {
      return nil
    }
    program = path
    version = Self.libraryVersion ?? "of this machine"
  }

  /// What the library's file name says after its `.so.`.
  private static let libraryVersion: String? = {
    let name = "libespeak-ng.so.1"
    for folder in ["x86_64-linux-gnu", "aarch64-linux-gnu", ""] {
      let path = "/usr/lib/\(folder)/\(name)"
      if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path),
        let version = target.split(separator: ".so.").last
      {
        return String(version)
      }
    }
    return nil
  }()

  /// What the program has printed.
  private final class Output: Sendable {
    private let lines = Mutex("")

    func add(_ line: String) { lines.withLock { $0 += line + "\n" } }

    var text: String { lines.withLock { $0 } }
  }

  /// The phones of stanzas in a language; nil where the program does not know it, or fails.
  ///
  /// - Throws: `CancellationError`.
  func spoken(_ stanzas: [Stanza], language: String, _ work: Work) async throws -> [SpokenLine]? {
    let request = EspeakRequest(stanzas, language: language)
    let output = Output()
    do {
      let ending = try await ToolRun.run(
        program, request.arguments, environment: ["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"],
        input: request.standardInput
      ) { line, isError in
        if isError {
          work.log("espeak-ng: \(line)")
        } else {
          output.add(line)
        }
      }
      guard ending.status == 0 else { return nil }
    } catch is ToolRun.NotStarted {
      return nil
    }
    return request.spoken(standardOutput: output.text)
  }
}
