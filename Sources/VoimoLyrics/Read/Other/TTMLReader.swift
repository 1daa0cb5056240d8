import VoimoBase

/// Reads TTML, as Apple Music and subtitle programs write it: `<p begin end>`, `<span begin end>`
/// for words, backing voices, parts of the song.
///
/// Times count from the song's start, as all that was seen writes them. Styles, regions, metadata
/// and translations are left out. Where nothing has a time, the words are read as words.
enum TTMLReader {
  /// Whether the text is TTML: its first tag is `tt`.
  static func begins(_ text: [Unicode.Scalar]) -> Bool {
    guard text.first(where: { !$0.isBlank }) == "<" else { return false }
    var scanner = XMLScanner(Array(text.prefix(4000)))
    while let token = scanner.next() {
      switch token {
      case .opening(let name, _, _): return name == "tt"
      case .closing: return false
      case .text(let text): if text.contains(where: { !$0.isBlank }) { return false }
      }
    }
    return false
  }

  /// Reads a text.
  static func read(_ text: [Unicode.Scalar], notes: inout Notes) -> LyricsReading {
    var state = State(text)
    state.run()
    let lines = state.lines.filter { !$0.text.isEmpty }
    if lines.isEmpty { notes.error(.noWords, at: nil) }
    if let language = state.language { notes.metadata["language"] = language }
    let timed = lines.compactMap { line in
      line.start.map { start in
        SungLine(
          line: LyricLine(
            text: line.text, start: start, end: line.end ?? start + LRCReader.longest(line.text),
            words: line.words, section: line.section),
          span: SourceSpan(line: line.number, column: 1, length: 0))
      }
    }
    guard timed.isEmpty else {
      if timed.count < lines.count, let lost = lines.first(where: { $0.start == nil }) {
        notes.warning(
          .noTime, at: SourceSpan(line: lost.number, column: 1, length: 0))
      }
      let lyrics = notes.settled(timed)
      return notes.reading(.timed(lyrics))
    }
    var stanzas: [Stanza] = []
    var last: Int?
    for line in lines {
      if last != line.division {
        stanzas.append(Stanza(mark: line.section.map { SectionMark(label: $0) }, lines: []))
      }
      stanzas[stanzas.count - 1].lines.append(StanzaLine(text: line.text, sourceLine: line.number))
      last = line.division
    }
    return notes.reading(.untimed(stanzas))
  }

  /// A line as the file has it.
  fileprivate struct Line {
    var text = ""
    var start: Seconds?
    var end: Seconds?
    var words: [LyricWord] = []
    var section: String?
    var division = 0
    var number = 1
  }

  /// Where the scanner is.
  private struct State {
    private var scanner: XMLScanner
    private let lineStarts: [Int]
    private(set) var lines: [Line] = []
    private(set) var language: String?
    private var rates = TTMLTime.Rates()
    private var section: String?
    private var division = 0
    private var line: Collected?
    private var backing: Collected?

    init(_ text: [Unicode.Scalar]) {
      scanner = XMLScanner(text)
      lineStarts = text.indices.filter { text[$0] == "\n" }
    }

    /// Words as they come, with the times of the spans they stand in.
    private struct Collected {
      var number: Int
      var start: Seconds?
      var end: Seconds?
      var pieces: [(text: [Unicode.Scalar], start: Seconds?, end: Seconds?)] = []

      mutating func take(_ text: [Unicode.Scalar], _ times: (start: Seconds?, end: Seconds?)) {
        // Blanks between words belong to the word before, so that they are not words of their own.
        if times.start == nil, text.allSatisfy(\.isBlank), let last = pieces.indices.last {
          pieces[last].text += text
        } else {
          pieces.append((text, times.start, times.end))
        }
      }

      func line(section: String?, division: Int) -> Line {
        var line = Line(section: section, division: division, number: number)
        let text = tidied(pieces.flatMap(\.text))
        line.text = CueText.withoutNotes(text)
        let timed = pieces.filter { $0.start != nil }
        line.start = start ?? timed.first?.start
        line.end = end ?? timed.last?.end
        guard let lineStart = line.start else { return line }
        line.end = line.end.map { max($0, lineStart) }
        let isWhole = pieces.allSatisfy { $0.start != nil || $0.text.allSatisfy(\.isBlank) }
        guard isWhole, timed.count > 1,
          zip(timed, timed.dropFirst()).allSatisfy({ ($0.start ?? .zero) <= ($1.start ?? .zero) })
        else { return line }
        // Inside a line times may count from the line's start.
        let isRelative = timed.contains { ($0.start ?? .zero) < lineStart }
        let base = isRelative ? lineStart : .zero
        let words = timed.enumerated().map { index, piece in
          let start = (piece.start ?? .zero) + base
          let next = index + 1 < timed.count ? timed[index + 1].start.map { $0 + base } : nil
          let end = min(piece.end.map { $0 + base } ?? next ?? start, next ?? Seconds(.infinity))
          return TimedPiece(
            text: LRCText.string(piece.text), start: start, end: max(start, end))
        }
        line.words = CueText.trimmed(TimedPiece.words(words, joining: true))
        line.start = min(lineStart, line.words.first?.start ?? lineStart)
        line.end = max(line.end ?? lineStart, line.words.last?.end ?? lineStart)
        return line
      }
    }

    mutating func run() {
      while let token = scanner.next() {
        switch token {
        case .opening(let name, let attributes, let isEmpty): begin(name, attributes, isEmpty)
        case .closing(let name): if name == "p" { finish() }
        case .text(let text): line?.take(text, (nil, nil))
        }
        if lines.count > LyricsFile.maximumLines { return }
      }
      finish()
    }

    private mutating func begin(_ name: String, _ attributes: [String: String], _ isEmpty: Bool) {
      switch name {
      case "tt":
        rates = TTMLTime.Rates(attributes)
        language = attributes["lang"].flatMap { $0.isEmpty ? nil : $0 }
      case "head", "metadata", "styling", "layout":
        if !isEmpty { skip(to: name) }
      case "div":
        division += 1
        section = (attributes["songpart"] ?? attributes["song-part"])
          .flatMap { SectionMark(heading: $0)?.label }
      case "p":
        finish()
        let times = times(attributes)
        line = Collected(number: number, start: times.start, end: times.end)
        if isEmpty { finish() }
      case "br":
        line?.take([" "], (nil, nil))
      case "span":
        if !isEmpty, line != nil { readSpan(attributes) }
      default:
        break
      }
    }

    /// Reads a span in a line, to its end.
    private mutating func readSpan(_ attributes: [String: String]) {
      let role = attributes["role"] ?? ""
      if role.hasPrefix("x-translation") || role.hasPrefix("x-roman") { return skip(to: "span") }
      let isBacking = role == "x-bg"
      var own = Collected(
        number: number, start: times(attributes).start, end: times(attributes).end)
      var open = [times(attributes)]
      reading: while !open.isEmpty, let token = scanner.next() {
        switch token {
        case .opening("span", let attributes, let isEmpty):
          if (attributes["role"] ?? "").hasPrefix("x-translation") {
            if !isEmpty { skip(to: "span") }
          } else if !isEmpty {
            open.append(times(attributes))
          }
        case .opening("br", _, _):
          own.take([" "], (nil, nil))
        case .opening: break
        case .closing("span"): open.removeLast()
        case .closing("p"):
          add(own, isBacking: isBacking)
          finish()
          return
        case .closing: break
        case .text(let text):
          let isInner = open.count > 1 || !isBacking
          own.take(text, isInner ? open.last { $0.start != nil } ?? (nil, nil) : (nil, nil))
        }
      }
      add(own, isBacking: isBacking)
    }

    private mutating func add(_ own: Collected, isBacking: Bool) {
      if isBacking {
        backing = own
      } else {
        for piece in own.pieces { line?.take(piece.text, (piece.start, piece.end)) }
      }
    }

    private mutating func finish() {
      if let line { lines.append(line.line(section: section, division: division)) }
      if let backing { lines.append(backing.line(section: section, division: division)) }
      (line, backing) = (nil, nil)
    }

    private mutating func skip(to name: String) {
      var depth = 1
      while depth > 0, let token = scanner.next() {
        switch token {
        case .opening(name, _, let isEmpty): if !isEmpty { depth += 1 }
        case .closing(name): depth -= 1
        case .opening, .closing, .text: break
        }
      }
    }

    private func times(_ attributes: [String: String]) -> (start: Seconds?, end: Seconds?) {
      let start = attributes["begin"].flatMap { TTMLTime.read($0, rates) }
      let end = attributes["end"].flatMap { TTMLTime.read($0, rates) }
      if end == nil, let start,
        let length = attributes["dur"].flatMap({ TTMLTime.read($0, rates) })
      {
        return (start, start + length)
      }
      return (start, end)
    }

    /// The line of the file where the scanner is, by halving.
    private var number: Int {
      var (low, high) = (0, lineStarts.count)
      while low < high {
        let middle = (low + high) / 2
        if lineStarts[middle] < scanner.index { low = middle + 1 } else { high = middle }
      }
      return low + 1
    }
  }
}

/// Times of TTML: `00:00:01.500`, `1:02.5`, `12.5`, `12.5s`, `300ms`, `25f`, `00:00:01:12`.
enum TTMLTime {
  /// How many frames and ticks a second has.
  struct Rates {
    var frames = 30.0
    var ticks = 1.0

    init() {}

    /// Reads what the document says.
    init(_ attributes: [String: String]) {
      func positive(_ text: String?) -> Double? {
        text.flatMap { Double($0) }.flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
      }
      if let rate = positive(attributes["framerate"]) { frames = rate }
      if let factor = attributes["frameratemultiplier"] {
        let parts = factor.split { $0 == " " || $0 == ":" }.compactMap { positive(String($0)) }
        if parts.count == 2 { frames *= parts[0] / parts[1] }
      }
      ticks = positive(attributes["tickrate"]) ?? frames
    }
  }

  /// Reads a time; nil where it is none.
  static func read(_ text: String, _ rates: Rates) -> Seconds? {
    let text = tidied(text.unicodeScalars)
    let units: [(String, Double)] = [
      ("ms", 0.001), ("h", 3600), ("m", 60), ("s", 1), ("f", 1 / rates.frames),
      ("t", 1 / rates.ticks),
    ]
    for (unit, length) in units where text.hasSuffix(unit) {
      return Double(text.dropLast(unit.count)).flatMap { seconds($0 * length) }
    }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count == 4 {
      guard let whole = LyricTime.read(parts[0..<3].joined(separator: ":").unicodeScalars).seconds,
        let frames = Double(parts[3])
      else { return nil }
      return seconds(whole.value + frames / rates.frames)
    }
    if parts.count == 1 { return Double(text).flatMap { seconds($0) } }
    return LyricTime.read(text.unicodeScalars).seconds
  }

  private static func seconds(_ value: Double) -> Seconds? {
    value.isFinite && abs(value) < 360_000 ? Seconds((value * 1e6).rounded() / 1e6) : nil
  }
}
