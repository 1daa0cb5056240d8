import Testing
import VoimoBase
import VoimoProject
import VoimoStages

/// What a song's length and sections show to be wrong in a project.
@Suite struct SongProblemTests {
  private func project(_ yaml: String) throws -> Project {
    try LoweringBench.recipe(yaml).project
  }

  /// Severity, kind and line of every problem, for a song of so many seconds.
  private func problems(_ yaml: String, _ duration: Seconds = 60) throws -> [String] {
    try project(yaml).problems(withDuration: duration).map {
      "\($0.severity) \($0.message.id) \($0.span?.line ?? 0)"
    }
  }

  @Test(arguments: [
    ("crop: { start: 10, end: 20 }", []), ("crop: { end: 60 }", []),
    // A tenth of a second is let pass: headers are not exact.
    ("crop: { end: 60.1 }", []), ("crop: { end: 60.2 }", ["error crop-past-end 2"]),
    ("crop: { start: 60 }", ["error crop-past-end 2"]),
    ("crop: 0:10-1:30", ["error crop-past-end 2"]),
    ("crop: { start: 59.99 }", ["error empty-crop 2"]),
    // Snapping may still find room before the end.
    ("crop: { start: 59.99, snap: bar }", []),
  ])
  func `a crop has to lie in the song and leave a frame`(yaml: String, said: [String]) throws {
    #expect(try problems(yaml) == said)
  }

  @Test(arguments: [
    ("0:10-0:20", []), ("0:50-1:00", []),
    ("1:00-1:10", ["error range-outside 2"]), ("0:50-1:10", ["warning range-past-end 2"]),
    ("0:10-0:10.01", ["warning range-too-short 2"]),
  ])
  func `a time range has to meet the song and be a frame long`(range: String, said: [String])
    throws
  {
    #expect(try problems("sections: { \"\(range)\": { take: 2 } }") == said)
  }

  @Test func `a time range outside the crop is told`() throws {
    let range = "\nsections: { \"0:10-0:20\": { take: 2 } }"
    #expect(try problems("crop: { start: 20 }" + range) == ["warning range-not-shown 3"])
    #expect(try problems("crop: { end: 10 }" + range) == ["warning range-not-shown 3"])
    #expect(try problems("crop: { start: 19, end: 30 }" + range) == [])
    // Where the crop moves to a bar, that is known only later.
    #expect(try problems("crop: { start: 20, snap: bar }" + range) == [])
  }

  @Test func `declared sections behind the song's end are errors at their places`() throws {
    let yaml = """
      structure:
        - { label: verse, start: 0 }
        - { label: chorus, start: 60 }
        - { label: outro, start: 70 }
      """
    #expect(try problems(yaml) == ["error section-past-end 4", "error section-past-end 5"])
    #expect(try problems(yaml, 65) == ["error section-past-end 5"])
  }

  @Test func `overrides are compared with the song's sections, after its length`() throws {
    let project = try project(
      "crop: { end: 30 }\nsections: { chorus.2: { take: 2 }, x: { take: 2 } }")
    func ids(_ guessable: Set<String>?) -> [String] {
      project.problems(withSections: FakeSong.structure.sections, guessable: guessable).map {
        "\($0.severity) \($0.message.id)"
      }
    }
    // The song has sixteen seconds.
    #expect(ids(nil) == ["error crop-past-end", "error ordinal-too-high", "error unknown-section"])
    #expect(
      ids(["chorus", "x"])
        == ["error crop-past-end", "warning ordinal-too-high", "warning section-not-heard"])
    #expect(project.problems(withSections: [], guessable: nil).isEmpty)
  }
}
