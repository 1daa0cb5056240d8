import VoimoBase

extension CueText {
  /// What stands at a place of a cue's text.
  enum Markup {
    case none
    case tag(Tag, length: Int)
    case entity([Unicode.Scalar], end: Int)
    case stamp(LyricTime.Reading, inner: Range<Int>)
  }

  /// A tag, in angle brackets or as an override.
  struct Tag {
    var name: String
    var opens = true
    /// Whether it has a class or attributes.
    var isSpecific = false

    /// Whether it ends a row.
    var isBreak: Bool { name == "br" }
    /// Whether it holds how letters are read, which is not shown.
    var isReading: Bool { name == "rt" || name == "rp" }
    /// Whether it sets words off from the others; VTT's bare `<c>` does not.
    var marks: Bool {
      switch name {
      case "c": isSpecific || !opens
      case "b", "i", "u", "s", "font", "mark", "em", "strong", "span": true
      default: false
      }
    }
  }

  /// Reads what stands at an index.
  static func markup(
    _ scalars: [Unicode.Scalar], at index: Int, format: LyricsFile.Format
  ) -> Markup {
    switch scalars[index] {
    case "<":
      if let stamp = LRCStamp(scalars, at: index) {
        return .stamp(stamp.reading, inner: stamp.inner)
      }
      guard let close = scalars[index...].prefix(200).firstIndex(of: ">"),
        let tag = tag(scalars[(index + 1)..<close])
      else { return .none }
      return .tag(tag, length: close + 1 - index)
    case "{":
      // SubRip files carry ASS overrides: {\an8}.
      guard index + 1 < scalars.count, scalars[index + 1] == "\\", format != .vtt,
        let close = scalars[index...].prefix(200).firstIndex(of: "}")
      else { return .none }
      return .tag(Tag(name: "\\"), length: close + 1 - index)
    case "["
    where format == .sbv && scalars[index...].prefix(4).elementsEqual("[br]".unicodeScalars):
      return .tag(Tag(name: "br"), length: 4)
    case "&":
      guard let found = HTMLEntities.reference(scalars, after: index + 1) else { return .none }
      return .entity(found.scalars, end: found.end)
    default:
      return .none
    }
  }

  /// The tag inside a pair of brackets; nil for what is words.
  static func tag(_ inner: ArraySlice<Unicode.Scalar>) -> Tag? {
    let opens = inner.first != "/"
    let rest = opens ? inner : inner.dropFirst()
    let name = rest.prefix { ("a"..."z").contains($0) || ("A"..."Z").contains($0) }
    let text = String(String.UnicodeScalarView(name)).lowercased()
    guard tags.contains(text) else { return nil }
    return Tag(name: text, opens: opens, isSpecific: name.count < rest.count)
  }

  private static let tags: Set<String> = [
    "b", "i", "u", "s", "c", "v", "font", "lang", "ruby", "rt", "rp", "rb", "span", "p", "em",
    "strong", "mark", "br", "strike", "small",
  ]
}
