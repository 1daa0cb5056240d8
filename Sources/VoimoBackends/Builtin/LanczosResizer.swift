import Foundation
import VoimoMedia
package import VoimoStages

/// Brings pictures to another size by a Lanczos filter; needs no model.
package struct LanczosResizer: ImageEditor {
  package init() {}

  package var identity: BackendIdentity { BackendIdentity(type: "lanczos", behaviour: 1) }

  package func edited(
    _ picture: String, to size: PictureSize, _ work: Work
  ) async throws -> String {
    guard let bytes = FileManager.default.contents(atPath: picture) else {
      throw StageError("\(picture) cannot be read")
    }
    let resized = try PictureArtifact.fitted(PictureArtifact.decode(Array(bytes)), to: size)
    let path = work.path("resized.png")
    try Data(PNGFile.encode(resized)).write(to: URL(filePath: path))
    return path
  }
}
