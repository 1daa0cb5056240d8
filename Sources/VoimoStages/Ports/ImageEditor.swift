/// Makes another picture of a picture: in a style, or larger.
package protocol ImageEditor: Backend {
  /// Makes the picture as a file in the work's folder.
  ///
  /// - Parameters:
  ///   - picture: A picture file that voimo wrote.
  ///   - size: What to make, in pixels.
  ///   - work: Where to, and whom to tell.
  /// - Returns: The path of the new picture.
  /// - Throws: `BackendError`, `CancellationError`.
  func edited(_ picture: String, to size: PictureSize, _ work: Work) async throws -> String
}

/// Says how near each place of a picture is.
package protocol DepthReader: Backend {
  /// Reads a picture file that voimo wrote.
  ///
  /// - Returns: A depth map, encoded.
  /// - Throws: `BackendError`, `CancellationError`.
  func depth(of picture: String, _ work: Work) async throws -> [UInt8]
}
