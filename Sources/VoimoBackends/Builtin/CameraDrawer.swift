import VoimoPaint
import VoimoSignal
package import VoimoStages

/// Moves a camera through any picture by its depth, with weather and light laid over it.
package struct CameraDrawer: FrameDrawer {
  package init() {}

  package var identity: BackendIdentity { BackendIdentity(type: "camera", behaviour: 2) }

  package var reads: [KeyframePart] { [.picture, .depth] }

  package func manner(for words: ShotWords) -> [String: Double] {
    Life.reading(
      SceneText(
        prompt: words.prompt, theme: words.theme, artist: words.artist,
        negativePrompt: words.negativePrompt)
    ).amounts
  }

  package func drawing(of request: ShotRequest) throws -> any FrameDrawing {
    guard let picture = request.picture, let bytes = request.depth,
      let depth = DepthMap(decoding: bytes)
    else { throw StageError("the camera moves through a picture by its depth, and one is missing") }
    return FilmedShot(picture: picture, depth: depth, request: request)
  }
}

/// Films one shot's frames.
private struct FilmedShot: FrameDrawing {
  private var shot: CameraShot
  private var request: ShotRequest

  init(picture: RGBPicture, depth: DepthMap, request: ShotRequest) {
    let size = request.size
    shot = CameraShot(
      picture: picture, depth: depth, width: size.width, height: size.height,
      life: Life(amounts: request.manner), seed: request.seed)
    self.request = request
    // What is read is taken apart now.
    (self.request.picture, self.request.depth) = (nil, nil)
  }

  mutating func draw(_ moment: FrameMoment, into target: PlanarTarget) throws {
    shot.paint(moment.inShot(request.motion, size: request.size), into: target)
  }
}

extension Life {
  /// Its parts by name, those that are there.
  fileprivate var amounts: [String: Double] {
    Self.parts.reduce(into: [:]) { amounts, part in
      let amount = self[keyPath: part.value]
      if amount > 0 { amounts[part.name] = amount }
    }
  }

  /// Reads what `amounts` gave.
  fileprivate init(amounts: [String: Double]) {
    self = .none
    for part in Self.parts { self[keyPath: part.value] = amounts[part.name] ?? 0 }
  }

  private static var parts: [(name: String, value: WritableKeyPath<Life, Double>)] {
    [
      ("rain", \.rain), ("snow", \.snow), ("dust", \.dust), ("fog", \.fog), ("embers", \.embers),
      ("leaks", \.leaks), ("grain", \.grain), ("lamps", \.lamps), ("water", \.water),
    ]
  }
}
