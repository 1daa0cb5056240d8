/// How words are shown.
package struct SubtitleSettings: Hashable, Sendable {
  /// How words look.
  package enum Style: String, Sendable, Codable, CaseIterable {
    /// Not at all, though exports (`lrc`, `srt`, …) still hold them.
    case none
    /// A track of the film that players can show or hide.
    case soft
    /// Lines drawn into the picture.
    case plain
    /// Lines drawn into the picture, each word lighting up as it is sung.
    case karaoke
  }

  /// Where lines stand.
  package enum Position: String, Sendable, Codable, CaseIterable {
    case top, middle, bottom
  }

  package var style = Style.soft
  package var position = Position.bottom
  /// Whether words are part of the picture; else the film carries them as a track.
  package var burnedIn = false
  /// The height of a line in percent of the picture's height, 1 to 20.
  package var size = 6.0
  /// A font family that is installed.
  package var font = "DejaVu Sans"
  package var color = TextColor(red: 255, green: 255, blue: 255)
  /// Of the words that have been sung, with `karaoke`.
  package var highlight = TextColor(red: 255, green: 214, blue: 77)

  /// A track that players can show.
  package init() {}
}

/// A colour, 0 to 255 each, as in `#ffd64d`.
package struct TextColor: Hashable, Sendable {
  package var red: UInt8
  package var green: UInt8
  package var blue: UInt8

  /// Mixes a colour.
  package init(red: UInt8, green: UInt8, blue: UInt8) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// Reads `#rrggbb` or `#rgb`; nil for anything else.
  package init?(_ text: String) {
    guard text.utf8.first == UInt8(ascii: "#") else { return nil }
    let digits = text.dropFirst()
    guard let number = UInt32(digits, radix: 16), digits.utf8.first != UInt8(ascii: "+") else {
      return nil
    }
    switch digits.utf8.count {
    case 6:
      self.init(
        red: UInt8(number >> 16 & 255), green: UInt8(number >> 8 & 255), blue: UInt8(number & 255))
    case 3:
      self.init(
        red: UInt8(number >> 8 & 15) * 17, green: UInt8(number >> 4 & 15) * 17,
        blue: UInt8(number & 15) * 17)
    default: return nil
    }
  }

  /// `#rrggbb`.
  package var hex: String {
    "#"
      + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
