package import VoimoEngine

/// What any back end is given while it works: a folder of its own, and somebody to report to.
///
/// A value that may travel between tasks: what a worker process says arrives on another one.
package struct Work: Sendable {
  /// An empty folder for what it makes and for scratch work; gone when the step has ended.
  package let folder: String
  private let report: @Sendable (_ done: Int, _ total: Int, _ unit: String) -> Void
  private let write: @Sendable (_ line: String) -> Void

  package init(
    folder: String,
    progress: @escaping @Sendable (_ done: Int, _ total: Int, _ unit: String) -> Void = { _, _, _ in
    },
    log: @escaping @Sendable (_ line: String) -> Void = { _ in }
  ) {
    self.folder = folder
    report = progress
    write = log
  }

  /// A path in the folder.
  package func path(_ name: String) -> String { "\(folder)/\(name)" }

  /// Says how far the work is: `done` of `total` units.
  package func progress(_ done: Int, of total: Int, unit: String) { report(done, total, unit) }

  /// Adds a line to the step's log.
  package func log(_ line: String) { write(line) }

  /// Stops here if the build was interrupted; call it per block, per picture, per step of a model.
  ///
  /// - Throws: `CancellationError`.
  package func checkCancellation() throws { try Task.checkCancellation() }
}

extension StepContext {
  /// What the step's back end is given.
  package var work: Work {
    Work(
      folder: folder, progress: { progress($0, of: $1, unit: $2) }, log: { log($0) })
  }
}
