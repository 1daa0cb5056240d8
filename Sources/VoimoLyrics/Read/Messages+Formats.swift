import VoimoBase

extension Diagnostic.Message {
  static func notText(_ kind: String) -> Self {
    Self(
      id: "lyrics-not-text", text: "the lyrics file is \(kind), not text",
      hint: "save the words as plain text (.txt), LRC, SRT, VTT or ASS")
  }

  /// A format that voimo knows by name and does not read.
  static func foreignFormat(_ kind: String, fix: String) -> Self {
    Self(id: "lyrics-format", text: "the lyrics file is \(kind), which is not read", hint: fix)
  }

  static func conflict(from first: Int, to last: Int) -> Self {
    Self(
      id: "lyrics-merge-conflict",
      text: "lines \(first) to \(last) are a merge conflict that is not resolved",
      hint: "keep the words that count, and delete the lines <<<<<<<, ======= and >>>>>>>")
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

  static func onlyEffects(_ count: Int) -> Self {
    Self(
      id: "lyrics-effects",
      text: "this script has \(count) karaoke effects (fx) and none of the lines they are made of",
      hint: "give the script from before the effects were made, or words as LRC")
  }

  static func effectsLeftOut(_ lines: LineNumbers) -> Self {
    Self(
      id: "lyrics-effects",
      text: lines.isOne
        ? "this line is a karaoke effect (fx) and is left out; the line it is made of is not there"
        : "\(lines.text) are karaoke effects (fx) and are left out; what they are made of is not there"
    )
  }

  static func signsLeftOut(_ lines: LineNumbers) -> Self {
    Self(
      id: "lyrics-signs",
      text: lines.isOne
        ? "this line is a sign in the picture, by its style, and is left out"
        : "\(lines.text) are signs in the picture, by their style, and are left out")
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

  static func noFrameRate(_ rate: String) -> Self {
    Self(
      id: "lyrics-frame-rate",
      text: "this MicroDVD file does not say its frame rate; \(rate) frames a second are assumed",
      hint: "a first line {1}{1}25 says 25")
  }
}
