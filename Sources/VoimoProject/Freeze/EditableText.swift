import VoimoBase

/// A project file's text by lines, as an edit that leaves the rest alone needs it.
struct EditableText {
  let scalars: [Unicode.Scalar]
  /// Offsets at which lines begin.
  private let starts: [Int]

  /// Finds the lines of a text; they end at line feeds.
  ///
  /// - Complexity: O(*n*) in the text's length.
  init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    self.scalars = scalars
    starts = [0] + scalars.indices.filter { scalars[$0] == "\n" }.map { $0 + 1 }
  }

  /// The number of the last line that holds anything, counted from 1.
  var lastLine: Int { starts.last == scalars.count ? max(1, starts.count - 1) : starts.count }

  /// Where a place begins; nil where there is no such place.
  func offset(of span: SourceSpan) -> Int? {
    guard starts.indices.contains(span.line - 1) else { return nil }
    let offset = starts[span.line - 1] + span.column - 1
    return offset < scalars.count ? offset : nil
  }

  /// A line, counted from 1, without its end.
  func line(_ number: Int) -> ArraySlice<Unicode.Scalar> {
    let end = starts.indices.contains(number) ? starts[number] - 1 : scalars.count
    let line = scalars[starts[number - 1]..<end]
    return line.last == "\r" ? line.dropLast() : line
  }

  /// Whether a line holds no more than blanks or a comment.
  func isBare(_ number: Int) -> Bool {
    let rest = line(number).drop { $0 == " " || $0 == "\t" }
    return rest.isEmpty || rest.first == "#"
  }

  /// Whether a document ends at a line: `...`.
  func endsDocument(_ number: Int) -> Bool {
    let line = line(number)
    return line.starts(with: "...".unicodeScalars)
      && line.dropFirst(3).first.map { $0 == " " || $0 == "\t" } ?? true
  }

  /// Where the first word of the file stands: past blanks, comments, directives and `---`.
  var firstWord: Int? {
    for number in 1...lastLine where !isBare(number) {
      let line = line(number)
      if line.first == "%" || line.elementsEqual("---".unicodeScalars) { continue }
      return line.firstIndex { $0 != " " && $0 != "\u{FEFF}" }
    }
    return nil
  }

  /// The text with a line put in after another, in the manner in which that one ends.
  func inserting(_ new: String, after number: Int) -> String {
    guard starts.indices.contains(number) else {
      return Self.string(scalars[...]) + lineEnd(1) + new
    }
    let at = starts[number]
    return Self.string(scalars[..<at]) + new + lineEnd(number) + Self.string(scalars[at...])
  }

  /// The number of the line that an offset is in, counted from 1.
  func lineNumber(of offset: Int) -> Int {
    (starts.lastIndex { $0 <= offset } ?? 0) + 1
  }

  /// How many spaces a line begins with.
  func indentation(of number: Int) -> Int { line(number).prefix { $0 == " " }.count }

  /// The text without some lines, counted from 1, and without their ends.
  func removing(lines: ClosedRange<Int>) -> String {
    let start = starts[lines.lowerBound - 1]
    let end = starts.indices.contains(lines.upperBound) ? starts[lines.upperBound] : scalars.count
    return replacing(start..<end, with: "")
  }

  /// The text with something else in the place of a run of scalars.
  func replacing(_ range: Range<Int>, with new: String) -> String {
    Self.string(scalars[..<range.lowerBound]) + new + Self.string(scalars[range.upperBound...])
  }

  static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  private func lineEnd(_ number: Int) -> String {
    guard starts.indices.contains(number), starts[number] >= 2 else { return "\n" }
    return scalars[starts[number] - 2] == "\r" ? "\r\n" : "\n"
  }
}
