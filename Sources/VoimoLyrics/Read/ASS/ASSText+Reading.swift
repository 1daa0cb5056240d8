import VoimoBase

extension ASSText {
  /// An event's words as they are sung.
  struct Sung {
    var text: String
    var start: Seconds
    var end: Seconds
    var words: [LyricWord]
    /// Whether each of its letters is set off by an override.
    var marks: [Bool]
    /// Where it stands among lines that begin at once, in a script of voimo's own; else nil.
    var place: Int?
  }

  /// Reads the text of an event that is shown from one time to another.
  ///
  /// - Complexity: O(*n*) in the text's length.
  static func read(_ scalars: ArraySlice<Unicode.Scalar>, start: Seconds, end: Seconds) -> Sung {
    var state = State(start: start, end: end)
    var index = scalars.startIndex
    // Searched for once: a text of nothing but open braces must not be searched from each of them.
    let lastClosing = scalars.lastIndex(of: "}") ?? scalars.startIndex
    while index < scalars.endIndex {
      let next = index + 1 < scalars.endIndex ? scalars[index + 1] : nil
      switch (scalars[index], next) {
      case ("{", _) where index < lastClosing:
        let close = scalars[index...].firstIndex(of: "}") ?? index
        state.take(block: scalars[(index + 1)..<close])
        index = close + 1
      case ("\\", "N"), ("\\", "n"), ("\\", "h"):
        state.take(" ")
        index += 2
      case ("\\", "{"?), ("\\", "}"?):
        state.take(next ?? " ")
        index += 2
      case ("\\", Joiner.scalar):
        state.take("\\")
        index += 2
      case ("&", _):
        if let found = HTMLEntities.reference(scalars, after: index + 1 - scalars.startIndex) {
          found.scalars.forEach { state.take($0) }
          index = found.end + scalars.startIndex
        } else {
          state.take("&")
          index += 1
        }
      default:
        state.take(scalars[index])
        index += 1
      }
    }
    return state.sung
  }

  /// What an event's text has said so far.
  private struct State {
    let start: Seconds
    let end: Seconds
    /// What a script of voimo's own says about when the line is sung, not shown.
    private var known: (start: Seconds, end: Seconds, place: Int)?
    private var plain: [Unicode.Scalar] = []
    private var piece: [Unicode.Scalar] = []
    private var pieces: [TimedPiece] = []
    /// Hundredths from the event's start to the syllable's, and its length; nil before the first.
    private var syllable: (start: Double, length: Double)?
    private var isDrawing = false
    /// The overrides that set words off from the others, by name, and what each letter had of them.
    private var looks: [String: String] = [:]
    private var look = ""
    private var lettersLooks: [String] = []

    init(start: Seconds, end: Seconds) { (self.start, self.end) = (start, end) }

    mutating func take(_ scalar: Unicode.Scalar) {
      guard !isDrawing else { return }
      piece.append(scalar)
      if CueText.isLetter(scalar) { lettersLooks.append(look) }
    }

    mutating func take(block: ArraySlice<Unicode.Scalar>) {
      if piece.isEmpty, pieces.isEmpty, let times = ASSText.sungTimes(block) { known = times }
      for tag in block.split(separator: "\\").dropFirst(block.first == "\\" ? 0 : 1) {
        let name = String(
          String.UnicodeScalarView(
            tag.prefix { ("a"..."z").contains($0) || ("A"..."Z").contains($0) }))
        let number = tag.dropFirst(name.unicodeScalars.count).prefix {
          ("0"..."9").contains($0) || $0 == "." || $0 == "-"
        }
        let value = Double(String(String.UnicodeScalarView(number)))
        switch name {
        case "k", "K", "kf", "ko":
          let from = (syllable?.start ?? 0) + (syllable?.length ?? 0)
          begin(from, length: value ?? 0)
        case "kt":
          begin(value ?? 0, length: 0)
        case "p":
          isDrawing = (value ?? 0) > 0
        case "r":
          looks = [:]
        case "u", "b", "i", "s":
          looks[name] = (value ?? 0) == 0 ? nil : "1"
        case "c": setColor(tag)
        case "" where tag.prefix(2).elementsEqual("1c".unicodeScalars): setColor(tag)
        default:
          break
        }
      }
      look = looks.sorted { $0.key < $1.key }.map { $0.key + $0.value }.joined(separator: " ")
    }

    private mutating func setColor(_ tag: ArraySlice<Unicode.Scalar>) {
      let color = tag.drop { $0 != "&" }
      looks["c"] = color.isEmpty ? nil : String(String.UnicodeScalarView(color))
    }

    private mutating func begin(_ from: Double, length: Double) {
      flush()
      func bounded(_ value: Double) -> Double { value.isFinite ? min(max(value, 0), 36e6) : 0 }
      syllable = (bounded(from), bounded(length))
    }

    private mutating func flush() {
      let scalars = Joiner.unguarded(piece, where: Joiner.actsAsEntity)
      let text = String(String.UnicodeScalarView(scalars))
      plain += scalars
      piece = []
      guard !text.isEmpty else { return }
      let from = syllable?.start ?? 0
      pieces.append(
        TimedPiece(
          text: text, start: time(from), end: time(from + (syllable?.length ?? 0))))
    }

    /// A time of the event, counted from the song's start in one go so that equal times are equal.
    private func time(_ hundredths: Double) -> Seconds {
      min(Seconds(((start.value * 100).rounded() + hundredths) / 100), end)
    }

    var sung: Sung {
      var all = self
      all.flush()
      let text = CueText.withoutNotes(tidied(all.plain))
      let words = syllable == nil ? [] : TimedPiece.words(all.pieces, joining: true)
      var sung = Sung(
        text: text, start: start, end: end, words: CueText.trimmed(words), marks: marks,
        place: known?.place)
      if let first = sung.words.first, let last = sung.words.last,
        zip(all.pieces, all.pieces.dropFirst()).allSatisfy({ $0.end <= $1.start })
      {
        (sung.start, sung.end) = (first.start, last.end)
      } else {
        sung.words = []
      }
      if let known {
        sung.start = min(known.start, sung.words.first?.start ?? known.start)
        sung.end = max(known.end, sung.start, sung.words.last?.end ?? known.end)
      }
      return sung
    }

    /// Which letters look otherwise than most of them; a line in which all look alike has none.
    private var marks: [Bool] {
      var counts: [String: Int] = [:]
      for look in lettersLooks { counts[look, default: 0] += 1 }
      guard counts.count == 2 else { return lettersLooks.map { _ in false } }
      // Where no override holds, nothing is marked; else what is rarer.
      let usual =
        counts[""] != nil
        ? "" : counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
      return lettersLooks.map { $0 != usual }
    }
  }

  /// What voimo notes before an event: when the line is sung, and which it is of those that begin
  /// at once.
  ///
  /// The event's own times say when it is shown. No program shows a block without a backslash.
  static func noteOfTimes(_ start: Int, _ end: Int, place: Int) -> String {
    "{sung \(Clock.ass(start)) \(Clock.ass(end))\(place > 0 ? " \(place)" : "")}"
  }

  private static func sungTimes(
    _ block: ArraySlice<Unicode.Scalar>
  ) -> (start: Seconds, end: Seconds, place: Int)? {
    let parts = block.split(separator: " ")
    guard (3...4).contains(parts.count), String(String.UnicodeScalarView(parts[0])) == "sung",
      let start = LyricTime.read(parts[1]).seconds, let end = LyricTime.read(parts[2]).seconds,
      end >= start
    else { return nil }
    let place = parts.count == 4 ? Int(String(String.UnicodeScalarView(parts[3]))) : 0
    return place.map { (start, end, $0) }
  }
}
