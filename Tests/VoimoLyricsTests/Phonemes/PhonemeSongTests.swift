import Foundation
import Testing
import VoimoBase
import VoimoLyrics

/// What a recogniser heard in a song: `‹song›.f32`, and `‹song›.json` beside it, in the folder that
/// `VOIMO_EMISSIONS` names.
private struct HeardEmissions: Decodable {
  let tokens: [String]
  let blank: Int
  let hop: Double
  let start: Double

  static func of(_ song: String) throws -> Emissions? {
    guard let root = ProcessInfo.processInfo.environment["VOIMO_EMISSIONS"] else { return nil }
    let file = URL(fileURLWithPath: root).appendingPathComponent(song)
    let json = try Data(contentsOf: file.appendingPathExtension("json"))
    let heard = try JSONDecoder().decode(HeardEmissions.self, from: json)
    return try Emissions(
      bytes: [UInt8](Data(contentsOf: file.appendingPathExtension("f32"))),
      tokens: heard.tokens, blank: heard.blank, hop: heard.hop, start: heard.start)
  }
}

/// What espeak-ng answers; nil when it is not installed.
private func answer(to request: EspeakRequest) throws -> String? {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/" + EspeakRequest.program)
  guard FileManager.default.isExecutableFile(atPath: process.executableURL?.path ?? "") else {
    return nil
  }
  // From a file: a pipe would have to be written while the answer is read.
  let input = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  try Data(request.standardInput.utf8).write(to: input)
  defer { try? FileManager.default.removeItem(at: input) }
  let output = Pipe()
  process.arguments = request.arguments
  process.standardInput = try FileHandle(forReadingFrom: input)
  process.standardOutput = output
  try process.run()
  let data = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return String(decoding: data, as: UTF8.self)
}

/// Aligns a song's own words, prints how far off they are, and returns it.
private func measure(
  _ song: SharedSong, _ spoken: [SpokenLine], _ stanzas: [Stanza], _ emissions: Emissions,
  by name: String
) -> AlignmentErrors {
  let aligned = PhonemeAligner().align(
    stanzas, spoken: spoken, name: "lyrics.txt", to: emissions)
  var errors = AlignmentErrors()
  for (found, line) in zip(aligned.lyrics.lines, song.truth.lyrics) {
    errors.line.append(abs(found.start.value - line.start))
    errors.confidence.append(found.confidence)
    for (word, known) in zip(found.words, line.words ?? []) {
      errors.word.append(abs(word.start.value - known.start))
    }
  }
  let near = errors.line.count { $0 <= 0.3 }
  print(
    "PHONEMES \(song.name) \(name): \(errors.row)  within 0.3 s \(near) of \(errors.line.count)")
  for warning in aligned.warnings { print("    \(warning.message.text)") }
  return errors
}

@Test(.enabled(if: SharedSong.sung() != nil, "shared audio is missing"))
func `lines of given words begin within a few hundredths of a second where they are sung`() throws {
  for song in try #require(SharedSong.sung()) {
    guard let emissions = try HeardEmissions.of(song.name) else {
      print("NOT RUN: VOIMO_EMISSIONS names no folder with what was heard in \(song.name)")
      continue
    }
    let reading = LyricsFile.parse(SourceText(name: "lyrics.txt", text: song.text))
    guard case .untimed(let stanzas)? = reading.document else { continue }
    var ways = [("rules", LetterSounds.spoken(stanzas))]
    let request = EspeakRequest(stanzas, language: "en")
    if let answer = try answer(to: request) {
      ways.append(("espeak-ng", try #require(request.spoken(standardOutput: answer))))
    } else {
      print("NOT RUN: espeak-ng is not installed")
    }
    for (name, spoken) in ways {
      let errors = measure(song, spoken, stanzas, emissions, by: name)
      #expect(errors.quantile(errors.line, 0.5) <= 0.06)
      #expect(errors.quantile(errors.word, 0.5) <= 0.05)
      #expect(errors.line.count { $0 <= 0.3 } * 100 >= 90 * errors.line.count)
    }
  }
}
