package import VoimoBase

/// Writes diagnostics for people: place, id, sentence, the line with a caret, one fix.
package struct DiagnosticText {
  private let style: Style
  private let sources: [String: SourceText]
  /// Columns that the text of a file may take.
  private let room: Int

  /// - Parameters:
  ///   - style: Whether and how it is colored.
  ///   - sources: The texts that spans point into, by the name shown.
  ///   - width: The window's columns; nil where there is none.
  package init(style: Style, sources: [String: SourceText] = [:], width: Int? = nil) {
    self.style = style
    self.sources = sources
    room = min(Self.longest, max(Self.shortest, (width ?? .max) - Self.gutter))
  }

  /// Columns of a file's text that are read at a glance, and those without which nothing is.
  private static let longest = 100
  private static let shortest = 20
  /// The number of a line, the bar and the blanks around it, and room for the sign that a line is
  /// cut.
  private static let gutter = 9

  /// One diagnostic, several lines without a final newline.
  package func render(_ diagnostic: Diagnostic) -> String {
    let color: Style.Look = diagnostic.severity == .error ? .boldRed : .boldYellow
    let head = style.paint("\(diagnostic.severity.rawValue)[\(diagnostic.message.id)]", color)
    var text = "\(head): \(Self.visible(diagnostic.message.text))"
    let hint = diagnostic.message.hint.map { style.paint(Self.visible($0), .cyan) }
    let below = hint.map { "\n  \(style.paint("→", .cyan)) \($0)" } ?? ""
    guard let file = diagnostic.file else { return text + below }
    text += "\n  \(style.paint("──▶", .blue)) \(Self.visible(file))"
    guard let span = diagnostic.span else { return text + below }
    text += ":\(span.line):\(span.column)"
    guard let line = sources[file]?.line(span.line) else { return text + below }
    return text + excerpt(line, span, hint, color)
  }

  /// The part of a line that a screen shows, and the caret under it.
  private func excerpt(_ line: String, _ span: SourceSpan, _ hint: String?, _ color: Style.Look)
    -> String
  {
    let number = String(span.line)
    let gutter = String(repeating: " ", count: number.count)
    let bar = style.paint("│", .blue)
    let scalars = Array(line.unicodeScalars)
    let place = min(max(0, span.column - 1), scalars.count)
    // A good part of what stands before the place is shown, and the rest of the room behind it.
    let first = place - Self.fitting(scalars[..<place].reversed(), in: room * 3 / 5)
    let count = Self.fitting(scalars[first...], in: room)
    let shown = scalars[first..<first + count]
    let (lead, end) = (first > 0 ? "…" : "", first + count < scalars.count ? "…" : "")
    let before = scalars[first..<place]
    let padding = (lead.isEmpty ? "" : " ") + before.map(Self.blank).joined()
    let length = max(1, min(span.length, shown.count - before.count))
    let wide = scalars[place...].prefix(length).map(Self.blank).joined().count
    let caret = style.paint(String(repeating: "^", count: max(1, wide)), color)
    let text = lead + Self.visible(String(String.UnicodeScalarView(shown))) + end
    return """

      \(gutter) \(bar)
      \(style.paint(number, .blue)) \(bar) \(text)
      \(gutter) \(bar) \(padding)\(caret)\(hint.map { " \($0)" } ?? "")
      """
  }

  /// How many scalars from the first on take no more columns than there are.
  private static func fitting(_ scalars: some Sequence<Unicode.Scalar>, in columns: Int) -> Int {
    var (left, count) = (columns, 0)
    for scalar in scalars {
      left -= blank(scalar).count
      if left < 0 { break }
      count += 1
    }
    return count
  }

  /// As many columns of blank as a scalar takes on a screen; tabs are shown as one blank.
  private static func blank(_ scalar: Unicode.Scalar) -> String {
    // Control characters are shown as one sign each.
    scalar.properties.generalCategory == .control
      ? " " : String(repeating: " ", count: TextWidth.columns(scalar))
  }

  /// A text without control characters, which could move the cursor or change colors.
  package static func visible(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          scalar == "\n" || scalar == "\t" || scalar.properties.generalCategory != .control
            ? (scalar == "\t" ? " " : scalar) : "\u{FFFD}"
        }))
  }
}
