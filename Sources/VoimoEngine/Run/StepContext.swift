package import VoimoBase

/// What a running step may touch: its inputs, its own folder, and somebody to report to.
package struct StepContext: Sendable {
  /// The step's name, for messages.
  package let id: StepID
  /// The step's own folder, empty when it starts, gone when it has ended.
  package let folder: String
  private let inputs: [String: InputFile]
  private let report: @Sendable (StepReport) -> Void

  /// What there is to read, and the SHA-256 of its content.
  package enum InputFile: Sendable, Hashable {
    /// A file, never to be written.
    case file(path: String, hash: ContentHash)
    /// The small value of a step.
    case value([UInt8], hash: ContentHash)

    /// The SHA-256 of the content.
    package var hash: ContentHash {
      switch self {
      case .file(_, let hash), .value(_, let hash): hash
      }
    }
  }

  /// Makes what one run of a step may touch; the runner does, and tests of steps.
  package init(
    id: StepID, folder: String, inputs: [String: InputFile],
    report: @escaping @Sendable (StepReport) -> Void
  ) {
    self.id = id
    self.folder = folder
    self.inputs = inputs
    self.report = report
  }

  /// What one of the step's inputs holds.
  ///
  /// Asking for an input that the step did not declare is a bug in the step.
  package func input(_ input: StepInput) -> InputFile {
    guard let file = inputs[input.name] else {
      preconditionFailure("step \(id) reads input '\(input.name)', which it did not declare")
    }
    return file
  }

  /// Where one of the step's inputs can be read.
  ///
  /// Asking so for a step's small value is a bug in the step.
  package func inputPath(_ input: StepInput) -> String {
    guard case .file(let path, _) = self.input(input) else {
      preconditionFailure(
        "step \(id) reads input '\(input.name)' as a file, and it is a small value")
    }
    return path
  }

  /// A path in the step's own folder, for an output or for scratch work.
  package func path(_ name: String) -> String { "\(folder)/\(name)" }

  /// Says how far the work is.
  package func progress(_ done: Int, of total: Int, unit: String) {
    report(.progress(done: done, total: total, unit: unit))
  }

  /// Adds a line to the step's log.
  package func log(_ line: String) { report(.log(line)) }

  /// Stops here if the build was interrupted; call it per frame and per block.
  ///
  /// - Throws: `CancellationError`.
  package func checkCancellation() throws { try Task.checkCancellation() }
}

/// What a step says while it runs.
package enum StepReport: Sendable, Hashable {
  /// `done` of `total` units: `frames`, `seconds`, `lines`.
  case progress(done: Int, total: Int, unit: String)
  /// A line for the step's log.
  case log(String)
}

/// What a step has made.
package struct StepProduct: Sendable {
  /// One named output.
  package enum Output: Sendable {
    /// A file in the step's own folder, which the store takes over.
    case file(path: String)
    /// Bytes in memory.
    case bytes([UInt8])
  }

  /// By name; a name is `[a-z0-9./-]+` and never `value`.
  package var outputs: [String: Output]
  /// Up to some 100 kB that others read without opening a file: the engine keeps it in its index.
  package var value: [UInt8]
  /// Things the user should know whenever this result is used; kept with it and shown again.
  package var warnings: [String]

  /// Gathers what was made.
  package init(outputs: [String: Output] = [:], value: [UInt8] = [], warnings: [String] = []) {
    self.outputs = outputs
    self.value = value
    self.warnings = warnings
  }
}
