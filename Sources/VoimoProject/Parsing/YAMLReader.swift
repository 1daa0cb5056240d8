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
  /// What a file says, and what is to be said of it.
  struct Reading {
    /// Nil when it is not YAML or beyond a limit.
    var root: WrittenValue?
    /// What stops a build; at least one where there is no root.
    var problems: [(Diagnostic.Message, SourceSpan?)] = []
    /// What YAML reads otherwise than its writer may have meant.
    var remarks: [(Diagnostic.Message, SourceSpan?)] = []

    fileprivate init(_ root: WrittenValue?, _ problems: [(Diagnostic.Message, SourceSpan?)]) {
      self.root = root
      self.problems = problems
    }
  }

  private let index: SourceIndex
  /// Names of anchors that are referred to.
  private let used: Set<String>
  private var problems: [(Diagnostic.Message, SourceSpan?)] = []
  private var remarks: [(Diagnostic.Message, SourceSpan?)] = []

  /// Reads a file's root.
  ///
  /// - Complexity: O(*n*) in the text's length and the limits.
  static func read(_ text: String) -> Reading {
    guard text.utf8.count <= FileLimits.bytes else {
      return Reading(nil, [(.fileTooLarge(bytes: text.utf8.count), nil)])
    }
    let conflicts = MergeConflict.marks(in: text)
    guard conflicts.isEmpty else { return Reading(nil, conflicts.map { (.mergeConflict, $0) }) }
    let scan = AliasScan(text)
    guard scan.aliases <= FileLimits.aliases else {
      return Reading(nil, [(.tooManyAliases(scan.aliases), nil)])
    }
    // Yams hashes every key to find duplicates. A key that is an alias may expand without end, but
    // not by much with eight aliases; keys inside keys cost the file's size once for each.
    guard !scan.mayBeKey || scan.aliases <= 8,
      scan.explicitKeys * text.utf8.count <= 16 * FileLimits.bytes
    else { return Reading(nil, [(.keyNotText, nil)]) }
    // Yams keeps a pointer into the text, which for 15 bytes or less would be into the stack.
    var padded = text.utf8.count < 16 ? text + "\n#               " : text
    padded.makeContiguousUTF8()
    var reader = YAMLReader(index: SourceIndex(padded), used: scan.names)
    do {
      // The encoding is named so that Yams does not look into the environment for it.
      let parser = try Parser(yaml: padded, encoding: .utf8)
      guard let node = try parser.singleRoot() else { return Reading(nil, [(.emptyFile, nil)]) }
      var budget = FileLimits.values
      guard spend(&budget, on: node) else { return Reading(nil, [(.tooManyValues, nil)]) }
      if case .scalar = node, let problem = YAMLProblem(padded).explainLoneText() {
        return Reading(nil, [problem])
      }
      let root = reader.value(node, depth: 0)
      var reading = Reading(root, reader.problems)
      reading.remarks = reader.remarks
      return reading
    } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
      return Reading(
        nil, [reader.duplicate(keys.sorted().first ?? "", first: context.mark, in: padded)])
    } catch {
      return Reading(nil, [YAMLProblem.explain(error, in: padded)])
    }
  }

  /// What to say about a key that stands twice in a mapping, at its second place.
  ///
  /// The parser names the first place alone. With another letter there, it names the next.
  private func duplicate(
    _ key: String, first: Mark, in text: String
  ) -> (Diagnostic.Message, SourceSpan?) {
    let start = self.start(first)
    let one = index.span(from: start, length: 1)
    var scalars = Array(text.unicodeScalars)
    let isQuoted = ["'", "\""].contains(index.scalar(at: start))
    let letter = isQuoted ? start + 1 : start
    guard scalars.indices.contains(letter) else {
      return (.duplicateKey(key, lines: [one.line]), one)
    }
    scalars[letter] = "\u{E000}"
    let other = String(String.UnicodeScalarView(scalars))
    var second: Mark?
    do {
      let renamed = "\u{E000}" + key.unicodeScalars.dropFirst().map(String.init).joined()
      second = try Parser(yaml: other, encoding: .utf8).singleRoot()
        .flatMap { Self.mark(of: key, beside: renamed, in: $0, depth: 0) }
    } catch YamlError.duplicatedKeysInMapping(let keys, let context) where keys.contains(key) {
      second = context.mark
    } catch {
      second = nil
    }
    guard let second else { return (.duplicateKey(key, lines: [one.line]), one) }
    let two = index.span(
      from: self.start(second), length: isQuoted ? 1 : key.unicodeScalars.count)
    return (.duplicateKey(key, lines: [one.line, two.line]), two)
  }

  /// Where a key stands in the mapping that has another key, too.
  private static func mark(
    of key: String, beside other: String, in node: Node, depth: Int
  ) -> Mark? {
    guard depth <= FileLimits.depth else { return nil }
    switch node {
    case .scalar, .alias: return nil
    case .sequence(let sequence):
      return sequence.lazy.compactMap { mark(of: key, beside: other, in: $0, depth: depth + 1) }
        .first
    case .mapping(let mapping):
      let keys = mapping.map(\.key)
      if keys.contains(where: { $0.scalar?.string == other }),
        let found = keys.first(where: { $0.scalar?.string == key })
      {
        return found.mark
      }
      return mapping.lazy.compactMap {
        mark(of: key, beside: other, in: $0.value, depth: depth + 1)
      }.first
    }
  }

  private init(index: SourceIndex, used: Set<String>) {
    self.index = index
    self.used = used
  }

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
        return fail(tagged: node, sequence.tag.rawValue)
      }
      var list: [WrittenValue] = []
      for element in sequence {
        guard let value = value(element, depth: depth + 1) else { return nil }
        list.append(value)
      }
      return WrittenValue(content: .list(list), span: place(node))
    case .mapping(let mapping):
      guard ["", "!", "tag:yaml.org,2002:map"].contains(mapping.tag.rawValue) else {
        return fail(tagged: node, mapping.tag.rawValue)
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
      return fail(tagged: .scalar(scalar), scalar.tag.rawValue)
    }
    guard !scalar.string.utf8.contains(0) else { return fail(.nulInText, span) }
    let isPlain = scalar.style == .plain && !isText
    var value = WrittenValue(content: .scalar(scalar.string, plain: isPlain), span: span)
    if let swallowed = swallowed(scalar.mark) {
      if value.isEmpty {
        value.inPlace = swallowed.text
      } else if NumberText.number(scalar.string) == nil {
        remarks.append(
          (
            .swallowed(swallowed.text, beside: scalar.string),
            index.span(from: swallowed.offset, length: swallowed.text.unicodeScalars.count)
          ))
      }
    }
    return value
  }

  /// What stands in front of a scalar and means something in YAML, though perhaps not to its
  /// writer: an anchor that nothing refers to, or a lone `!`.
  private func swallowed(_ mark: Mark?) -> (offset: Int, text: String)? {
    guard let mark else { return nil }
    return index.properties(after: index.offset(line: mark.line, column: mark.column)).first {
      $0.text == "!" || $0.text.hasPrefix("&") && !used.contains(String($0.text.dropFirst()))
    }
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
      let said = remarks.count
      guard var value = self.value(value, depth: depth + 1) else { return nil }
      // Keys that are free may hold anything.
      if depth == 0, text.hasPrefix("x-") { remarks.removeSubrange(said...) }
      // Nothing written has no place of its own.
      if value.isEmpty, value.text == "" {
        value.span = name.span
        let end = start(key.mark) + name.span.length
        value.inPlace = value.inPlace ?? index.comment(after: end)
      }
      if text == "<<", scalar.style == .plain {
        merged += Self.mergeable(value)
        continue
      }
      guard seen.insert(text).inserted else {
        return fail(.duplicateKey(text, lines: []), name.span)
      }
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

  /// Refuses a tag at its own place, as it is written.
  private mutating func fail(tagged node: Node, _ tag: String) -> WrittenValue? {
    let offset = node.mark.map { index.offset(line: $0.line, column: $0.column) } ?? 0
    guard let written = index.properties(after: offset).first(where: { $0.text.hasPrefix("!") })
    else {
      return fail(.unknownTag(tag), place(node))
    }
    let length = written.text.unicodeScalars.count
    return fail(.unknownTag(written.text), index.span(from: written.offset, length: length))
  }

  private func start(_ mark: Mark?) -> Int {
    guard let mark else { return 0 }
    return index.contentStart(after: index.offset(line: mark.line, column: mark.column))
  }

  private func place(_ node: Node) -> SourceSpan { index.span(from: start(node.mark), length: 1) }
}
