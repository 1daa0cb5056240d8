import Foundation
import VoimoBase

/// Words in the JSON of services and programs: LRCLIB, NetEase, Spotify, Musixmatch, YouTube's
/// json3, Whisper, and voimo's own `show lyrics --json`.
enum JSONLyrics {
  /// What a JSON text holds.
  enum Content {
    /// A text of another format, `syncedLyrics` or `plainLyrics`.
    case text(String)
    /// Lines with times.
    case lines([LyricLine])
    /// JSON that says that nothing is sung.
    case nothing
  }

  /// Reads a text; nil where it is no JSON, or none that holds words.
  static func read(_ text: String, notes: inout Notes) -> Content? {
    guard let first = text.unicodeScalars.first(where: { !$0.isBlank }),
      first == "{" || first == "[",
      depth(text) <= maximumDepth,
      let value = try? JSONSerialization.jsonObject(with: Data(text.utf8))
    else { return nil }
    return content(value, notes: &notes)
  }

  /// Nesting that no such file has; a deeper one is not worth the stack.
  private static let maximumDepth = 40

  private static func depth(_ text: String) -> Int {
    var (depth, deepest) = (0, 0)
    var isInString = false
    var isEscaped = false
    for byte in text.utf8 {
      if isEscaped {
        isEscaped = false
      } else if isInString {
        if byte == UInt8(ascii: "\\") { isEscaped = true }
        if byte == UInt8(ascii: "\"") { isInString = false }
      } else {
        switch byte {
        case UInt8(ascii: "\""): isInString = true
        case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
        default: break
        }
        deepest = max(deepest, depth)
      }
    }
    return deepest
  }

  private static func content(_ value: Any, notes: inout Notes) -> Content? {
    if let list = value as? [Any] {
      if let found = lines(list) { return found }
      // A search's results: the first that has words, with times if one has.
      let found = list.prefix(50).compactMap { entry -> Content? in
        var quiet = Notes(file: "")
        return entry is [Any] ? nil : content(entry, notes: &quiet)
      }
      let timed = found.first {
        switch $0 {
        case .lines: true
        case .text(let text): text.contains("[")
        case .nothing: false
        }
      }
      return timed ?? found.first
    }
    guard let object = value as? [String: Any] else { return nil }
    note(object, &notes)
    for key in ["syncedLyrics", "synced_lyrics", "plainLyrics", "plain_lyrics"] {
      if let text = object[key] as? String, !isBlank(text) { return .text(text) }
    }
    if object["instrumental"] as? Bool == true { return .nothing }
    for key in ["lines", "segments", "events", "body"] {
      if let list = object[key] as? [Any], let found = lines(list) { return found }
    }
    // Musixmatch keeps JSON in texts.
    for key in ["richsync_body", "subtitle_body", "lyrics_body"] {
      guard let text = object[key] as? String, !isBlank(text) else { continue }
      if let inner = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [Any],
        let found = lines(inner)
      {
        return found
      }
      return .text(text)
    }
    for key in [
      "lyrics", "lrc", "data", "result", "message", "richsync", "subtitle", "body", "lyric",
      "syncedlyrics",
    ] {
      if let inner = object[key] as? [String: Any], let found = content(inner, notes: &notes) {
        return found
      }
      if let text = object[key] as? String, !isBlank(text) { return .text(text) }
      if let list = object[key] as? [Any], let found = lines(list) { return found }
    }
    return nil
  }

  private static func note(_ object: [String: Any], _ notes: inout Notes) {
    for (key, name) in [
      ("trackName", "title"), ("artistName", "artist"), ("albumName", "album"),
      ("language", "language"),
    ] {
      if let text = object[key] as? String, !isBlank(text) {
        notes.metadata[name] = tidied(text.unicodeScalars)
      }
    }
  }

  private static func isBlank(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(\.isBlank) }

  /// Reads a list of lines; nil where its entries are none.
  private static func lines(_ list: [Any]) -> Content? {
    var lines: [LyricLine] = []
    for entry in list {
      guard let object = entry as? [String: Any] else { return nil }
      guard let start = start(of: object) else {
        // Headers of other kinds may stand among the lines.
        continue
      }
      let words = words(of: object, lineStart: start)
      let own = ["text", "words", "x", "line", "lyric", "content", "utf8"]
        .lazy.compactMap { object[$0] as? String }.first
      let text = own ?? words.map(\.text).joined()
      let shown = CueText.withoutNotes(tidied(HTMLEntities.decoded(Array(text.unicodeScalars))))
      lines.append(
        LyricLine(
          text: shown, start: start, end: end(of: object, start: start) ?? start,
          words: shown.isEmpty ? [] : timed(words, end: end(of: object, start: start))))
    }
    guard lines.contains(where: { !$0.text.isEmpty }) else { return nil }
    // Services write the same time before every line where they know none.
    if lines.count > 1, let first = lines.first, lines.allSatisfy({ $0.start == first.start }) {
      return .text(lines.map(\.text).joined(separator: "\n"))
    }
    return .lines(ended(lines.stablySorted(by: \.start)))
  }

  /// Gives lines without an end the next one's start, or as long as their words may last.
  private static func ended(_ lines: [LyricLine]) -> [LyricLine] {
    var ended: [LyricLine] = []
    var next: Seconds?
    var nextDifferent: Seconds?
    for line in lines.reversed() {
      var line = line
      if let next, next > line.start { nextDifferent = next }
      if line.end <= line.start {
        let longest = line.start + LRCReader.longest(line.text)
        line.end = min(nextDifferent ?? longest, longest)
      }
      if let last = line.words.indices.last, line.words[last].end <= line.words[last].start {
        line.words[last].end = max(line.end, line.words[last].start)
      }
      line.end = max(line.end, line.words.last?.end ?? line.end)
      next = line.start
      if !line.text.isEmpty { ended.append(line) }
    }
    return ended.reversed()
  }

  private static func start(of object: [String: Any]) -> Seconds? {
    for key in ["startTimeMs", "tStartMs", "start_ms", "startMs"] {
      if let time = number(object[key]) { return seconds(time / 1000) }
    }
    for key in ["start", "ts", "begin", "startTime", "from"] {
      if let time = number(object[key]) { return seconds(time) }
    }
    if let time = object["time"] as? [String: Any] { return number(time["total"]).flatMap(seconds) }
    return number(object["time"]).flatMap(seconds)
  }

  private static func end(of object: [String: Any], start: Seconds) -> Seconds? {
    for key in ["endTimeMs", "end_ms", "endMs"] {
      if let time = number(object[key]) { return seconds(time / 1000) }
    }
    if let length = number(object["dDurationMs"]) {
      return seconds(length / 1000).map { start + $0 }
    }
    for key in ["end", "te", "endTime", "to"] {
      if let time = number(object[key]) { return seconds(time) }
    }
    return number(object["duration"] ?? object["dur"]).flatMap(seconds).map { start + $0 }
  }

  private static func seconds(_ value: Double) -> Seconds? {
    value.isFinite && abs(value) < 360_000 ? Seconds((value * 1000).rounded() / 1000) : nil
  }

  private static func number(_ value: Any?) -> Double? {
    if let number = value as? NSNumber { return number.doubleValue }
    return (value as? String).flatMap { Double($0) }
  }

  /// The pieces of a line with their own times: `words` (Whisper, voimo), `l` (Musixmatch), `segs`
  /// (YouTube).
  private static func words(
    of object: [String: Any], lineStart: Seconds
  ) -> [(text: String, start: Seconds, end: Seconds?)] {
    for key in ["words", "l", "segs", "syllables"] {
      guard let list = object[key] as? [[String: Any]] else { continue }
      return list.compactMap { word in
        guard
          let text = ["word", "c", "utf8", "string", "text"].lazy
            .compactMap({ word[$0] as? String }).first
        else { return nil }
        let start: Seconds?
        if let offset = number(word["o"]) {
          start = seconds(offset).map { lineStart + $0 }
        } else if let offset = number(word["tOffsetMs"]) {
          start = seconds(offset / 1000).map { lineStart + $0 }
        } else {
          start = Self.start(of: word)
        }
        // A word of its own stands apart from the next, a syllable does not.
        let isWord = word["word"] is String
        return (
          isWord ? " " + text : text, start ?? lineStart, end(of: word, start: start ?? lineStart)
        )
      }
    }
    return []
  }

  private static func timed(
    _ words: [(text: String, start: Seconds, end: Seconds?)], end: Seconds?
  ) -> [LyricWord] {
    guard words.count > 1,
      zip(words, words.dropFirst()).allSatisfy({ $0.start <= $1.start })
    else { return [] }
    var pieces: [TimedPiece] = []
    for (index, word) in words.enumerated() {
      let next = index + 1 < words.count ? words[index + 1].start : end ?? word.start
      let until = min(word.end ?? next, index + 1 < words.count ? next : word.end ?? next)
      pieces.append(
        TimedPiece(text: word.text, start: word.start, end: max(word.start, until)))
    }
    return CueText.trimmed(TimedPiece.words(pieces, joining: true))
  }
}
