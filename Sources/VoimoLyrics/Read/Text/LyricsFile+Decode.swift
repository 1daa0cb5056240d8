import VoimoBase

extension LyricsFile {
  /// A file's bytes as text: in the encoding that the project names, else UTF-8, UTF-16 or UTF-32,
  /// else in the one that it looks like, with a warning.
  ///
  /// Nil, with an error noted, for what is not text and where nobody can tell the encoding.
  static func decode(
    _ bytes: [UInt8], encoding: TextEncoding?, notes: inout Notes
  ) -> String? {
    guard bytes.count <= maximumBytes else {
      notes.error(.tooLarge(bytes.count), at: nil)
      return nil
    }
    if let kind = BinaryFormat.name(of: bytes) {
      notes.error(.notText(kind), at: nil)
      return nil
    }
    guard let text = text(of: bytes, encoding: encoding, notes: &notes) else { return nil }
    let scalars = text.unicodeScalars
    guard !scalars.contains("\0") else {
      notes.error(.notText("binary data"), at: nil)
      return nil
    }
    return scalars.first == "\u{FEFF}" ? String(scalars.dropFirst()) : text
  }

  /// Decodes bytes by what the project says, by their mark, or by a guess.
  private static func text(
    of bytes: [UInt8], encoding: TextEncoding?, notes: inout Notes
  ) -> String? {
    // What voimo wrote itself stays readable where the project names the old file's encoding.
    let isOwn = bytes.starts(with: Array("[re:voimo]".utf8))
    if let encoding, !isOwn { return convert(bytes[...], from: encoding, notes: &notes) }
    if let (encoding, length) = marked(bytes) {
      return convert(bytes[length...], from: encoding, notes: &notes)
    }
    let hasEscape =
      bytes.starts(with: [0x1B]) || bytes.indices.contains { isJapaneseEscape(bytes, $0) }
    if !bytes.contains(0), !hasEscape, let text = String(validating: bytes, as: UTF8.self) {
      return text
    }
    if bytes.contains(0) {
      if let wide = WideEncoding.guess(bytes) {
        return convert(bytes[...], from: wide, notes: &notes)
      }
      notes.error(.notText("binary data"), at: nil)
      return nil
    }
    if hasEscape, let japanese = TextEncoding("ISO-2022-JP"),
      let read = CharacterConversion(bytes[...], from: japanese), read.badBytes == 0
    {
      notes.warning(notUTF8(bytes, read.text, japanese), at: nil)
      return read.text
    }
    if UTF8Damage(bytes).isUTF8 { return convert(bytes[...], from: .utf8, notes: &notes) }
    switch EncodingGuess(bytes) {
    case .sure(let encoding):
      let text = convert(bytes[...], from: encoding, notes: &notes)
      if let text { notes.warning(notUTF8(bytes, text, encoding), at: nil) }
      return text
    case .unsure(let readings):
      let line = lineOfBadByte(bytes)
      let candidates = readings.prefix(4).map {
        (name: $0.encoding.name, example: example($0.text, line: line))
      }
      notes.error(.unsureEncoding(line: line, candidates: candidates), at: nil)
      return nil
    }
  }

  /// The encoding that a byte order mark names, and the mark's length.
  private static func marked(_ bytes: [UInt8]) -> (encoding: TextEncoding, length: Int)? {
    let marks: [([UInt8], String)] = [
      ([0xEF, 0xBB, 0xBF], "UTF-8"), ([0xFF, 0xFE, 0, 0], "UTF-32LE"),
      ([0, 0, 0xFE, 0xFF], "UTF-32BE"), ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"),
    ]
    return marks.first { bytes.starts(with: $0.0) }.flatMap { mark, name in
      TextEncoding(name).map { ($0, mark.count) }
    }
  }

  /// Converts bytes, and names the lines in which some are not of the encoding.
  private static func convert(
    _ bytes: ArraySlice<UInt8>, from encoding: TextEncoding, notes: inout Notes
  ) -> String? {
    if encoding == .utf8 {
      let text = String(decoding: bytes, as: UTF8.self)
      noteBadLines(text, bytes, encoding, &notes)
      return text
    }
    guard let read = CharacterConversion(bytes, from: encoding) else {
      notes.error(.unknownEncoding(encoding.name), at: nil)
      return nil
    }
    if read.badBytes > 0 { noteBadLines(read.text, [0xFF], encoding, &notes) }
    return read.text
  }

  private static func noteBadLines(
    _ text: String, _ bytes: ArraySlice<UInt8>, _ encoding: TextEncoding, _ notes: inout Notes
  ) {
    // A replacement sign that the file itself has is the file's own matter.
    guard String(validating: bytes, as: UTF8.self) == nil else { return }
    let lines = SourceLine.split(text).filter { $0.scalars.contains("\u{FFFD}") }
    if let first = lines.first {
      notes.warning(
        .badBytes(LineNumbers(lines.map(\.number)), encoding: encoding.name), at: first.span)
    }
  }

  private static func notUTF8(
    _ bytes: [UInt8], _ text: String, _ encoding: TextEncoding
  ) -> Diagnostic.Message {
    let line = lineOfBadByte(bytes)
    return .notUTF8(line: line, readAs: encoding.name, example: example(text, line: line))
  }

  /// A line as it is shown in a message.
  private static func example(_ text: String, line: Int) -> String {
    let lines = SourceLine.split(text)
    guard let shown = lines.first(where: { $0.number == line }) else { return "" }
    return String(tidied(shown.scalars).prefix(50))
  }

  /// The line, counted from 1, with the first byte that is not UTF-8.
  private static func lineOfBadByte(_ bytes: [UInt8]) -> Int {
    var line = 1
    var start = bytes.startIndex
    while let end = bytes[start...].firstIndex(of: 10) {
      if !isPlain(bytes[start..<end]) { return line }
      line += 1
      start = end + 1
    }
    return line
  }

  private static func isPlain(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil && !bytes.contains(0x1B)
  }

  /// Whether an escape to Japanese letters stands at an index, as ISO-2022-JP has it.
  private static func isJapaneseEscape(_ bytes: [UInt8], _ index: Int) -> Bool {
    bytes[index] == 0x1B && index + 2 < bytes.count && bytes[index + 1] == 0x24
      && (bytes[index + 2] == 0x42 || bytes[index + 2] == 0x40)
  }
}

/// How much of a file is UTF-8, where not all of it is.
struct UTF8Damage {
  /// Whether it is UTF-8 with a few bytes that are damaged, rather than another encoding.
  ///
  /// In other encodings letters that happen to be UTF-8 are rarer than those that are not; three
  /// bytes that fit together are never chance.
  private(set) var isUTF8 = false

  /// Counts letters and damage in bytes that are not all UTF-8.
  init(_ bytes: [UInt8]) {
    var letters = 0
    var certain = 0
    var damage = 0
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    decoding: while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar):
        if scalar.value > 0x7F { letters += 1 }
        if scalar.value > 0x7FF { certain += 1 }
      case .error: damage += 1
      case .emptyInput: break decoding
      }
    }
    isUTF8 = letters >= damage * 2 || certain >= damage && certain * 2 >= letters
  }
}

/// Tells UTF-16 and UTF-32 without a mark from each other and from binary data.
enum WideEncoding {
  /// The encoding in which bytes with zeros among them are text; nil where there is none.
  static func guess(_ bytes: [UInt8]) -> TextEncoding? {
    var best: (encoding: TextEncoding, plain: Int)?
    for name in ["UTF-32LE", "UTF-32BE", "UTF-16LE", "UTF-16BE"] {
      guard let encoding = TextEncoding(name),
        let read = CharacterConversion(bytes[...], from: encoding), read.badBytes <= 1
      else { continue }
      let scalars = read.text.unicodeScalars
      let plain = scalars.count { (0x20...0x7E).contains($0.value) || $0 == "\n" }
      let strange = scalars.count {
        $0.value < 0x20 && !["\n", "\r", "\t"].contains($0)
          || $0.properties.generalCategory == .unassigned
          || $0.properties.generalCategory == .privateUse
      }
      guard strange * 50 <= scalars.count, plain * 20 >= scalars.count,
        plain > (best?.plain ?? 3)
      else { continue }
      best = (encoding, plain)
    }
    return best?.encoding
  }
}
