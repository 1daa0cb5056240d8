/// Knows which font shows each part of a line, and how wide the line will be.
///
/// Holds the widths of the characters of the texts it was made for; it reads no file afterwards.
package struct TypeSetter: Sendable {
  /// A part of a line that is set in one font.
  package struct Run: Sendable, Equatable {
    package var text: String
    /// The name under which libass finds the font.
    package var family: String
    /// How far a line of the font reaches up from its base, in ems.
    package var ascent: Double
    /// How far it reaches down, in ems; libass takes the sum of both for the font's size.
    package var descent: Double
  }

  package let typeface: Typeface
  private let runs: FontRuns
  private let advances: [[Unicode.Scalar: Double]]
  /// Of the bold cut, for what the first font shows.
  private let boldAdvances: [Unicode.Scalar: Double]?

  /// Reads the fonts and measures the characters of some texts, and those of ASCII.
  ///
  /// - Throws: `MediaError` when a font cannot be read or is another one than its hash says.
  package init(_ typeface: Typeface, for texts: [String]) throws(MediaError) {
    self.typeface = typeface
    var loaded: [LoadedFont] = []
    for font in typeface.fonts { loaded.append(try font.load()) }
    var scalars: Set<Unicode.Scalar> = ["…"]
    for code in UInt8(0x20)...0x7E { scalars.insert(Unicode.Scalar(code)) }
    for text in texts { scalars.formUnion(text.unicodeScalars) }
    runs = FontRuns(fonts: loaded)
    advances = loaded.map { $0.advances(of: scalars) }
    boldAdvances = try typeface.bold?.load().advances(of: scalars)
  }

  /// A line by the fonts that show its parts; empty for an empty line.
  ///
  /// - Complexity: O(*n*).
  package func runs(of line: String) -> [Run] {
    var runs: [(text: String, font: Int)] = []
    for (character, font) in fonts(of: line) {
      if let last = runs.last, last.font == font {
        runs[runs.count - 1].text.append(character)
      } else {
        runs.append((String(character), font))
      }
    }
    return runs.map { text, index in
      let font = self.runs.fonts[index]
      return Run(text: text, family: font.family, ascent: font.ascent, descent: font.descent)
    }
  }

  /// How wide each character of a line is, in ems: 1 for one that is in none of the texts that the
  /// setter was made for.
  ///
  /// The whole line is no wider but for rare pairs: kerning and joined letters make it narrower.
  ///
  /// - Complexity: O(*n*).
  package func widths(of line: String, isBold: Bool) -> [Double] {
    fonts(of: line).map { character, font in
      let widths = font == 0 && isBold ? boldAdvances ?? advances[0] : advances[font]
      return character.unicodeScalars.reduce(0) { sum, scalar in
        // Marks of direction, joiners and such are shown as nothing, though a font may have a box
        // for them.
        let properties = scalar.properties
        guard !properties.isDefaultIgnorableCodePoint else { return sum }
        return sum + (widths[scalar] ?? 1)
      }
    }
  }

  private func fonts(of line: String) -> [(character: Character, font: Int)] {
    var current = 0
    return line.map { character in
      // Signs and digits between words may stay in the font of the word before; words do not.
      current = runs.font(for: character, after: character.isLetter ? 0 : current)
      return (character, current)
    }
  }
}
