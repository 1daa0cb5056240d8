import VoimoBase
package import VoimoMedia
package import VoimoSignal

/// Turns drawings into pictures with text set by libass.
package enum DrawingPicture {
  /// Draws shapes and text.
  ///
  /// Characters that the font lacks come from the system's other fonts, so the same text may look
  /// different on another machine: for pictures that people look at, not for what a key depends on.
  ///
  /// - Parameters:
  ///   - drawing: What to draw.
  ///   - font: The font for all text.
  /// - Returns: the picture, of the drawing's size.
  /// - Throws: `MediaError` when libass fails.
  package static func draw(_ drawing: Drawing, font: FontFile) throws(MediaError) -> RGBPicture {
    var picture = drawing.pixelsWithoutText()
    guard !drawing.texts.isEmpty else { return picture }
    let renderer = try SubtitleRenderer(
      script: Array(script(of: drawing).utf8), width: drawing.width, height: drawing.height,
      fonts: [font], takesSystemFonts: true)
    renderer.draw(at: .zero, onto: &picture)
    return picture
  }

  /// The drawing's text as an ASS script in which each line is placed by itself.
  static func script(of drawing: Drawing) -> String {
    let header = """
      [Script Info]
      ScriptType: v4.00+
      PlayResX: \(drawing.width)
      PlayResY: \(drawing.height)
      WrapStyle: 2

      [V4+ Styles]
      Format: Name, Fontname, Fontsize, PrimaryColour, BorderStyle, Outline, Shadow, Alignment
      Style: Default,\(FontFile.standardFamily),16,&H00FFFFFF,1,0,0,5

      [Events]
      Format: Layer, Start, End, Style, Text

      """
    return header + drawing.texts.map(dialogue).joined(separator: "\n") + "\n"
  }

  /// libass takes a font's size as ascent plus descent; DejaVu Sans has 1.164 em of both.
  private static let sizeOfAnEm = 1.164

  private static func dialogue(_ text: Drawing.Text) -> String {
    let alignment =
      switch text.anchor {
      case .start: 4
      case .middle: 5
      case .end: 6
      }
    let color = text.color
    let tags = [
      "an\(alignment)", "pos(\(number(text.x)),\(number(text.y)))",
      "fs\(number(text.size * sizeOfAnEm))", "b\(text.isBold ? 1 : 0)",
      "c&H\(hex(color.blue))\(hex(color.green))\(hex(color.red))&",
      "alpha&H\(hex(UInt8(clamping: Int((255 * (1 - text.opacity)).rounded()))))&",
    ]
    let start = "Dialogue: 0,0:00:00.00,0:00:01.00,Default,{"
    return start + tags.map { "\\" + $0 }.joined() + "}" + plain(text.text)
  }

  /// Text in which nothing is a tag or a line break.
  private static func plain(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "{", "}": result += "\\" + String(scalar)
      // A word joiner has no width and ends what would be an escape.
      case "\\": result += "\\\u{2060}"
      case "\u{0}"..."\u{1F}", "\u{2028}", "\u{2029}": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func hex(_ value: UInt8) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }

  private static func number(_ value: Double) -> String {
    String((value * 10).rounded() / 10)
  }
}
