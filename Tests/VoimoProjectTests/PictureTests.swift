import Testing
import VoimoBase
import VoimoProject

/// The user's own pictures, how they move, and shots by name.
@Suite struct PictureTests {
  @Test(arguments: [
    "images: photos/", "images: [photos/]", "images: { files: photos/ }",
    "images: { files: [photos/], order: name }", "images: [{ file: photos/ }]",
  ])
  func `pictures have short forms that say the same`(yaml: String) throws {
    let images = try #require(try project("audio: a.mp3\n\(yaml)").images)
    #expect(images.paths.map(\.path) == ["photos/"] && images.order == .name)
    #expect(images.paths[0].focus == nil && !images.paths[0].isPattern)
  }

  @Test func `a list keeps its order, points and places`() throws {
    let images = try #require(
      try project(
        """
        audio: a.mp3
        images: { files: [a.jpg, { file: "b*.jpg", focus: [0.25, 1] }], order: shuffle }
        """
      ).images)
    #expect(images.order == .shuffle)
    #expect(images.paths.map(\.path) == ["a.jpg", "b*.jpg"])
    #expect(images.paths[1].focus == Focus(x: 0.25, y: 1) && images.paths[1].isPattern)
    #expect(images.paths[1].span == SourceSpan(line: 2, column: 34, length: 8))
  }

  @Test func `pictures that cannot be meant are refused`() {
    check(
      """
      audio: a.mp3
      images:
        - 👉../tour/👈
        - 👉./👈
        - 👉photos/**/*.jpg👈
        - { file: c.jpg, focus: 👉[👈0.5] }
        - { file: c.jpg, focus: [👉30%👈, 1] }
        - { file: c.jpg, focus: 👉"0.5, 0.5"👈 }
        - 👉http://host/a.jpg👈
      """,
      says:
        "path-outside: images[0] '../tour/' must be a file in the project's folder | move it here, or give the whole path from / or ~/",
      "wrong-value: images[1] './' must be a picture, a folder or a pattern | \"*.jpg\" for the pictures next to voimo.yaml",
      "wrong-value: images[2] 'photos/**/*.jpg' holds **, and * already stands for any name | name each folder: [photos/, photos/old/]",
      "wrong-shape: images[3].focus takes 2 numbers, not 1",
      "wrong-value: images[4].focus[0] '30%' must be a number from 0 to 1",
      "wrong-shape: images[5].focus must be a list | [0.5, 0.5]",
      "wrong-value: images[6] 'http://host/a.jpg' is an address, not a file | copy the file next to voimo.yaml and write its name"
    )
  }

  @Test func `pictures elsewhere are used with a warning`() {
    let project = check(
      "audio: a.mp3\nimages: 👉~/Pictures/tour/👈",
      says:
        "warning outside-project: images: ~/Pictures/tour is outside the project; whoever clones the project will not have it | copy it next to voimo.yaml"
    )
    #expect(project?.images?.paths[0].path == "~/Pictures/tour/")
  }

  @Test func `all pictures are named with their fields`() throws {
    let project = try project(
      """
      audio: a.mp3
      images: [a.jpg, b/]
      sections: { chorus.2: { image: c.jpg }, "0:10-0:20": { image: [d.jpg, e.jpg] } }
      """)
    #expect(
      project.namedImages.map { "\($0.field) \($0.image.path)" } == [
        "images a.jpg", "images b/", "sections.chorus.2.image c.jpg",
        "sections.0:10-0:20.image d.jpg", "sections.0:10-0:20.image e.jpg",
      ])
  }

  @Test func `a shot is the most specific, then a time range`() throws {
    let project = try project(
      """
      audio: a.mp3
      animation: camera
      images: tour/
      sections:
        chorus.1/02: { prompt: + shot, image: shot.jpg }
        0:10-0:20: { prompt: range, animation: still, image: range.jpg }
        chorus.1: { prompt: section, image: { file: section.jpg, focus: [0, 0] } }
        chorus: { animation: painter, take: 2 }
      """)
    func look(_ label: String, _ time: Seconds, _ shot: Int?) -> ResolvedLook {
      project.look(of: SectionID(label: label, ordinal: 1), at: time, shot: shot)
    }
    let shot = look("chorus", 12, 2)
    #expect(shot.prompt == .replace("range, shot") && shot.shot == "chorus.1/02")
    #expect(shot.image?.paths[0].path == "shot.jpg" && shot.range == "0:10-0:20")
    #expect(shot.animation == .still && shot.take == 2)
    let other = look("chorus", 12, 1)
    #expect(other.image?.paths[0].path == "range.jpg" && other.shot == nil)
    #expect(look("chorus", 30, nil).image?.paths[0].focus == Focus(x: 0, y: 0))
    #expect(look("chorus", 30, nil).animation == .painter)
    // The file's pictures are for all shots together, and no section's own.
    #expect(look("verse", 30, 0).image == nil && look("verse", 30, 0).animation == .camera)
  }

  @Test(arguments: [
    ("chorus.1/2", "chorus.1/02"), ("chorus.1/002", "chorus.1/02"), ("Chorus 1/3", "chorus.1/03"),
    ("chorus.1/02b", "chorus.1/02"), ("chorus/02", nil), ("chorus.1/x", nil), ("chorus.1/", nil),
    ("chorus.1/02/3", nil), ("chorus.1/-1", nil),
  ])
  func `a shot has one name`(key: String, repaired: String?) {
    #expect(SectionSelector(key) == nil)
    let hint =
      repaired.map { "did you mean '\($0)'?" }
      ?? "chorus (every one), chorus.2 (the second), chorus.2/03 (a shot) or \"1:48-2:04\""
    check(
      "audio: a.mp3\nsections: { 👉\(key)👈: { take: 2 } }",
      says: "not-a-section: sections: '\(key)' is neither a section nor a time range | \(hint)")
  }

  @Test func `shots are numbered as steps are`() {
    let id = SectionID(label: "pre-chorus", ordinal: 12)
    #expect(SectionSelector("pre-chorus.12/00") == .shot(id, 0))
    #expect(SectionSelector("pre-chorus.12/99") == .shot(id, 99))
    #expect(SectionSelector("pre-chorus.12/100") == .shot(id, 100))
    #expect(SectionSelector("pre-chorus.12/0100") == nil)
  }

  @Test func `a shot of a section that the song does not have is near another`() throws {
    let project = try project(
      "audio: a.mp3\nsections: { chrous.1/00: { take: 2 }, verse.2/00: { take: 2 } }")
    let song = [
      TimedSection(name: SectionID(label: "verse", ordinal: 1), start: 0, end: 10),
      TimedSection(name: SectionID(label: "chorus", ordinal: 1), start: 10, end: 20),
    ]
    #expect(
      project.unmatchedOverrides(sections: song).map(line) == [
        "unknown-section: sections.chrous.1/00: this song has no section 'chrous'. Sections: verse, chorus | did you mean 'chorus.1/00'?",
        "ordinal-too-high: sections.verse.2/00: only 1 section 'verse' (0:00) | the last is 'verse.1'",
      ])
  }

  @Test func `ways of moving that are planned say so`() {
    check(
      "audio: a.mp3\nanimation: 👉feedback👈\nsections: { verse: { animation: 👉camra👈 } }",
      says:
        "not-built-yet: animation 'feedback' is not built yet | camera moves through any picture",
      "wrong-value: sections.verse.animation 'camra' must be one of auto, painter, camera, still | did you mean 'camera'?"
    )
  }

  @Test func `a profile changes the order, or the pictures`() throws {
    let file = """
      audio: a.mp3
      images: [a.jpg, b.jpg]
      sections: { chorus: { image: c.jpg } }
      profiles:
        mixed: { images: { order: shuffle } }
        other: { images: d/, sections: { chorus: { image: { focus: [0, 1] } } } }
      """
    let mixed = try project(file, profile: "mixed")
    #expect(mixed.images?.order == .shuffle && mixed.images?.paths.count == 2)
    let other = try project(file, profile: "other")
    #expect(other.images?.paths.map(\.path) == ["d/"] && other.images?.order == .name)
    #expect(other.sections[0].image?.paths[0].path == "c.jpg")
    #expect(other.sections[0].image?.paths[0].focus == Focus(x: 0, y: 1))
  }
}
