import Foundation
import Testing

/// Real songs and hostile files, where the folder with them is.
@Suite struct SharedSongTests {
  /// The folder beside the project that holds the songs; nil where it is not.
  static let folder: String? = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let path = root.deletingLastPathComponent().appendingPathComponent("shared/audio").path
    guard FileManager.default.fileExists(atPath: path) else {
      print("NOT RUN: shared audio is missing (\(path)): songs and hostile files, end to end")
      return nil
    }
    return path
  }()

  private struct Manifest: Decodable {
    struct Case: Decodable {
      var file: String
      var expect: String
    }
    var cases: [Case]
  }

  @Test(.enabled(if: folder != nil, "shared audio is missing"))
  func `every hostile file is checked in a sentence, with the status that it deserves`()
    throws
  {
    let folder = try #require(Self.folder)
    let manifest = try JSONDecoder().decode(
      Manifest.self,
      from: Data(contentsOf: URL(fileURLWithPath: folder + "/awkward/manifest.json")))
    #expect(manifest.cases.count >= 30)
    for file in manifest.cases {
      let project = try TestProject(song: nil)
      let song = "\(folder)/awkward/\(file.file)"
      let made = try Command.voimo(["init", song], in: project.folder)
      if made.status == 0 {
        let check = try Command.voimo(["check"], in: project.folder)
        #expect(check.status == 0, "\(file.file): \(check.errors)")
        #expect(file.expect != "reject", "\(file.file) was taken")
      } else {
        #expect(made.status == 2, "\(file.file): \(made.errors)")
        #expect(file.expect != "ok", "\(file.file) was refused: \(made.errors)")
        #expect(made.errors.hasPrefix("error: "), "\(file.file): \(made.errors)")
      }
    }
  }

  @Test(.enabled(if: folder != nil, "shared audio is missing"))
  func `a real song becomes a draft film with its words`() throws {
    let folder = try #require(Self.folder)
    let project = try TestProject(
      [
        "voimo.yaml": """
        audio: \(folder)/lantern_harbor/song.flac
        song: { title: Lantern Harbor }
        lyrics: words.txt
        crop: 0:20-0:40
        theme: quiet sea at night, lanterns
        """,
        "words.txt": "Paper lanterns drift across the harbor\nEvery flame a wish upon the sea\n",
      ], song: nil)
    _ = try project.build("--profile", "draft")
    let film = try FilmFacts(project.path("out/Lantern Harbor.draft.mp4"))
    #expect(film.frameCount == 240)
    #expect(film.isUniform)
    #expect(film.chapters.count >= 1)
    #expect(try project.build("--profile", "draft") == [])
  }
}
