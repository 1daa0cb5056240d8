import Foundation
import Synchronization
import VoimoBackends

/// Finds a Python that can make the worker's virtual environment.
enum PythonSearch {
  /// The oldest and the newest minor version of Python 3 that the packages have files for.
  static let versions = 10...13

  /// An interpreter of a version that will do.
  ///
  /// - Parameter name: The one that the user names; nil tries those that machines have.
  /// - Returns: Its path, or its name in `PATH`.
  /// - Throws: `KitError`.
  static func interpreter(named name: String?) async throws -> String {
    let names =
      name.map { [$0] } ?? ["/usr/bin/python3", "python3"]
      + versions.reversed().map {
        "python3.\($0)"
      }
    var found: [String] = []
    for name in names {
      guard let minor = await minorVersion(of: name) else { continue }
      if versions.contains(minor) { return name }
      found.append("\(name) is Python 3.\(minor)")
    }
    if let name, found.isEmpty {
      throw KitError(.usage, "\(name) is not a Python 3 that can be run")
    }
    let seen = found.isEmpty ? "there is no Python 3 here" : found.joined(separator: ", ")
    throw KitError(
      .backendUnavailable,
      "the models need Python 3.\(versions.lowerBound) to 3.\(versions.upperBound); \(seen)",
      hint: "apt-get install python3 python3-venv")
  }

  private final class Answer: Sendable {
    private let text = Mutex("")
    func add(_ line: String) { text.withLock { $0 += line } }
    var minor: Int? { text.withLock { Int($0) } }
  }

  private static func minorVersion(of name: String) async -> Int? {
    let answer = Answer()
    let script = "import sys; print(sys.version_info[1] if sys.version_info[0] == 3 else 0)"
    let environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("PYTHON") }
    let ending = try? await ToolRun.run(name, ["-I", "-c", script], environment: environment) {
      line, isError in
      if !isError { answer.add(line) }
    }
    return ending?.status == 0 ? answer.minor : nil
  }
}
