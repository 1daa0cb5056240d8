import Testing
import VoimoBase
import VoimoProject
import VoimoStages

@Suite struct StructureTests {
  @Test func `declared sections tile the song from its first sample to its last`() {
    let declared: [(String, Seconds)] = [
      ("chorus", 40), ("verse", 12), ("chorus", 70), ("outro", 500),
    ]
    let structure = StructureStep.tile(
      declared.map { label, start in
        DeclaredSection(
          label: label, start: start, file: "voimo.yaml", span: SourceSpan(line: 1, column: 1))
      }, to: 100)
    #expect(structure.sections.map(\.name.description) == ["verse.1", "chorus.1", "chorus.2"])
    #expect(structure.sections.map(\.start.value) == [0, 40, 70])
    #expect(structure.sections.map(\.end.value) == [40, 70, 100])
  }

  @Test func `the prompts of a section that travels are taken by place`() {
    let set = PromptSet(given: ["a", "b", "c"])
    #expect(
      [0, 0.2, 0.5, 0.9, 1, 7, -1].map { set.prompt(at: $0) } == [
        "a", "a", "b", "c", "c", "c", "a",
      ])
  }

  @Test func `stages have unique names and sentences`() {
    let names = StageRegistry.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(StageRegistry.all.allSatisfy { $0.summary.hasSuffix(".") && $0.version > 0 })
    for stage in StageRegistry.all {
      let known = Set(names + ["source", "source/lyrics"])
      #expect(known.isSuperset(of: stage.madeFrom), "\(stage.name)")
    }
  }
}
