/// Reads the International Phonetic Alphabet as espeak-ng writes it.
///
/// Stress, length, tones, ties and marks over and under letters are left out: a recogniser of
/// phones does not tell them apart. Not a check of the alphabet: signs that are no phone are
/// passed over.
package enum PhoneticText {
  /// The phones of a text, in order: `tʃˈɜːtʃ` is `t͡ʃ ɝ t͡ʃ`.
  ///
  /// What stands in round brackets is the sign for another language, `(en)`, and is left out. A
  /// vowel with a tilde keeps the vowel only: the nasal that a singer makes of it is heard or not.
  package static func phones(_ text: String) -> [String] {
    let letters = bare(text)
    var phones: [String] = []
    var at = 0
    while at < letters.count {
      let tail = letters[at...]
      if let (from, to) = joined.first(where: { tail.starts(with: $0.from) }) {
        phones += to
        at += from.count
      } else {
        let letter = String(letters[at])
        if PhoneTable.entry(letter) != nil { phones.append(letter) }
        at += 1
      }
    }
    return phones
  }

  /// The letters alone; length is needed to part `aːɪ` and is kept until here.
  private static func bare(_ text: String) -> [Unicode.Scalar] {
    var letters: [Unicode.Scalar] = []
    var depth = 0
    // Precomposed letters with a tilde are letters too: taken apart, the tilde is a mark.
    for scalar in text.unicodeScalars {
      switch scalar {
      case "(": depth += 1
      case ")": depth = max(0, depth - 1)
      default:
        guard depth == 0 else { continue }
        if let plain = precomposed[scalar] {
          letters.append(plain)
        } else if scalar.properties.generalCategory == .lowercaseLetter || scalar == "ᵻ" {
          letters.append(scalar)
        } else if let plain = raised[scalar] {
          letters.append(plain)
        }
      }
    }
    return letters
  }

  private static let precomposed: [Unicode.Scalar: Unicode.Scalar] = [
    "ã": "a", "õ": "o", "ẽ": "e", "ĩ": "i", "ũ": "u", "ä": "a", "ë": "e", "ï": "i", "ö": "o",
    "ü": "u", "ñ": "n",
  ]

  /// Letters that are written small and high, and are heard.
  private static let raised: [Unicode.Scalar: Unicode.Scalar] = ["ᵊ": "ə"]

  /// Letters that together are one phone, or another one than alone; longer ones first.
  private static let joined: [(from: [Unicode.Scalar], to: [String])] = [
    ("aɪɚ", "aɪ ɝ"), ("aɪə", "aɪ ə"), ("aʊɚ", "aʊ ɝ"), ("aʊə", "aʊ ə"),
    ("tʃ", "t͡ʃ"), ("dʒ", "d͡ʒ"), ("tɕ", "t͡ɕ"), ("dʑ", "d͡ʑ"), ("ʈʂ", "t͡ʃ"), ("ɖʐ", "d͡ʒ"),
    ("aɪ", "aɪ"), ("aʊ", "aʊ"), ("eɪ", "eɪ"), ("oʊ", "oʊ"), ("əʊ", "oʊ"), ("ɔɪ", "ɔɪ"),
    ("ɐʊ", "aʊ"), ("ɐɪ", "aɪ"), ("ɛɪ", "eɪ"), ("ɔø", "ɔɪ"), ("ɔʏ", "ɔɪ"), ("ɪɹ", "ɪ ɹ"),
    ("ʊɹ", "ɝ"), ("ɜɹ", "ɝ"), ("ɚɹ", "ɝ"),
  ].map { (Array($0.0.unicodeScalars), $0.1.split(separator: " ").map(String.init)) }
    .sorted { $0.0.count > $1.0.count }
}
