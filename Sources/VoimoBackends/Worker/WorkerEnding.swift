import VoimoStages

/// Why a worker process is there no longer.
struct WorkerEnding: Error, Hashable, Sendable {
  enum Cause: Hashable, Sendable {
    /// It could not be started.
    case notStarted(String)
    /// It ended by itself.
    case exit(Int32)
    /// A signal ended it: 9 is what a full memory makes the system send.
    case signal(Int32)
    /// It gave no sign of life for so many seconds and was killed.
    case silent(seconds: Int)
    /// It wrote something that is not a message; the beginning of that.
    case nonsense(String)
    /// It did not end a call that was to be ended and was killed.
    case deaf
  }

  var cause: Cause
  /// The call that it was in; nil between calls.
  var method: String?
  /// The last lines that it wrote to its log.
  var log: [String] = []

  /// One sentence without its end.
  var sentence: String {
    let during = method.map { " while it was asked to \($0.replacing("_", with: " "))" } ?? ""
    return switch cause {
    case .notStarted(let reason): "the model worker could not be started: \(reason)"
    case .exit(let status): "the model worker ended with status \(status)\(during)"
    case .signal(9):
      "the model worker was killed\(during); the system does so where memory runs out"
    case .signal(let number): "the model worker was ended by signal \(number)\(during)"
    case .silent(let seconds):
      "the model worker gave no sign of life for \(seconds) seconds\(during) and was ended"
    case .nonsense(let text):
      "the model worker wrote something that is not a message\(during): \(text)"
    case .deaf: "the model worker did not stop\(during) and was ended"
    }
  }

  /// The same for a build, with the worker's last lines.
  var error: BackendError {
    let last = log.isEmpty ? "" : "\n" + log.map { "  \($0)" }.joined(separator: "\n")
    return switch cause {
    case .notStarted: .missing(sentence, fix: "voimo models install cpu")
    case .signal(9): .resource(sentence + last, fix: "close other programs, and build again")
    case .nonsense: .wrongResult(sentence + last)
    case .exit, .signal, .silent, .deaf: .unavailable(sentence + last, fix: "voimo build goes on")
    }
  }
}

/// The last lines of a log, however long it is.
struct LogTail: Sendable {
  private var splitter = LineSplitter(limit: 400)
  private var last: [String] = []
  private static let kept = 20

  /// Takes bytes and gives the lines that they complete.
  mutating func push(_ bytes: some Sequence<UInt8>) -> [String] {
    let new = splitter.push(bytes).map { String(decoding: $0, as: UTF8.self) }
    last = Array((last + new).suffix(Self.kept))
    return new
  }

  /// The last twenty lines, one that has no end yet among them.
  var lines: [String] {
    let open = splitter.unfinished
    let all = last + (open.isEmpty ? [] : [String(decoding: open, as: UTF8.self)])
    return Array(all.suffix(Self.kept))
  }
}
