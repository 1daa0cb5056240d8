import VoimoBase

/// A track of soft subtitles as mp4 has them: 3GPP timed text (TS 26.245), one text at a time.
struct TimedText {
  /// Ticks a second.
  static let ticks = 1000

  /// One text on the screen, in ticks.
  struct Sample: Equatable {
    var start: Int
    var end: Int
    var text: String

    /// The length in two bytes, then the text.
    var bytes: [UInt8] {
      let text = Array(Self.cut(text).utf8)
      return [UInt8(text.count >> 8), UInt8(text.count & 255)] + text
    }

    /// At most 65 535 bytes, whole characters.
    private static func cut(_ text: String) -> String {
      var text = text
      while text.utf8.count > 65_535 { text.removeLast() }
      return text
    }
  }

  /// ISO 639-2 code of three letters: `eng`, `und`.
  let language: String
  /// In order, without overlap.
  let samples: [Sample]

  /// Lays cues out on one line of time that ends with the film.
  ///
  /// Where cues overlap their texts stand under each other, in order of start.
  ///
  /// - Complexity: O(*n* log *n*), and *k* times that where *k* cues overlap.
  init(_ subtitles: Film.Subtitles, until end: Rational) {
    language = LanguageCode.threeLetters(of: subtitles.language)
    let last = Int((end.seconds * Double(Self.ticks)).rounded(.down))
    let cues = subtitles.cues.map { cue in
      Sample(
        start: Self.tick(cue.start, last), end: Self.tick(cue.end, last),
        text: cue.text.replacing("\r\n", with: "\n"))
    }.filter { $0.start < $0.end && !$0.text.isEmpty }.enumerated().sorted {
      ($0.element.start, $0.offset) < ($1.element.start, $1.offset)
    }.map(\.element)

    let edges = Set(cues.flatMap { [$0.start, $0.end] }).sorted()
    var laid: [Sample] = []
    var shown: [Sample] = []
    var next = 0
    for (start, end) in zip(edges, edges.dropFirst()) {
      shown.removeAll { $0.end <= start }
      while next < cues.count, cues[next].start == start {
        shown.append(cues[next])
        next += 1
      }
      if shown.isEmpty { continue }
      let text = shown.map(\.text).joined(separator: "\n")
      if let before = laid.last, before.end == start, before.text == text {
        laid[laid.count - 1].end = end
      } else {
        laid.append(Sample(start: start, end: end, text: text))
      }
    }
    samples = laid
  }

  private static func tick(_ time: Seconds, _ last: Int) -> Int {
    guard time.value.isFinite else { return last }
    return Int(min(max(0, time.value * Double(ticks)), Double(last)).rounded())
  }

  /// The sample entry's content: white sans-serif at the bottom, on nothing.
  static let codecHeader: [UInt8] = [
    0, 0, 0, 0,  // display flags
    1, 0xFF,  // centred, at the bottom
    0, 0, 0, 0,  // background
    0, 0, 0, 0, 0, 0, 0, 0,  // box: the whole track
    0, 0, 0, 0, 0, 1, 0, 18, 255, 255, 255, 255,  // style: font 1, 18 points, white
    0, 0, 0, 23, 0x66, 0x74, 0x61, 0x62, 0, 1, 0, 1, 10,  // ftab: one font, ten letters
    0x53, 0x61, 0x6E, 0x73, 0x2D, 0x53, 0x65, 0x72, 0x69, 0x66,  // Sans-Serif
  ]
}

/// Codes of languages, as mp4 wants them.
enum LanguageCode {
  /// The three letters of ISO 639-2/T for a code of two or three; `und` for others and nil.
  static func threeLetters(of code: String?) -> String {
    guard let code = code?.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" }).first
    else { return "und" }
    if code.utf8.count == 3, code.utf8.allSatisfy({ (97...122).contains($0) }) {
      return String(code)
    }
    return table[String(code)] ?? "und"
  }

  private static let table: [String: String] = [
    "af": "afr", "ar": "ara", "be": "bel", "bg": "bul", "bn": "ben", "bs": "bos", "ca": "cat",
    "cs": "ces", "cy": "cym", "da": "dan", "de": "deu", "el": "ell", "en": "eng", "eo": "epo",
    "es": "spa", "et": "est", "eu": "eus", "fa": "fas", "fi": "fin", "fr": "fra", "ga": "gle",
    "gl": "glg", "gu": "guj", "he": "heb", "hi": "hin", "hr": "hrv", "hu": "hun", "hy": "hye",
    "id": "ind", "is": "isl", "it": "ita", "ja": "jpn", "ka": "kat", "kk": "kaz", "kn": "kan",
    "ko": "kor", "la": "lat", "lb": "ltz", "lt": "lit", "lv": "lav", "mi": "mri", "mk": "mkd",
    "ml": "mal", "mn": "mon", "mr": "mar", "ms": "msa", "mt": "mlt", "my": "mya", "nb": "nob",
    "ne": "nep", "nl": "nld", "nn": "nno", "no": "nor", "pa": "pan", "pl": "pol", "ps": "pus",
    "pt": "por", "ro": "ron", "ru": "rus", "sk": "slk", "sl": "slv", "so": "som", "sq": "sqi",
    "sr": "srp", "sv": "swe", "sw": "swa", "ta": "tam", "te": "tel", "th": "tha", "tl": "tgl",
    "tr": "tur", "uk": "ukr", "ur": "urd", "uz": "uzb", "vi": "vie", "xh": "xho", "yi": "yid",
    "zh": "zho", "zu": "zul",
  ]
}
