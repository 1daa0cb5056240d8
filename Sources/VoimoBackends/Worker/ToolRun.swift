import Subprocess
import Synchronization
import SystemPackage
import VoimoStages

/// Runs a program to its end: without a shell, with a cleaned environment, in a process group of
/// its own that ends when the task is cancelled.
package enum ToolRun {
  /// How a program ended.
  package struct Ending: Sendable {
    /// Its exit status; 128 and the number of a signal that ended it.
    package var status: Int32
    /// The last lines that it wrote, of both outputs.
    package var lastLines: [String]
  }

  /// A program could not be started.
  package struct NotStarted: Error, Sendable {
    package var program: String
    package var reason: String
  }

  /// The last lines of both outputs, which arrive at once.
  private final class Tail: Sendable {
    private let log = Mutex(LogTail())

    func push(_ bytes: [UInt8]) -> [String] { log.withLock { $0.push(bytes) } }

    var lines: [String] { log.withLock(\.lines) }
  }

  /// Runs a program.
  ///
  /// - Parameters:
  ///   - program: A whole path, or a name that `PATH` has.
  ///   - arguments: Without the program's name.
  ///   - environment: All that it gets.
  ///   - input: What it reads.
  ///   - line: Is given each line of its standard output, and of its standard error.
  /// - Returns: How it ended.
  /// - Throws: `NotStarted`, `CancellationError`.
  package static func run(
    _ program: String, _ arguments: [String], environment: [String: String],
    input: String = "", line: @escaping @Sendable (_ line: String, _ isError: Bool) -> Void
  ) async throws -> Ending {
    BrokenPipes.ignore()
    var options = PlatformOptions()
    options.processGroupID = 0
    options.teardownSequence = [
      .send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: .seconds(1)),
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .seconds(1)),
    ]
    let tail = Tail()
    let executable: Executable =
      program.contains("/") ? .path(FilePath(program)) : .name(program)
    do {
      let result = try await Subprocess.run(
        executable, arguments: Arguments(arguments),
        environment: .custom(
          Dictionary(
            uniqueKeysWithValues: environment.map { (Environment.Key(stringLiteral: $0), $1) })),
        platformOptions: options, input: .string(input), output: .sequence, error: .sequence
      ) { execution in
        try await withThrowingTaskGroup(of: Void.self) { group in
          group.addTask {
            var lines = LineSplitter(limit: 1 << 20)
            for try await chunk in execution.standardOutput {
              let bytes = unsafe chunk.withUnsafeBytes { unsafe Array($0) }
              _ = tail.push(bytes)
              for text in lines.push(bytes) {
                line(String(decoding: text, as: UTF8.self), false)
              }
            }
            let rest = lines.unfinished
            if !rest.isEmpty { line(String(decoding: rest, as: UTF8.self), false) }
          }
          group.addTask {
            for try await chunk in execution.standardError {
              let bytes = unsafe chunk.withUnsafeBytes { unsafe Array($0) }
              for text in tail.push(bytes) { line(text, true) }
            }
          }
          try await group.waitForAll()
        }
      }
      try Task.checkCancellation()
      let last = tail.lines
      return switch result.terminationStatus {
      case .exited(let status): Ending(status: status, lastLines: last)
      case .signaled(let signal): Ending(status: 128 + signal, lastLines: last)
      }
    } catch let error as SubprocessError {
      try Task.checkCancellation()
      throw NotStarted(program: program, reason: "\(error)")
    }
  }
}
