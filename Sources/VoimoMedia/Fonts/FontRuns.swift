/// Names the font for every stretch of an ASS script's text, so that libass looks for none itself.
struct FontRuns {
  /// The main font first.
  let fonts: [LoadedFont]

  /// The script with `\fn` before each stretch that the main font cannot show.
  ///
  /// - Complexity: O(*n*) in the script's length.
  func applied(to script: [UInt8]) -> [UInt8] {
    guard fonts.count > 1 else { return script }
    let lines = String(decoding: script, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    return Array(lines.map(line).joined(separator: "\n").utf8)
  }

  /// An event keeps its nine columns; its text is what follows them.
  private func line(_ line: Substring) -> String {
    guard line.hasPrefix("Dialogue:") else { return String(line) }
    var commas = 0
    var at = line.startIndex
    while at < line.endIndex, commas < 9 {
      if line[at] == "," { commas += 1 }
      at = line.index(after: at)
    }
    return String(line[..<at]) + text(line[at...])
  }

  private func text(_ text: Substring) -> String {
    var out = ""
    var current = 0
    var isTag = false
    var isEscaped = false
    for character in text {
      if isTag || isEscaped {
        out.append(character)
        isTag = isTag && character != "}"
        isEscaped = false
        continue
      }
      isTag = character == "{"
      isEscaped = character == "\\"
      if !isTag && !isEscaped {
        let font = font(for: character, after: current)
        if font != current { out += tag(fonts[font]) }
        current = font
      }
      out.append(character)
    }
    return out
  }

  /// What chooses a font.
  ///
  /// Of two cuts of one family libass would take the bolder for both.
  private func tag(_ font: LoadedFont) -> String {
    let families = Set(fonts.map(\.family))
    let weight = families.count < fonts.count ? "\\b\(font.isBold ? 1 : 0)" : ""
    return "{\\fn\(font.family)\(weight)}"
  }

  /// The font of a character: the one in use where it has it, but Latin letters return to the
  /// first that has them.
  func font(for character: Character, after current: Int) -> Int {
    let needed = Glyphs.needed(for: character)
    guard let first = needed.first else { return current }
    func shows(_ font: LoadedFont) -> Bool {
      Glyphs.show(character, has: font.coverage.contains)
    }
    let isLatin = character.isASCII && character.isLetter
    if !isLatin, current > 0, shows(fonts[current]) { return current }
    return fonts.firstIndex(where: shows)
      ?? fonts.firstIndex { $0.coverage.contains(first) } ?? 0
  }
}
