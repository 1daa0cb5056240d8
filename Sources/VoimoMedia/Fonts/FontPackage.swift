/// Which of Debian's packages brings a font for a character.
package enum FontPackage {
  /// The package's name; nil for characters that no font of Debian's is sure to have, such as
  /// those for private use.
  package static func name(for scalar: Unicode.Scalar) -> String? {
    switch scalar.properties.generalCategory {
    case .privateUse, .unassigned, .surrogate: return nil
    default: break
    }
    if eastAsian.contains(where: { $0.contains(scalar.value) }) { return "fonts-noto-cjk" }
    // libass draws outlines: of the fonts with emoji, the one in a single color.
    if scalar.value > 0x2000, scalar.properties.isEmoji || symbols.contains(scalar.value) {
      return "fonts-symbola"
    }
    return "fonts-noto-core"
  }

  private static let eastAsian: [ClosedRange<UInt32>] = [
    0x1100...0x11FF, 0x2E80...0x303F, 0x3041...0x4DBF, 0x4E00...0x9FFF, 0xA960...0xA97F,
    0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x20000...0x3FFFF,
  ]

  private static let symbols: ClosedRange<UInt32> = 0x1F000...0x1FAFF
}
