import Foundation
import Testing
import VoimoBase
import VoimoKit
import VoimoLyrics
import VoimoSignal
import VoimoStages
import VoimoTerminal

/// Every table of `show`, with colors and without, in windows of several widths.
@Suite struct TableTests {
  private static func section(
    _ label: String, _ start: Double, _ end: Double, _ confidence: Double
  ) -> TimedSection<SectionID> {
    TimedSection(
      name: SectionID(label: label, ordinal: 1), start: Seconds(start), end: Seconds(end),
      confidence: confidence)
  }

  private static let level = Loudness(
    peak: 0.9, rms: 0.2, isSilent: false, clippedShare: 0, offset: 0, integrated: -14.23,
    range: 6.5, leadingSilence: 1.25)

  static func exhibits() throws -> [(name: String, exhibit: Exhibit)] {
    let rate = try #require(FrameRate(24))
    let shots = (0..<2).map {
      Shot(
        section: SectionID(label: "intro", ordinal: 1), index: $0, start: $0 * 90,
        end: $0 * 90 + 90, visibleStart: $0 * 90, visibleEnd: $0 * 90 + 90)
    }
    let intro = section("intro", 0, 7.5, 1)
    return [
      (
        "song",
        .song(
          SongFacts(
            title: "夜の歌", artist: "Nobody", duration: 195, sampleRate: 44_100, loudness: level,
            tempo: Tempo(bpm: 120.04, confidence: 0.91),
            tempoMap: [TempoPoint(time: 0, bpm: 120), TempoPoint(time: 44.98, bpm: 90.5)],
            metre: Metre(beats: 4, confidence: 0.8),
            key: SongKey(tonic: 9, mode: .minor, confidence: 0.5), vocalShare: 0.62,
            outline: [0, 0.2, 0.5, 1], doubts: ["the song is on the left side alone"]))
      ),
      (
        "sections",
        .sections([
          intro, section("pre-chorus", 7.5, 44.98, 1), section("chorus", 44.98, 3_725, 0.456),
        ])
      ),
      (
        "beats",
        .beats(
          SongBeats(
            bpm: 120, confidence: 0.9, beats: [0.5, 1, 1.5], strengths: [1, 1, 1],
            downbeats: [0.5], duration: 30, level: level))
      ),
      (
        "signals",
        .signals(
          SignalTable(curves: [
            .init(name: "rms", values: [0, 0.5, 1]), .init(name: "brightness", values: [0.1]),
          ]))
      ),
      (
        "shots",
        .shots(
          ShotList(
            frameRate: rate, start: 0, end: 180,
            parts: [.init(section: intro, shots: shots, bpm: 120)]))
      ),
      (
        "lyrics",
        .lyrics(
          Lyrics(lines: [
            LyricLine(text: "first line", start: 2, end: 4.5),
            LyricLine(text: "夜の\u{7}歌", start: 61, end: 62.25, confidence: 0.3),
          ]))
      ),
      (
        "prompts",
        .prompts([
          ShownPrompts(
            step: "prompts/intro.1", set: PromptSet(given: ["sea at dusk"]), theme: "sea",
            artist: "ink wash", negativePrompt: "people",
            readings: [
              PictureReading(summary: "sea at dusk · ink brush", shortfall: "people are not shown")
            ])
        ])
      ),
      (
        "files",
        .files([
          ShownFile(output: "image", path: ".voimo/objects/ab/cd", size: 1_400_000, isOpened: true),
          ShownFile(output: "scene", path: "x", size: 12),
        ])
      ),
      (
        "stems",
        .files([
          ShownFile(output: "vocals", path: "a", size: 9),
          ShownFile(output: "accompaniment", path: "b", size: 1_000),
        ])
      ),
    ]
  }

  /// A text without the escape sequences of colors.
  private func bare(_ text: String) -> String { text.replacing(/\u{1B}\[[0-9;]*m/, with: "") }

  @Test func `tables are as recorded`() throws {
    let text = try Self.exhibits().map { name, exhibit in
      let lines = ExhibitText(exhibit: exhibit, style: .plain).lines.map { line in
        line.last == " " ? "\(line)|" : line
      }
      return "$ voimo show \(name)\n" + lines.joined(separator: "\n") + "\n"
    }
    try Golden.check("tables.txt", text.joined(separator: "\n"))
  }

  @Test func `colors change nothing about where things stand`() throws {
    for (name, exhibit) in try Self.exhibits() {
      let plain = ExhibitText(exhibit: exhibit, style: .plain).lines
      let colored = ExhibitText(exhibit: exhibit, style: Style(isColorful: true)).lines
      #expect(colored.map(bare) == plain, "\(name)")
    }
  }

  @Test func `columns of a table begin in the same place in each line`() throws {
    let heads = ["sections": 5, "signals": 4, "shots": 4, "lyrics": 4]
    for (name, exhibit) in try Self.exhibits() {
      guard let count = heads[name] else { continue }
      for style in [Style.plain, Style(isColorful: true)] {
        let lines = ExhibitText(exhibit: exhibit, style: style).lines.map(bare)
        // Two blanks part columns; a heading's words tell where they begin.
        let head = lines[0].replacing("from start to end", with: "from-start-to-end")
        let starts = head.indices.filter { index in
          head[index] != " " && (index == head.startIndex || head[head.index(before: index)] == " ")
        }.map { head.distance(from: head.startIndex, to: $0) }
        #expect(starts.count == count)
        for line in lines.dropFirst() where !line.contains(" a second") {
          for start in starts.dropFirst() {
            let before = line.clipped(to: start)
            #expect(before.hasSuffix("  ") && before.columns == start, "\(name): \(line)")
          }
        }
      }
    }
  }

  @Test func `times of one column are written alike, and what was declared is not guessed`() throws
  {
    let table = try #require(try Self.exhibits().first { $0.name == "sections" }).exhibit
    let lines = ExhibitText(exhibit: table, style: .plain).lines
    #expect(lines[1].contains("0:00.00  0:07.50") && lines[1].hasSuffix("declared"))
    #expect(lines[3].contains("0:44.98  1:02:05.00") && lines[3].hasSuffix("46 %"))
  }

  @Test(arguments: [40, 80, 120]) func `tables with curves and words fit the window`(
    width: Int
  ) throws {
    let curve = [Float](repeating: 0.5, count: 200)
    let words =
      "遠くの街の灯りが 揺れている and long words in a line that no window of forty columns has room for"
    let tables: [(name: String, exhibit: Exhibit)] = [
      (
        "song",
        .song(
          SongFacts(
            title: "夜の歌 🌃", artist: nil, duration: 195, sampleRate: 44_100, loudness: Self.level,
            tempo: Tempo(bpm: 120, confidence: 0.91), tempoMap: [],
            metre: Metre(beats: 4, confidence: 0.8), key: nil, vocalShare: 0, outline: curve,
            doubts: []))
      ),
      ("signals", .signals(SignalTable(curves: [.init(name: "brightness", values: curve)]))),
      ("lyrics", .lyrics(Lyrics(lines: [LyricLine(text: words, start: 2, end: 4.5)]))),
    ]
    for (name, exhibit) in tables {
      for style in [Style.plain, Style(isColorful: true)] {
        let lines = ExhibitText(exhibit: exhibit, style: style, width: width).lines
        for line in lines { #expect(line.columns <= width, "\(name): \(line)") }
        func letters(_ lines: [String]) -> String {
          lines.map(bare).joined().filter { $0.isLetter }.replacing(
            "fromstarttoend", with: "course")
        }
        #expect(
          letters(lines) == letters(ExhibitText(exhibit: exhibit, style: style).lines),
          "something is lost of \(name)")
      }
    }
  }

  @Test func `one of a thing is not said to be several`() throws {
    let rate = try #require(FrameRate(24))
    let intro = Self.section("intro", 0, 1, 1)
    let shot = Shot(section: intro.name, index: 0, start: 0, end: 1, visibleStart: 0, visibleEnd: 1)
    let shots = ShotList(
      frameRate: rate, start: 0, end: 1, parts: [.init(section: intro, shots: [shot], bpm: 120)])
    let lines = ExhibitText(exhibit: .shots(shots), style: .plain).lines
    #expect(lines.last == "1 shot, 1 frame at 24 a second")
    #expect(lines[1].hasSuffix("1 frame"))
    let beats = SongBeats(
      bpm: 120, confidence: 1, beats: [0.5], strengths: [1], downbeats: [0.5], duration: 1,
      level: Self.level)
    #expect(
      ExhibitText(exhibit: .beats(beats), style: .plain).lines[1] == "1 beat, 1 bar, over 0:01.00")
  }

  @Test func `a path has its remark only where it is shown`() {
    let film = ShownFile(
      output: "film", path: "a.mp4", size: 9, isOpened: true, remark: "out/a.mp4 differs")
    let notes = ShownFile(output: "notes", path: "b", size: 1, remark: "not shown")
    for files in [[film], [film, notes]] {
      let text = ExhibitText(exhibit: .files(files), style: .plain)
      #expect(text.lines == ["a.mp4"] && text.remarks == ["out/a.mp4 differs"])
    }
  }
}
