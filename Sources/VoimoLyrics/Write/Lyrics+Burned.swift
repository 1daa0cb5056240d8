import VoimoBase

extension Lyrics {
  /// The lines as a script for voimo's own renderer, which draws them into the picture.
  ///
  /// As `ass`, and besides: lines that begin together stand in their order from top to bottom
  /// wherever they stand, a line runs in the direction of its first letter, and a word that is read
  /// from right to left lights up from right to left. For that it needs a renderer which lays out a
  /// line as a whole.
  ///
  /// - Complexity: O(*n*) in the text's length.
  package func burned(_ style: SubtitleStyle) -> String {
    let events = Self.events(lines, fading: style.kind == .plain)
    var out = Self.header(style, title: "voimo", encoding: -1)
    for group in Self.simultaneous(lines) {
      // At the bottom libass puts the later one of two on top of the earlier.
      let order = style.position == .bottom ? Array(group.reversed()) : Array(group)
      for index in order {
        out += Self.dialogue(
          lines[index], shown: events[index], kind: style.kind, sweep: WordSweep.tags)
      }
    }
    return out
  }
}

/// Makes words light up in the direction in which they are read.
enum WordSweep {
  /// A word's text with karaoke tags for a time range, in hundredths.
  static func tags(_ word: [Unicode.Scalar], _ times: Range<Int>) -> String {
    let letters = letters(of: word)
    guard letters.contains(where: \.isRightToLeft) else {
      return "{\\kf\(times.count)}\(ASSText.escaped(word))"
    }
    // libass sweeps a word from left to right whatever its direction, except where it is turned
    // upside down: then from right to left. Half a turn about each of the three axes is no turn.
    var out = ""
    var shown = 0
    var isTurned = false
    for (index, letter) in letters.enumerated() {
      let end = times.count * (index + 1) / letters.count
      if letter.isRightToLeft != isTurned {
        out += letter.isRightToLeft ? "{\\frz180\\frx180\\fry180}" : "{\\frz0\\frx0\\fry0}"
        isTurned = letter.isRightToLeft
      }
      out += "{\\kf\(end - shown)}\(ASSText.escaped(letter.scalars))"
      shown = end
    }
    return out + (isTurned ? "{\\frz0\\frx0\\fry0}" : "")
  }

  private struct Letter {
    var scalars: [Unicode.Scalar]
    var isRightToLeft: Bool
  }

  /// The characters of a word; signs run as the letter before them, or as the first letter.
  private static func letters(of word: [Unicode.Scalar]) -> [Letter] {
    var letters: [Letter] = []
    let characters = Array(LRCText.string(word))
    let first = characters.lazy.compactMap(direction(of:)).first ?? false
    for character in characters {
      let scalars = Array(character.unicodeScalars)
      if scalars.allSatisfy(\.properties.isDefaultIgnorableCodePoint), !letters.isEmpty {
        letters[letters.count - 1].scalars += scalars
        continue
      }
      let isRightToLeft = direction(of: character) ?? letters.last?.isRightToLeft ?? first
      letters.append(Letter(scalars: scalars, isRightToLeft: isRightToLeft))
    }
    return letters
  }

  /// Whether a character is read from right to left; nil for signs that follow their neighbours.
  private static func direction(of character: Character) -> Bool? {
    guard let scalar = character.unicodeScalars.first else { return nil }
    if character.isNumber { return false }
    guard scalar.properties.isAlphabetic else { return nil }
    return rightToLeft.contains { $0.contains(scalar.value) }
  }

  /// Blocks of the scripts that run from right to left, Hebrew to Arabic and the historic ones.
  private static let rightToLeft: [ClosedRange<UInt32>] = [
    0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF,
  ]
}
