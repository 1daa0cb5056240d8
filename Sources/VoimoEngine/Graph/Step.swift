package import VoimoBase

/// One piece of work as a value: its fields are everything that its result may depend on.
///
/// Nothing else may be read while it runs: no clock, no environment, no absolute path, no locale,
/// no thread count. Equal manifests mean equal results.
package protocol Step: Sendable {
  /// What sort of work this is, and the version of its declared behaviour.
  var kind: StepKind { get }

  /// The outputs of other steps that this one reads, in any order, names unique.
  var inputs: [StepInput] { get }

  /// Names every parameter, each once, in a fixed order.
  ///
  /// The key and the text behind `why` come from this one walk. What varies by machine or moment
  /// (paths of the checkout, URLs, concurrency, secrets) never enters.
  func walkParameters(_ walk: inout ParameterWalk)

  /// What the runner must have free before it starts this step.
  var needs: StepNeeds { get }

  /// How much work it is; nil where that is not known before it runs.
  var expectedWork: ExpectedWork? { get }

  /// Whether most of its outputs are expected to be as they were when it runs again; for
  /// forecasts, never part of a key.
  var changesInPart: Bool { get }

  /// Its small value, where that follows from the small values that it reads; for forecasts.
  ///
  /// Pure and quick. Nil where only a run can tell.
  func foreseenValue(reading values: [StepInput: [UInt8]]) -> [UInt8]?

  /// Does the work, writing only into the context's own folder.
  ///
  /// - Throws: anything; the runner records no failed result. `CancellationError` when asked to
  ///   stop.
  func run(_ context: StepContext) async throws -> StepProduct
}

extension Step {
  package var needs: StepNeeds { .oneCore }
  package var expectedWork: ExpectedWork? { nil }
  package var changesInPart: Bool { false }
  package func foreseenValue(reading values: [StepInput: [UInt8]]) -> [UInt8]? { nil }
}

/// How much work a step is, for progress and for estimates; never part of a key.
package struct ExpectedWork: Hashable, Sendable {
  /// How many units; as many as its progress will count.
  package var count: Int
  /// What is counted: `frames`.
  package var unit: String
  /// How large a unit is, in pixels say; units of another size take as much longer.
  package var size: Int
  /// In what manner they are worked on, an encoder's preset say; another one has its own pace.
  package var manner: String

  /// Counts units.
  package init(count: Int, unit: String, size: Int = 1, manner: String = "") {
    self.count = count
    self.unit = unit
    self.size = size
    self.manner = manner
  }
}

/// What sort of work a step is, and the version of its declared behaviour.
///
/// The version changes when the same parameters and inputs may give another result.
package struct StepKind: Hashable, Sendable {
  /// As in the step's name: `segment`.
  package var name: String
  /// Counted up by hand, from 1.
  package var version: Int

  /// Names a kind at a version.
  package init(_ name: String, version: Int) {
    self.name = name
    self.version = version
  }
}

/// One of the things that a step makes, as others read it.
///
/// A type of step offers its outputs as functions, so that nobody else spells their names.
package struct StepOutput: Hashable, Sendable {
  /// The step that makes it.
  package var step: StepID
  /// Which of that step's outputs.
  package var name: String

  /// Names an output of a step.
  package init(_ step: StepID, _ name: String) {
    self.step = step
    self.name = name
  }

  /// A step's small value, which is read like any other output.
  package static func value(of step: StepID) -> StepOutput { StepOutput(step, valueName) }

  /// The output name of a step's small value; no other output may be called so.
  package static let valueName = "value"
}

/// One thing that a step reads: an output of another step, under the name this step knows it by.
package struct StepInput: Hashable, Sendable {
  /// The step's own name for it, unique among its inputs: `scene`, `next scene`.
  package var name: String
  /// What is read.
  package var source: StepOutput

  /// Names an output of another step.
  package init(_ name: String, from source: StepOutput) {
    self.name = name
    self.source = source
  }

  /// The step that makes it.
  package var producer: StepID { source.step }
  /// Which of that step's outputs it is.
  package var output: String { source.name }
}

/// What a step occupies while it runs.
package struct StepNeeds: Hashable, Sendable {
  /// Processor cores; 0 for a step that waits for something elsewhere.
  ///
  /// A step that needs more than a build has takes all of them.
  package var cores: Int
  /// A place at something that few steps can have at once, by its name: a graphics card, a server;
  /// nil for none.
  package var slot: String?

  package init(cores: Int = 1, slot: String? = nil) {
    self.cores = max(0, cores)
    self.slot = slot
  }

  /// One processor core and nothing else.
  package static let oneCore = StepNeeds()
}
