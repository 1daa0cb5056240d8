import VoimoMedia
import VoimoSignal

/// Reads kept frames back, piece by piece, in order.
struct StoredFrames: ShotFrameSource {
  private var paths: [String]
  private var reader: FrameFileReader
  /// The frame of the song's grid that is read next.
  private var next: Int
  private let size: PictureSize

  /// Opens the first piece.
  ///
  /// - Parameters:
  ///   - paths: The pieces in order.
  ///   - start: The first frame of the first piece.
  ///   - first: The first frame that will be asked for.
  ///   - size: What the frames must have.
  /// - Throws: `StageError`, `MediaError`.
  init(paths: [String], start: Int, first: Int, size: PictureSize) throws {
    guard let path = paths.first else { throw StageError("a shot has no kept frames") }
    self.paths = Array(paths.dropFirst())
    self.size = size
    next = start
    reader = try Self.open(path, size)
    while next + reader.count <= first {
      next += reader.count
      try goOn()
    }
    try reader.seek(to: first - next)
    next = first
  }

  mutating func draw(_ frame: Int, into target: PlanarTarget) throws {
    guard frame == next else {
      preconditionFailure("kept frames are read in order: \(frame) instead of \(next)")
    }
    if reader.position == reader.count { try goOn() }
    try reader.next(into: target)
    next += 1
  }

  private mutating func goOn() throws {
    guard !paths.isEmpty else { throw StageError("the kept frames of a shot end at frame \(next)") }
    reader = try Self.open(paths.removeFirst(), size)
  }

  private static func open(_ path: String, _ size: PictureSize) throws -> FrameFileReader {
    let reader = try FrameFileReader(path: path)
    guard reader.width == size.width, reader.height == size.height else {
      throw StageError(
        "kept frames of \(reader.width)×\(reader.height) are not of the film's \(size)")
    }
    return reader
  }
}
