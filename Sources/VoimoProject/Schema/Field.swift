/// One key that a mapping of the file may have.
///
/// The whole format is a table of these: it drives the check for unknown keys, near misses, the
/// manual and the JSON schema.
package struct Field: Sendable {
  /// As people write it: `fade_out`.
  package var name: String
  package var kind: Kind
  /// One sentence for the manual.
  package var documentation: String
  /// What holds when it is left out, for the manual; nil for nothing.
  package var fallback: String?
  /// What works today instead of a field that the format knows and voimo cannot do yet.
  ///
  /// Nil when it is built.
  package var unbuilt: String?
  /// Whether its mapping means nothing without it; a profile may still leave it to the file.
  package var isRequired = false

  /// A field that is built.
  init(
    _ name: String, _ kind: Kind, _ documentation: String, default fallback: String? = nil,
    isRequired: Bool = false
  ) {
    self.isRequired = isRequired
    self.name = name
    self.kind = kind
    self.documentation = documentation
    self.fallback = fallback
  }

  /// A field that is not built yet, and what works today instead.
  init(_ name: String, notBuiltYet documentation: String, today: String) {
    self.name = name
    self.documentation = documentation
    kind = .anything
    unbuilt = today
  }
}

/// What may stand after a key.
package indirect enum Kind: Sendable {
  /// Whatever it likes; only for fields that are not built yet.
  case anything
  /// Words, not empty.
  case text
  /// A section's label: `[a-z][a-z0-9-]*`.
  case label
  /// A language tag: `en`, `pt-BR`.
  case language
  /// A file.
  case path
  /// A time of the song, or one of these words.
  case time(or: [String])
  /// Two times: `0:30-1:00`.
  case timeRange
  /// A length in seconds, milliseconds or frames; with `musical` in beats or bars too.
  case length(musical: Bool, negative: Bool)
  case integer(ClosedRange<Int>)
  /// A number of pixels that H.264 can encode.
  case evenInteger(ClosedRange<Int>)
  /// A number; later an expression or keyframes.
  case number(ClosedRange<Double>)
  case choice([String])
  case flag
  case frameRate
  case aspect
  case color
  case sha256
  /// A mapping with these keys.
  case fields([Field])
  /// A list of 1 to `most`; with `unique` nothing twice.
  case list(Kind, most: Int, unique: Bool)
  /// A mapping from what people choose sections by to these fields.
  case sections([Field])
  /// A mapping from names to these fields.
  case profiles([Field])
  /// Any of these; the first that fits the value's shape explains what is wrong.
  case either([Kind])
}
