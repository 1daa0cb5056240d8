package import VoimoBase

/// The picture's size, frame rate and encoding.
package struct RenderSettings: Hashable, Sendable {
  /// How much work the encoder puts into the film.
  package enum Quality: String, Sendable, Codable, CaseIterable {
    case draft, standard, high

    /// x264's constant rate factor: smaller is better and larger.
    package var crf: Int {
      switch self {
      case .draft: 24
      case .standard: 20
      case .high: 16
      }
    }

    /// x264's preset.
    package var preset: String {
      switch self {
      case .draft: "superfast"
      case .standard: "veryfast"
      case .high: "medium"
      }
    }
  }

  /// In pixels; even, 64 to 7 680.
  package var width = 1280
  /// In pixels; even, 64 to 7 680.
  package var height = 720
  package var fps = RenderFields.fps.fallback
  package var quality = RenderFields.quality.fallback

  /// 1280×720 at 24 frames a second.
  package init() {}
}

/// The shape of a picture, as in `16:9`: only how its sides stand to each other counts.
package struct Aspect: Hashable, Sendable, CustomStringConvertible {
  package let width: Int
  package let height: Int

  /// Reads `16:9`, `16/9` or `2.39:1`; nil for anything else, or a shape beyond 10:1.
  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let halves =
      parts.count == 2 ? parts : text.split(separator: "/", omittingEmptySubsequences: false)
    guard halves.count == 2, let a = Self.hundredths(halves[0]), let b = Self.hundredths(halves[1]),
      a <= 10 * b, b <= 10 * a
    else { return nil }
    (width, height) = (a, b)
  }

  /// The shape of a picture in pixels; both above 0.
  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// `16:9`, `2.39:1`.
  package var description: String {
    let divisor = width % 100 == 0 && height % 100 == 0 ? 100 : 1
    if divisor == 100 || width < 100 { return "\(width / divisor):\(height / divisor)" }
    return "\(NumberText.text(Double(width) / 100)):\(NumberText.text(Double(height) / 100))"
  }

  /// The even width that goes with a height.
  package func width(forHeight pixels: Int) -> Int { Self.even(pixels, width, height) }

  /// The even height that goes with a width.
  package func height(forWidth pixels: Int) -> Int { Self.even(pixels, height, width) }

  /// The even size whose shorter side has so many pixels.
  package func size(shorterSide pixels: Int) -> (width: Int, height: Int) {
    width < height
      ? (pixels, height(forWidth: pixels)) : (width(forHeight: pixels), pixels)
  }

  /// Whether a size has this shape, give or take what evenness costs.
  package func fits(_ pixels: (width: Int, height: Int)) -> Bool {
    abs(width(forHeight: pixels.height) - pixels.width) <= 2
      || abs(height(forWidth: pixels.width) - pixels.height) <= 2
  }

  private static func even(_ pixels: Int, _ numerator: Int, _ denominator: Int) -> Int {
    2 * ((pixels * numerator + denominator) / (2 * denominator))
  }

  private static func hundredths(_ text: some StringProtocol) -> Int? {
    guard let number = NumberText.number(String(text)), number > 0, number <= 100_000 else {
      return nil
    }
    let scaled = (number * 100).rounded()
    return scaled >= 1 ? Int(scaled) : nil
  }
}
