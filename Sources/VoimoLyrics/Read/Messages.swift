import VoimoBase

extension Diagnostic.Message {
  static func tooLarge(_ bytes: Int) -> Self {
    Self(
      id: "lyrics-too-large",
      text: "this lyrics file has \(bytes) bytes; at most 1 MiB (1048576 bytes) is read",
      hint: "is it really a lyrics file?")
  }

  static func tooManyLines(_ count: Int) -> Self {
    Self(
      id: "lyrics-too-long",
      text: "these lyrics have \(count) lines; at most \(LyricsFile.maximumLines) are read")
  }

  static func notText(_ kind: String) -> Self {
    Self(
      id: "lyrics-not-text", text: "the lyrics file is \(kind), not text",
      hint: "save the words as plain text (.txt), LRC, SRT, VTT or ASS")
  }

  static func notUTF8(line: Int) -> Self {
    Self(
      id: "lyrics-not-utf8",
      text: "the lyrics are not UTF-8 (line \(line)); read as Latin-1 (Windows-1252)",
      hint: "save the file as UTF-8 if letters look wrong")
  }

  static var noWords: Self {
    Self(
      id: "lyrics-empty", text: "the lyrics file has no words in it",
      hint: "leave `lyrics:` out for an instrumental")
  }

  static var noDialogue: Self {
    Self(
      id: "lyrics-empty", text: "this ASS file has no Dialogue line with words in it",
      hint: "words are in lines such as Dialogue: 0,0:00:01.00,0:00:03.00,Default,,0,0,0,,words")
  }

  static func shortDialogue(_ fields: Int, of count: Int) -> Self {
    Self(
      id: "lyrics-no-time",
      text: "this Dialogue line has \(fields) of \(count) columns and is left out")
  }

  static var badEventTime: Self {
    Self(
      id: "lyrics-bad-time", text: "this is not an event's time", hint: "write 0:01:02.50")
  }

  static func badTime(_ stamp: String, why: String) -> Self {
    Self(id: "lyrics-bad-time", text: "\"\(stamp)\" is not a time: \(why)")
  }

  static var noTime: Self {
    Self(
      id: "lyrics-no-time", text: "this line has no time and is left out",
      hint: "give it a stamp such as [1:23.45]")
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

  static var textOutsideCue: Self {
    Self(
      id: "lyrics-no-time", text: "this text belongs to no cue and is left out",
      hint: "put a line 00:01:02.500 --> 00:01:05.000 before it")
  }

  static func descriptionsLeftOut(_ count: Int, _ first: String) -> Self {
    Self(
      id: "lyrics-description",
      text: count == 1
        ? "\"\(first)\" describes a sound and is left out"
        : "\"\(first)\" and \(count - 1) more cues describe sounds and are left out")
  }

  static func noCues(_ format: String) -> Self {
    Self(
      id: "lyrics-empty", text: "this \(format) file has no cue with words in it",
      hint: "a cue is a line such as 00:01:02.500 --> 00:01:05.000 and the words below it")
  }

  static func badRepeat(_ count: String) -> Self {
    Self(
      id: "lyrics-repeat", text: "\(count) repeats are too many; at most 32 are written out",
      hint: "is this a part of the words? then put it on a line with other words")
  }

  static func nothingToRepeat(_ what: String) -> Self {
    Self(id: "lyrics-repeat", text: "\(what) repeats nothing: no lines come before it")
  }

  static func moreProblems(_ count: Int) -> Self {
    Self(id: "lyrics-more", text: "and \(count) more problems in this file")
  }
}
