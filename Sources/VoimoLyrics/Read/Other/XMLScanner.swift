/// What stands in a text with tags: enough of XML to read words with times, forgiving where files
/// are not quite XML.
struct XMLScanner {
  /// One thing after the other.
  enum Token {
    /// `<p begin="1s">`; the name without its namespace, attributes by their names in small letters
    /// without theirs. `isEmpty` for `<br/>`.
    case opening(name: String, attributes: [String: String], isEmpty: Bool)
    case closing(name: String)
    /// Text with its entities read.
    case text([Unicode.Scalar])
  }

  private let scalars: [Unicode.Scalar]
  private(set) var index = 0

  /// Begins at the start of a text.
  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// The next token; nil at the end.
  ///
  /// - Complexity: O(*n*) in the text's length for all tokens together.
  mutating func next() -> Token? {
    while index < scalars.count {
      guard scalars[index] == "<" else {
        let end = scalars[index...].firstIndex(of: "<") ?? scalars.count
        defer { index = end }
        return .text(HTMLEntities.decoded(Array(scalars[index..<end])))
      }
      if skip("<!--", to: "-->") || skip("<?", to: "?>") { continue }
      if let inside = section("<![CDATA[", to: "]]>") { return .text(inside) }
      if skip("<!", to: ">") { continue }
      guard let close = closingBracket() else {
        index = scalars.count
        return nil
      }
      let inner = scalars[(index + 1)..<close]
      index = close + 1
      return tag(inner)
    }
    return nil
  }

  private func stands(_ text: String, at place: Int) -> Bool {
    scalars[place...].prefix(text.unicodeScalars.count).elementsEqual(text.unicodeScalars)
  }

  private mutating func section(_ opening: String, to closing: String) -> [Unicode.Scalar]? {
    guard stands(opening, at: index) else { return nil }
    let start = index + opening.unicodeScalars.count
    var end = start
    while end < scalars.count, !stands(closing, at: end) { end += 1 }
    index = min(end + closing.unicodeScalars.count, scalars.count)
    return Array(scalars[min(start, end)..<end])
  }

  private mutating func skip(_ opening: String, to closing: String) -> Bool {
    section(opening, to: closing) != nil
  }

  /// The bracket that ends the tag here; brackets in quotes do not.
  private func closingBracket() -> Int? {
    var quote: Unicode.Scalar?
    for place in index..<scalars.count {
      let scalar = scalars[place]
      if let open = quote {
        if scalar == open { quote = nil }
      } else if scalar == "\"" || scalar == "'" {
        quote = scalar
      } else if scalar == ">" {
        return place
      }
    }
    return nil
  }

  private func tag(_ inner: ArraySlice<Unicode.Scalar>) -> Token {
    var rest = inner
    if rest.first == "/" {
      return .closing(name: local(rest.dropFirst().prefix { !$0.isBlank }))
    }
    let isEmpty = rest.last == "/"
    if isEmpty { rest = rest.dropLast() }
    let name = rest.prefix { !$0.isBlank }
    rest = rest.dropFirst(name.count)
    var attributes: [String: String] = [:]
    while let start = rest.firstIndex(where: { !$0.isBlank }) {
      let key = rest[start...].prefix { $0 != "=" && !$0.isBlank }
      guard let equals = rest[start...].firstIndex(of: "="),
        let open = rest[(equals + 1)...].firstIndex(where: { !$0.isBlank }),
        rest[open] == "\"" || rest[open] == "'",
        let close = rest[(open + 1)...].firstIndex(of: rest[open])
      else { break }
      let value = HTMLEntities.decoded(Array(rest[(open + 1)..<close]))
      attributes[local(key)] = String(String.UnicodeScalarView(value))
      rest = rest[(close + 1)...]
    }
    return .opening(name: local(name), attributes: attributes, isEmpty: isEmpty)
  }

  /// A name in small letters without its namespace.
  private func local(_ name: ArraySlice<Unicode.Scalar>) -> String {
    let start = name.lastIndex(of: ":").map { $0 + 1 } ?? name.startIndex
    return String(String.UnicodeScalarView(name[start...])).lowercased()
  }
}
