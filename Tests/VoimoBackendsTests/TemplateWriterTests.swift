import Testing
import VoimoBackends
import VoimoBase
import VoimoStages

@Suite struct TemplateWriterTests {
  private func prompts(
    _ override: PromptRequest.Override = .none, theme: String = "sea at dusk",
    lyrics: [String] = []
  ) async throws -> [String] {
    try await TemplateWriter().write(
      PromptRequest(
        section: SectionID(label: "chorus", ordinal: 1), theme: theme, artist: "ink",
        negativePrompt: "text", override: override, lyrics: lyrics)
    ).prompts
  }

  @Test func `theme, images in the words and the section's mood make the prompt`() async throws {
    #expect(
      try await prompts(lyrics: ["Carry my light over dark water", "Carry my name"])
        == ["sea at dusk, carry, light, dark, water, name, bright and wide"])
  }

  @Test func `an override stands in its place, travels, or follows`() async throws {
    #expect(try await prompts(.replace("a tunnel")) == ["a tunnel"])
    #expect(try await prompts(.travel(["a", "b"])) == ["a", "b"])
    #expect(try await prompts(.add("with birds")) == ["sea at dusk, bright and wide, with birds"])
  }

  @Test func `without words or theme there is still a prompt`() async throws {
    #expect(try await prompts(theme: "") == ["bright and wide"])
  }

  @Test func `words that show nothing are left out`() {
    #expect(
      ImageWords.find(in: ["I don't know what you're thinking of the lanterns"], atMost: 9)
        == ["thinking", "lanterns"])
  }

  @Test func `back ends have unique names within their port, and sentences`() {
    let names = BackendRegistry.all.map { "\($0.port) \($0.identity.name)" }
    #expect(Set(names).count == names.count)
    #expect(BackendRegistry.all.allSatisfy { $0.summary.hasSuffix(".") })
    #expect(Set(BackendRegistry.all.map(\.port)) == Set(Backend.Port.allCases))
  }
}
