import Testing
import VoimoBackends
import VoimoMedia
import VoimoProject
import VoimoSignal
import VoimoStages

@Suite struct PaintedShotTests {
  private let size = PictureSize(width: 160, height: 90)
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func image(_ prompt: String) async throws -> GeneratedImage {
    try await BuiltinPainter().image(
      ImageRequest(
        prompt: prompt, negativePrompt: "", seed: 4, size: size,
        parts: PromptParts(
          own: prompt, theme: "", artist: "", images: [], sectionSeed: 4, filmPart: .opening)),
      Work(folder: folder.path))
  }

  /// The luma of one frame of a shot.
  private func luma(motion: MotionRates = .still, time: Double = 0) async throws -> [UInt8] {
    var frames = try BuiltinPainter().drawing(
      of: ShotRequest(
        companion: try await image("mountains at dawn").companion, size: size, motion: motion,
        seed: 1))
    var picture = PlanarPicture(width: size.width, height: size.height)
    try picture.withTarget {
      try frames.draw(FrameMoment(time: time, signals: FrameSignals()), into: $0)
    }
    return picture.y
  }

  private func distance(_ a: [UInt8], _ b: [UInt8]) -> Double {
    zip(a, b).reduce(0.0) { $0 + abs(Double($1.0) - Double($1.1)) } / Double(a.count)
  }

  @Test func `each motion moves the picture, and all are still at the start`() async throws {
    let rest = try await luma()
    let later = try await luma(time: 2)
    for keyPath in [
      \MotionRates.panX, \.panY, \.rotate, \.push, \.sway,
    ] as [WritableKeyPath<MotionRates, Double>] {
      var motion = MotionRates.still
      motion[keyPath: keyPath] = keyPath == \.rotate ? 20 : 0.1
      #expect(try await luma(motion: motion) == rest ? true : false)
      #expect(distance(try await luma(motion: motion, time: 2), later) > 1)
    }
  }

  @Test func `a shot starts from its keyframe's picture`() async throws {
    let picture = try PNGFile.decode(
      TestFile.bytes(of: try await image("mountains at dawn").file))
    #expect(picture.width == size.width && picture.height == size.height)
    let planes = try PictureConversion.planar(picture)
    #expect(distance(try await luma(), planes.y) < 1.5)
  }

  @Test func `without its own scene the painter draws nothing`() {
    #expect(throws: StageError.self) {
      try BuiltinPainter().drawing(of: ShotRequest(size: size, motion: .still, seed: 1))
    }
  }
}

extension MotionRates {
  static let still = MotionRates()
}
