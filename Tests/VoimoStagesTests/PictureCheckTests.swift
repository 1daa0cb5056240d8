import Testing
import VoimoBase
import VoimoEngine
import VoimoMedia
import VoimoSignal
import VoimoStages

/// What a generator gives back is looked at before anything of it is kept.
@Suite struct PictureCheckTests {
  private let shot = Shot(
    section: SectionID(label: "verse", ordinal: 1), index: 0, start: 0, end: 24, visibleStart: 0,
    visibleEnd: 24)

  private func keyframe(
    identity: BackendIdentity = BackendIdentity(type: "server", behaviour: 1),
    _ make: @escaping @Sendable (ImageRequest, Work) async throws -> GeneratedImage
  ) async throws -> StepProduct {
    let bench = try StepBench()
    try bench.give(value: PromptSet(given: ["sea"]), as: "prompts")
    return try await bench.run(
      KeyframeStep(
        generator: FakeGenerator(
          identity: identity, readsParts: false, gives: [], misbehaves: make),
        prompts: .value(of: StepID("prompts/verse.1")), artist: "", negativePrompt: "",
        position: nil, seed: 7, size: PictureSize(width: 64, height: 36),
        context: KeyframeStep.PromptContext(theme: "", sectionSeed: 0, filmPart: .middle)),
      as: Keyframe.id(of: shot))
  }

  private func refusal(
    identity: BackendIdentity = BackendIdentity(type: "server", behaviour: 1),
    _ make: @escaping @Sendable (ImageRequest, Work) async throws -> GeneratedImage
  ) async -> String? {
    let error = await #expect(throws: BackendError.self) {
      try await keyframe(identity: identity, make)
    }
    guard case .wrongResult(let sentence) = error else { return nil }
    return sentence
  }

  @Test func `a picture of another size is not kept`() async {
    let sentence = await refusal { _, work in
      GeneratedImage(file: try FakeGenerator.picture(PictureSize(width: 32, height: 36), work))
    }
    #expect(
      sentence
        == "server has made a picture of 32×36 instead of 64×36; nothing of it is kept")
  }

  @Test(arguments: [0, 1, 128, 255] as [UInt8])
  func `a picture of one color is not kept`(level: UInt8) async {
    let sentence = await refusal { request, work in
      var picture = RGBPicture(
        width: request.size.width, height: request.size.height, red: level, green: level,
        blue: level)
      // What rounding leaves of one color is one color too.
      picture.pixels[30] = level == 255 ? 254 : level + 1
      try StepBench.write(PNGFile.encode(picture), to: work.path("a.png"))
      return GeneratedImage(file: work.path("a.png"))
    }
    #expect(sentence?.hasPrefix("server has made a picture of one color") == true)
  }

  @Test func `a dark picture with something in it is kept`() async throws {
    let product = try await keyframe { request, work in
      var picture = RGBPicture(width: request.size.width, height: request.size.height)
      picture.pixels[300] = 9
      try StepBench.write(PNGFile.encode(picture), to: work.path("a.png"))
      return GeneratedImage(file: work.path("a.png"))
    }
    #expect(!(try product.bytes(Keyframe.picture(of: shot)).isEmpty))
  }

  @Test(arguments: ["", "<html>not found</html>", "\u{89}PNG\r\n\u{1A}\n"])
  func `a file that is no picture is not kept`(text: String) async {
    let sentence = await refusal { _, work in
      try StepBench.write(text, to: work.path("a.png"))
      return GeneratedImage(file: work.path("a.png"))
    }
    #expect(sentence?.hasPrefix("server has made a file that is not a picture: ") == true)
  }

  @Test func `no file at all is told so`() async {
    let sentence = await refusal { _, work in GeneratedImage(file: work.path("nothing.png")) }
    #expect(
      sentence
        == "server has made a file that is not a picture: the file cannot be read; nothing of it is "
        + "kept")
  }

  private static let asked = BackendIdentity(
    type: "server", behaviour: 1,
    models: [ModelIdentity(name: "dream", sha256: "aa"), ModelIdentity(name: "dust")])

  @Test(arguments: [
    (ModelIdentity(name: "other"), "used other instead of dream aa, dust"),
    (ModelIdentity(name: "dream", sha256: "bb"), "used dream bb instead of dream aa, dust"),
  ])
  func `another model than the one asked for is told, and nothing is kept`(
    used: ModelIdentity, text: String
  ) async {
    let sentence = await refusal(identity: Self.asked) { request, work in
      GeneratedImage(
        file: try FakeGenerator.picture(request.size, work), used: UsedSettings(model: used))
    }
    #expect(sentence == "server has \(text); nothing of it is kept")
  }

  @Test(arguments: [
    ModelIdentity(name: "dream"), ModelIdentity(name: "dream.safetensors", sha256: "aa"),
    ModelIdentity(name: "dust", sha256: "cc"),
  ])
  func `a model is held to its hash where both sides tell one, else to its name`(
    used: ModelIdentity
  ) async throws {
    _ = try await keyframe(identity: Self.asked) { request, work in
      GeneratedImage(
        file: try FakeGenerator.picture(request.size, work), used: UsedSettings(model: used))
    }
  }

  @Test func `another seed than the one asked for is not kept`() async {
    let sentence = await refusal { request, work in
      GeneratedImage(
        file: try FakeGenerator.picture(request.size, work), used: UsedSettings(seed: 8))
    }
    #expect(sentence == "server has used seed 8 instead of 7; nothing of it is kept")
  }

  @Test func `an edited picture of another size is not kept`() async throws {
    let bench = try StepBench()
    try bench.give([], as: "picture")
    let step = UpscaledStep(
      editor: FakeEditor(excess: 2), picture: Keyframe.picture(of: shot),
      size: PictureSize(width: 64, height: 36))
    let error = await #expect(throws: BackendError.self) { try await bench.run(step) }
    #expect(
      error == .wrongResult("fake editor has made a picture of 66×36 instead of 64×36"))
    let good = UpscaledStep(editor: FakeEditor(), picture: step.picture, size: step.size)
    let product = try await bench.run(good, as: UpscaledStep.id(of: shot))
    let picture = try PNGFile.decode(
      product.bytes(UpscaledStep.picture(of: UpscaledStep.id(of: shot))))
    #expect(picture.width == 64 && picture.height == 36)
  }

  @Test func `depth is read of the picture`() async throws {
    let bench = try StepBench()
    try bench.give([1], as: "picture")
    let reader = FakeDepthReader()
    let product = try await bench.run(
      DepthStep(reader: reader, picture: Keyframe.picture(of: shot)))
    #expect(try product.text(DepthStep.depth(of: DepthStep.id(of: shot))) == "depth")
    #expect(reader.asked.requests.count == 1)
  }
}
