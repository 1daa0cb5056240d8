/// Reads a text roughly as YAML does, to say why a parser refused it.
///
/// A parser names the place where it could go no further; people want the place that they wrote
/// wrongly, often lines earlier. What is found here is asked only after a parser has refused the
/// text, so being rough costs a less helpful sentence and never a wrong verdict.
struct YAMLScan {
  /// Something that people write and YAML takes for something else.
  enum Trap: Hashable {
    /// A space that is not the plain one, where one separates or indents.
    case oddSpace(Unicode.Scalar)
    /// A quotation mark from a word processor at the start of a value.
    case oddQuote(Unicode.Scalar)
    /// The wide twin of a character that means something in YAML.
    case fullWidth(Unicode.Scalar)
    /// A tab in an indentation.
    case tab
    /// A backslash in double quotes with this after it; `digits` is how many have to follow.
    case escape(Unicode.Scalar, digits: Int?)
    /// A quote that ends before its text does; an apostrophe, where the text goes on at once.
    case textAfterQuote(Unicode.Scalar, isApostrophe: Bool)
    /// A quote that runs over the end of its line, and then ends in the middle of one.
    case longQuote(Unicode.Scalar)
    /// A quote that never ends.
    case openQuote(Unicode.Scalar)
    /// A list or mapping in brackets with more text after it.
    case textAfterBracket(Unicode.Scalar)
    /// `*name` with more text after it.
    case textAfterReference
    /// A bracket that is not closed before the next entry of the mapping around it.
    case openBracket
    /// A closing bracket; `opened` by this one, or by none.
    case closes(Unicode.Scalar, opened: Unicode.Scalar?)
    /// A comment between brackets that hides the closing one.
    case commentInBrackets
    /// A second `: ` on a line, or in an entry between brackets.
    case secondColon
    /// A colon with no space after it, where a key would end.
    case tightColon
    /// A character with which no value can begin.
    case start(Unicode.Scalar)
    /// `|` or `>` with text after it.
    case blockText(Unicode.Scalar)
    /// `- ` after a key on the same line.
    case dashAfterKey
    /// A line without a colon, where a key should be.
    case noColon
    /// A line with `=` where a colon should be.
    case equalsSign
    /// What stands between the sides of a merge conflict.
    case divider
  }

  /// The traps by offset in scalars, each with what surely makes a parser stop.
  private(set) var traps: [(offset: Int, trap: Trap, isCertain: Bool)] = []

  private let scalars: [Unicode.Scalar]
  private var position = 0
  /// Brackets that are open, and where their present entry has its colon.
  private var brackets: [(open: Unicode.Scalar, offset: Int, colon: Int?)] = []
  /// The indentation of the line that is being read.
  private var indent = 0
  /// Whether the line that is being read has had its key.
  private var hasKey = false
  /// The indentation of the last line with a key, which a longer plain text may follow.
  private var textIndent: Int?

  /// Reads a text.
  ///
  /// - Complexity: O(*n*) in the text's length.
  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    while position < scalars.count { line() }
    if let open = brackets.first { note(open.offset, .openBracket, true) }
  }

  /// Whether brackets are open.
  private var isInBrackets: Bool { !brackets.isEmpty }

  private mutating func note(_ offset: Int, _ trap: Trap, _ isCertain: Bool) {
    traps.append((offset, trap, isCertain))
  }

  private func peek(_ ahead: Int = 0) -> Unicode.Scalar {
    let place = position + ahead
    return place < scalars.count ? scalars[place] : "\n"
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
  }

  private var isAtLineEnd: Bool { peek() == "\n" || (peek() == "\r" && peek(1) == "\n") }

  // MARK: - Lines

  /// Reads a line from its first column, and what belongs to it.
  private mutating func line() {
    let start = position
    var tab: Int?
    var odd: Int?
    if position == 0, peek() == "\u{FEFF}" { position += 1 }
    while !isAtLineEnd, position < scalars.count {
      if peek() == "\t" {
        tab = tab ?? position
      } else if OddCharacter.isSpace(peek()) || OddCharacter.isInvisible(peek()) {
        odd = odd ?? position
      } else if peek() != " " {
        break
      }
      position += 1
    }
    defer { endLine() }
    guard !isAtLineEnd, peek() != "#" else { return }
    if !isInBrackets {
      if let tab { note(tab, .tab, false) }
      if let odd { note(odd, .oddSpace(scalars[odd]), false) }
      indent = position - start
      hasKey = false
      if indent == 0, isDocumentMark { return skipToLineEnd() }
      if indent == 0, isDivider { note(position, .divider, true) }
      if let textIndent, indent > textIndent, !looksLikeKey {
        return continuation()
      }
      textIndent = nil
    }
    content()
  }

  private mutating func endLine() {
    skipToLineEnd()
    if position < scalars.count { position += peek() == "\r" ? 2 : 1 }
  }

  private mutating func skipToLineEnd() {
    while position < scalars.count, !isAtLineEnd { position += 1 }
  }

  private var isDocumentMark: Bool {
    let marks: [[Unicode.Scalar]] = [["-", "-", "-"], [".", ".", "."]]
    return marks.contains { mark in
      mark.indices.allSatisfy { peek($0) == mark[$0] } && Self.isBlank(peek(3))
    } || peek() == "%"
  }

  private var isDivider: Bool {
    var end = position
    while end < scalars.count, scalars[end] == "=" { end += 1 }
    return end - position >= 7 && (end == scalars.count || Self.isBlank(scalars[end]))
  }

  /// Whether the rest of the line has a word and a colon, so that it begins a new entry.
  private var looksLikeKey: Bool {
    var ahead = position
    if ahead < scalars.count, scalars[ahead] == "-" { return true }
    while ahead < scalars.count, scalars[ahead] != "\n" {
      if scalars[ahead] == ":" {
        return ahead + 1 >= scalars.count || Self.isBlank(scalars[ahead + 1])
      }
      ahead += 1
    }
    return false
  }

  /// A further line of a plain text.
  private mutating func continuation() {
    while position < scalars.count, !isAtLineEnd {
      if peek() == "#", position > 0, Self.isBlank(scalars[position - 1]) { break }
      position += 1
    }
  }

  /// All values of a line, or of brackets over several lines, up to the end of the line.
  private mutating func content() {
    var isStart = true
    while position < scalars.count {
      while peek() == " " || peek() == "\t" { position += 1 }
      if isAtLineEnd {
        guard isInBrackets else { return }
        position += peek() == "\r" ? 2 : 1
        if position >= scalars.count { return }
        continue
      }
      if peek() == "#", position == 0 || Self.isBlank(scalars[position - 1]) {
        comment()
        continue
      }
      if !isInBrackets, peek() == "-" || peek() == "?", Self.isBlank(peek(1)) {
        if hasKey, isStart == false, peek() == "-" { note(position, .dashAfterKey, true) }
        position += 1
        continue
      }
      if !value() { return }
      isStart = false
    }
  }

  private mutating func comment() {
    let start = position
    var hides = false
    while position < scalars.count, !isAtLineEnd {
      if peek() == "}" || peek() == "]" { hides = true }
      position += 1
    }
    let isWord = start + 1 < scalars.count && !Self.isBlank(scalars[start + 1])
    if isInBrackets, hides || isWord { note(start, .commentInBrackets, false) }
  }

  // MARK: - Values

  /// Reads one value, key or sign; false when the rest of the line is spoken for.
  private mutating func value() -> Bool {
    let first = peek()
    switch first {
    case "'", "\"": return quoted(first)
    case "[", "{":
      brackets.append((first, position, nil))
      position += 1
      return true
    case "]", "}": return closing(first)
    case ",":
      guard isInBrackets else {
        note(position, .start(first), true)
        return false
      }
      brackets[brackets.count - 1].colon = nil
      position += 1
      return true
    case ":" where Self.isBlank(peek(1)) || isInBrackets:
      colon()
      return true
    case "!", "&":
      if first == "&", !isName(peek(1)) {
        note(position, .start(first), true)
        return false
      }
      while position < scalars.count, !Self.isBlank(peek()), !(isInBrackets && isFlowSign(peek())) {
        position += 1
      }
      return true
    case "*" where isName(peek(1)): return reference()
    case "|", ">":
      if isInBrackets {
        note(position, .start(first), true)
        position += 1
        return true
      }
      return block(first)
    case "@", "`", "%":
      note(position, .start(first), true)
      return plain()
    default: return plain()
    }
  }

  private func isName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar == "_" || scalar == "-"
      || scalar.properties.numericType != nil
  }

  /// `*name`, which is a whole value.
  private mutating func reference() -> Bool {
    let start = position
    position += 1
    while position < scalars.count, isName(peek()) { position += 1 }
    let end = position
    while peek() == " " || peek() == "\t" { position += 1 }
    if isAtLineEnd || position >= scalars.count || peek() == "#" && position > end { return true }
    if isInBrackets && isFlowSign(peek()) || peek() == ":" { return true }
    note(start, .textAfterReference, true)
    return plain()
  }

  private func isFlowSign(_ scalar: Unicode.Scalar) -> Bool {
    [",", "[", "]", "{", "}"].contains(scalar)
  }

  /// A colon that ends a key.
  private mutating func colon() {
    if isInBrackets {
      let last = brackets.count - 1
      if let colon = brackets[last].colon {
        // An entry that goes on over lines has swallowed the next one.
        let isLong = scalars[colon..<position].contains("\n")
        note(isLong ? brackets[last].offset : position, isLong ? .openBracket : .secondColon, true)
      }
      brackets[last].colon = position
    } else {
      if hasKey { note(position, .secondColon, true) }
      hasKey = true
    }
    position += 1
  }

  private mutating func quoted(_ quote: Unicode.Scalar) -> Bool {
    let opened = position
    var lines = 0
    position += 1
    while position < scalars.count {
      let scalar = peek()
      if scalar == "\n" { lines += 1 }
      if quote == "\"", scalar == "\\" {
        if !Self.escapes.contains(peek(1)) { note(position, .escape(peek(1), digits: nil), true) }
        if let digits = Self.digits[peek(1)],
          !(0..<digits).allSatisfy({ peek(2 + $0).properties.isASCIIHexDigit })
        {
          note(position, .escape(peek(1), digits: digits), true)
        }
        position += 2
        continue
      }
      if scalar == quote {
        guard quote == "'", peek(1) == "'" else { break }
        position += 1
      }
      position += 1
    }
    guard position < scalars.count else {
      note(opened, .openQuote(quote), true)
      return false
    }
    let closed = position
    position += 1
    return afterQuote(quote, opened: opened, closed: closed, isLong: lines > 0)
  }

  /// Looks at what follows a closing quote.
  private mutating func afterQuote(
    _ quote: Unicode.Scalar, opened: Int, closed: Int, isLong: Bool
  ) -> Bool {
    while peek() == " " || peek() == "\t" { position += 1 }
    if isAtLineEnd || position >= scalars.count { return isInBrackets }
    if peek() == "#", Self.isBlank(scalars[position - 1]) { return true }
    if isInBrackets ? isFlowSign(peek()) || peek() == ":" : peek() == ":" && Self.isBlank(peek(1)) {
      return true
    }
    if isLong {
      note(opened, .longQuote(quote), true)
    } else {
      let isApostrophe = quote == "'" && position == closed + 1
      let place = isApostrophe ? closed : position
      note(place, .textAfterQuote(quote, isApostrophe: isApostrophe), true)
    }
    return plain()
  }

  private mutating func closing(_ bracket: Unicode.Scalar) -> Bool {
    guard let open = brackets.last else {
      note(position, .closes(bracket, opened: nil), true)
      skipToLineEnd()
      return false
    }
    if (open.open == "[") != (bracket == "]") {
      note(position, .closes(bracket, opened: open.open), true)
    }
    brackets.removeLast()
    position += 1
    guard brackets.isEmpty else { return true }
    while peek() == " " || peek() == "\t" { position += 1 }
    if isAtLineEnd || position >= scalars.count { return false }
    if peek() == ":" { return true }
    if peek() == "#", Self.isBlank(scalars[position - 1]) { return true }
    if peek() == "]" || peek() == "}" { return true }
    note(position, .textAfterBracket(open.open), true)
    return plain()
  }

  /// A text in lines of its own, which are skipped.
  private mutating func block(_ sign: Unicode.Scalar) -> Bool {
    let start = position
    position += 1
    while ["+", "-"].contains(peek()) || ("1"..."9").contains(peek()) { position += 1 }
    let isAfterSign = position
    while peek() == " " || peek() == "\t" { position += 1 }
    let isComment = peek() == "#" && position > isAfterSign
    if !isAtLineEnd, !isComment, position < scalars.count {
      note(start, .blockText(sign), true)
      skipToLineEnd()
      return false
    }
    while position < scalars.count {
      let end = position
      endLine()
      let start = position
      while peek() == " " { position += 1 }
      let isDeeper = position - start > indent || isAtLineEnd
      if !isDeeper || position >= scalars.count {
        // The line after the text is read as a line of its own.
        position = isDeeper ? position : end
        return false
      }
    }
    return false
  }

  /// A text without quotes, up to what ends one.
  private mutating func plain() -> Bool {
    let start = position
    let isKeyPlace = !isInBrackets && !hasKey
    if OddCharacter.isQuote(peek()) { note(position, .oddQuote(peek()), false) }
    var tight: Int?
    while position < scalars.count, !isAtLineEnd {
      let scalar = peek()
      if scalar == ":" {
        if Self.isBlank(peek(1)) || (isInBrackets && isFlowSign(peek(1))) { break }
        if OddCharacter.isSpace(peek(1)) || OddCharacter.isInvisible(peek(1)) {
          note(position + 1, .oddSpace(peek(1)), false)
        } else {
          tight = tight ?? position
        }
      } else if scalar == "#", position > start, Self.isBlank(scalars[position - 1]) {
        break
      } else if isInBrackets, isFlowSign(scalar) {
        break
      } else if OddCharacter.isFullWidth(scalar), Self.signs.contains(scalar.value - 0xFEE0) {
        note(position, .fullWidth(scalar), false)
      } else if scalar == "、" || scalar == "，" {
        note(position, .fullWidth(scalar), false)
      } else if position == start, OddCharacter.isSpace(scalar) || OddCharacter.isInvisible(scalar)
      {
        note(position, .oddSpace(scalar), false)
      }
      position += 1
    }
    if isKeyPlace, peek() != ":" || isAtLineEnd {
      let text = scalars[start..<position]
      if let tight { note(tight, .tightColon, false) }
      if let equals = text.firstIndex(of: "=") { note(equals, .equalsSign, false) }
      note(start, .noColon, false)
    }
    if !isInBrackets, !isKeyPlace || textIndent != nil { textIndent = indent }
    return true
  }

  /// What may follow a backslash in double quotes.
  private static let escapes: Set<Unicode.Scalar> = [
    "0", "a", "b", "t", "\t", "n", "v", "f", "r", "e", " ", "\"", "/", "\\", "N", "_", "L", "P",
    "x", "u", "U", "\n", "\r",
  ]

  /// How many hexadecimal digits follow some escapes.
  private static let digits: [Unicode.Scalar: Int] = ["x": 2, "u": 4, "U": 8]

  /// The characters of ASCII whose wide twins are taken for them.
  private static let signs: Set<UInt32> = Set(":,#[]{}\"'-".unicodeScalars.map(\.value))
}
