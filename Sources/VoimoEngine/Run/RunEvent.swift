package import VoimoBase

/// Sees a build go by: a terminal, a stream of JSON lines, a test.
package protocol RunObserver: Sendable {
  /// Takes one event; called by one thread at a time, in the order of events. Must be quick.
  func observe(_ event: RunEvent)
}

/// Something that happened in a build.
package enum RunEvent: Sendable {
  /// The build begins; first of all events.
  case planned(Plan)
  /// A step starts to run, with why.
  case started(StepID, key: ContentHash, because: [Reason])
  /// `done` of `total` units of a running step: frames, seconds, lines.
  case progress(StepID, done: Int, total: Int, unit: String)
  /// A step has ended, or will not run; once for each wanted step that is reached. Seconds are wall
  /// time, 0 where nothing ran.
  case finished(StepID, StepOutcome, seconds: Double)
  /// The graph has grown: these steps are wanted too, in place of the stand-in's. Steps among them
  /// that are reused finish right after.
  case expanded([Plan.Entry])
  /// Something that the user should know about a result, whether it was made now or before.
  case warning(StepID, String)
  /// A result that had ended so turned out to be damaged in the store, when it was about to be
  /// read; what is wrong, in a few words. The step is wanted once more and ends once more.
  case damaged(StepID, StepOutcome, detail: String)
  /// The build was asked to stop; what runs is being cancelled.
  case interrupted
}

/// How a step ended.
package enum StepOutcome: Sendable, Hashable {
  /// The store had its result.
  case reused
  /// It ran, and its result is recorded.
  case ran
  /// It ran and failed; the report has the cause.
  case failed
  /// It did not run, because that step failed.
  case stopped(by: StepID)
  /// It was cancelled while it ran; nothing was recorded.
  case cancelled
}
