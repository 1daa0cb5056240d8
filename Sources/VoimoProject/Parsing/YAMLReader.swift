import VoimoBase
import Yams

/// What a file may hold at most, so that a hostile one costs milliseconds.
package enum FileLimits {
  /// The file's size: 1 MiB.
  package static let bytes = 1 << 20
  /// Uses of anchors.
  static let aliases = 1_000
  /// Values after every alias has been written out.
  static let values = 100_000
  /// Lists and mappings inside each other.
  static let depth = 64
  /// Entries of `sections`, and of `structure`.
  static let sections = 2_000
  /// Entries of `profiles`.
  static let profiles = 50
  /// Scalars in one text.
  static let textLength = 100_000
}

/// Reads YAML into written values, within limits.
struct YAMLReader {
  private let index: SourceIndex
  private(set) var problems: [(Diagnostic.Message, SourceSpan?)] = []

  /// Reads a file's root; nil when it is no YAML or beyond a limit, with at least one problem then.
  ///
  /// - Complexity: O(*n*) in the text's length and the limits.
  static func read(_ text: String) -> (WrittenValue?, [(Diagnostic.Message, SourceSpan?)]) {
    guard text.utf8.count <= FileLimits.bytes else {
      return (nil, [(.fileTooLarge(bytes: text.utf8.count), nil)])
    }
    let scan = AliasScan(text)
    guard scan.aliases <= FileLimits.aliases else {
      return (nil, [(.tooManyAliases(scan.aliases), nil)])
    }
    // Yams hashes every key to find duplicates. A key that is an alias may expand without end, but
    // not by much with eight aliases; keys inside keys cost the file's size once for each.
    guard !scan.mayBeKey || scan.aliases <= 8,
      scan.explicitKeys * text.utf8.count <= 16 * FileLimits.bytes
    else { return (nil, [(.keyNotText, nil)]) }
    // Yams keeps a pointer into the text, which for 15 bytes or less would be into the stack.
    var padded = text.utf8.count < 16 ? text + "\n#               " : text
    padded.makeContiguousUTF8()
    var reader = YAMLReader(index: SourceIndex(padded))
    do {
      // The encoding is named so that Yams does not look into the environment for it.
      let parser = try Parser(yaml: padded, encoding: .utf8)
      guard let node = try parser.singleRoot() else { return (nil, [(.emptyFile, nil)]) }
      var budget = FileLimits.values
      guard spend(&budget, on: node) else { return (nil, [(.tooManyValues, nil)]) }
      let root = reader.value(node, depth: 0)
      return (root, reader.problems)
    } catch {
      let (message, line, column) = YAMLProblem.explain(error, in: padded)
      let span = line.map { line in
        let offset = reader.index.offset(line: line, column: column)
        return reader.index.span(from: offset, length: 1)
      }
      return (nil, [(message, span)])
    }
  }

  private init(index: SourceIndex) { self.index = index }

  /// Counts a node and everything in it, aliases written out; false once the budget is spent.
  ///
  /// Much cheaper than reading them, so that a bomb is refused before anything is made of it.
  private static func spend(_ budget: inout Int, on node: Node) -> Bool {
    budget -= 1
    guard budget >= 0 else { return false }
    switch node {
    case .scalar, .alias: return true
    case .sequence(let sequence):
      // One that cannot be paid for as a whole need not be looked into.
      guard sequence.count <= budget else { return false }
      for element in sequence where !spend(&budget, on: element) { return false }
    case .mapping(let mapping):
      guard mapping.count <= budget else { return false }
      for (_, value) in mapping where !spend(&budget, on: value) { return false }
    }
    return true
  }

  /// A node and everything in it; nil once a limit has been passed.
  private mutating func value(_ node: Node, depth: Int) -> WrittenValue? {
    guard depth <= FileLimits.depth else { return fail(.tooDeep, place(node)) }
    switch node {
    case .scalar(let scalar): return self.scalar(scalar)
    case .sequence(let sequence):
      guard ["", "!", "tag:yaml.org,2002:seq"].contains(sequence.tag.rawValue) else {
        return fail(.unknownTag(sequence.tag.rawValue), place(node))
      }
      var list: [WrittenValue] = []
      for element in sequence {
        guard let value = value(element, depth: depth + 1) else { return nil }
        list.append(value)
      }
      return WrittenValue(content: .list(list), span: place(node))
    case .mapping(let mapping):
      guard ["", "!", "tag:yaml.org,2002:map"].contains(mapping.tag.rawValue) else {
        return fail(.unknownTag(mapping.tag.rawValue), place(node))
      }
      return self.mapping(mapping, span: place(node), depth: depth)
    case .alias: return fail(.keyNotText, place(node))
    }
  }

  private mutating func scalar(_ scalar: Node.Scalar) -> WrittenValue? {
    let start = self.start(scalar.mark)
    let span: SourceSpan
    switch scalar.style {
    case .singleQuoted, .doubleQuoted:
      span = index.span(from: start, length: index.quotedLength(at: start))
    case .literal, .folded: span = index.span(from: start, length: 1)
    case .plain, .any:
      span = index.span(from: start, length: index.plainLength(at: start, of: scalar.string))
    }
    let isText = scalar.tag.rawValue == "tag:yaml.org,2002:str"
    guard isText || Self.plainTags.contains(scalar.tag.rawValue) else {
      return fail(.unknownTag(scalar.tag.rawValue), span)
    }
    guard !scalar.string.utf8.contains(0) else { return fail(.nulInText, span) }
    let isPlain = scalar.style == .plain && !isText
    return WrittenValue(content: .scalar(scalar.string, plain: isPlain), span: span)
  }

  private mutating func mapping(
    _ mapping: Node.Mapping, span: SourceSpan, depth: Int
  ) -> WrittenValue? {
    var entries: [WrittenEntry] = []
    var merged: [WrittenEntry] = []
    var seen: Set<String> = []
    for (key, value) in mapping {
      guard case .scalar(let scalar) = key, let name = self.scalar(scalar), let text = name.text
      else { return fail(.keyNotText, place(key)) }
      guard var value = self.value(value, depth: depth + 1) else { return nil }
      // Nothing written has no place of its own.
      if value.isEmpty, value.text == "" { value.span = name.span }
      if text == "<<", scalar.style == .plain {
        merged += Self.mergeable(value)
        continue
      }
      guard seen.insert(text).inserted else { return fail(.duplicateKey(text), name.span) }
      entries.append(WrittenEntry(key: text, keySpan: name.span, value: value))
    }
    // `<<: *base` fills in what is not there, as YAML's merge key means.
    for entry in merged where seen.insert(entry.key).inserted { entries.append(entry) }
    return WrittenValue(content: .mapping(entries), span: entries.first?.keySpan ?? span)
  }

  private static func mergeable(_ value: WrittenValue) -> [WrittenEntry] {
    if case .list(let values) = value.content { return values.flatMap(\.entries) }
    return value.entries
  }

  /// Tags that plain scalars have once Yams has guessed at them, or that somebody wrote.
  private static let plainTags: Set<String> = [
    "", "!", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:float", "tag:yaml.org,2002:int",
    "tag:yaml.org,2002:null", "tag:yaml.org,2002:merge", "tag:yaml.org,2002:timestamp",
    "tag:yaml.org,2002:value",
  ]

  private mutating func fail(_ message: Diagnostic.Message, _ span: SourceSpan?) -> WrittenValue? {
    if problems.isEmpty { problems.append((message, span)) }
    return nil
  }

  private func start(_ mark: Mark?) -> Int {
    guard let mark else { return 0 }
    return index.contentStart(after: index.offset(line: mark.line, column: mark.column))
  }

  private func place(_ node: Node) -> SourceSpan { index.span(from: start(node.mark), length: 1) }
}
