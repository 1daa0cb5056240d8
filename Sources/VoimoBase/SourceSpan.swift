/// A text file as it was read, and the name to show for it.
package struct SourceText: Sendable {
  /// The name shown in messages, as the user would type it: `voimo.yaml`.
  package let name: String
  /// The whole text.
  package let text: String

  /// Takes a text under a name.
  package init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  /// One line, counted from 1, without its end; nil past the last.
  ///
  /// - Complexity: O(*n*) in the text's length; meant for messages.
  package func line(_ number: Int) -> String? {
    var current = 1
    var start = text.unicodeScalars.startIndex
    let scalars = text.unicodeScalars
    while current < number {
      guard let end = scalars[start...].firstIndex(of: "\n") else { return nil }
      start = scalars.index(after: end)
      current += 1
    }
    let end = scalars[start...].firstIndex(of: "\n") ?? scalars.endIndex
    var line = String(scalars[start..<end])
    if line.unicodeScalars.last == "\r" { line.unicodeScalars.removeLast() }
    return line
  }
}

/// A place in a source text: a line and a run of columns on it.
package struct SourceSpan: Hashable, Sendable, Codable, Comparable {
  /// Counted from 1.
  package var line: Int
  /// Counted from 1, in Unicode scalars.
  package var column: Int
  /// How many scalars the span covers on this line; at least 1.
  package var length: Int

  /// Marks `length` scalars from a line and column.
  package init(line: Int, column: Int, length: Int = 1) {
    self.line = line
    self.column = column
    self.length = max(1, length)
  }

  package static func < (a: Self, b: Self) -> Bool { (a.line, a.column) < (b.line, b.column) }
}
