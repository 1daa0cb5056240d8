import VoimoBase
import VoimoMedia
import VoimoSignal

/// Keeps frames in a file without loss, and the last of them in memory where it is asked for.
struct KeptFrames: ~Copyable {
  /// How many frames have been kept.
  private(set) var count = 0
  private var writer: FrameFileWriter
  private let expected: Int
  private var last: PlanarPicture?

  init(path: String, size: PictureSize, rate: FrameRate, count: Int, keepsLast: Bool) throws {
    writer = try FrameFileWriter(
      path: path, width: size.width, height: size.height, frameRate: rate, frames: count)
    expected = count
    last = keepsLast ? PlanarPicture(width: size.width, height: size.height) : nil
  }

  /// Keeps the next frame.
  mutating func add(_ draw: (PlanarTarget) throws -> Void) throws {
    count += 1
    guard count == expected, var picture = last else { return try writer.write(draw) }
    try picture.withTarget(draw)
    try writer.write { target in picture.copy(to: target) }
    last = picture
  }

  /// Ends the file, whose frames are decoded once more and compared.
  ///
  /// - Returns: The last frame, where it was to be kept.
  consuming func finish() throws -> PlanarPicture? {
    _ = try writer.finish()
    return last
  }
}
