package import VoimoBase

/// The colors of sections in pictures.
package enum SectionColor {
  /// The color of a section: the same label always has the same one, ordinals left aside.
  package static func of(_ label: String) -> Color {
    let name = label.lowercased().prefix { $0.isLetter || $0 == "-" || $0 == "_" }
    if let known = named[String(name)] { return known }
    // FNV-1a, so that a label of one's own has its color on every machine.
    let sum = name.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    return palette[Int(sum % UInt32(palette.count))]
  }

  private static let named: [String: Color] = [
    "intro": Color(110, 128, 150), "outro": Color(128, 116, 150),
    "verse": Color(70, 150, 190), "chorus": Color(240, 120, 90),
    "bridge": Color(220, 180, 80), "solo": Color(200, 110, 180),
    "inst": Color(100, 170, 130), "instrumental": Color(100, 170, 130),
    "pre-chorus": Color(235, 150, 110), "break": Color(150, 120, 200),
  ]

  private static let palette = [
    Color(90, 170, 200), Color(200, 140, 90), Color(140, 180, 90),
    Color(190, 100, 130), Color(120, 130, 210), Color(90, 180, 160),
  ]
}
