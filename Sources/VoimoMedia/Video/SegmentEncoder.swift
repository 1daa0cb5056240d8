package import VoimoSignal

/// Encodes one shot into a segment: closed-GOP H.264 that a film is put together from without
/// encoding again.
///
/// Runs on the caller's thread alone (several shots in parallel fill the cores); the same pixels
/// and settings give the same bytes on any number of cores. A segment that is not finished is no
/// segment: its file lacks the end and is refused by the muxer.
package struct SegmentEncoder: ~Copyable {
  private let encoder: VideoEncoder
  private let writer: PacketFileWriter
  private let frames: Int
  private var painted = 0

  /// Begins a segment of exactly `frames` frames.
  ///
  /// - Throws: `MediaError` for settings out of range, a file that cannot be made, a missing x264.
  package init(path: String, settings: VideoSettings, frames: Int) throws(MediaError) {
    precondition(frames > 0, "a segment has frames")
    try settings.check()
    let encoder = try VideoEncoder(settings)
    let writer = try PacketFileWriter(path: path, head: encoder.head)
    self.encoder = encoder
    self.writer = writer
    self.frames = frames
  }

  /// Encodes the next frame.
  ///
  /// - Parameter paint: fills the encoder's own planes, which are lent for the call and hold an
  ///   earlier frame's pixels; all of them must be written.
  /// - Throws: what `paint` throws, and `MediaError`.
  package mutating func encode(_ paint: (PlanarTarget) throws -> Void) throws {
    precondition(painted < frames, "frame \(painted) of a segment of \(frames)")
    try encoder.encode(frame: painted, paint)
    painted += 1
    try encoder.drain { try writer.write($0) }
  }

  /// Ends the segment.
  ///
  /// - Throws: `MediaError` with code `.mismatch` when fewer frames were painted than announced.
  package consuming func finish() throws -> SegmentInfo {
    guard painted == frames else {
      throw MediaError(
        .mismatch, "a segment of \(frames) frames was given \(painted)", operation: "finish")
    }
    try encoder.finish()
    try encoder.drain { try writer.write($0) }
    try writer.finish(length: frames)
    return SegmentInfo(frames: frames, bytes: encoder.bytes, keyFrames: encoder.keyFrames)
  }
}

/// What came of a segment.
package struct SegmentInfo: Hashable, Sendable, Codable {
  package var frames: Int
  /// Bytes of H.264.
  package var bytes: Int
  package var keyFrames: Int
}
