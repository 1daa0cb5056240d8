import VoimoBase

/// Sets or removes one value of a file of keys, and leaves all other bytes as they are.
///
/// Every edit is read again: the new text means the old one with that one change, or there is none.
struct TreeEdit {
  /// Why a text is better edited by hand: `is written in braces`.
  struct Refusal: Error { var why: String }

  private let text: EditableText
  private let flow: FlowText
  /// What the file says; nil for one without keys.
  private let root: WrittenValue?
  private let lineEnd: String

  /// Takes a text and what it was read to say.
  init(_ text: String, root: WrittenValue?) throws(Refusal) {
    self.text = EditableText(text)
    flow = FlowText(text: self.text)
    self.root = root
    lineEnd = text.utf8.contains(0x0D) ? "\r\n" : "\n"
    if (1...self.text.lastLine).contains(where: { self.text.endsDocument($0) }) {
      throw Refusal(why: "marks where its document ends")
    }
    if let root {
      guard let first = root.entries.first?.keySpan,
        self.text.offset(of: first) == self.text.firstWord
      else { throw Refusal(why: "is not written as one key a line") }
    }
  }

  /// The text with a value at a path, in the manner of what is there.
  ///
  /// - Parameters:
  ///   - path: Names of keys, at least one.
  ///   - value: A text, or a list of texts.
  /// - Returns: The new text.
  /// - Throws: `Refusal`, where the file is written in a form that an edit would not fit.
  func setting(_ path: [String], to value: WrittenValue.Content) throws(Refusal) -> String {
    guard let root else {
      let body = text.scalars.isEmpty ? "" : EditableText.string(text.scalars[...])
      let gap = body.isEmpty || body.hasSuffix("\n") ? "" : lineEnd
      return try checked(
        body + gap + lines(path[...], value, indent: 0) + lineEnd, setting: path, to: value)
    }
    var (node, depth) = (root, 0)
    var entry: WrittenEntry?
    while depth < path.count, let next = node.entries.first(where: { $0.key == path[depth] }) {
      (node, entry, depth) = (next.value, next, depth + 1)
    }
    let rest = path[depth...]
    let edited: String
    if let entry, rest.isEmpty {
      edited = try replacing(entry, with: value)
    } else if let entry {
      edited = try inserting(rest, value, under: entry)
    } else {
      edited = try inserting(rest, value, inBlock: root)
    }
    return try checked(edited, setting: path, to: value)
  }

  /// The text without a key and what stands under it; a mapping that is empty then goes with it.
  func removing(_ path: [String]) throws(Refusal) -> String {
    guard let root else { throw Refusal(why: "does not say it") }
    var chain: [(parent: WrittenEntry?, entry: WrittenEntry)] = []
    var node = root
    for name in path {
      guard let next = node.entries.first(where: { $0.key == name }) else {
        throw Refusal(why: "does not say it")
      }
      chain.append((chain.last?.entry, next))
      node = next.value
    }
    while chain.count > 1, chain.last?.parent?.value.entries.count == 1 { chain.removeLast() }
    guard let (parent, entry) = chain.last else { throw Refusal(why: "does not say it") }
    let edited: String
    if let parent, let bracket = try bracket(of: parent) {
      edited = try removing(entry, from: parent.value, inBracketAt: bracket)
    } else {
      edited = try removingLines(of: entry, column: (parent?.value ?? root).span.column)
    }
    let meant = Self.removing(path[...], from: root.withoutPlaces)
    let read = YAMLReader.read(edited)
    let isEmpty = read.problems.contains { $0.0 == .emptyFile }
    guard isEmpty ? meant.entries.isEmpty : read.root?.withoutPlaces == meant else {
      throw Refusal(why: "uses references or other forms that the change would not fit")
    }
    return edited
  }

  private func checked(
    _ edited: String, setting path: [String], to value: WrittenValue.Content
  ) throws(Refusal) -> String {
    let nothing = WrittenValue(content: .mapping([]), span: ProfileMerge.nowhere)
    let meant = Self.setting(path[...], to: value, in: root?.withoutPlaces ?? nothing)
    guard let read = YAMLReader.read(edited).root, read.withoutPlaces.unquoted == meant.unquoted
    else { throw Refusal(why: "uses references or other forms that the change would not fit") }
    return edited
  }
}

// MARK: - Changing the text

extension TreeEdit {
  private func replacing(
    _ entry: WrittenEntry, with value: WrittenValue.Content
  ) throws(Refusal) -> String {
    guard let place = flow.value(after: try keyEnd(of: entry)) else {
      throw Refusal(why: "uses a form of keys that is rarely seen")
    }
    if case .scalar("", plain: true) = entry.value.content {
      return text.replacing(place.colonEnd..<place.colonEnd, with: " " + Self.written(value))
    }
    if let start = place.start, flow.opens(at: start) {
      guard let end = flow.end(ofBracketAt: start) else {
        throw Refusal(why: "does not close a bracket")
      }
      return text.replacing(start..<(end + 1), with: Self.written(value))
    }
    guard entry.value.text != nil else { throw Refusal(why: "has a list of several lines there") }
    let range = try range(of: entry.value)
    var new = Self.written(value)
    if case .scalar(let text, _) = value, self.text.scalars[range.lowerBound] == "\"" {
      new = YAMLText.quoted(text)
    }
    return text.replacing(range, with: new)
  }

  private func inserting(
    _ rest: ArraySlice<String>, _ value: WrittenValue.Content, under entry: WrittenEntry
  ) throws(Refusal) -> String {
    if let bracket = try bracket(of: entry) {
      guard text.scalars[bracket] == "{", let end = flow.end(ofBracketAt: bracket),
        let last = flow.lastWord(before: end)
      else { throw Refusal(why: "has a list there") }
      let pair = Self.pair(rest, value)
      if last == bracket { return text.replacing(bracket..<(end + 1), with: "{ \(pair) }") }
      let comma = text.scalars[last] == "," ? " " : ", "
      return text.replacing((last + 1)..<(last + 1), with: comma + pair)
    }
    switch entry.value.content {
    case .mapping: return try inserting(rest, value, inBlock: entry.value)
    case .list: throw Refusal(why: "has a list there")
    case .scalar("", plain: true):
      let new = lines(rest, value, indent: entry.keySpan.column + 1)
      return text.inserting(new, after: entry.keySpan.line)
    case .scalar(let type, _):
      // A text in a mapping's place is its type.
      guard !entry.value.isEmpty else {
        return text.replacing(try range(of: entry.value), with: "{ \(Self.pair(rest, value)) }")
      }
      let pairs =
        "\(Self.pair([BackendFields.type.name], .scalar(type, plain: true))), \(Self.pair(rest, value))"
      return text.replacing(try range(of: entry.value), with: "{ \(pairs) }")
    }
  }

  private func inserting(
    _ rest: ArraySlice<String>, _ value: WrittenValue.Content, inBlock mapping: WrittenValue
  ) throws(Refusal) -> String {
    let column = mapping.span.column
    guard let last = mapping.entries.last else { throw Refusal(why: "has nothing there") }
    return text.inserting(
      lines(rest, value, indent: column - 1), after: try lastLine(of: last, column: column))
  }

  private func removingLines(of entry: WrittenEntry, column: Int) throws(Refusal) -> String {
    let line = entry.keySpan.line
    guard entry.keySpan.column == column,
      text.line(line).prefix(column - 1).allSatisfy({ $0 == " " || $0 == "\u{FEFF}" })
    else { throw Refusal(why: "has several keys in one line") }
    return text.removing(lines: line...(try lastLine(of: entry, column: column)))
  }

  private func removing(
    _ entry: WrittenEntry, from mapping: WrittenValue, inBracketAt bracket: Int
  ) throws(Refusal) -> String {
    guard let close = flow.end(ofBracketAt: bracket), let start = text.offset(of: entry.keySpan)
    else { throw Refusal(why: "does not close a bracket") }
    let index = mapping.entries.firstIndex { $0.key == entry.key } ?? 0
    if mapping.entries.indices.contains(index + 1) {
      guard let next = text.offset(of: mapping.entries[index + 1].keySpan) else {
        throw Refusal(why: "uses a form of keys that is rarely seen")
      }
      return text.replacing(start..<next, with: "")
    }
    // The last goes with the comma in front of it, and leaves the blank before the bracket.
    guard let before = flow.lastWord(before: start), let end = flow.lastWord(before: close) else {
      throw Refusal(why: "uses a form of keys that is rarely seen")
    }
    let from = text.scalars[before] == "," ? before : before + 1
    return text.replacing(from..<(end + 1), with: "")
  }
}

// MARK: - Places

extension TreeEdit {
  private func keyEnd(of entry: WrittenEntry) throws(Refusal) -> Int {
    guard let start = text.offset(of: entry.keySpan) else {
      throw Refusal(why: "uses a form of keys that is rarely seen")
    }
    return start + entry.keySpan.length
  }

  /// Where the bracket stands that a key's value begins with; nil for a value without.
  private func bracket(of entry: WrittenEntry) throws(Refusal) -> Int? {
    guard let start = flow.value(after: try keyEnd(of: entry))?.start, flow.opens(at: start) else {
      return nil
    }
    return start
  }

  private func range(of value: WrittenValue) throws(Refusal) -> Range<Int> {
    guard let start = text.offset(of: value.span) else {
      throw Refusal(why: "uses a form of values that is rarely seen")
    }
    return start..<min(start + value.span.length, text.scalars.count)
  }

  /// The last line of an entry in a mapping whose keys begin in a column.
  private func lastLine(of entry: WrittenEntry, column: Int) throws(Refusal) -> Int {
    var last = entry.keySpan.line
    if let bracket = try bracket(of: entry) {
      guard let end = flow.end(ofBracketAt: bracket) else {
        throw Refusal(why: "does not close a bracket")
      }
      last = max(last, text.lineNumber(of: end))
    }
    // What is indented further goes on with it; blank lines and comments at its end do not.
    var next = last + 1
    while next <= text.lastLine {
      if !text.isBare(next) {
        guard text.indentation(of: next) > column - 1 else { break }
        last = next
      }
      next += 1
    }
    return last
  }
}

// MARK: - Writing

extension TreeEdit {
  /// `image: { url: … }`, deeper ones on lines of their own.
  private func lines(
    _ path: ArraySlice<String>, _ value: WrittenValue.Content, indent: Int
  ) -> String {
    let space = String(repeating: " ", count: indent)
    guard path.count > 2, let first = path.first else { return space + Self.pair(path, value) }
    return space + "\(Self.key(first)):" + lineEnd
      + lines(path.dropFirst(), value, indent: indent + 2)
  }

  /// `url: …`, or `image: { url: … }`.
  static func pair(_ path: ArraySlice<String>, _ value: WrittenValue.Content) -> String {
    guard let first = path.first else { return written(value) }
    let rest = path.dropFirst()
    return rest.isEmpty
      ? "\(key(first)): \(written(value))" : "\(key(first)): { \(pair(rest, value)) }"
  }

  private static func key(_ name: String) -> String {
    isPlain(name) ? name : YAMLText.quoted(name)
  }

  private static func written(_ value: WrittenValue.Content) -> String {
    switch value {
    case .scalar(let text, _): isPlain(text) ? text : YAMLText.quoted(text)
    case .list(let values): "[\(values.map { written($0.content) }.joined(separator: ", "))]"
    case .mapping: preconditionFailure("only texts and lists are set")
    }
  }

  /// Whether a text can stand in brackets without quotes: words, numbers and paths.
  private static func isPlain(_ text: String) -> Bool {
    if ["", "~", "-", "null", "true", "false", "yes", "no", "on", "off", "y", "n"]
      .contains(text.lowercased())
    {
      return false
    }
    return !text.hasPrefix("-")
      && text.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0)
          || "_./~-".utf8.contains($0)
      }
  }

  /// What a change means, places apart.
  private static func setting(
    _ path: ArraySlice<String>, to value: WrittenValue.Content, in node: WrittenValue
  ) -> WrittenValue {
    let place = ProfileMerge.nowhere
    guard let name = path.first else { return WrittenValue(content: value, span: place) }
    var entries = node.entries
    if case .scalar(let type, _) = node.content, !node.isEmpty {
      let written = WrittenValue(content: .scalar(type, plain: true), span: place)
      entries = [WrittenEntry(key: BackendFields.type.name, keySpan: place, value: written)]
    }
    let nothing = WrittenValue(content: .mapping([]), span: place)
    if let index = entries.firstIndex(where: { $0.key == name }) {
      entries[index].value = setting(path.dropFirst(), to: value, in: entries[index].value)
    } else {
      let new = setting(path.dropFirst(), to: value, in: nothing)
      entries.append(WrittenEntry(key: name, keySpan: place, value: new))
    }
    return WrittenValue(content: .mapping(entries), span: place)
  }

  private static func removing(
    _ path: ArraySlice<String>, from node: WrittenValue
  ) -> WrittenValue {
    guard let name = path.first, let index = node.entries.firstIndex(where: { $0.key == name })
    else { return node }
    var entries = node.entries
    let rest = removing(path.dropFirst(), from: entries[index].value)
    if path.count == 1 || rest.entries.isEmpty {
      entries.remove(at: index)
    } else {
      entries[index].value = rest
    }
    return WrittenValue(content: .mapping(entries), span: node.span)
  }
}

extension WrittenValue {
  /// The same with no text in quotes: what a text means where none is taken for a number.
  fileprivate var unquoted: WrittenValue {
    switch content {
    case .scalar(let text, _):
      if isEmpty { return WrittenValue(content: .mapping([]), span: span) }
      return WrittenValue(content: .scalar(text, plain: true), span: span)
    case .list(let values):
      return WrittenValue(content: .list(values.map(\.unquoted)), span: span)
    case .mapping(let entries):
      return WrittenValue(
        content: .mapping(
          entries.map { WrittenEntry(key: $0.key, keySpan: span, value: $0.value.unquoted) }),
        span: span)
    }
  }
}
