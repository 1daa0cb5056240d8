import VoimoBase

extension Diagnostic.Message {
  static func badTime(_ stamp: String, why: String) -> Self {
    Self(id: "lyrics-bad-time", text: "\"\(stamp)\" is not a time: \(why)")
  }

  static func oddTime(
    _ stamp: String, _ oddity: LyricTime.Oddity, readAs time: Seconds
  ) -> Self {
    let what =
      switch oddity {
      case .seconds(let count): "has \(count) seconds"
      case .minutes(let count): "has \(count) minutes"
      case .thousandths: "has 1000 thousandths"
      }
    return Self(
      id: "lyrics-odd-time", text: "\"\(stamp)\" \(what); it is read as \(time)",
      hint: "programs that round badly write such times")
  }

  static func beginsBeforeSong(_ lines: LineNumbers) -> Self {
    Self(
      id: "lyrics-before-song",
      text: lines.isOne
        ? "this line begins before the song does (0:00) and is cut there"
        : "\(lines.text) begin before the song does (0:00) and are cut there")
  }

  static func endsBeforeSong(_ lines: LineNumbers) -> Self {
    Self(
      id: "lyrics-before-song",
      text: lines.isOne
        ? "this line lies before the song's start (0:00) and is left out"
        : "\(lines.text) lie before the song's start (0:00) and are left out",
      hint: "is the offset right?")
  }

  static var noTime: Self {
    Self(
      id: "lyrics-no-time", text: "this line has no time and is left out",
      hint: "give it a stamp such as [1:23.45]")
  }

  static func noTimesAtAll(_ name: String) -> Self {
    Self(
      id: "lyrics-no-times", text: "\(name) has no times in it",
      hint: "name it .txt, and voimo finds them by listening")
  }

  static func badOffset(_ text: String) -> Self {
    Self(
      id: "lyrics-bad-offset", text: "\"\(text)\" is not an offset in milliseconds; ignored",
      hint: "[offset:+250] shows the words 250 ms earlier")
  }

  static var wordsOutOfOrder: Self {
    Self(
      id: "lyrics-word-order",
      text: "the word times of this line do not rise; only the line's own time is used")
  }

  static var badTiming: Self {
    Self(
      id: "lyrics-bad-time", text: "this is not a cue's time",
      hint: "write 00:01:02.500 --> 00:01:05.000")
  }

  static func endsBeforeStart(_ start: Seconds, _ end: Seconds) -> Self {
    Self(
      id: "lyrics-ends-early",
      text: "this cue ends (\(end)) before it starts (\(start)); its end is guessed")
  }

  static var noEnd: Self {
    Self(id: "lyrics-no-end", text: "this line has no end; it is guessed")
  }

  static var badEventTime: Self {
    Self(
      id: "lyrics-bad-time", text: "this is not an event's time", hint: "write 0:01:02.50")
  }
}
