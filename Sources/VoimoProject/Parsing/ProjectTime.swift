package import VoimoBase

/// Reads times and lengths as the file writes them.
package enum ProjectTime {
  /// The latest time that makes sense in a song: a day.
  static let longest = 86_400.0

  /// Reads a song time: `72.5`, `m:ss.mmm` or `h:mm:ss.mmm`; nil for anything else.
  ///
  /// Minutes and seconds after a colon have one or two digits and are below 60.
  package static func time(_ text: String) -> Seconds? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), let last = parts.last, let seconds = plain(last) else {
      return nil
    }
    if parts.count == 1 { return seconds <= longest ? Seconds(seconds) : nil }
    guard last.prefix(while: { $0 != "." }).count <= 2, seconds < 60 else { return nil }
    var total = 0
    for (index, part) in parts.dropLast().enumerated() {
      guard part.utf8.count <= (index == 0 ? 5 : 2), let number = whole(part) else { return nil }
      guard index == 0 || number < 60 else { return nil }
      total = total * 60 + number
    }
    let value = Double(total * 60) + seconds
    return value <= longest ? Seconds(value) : nil
  }

  /// Reads two times, `0:30-1:00`, in any order; nil for anything else.
  package static func range(_ text: String) -> (start: Seconds, end: Seconds)? {
    // An en dash is what word processors make of the hyphen.
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }
    guard parts.count == 2, let start = time(trimmed(parts[0])), let end = time(trimmed(parts[1]))
    else { return nil }
    return (start, end)
  }

  /// A length as written: a number and a unit.
  package enum Length: Hashable, Sendable, CustomStringConvertible {
    case seconds(Double)
    case beats(Double)
    case bars(Double)
    case frames(Double)

    /// Whether it depends on the song's beats.
    var isMusical: Bool {
      switch self {
      case .beats, .bars: true
      case .seconds, .frames: false
      }
    }

    /// In its own unit.
    var number: Double {
      switch self {
      case .seconds(let number), .beats(let number), .bars(let number), .frames(let number): number
      }
    }

    /// In seconds at a frame rate; a beat or a bar, which no frame rate tells, counts as a second.
    func seconds(at rate: FrameRate) -> Seconds {
      if case .frames(let number) = self { return Seconds(number / rate.framesPerSecond) }
      return Seconds(number)
    }

    /// `0`, `0.5s`, `2bar`.
    package var description: String {
      let digits = NumberText.text(number)
      switch self {
      case .seconds: return number == 0 ? "0" : "\(digits)s"
      case .beats: return "\(digits)b"
      case .bars: return "\(digits)bar"
      case .frames: return "\(digits)f"
      }
    }
  }

  /// What to say about a text that is no time of the song; `word` may stand in a time's place.
  static func problem(_ written: WrittenText, or word: String?) -> ScalarProblem {
    let wanted = (["a time of the song"] + (word.map { ["'\($0)'"] } ?? [])).joined(
      separator: " or ")
    var problem = ScalarProblem(wanted: wanted, hint: "72.5, 1:12.5 or 1:02:03")
    if let length = length(written.text), case .seconds(let number) = length, number >= 0 {
      problem.hint = "write \(NumberText.text(number))"
    }
    return Kind<Seconds>.repairable(written, problem) { $0 == word || time($0) != nil }
  }

  /// Reads a number with a unit, or a bare number of seconds; nil for anything else.
  ///
  /// Units are s, ms, f (frames), b, beat, beats, bar and bars. A minus may stand in front.
  package static func length(_ text: String) -> Length? {
    let isNegative = text.hasPrefix("-")
    let body = isNegative ? text.dropFirst() : text[...]
    let digits = body.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let number = plain(digits), number <= longest else { return nil }
    let signed = isNegative ? -number : number
    switch trimmed(body.dropFirst(digits.count)) {
    case "", "s": return .seconds(signed)
    case "ms": return .seconds(signed / 1000)
    case "b", "beat", "beats": return .beats(signed)
    case "bar", "bars": return .bars(signed)
    case "f": return .frames(signed)
    default: return nil
    }
  }

  private static func plain(_ text: some StringProtocol) -> Double? {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }) else {
      return nil
    }
    return NumberText.number(String(text))
  }

  private static func whole(_ text: some StringProtocol) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let front = text.drop { $0 == " " }
    return String(front.prefix(front.count - front.reversed().prefix { $0 == " " }.count))
  }
}
