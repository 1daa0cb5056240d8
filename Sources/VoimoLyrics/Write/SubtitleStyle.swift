package import VoimoBase

/// How subtitles look on the picture.
package struct SubtitleStyle: Hashable, Sendable, Codable {
  /// Whether words light up as they are sung.
  package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case plain, karaoke
  }

  package var kind: Kind
  package var position: LinePosition
  /// The picture's width in pixels, at least 1.
  package var width: Int
  /// The picture's height in pixels, at least 1.
  package var height: Int
  /// The family's name, as fontconfig knows it.
  package var fontName: String
  /// The height of a line of type as a part of the picture's shorter side, from 0.01 to 0.5.
  package var relativeSize: Double
  /// What is sung, and everything in a plain style.
  package var sung: Color
  /// What is still to be sung, in karaoke.
  package var unsung: Color
  package var outline: Color
  package var shadow: Color

  /// Makes a style for a picture of a size, with defaults that can be read on any picture.
  package init(
    kind: Kind = .plain, position: LinePosition = .bottom, width: Int, height: Int,
    fontName: String = "DejaVu Sans", relativeSize: Double = 0.06,
    sung: Color = Color(255, 255, 255), unsung: Color = Color(168, 176, 188, opacity: 225),
    outline: Color = Color(16, 16, 20), shadow: Color = Color(0, 0, 0, opacity: 130)
  ) {
    self.kind = kind
    self.position = position
    self.width = width
    self.height = height
    self.fontName = fontName
    self.relativeSize = relativeSize
    self.sung = sung
    self.unsung = unsung
    self.outline = outline
    self.shadow = shadow
  }
}

extension Color {
  /// As ASS writes it: blue first, and transparency in place of opacity.
  var ass: String {
    "&H" + [255 - opacity, blue, green, red].map(Self.hex).joined()
  }

  private static func hex(_ value: UInt8) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }
}
