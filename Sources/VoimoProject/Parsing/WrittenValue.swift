import VoimoBase

/// A value as it stands in the file, before anybody decides what it means.
///
/// All that YAML leaves behind: no tags, no anchors, no guessed types. `no` is the two letters.
struct WrittenValue: Hashable, Sendable {
  /// What is written.
  enum Content: Hashable, Sendable {
    /// A text; `plain` when it stands there without quotes.
    case scalar(String, plain: Bool)
    case list([WrittenValue])
    /// Keys are unique, in the order of the file.
    case mapping([WrittenEntry])
  }

  var content: Content
  /// The value on its first line.
  var span: SourceSpan
  /// Where nothing is written, what stands in its place and means nothing as a value: a comment
  /// (`#ffffff`), an anchor (`&sea`).
  var inPlace: String?

  /// The text of a scalar; nil for lists and mappings.
  var text: String? {
    guard case .scalar(let text, _) = content else { return nil }
    return text
  }

  /// The entries of a mapping; none for anything else.
  var entries: [WrittenEntry] {
    guard case .mapping(let entries) = content else { return [] }
    return entries
  }

  /// The value under a key; nil where there is none.
  subscript(key: String) -> WrittenValue? { entries.first { $0.key == key }?.value }

  /// Whether nothing is written: `theme:` alone, `~` or `null`.
  var isEmpty: Bool {
    guard case .scalar(let text, plain: true) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }
}

/// One `key: value`.
struct WrittenEntry: Hashable, Sendable {
  var key: String
  var keySpan: SourceSpan
  var value: WrittenValue
}
