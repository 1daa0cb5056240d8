package import VoimoBase

/// Writes diagnostics for people: place, id, sentence, the line with a caret, one fix.
package struct DiagnosticText {
  private let style: Style
  private let sources: [String: SourceText]

  /// - Parameters:
  ///   - style: Whether and how it is colored.
  ///   - sources: The texts that spans point into, by the name shown.
  package init(style: Style, sources: [String: SourceText] = [:]) {
    self.style = style
    self.sources = sources
  }

  /// One diagnostic, several lines without a final newline.
  package func render(_ diagnostic: Diagnostic) -> String {
    let color: Style.Look = diagnostic.severity == .error ? .boldRed : .boldYellow
    let head = style.paint("\(diagnostic.severity.rawValue)[\(diagnostic.message.id)]", color)
    var text = "\(head): \(Self.visible(diagnostic.message.text))"
    guard let file = diagnostic.file else {
      return text + (diagnostic.message.hint.map { "\n  " + style.paint("→ \($0)", .cyan) } ?? "")
    }
    guard let span = diagnostic.span else {
      text += "\n  \(style.paint("──▶", .blue)) \(file)"
      return text + (diagnostic.message.hint.map { "\n  " + style.paint("→ \($0)", .cyan) } ?? "")
    }
    text += "\n  \(style.paint("──▶", .blue)) \(file):\(span.line):\(span.column)"
    guard let line = sources[file]?.line(span.line) else {
      return text + (diagnostic.message.hint.map { "\n  " + style.paint("→ \($0)", .cyan) } ?? "")
    }
    return text + excerpt(line, span, diagnostic.message.hint, color)
  }

  /// The line, cut to what a screen shows, and the caret under it.
  private func excerpt(_ line: String, _ span: SourceSpan, _ hint: String?, _ color: Style.Look)
    -> String
  {
    let number = String(span.line)
    let gutter = String(repeating: " ", count: number.count)
    let bar = style.paint("│", .blue)
    let scalars = Array(line.unicodeScalars)
    let first = max(0, span.column - 1 - 60)
    let shown = scalars.dropFirst(first).prefix(100)
    let lead = first > 0 ? "…" : ""
    let before = shown.prefix(max(0, span.column - 1 - first))
    let padding = lead.map { _ in " " }.joined() + before.map(Self.blank).joined()
    let room = max(1, shown.count - before.count)
    let caret = style.paint(String(repeating: "^", count: min(span.length, room)), color)
    let text = lead + Self.visible(String(String.UnicodeScalarView(shown)))
    return """

      \(gutter) \(bar)
      \(style.paint(number, .blue)) \(bar) \(text)
      \(gutter) \(bar) \(padding)\(caret)\(hint.map { " " + style.paint($0, .cyan) } ?? "")
      """
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
