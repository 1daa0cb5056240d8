import Testing
import VoimoBase
import VoimoProject

@Suite struct RandomTests {
  @Test func `ten thousand texts survive unchanged`() throws {
    let seed: UInt64 = 20_261_123
    var random = SeededRandom(seed: seed)
    for round in 0..<100 {
      let texts = (0..<100).map { _ in Self.text(&random) }
      // Round by round quoted, or plain where the writer calls it safe.
      let yaml =
        "audio: a.mp3\nsections:\n"
        + texts.enumerated().map { index, text in
          "  s\(index): { prompt: \(round % 2 == 0 ? YAMLText.quoted(text) : YAMLText.scalar(text)) }\n"
        }.joined()
      let (project, said) = Project.parse(SourceText(name: "f", text: yaml), profile: nil)
      let sections = try #require(
        project?.sections, "seed \(seed), round \(round): \(said.map(line))")
      for (section, text) in zip(sections, texts) {
        guard case .replace(let read) = section.prompt,
          Array(read.unicodeScalars) == Array(text.unicodeScalars)
        else {
          Issue.record(
            "seed \(seed), round \(round): \(text.debugDescription) became \(String(describing: section.prompt))"
          )
          return
        }
      }
    }
  }

  /// One to forty scalars from everywhere, with a taste for what means something in YAML.
  private static func text(_ random: inout SeededRandom) -> String {
    let spice = Array(
      " :#-?*&!|>'\"%@`{}[],\\\n\r\t~\u{85}\u{2028}\u{FEFF}\u{200B}\u{202E}é🎸no$;".unicodeScalars)
    var text = ""
    for _ in 0..<Int.random(in: 1...40, using: &random) {
      if Int.random(in: 0..<3, using: &random) > 0 {
        text.unicodeScalars.append(spice[Int.random(in: 0..<spice.count, using: &random)])
      } else if let scalar = Unicode.Scalar(UInt32.random(in: 1...0x10FFFF, using: &random)) {
        text.unicodeScalars.append(scalar)
      }
    }
    // Blank texts are refused, and a plus adds; both on purpose.
    return "a" + text
  }

  @Test func `two thousand mutations of a typical file trap nothing`() {
    let seed: UInt64 = 7
    var random = SeededRandom(seed: seed)
    let typical = Array(Self.typical.utf8)
    let spice = Array("\n\t :#-?*&!|>'\"%@`{}[],\\0".utf8)
    var parsed = 0
    for _ in 0..<2000 {
      var bytes = typical
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(spice[Int.random(in: 0..<spice.count, using: &random)], at: place)
        case 2: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 3:
          let end = min(bytes.count, place + Int.random(in: 1...60, using: &random))
          bytes.insert(
            contentsOf: bytes[place..<end], at: Int.random(in: 0..<bytes.count, using: &random))
        default:
          bytes.removeSubrange(
            place..<min(bytes.count, place + Int.random(in: 1...30, using: &random)))
        }
        if bytes.isEmpty { bytes = typical }
      }
      let source = SourceText(name: "f", text: String(decoding: bytes, as: UTF8.self))
      let (project, said) = Project.parse(source, profile: parsed % 2 == 0 ? nil : "draft")
      parsed += 1
      let isWrong = said.contains { $0.severity == .error }
      #expect((project == nil) == isWrong, "seed \(seed), file \(parsed)")
      for case let span? in said.map(\.span) {
        let line = source.line(span.line)
        #expect(line != nil, "seed \(seed), file \(parsed): \(span)")
        #expect(
          span.column - 1 <= (line?.unicodeScalars.count ?? 0) + 1,
          "seed \(seed), file \(parsed): \(span)")
      }
    }
  }

  private static let typical = """
    version: 1
    audio: midnight-run.flac
    song: { title: Midnight Run, artist: Ada and the Clocks }
    lyrics: midnight-run.txt            # your words
    crop: { start: "0:00", end: "2:45.5", snap: downbeat, fade_out: 2s }
    theme: &theme empty coastal highway at night, headlights, sea fog
    artist: 'Edward Hopper, cinematic 35mm'
    negative_prompt: |
      text
      watermark
    seed: 42
    render: { aspect: "16:9", height: 720, fps: 30000/1001 }
    motion: { preset: slow-push, zoom: 1.02 }
    sections:
      intro: { prompt: aerial view, theme: *theme }
      chorus.3: { theme: "the same highway at sunrise, gold and rose" }
      "1:48-2:04": { prompt: [slow rain, "+ fog"], motion: { preset: hold } }
    subtitles: { style: karaoke, position: bottom, color: "#fff" }
    outputs: [film, lrc, srt]
    profiles:
      draft: { render: { height: 240, fps: 12 } }
    """
}
