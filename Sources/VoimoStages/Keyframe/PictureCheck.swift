import VoimoEngine
import VoimoMedia
import VoimoSignal

/// Looks at what a generator gave back before anything of it is kept.
///
/// A picture must decode, have the size asked for and show something, and what the back end says
/// that it used must be what was asked for.
struct PictureCheck {
  private let identity: BackendIdentity
  private let request: ImageRequest

  init(of identity: BackendIdentity, asked request: ImageRequest) {
    self.identity = identity
    self.request = request
  }

  /// The picture as a PNG file, when all is well.
  ///
  /// - Throws: `BackendError.wrongResult`, which says what was asked for and what came.
  func accepted(_ image: GeneratedImage) throws -> StepProduct.Output {
    if let model = image.used.model { try check(model) }
    if let seed = image.used.seed, seed != request.seed {
      throw wrong("used seed \(seed) instead of \(request.seed)")
    }
    let picture = try PictureArtifact.read(image.file) {
      wrong("made a file that is not a picture: \($0)")
    }
    guard picture.width == request.size.width, picture.height == request.size.height else {
      throw wrong("made a picture of \(picture.width)×\(picture.height) instead of \(request.size)")
    }
    guard !picture.isOneColor else {
      throw wrong(
        "made a picture of one color, which safety filters and numbers out of range give")
    }
    return try PictureArtifact.isPNG(image.file)
      ? .file(path: image.file) : .bytes(PNGFile.encode(picture))
  }

  private func check(_ used: ModelIdentity) throws {
    guard !identity.models.isEmpty else { return }
    // A server that tells a hash is held to it, one that does not to the name.
    let isAsked = identity.models.contains { asked in
      if let a = asked.sha256, let b = used.sha256 { return a == b }
      return asked.name == used.name
    }
    guard !isAsked else { return }
    throw wrong(
      "used \(used.text) instead of \(identity.models.map(\.text).joined(separator: ", "))")
  }

  private func wrong(_ text: String) -> BackendError {
    .wrongResult("\(identity.type) has \(text); nothing of it is kept")
  }
}

extension RGBPicture {
  /// Whether every pixel is like the first, but for rounding.
  var isOneColor: Bool {
    guard pixels.count >= 3 else { return true }
    return stride(from: 0, to: pixels.count - 2, by: 3).allSatisfy { index in
      (0..<3).allSatisfy { abs(Int(pixels[index + $0]) - Int(pixels[$0])) <= 1 }
    }
  }
}
