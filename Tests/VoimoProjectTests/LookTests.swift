import Testing
import VoimoBase
import VoimoProject

@Suite struct LookTests {
  private let lines = [
    "chorus: { prompt: label, theme: label, artist: label, seed: 1, motion: { zoom: 1.5 } }",
    "chorus.2: { prompt: one, theme: one, seed: 2 }", "0:30-0:40: { prompt: time, take: 3 }",
    "verse: { prompt: + wet }",
  ]

  private func look(_ lines: [String], _ label: String, _ ordinal: Int, _ start: Seconds) throws
    -> ResolvedLook
  {
    let file = "audio: a.mp3\ntheme: file\nprompt: all\nmotion: { beat: 0.9 }\nsections:\n"
    return try project(file + lines.map { "  \($0)\n" }.joined()).look(
      of: SectionID(label: label, ordinal: ordinal), at: start + 2)
  }

  @Test(arguments: [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]])
  func `the more specific wins in any order`(order: [Int]) throws {
    let lines = order.map { self.lines[$0] }
    let intro = try look(lines, "intro", 1, 0)
    #expect(intro.prompt == .replace("all"))
    #expect(intro.theme == "file")
    #expect(intro.take == 1)
    #expect(intro.seed == nil)
    let first = try look(lines, "chorus", 1, 10)
    #expect(first.prompt == .replace("label"))
    #expect(first.seed == 1)
    let second = try look(lines, "chorus", 2, 20)
    #expect(second.prompt == .replace("one"))
    #expect(second.artist == "label")
    #expect(second.motion.zoom == 1.5)
    #expect(second.motion.beat == 0.9)
    let timed = try look(lines, "chorus", 2, 29)
    #expect(timed.prompt == .replace("time"))
    #expect(timed.theme == "one")
    #expect(timed.take == 3)
    #expect(timed.range == "0:30-0:40" && second.range == nil)
    #expect(try look(lines, "verse", 1, 0).prompt == .replace("all, wet"))
    #expect(try look(lines, "verse", 1, 38.1).prompt == .replace("all, wet"))
  }

  @Test func `added words join what is less specific`() {
    #expect(PromptOverride.add("b").over(nil) == .add("b"))
    #expect(PromptOverride.add("b").over(.add("a")) == .add("a, b"))
    #expect(PromptOverride.add("c").over(.travel(["a", "b"])) == .travel(["a, c", "b, c"]))
    #expect(PromptOverride.replace("b").over(.add("a")) == .replace("b"))
  }

  @Test func `a preset starts afresh, numbers adjust`() throws {
    let project = try project(
      "audio: a.mp3\nmotion: { preset: spin, zoom: 2 }\nsections: { a: { motion: hold }, b: { motion: { rotate: 1 } } }"
    )
    let held = project.look(of: SectionID(label: "a", ordinal: 1), at: 0.5)
    #expect(held.motion == MotionPreset.hold.rates)
    let turned = project.look(of: SectionID(label: "b", ordinal: 1), at: 0.5)
    #expect(turned.motion.rotate == 1)
    #expect(turned.motion.zoom == 2)
  }

  @Test func `shots are cut where ranges begin and end`() throws {
    let project = try project(
      "audio: a.mp3\nsections: { 0:40-1:00: {theme: x}, 0:30-0:40: {theme: y}, chorus: {theme: z} }"
    )
    #expect(project.overrideTimes == [30, 40, 60])
  }

  @Test func `keys that choose nothing in the song are listed with what there is`() throws {
    let project = try project(
      """
      audio: a.mp3
      sections:
        chrous: { theme: x }
        vers.2: { theme: x }
        chorus.4: { theme: x }
        chorus.3: { theme: x }
        5:00-6:00: { theme: x }
        bridge: { theme: x }
      """)
    let song = TimedSection.numbered([
      TimedSection(name: "intro", start: 0, end: 10),
      TimedSection(name: "verse", start: 10, end: 48),
      TimedSection(name: "chorus", start: 48, end: 80),
      TimedSection(name: "verse", start: 80, end: 92),
      TimedSection(name: "chorus", start: 92, end: 140),
      TimedSection(name: "chorus", start: 140, end: 200),
    ])
    let there = "Sections: intro, verse.1, verse.2, chorus.1–3"
    #expect(
      project.unmatchedOverrides(sections: song).map(line) == [
        "unknown-section: sections.chrous: this song has no section 'chrous'. \(there) | did you mean 'chorus'?",
        "unknown-section: sections.vers.2: this song has no section 'vers'. \(there) | did you mean 'verse.2'?",
        "ordinal-too-high: sections.chorus.4: only 3 sections 'chorus' (0:48, 1:32, 2:20) | the last is 'chorus.3'",
        "unknown-section: sections.bridge: this song has no section 'bridge'. \(there)",
      ])
    #expect(project.unmatchedOverrides(sections: song)[0].span?.line == 3)
  }
}
