import Foundation
import VoimoMedia
package import VoimoSignal

/// Pictures among the artifacts: files that steps or back ends wrote.
package enum PictureArtifact {
  /// Reads a picture file.
  ///
  /// - Parameters:
  ///   - path: Of the file.
  ///   - failure: Makes an error of a sentence about it.
  /// - Returns: The picture.
  /// - Throws: what `failure` makes, `CancellationError`.
  static func read(_ path: String, _ failure: (String) -> any Error) throws -> RGBPicture {
    guard let bytes = try? Data(contentsOf: URL(filePath: path)) else {
      throw failure("the file cannot be read")
    }
    do {
      return try PictureFile.decode(Array(bytes), name: "the picture").picture
    } catch let error as MediaError {
      throw failure(error.sentence)
    }
  }

  /// Reads a picture that a step made.
  ///
  /// - Throws: `MediaError`.
  package static func decode(_ bytes: [UInt8]) throws -> RGBPicture { try PNGFile.decode(bytes) }

  /// Whether a file is one that every reader of pictures takes.
  static func isPNG(_ path: String) -> Bool {
    let file = FileHandle(forReadingAtPath: path)
    defer { try? file?.close() }
    return (try? file?.read(upToCount: 8)).map { $0 == Data(magic) } ?? false
  }

  private static let magic: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// A picture at another size: cut to its aspect round the middle, then resized.
  ///
  /// - Throws: `MediaError`.
  package static func fitted(_ picture: RGBPicture, to size: PictureSize) throws -> RGBPicture {
    if picture.width == size.width, picture.height == size.height { return picture }
    let part = picture.cropped(
      to: PictureCrop(
        pictureWidth: picture.width, pictureHeight: picture.height, aspect: size.aspect,
        focus: (0.5, 0.5)))
    return try PictureConversion.resized(
      part, toWidth: size.width, height: size.height, filter: .lanczos)
  }
}
