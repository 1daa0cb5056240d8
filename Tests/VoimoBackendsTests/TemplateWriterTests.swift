import Testing
import VoimoBackends
import VoimoBase
import VoimoProject
import VoimoStages

@Suite struct TemplateWriterTests {
  private func prompt(
    theme: String = "sea at dusk", lyrics: [String] = []
  ) async throws -> String {
    try await TemplateWriter().write(
      PromptRequest(label: "chorus", theme: theme, lyrics: lyrics), Work(folder: "/")
    ).text
  }

  @Test func `theme, images in the words and the section's mood make the prompt`() async throws {
    #expect(
      try await prompt(lyrics: ["Carry my light over dark water", "Carry my name"])
        == "sea at dusk, carry, light, dark, water, name, bright and wide")
  }

  @Test func `without words or theme there is still a prompt`() async throws {
    #expect(try await prompt(theme: "") == "bright and wide")
  }

  @Test func `words that show nothing are left out`() {
    #expect(
      ImageWords.find(in: ["I don't know what you're thinking of the lanterns"], atMost: 9)
        == ["thinking", "lanterns"])
  }

  @Test func `what is chosen is taken, and what is not is built in`() throws {
    func animator(_ yaml: String) throws -> String? {
      let (project, problems) = Project.parse(
        SourceText(name: "voimo.yaml", text: "audio: a.mp3\n" + yaml), profile: nil)
      let known = try #require(project, "\(problems)")
      return try BackendRegistry.standard.backends(for: known).ownAnimator?.backend.identity.type
    }
    #expect(try animator("") == "painter")
    #expect(try animator("backends: { animate: painter }") == "painter")
    // The camera then moves through painted pictures too.
    #expect(try animator("backends: { animate: camera }") == nil)
  }

  @Test func `back ends of a port have unique names, and sentences`() {
    let rows = BackendRegistry.standard.rows
    let names = rows.map { "\($0.port.rawValue) \($0.type)" }
    #expect(Set(names).count == names.count)
    #expect(rows.allSatisfy { $0.summary.hasSuffix(".") && $0.type == $0.identity().type })
    // What only models do has no row yet.
    #expect(
      Set(BackendPort.allCases).subtracting(rows.map(\.port)) == [.style])
  }
}
