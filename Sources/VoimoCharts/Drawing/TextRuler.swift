import VoimoBase
package import VoimoMedia

/// Measures lines of text, and cuts or breaks those that are too long.
///
/// By the fonts that the text will be set in, or, where they are not known, by about what DejaVu
/// Sans needs.
package struct TextRuler: Sendable {
  private let type: TypeSetter?

  /// A ruler for text in some fonts; nil for an estimate.
  package init(_ type: TypeSetter? = nil) { self.type = type }

  /// How wide a line is, in pixels.
  ///
  /// - Parameters:
  ///   - line: The text.
  ///   - size: The height of an em, in pixels.
  ///   - isBold: Whether it is set in the bold cut.
  /// - Returns: the width; 0 for an empty line.
  /// - Complexity: O(*n*).
  package func width(of line: String, size: Double, isBold: Bool = false) -> Double {
    widths(of: line, size: size, isBold: isBold).reduce(0, +)
  }

  /// A line cut with an ellipsis so that it fits; nil where not even two of its characters would.
  ///
  /// - Complexity: O(*n*).
  package func fitted(
    _ line: String, size: Double, width: Double, isBold: Bool = false
  ) -> String? {
    let widths = widths(of: line, size: size, isBold: isBold)
    if widths.reduce(0, +) <= width { return line }
    let room = width - self.width(of: Self.ellipsis, size: size, isBold: isBold)
    var (count, sum) = (0, 0.0)
    while count < widths.count, sum + widths[count] <= room {
      sum += widths[count]
      count += 1
    }
    guard count >= 2 else { return nil }
    var kept = line.prefix(count)
    while kept.last?.isWhitespace == true { kept.removeLast() }
    return kept + Self.ellipsis
  }

  /// A text broken into lines that fit; the last one ends with an ellipsis where more follows.
  ///
  /// Lines are broken at blanks, between characters of East Asia as their rules allow, and inside a
  /// word only where the word alone is wider than a line. Where some of the text runs from the
  /// right, each line begins with a mark of the whole text's direction.
  ///
  /// - Complexity: O(*n*).
  package func lines(
    of text: String, size: Double, width: Double, atMost limit: Int, isBold: Bool = false
  ) -> [String] {
    let text = text.split(whereSeparator: LineBreaks.isBlank).joined(separator: " ")
    let direction = LineBreaks.directionMark(for: text)
    let widths = widths(of: text, size: size, isBold: isBold)
    let characters = Array(text)
    var lines: [String] = []
    var start = 0
    while start < characters.count, lines.count < limit {
      var end = start
      var sum = 0.0
      // A blank at the end of a line needs no room.
      while end < characters.count, sum + widths[end] <= width || characters[end] == " " {
        sum += widths[end]
        end += 1
      }
      if end < characters.count {
        if lines.count + 1 == limit {
          let rest = String(characters[start...])
          if let last = fitted(rest, size: size, width: width, isBold: isBold) {
            lines.append(last)
          }
          break
        }
        end = LineBreaks.last(in: characters, from: start, to: end) ?? max(end, start + 1)
      }
      var line = Self.line(characters[start..<end])
      // Behind a break a neutral character may be set in another font, and be wider in it.
      while end > start + 1, self.width(of: line, size: size, isBold: isBold) > width {
        end = LineBreaks.last(in: characters, from: start, to: end - 1) ?? end - 1
        line = Self.line(characters[start..<end])
      }
      lines.append(line)
      start = end
    }
    return lines.map { direction + $0 }
  }

  /// A line without the blank at which it was broken.
  private static func line(_ characters: ArraySlice<Character>) -> String {
    String(characters.last == " " ? characters.dropLast() : characters)
  }

  private static let ellipsis = "…"

  private func widths(of line: String, size: Double, isBold: Bool) -> [Double] {
    (type?.widths(of: line, isBold: isBold) ?? Self.estimate(line, isBold: isBold)).map {
      $0 * size
    }
  }

  /// 0.6 em a character, a whole em for those of East Asia.
  private static func estimate(_ line: String, isBold: Bool) -> [Double] {
    line.map { character in
      let ems =
        switch character {
        case _ where TextWidth.columns(character) == 2: 1.0
        case _ where TextWidth.columns(character) == 0: 0.0
        case " ", ",", ".", "'", "I", "i", "j", "l", "t": 0.36
        case "W", "M", "m", "w": 0.92
        default: 0.61
        }
      return isBold ? ems * 1.1 : ems
    }
  }
}
