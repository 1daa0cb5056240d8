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

  static var noWords: Self {
    Self(
      id: "lyrics-empty", text: "the lyrics file has no words in it",
      hint: "leave `lyrics:` out for an instrumental")
  }

  static func badRepeat(_ count: String) -> Self {
    Self(
      id: "lyrics-repeat", text: "\(count) repeats are too many; at most 32 are written out",
      hint: "is this a part of the words? then put it on a line with other words")
  }

  static func nothingToRepeat(_ what: String) -> Self {
    Self(id: "lyrics-repeat", text: "\(what) repeats nothing: no lines come before it")
  }

  static func keptBrackets(_ lines: LineNumbers, _ first: String) -> Self {
    Self(
      id: "lyrics-brackets",
      text: lines.isOne
        ? "\"\(first)\" names no part of a song that voimo knows; it is sung as it stands"
        : "\"\(first)\" and others (\(lines.text)) name no part of a song that voimo knows; "
          + "they are sung as they stand",
      hint: "delete the line if nobody sings it; a part is named [Verse], [Chorus], [Bridge] …")
  }

  static func chordsLeftOut(_ lines: LineNumbers, _ first: String) -> Self {
    Self(
      id: "lyrics-chords",
      text: lines.isOne
        ? "\"\(first)\" is chords and is not sung"
        : "\(lines.text) have chords (\"\(first)\"), which are not sung")
  }

  static func residueLeftOut(_ lines: LineNumbers, _ first: String) -> Self {
    Self(
      id: "lyrics-residue",
      text: lines.isOne
        ? "\"\(first)\" comes from a lyrics page and is not sung"
        : "\(lines.text) come from a lyrics page (\"\(first)\") and are not sung")
  }

  static func creditsLeftOut(_ lines: LineNumbers, _ first: String) -> Self {
    Self(
      id: "lyrics-residue",
      text: lines.isOne
        ? "\"\(first)\" names people or a service and is not sung"
        : "\(lines.text) name people or services (\"\(first)\") and are not sung")
  }

  static func moreProblems(_ count: Int) -> Self {
    Self(id: "lyrics-more", text: "and \(count) more problems in this file")
  }
}
