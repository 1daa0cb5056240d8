package import VoimoSignal

/// A film as single pictures: `00001.png`, `00002.png` … in an archive that every system unpacks.
package struct PNGSequence: ~Copyable {
  private let archive: StoredZip
  private let frames: Int
  private let digits: Int
  private var picture: PlanarPicture
  private var written = 0

  /// Begins an archive of exactly `frames` pictures.
  ///
  /// - Parameters:
  ///   - path: Where; an older file there is replaced.
  ///   - width: In pixels, even.
  ///   - height: In pixels, even.
  ///   - frames: How many there will be, at least 1.
  ///   - mostPlain: Bytes from which on the archive is in its long form, ZIP64.
  /// - Throws: `MediaError` where the file cannot be made.
  package init(
    path: String, width: Int, height: Int, frames: Int, mostPlain: Int = 0xFFFF_FFFF
  ) throws(MediaError) {
    precondition(frames > 0, "a film has frames")
    archive = try StoredZip(path: path, mostPlain: mostPlain)
    picture = PlanarPicture(width: width, height: height)
    self.frames = frames
    digits = max(5, "\(frames)".count)
  }

  /// Adds the next picture.
  ///
  /// - Parameter draw: Fills the planes, which are lent for the call.
  /// - Throws: what `draw` throws, and `MediaError`.
  package mutating func write(_ draw: (PlanarTarget) throws -> Void) throws {
    precondition(written < frames, "frame \(written) of \(frames)")
    let rgb = try picture.withTarget { target in
      try draw(target)
      return try PictureConversion.rgb(target)
    }
    written += 1
    let number = String(written)
    let name = String(repeating: "0", count: digits - number.count) + number
    try archive.add("\(name).png", PNGFile.encode(rgb))
  }

  /// Ends the archive.
  ///
  /// - Throws: `MediaError` with code `.mismatch` when fewer pictures were given than announced.
  package consuming func finish() throws(MediaError) {
    guard written == frames else {
      throw MediaError(
        .mismatch, "an archive of \(frames) pictures was given \(written)", operation: "finish")
    }
    try archive.finish()
  }
}
