/// A line of plain text without what is not words: tags, entities, readings, invisible letters.
enum PlainLine {
  /// The lines that a line shows: several where it has `<br>`.
  ///
  /// Entities are read once. Of ruby, `<ruby>漢字<rt>かんじ</rt></ruby>`, `｜漢字《かんじ》` and
  /// `漢字(かんじ)`, the letters are shown and the reading is not. Zero-width blanks and signs that
  /// turn the direction of writing are left out.
  static func cleaned(_ line: SourceLine) -> [SourceLine] {
    guard line.scalars.contains(where: { $0.value >= 0x80 || $0 == "<" || $0 == "&" }) else {
      return [line]
    }
    var rows: [[Unicode.Scalar]] = [[]]
    var isReading = false
    var index = 0
    while index < line.scalars.count {
      let scalar = line.scalars[index]
      if scalar == "<", let close = line.scalars[index...].prefix(200).firstIndex(of: ">"),
        let tag = CueText.tag(line.scalars[(index + 1)..<close])
      {
        if tag.isBreak { rows.append([]) }
        if tag.isReading { isReading = tag.opens }
        index = close + 1
      } else if scalar == "&",
        let found = HTMLEntities.reference(line.scalars, after: index + 1)
      {
        if !isReading { rows[rows.count - 1] += found.scalars }
        index = found.end
      } else {
        if !isReading { rows[rows.count - 1].append(scalar) }
        index += 1
      }
    }
    return rows.map { row in
      SourceLine(
        number: line.number, scalars: withoutReadings(row.filter { !isInvisible($0) }))
    }
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x180E, 0x200B, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB,
      0xE0000...0xE007F:
      true
    default: false
    }
  }

  /// Takes out what says how the Chinese characters before it are read.
  private static func withoutReadings(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard scalars.contains(where: { $0 == "(" || $0 == "（" || $0 == "《" }) else {
      return scalars
    }
    var out: [Unicode.Scalar] = []
    var index = 0
    while index < scalars.count {
      let closing: Unicode.Scalar? =
        switch scalars[index] {
        case "(": ")"
        case "（": "）"
        case "《": "》"
        default: nil
        }
      if let closing, let before = out.last, isIdeograph(before),
        let close = scalars[index...].prefix(24).firstIndex(of: closing)
      {
        let inner = scalars[(index + 1)..<close]
        let characters = out.reversed().prefix(while: isIdeograph).count
        // Katakana after a word is a cry more often than a reading; no character has six letters.
        let mayBe = closing == "》" ? 0x3041...0x30FF : 0x3041...0x309F
        if !inner.isEmpty, inner.count <= characters * 5,
          inner.allSatisfy({ mayBe.contains(Int($0.value)) || $0 == "ー" })
        {
          index = close + 1
          continue
        }
      }
      // Aozora's sign for where the characters begin.
      if !(scalars[index] == "｜" && scalars[index...].prefix(24).contains("《")) {
        out.append(scalars[index])
      }
      index += 1
    }
    return out
  }

  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isIdeographic || scalar == "々"
  }
}
