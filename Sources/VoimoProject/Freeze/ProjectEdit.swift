package import VoimoBase

/// One changed line of a `voimo.yaml`; all other bytes are as they were.
package struct ProjectEdit: Hashable, Sendable {
  /// The whole text after the change.
  package var text: String
  /// The changed line's number after the change, counted from 1.
  package var line: Int
  /// The line as it was, without its end; nil when it is new.
  package var before: String?
  /// The line as it is now, without its end.
  package var after: String

  /// Puts `structure: FILE` where the file names the song, its words and its crop.
  ///
  /// The new text is read again: it means what the old one meant, and the new field besides.
  ///
  /// - Returns: The edit; nil where the file says so already.
  /// - Throws: Errors with their places, when sections are declared already or when the file is
  ///   written in a form that is better edited by hand (braces, document ends).
  /// - Complexity: O(*n*) in the text's length.
  package static func namingStructure(
    _ file: String, in source: SourceText
  ) throws(ProjectProblems) -> ProjectEdit? {
    let subject = try Subject(source, line: "structure: \(file)")
    if let value = subject.root["structure"] {
      switch value.content {
      case .scalar(file, _): return nil
      case .scalar(let other, _) where !value.isEmpty:
        throw subject.refusal(.namesAnother("structure", other), at: value.span)
      default: throw subject.refusal(.structureIsDeclared, at: value.span)
      }
    }
    let column = subject.root.span.column
    let keys = subject.root.entries.map(\.keySpan).filter { subject.beginsLine($0, at: column) }
    let songs = ["crop", "lyrics", "song", "audio"].compactMap { name in
      subject.root.entries.first { $0.key == name }?.keySpan
    }
    guard let anchor = songs.first(where: { keys.contains($0) }) else {
      throw subject.cannotEdit("has no line for the song")
    }
    let text = subject.text
    let next = keys.map(\.line).filter { $0 > anchor.line }.min() ?? text.lastLine + 1
    let last = (anchor.line..<next).last { !text.isBare($0) } ?? anchor.line
    let new = String(repeating: " ", count: column - 1) + "structure: \(file)"
    let edit = ProjectEdit(
      text: text.inserting(new, after: last), line: last + 1, before: nil, after: new)
    var meant = subject.meaning
    meant["structure"] = .scalar(file, plain: true)
    return try subject.checked(edit, means: meant)
  }

  /// Makes `lyrics` name another file, in the same place and the same quotes.
  ///
  /// - Returns: The edit; nil where the file says so already.
  /// - Throws: Errors with their places, as `namingStructure` does.
  /// - Complexity: O(*n*) in the text's length.
  package static func namingLyrics(
    _ file: String, in source: SourceText
  ) throws(ProjectProblems) -> ProjectEdit? {
    let subject = try Subject(source, line: "lyrics: \(file)")
    guard let lyrics = subject.root["lyrics"], let name = lyrics["file"] ?? lyrics.plainText else {
      throw subject.refusal(.noLyrics, at: subject.root["lyrics"]?.span)
    }
    guard case .scalar(let old, let plain) = name.content, old != file else { return nil }
    let text = subject.text
    guard let start = text.offset(of: name.span) else {
      throw subject.cannotEdit("names its lyrics in an unusual way")
    }
    let range = start..<min(start + name.span.length, text.scalars.count)
    let quote = text.scalars[start]
    let written = EditableText.string(text.scalars[range])
    let new: String
    if quote == "\"" || quote == "'", range.count >= 2, written.unicodeScalars.last == quote {
      new = "\(quote)\(file)\(quote)"
    } else if plain, written == old {
      new = file
    } else {
      throw subject.cannotEdit("names its lyrics in an unusual way", at: name.span)
    }
    let line = name.span.line
    let after = text.replacing(range, with: new)
    let edit = ProjectEdit(
      text: after, line: line, before: EditableText.string(text.line(line)),
      after: EditableText.string(EditableText(after).line(line)))
    var meant = subject.meaning
    let renamed = WrittenValue.Content.scalar(file, plain: plain)
    if case .mapping(var entries) = meant["lyrics"] {
      for index in entries.indices where entries[index].key == "file" {
        entries[index].value.content = renamed
      }
      meant["lyrics"] = .mapping(entries)
    } else {
      meant["lyrics"] = renamed
    }
    return try subject.checked(edit, means: meant)
  }
}

extension ProjectEdit {
  /// A file that is to be edited, read and found fit for it.
  private struct Subject {
    let source: SourceText
    let text: EditableText
    let root: WrittenValue
    /// What somebody would write by hand.
    let advice: String

    init(_ source: SourceText, line: String) throws(ProjectProblems) {
      self.source = source
      text = EditableText(source.text)
      advice = line
      let reading = YAMLReader.read(source.text)
      guard let read = reading.root, reading.problems.isEmpty else {
        throw ProjectProblems(
          reading.problems.map { Diagnostic(.error, $0.0, file: source.name, span: $0.1) })
      }
      root = read
      if let end = (1...text.lastLine).first(where: { text.endsDocument($0) }) {
        throw cannotEdit(
          "marks where its document ends", at: SourceSpan(line: end, column: 1, length: 3))
      }
      guard let first = read.entries.first?.keySpan, text.offset(of: first) == text.firstWord else {
        throw cannotEdit("is not written as one key a line", at: read.span)
      }
    }

    /// Every key with what is written under it, whatever the places.
    var meaning: [String: WrittenValue.Content] { Self.meaning(of: root) }

    private static func meaning(of root: WrittenValue) -> [String: WrittenValue.Content] {
      root.entries.reduce(into: [:]) { $0[$1.key] = $1.value.withoutPlaces.content }
    }

    /// Whether a key is the first word of its line, in the column of the file's keys.
    func beginsLine(_ span: SourceSpan, at column: Int) -> Bool {
      span.column == column
        && text.line(span.line).prefix(column - 1).allSatisfy { $0 == " " || $0 == "\u{FEFF}" }
    }

    /// Lets an edit pass whose text means just what it should.
    func checked(
      _ edit: ProjectEdit, means meaning: [String: WrittenValue.Content]
    ) throws(ProjectProblems) -> ProjectEdit {
      let reading = YAMLReader.read(edit.text)
      guard let read = reading.root, reading.problems.isEmpty, Self.meaning(of: read) == meaning
      else {
        throw cannotEdit("uses references or other forms that the change would not fit")
      }
      return edit
    }

    func cannotEdit(_ why: String, at span: SourceSpan? = nil) -> ProjectProblems {
      refusal(.cannotEdit(why, line: advice), at: span)
    }

    func refusal(_ message: Diagnostic.Message, at span: SourceSpan?) -> ProjectProblems {
      ProjectProblems([Diagnostic(.error, message, file: source.name, span: span)])
    }
  }
}

extension WrittenValue {
  /// The value itself where it is one text.
  fileprivate var plainText: WrittenValue? { text == nil ? nil : self }

  /// The same, as if all of it stood in one place.
  var withoutPlaces: WrittenValue {
    let place = ProfileMerge.nowhere
    switch content {
    case .scalar: return WrittenValue(content: content, span: place)
    case .list(let values):
      return WrittenValue(content: .list(values.map(\.withoutPlaces)), span: place)
    case .mapping(let entries):
      let bare = entries.map {
        WrittenEntry(key: $0.key, keySpan: place, value: $0.value.withoutPlaces)
      }
      return WrittenValue(content: .mapping(bare), span: place)
    }
  }
}
