/// What a word means to the painter.
struct Meaning: Sendable, Equatable {
  var scene: SceneKind?
  /// A scene that the word alone only suggests: a car makes one think of a road.
  var hint: SceneKind?
  var palette: PaletteName?
  var light: Light?
  /// An hour that the word only suggests: lanterns make one think of night.
  var lightHint: Light?
  var weather: Weather?
  var details: [Detail] = []
}

/// Reads text as words that mean something: the tables, one spelling for plural and verb forms.
enum Lexicon {
  /// Every word that is known, and what it means.
  static let words: [String: Meaning] = {
    var result: [String: Meaning] = [:]
    func each(_ list: String, _ change: (inout Meaning) -> Void) {
      for word in list.split(whereSeparator: \.isWhitespace) {
        change(&result[stem(String(word)), default: Meaning()])
      }
    }
    for (scene, list) in sceneWords { each(list) { $0.scene = scene } }
    for (scene, list) in sceneHints { each(list) { $0.hint = scene } }
    for (palette, list) in paletteWords { each(list) { $0.palette = palette } }
    for (light, list) in lightWords { each(list) { $0.light = light } }
    for (light, list) in lightHints { each(list) { $0.lightHint = light } }
    for (weather, list) in weatherWords { each(list) { $0.weather = weather } }
    for (detail, list) in detailWords { each(list) { $0.details.append(detail) } }
    return result
  }()

  /// Words of a style, and the brush that comes near to it.
  static let styles: [String: Brush] = {
    var result: [String: Brush] = [:]
    for (brush, list) in brushWords {
      for word in list.split(whereSeparator: \.isWhitespace) { result[stem(String(word))] = brush }
    }
    return result
  }()

  /// The words of a text, in lower case without accents' marks, one spelling each.
  static func tokens(_ text: String) -> [String] {
    var result: [String] = []
    var word = ""
    for scalar in text.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic {
        word.unicodeScalars.append(plain(scalar))
      } else if scalar == "'" || scalar == "\u{2019}" {
        continue
      } else if !word.isEmpty {
        result.append(stem(word))
        word = ""
      }
    }
    if !word.isEmpty { result.append(stem(word)) }
    return result
  }

  /// One spelling for `wave`, `waves` and `waving`; short words stay whole.
  static func stem(_ word: String) -> String {
    guard word.count > 4 else {
      return word.count == 4 && word.hasSuffix("s") && !word.hasSuffix("ss")
        ? String(word.dropLast()) : word
    }
    for (ending, instead) in [
      ("ies", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("e", ""),
    ]
    where word.hasSuffix(ending) && !word.hasSuffix("ss") {
      let rest = word.dropLast(ending.count)
      guard rest.count >= 3 else { continue }
      // `running` and `run`, `planned` and `plan`.
      let doubled = ending == "ing" || ending == "ed"
      if doubled, rest.count > 3, rest.last == rest.dropLast().last, rest.last != "l",
        rest.last != "s"
      {
        return String(rest.dropLast())
      }
      return rest + instead
    }
    return word
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "á", "à", "â", "ä", "ã", "å": "a"
    case "é", "è", "ê", "ë": "e"
    case "í", "ì", "î", "ï": "i"
    case "ó", "ò", "ô", "ö", "õ", "ø": "o"
    case "ú", "ù", "û", "ü": "u"
    case "ñ": "n"
    case "ç": "c"
    default: scalar
    }
  }
}

extension Lexicon {
  /// The text's letters and digits in lower case, words apart by one space: what two prompts must
  /// share to be the same prompt.
  static func letters(_ text: String) -> String {
    var result = ""
    var apart = false
    for character in text.lowercased() {
      if character.isLetter || character.isNumber {
        if apart && !result.isEmpty { result.append(" ") }
        apart = false
        result.append(character)
      } else {
        apart = true
      }
    }
    return result
  }
}
