import Testing
import VoimoBackends
import VoimoPaint
import VoimoStages

/// How written prompts reach the painter, and what it says about them.
@Suite struct PainterReadingTests {
  private func request(
    _ label: String = "verse", theme: String, given: [String]? = nil, adding: String? = nil,
    lyrics: [String] = [], artist: String = "", seed: UInt64 = 1
  ) async throws -> ImageRequest {
    let written = try await TemplateWriter().write(
      PromptRequest(label: label, theme: theme, lyrics: lyrics), Work(folder: "/"))
    let set = given.map { PromptSet(given: $0) } ?? PromptSet(written, adding: adding)
    return ImageRequest(
      prompt: set.prompt(at: 0), negativePrompt: "", seed: seed,
      size: PictureSize(width: 64, height: 36),
      parts: PromptParts(
        own: set.own(at: 0), theme: theme, artist: artist, images: set.images, sectionSeed: 5,
        filmPart: .middle))
  }

  private func reading(_ request: ImageRequest) -> PictureReading {
    BuiltinPainter().reading(of: request) ?? PictureReading(summary: "")
  }

  @Test(arguments: [
    "intro", "verse", "pre-chorus", "chorus", "bridge", "inst", "solo", "break", "outro",
  ])
  func `a section's mood is never read as content`(_ label: String) async throws {
    for theme in [
      "a red car", "a forest fire", "children in a wheat field", "cat on a piano", "zxqv", "",
    ] {
      let own = reading(try await request("own", theme: theme)).summary
      #expect(reading(try await request(label, theme: theme)).summary == own, "\(label), \(theme)")
    }
  }

  @Test func `lyric words add one thing at most and decide nothing else`() async throws {
    let words = ["Burning red mountains at midnight", "rain on the boat, burning burning"]
    let plain = reading(try await request(theme: "a quiet sea by day"))
    let sung = reading(try await request(theme: "a quiet sea by day", lyrics: words))
    #expect(
      sung.parts.filter { $0.name != "subject" } == plain.parts.filter { $0.name != "subject" })
    #expect(sung.parts.count <= plain.parts.count + 1)
  }

  @Test func `all shots of a section have one place, hour, weather and palette`() async throws {
    var scenes: Set<String> = []
    for seed in 1...16 as ClosedRange<UInt64> {
      scenes.insert(reading(try await request(theme: "a harbour in autumn", seed: seed)).summary)
    }
    #expect(scenes.count == 1, "\(scenes)")
  }

  @Test func `a section's own words go before the theme, added words too`() async throws {
    let own = "a forest in the rain"
    let theme = "the sea by day"
    for wanted in [
      try await request(theme: theme, given: [own]), try await request(theme: theme, adding: own),
      try await request(theme: theme, given: [own, "the sea"]),
    ] {
      let text = reading(wanted).summary
      #expect(text.hasPrefix("forest by day · rain"), "\(text)")
    }
  }

  @Test func `the keyframe says what show says`() async throws {
    let wanted = try await request(theme: "cat on a piano", artist: "Jane Q. Nobody")
    let folder = try TemporaryFolder()
    let image = try await BuiltinPainter().image(wanted, Work(folder: folder.path))
    let told = try #require(image.reading)
    #expect(told == reading(wanted))
    #expect(told.cannotShow == ["cat", "piano"])
    #expect(told.unknown == ["Jane Q. Nobody"])
    #expect(told.standIn == "a room at night")
  }

  @Test func `doubts are told where the words stand`() {
    #expect(PromptDoubts.theme("wide sea under a full moon") == nil)
    #expect(
      PromptDoubts.theme("cat on a piano")
        == "the painter cannot show: cat, piano; it will show a room at night")
    #expect(
      PromptDoubts.theme("two lovers in a Kirmesbude")?.contains("does not know: Kirmesbude")
        == true)
    // What the theme can't show is told at the theme alone.
    #expect(PromptDoubts.prompt("rain", theme: "cat on a piano") == nil)
    #expect(
      PromptDoubts.prompt("a horse", theme: "the sea")
        == "the painter cannot show: horse; it will show the sea"
        || PromptDoubts.prompt("a horse", theme: "the sea")?.hasPrefix(
          "the painter cannot show: horse") == true
    )
    #expect(PromptDoubts.artist("Moebius, ink line") == nil)
    #expect(
      PromptDoubts.artist("Jane Q. Nobody")
        == "the painter does not know the style of: Jane Q. Nobody")
  }
}
