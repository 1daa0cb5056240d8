import VoimoBase
import Yams

/// Says in plain words what is wrong with a file that is not YAML.
struct YAMLProblem {
  private let index: SourceIndex
  private let source: SourceText
  private let scan: YAMLScan

  /// Takes a text that a parser has refused, or has read as something that nobody means.
  ///
  /// - Complexity: O(*n*) in the text's length.
  init(_ text: String) {
    index = SourceIndex(text)
    source = SourceText(name: "", text: text)
    scan = YAMLScan(Array(text.unicodeScalars))
  }

  /// The message and the place that it is about; nil for the whole file.
  static func explain(_ error: any Error, in text: String) -> (Diagnostic.Message, SourceSpan?) {
    guard let error = error as? YamlError else { return (.notYAML("\(error)"), nil) }
    return YAMLProblem(text).explain(error)
  }

  /// What is wrong with a file that holds one text and no keys; nil when nothing shows.
  func explainLoneText() -> (Diagnostic.Message, SourceSpan?)? {
    let telling = scan.traps.first { Self.isTelling($0.trap) || Self.isWeak($0.trap) }
    guard let telling, telling.trap != .noColon else { return nil }
    return explain(telling.trap, at: telling.offset)
  }

  private func explain(_ error: YamlError) -> (Diagnostic.Message, SourceSpan?) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _):
      return explain(problem, context: context, at: mark)
    case .composer(_, let problem, let mark, _):
      let offset = index.offset(line: mark.line, column: mark.column)
      if problem.contains("another document") {
        return (.twoDocuments, place(offset))
      }
      return (.undefinedAnchor, place(offset))
    case .reader(_, _, let value, _): return reader(value: value)
    case .duplicatedKeysInMapping(let keys, let context):
      return (.duplicateKey(keys.sorted().first ?? "", lines: []), place(offset(context.mark)))
    case .memory, .no, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      return (.notYAML("\(error)"), nil)
    @unknown default: return (.notYAML("\(error)"), nil)
    }
  }

  private func offset(_ mark: Mark) -> Int { index.offset(line: mark.line, column: mark.column) }

  private func place(_ offset: Int, _ length: Int = 1) -> SourceSpan {
    index.span(from: offset, length: length)
  }

  // MARK: - What a parser says

  private func explain(
    _ problem: String, context: YamlError.Context?, at mark: Mark
  ) -> (Diagnostic.Message, SourceSpan?) {
    if problem.lowercased().contains("nesting") { return (.tooDeep, place(offset(mark))) }
    let line = source.line(place(offset(mark)).line) ?? ""
    if Self.looksLikeSchedule(line) { return (.unquotedSchedule, place(offset(mark))) }
    let about = context?.text ?? ""
    let start = context.map { offset($0.mark) }
    if let cause = cause(of: problem, about: about, at: offset(mark), from: start) {
      return explain(cause.trap, at: cause.offset)
    }
    return plainly(problem, about: about, at: offset(mark), from: start ?? offset(mark))
  }

  /// The trap that made a parser stop at an offset, if one is likely.
  ///
  /// What is told apart by a strange character comes before what breaks a rule, on the same line.
  private func cause(
    of problem: String, about: String, at mark: Int, from start: Int?
  ) -> (offset: Int, trap: YAMLScan.Trap)? {
    let last = index.lineEnd(of: mark)
    let certain = scan.traps.first { $0.isCertain && $0.offset <= last }
    var first = index.lineStart(of: certain?.offset ?? mark)
    let isLocal = ["simple key", "flow", "quoted", "plain scalar"].contains { about.contains($0) }
    if let start, isLocal { first = min(first, index.lineStart(of: start)) }
    if certain == nil, !isLocal, first > 0 { first = index.lineStart(of: first - 1) }
    let near = scan.traps.filter { (first...last).contains($0.offset) }
    let limit = certain.map { index.lineEnd(of: $0.offset) } ?? last
    if let telling = near.first(where: { Self.isTelling($0.trap) && $0.offset <= limit }),
      Self.comesFirst(telling.trap, before: certain?.trap)
    {
      return (telling.offset, telling.trap)
    }
    if let certain { return (certain.offset, certain.trap) }
    if about.contains("simple key") || problem.contains("mapping values") {
      // The lines before may all have been taken for one text.
      let all = problem.contains("mapping values") ? scan.traps : near
      let weak = all.first {
        Self.isWeak($0.trap) && $0.offset <= last && !($0.trap == .noColon && $0.offset < first)
      }
      if let weak, weak.trap != .noColon { return (weak.offset, weak.trap) }
    }
    return nil
  }

  /// Whether a trap shows by a character that nobody means.
  private static func isTelling(_ trap: YAMLScan.Trap) -> Bool {
    switch trap {
    case .oddSpace, .oddQuote, .fullWidth, .commentInBrackets, .tab: true
    default: false
    }
  }

  private static func isWeak(_ trap: YAMLScan.Trap) -> Bool {
    switch trap {
    case .tightColon, .equalsSign, .noColon: true
    default: false
    }
  }

  /// Whether what a strange character tells explains more than a broken rule on its line.
  private static func comesFirst(_ trap: YAMLScan.Trap, before certain: YAMLScan.Trap?) -> Bool {
    switch certain {
    case nil, .secondColon, .noColon, .longQuote, .openQuote, .textAfterBracket, .closes,
      .openBracket:
      true
    case .textAfterQuote: trap == .tab
    default: false
    }
  }

  // MARK: - Traps

  private func explain(
    _ trap: YAMLScan.Trap, at offset: Int
  ) -> (Diagnostic.Message, SourceSpan?) {
    switch trap {
    case .oddSpace(let scalar): return (.oddSpace(scalar), place(offset))
    case .oddQuote(let scalar): return (.oddQuote(scalar), place(offset))
    case .fullWidth(let scalar): return (.fullWidth(scalar), place(offset))
    case .tab: return (.tabIndent, place(offset))
    case .escape(let scalar, let digits):
      return (.unknownEscape(scalar, digits: digits), place(offset, 2))
    case .textAfterQuote(let quote, let isApostrophe):
      return (.textAfterQuote(quote, isApostrophe: isApostrophe), place(offset))
    case .longQuote, .openQuote: return (.openQuote, place(offset))
    case .textAfterBracket(let bracket): return (.textAfterBracket(bracket), place(offset))
    case .textAfterReference:
      let text = index.text(from: offset, to: index.lineEnd(of: offset))
      return (.textAfterReference(text), place(offset, word(at: offset).unicodeScalars.count))
    case .openBracket: return (.openBracket, place(offset))
    case .closes(let bracket, let opened):
      return (.wrongBracket(bracket, opened: opened), place(offset))
    case .commentInBrackets: return (.commentInBrackets(word(at: offset)), place(offset))
    case .secondColon: return (.secondColon(line: line(of: offset)), place(offset))
    case .tightColon: return (.tightColon(line(of: offset)), place(offset))
    case .equalsSign: return (.equalsSign, place(offset))
    case .noColon: return (.noColon, place(offset))
    case .start(let scalar): return (.badStart(scalar), place(offset))
    case .blockText(let scalar): return (.badStart(scalar), place(offset))
    case .dashAfterKey: return (.dashAfterKey, place(offset))
    case .divider:
      return (.mergeConflict, place(offset, 7))
    }
  }

  private func line(of offset: Int) -> String { source.line(place(offset).line) ?? "" }

  /// The word that begins at an offset, up to a blank, comma or bracket.
  private func word(at offset: Int) -> String {
    let line = index.text(from: offset, to: index.lineEnd(of: offset))
    return String(line.prefix { !" \t,]}".contains($0) })
  }

  /// What to say where nothing in the text stands out.
  private func plainly(
    _ problem: String, about: String, at mark: Int, from start: Int
  ) -> (Diagnostic.Message, SourceSpan?) {
    if problem.contains("cannot start any token") {
      guard let scalar = index.scalar(at: mark) else { return (.notYAML(problem), place(mark)) }
      return (scalar == "\t" ? .tabIndent : .badStart(scalar), place(mark))
    }
    if problem.contains("tab character") { return (.tabIndent, place(mark)) }
    if problem.contains("mapping values are not allowed") {
      let before = index.text(from: index.lineStart(of: mark), to: mark)
      if before.contains(":") { return (.secondColon(line: line(of: mark)), place(mark)) }
      let indent = before.prefix { $0 == " " }.count
      return (.wrongIndent, place(index.lineStart(of: mark) + indent))
    }
    if problem.contains("escape") || problem.contains("hexdecimal") {
      return (.unknownEscape(index.scalar(at: mark + 1) ?? " ", digits: nil), place(mark, 2))
    }
    if about.contains("flow") { return (.openBracket, place(start)) }
    if problem.contains("end of stream") || about.contains("quoted scalar") {
      return (.openQuote, place(start))
    }
    if problem.contains("could not find expected ':'") { return (.noColon, place(start)) }
    if about.contains("anchor") || about.contains("alias") || about.contains("directive") {
      return (.badStart(index.scalar(at: start) ?? "&"), place(start))
    }
    if about.contains("tag") || problem.contains("tag") {
      return (.unknownTag(word(at: start)), place(start, word(at: start).unicodeScalars.count))
    }
    if about.contains("block scalar") {
      return (.badStart(index.scalar(at: start) ?? "|"), place(start))
    }
    if problem.contains("sequence entries") { return (.dashAfterKey, place(mark)) }
    if problem.contains("mapping keys") { return (.badStart("?"), place(mark)) }
    if problem.contains("document start") { return (.textAfterEnd, place(mark)) }
    if problem.contains("did not find expected key") || about.contains("block") {
      return (.wrongIndent, place(mark))
    }
    return (.notYAML(problem), place(mark))
  }

  private func reader(value: Int32) -> (Diagnostic.Message, SourceSpan?) {
    // Yams counts grapheme clusters here; the character itself is found again from the value.
    let wanted = UInt32(bitPattern: value)
    let code = String(wanted, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
    return (
      .controlCharacter(name, isNul: value == 0),
      place(index.offset { $0.value == wanted } ?? index.end)
    )
  }

  /// Whether a line holds something like `0: (1.0), 30: (0.5)`.
  private static func looksLikeSchedule(_ line: String) -> Bool {
    let squeezed = String(line.filter { $0 != " " })
    guard let found = squeezed.indices.first(where: { squeezed[$0...].hasPrefix(":(") }),
      found > squeezed.startIndex
    else { return false }
    return squeezed[squeezed.index(before: found)].isNumber
  }
}
