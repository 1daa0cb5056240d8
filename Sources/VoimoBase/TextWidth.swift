import CUnicode

/// How many columns of a terminal a text takes: East Asian characters and emoji two, marks that
/// combine with another character none.
///
/// By utf8proc's tables; characters whose width Unicode leaves open count one.
package enum TextWidth {
  /// The columns of a text on one line; it must not hold control characters.
  package static func columns(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + columns($1) }
  }

  /// The columns of what is seen as one character, from 0 to 2.
  package static func columns(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    // A variation selector asks for the emoji, which is wide, where a narrow sign exists too.
    if scalars.contains("\u{FE0F}") { return 2 }
    return min(2, scalars.reduce(0) { $0 + columns($1) })
  }

  /// The columns of one scalar, from 0 to 2.
  package static func columns(_ scalar: Unicode.Scalar) -> Int {
    Int(utf8proc_charwidth(Int32(bitPattern: scalar.value)))
  }
}
