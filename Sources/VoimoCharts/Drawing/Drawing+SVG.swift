import VoimoBase

extension Drawing {
  /// The drawing as an SVG 1.1 file that any browser shows; notes are its tooltips.
  package var svg: String {
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\" "
        + "viewBox=\"0 0 \(width) \(height)\" font-family=\"DejaVu Sans, sans-serif\">",
      "<rect width=\"\(width)\" height=\"\(height)\" fill=\"\(background.hex)\"/>",
    ]
    lines += shapes.map { shape in
      switch shape {
      case .rectangle(let shape): Self.element(shape)
      case .area(let area): Self.element(area)
      case .text(let text): Self.element(text)
      }
    }
    return (lines + ["</svg>", ""]).joined(separator: "\n")
  }

  private static func element(_ shape: Rectangle) -> String {
    let start =
      "<rect x=\"\(number(shape.x))\" y=\"\(number(shape.y))\" width=\"\(number(shape.width))\" "
      + "height=\"\(number(shape.height))\"\(fill(shape.color, shape.opacity))"
    return shape.note.isEmpty
      ? start + "/>" : start + "><title>\(escaped(shape.note))</title></rect>"
  }

  private static func element(_ area: Area) -> String {
    func point(_ column: Int, _ height: Double) -> String {
      "\(number(area.x + (Double(column) + 0.5) * area.step)) \(number(height))"
    }
    let path =
      area.tops.enumerated().map { point($0, $1) }
      + area.bottoms.enumerated().reversed().map { point($0, $1) }
    return "<path d=\"M\(path.joined(separator: "L"))Z\"\(fill(area.color, area.opacity))/>"
  }

  private static func element(_ text: Text) -> String {
    let anchor = text.anchor == .start ? "" : " text-anchor=\"\(text.anchor.rawValue)\""
    let weight = text.isBold ? " font-weight=\"bold\"" : ""
    return "<text x=\"\(number(text.x))\" y=\"\(number(text.base))\" "
      + "font-size=\"\(number(text.size))\"\(anchor)\(weight)\(fill(text.color, text.opacity))>"
      + "\(escaped(text.text))</text>"
  }

  private static func fill(_ color: Color, _ opacity: Double) -> String {
    " fill=\"\(color.hex)\"" + (opacity < 1 ? " fill-opacity=\"\(number(opacity))\"" : "")
  }

  /// Two decimals, without trailing zeros.
  private static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    var text = "\(hundredths < 0 ? "-" : "")\(whole)"
    if rest > 0 { text += ".\(rest < 10 ? "0" : "")\(rest % 10 == 0 ? rest / 10 : rest)" }
    return text
  }

  /// Text as XML takes it: markup escaped, characters that XML 1.0 does not have left out.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\u{9}", "\u{A}", "\u{D}": result += " "
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
