import Testing
import VoimoBackends
import VoimoSignal
import VoimoStages

@Suite struct PaintedShotTests {
  /// The luma of one frame of a shot.
  private func luma(
    motion: ShotMotion = .still, time: Double = 0, fade: Double = 0, next: String? = nil
  ) async throws -> [UInt8] {
    let (width, height) = (160, 90)
    let painter = BuiltinPainter()
    func scene(_ prompt: String) async throws -> [UInt8] {
      try await painter.keyframe(
        KeyframeRequest(
          prompt: prompt, negativePrompt: "", theme: "", artist: "", own: prompt, images: [],
          seed: 4, sectionSeed: 4, part: .opening, width: width, height: height)
      ).scene
    }
    let nextScene: [UInt8]? = if let next { try await scene(next) } else { nil }
    var frames = try painter.frames(
      of: FramesRequest(
        scene: try await scene("mountains at dawn"), nextScene: nextScene, width: width,
        height: height, motion: motion))
    var picture = PlanarPicture(width: width, height: height)
    try picture.withTarget {
      try frames.paint(
        FrameMoment(
          time: time, fade: fade, signals: FrameSignals()), into: $0)
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
      \ShotMotion.panX, \.panY, \.rotate, \.push, \.sway,
    ] as [WritableKeyPath<ShotMotion, Double>] {
      var motion = ShotMotion.still
      motion[keyPath: keyPath] = keyPath == \.rotate ? 20 : 0.1
      #expect(try await luma(motion: motion) == rest ? true : false)
      #expect(distance(try await luma(motion: motion, time: 2), later) > 1)
    }
  }

  @Test func `a fade goes from the shot to the next shot's keyframe`() async throws {
    let own = try await luma()
    let half = try await luma(fade: 0.5, next: "city at night")
    let most = try await luma(fade: 0.999, next: "city at night")
    #expect(distance(own, half) > 5)
    #expect(distance(own, most) > distance(own, half))
    #expect(try await luma(next: "city at night") == own ? true : false)
  }
}

extension ShotMotion {
  static let still = ShotMotion(
    zoom: 1, panX: 0, panY: 0, rotate: 0, push: 0, sway: 0, beat: 0)
}
