import VoimoBase

/// Which encoding a text that is no UTF-8 is in.
enum EncodingGuess {
  case sure(TextEncoding)
  /// Several would do: what the first line with such letters reads in each.
  case unsure([Reading])

  /// How a text reads in an encoding.
  struct Reading {
    var encoding: TextEncoding
    var text: String
  }

  /// Guesses by the frequencies of letters, and believes it where the text then is one of the
  /// language's script and long enough to tell.
  ///
  /// Western letters are few among many plain ones; there a guess is believed whose letters stand
  /// as they do in words.
  init(_ bytes: [UInt8]) {
    let guessed = CharacterDetection.name(of: bytes).flatMap { Self.encoding(named: $0) }
    let usual = TextEncoding("windows-1252") ?? .utf8
    let western = TextEvidence(bytes, usual)
    if let guessed, let encoding = Self.sibling(of: guessed, bytes) {
      if let evidence = TextEvidence(bytes, encoding), evidence.isEnoughForGuess {
        // Of encodings that read alike the usual one is named.
        self = .sure(western?.text == evidence.text ? usual : encoding)
        return
      }
    }
    if let western, western.isEnough {
      self = .sure(usual)
      return
    }
    self = .unsure(
      ["GBK", "Big5", "Shift_JIS", "EUC-KR", "windows-1251", "windows-1253", "windows-1252"]
        .compactMap { TextEncoding($0) }
        .compactMap { encoding in
          guard let evidence = TextEvidence(bytes, encoding), evidence.isPlausible else {
            return nil
          }
          return Reading(encoding: encoding, text: evidence.text)
        })
  }

  /// The detector's names in voimo's table; the wider ones of a family instead of the old.
  private static func encoding(named name: String) -> TextEncoding? {
    switch name {
    case "ISO-8859-1": TextEncoding("windows-1252")
    case "ISO-8859-9": TextEncoding("windows-1254")
    case "ISO-8859-8": TextEncoding("windows-1255")
    case "ISO-8859-13": TextEncoding("windows-1257")
    case "ASCII", "UTF-8": nil
    default: TextEncoding(name)
    }
  }

  /// The encoding itself, or the one of the same letters that makes more letters of the text.
  private static func sibling(of encoding: TextEncoding, _ bytes: [UInt8]) -> TextEncoding? {
    let pairs = [
      ["ISO-8859-2", "windows-1250"], ["ISO-8859-7", "windows-1253"],
      ["ISO-8859-6", "windows-1256"],
    ]
    guard let pair = pairs.first(where: { $0.contains(encoding.name) }) else { return encoding }
    let family = pair.compactMap { TextEncoding($0) }
    let texts = family.compactMap { CharacterConversion(bytes[...], from: $0)?.text }
    // Where both read alike, the one that people's files are in is named.
    if texts.count == 2, texts[0] == texts[1] { return family.last }
    return family.max { letters(bytes, $0, encoding) < letters(bytes, $1, encoding) }
  }

  /// How many letters a text has in an encoding; the detector's choice wins a tie.
  private static func letters(
    _ bytes: [UInt8], _ encoding: TextEncoding, _ guessed: TextEncoding
  ) -> Int {
    guard let read = CharacterConversion(bytes[...], from: encoding) else { return -1 }
    let letters = read.text.unicodeScalars.count { $0.value > 0x7F && $0.properties.isAlphabetic }
    return (letters - read.badBytes) * 2 + (encoding == guessed ? 1 : 0)
  }
}

/// What speaks for an encoding: that the text reads as words in a script.
struct TextEvidence {
  /// The text in that encoding.
  private(set) var text: String
  private var script: Script
  private var foreign = 0
  private var strange = 0
  private var letters = 0
  private var plainLetters = 0
  private var kana = 0
  private var unevenCase = 0
  private var longRuns = 0

  private enum Script { case han, japanese, hangul, cased, other, latin }

  /// Reads a text in an encoding; nil where too many bytes do not belong to it.
  init?(_ bytes: [UInt8], _ encoding: TextEncoding) {
    guard let read = CharacterConversion(bytes[...], from: encoding) else { return nil }
    let high = bytes.count { $0 >= 0x80 }
    guard read.badBytes * 20 <= high else { return nil }
    text = read.text
    script = Self.script(of: encoding)
    var run = 0
    var before: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80 {
        if scalar.properties.isAlphabetic { plainLetters += 1 }
        run = 0
      } else {
        foreign += 1
        let isLetter = scalar.properties.isAlphabetic
        if isLetter, belongs(scalar) {
          letters += 1
          if (0x3040...0x30FF).contains(scalar.value) { kana += 1 }
          run += 1
          if run > 2 { longRuns += 1 }
          if scalar.properties.isUppercase, before.properties.isLowercase { unevenCase += 1 }
        } else {
          run = 0
          // Signs inside words are what letters of another encoding look like.
          let isSign = Self.isUsualSign(scalar) && !(script == .latin && before.isLetterLike)
          let isQuote = "’”»…“—–".unicodeScalars.contains(scalar)
          if isLetter || !(isSign || isQuote) { strange += 1 }
        }
      }
      before = scalar
    }
  }

  /// Whether the text could be meant so.
  var isPlausible: Bool {
    guard letters > 0 || script == .latin, strange * 20 <= foreign, unevenCase * 8 <= letters else {
      return false
    }
    switch script {
    case .japanese: return kana > 0
    case .latin: return longRuns * 8 <= letters && letters <= plainLetters
    case .han, .hangul, .cased, .other: return true
    }
  }

  /// Whether there is enough of it to be sure, where the detector says the same.
  var isEnough: Bool {
    guard isPlausible else { return false }
    switch script {
    case .han: return letters >= 8
    case .japanese: return letters >= 8 && kana * 8 >= letters
    case .hangul: return letters >= 4
    case .cased, .other: return letters >= 8
    case .latin: return true
    }
  }

  /// Whether there is enough of it to believe the detector, which for a few Western letters is as
  /// good as a die: those are read as the usual encoding where they make sense in it.
  var isEnoughForGuess: Bool { isEnough && (script != .latin || letters >= 4) }

  private func belongs(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    switch script {
    case .han: return (0x3400...0x9FFF).contains(value) || value >= 0x20000 || isKana(value)
    case .japanese: return (0x3400...0x9FFF).contains(value) || isKana(value)
    case .hangul: return (0xAC00...0xD7A3).contains(value) || (0x3130...0x318F).contains(value)
    case .cased: return (0x370...0x52F).contains(value)
    case .other: return (0x590...0x6FF).contains(value) || (0xE00...0xE7F).contains(value)
    case .latin: return HeadingWords.isLatin(scalar)
    }
  }

  private func isKana(_ value: UInt32) -> Bool {
    (0x3005...0x3007).contains(value) || (0x3040...0x30FF).contains(value)
      || (0xFF66...0xFF9F).contains(value)
  }

  private static func isUsualSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xA0, 0xA1, 0xA9, 0xAB, 0xB4, 0xB7, 0xBB, 0xBF, 0x2010...0x2026, 0x20AC, 0x266A...0x266F:
      true
    case 0x3000...0x303F, 0xFF01...0xFF20, 0xFF5B...0xFF65, 0x2116: true
    default: scalar.properties.generalCategory == .nonspacingMark
    }
  }

  private static func script(of encoding: TextEncoding) -> Script {
    switch encoding.name {
    case "GB18030", "GBK", "Big5", "Big5-HKSCS", "EUC-TW": .han
    case "Shift_JIS", "EUC-JP", "ISO-2022-JP": .japanese
    case "EUC-KR", "Johab": .hangul
    case "windows-1251", "KOI8-R", "KOI8-U", "CP866", "CP855", "MacCyrillic", "ISO-8859-5",
      "windows-1253", "ISO-8859-7":
      .cased
    case "windows-1255", "windows-1256", "windows-874", "ISO-8859-6", "ISO-8859-8": .other
    default: .latin
    }
  }
}

extension Unicode.Scalar {
  /// Whether a sign after it would stand inside a word.
  fileprivate var isLetterLike: Bool { properties.isAlphabetic }
}
