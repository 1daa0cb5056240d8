/// The text of a Swift file with what is not wanted blanked out, line numbers kept.
struct SwiftText {
  /// What of the text stays visible.
  enum View {
    /// Code alone: comments and the content of string literals are blank.
    case code
    /// Code and string literals: comments are blank.
    case codeAndStrings
  }

  private var characters: [UInt8]
  private var output: [UInt8] = []
  private var index = 0
  private let view: View

  /// The lines of `text` as `view` shows them.
  static func lines(of text: String, _ view: View) -> [String] {
    var reader = SwiftText(characters: Array(text.utf8), view: view)
    reader.readCode(untilParenthesis: false)
    return String(decoding: reader.output, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private init(characters: [UInt8], view: View) {
    self.characters = characters
    self.view = view
    output.reserveCapacity(characters.count)
  }

  private static let newline = UInt8(ascii: "\n")
  private static let quote = UInt8(ascii: "\"")
  private static let hash = UInt8(ascii: "#")
  private static let slash = UInt8(ascii: "/")
  private static let star = UInt8(ascii: "*")

  private func at(_ offset: Int) -> UInt8 {
    index + offset < characters.count ? characters[index + offset] : 0
  }

  /// Takes one byte over, or a blank in its place.
  private mutating func take(visible: Bool) {
    let byte = characters[index]
    output.append(visible || byte == Self.newline ? byte : UInt8(ascii: " "))
    index += 1
  }

  private mutating func readCode(untilParenthesis: Bool) {
    var depth = 0
    while index < characters.count {
      if at(0) == Self.slash && at(1) == Self.slash {
        while index < characters.count && at(0) != Self.newline { take(visible: false) }
      } else if at(0) == Self.slash && at(1) == Self.star {
        readBlockComment()
      } else if at(0) == Self.quote || (at(0) == Self.hash && startsRawString) {
        readString()
      } else {
        if at(0) == UInt8(ascii: "(") { depth += 1 }
        if at(0) == UInt8(ascii: ")") {
          depth -= 1
          if untilParenthesis && depth < 0 { return }
        }
        take(visible: true)
      }
    }
  }

  private mutating func readBlockComment() {
    var depth = 0
    repeat {
      if at(0) == Self.slash && at(1) == Self.star {
        depth += 1
        take(visible: false)
      } else if at(0) == Self.star && at(1) == Self.slash {
        depth -= 1
        take(visible: false)
      }
      if index < characters.count { take(visible: false) }
    } while depth > 0 && index < characters.count
  }

  private var startsRawString: Bool {
    var offset = 0
    while at(offset) == Self.hash { offset += 1 }
    return at(offset) == Self.quote
  }

  private mutating func readString() {
    let visible = view == .codeAndStrings
    var hashes = 0
    while at(0) == Self.hash {
      hashes += 1
      take(visible: true)
    }
    let quotes = at(1) == Self.quote && at(2) == Self.quote ? 3 : 1
    for _ in 0..<quotes { take(visible: true) }
    while index < characters.count {
      if ends(quotes: quotes, hashes: hashes) {
        for _ in 0..<quotes + hashes { take(visible: true) }
        return
      }
      // A literal of one line ends with its line, whatever this reader made of it.
      if quotes == 1 && at(0) == Self.newline { return }
      guard startsEscape(hashes: hashes) else {
        take(visible: visible)
        continue
      }
      for _ in 0...hashes { take(visible: visible) }
      let isInterpolation = at(0) == UInt8(ascii: "(")
      if isInterpolation {
        take(visible: true)
        readCode(untilParenthesis: true)
      }
      if index < characters.count { take(visible: visible || isInterpolation) }
    }
  }

  private func startsEscape(hashes: Int) -> Bool {
    at(0) == UInt8(ascii: "\\") && (0..<hashes).allSatisfy { at($0 + 1) == Self.hash }
  }

  private func ends(quotes: Int, hashes: Int) -> Bool {
    (0..<quotes).allSatisfy { at($0) == Self.quote }
      && (0..<hashes).allSatisfy { at(quotes + $0) == Self.hash }
  }
}
