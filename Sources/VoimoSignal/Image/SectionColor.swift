/// The colours of sections in pictures.
package enum SectionColor {
  /// The colour of a section: the same label always has the same one, ordinals left aside.
  package static func of(_ label: String) -> RGBColor {
    let name = label.lowercased().prefix { $0.isLetter || $0 == "-" || $0 == "_" }
    if let known = named[String(name)] { return known }
    // FNV-1a, so that a label of one's own has its colour on every machine.
    let sum = name.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    return palette[Int(sum % UInt32(palette.count))]
  }

  private static let named: [String: RGBColor] = [
    "intro": RGBColor(110, 128, 150), "outro": RGBColor(128, 116, 150),
    "verse": RGBColor(70, 150, 190), "chorus": RGBColor(240, 120, 90),
    "bridge": RGBColor(220, 180, 80), "solo": RGBColor(200, 110, 180),
    "inst": RGBColor(100, 170, 130), "instrumental": RGBColor(100, 170, 130),
    "pre-chorus": RGBColor(235, 150, 110), "break": RGBColor(150, 120, 200),
  ]

  private static let palette = [
    RGBColor(90, 170, 200), RGBColor(200, 140, 90), RGBColor(140, 180, 90),
    RGBColor(190, 100, 130), RGBColor(120, 130, 210), RGBColor(90, 180, 160),
  ]
}
