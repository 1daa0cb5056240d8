/// What may stand after a key, as far as it can be told without knowing what it becomes.
package indirect enum Shape: Sendable {
  /// Whatever it likes; only for fields that are not built yet.
  case anything
  /// One text.
  case scalar(Scalar)
  /// A mapping with these keys.
  case fields([FieldRow])
  /// A mapping with these keys, and others whose meaning only a back end knows.
  case settings([FieldRow])
  /// A mapping from keys of a form to values of a shape; `name` says what its keys are.
  case named(by: Scalar, Shape, name: String)
  /// A list of so many, called by their name: `sections`; with `unique` no text twice.
  case list(Shape, count: ClosedRange<Int>, unique: Bool, name: String)
  /// A mapping from what people choose sections by to these fields.
  case sections([FieldRow])
  /// A mapping from names to these fields.
  case profiles([FieldRow])
  /// Any of these; the first that fits the value's shape explains what is wrong.
  case either([Shape])
}

/// A text of the file that is to become a value: what is right, for people and for a schema, and
/// what is wrong with a given one.
package struct Scalar: Sendable {
  /// How such a text looks, for the schema and the reference.
  package enum Form: Sendable {
    /// Words, not empty.
    case text
    /// Words that stand for themselves: they do not begin with `+`.
    case wholePrompt
    /// A section's label: `[a-z][a-z0-9-]*`.
    case label
    /// A language tag: `en`, `pt-BR`.
    case language
    /// A text file's encoding: `GBK`, `windows-1251`.
    case encoding
    /// A file.
    case path
    /// A picture, a folder, or a pattern for names.
    case pictures
    /// A folder or file of the machine, from `/` or `~/`.
    case machinePath
    /// A back end's name: `sdapi`.
    case backend
    /// A value that only a back end understands.
    case setting
    /// The name of a variable that holds a secret: `${KEY}`.
    case secret
    /// A server's address: `http://gpu1:7860`.
    case url
    /// Where a model runs: `cuda:0`.
    case device
    /// A time of the song, or this word.
    case time(or: String?)
    /// A section or two times.
    case clip
    /// Two times: `0:30-1:00`.
    case timeRange
    /// A length in seconds, milliseconds or frames; with `musical` in beats or bars too.
    case length(musical: Bool, negative: Bool)
    case integer(ClosedRange<Int>)
    /// A number of pixels that H.264 can encode.
    case evenInteger(ClosedRange<Int>)
    case number(ClosedRange<Double>)
    /// A number that may become an expression or keyframes one day.
    case rate(ClosedRange<Double>)
    case choice([String])
    case flag
    case frameRate
    case aspect
    case color
    case sha256
  }

  package let form: Form
  /// What is wrong with a text; nil when nothing is.
  let problem: @Sendable (WrittenText) -> ScalarProblem?

  /// What would be right, in words: `a number from 0 to 1`.
  func wanted(_ text: String) -> String {
    problem(WrittenText(text, isPlain: false))?.wanted ?? ""
  }
}

/// A text as it stands in the file.
struct WrittenText: Sendable {
  var text: String
  /// Without quotes.
  var isPlain: Bool

  init(_ text: String, isPlain: Bool) {
    self.text = text
    self.isPlain = isPlain
  }
}

/// What is wrong with one text where a kind was wanted.
struct ScalarProblem: Error {
  /// A stable id, as in `Diagnostic.Message`.
  var id = "wrong-value"
  /// What would be right: `a number from 0 to 1`.
  var wanted: String
  /// What to say in place of "must be" and what is wanted: `is not a time range`.
  var says: String?
  /// Whether the sentence shows what is written.
  var showsText = true
  var hint: String?
}
