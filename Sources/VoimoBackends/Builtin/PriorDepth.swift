import Foundation
import VoimoPaint
package import VoimoStages

/// Guesses depth without a model: the sky is far, the ground comes nearer downwards, and what
/// stands out is near.
package struct PriorDepth: DepthReader {
  package init() {}

  package var identity: BackendIdentity { BackendIdentity(type: "prior", behaviour: 1) }

  package func depth(of picture: String, _ work: Work) async throws -> [UInt8] {
    guard let bytes = FileManager.default.contents(atPath: picture) else {
      throw StageError("\(picture) cannot be read")
    }
    return DepthPrior.depth(of: try PictureArtifact.decode(Array(bytes))).encode()
  }
}
