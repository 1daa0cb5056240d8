package import VoimoBase

extension FrameRate {
  /// The rates a film may have.
  static let sensible = 1.0...240.0

  /// Reads `24`, `12.5`, `30000/1001`, and `23.976`, `29.97`, `59.94`, which mean the exact NTSC
  /// rates; nil for anything else or beyond 1 to 240 frames a second.
  package init?(text: String) {
    let ntsc = ["23.976": 24, "23.98": 24, "29.97": 30, "47.952": 48, "59.94": 60, "119.88": 120]
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let rate: FrameRate?
    if let nominal = ntsc[text] {
      rate = FrameRate(nominal * 1000, over: 1001)
    } else if parts.count == 2, let above = NumberText.integer(String(parts[0])),
      let below = NumberText.integer(String(parts[1]))
    {
      rate = FrameRate(above, over: below)
    } else if let number = NumberText.number(text), number > 0, number <= 1000 {
      let thousandths = (number * 1000).rounded()
      guard abs(thousandths - number * 1000) < 1e-6 else { return nil }
      rate = FrameRate(Int(thousandths), over: 1000)
    } else {
      rate = nil
    }
    guard let rate, Self.sensible.contains(rate.framesPerSecond) else { return nil }
    self = rate
  }
}
