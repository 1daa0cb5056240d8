import Foundation
import Testing
import VoimoBase
import VoimoKit
import VoimoStore
import VoimoTerminal

/// What `cache`, `clean`, `doctor` and `freeze` print, word for word.
@Suite struct StoreTextTests {
  private static let now = 1_795_603_320.0

  /// As somebody in Helsinki reads it.
  private func text() throws -> CacheText {
    CacheText(
      time: HumanTime(now: Self.now, zone: try #require(TimeZone(secondsFromGMT: 7_200))))
  }

  private func joined(_ lines: [String]) -> String { lines.joined(separator: "\n") }

  @Test func `what the store holds, in local time`() throws {
    var statistics = StoreStatistics()
    (statistics.results, statistics.blobs, statistics.bytes) = (41, 97, 26_300_000)
    statistics.unusedBytes = 1_200
    (statistics.oldest, statistics.newest) = (Self.now - 90_000, Self.now - 180)
    statistics.kinds = [
      .init(name: "audio", results: 1, bytes: 900), .init(name: "film", results: 2, bytes: 900),
      .init(name: "segment", results: 38, bytes: 26_000_000),
    ]
    #expect(
      joined(try text().lines(statistics, folder: "/home/ada/song/.voimo")) == """
        41 results in 97 files, 26.3 MB in /home/ada/song/.voimo
          segment  38  26.0 MB
          audio    1   900 B
          film     2   900 B
        1.2 kB belong to no result
        the oldest made yesterday at 11:42, the newest 3 minutes ago
        """)
    statistics = StoreStatistics()
    (statistics.results, statistics.blobs, statistics.bytes) = (1, 1, 12)
    (statistics.oldest, statistics.newest) = (Self.now - 65, Self.now - 65)
    #expect(
      joined(try text().lines(statistics, folder: "/s/.voimo")) == """
        1 result in 1 file, 12 B in /s/.voimo
        made 1 minute ago
        """)
    #expect(
      try text().lines(StoreStatistics(), folder: "/s/.voimo")
        == ["0 results in 0 files, 0 B in /s/.voimo"])
  }

  @Test func `what is damaged in the store`() throws {
    var health = StoreHealth()
    (health.results, health.objects, health.bytesRead) = (1, 2, 3_000)
    #expect(try text().lines(health, readsData: false) == ["all is well: 1 result in 2 files"])
    #expect(
      try text().lines(health, readsData: true)
        == ["all is well: 1 result in 2 files, 3.0 kB read"])
    health.damages = [
      .init(
        sort: .object, path: "objects/ab/cd", detail: "it is gone",
        steps: ["film", "poster"]),
      .init(sort: .index, path: "store.sqlite", detail: "it is cut short", steps: []),
    ]
    #expect(
      joined(try text().lines(health, readsData: false)) == """
        object objects/ab/cd: it is gone, made by film, poster
        index store.sqlite: it is cut short
        2 damaged of 1 result in 2 files; the next build makes again what is missing, and nothing else
        """)
  }

  @Test func `what goes from the store`() throws {
    var garbage = Garbage()
    (garbage.keptResults, garbage.keptBytes) = (1, 900)
    #expect(try text().lines(garbage, isDry: true) == ["nothing to remove; 1 result kept, 900 B"])
    garbage.keys = [ContentHash(hashing: "a")]
    garbage.kinds = [
      .init(name: "audio", results: 1, bytes: 5),
      .init(name: "segment", results: 12, bytes: 50_000),
    ]
    (garbage.strayBytes, garbage.bytes) = (77, 50_082)
    #expect(
      joined(try text().lines(garbage, isDry: true)) == """
          segment                 12  50.0 kB
          audio                   1   5 B
          belonging to no result      77 B
        would remove 1 result, 50.1 kB; 1 result kept, 900 B
        """)
    #expect(try text().lines(garbage, isDry: false).last?.hasPrefix("removed 1 result") == true)
  }

  @Test func `what was cleaned from out`() {
    let files = [Cleaning.File(path: "out/夜\u{1B}.mp4", size: 1_000)]
    let text = CleanText(removed: files, changed: ["out/b.mp4"], isDry: true)
    #expect(text.lines == ["would remove out/夜\u{FFFD}.mp4 (1.0 kB)"])
    #expect(text.remarks == ["kept out/b.mp4: it was changed since voimo wrote it"])
    #expect(
      CleanText(removed: files, changed: [], isDry: false).lines
        == ["removed out/夜\u{FFFD}.mp4 (1.0 kB)"])
    #expect(CleanText(removed: [], changed: [], isDry: false).remarks == ["nothing to clean"])
  }

  @Test func `what is installed lines up, and what is missing says how to get it`() {
    let findings = [
      Doctor.Finding(name: "H.264 encoder", isFine: true, detail: "libx264", fix: nil),
      Doctor.Finding(
        name: "Font", isFine: false, detail: "none",
        fix: "apt-get install fonts-dejavu-core"),
    ]
    #expect(
      joined(DoctorText(style: .plain).lines(findings)) == """
        ok  H.264 encoder  libx264
        no  Font           none
            → apt-get install fonts-dejavu-core
        """)
    let colored = DoctorText(style: Style(isColorful: true)).lines(findings)
    #expect(
      colored.map { $0.replacing(/\u{1B}\[[0-9;]*m/, with: "") }
        == DoctorText(style: .plain).lines(findings))
  }

  @Test func `what was frozen, and the line that changed`() {
    var freezing = Freezing(before: SourceText(name: "voimo.yaml", text: ""), after: "")
    freezing.files = [
      .init(
        kind: .structure, text: "", count: 1, isThere: false,
        change: .init(line: 3, before: nil, after: "structure: structure.yaml")),
      .init(
        kind: .lyrics, text: "", count: 2, isThere: true,
        change: .init(line: 4, before: "lyrics: 歌.txt", after: "lyrics: lyrics.lrc")),
    ]
    freezing.notes = ["this project has no\u{7} words"]
    #expect(
      joined(FreezeText.lines(freezing, isDry: false)) == """
        wrote structure.yaml: 1 section
        voimo.yaml:3
          + structure: structure.yaml
        kept lyrics.lrc: 2 lines
        voimo.yaml:4
          - lyrics: 歌.txt
          + lyrics: lyrics.lrc
        note: this project has no\u{FFFD} words
        """)
    #expect(FreezeText.lines(freezing, isDry: true).first?.hasPrefix("would change voi") == true)
  }

  @Test(arguments: [(0, "0 steps"), (1, "1 step"), (2, "2 steps"), (1_000, "1000 steps")])
  func `things are counted`(count: Int, text: String) {
    #expect(CountText.of(count, "step") == text)
  }
}
