import VoimoEngine
package import VoimoSignal

/// Where a maker puts a shot's frames, one after the other.
package final class FrameWriter {
  /// How many frames are expected.
  package let expected: Int
  /// How many have been written.
  package private(set) var written = 0
  private var kept: KeptFrames?
  private let context: StepContext

  init(_ kept: consuming KeptFrames, expected: Int, _ context: StepContext) {
    self.kept = consume kept
    self.expected = expected
    self.context = context
  }

  /// Takes the next frame, drawn into planes of the size asked for.
  ///
  /// - Throws: `BackendError.wrongResult` for a frame too many, `CancellationError`, and what
  ///   `draw` and writing throw.
  package func frame(_ draw: (PlanarTarget) throws -> Void) throws {
    guard written < expected else {
      throw BackendError.wrongResult("more frames were made than the \(expected) asked for")
    }
    try context.checkCancellation()
    try kept?.add(draw)
    written += 1
    context.progress(written, of: expected, unit: "frames")
  }

  /// Ends the file.
  ///
  /// - Returns: The last frame, where it was to be kept.
  /// - Throws: `BackendError.wrongResult` when frames are missing, and what checking them throws.
  func finish(by maker: BackendIdentity) throws -> PlanarPicture? {
    guard written == expected else {
      throw BackendError.wrongResult(
        "\(maker.type) has made \(written) frames instead of \(expected)")
    }
    guard let kept = kept.take() else { return nil }
    return try kept.finish()
  }
}
