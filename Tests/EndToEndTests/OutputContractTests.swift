import Foundation
import Testing
import VoimoMedia
import VoimoSignal

/// Outputs of other shapes, and pictures of the musician's own: what is made, what is shared, and
/// what comes out.
@Suite struct OutputContractTests {
  private static let outputs = "outputs: [film, srt]"

  private func added(_ output: String) throws -> (ran: Set<String>, project: TestProject) {
    let project = try EditContractTests.built()
    try project.edit("voimo.yaml", Self.outputs, "outputs: [film, srt, \(output)]")
    let ran = try project.build()
    try #require(try project.build() == [])
    return (ran, project)
  }

  private static func steps(_ kinds: [String], _ shots: [String]) -> Set<String> {
    EditContractTests.steps(kinds, shots)
  }

  private static let chorus = EditContractTests.chorus

  @Test func `a clip of the film's shape makes its sound and joins what is there`() throws {
    let (ran, project) = try added("{ clip: chorus.1 }")
    #expect(ran == ["subtitles@clip", "soundtrack@clip", "film@clip"])
    let film = try FilmFacts(project.path("out/Test.clip.mp4"))
    #expect(film.frameCount == 48 && film.width == 160 && film.chapters == ["Chorus"])
    #expect(abs(film.audioSeconds - 8) < 0.2)
  }

  @Test func `an upright clip is painted anew, and the film is left alone`() throws {
    let (ran, project) = try added("{ preset: shorts, clip: chorus.1, height: 160 }")
    #expect(
      ran
        == Self.steps(["keyframe@shorts", "segment@shorts"], Self.chorus)
        .union(["subtitles@shorts", "soundtrack@shorts", "film@shorts"]))
    let film = try FilmFacts(project.path("out/Test.shorts.mp4"))
    #expect(film.width == 90 && film.height == 160 && film.frameCount == 48)
  }

  @Test func `a loop is silent and as long as its clip`() throws {
    let (ran, project) = try added("{ preset: canvas, clip: \"0:09-0:13\", height: 160 }")
    #expect(ran.isSuperset(of: ["loop@canvas", "film@canvas"]))
    #expect(ran.allSatisfy { $0.contains("@canvas") })
    let film = try FilmFacts(project.path("out/Test.canvas.mp4"))
    #expect(film.frameCount == 24 && film.audioSeconds == 0)
  }

  @Test func `a GIF, frames and a thumbnail are made of the film's own frames`() throws {
    let (ran, project) = try added(
      "{ preset: gif, clip: \"0:02-0:04\", width: 128 }, { preset: frames, clip: \"0:02-0:04\" }, "
        + "{ thumbnail: \"0:03\" }")
    #expect(ran == ["gif@gif", "stills@frames", "thumbnail/thumbnail"])
    let gif = try Data(contentsOf: URL(filePath: project.path("out/Test.gif")))
    #expect(gif.starts(with: Array("GIF89a".utf8)))
    let list = try Command.run(
      "/usr/bin/python3",
      [
        "-c", "import sys, zipfile; print(len(zipfile.ZipFile(sys.argv[1]).namelist()))",
        project.path("out/Test.frames.zip"),
      ], in: "/tmp")
    #expect(list.output.trimmingCharacters(in: .whitespacesAndNewlines) == "12", "\(list.errors)")
    let picture = try PNGFile.decode(
      Array(try Data(contentsOf: URL(filePath: project.path("out/Test.thumbnail.png")))))
    #expect(picture.width == 160 && picture.height == 90)
  }

  @Test func `karaoke parts the song, lights the words, and repaints nothing but frames`() throws {
    let (ran, project) = try added("{ preset: karaoke }")
    // Nobody sings in this song: its accompaniment is the song, whose soundtrack is there.
    #expect(ran.isSuperset(of: ["stems", "subtitles@karaoke", "film@karaoke"]))
    #expect(ran.allSatisfy { $0 == "stems" || $0.contains("@karaoke") })
    #expect(!ran.contains { $0.hasPrefix("keyframe") })
    #expect(project.exists("out/Test.karaoke.mp4"))
  }

  @Test func `what cannot be shown is said before anything is made`() throws {
    let project = try EditContractTests.built()
    func refused(_ output: String) throws -> String {
      try project.write(
        "voimo.yaml",
        EditContractTests.file.replacing(Self.outputs, with: "outputs: [film, \(output)]"))
      let outcome = try project.voimo("check")
      #expect(outcome.status == 2, "\(output): \(outcome.errors)")
      return outcome.errors
    }
    #expect(try refused("{ clip: chorous }").contains("chorus"))
    #expect(try refused("{ clip: \"0:25-0:30\" }").contains("clip"))
    #expect(try refused("{ preset: shorst }").contains("shorts"))
    #expect(try refused("{ preset: square, fps: 12 }").contains("fps"))
  }

  // MARK: - Pictures

  /// A picture with a bright square on a dark ground of a color.
  private func picture(_ red: UInt8, _ green: UInt8, _ blue: UInt8) throws -> Data {
    var picture = RGBPicture(width: 320, height: 240, red: red, green: green, blue: blue)
    for y in 90..<150 {
      for x in 130..<190 {
        for part in 0..<3 { picture.pixels[3 * (y * 320 + x) + part] = 230 }
      }
    }
    return Data(try PNGFile.encode(picture))
  }

  private func withPictures(_ yaml: String = EditContractTests.file) throws -> TestProject {
    let project = try TestProject([
      "voimo.yaml": yaml.replacing(
        "theme: quiet sea at dusk", with: "theme: quiet sea at dusk\nimages: photos/"),
      "words.lrc": EditContractTests.words,
    ])
    try FileManager.default.createDirectory(
      atPath: project.path("photos"), withIntermediateDirectories: true)
    let colors: [(UInt8, UInt8, UInt8)] = [(120, 20, 20), (20, 90, 20), (20, 20, 130)]
    for (index, color) in colors.enumerated() {
      try picture(color.0, color.1, color.2).write(
        to: URL(filePath: project.path("photos/\(index + 1).png")))
    }
    try project.write("photos/notes.txt", "not a picture")
    return project
  }

  @Test func `a film of pictures shows them, and one that is replaced remakes its shots alone`()
    throws
  {
    let project = try withPictures()
    let first = try project.build()
    // No prompt is written for what nobody paints.
    #expect(!first.contains { $0.hasPrefix("prompts") } && first.contains("depth/verse.1/00"))
    let film = try FilmFacts(project.path("out/Test.mp4"))
    #expect(film.frameCount == 19 * 6)
    #expect(try project.build() == [])
    try picture(130, 120, 20).write(to: URL(filePath: project.path("photos/2.png")))
    // The second of three pictures is shown by the second and the fifth shot.
    let shown = Self.steps(["keyframe", "depth", "segment"], ["verse.1/01", "outro.1/00"])
    #expect(try project.build() == shown.union(EditContractTests.pages))
    let why = try project.voimo("why", "keyframe/verse.1/01")
    #expect(why.status == 0, "\(why.errors)")
  }

  @Test
  func `another order, a focus and a picture for a section reach the shots that they are for`()
    throws
  {
    let project = try withPictures()
    _ = try project.build()
    try project.edit(
      "voimo.yaml", "chorus: { prompt: mountains at dawn }", "chorus: { image: photos/1.png }")
    let ran = try project.build()
    #expect(ran.isSuperset(of: ["segment/chorus.1/00", "film"]))
    #expect(!ran.contains("segment/verse.1/00") && !ran.contains("segment/verse.1/01"))
  }

  @Test func `a folder without pictures, and a file that is none, are named by check`() throws {
    let project = try withPictures()
    try project.edit("voimo.yaml", "images: photos/", "images: phtos/")
    let missing = try project.voimo("check")
    #expect(missing.status == 2 && missing.errors.contains("phtos/ names no picture"))
    try project.edit("voimo.yaml", "images: phtos/", "images: photos/")
    try project.write("photos/4.jpg", "<html>this is a page, not a photograph</html>")
    let broken = try project.voimo("check")
    #expect(broken.status == 2 && broken.errors.contains("4.jpg"), "\(broken.errors)")
  }

  @Test func `the camera moves through painted pictures too`() throws {
    let project = try EditContractTests.built()
    try project.edit("voimo.yaml", "theme: quiet", "animation: camera\ntheme: quiet")
    let ran = try project.build()
    // The painter tells the depth of its pictures.
    #expect(
      ran
        == Self.steps(
          ["segment"], EditContractTests.verse + Self.chorus + EditContractTests.outro
        )
        .union(["film"]))
    let film = try FilmFacts(project.path("out/Test.mp4"))
    #expect(film.frameCount == 19 * 6)
  }

  @Test func `init writes a project of pictures that builds`() throws {
    let project = try TestProject()
    try FileManager.default.createDirectory(
      atPath: project.path("photos"), withIntermediateDirectories: true)
    try picture(120, 20, 20).write(to: URL(filePath: project.path("photos/a.png")))
    let made = try project.voimo("init", "--images", "photos", "song.wav")
    #expect(made.status == 0 && made.errors.contains("1 picture"), "\(made.errors)")
    #expect(try project.read("voimo.yaml").contains("images: photos/"))
    #expect(try project.voimo("check").status == 0)
    let none = try project.voimo("init", "--force", "--images", "nothing/", "song.wav")
    #expect(none.status == 2 && none.errors.contains("names no picture"))
  }
}
