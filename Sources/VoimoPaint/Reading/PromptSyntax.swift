/// A prompt without what image generators have in theirs beside words: weights, options, loras.
///
/// `(a wolf:1.3), <lora:fur:0.8>, forest --ar 16:9 --no people` is `a wolf , forest`, with `people`
/// taken away.
struct PromptSyntax {
  /// What is asked for.
  private(set) var wanted: String
  /// What options, negative weights and a `Negative prompt:` take away.
  private(set) var unwanted: [String]

  /// Takes a prompt apart.
  ///
  /// - Complexity: linear in the text, up to the length of its options.
  init(_ text: String) {
    // Most prompts have none of it.
    guard text.contains(where: { "<(:[{-—/".contains($0) }) else {
      (wanted, unwanted) = (text, [])
      return
    }
    var reader = SyntaxReader(letters: Array(text))
    reader.read()
    (wanted, unwanted) = (String(reader.plain), reader.unwanted)
  }
}

private struct SyntaxReader {
  let letters: [Character]
  private(set) var plain: [Character] = []
  private(set) var unwanted: [String] = []
  private var place = 0
  /// Where the open brackets stand in `plain`.
  private var open: [Int] = []
  /// Where the part between two `::` began.
  private var part = 0

  init(letters: [Character]) { self.letters = letters }

  /// Midjourney's options, and Deforum's; what follows them shows nothing, but for `no` and `neg`.
  private static let options: Set<String> = [
    "ar", "aspect", "v", "version", "style", "stylize", "s", "q", "quality", "seed", "chaos",
    "niji",
    "tile", "iw", "sref", "sw", "cref", "cw", "oref", "ow", "weird", "w", "stop", "no", "neg",
    "video",
    "repeat", "test", "hd", "fast", "relax", "turbo", "p", "profile", "raw", "draft", "exp",
    "motion",
    "loop", "width", "height", "steps", "cfg", "sampler",
  ]

  mutating func read() {
    while place < letters.count {
      if skipLora() || takeOption() || takeWeight() || takeLabel() || takeShortWith() { continue }
      switch letters[place] {
      case "(", "[", "{": open.append(plain.count)
      case ")", "]", "}": _ = open.popLast()
      default: break
      }
      plain.append(letters[place])
      place += 1
    }
  }

  private func letter(_ index: Int) -> Character? {
    letters.indices ~= index ? letters[index] : nil
  }

  /// Whether the word at `index` is this one, in any case.
  private func reads(_ text: String, at index: Int) -> Bool {
    guard index + text.count <= letters.count else { return false }
    return zip(text, letters[index...]).allSatisfy { $0 == Character($1.lowercased()) }
  }

  /// `<lora:name:0.8>`.
  private mutating func skipLora() -> Bool {
    guard letters[place] == "<" else { return false }
    let rest = letters[place..<min(place + 120, letters.count)]
    guard let end = rest.firstIndex(of: ">"), rest[..<end].contains(":") else { return false }
    place = end + 1
    return true
  }

  /// `--ar 16:9`, and `—ar` as word processors write it.
  private mutating func takeOption() -> Bool {
    guard let name = optionName(at: place) else { return false }
    var end = name.end
    while end < letters.count, letters[end] != "\n", optionName(at: end) == nil { end += 1 }
    if name.text == "no" || name.text == "neg" { unwanted.append(String(letters[name.end..<end])) }
    place = end
    return true
  }

  private func optionName(at index: Int) -> (text: String, end: Int)? {
    let isLong = letters[index] == "—" || letters[index] == "–"
    guard isLong || letters[index] == "-" && letter(index + 1) == "-" else { return nil }
    guard letter(index - 1)?.isWhitespace ?? true else { return nil }
    var end = index + (isLong ? 1 : 2)
    var text = ""
    while let next = letter(end), next.isLetter {
      text += next.lowercased()
      end += 1
    }
    return Self.options.contains(text) ? (text, end) : nil
  }

  /// `:1.3)`, `::2`; what weighs nothing or less is taken away.
  private mutating func takeWeight() -> Bool {
    guard letters[place] == ":" else { return false }
    if letter(place + 1) == ":" {
      let (number, end) = number(at: place + 2)
      if let number, number <= 0 { takeAway(from: part) }
      plain.append(",")
      (part, place) = (plain.count, end)
      return true
    }
    guard let start = open.last else { return false }
    let (value, end) = number(at: place + 1)
    guard let value, let close = letter(end), ")]}".contains(close) else { return false }
    open.removeLast()
    place = end + 1
    if value <= 0 {
      takeAway(from: start)
    } else {
      // Without its brackets the word stands among the others again.
      plain[start] = " "
      plain.append(" ")
    }
    return true
  }

  /// The number behind spaces at `index`; nil where there is none.
  private func number(at index: Int) -> (value: Double?, end: Int) {
    var end = index
    while letter(end) == " " { end += 1 }
    var text = ""
    while let next = letter(end), next.isNumber && next.isASCII || next == "." || next == "-" {
      text.append(next)
      end += 1
    }
    return (Double(text), text.isEmpty ? index : end)
  }

  private mutating func takeAway(from start: Int) {
    unwanted.append(String(plain[start...]))
    plain.removeSubrange(start...)
    open.removeAll { $0 >= start }
    plain.append(",")
  }

  /// `Negative prompt: …`, and what is written under it about samplers.
  private mutating func takeLabel() -> Bool {
    guard place == 0 || letters[place - 1].isWhitespace else { return false }
    if reads("negative prompt:", at: place) {
      var end = place + 16
      let start = end
      while end < letters.count, !isSettings(at: end) { end += 1 }
      unwanted.append(String(letters[start..<end]))
      place = letters.count
      return true
    }
    guard isSettings(at: place) else { return false }
    place = letters.count
    return true
  }

  private func isSettings(at index: Int) -> Bool {
    reads("steps:", at: index) && (index == 0 || letters[index - 1] == "\n")
  }

  /// `w/ rain`, `w/o rain`.
  private mutating func takeShortWith() -> Bool {
    guard reads("w/", at: place), place == 0 || letters[place - 1].isWhitespace else {
      return false
    }
    let isNot =
      letter(place + 2).map { $0 == "o" || $0 == "O" } ?? false
      && (letter(place + 3).map { $0.isWhitespace } ?? true || reads("w/out", at: place))
    plain += isNot ? "without " : "with "
    place += isNot ? (reads("w/out", at: place) ? 5 : 3) : 2
    return true
  }
}
