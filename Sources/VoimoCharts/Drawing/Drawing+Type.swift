import VoimoBase
package import VoimoMedia
package import VoimoSignal

/// Text in pixels, set by libass in fonts that the caller chose.
///
/// The same fonts give the same bytes.
extension Drawing {
  /// Draws shapes, then all text in front of them.
  ///
  /// - Parameter type: Sets the text; where there is none, text is left out.
  /// - Returns: the picture, of the drawing's size.
  /// - Throws: `MediaError` when libass fails, or a font is not the one that was named.
  /// - Complexity: O(pixels covered).
  package func pixels(_ type: TypeSetter?) throws(MediaError) -> RGBPicture {
    var picture = pixelsWithoutText()
    guard let type, !texts.isEmpty else { return picture }
    let renderer = try SubtitleRenderer(
      page: Array(script(type).utf8), width: width, height: height, typeface: type.typeface)
    renderer.draw(at: .zero, onto: &picture)
    return picture
  }

  /// The drawing's text as an ASS script in which each line is placed by itself.
  func script(_ type: TypeSetter) -> String {
    // Encoding -1 lets the words decide whether a line runs from the right.
    let header = """
      [Script Info]
      ScriptType: v4.00+
      PlayResX: \(width)
      PlayResY: \(height)
      WrapStyle: 2

      [V4+ Styles]
      Format: Name, Fontname, Fontsize, PrimaryColour, BorderStyle, Outline, Shadow, Alignment, Encoding
      Style: Default,\(FontFile.standardFamily),16,&H00FFFFFF,1,0,0,5,-1

      [Events]
      Format: Layer, Start, End, Style, Text

      """
    return header + texts.map { Self.dialogue($0, type) }.joined(separator: "\n") + "\n"
  }

  private static func dialogue(_ text: Text, _ type: TypeSetter) -> String {
    let runs = type.runs(of: plain(text.text))
    let alignment =
      switch text.anchor {
      case .start: 4
      case .middle: 5
      case .end: 6
      }
    let color = text.color
    let tags = [
      "an\(alignment)", "pos(\(number(text.x)),\(number(middle(of: runs, in: text))))",
      "b\(text.isBold ? 1 : 0)",
      "c&H\(hex(color.blue))\(hex(color.green))\(hex(color.red))&",
      "alpha&H\(hex(UInt8(clamping: Int((255 * (1 - text.opacity)).rounded()))))&",
    ]
    let start = "Dialogue: 0,0:00:00.00,0:00:01.00,Default,{"
    return start + tags.map { "\\" + $0 }.joined() + "}"
      + runs.map { run in
        let size = number(text.size * (run.ascent + run.descent))
        return "{\\fn\(run.family)\\fs\(size)}" + escaped(run.text)
      }.joined()
  }

  /// Where libass must put the middle of a line, so that all lines stand on one base.
  ///
  /// To libass the middle is halfway between the highest ascent and the lowest descent of the
  /// line's fonts.
  private static func middle(of runs: [TypeSetter.Run], in text: Text) -> Double {
    let ascent = runs.map(\.ascent).max() ?? 0
    let descent = runs.map(\.descent).max() ?? 0
    return text.base - (ascent - descent) / 2 * text.size
  }

  /// One line, without controls and ends of lines.
  private static func plain(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}": result.append(" ")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Text in which nothing is a tag or a line break.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "{", "}": result += "\\" + String(scalar)
      // A word joiner has no width and ends what would be an escape.
      case "\\": result += "\\\u{2060}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func hex(_ value: UInt8) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }

  /// With two decimals at most.
  private static func number(_ value: Double) -> String {
    String((value * 100).rounded() / 100)
  }
}
