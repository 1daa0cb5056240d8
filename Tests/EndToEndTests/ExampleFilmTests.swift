import Foundation
import Testing

/// Every example is a film: checked, built as a draft, looked at by ffprobe, and then left alone.
@Suite struct ExampleFilmTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  private func check(
    _ name: String, film title: String, width: Int, height: Int, seconds: Double,
    chapters: [String]? = nil, extra: [String] = []
  ) throws {
    let project = try TestProject(song: nil)
    let copy = try Command.run(
      "/bin/cp", ["-r", "\(Self.root)/examples/\(name)/.", project.folder], in: "/tmp")
    try #require(copy.status == 0, "\(copy.errors)")
    let whole = try project.voimo("check")
    #expect(whole.status == 0 && !whole.errors.contains("error["), "\(whole.errors)")
    _ = try project.build("--profile", "draft")
    let film = try FilmFacts(project.path("out/\(title).draft.mp4"))
    #expect(film.width == width && film.height == height)
    #expect(film.frameCount == Int((seconds * 12).rounded(.up)))
    #expect(film.isUniform)
    #expect(abs(film.audioSeconds - film.videoSeconds) <= 1.0 / 12)
    if let chapters { #expect(film.chapters == chapters) }
    for file in [".poster.png", ".contact-sheet.png", ".waveform.png"] + extra {
      #expect(project.exists("out/\(title).draft\(file)"), "\(file)")
    }
    #expect(try project.build("--profile", "draft") == [])
  }

  @Test func `lantern-harbor is a ballad with its words found`() throws {
    try check(
      "lantern-harbor", film: "Lantern Harbor", width: 480, height: 270, seconds: 76.3057,
      extra: [".srt", ".lrc"])
  }

  @Test func `instrumental is five lines`() throws {
    try check("instrumental", film: "glass-desert", width: 480, height: 270, seconds: 56)
    let file = try String(
      contentsOfFile: "\(Self.root)/examples/instrumental/voimo.yaml", encoding: .utf8)
    let lines = file.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(lines.count == 5)
  }

  @Test func `photographs is a film of pictures, with a clip and a thumbnail`() throws {
    try check(
      "photographs", film: "Clockwork Garden", width: 480, height: 270, seconds: 32,
      extra: [".shorts.mp4", ".thumbnail.png"])
  }

  @Test func `declared is upright, has its own sections, and sings along`() throws {
    try check(
      "declared", film: "Midnight Diner", width: 480, height: 854, seconds: 76,
      chapters: ["Intro", "Verse 1", "Chorus 1", "Verse 2", "Bridge", "Chorus 2", "Outro"],
      extra: [".lrc", ".ass"])
  }
}
