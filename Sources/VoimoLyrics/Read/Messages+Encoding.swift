import VoimoBase

extension Diagnostic.Message {
  /// The file is no UTF-8 and was read as something else.
  static func notUTF8(line: Int, readAs encoding: String, example: String) -> Self {
    Self(
      id: "lyrics-not-utf8",
      text: "the lyrics are not UTF-8 (line \(line)); read as \(encoding): \"\(example)\"",
      hint: "if letters look wrong, write encoding: under lyrics, or save the file as UTF-8")
  }

  /// Nobody can tell which encoding it is.
  static func unsureEncoding(line: Int, candidates: [(name: String, example: String)]) -> Self {
    let readings = candidates.map { "\($0.name): \"\($0.example)\"" }.joined(separator: ", ")
    let example = candidates.first?.name ?? "windows-1252"
    return Self(
      id: "lyrics-encoding-unsure",
      text: "the lyrics are not UTF-8 and too short to tell what they are"
        + (readings.isEmpty ? "" : "; line \(line) would read, as \(readings)"),
      hint: "name it: lyrics: { file: …, encoding: \(example) }, or save the file as UTF-8")
  }

  /// Some bytes are not of the encoding that the rest of the file is in.
  static func badBytes(_ lines: LineNumbers, encoding: String) -> Self {
    Self(
      id: "lyrics-bad-bytes",
      text: "\(lines.text) \(lines.isOne ? "has" : "have") bytes that are not \(encoding); "
        + "they are shown as \u{FFFD}",
      hint: "save the file anew as UTF-8")
  }

  static func unknownEncoding(_ name: String) -> Self {
    Self(
      id: "lyrics-encoding-unknown",
      text: "this system cannot read the encoding \(name)",
      hint: "save the file as UTF-8")
  }
}
