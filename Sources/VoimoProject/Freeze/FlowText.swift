/// Finds where values written in brackets begin and end, which a parser's marks do not tell.
struct FlowText {
  let text: EditableText

  private var scalars: [Unicode.Scalar] { text.scalars }

  /// Where the value of a key begins: past its colon, blanks, line ends and comments.
  ///
  /// - Parameter keyEnd: The offset after the key, its quotes included.
  /// - Returns: The offset of the first character that means something, and the offset after the
  ///   colon; nil where no colon follows, or nothing.
  func value(after keyEnd: Int) -> (start: Int?, colonEnd: Int)? {
    var position = keyEnd
    while position < scalars.count, scalars[position] == " " { position += 1 }
    guard position < scalars.count, scalars[position] == ":" else { return nil }
    let colonEnd = position + 1
    position = colonEnd
    while position < scalars.count {
      if scalars[position] == "#", position == 0 || Self.isBlank(scalars[position - 1]) {
        while position < scalars.count, scalars[position] != "\n" { position += 1 }
      } else if Self.isBlank(scalars[position]) {
        position += 1
      } else {
        return (position, colonEnd)
      }
    }
    return (nil, colonEnd)
  }

  /// Whether a bracket stands at an offset.
  func opens(at offset: Int) -> Bool {
    scalars.indices.contains(offset) && (scalars[offset] == "{" || scalars[offset] == "[")
  }

  /// The offset of the bracket that closes the one at an offset; nil where none does.
  ///
  /// - Complexity: O(*n*) in what the brackets hold.
  func end(ofBracketAt offset: Int) -> Int? {
    var position = offset
    var depth = 0
    while position < scalars.count {
      let scalar = scalars[position]
      switch scalar {
      case "{", "[": depth += 1
      case "}", "]":
        depth -= 1
        if depth == 0 { return position }
      case "\"", "'":
        // Inside a word, as in it's, it is a letter.
        if position > 0, Self.endsWord(scalars[position - 1]) {
          position = endOfQuote(at: position)
        }
      case "#":
        if position > 0, Self.isBlank(scalars[position - 1]) {
          while position < scalars.count, scalars[position] != "\n" { position += 1 }
          continue
        }
      default: break
      }
      position += 1
    }
    return nil
  }

  /// The offset of the last character before another that is not blank.
  func lastWord(before offset: Int) -> Int? {
    var position = offset - 1
    while position >= 0, Self.isBlank(scalars[position]) { position -= 1 }
    return position >= 0 ? position : nil
  }

  private func endOfQuote(at offset: Int) -> Int {
    let quote = scalars[offset]
    var position = offset + 1
    while position < scalars.count {
      if quote == "\"", scalars[position] == "\\" {
        position += 1
      } else if scalars[position] == quote {
        let isDoubled =
          quote == "'" && position + 1 < scalars.count && scalars[position + 1] == "'"
        guard isDoubled else { return position }
        position += 1
      }
      position += 1
    }
    return position
  }

  private static func endsWord(_ scalar: Unicode.Scalar) -> Bool {
    isBlank(scalar) || ["{", "[", ",", ":"].contains(scalar)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    [" ", "\t", "\n", "\r"].contains(scalar)
  }
}
