/// What the text of a page is set in.
package struct Typeface: Hashable, Sendable {
  /// The regular font, then those for characters that it lacks.
  package var fonts: [FontFile]
  /// The bold cut of the first one; nil where there is none, and bold text is drawn fatter.
  package var bold: FontFile?

  /// Names the fonts.
  package init(fonts: [FontFile], bold: FontFile?) {
    self.fonts = fonts
    self.bold = bold
  }

  /// The installed fonts that show some texts: DejaVu Sans, and others for what it lacks.
  ///
  /// - Parameters:
  ///   - texts: Lines, as they are shown.
  ///   - language: A BCP 47 tag, where it is known.
  ///   - file: Reads a font's file, or knows its hash.
  /// - Returns: the fonts, and the first character that none of them has.
  /// - Throws: `MediaError` that names the package to install when DejaVu Sans is missing, and what
  ///   `file` throws.
  package static func choose(
    for texts: [String], language: String?,
    file: (FontChoice.Place) throws -> FontFile = { try FontFile(path: $0.path, face: $0.face) }
  ) throws -> (typeface: Typeface, missing: FontChoice.Missing?) {
    let choice = try FontChoice.choose(
      for: texts, family: FontFile.standardFamily, language: language, weight: .regular)
    let bold = FontFile.standardCut(.bold).map { FontChoice.Place(path: $0, face: 0) }
    let typeface = Typeface(
      fonts: try choice.places.map(file),
      bold: try bold.flatMap { choice.places.contains($0) ? nil : try file($0) })
    return (typeface, choice.missing)
  }

  /// All files, the regular font first.
  var files: [FontFile] { fonts + [bold].compactMap(\.self) }
}
