import Testing
import VoimoBase
import VoimoProject

@Suite struct StructureFileTests {
  private func base() throws -> Project {
    try project("audio: a.mp3\nstructure: parts/structure.yaml")
  }

  /// Reads a file of sections and compares what is said, with its places.
  private func check(
    _ text: String, says said: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let (project, diagnostics) = try base().declaring(
      sectionsOf: SourceText(name: "parts/structure.yaml", text: text))
    #expect(
      diagnostics.map { diagnostic in
        (diagnostic.span.map { "\($0.line):\($0.column)+\($0.length) " } ?? "") + line(diagnostic)
      } == said, sourceLocation: sourceLocation)
    #expect(diagnostics.allSatisfy { $0.file == "parts/structure.yaml" })
    #expect((project == nil) == !said.isEmpty, sourceLocation: sourceLocation)
  }

  @Test func `structure is a list or the name of a file`() throws {
    let project = try base()
    #expect(project.structurePath == "parts/structure.yaml")
    #expect(project.structure == nil)
    #expect(project.span(of: "structure") == SourceSpan(line: 2, column: 12, length: 20))
    let declared = try self.project("audio: a.mp3\nstructure: [{ label: a, start: 0 }]")
    #expect(declared.structurePath == nil)
    #expect(declared.structure?.first?.file == "voimo.yaml")
  }

  @Test func `a profile may name another file, or declare sections itself`() throws {
    let yaml = """
      audio: a.mp3
      structure: structure.yaml
      profiles:
        other: { structure: other.yaml }
        own: { structure: [{ label: a, start: 0 }] }
      """
    #expect(try project(yaml, profile: nil).structurePath == "structure.yaml")
    #expect(try project(yaml, profile: "other").structurePath == "other.yaml")
    let own = try project(yaml, profile: "own")
    #expect(own.structurePath == nil && own.structure?.count == 1)
  }

  @Test func `names of files are looked at as others are`() {
    VoimoProjectTests.check(
      "audio: a.mp3\nstructure: 👉../s.yaml👈",
      says:
        "path-outside: structure '../s.yaml' must be a file in the project's folder | move it here, or give the whole path from / or ~/"
    )
    VoimoProjectTests.check(
      "audio: a.mp3\nstructure: 👉/s.yaml👈",
      says:
        "warning outside-project: structure: /s.yaml is outside the project; whoever clones the project will not have it | copy it next to voimo.yaml"
    )
    VoimoProjectTests.check(
      "audio: a.mp3\nstructure: { 👉label👈: a }",
      says: "wrong-shape: structure must be a list | - …")
  }

  @Test func `a file of sections becomes sections with places in it`() throws {
    let text = "# mine\n- { label: intro, start: 0 }\n- label: my-part\n  start: \"0:12.345\"\n"
    let (read, said) = try base().declaring(
      sectionsOf: SourceText(name: "parts/structure.yaml", text: text))
    #expect(said == [])
    let sections = try #require(read?.structure)
    #expect(sections.map(\.label) == ["intro", "my-part"])
    #expect(sections.map(\.start) == [0, 12.345])
    #expect(sections[1].file == "parts/structure.yaml")
    #expect(sections[1].span == SourceSpan(line: 3, column: 10, length: 7))
  }

  @Test func `mistakes in it point into it`() throws {
    try check(
      "- { label: Chorus, strat: 0 }\n- { label: verse, start: 1:75 }\n",
      says: "1:5+5 missing-field: structure[0].start is missing",
      "1:12+6 wrong-value: structure[0].label 'Chorus' must be a label: small letters, digits and - | did you mean 'chorus'?",
      "1:20+5 unknown-field: structure[0].strat is not a field | did you mean 'start'? (custom keys: prefix with x-)",
      "2:26+4 wrong-value: structure[1].start '1:75' must be a time of the song | 72.5, 1:12.5 or 1:02:03"
    )
    try check(
      "- { label: a, start: 2 }\n- { label: b, start: 1 }\n",
      says:
        "2:22+1 structure-order: structure: b at 0:01 does not begin after 0:02, where the section before it does | put sections in the order of the song"
    )
    try check(
      "- { label: a, start: 0 \n",
      says:
        "1:3+1 invalid-yaml: the bracket that begins here is not closed, or a comma is missing in it | [a, b] and { key: value }"
    )
  }

  @Test func `a file that holds no sections says what it should hold`() throws {
    try check(
      "", says: "empty-file: the file does not declare a section | - { label: intro, start: 0 }")
    try check(
      "# all gone\n",
      says: "empty-file: the file does not declare a section | - { label: intro, start: 0 }")
    try check(
      "structure: []\n",
      says:
        "1:1+9 wrong-shape: the file must hold a list of sections | - { label: intro, start: 0 }")
    try check("[]", says: "1:1+1 wrong-shape: structure is empty; it takes 1 to 2000 sections")
    let many = (0...2000).map { "- {label: a, start: \($0)}\n" }.joined()
    try check(
      many, says: "1:1+1 wrong-shape: structure has 2001 sections; it takes at most 2000")
    try check(
      "#" + String(repeating: "x", count: FileLimits.bytes),
      says:
        "file-too-large: the file has 1048577 bytes; at most 1048576 (1 MiB) are read | lyrics and treatments belong in their own files"
    )
  }

  @Test func `what is written reads back, and says what was heard`() throws {
    let sections = [
      TimedSection(
        name: SectionID(label: "intro", ordinal: 1), start: 0, end: 12.3456789, confidence: 0.815),
      TimedSection(
        name: SectionID(label: "null", ordinal: 1), start: 12.3456789, end: 75.25),
      TimedSection(
        name: SectionID(label: "pre-chorus", ordinal: 2), start: 75.25, end: 80, confidence: 0),
    ]
    // The ninth bar is a moment early, and the second section's own.
    let bars: [Seconds] = [0, 1.5, 3, 4.5, 6, 7.5, 9, 10.5, 12.3]
    let text = StructureText(sections: sections, bars: bars, precision: .milliseconds).text
    let body = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(
      body == [
        "- { label: intro,      start: \"0:00.000\" }  # intro.1: 8 bars, 12.3 s, 82 % sure",
        "- { label: \"null\",     start: \"0:12.346\" }  # null.1: 1 bar, 62.9 s, 100 % sure",
        "- { label: pre-chorus, start: \"1:15.250\" }  # pre-chorus.2: 0 bars, 4.8 s, 0 % sure",
      ])
    let unheard = StructureText(sections: sections, bars: [], precision: .milliseconds).text
    #expect(unheard.contains("# intro.1: 12.3 s, 82 % sure"))
    #expect(text.hasPrefix("# ") && text.contains("the song's end at 1:20."))
    let starts = try StructureText.Precision.allCases.map { precision in
      let text = StructureText(sections: sections, bars: bars, precision: precision).text
      let (read, said) = try base().declaring(
        sectionsOf: SourceText(name: "structure.yaml", text: text))
      #expect(said == [])
      #expect(read?.structure?.map(\.label) == ["intro", "null", "pre-chorus"])
      return try #require(read?.structure).map(\.start.value)
    }
    #expect(starts == [[0, 12.346, 75.25], [0, 12.345679, 75.25], [0, 12.3456789, 75.25]])
  }

  private func project(_ yaml: String, profile: String? = nil) throws -> Project {
    try VoimoProjectTests.project(yaml, profile: profile)
  }

  @Test func `a merge conflict is called one, as in the project file`() throws {
    try check(
      "- { label: a, start: 0 }\n<<<<<<< HEAD\n- { label: b, start: 1 }\n=======\n"
        + "- { label: c, start: 1 }\n>>>>>>> other\n",
      says:
        "2:1+7 merge-conflict: an unresolved merge conflict begins here | keep one side, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>"
    )
  }

  @Test func `a sign that YAML takes away from a label is told, and stops nothing`() throws {
    let (project, said) = try base().declaring(
      sectionsOf: SourceText(name: "s.yaml", text: "- { label: &a intro, start: 0 }\n"))
    #expect(project?.structure?.map(\.label) == ["intro"])
    #expect(said.map(line).count == 1 && line(said[0]).hasPrefix("warning not-part-of-text: '&a'"))
    #expect(said[0].span == SourceSpan(line: 1, column: 12, length: 2))
  }
}
