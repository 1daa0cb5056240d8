import Foundation

/// Which glyphs a text needs: what a reader would miss.
package enum Glyphs {
  /// The code points of a character that must have glyphs.
  ///
  /// Blanks, controls, joiners, variation selectors, marks of direction and other code points that
  /// are shown as nothing need none.
  package static func needed(for character: Character) -> [Unicode.Scalar] {
    character.unicodeScalars.filter { isVisible($0) }
  }

  /// Whether a set of glyphs shows a whole character, composed or decomposed.
  static func show(_ character: Character, has: (Unicode.Scalar) -> Bool) -> Bool {
    if needed(for: character).allSatisfy(has) { return true }
    let text = String(character)
    let forms = [
      text.precomposedStringWithCanonicalMapping, text.decomposedStringWithCanonicalMapping,
    ]
    return forms.contains { $0.unicodeScalars.filter(isVisible).allSatisfy(has) }
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x7F { return scalar.value > 0x20 }
    let properties = scalar.properties
    return !properties.isDefaultIgnorableCodePoint && !properties.isWhitespace
      && properties.generalCategory != .control && properties.generalCategory != .format
      && properties.generalCategory != .lineSeparator
  }
}
