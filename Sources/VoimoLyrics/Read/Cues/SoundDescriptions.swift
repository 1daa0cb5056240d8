import VoimoBase

/// Subtitles that describe a sound, `[Music]`, counted for one warning.
struct SoundDescriptions {
  private var count = 0
  private var first: (text: String, span: SourceSpan)?

  mutating func add(_ text: String, at span: SourceSpan) {
    count += 1
    first = first ?? (text, span)
  }

  /// Says how many were left out, if any were.
  func note(_ notes: inout Notes) {
    guard let first else { return }
    notes.warning(.descriptionsLeftOut(count, first.text), at: first.span)
  }
}
