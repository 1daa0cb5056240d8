/// Text of doubtful origin, made fit for a line on a terminal.
enum PlainText {
  /// The most characters that are kept.
  static let longest = 1000

  /// The text without what steers terminals or breaks lines, cut to a length.
  static func line(_ text: String) -> String { line(text, longest) }

  /// The text without what steers terminals or breaks lines, cut to so many characters.
  static func line(_ text: String, _ most: Int) -> String {
    var kept = String.UnicodeScalarView()
    // By scalars: one character may be as long as it likes.
    for scalar in text.unicodeScalars.prefix(most) {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
        kept.append(" ")
      default: kept.append(scalar)
      }
    }
    return String(kept)
  }
}
