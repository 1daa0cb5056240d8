package import VoimoBase

/// What a build has come to.
package struct RunReport: Sendable {
  /// Why a step has no result.
  package struct Failure: Sendable {
    /// Where it went wrong.
    package enum Origin: String, Sendable, Codable {
      /// In the step's own work.
      case step
      /// The user's file changed while the step read it.
      case source
      /// Keeping or finding the result: the disk, the index. Nothing more is started after it.
      case store
    }

    package var id: StepID
    package var origin: Origin
    /// As it was thrown.
    package var cause: any Error
    /// The step's log.
    package var logPath: String
  }

  /// How each wanted step ended, in the order of ending; steps that were not reached are missing.
  package internal(set) var outcomes: [(id: StepID, outcome: StepOutcome, seconds: Double)] = []
  /// Every failure once, in the order of failing.
  package internal(set) var failures: [Failure] = []
  /// What made growing the graph impossible: `ProjectProblems`, `UnknownTarget`, a store's error.
  package internal(set) var expansionProblem: (any Error)?
  /// Whether the build was asked to stop.
  package internal(set) var interrupted = false
  /// The result of every wanted step that has one.
  package internal(set) var results: [StepID: StepResult] = [:]
  /// Why each step that ran, or failed, was run; and of steps that took a result which was not in
  /// use before, what changed.
  package internal(set) var reasons: [StepID: [Reason]] = [:]
  /// The graph as far as it grew.
  package internal(set) var graph: Graph
  /// Wall seconds from beginning to end.
  package internal(set) var seconds: Double = 0
  /// How many steps were wanted, as far as is known.
  package internal(set) var wantedCount = 0

  init(graph: Graph) { self.graph = graph }

  /// How much work a step is; nil where it does not say.
  package func work(of id: StepID) -> ExpectedWork? {
    guard case .step(_, let step)? = graph[id] else { return nil }
    return step.expectedWork
  }

  /// Whether every wanted step has its result.
  package var succeeded: Bool {
    failures.isEmpty && expansionProblem == nil && !interrupted
  }

  /// How many steps ended so.
  package func count(_ wanted: StepOutcome) -> Int {
    outcomes.count { $0.outcome == wanted }
  }

  /// How many steps were not run because another failed.
  package var stoppedCount: Int {
    outcomes.count { if case .stopped = $0.outcome { true } else { false } }
  }

  /// The steps that ran to their end, in the order of ending.
  package var ran: [StepID] { outcomes.filter { $0.outcome == .ran }.map(\.id) }
}

/// A file of the user's changed while a step read it; what the step made is thrown away.
package struct SourceChanged: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where the file is.
  package var path: String

  package var description: String {
    "\(path) changed while it was being read; build again when it is whole"
  }
}

/// A step reads an output that the other step did not make: a bug in one of them.
package struct MissingOutput: Error, Hashable, Sendable, CustomStringConvertible {
  package var consumer: StepID
  package var input: StepInput
  /// What the other step has made, sorted.
  package var made: [String]

  package var description: String {
    "\(consumer) reads output '\(input.output)' of \(input.producer), which made only: "
      + made.joined(separator: ", ")
  }
}
