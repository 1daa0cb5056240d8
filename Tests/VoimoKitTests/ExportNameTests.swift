import Testing
import VoimoKit

@Suite struct ExportNameTests {
  @Test(arguments: ["../../x", "a/../b", "/etc/passwd", "~/x", "..", "", "   ", "\u{7}"])
  func `a title that leaves the folder, or names nothing, is refused`(title: String) {
    #expect(ExportName(title: title) == nil)
  }

  @Test(arguments: [
    ("Lantern Harbor", "Lantern Harbor"), ("AC/DC live", "AC-DC live"), (".hidden", "hidden"),
    ("-rf", "rf"), ("~night", "~night"), ("~night/day", "~night-day"),
    ("Ünïcödé ♫ 歌", "Ünïcödé ♫ 歌"), ("a\nb", "ab"),
  ])
  func `any other title gives one plain name`(title: String, stem: String) {
    #expect(ExportName(title: title)?.stem == stem)
  }

  @Test func `a long title fits a file system`() throws {
    let name = try #require(ExportName(title: String(repeating: "歌", count: 300)))
    #expect(name.file(".contact-sheet.png").utf8.count <= 255)
  }

  @Test(arguments: [
    ("Lantern Harbor", "draft", "Lantern Harbor.draft"), ("AC/DC", "live/2", "AC-DC.live-2"),
    (String(repeating: "歌", count: 300), "draft", String(repeating: "歌", count: 64) + ".draft"),
  ])
  func `a profile has names of its own`(title: String, profile: String, stem: String) {
    #expect(ExportName(title: title, profile: profile)?.stem == stem)
  }
}
