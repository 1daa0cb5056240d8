/// What a project says, field by field, in the words in which people wrote it: kept beside a build,
/// so that a later one can tell what was edited.
///
/// Names things and decides nothing: which results an edit concerns is for the steps' manifests to
/// say.
package struct SaidValues: Sendable, Hashable, Codable {
  /// A field and what stands there.
  package struct Value: Sendable, Hashable, Codable {
    /// The names that lead to it, short forms written out: `sections`, `chorus.2`, `prompt`.
    package var path: [String]
    /// As people see it: `sections.chorus.2.prompt`, or `lyrics.txt`.
    package var name: String
    /// What stands there: words in quotes, all else as it is.
    ///
    /// Several for a list or a file's lines.
    package var items: [String]
    /// What `items` are.
    package var form: Form

    /// Names what a field says.
    package init(path: [String], name: String, items: [String], form: Form) {
      self.path = path
      self.name = name
      self.items = items
      self.form = form
    }
  }

  /// What a value is made of.
  package enum Form: String, Sendable, Hashable, Codable {
    /// One text.
    case single
    /// The items of a list.
    case list
    /// The lines of a file.
    case lines
  }

  /// In the order of the file.
  package var values: [Value]

  /// Nothing is said.
  package init(values: [Value] = []) { self.values = values }

  /// Reads a file that a profile has been merged over.
  init(of root: WrittenValue) {
    values = []
    append(root, path: [], name: "")
  }

  private mutating func append(_ value: WrittenValue, path: [String], name: String) {
    switch value.content {
    case .scalar(let text, _):
      if value.isEmpty { return }
      values.append(Value(path: path, name: name, items: [shown(text, path)], form: .single))
    case .list(let list):
      values.append(
        Value(path: path, name: name, items: list.map { item($0, path) }, form: .list))
    case .mapping(let entries):
      for entry in entries where !(path.isEmpty && Self.isSilent(entry.key)) {
        // A short form answers for the field that it stands for: `subtitles: karaoke`.
        let isShort =
          Self.shortForms.contains(entry.key) && entry.keySpan == entry.value.span
          && entry.keySpan != ProfileMerge.nowhere
        let quoted = Self.needsQuotes(entry.key) ? "\"\(entry.key)\"" : entry.key
        let below = name.isEmpty ? quoted : "\(name).\(quoted)"
        append(entry.value, path: path + [entry.key], name: isShort ? name : below)
      }
    }
  }

  private func shown(_ text: String, _ path: [String]) -> String {
    FileFormat.isText(path) ? "\"\(text)\"" : text
  }

  /// An item of a list in one text: `chorus at 0:44`.
  private func item(_ value: WrittenValue, _ path: [String]) -> String {
    if let text = value.text { return shown(text, path) }
    if let label = value["label"]?.text, let start = value["start"]?.text {
      return "\(label) at \(start)"
    }
    if case .list(let inner) = value.content {
      return "[\(inner.map { item($0, path) }.joined(separator: ", "))]"
    }
    return value.entries.map { "\($0.key): \(item($0.value, path + [$0.key]))" }
      .joined(separator: ", ")
  }

  private static let shortForms: Set = ["file", "style", "preset", "checkpoint", "type", "files"]

  /// Keys that say nothing about the film.
  private static func isSilent(_ key: String) -> Bool {
    key == "profiles" || key == "version" || key.hasPrefix("x-")
  }

  private static func needsQuotes(_ key: String) -> Bool { key.contains(":") || key.contains(" ") }
}

extension SaidValues {
  /// A field that says something else than it did.
  package struct Edit: Sendable, Hashable {
    /// The names that lead to it.
    package var path: [String]
    /// As people see it.
    package var name: String
    /// What it said; nil where it said nothing.
    package var old: String?
    /// What it says; nil where it says nothing any more.
    package var new: String?
  }

  /// What was edited since an older state, in the order of this one, then what was taken out.
  ///
  /// Where a field is left out, what holds then counts as said, if it is a value.
  ///
  /// - Complexity: O(*n*) in the fields; in a list's items O(*n* · changes).
  package func edits(since old: SaidValues) -> [Edit] {
    let before = Dictionary(old.values.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
    let now = Dictionary(values.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
    let changed = values.filter { before[$0.path]?.items != $0.items }
    let gone = old.values.filter { now[$0.path] == nil }
    return changed.flatMap { Self.edits(from: before[$0.path], to: $0) }
      + gone.flatMap { Self.edits(from: $0, to: nil) }
  }

  private static func edits(from old: Value?, to new: Value?) -> [Edit] {
    guard let value = new ?? old else { return [] }
    if let old, let new, max(old.items.count, new.items.count) > 1,
      new.form == .lines || old.items.count + new.items.count > 8
    {
      return itemEdits(from: old, to: new)
    }
    // A file that came or went is told by the field that names it.
    if value.form == .lines { return [] }
    let fallback = FileFormat.fallback(value.path)
    let texts = (old.map(text) ?? fallback, new.map(text) ?? fallback)
    guard texts.0 != texts.1 else { return [] }
    return [Edit(path: value.path, name: value.name, old: texts.0, new: texts.1)]
  }

  private static func text(_ value: Value) -> String {
    value.form == .list
      ? "[\(value.items.joined(separator: ", "))]" : value.items.first ?? ""
  }

  /// The items that are not on both sides, those in one place paired.
  private static func itemEdits(from old: Value, to new: Value) -> [Edit] {
    var (removed, inserted) = (Set<Int>(), Set<Int>())
    for change in new.items.difference(from: old.items) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var edits: [Edit] = []
    var (was, isNow) = (0, 0)
    while was < old.items.count || isNow < new.items.count {
      var (losses, gains) = ([Int](), [Int]())
      while removed.contains(was) {
        losses.append(was)
        was += 1
      }
      while inserted.contains(isNow) {
        gains.append(isNow)
        isNow += 1
      }
      for index in 0..<max(losses.count, gains.count) {
        let (loss, gain) = (
          losses.indices.contains(index) ? losses[index] : nil,
          gains.indices.contains(index) ? gains[index] : nil
        )
        let number = (gain ?? loss ?? 0) + 1
        let name = new.form == .lines ? "\(new.name) line \(number)" : new.name
        edits.append(
          Edit(
            path: new.path, name: name, old: loss.map { old.items[$0] },
            new: gain.map { new.items[$0] }))
      }
      if losses.isEmpty, gains.isEmpty {
        was += 1
        isNow += 1
      }
    }
    return edits
  }
}

extension FileFormat {
  /// Whether a field holds words, which are shown in quotes.
  static func isText(_ path: [String]) -> Bool {
    func isText(_ shape: Shape) -> Bool {
      switch shape {
      case .scalar(let scalar):
        switch scalar.form {
        case .text, .wholePrompt: true
        default: false
        }
      case .list(let item, _, _, _): isText(item)
      case .either(let shapes): shapes.contains(where: isText)
      case .anything, .fields, .settings, .named, .sections, .profiles: false
      }
    }
    return row(path).map { isText($0.shape) } ?? false
  }

  /// What holds where a field is left out, as it would be written; nil where that is no value.
  package static func fallback(_ path: [String]) -> String? {
    // What a section leaves out it takes from elsewhere; only its take begins at 1.
    guard path.first != "sections" || path.last == "take" else { return nil }
    guard let row = row(path), let fallback = row.fallback else { return nil }
    func accepts(_ shape: Shape) -> Bool {
      switch shape {
      case .scalar(let scalar): scalar.problem(WrittenText(fallback, isPlain: true)) == nil
      case .either(let shapes): shapes.contains(where: accepts)
      case .list: fallback.hasPrefix("[")
      case .fields, .settings, .named, .sections, .profiles, .anything: false
      }
    }
    return accepts(row.shape) ? fallback : nil
  }

  private static func row(_ path: [String]) -> FieldRow? {
    func find(_ names: ArraySlice<String>, _ rows: [FieldRow]) -> FieldRow? {
      guard let name = names.first, let row = rows.first(where: { $0.name == name }) else {
        return nil
      }
      let rest = names.dropFirst()
      return rest.isEmpty ? row : below(rest, row.shape)
    }
    func below(_ names: ArraySlice<String>, _ shape: Shape) -> FieldRow? {
      switch shape {
      case .fields(let rows), .settings(let rows): find(names, rows)
      case .sections(let rows): find(names.dropFirst(), rows)
      case .either(let shapes): shapes.lazy.compactMap { below(names, $0) }.first
      case .list(let element, _, _, _): below(names, element)
      case .anything, .scalar, .named, .profiles: nil
      }
    }
    return find(path[...], fields)
  }
}
