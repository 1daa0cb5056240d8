import Foundation
import Testing
import VoimoBase

@Suite struct TimedSectionTests {
  private let heard = [
    TimedSection(name: "verse", start: 0, end: 8.5, confidence: 0.75),
    TimedSection(name: "chorus", start: 8.5, end: 16, confidence: 0.5),
    TimedSection(name: "verse", start: 16, end: 24, confidence: 0.25),
  ]

  @Test func `sections are numbered by label in the song's order, and keep their times`() {
    let numbered = TimedSection.numbered(heard)
    #expect(numbered.map(\.name.description) == ["verse.1", "chorus.1", "verse.2"])
    #expect(numbered.map { $0.named($0.name.label) } == heard)
    #expect(TimedSection.numbered([]).isEmpty)
  }

  @Test func `a section is kept as it was kept before it had this type`() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let bytes = try encoder.encode(TimedSection.numbered(heard).last)
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == #"{"confidence":0.25,"end":24,"id":{"label":"verse","ordinal":2},"start":16}"#)
    #expect(
      try JSONDecoder().decode(TimedSection<SectionID>.self, from: bytes)
        == TimedSection.numbered(heard).last)
  }

  @Test func `what somebody declares is certain`() {
    #expect(TimedSection(name: "verse", start: 0, end: 1).confidence == 1)
  }
}
