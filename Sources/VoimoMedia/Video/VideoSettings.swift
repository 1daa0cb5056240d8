package import VoimoBase

/// How the film's picture is encoded: everything that the encoder's bytes depend on besides the
/// pixels.
///
/// All segments of one film need equal settings.
package struct VideoSettings: Hashable, Sendable, Codable {
  /// x264's trade of time against size, fastest first.
  package enum Preset: String, Sendable, Codable, CaseIterable {
    case ultrafast, superfast, veryfast, faster, fast, medium, slow, slower, veryslow
  }

  /// In pixels; even, 16 to 8192.
  package var width: Int
  /// In pixels; even, 16 to 8192.
  package var height: Int
  package var frameRate: FrameRate
  /// Constant rate factor, 0 (lossless) to 51; each 6 halve the bytes.
  package var crf: Double
  package var preset: Preset
  /// Frames from one key frame to the next, at most: where a player can jump to.
  package var gop: Int

  /// Takes settings; without `gop`, there is a key frame every four seconds at least.
  package init(
    width: Int, height: Int, frameRate: FrameRate, crf: Double = 20, preset: Preset = .veryfast,
    gop: Int? = nil
  ) {
    self.width = width
    self.height = height
    self.frameRate = frameRate
    self.crf = crf
    self.preset = preset
    self.gop = gop ?? max(1, Int((4 * frameRate.framesPerSecond).rounded()))
  }

  /// Which encoder this is, for keys: `x264 core 164 r3095 baee400, lavc 59.37.100`.
  ///
  /// Costs a few milliseconds the first time.
  package static var encoderIdentity: String { VideoEncoder.identity }

  /// Throws when x264 or 4:2:0 could not hold to the settings.
  func check() throws(MediaError) {
    let sizes = 16...8192
    guard sizes.contains(width), sizes.contains(height), width % 2 == 0, height % 2 == 0 else {
      throw MediaError(
        .outOfLimits,
        "a film of \(width)×\(height) cannot be made: both must be even, from 16 to 8192",
        operation: "settings")
    }
    guard (0...51).contains(crf), (1...100_000).contains(gop) else {
      throw MediaError(
        .outOfLimits, "crf \(crf) must be from 0 to 51, and gop \(gop) at least 1",
        operation: "settings")
    }
  }
}
