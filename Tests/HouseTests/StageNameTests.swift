import Testing

/// The names of stages stand in their registry; whoever means a step asks its type.
@Suite struct StageNameTests {
  /// A string in the sources that is a stage's name, or begins as a step's.
  private struct Literal {
    var file: Repository.File
    var line: Int
    /// `segment`.
    var stage: String
    /// The code before it in its line, without blanks at the end.
    var before: Substring
    var text: Substring
  }

  private static let registry = "Sources/VoimoStages/StageRegistry.swift"

  /// Every stage's name, as the registry has it.
  private static let stages: Set<String> = {
    let text = Repository.here.files.first { $0.path == registry }?.text ?? ""
    return Set(text.matches(of: /name: "([a-z-]+)", version:/).map { String($0.1) })
  }()

  /// Names of stages that are fields of `voimo.yaml` too.
  private static let fields: Set<String> = [
    "audio", "lyrics", "sections", "shots", "structure", "subtitles",
  ]

  /// Words that are not a stage's alone: what work is counted in, the ending of a file.
  private static let otherWords: Set = ["frames", "gif"]

  /// What a film without a name is called.
  private static let titles = "Sources/VoimoStages/Lowering/FilmRecipe.swift"

  private static func literals(in file: Repository.File) -> [Literal] {
    SourceViews.lines(of: file, .codeAndStrings).enumerated().flatMap { number, line in
      line.matches(of: /"([a-z-]+)(\/[^"]*)?"/).compactMap { match -> Literal? in
        guard stages.subtracting(otherWords).contains(String(match.1)) else { return nil }
        let before = line[..<match.range.lowerBound]
        let end = before.lastIndex { $0 != " " }.map(before.index(after:)) ?? before.startIndex
        return Literal(
          file: file, line: number + 1, stage: String(match.1), before: before[..<end],
          text: match.0)
      }
    }
  }

  private static let all = Repository.here.swiftFiles(in: "Sources")
    .filter { $0.path != registry }.flatMap(literals(in:))

  private static func finding(_ literal: Literal) -> String {
    "\(literal.file.path):\(literal.line): \(literal.before)\(literal.text)"
  }

  @Test func `the registry can be read`() {
    #expect(Self.stages.isSuperset(of: ["audio", "keyframe", "contact-sheet"]))
    #expect(Self.all.contains { $0.stage == "structure" && $0.before.hasSuffix("StepInput(") })
  }

  @Test func `no step, output or target is made of a stage's spelled name`() {
    let makers = ["StepID(", "StepOutput(", "Target(", "kind ==", "kind !=", "case", "stage("]
    check(
      "ask the type of step: KeyframeStep.id(of: shot), FeaturesStep.beats",
      Self.all.filter { literal in makers.contains(where: literal.before.hasSuffix) }
        .map(Self.finding))
  }

  /// In its own file a step names its outputs; what it reads has names that are the step's own.
  @Test func `stages are not spelled where steps are made, run and shown`() {
    let modules: Set = [
      "VoimoEngine", "VoimoStore", "VoimoStages", "VoimoBackends", "VoimoTerminal", "voimo",
    ]
    let findings = Self.all.filter { literal in
      guard modules.contains(literal.file.module ?? "") else { return false }
      if literal.file.path == Self.titles && literal.text == "\"film\"" { return false }
      if literal.before.hasSuffix("StepInput(") { return false }
      let ownStage = literal.file.text?.contains("StageRegistry.\(literal.stage).kind") ?? false
      return !ownStage
    }
    check("a stage's name stands in StageRegistry alone", findings.map(Self.finding))
  }

  /// `Why` speaks of the names of fields and inputs in manifests.
  @Test func `the session spells fields of the project alone`() {
    let findings = Self.all.filter { literal in
      literal.file.module == "VoimoKit" && !literal.file.path.contains("/Why/")
        && !Self.fields.contains(literal.stage)
    }
    check("a stage's name stands in StageRegistry alone", findings.map(Self.finding))
  }
}
