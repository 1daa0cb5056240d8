import Testing
import VoimoBase
import VoimoProject

/// Changing one field of the machine's own file, all other bytes kept.
@Suite struct MachineEditTests {
  private func set(_ path: String, _ value: String, in text: String) throws -> String {
    try MachineConfig.setting(path, to: value, in: SourceText(name: "config.yaml", text: text))
  }

  private func unset(_ path: String, in text: String) throws -> String {
    try MachineConfig.removing(path, in: SourceText(name: "config.yaml", text: text))
  }

  private func refusal(_ body: () throws -> String) -> [String] {
    #expect(throws: ProjectProblems.self) { try body() }?.diagnostics.map(line) ?? []
  }

  @Test func `an empty file gets its first lines`() throws {
    #expect(try set("python", "~/venv", in: "") == "python: ~/venv\n")
    #expect(
      try set("backends.image.url", "http://gpu1:7860", in: "# mine\n")
        == "# mine\nbackends:\n  image: { url: \"http://gpu1:7860\" }\n")
    #expect(try set("slots.cuda:0", "2", in: "# a") == "# a\nslots: { \"cuda:0\": 2 }\n")
    #expect(
      try set("models.folders", "[~/a, /b c]", in: "")
        == "models: { folders: [~/a, \"/b c\"] }\n")
  }

  private let file = """
    # my machine
    backends:
      image: { type: sdapi, url: "http://a:1" }   # the big one
      # comfy is off at night
      comfyui:
        url: http://b:1    # plain
        concurrency: 2

    python: '~/venv'  # the worker's
    devices: { }
    slots:
    """

  @Test func `a value is replaced where it stands, in its quotes`() throws {
    #expect(
      try set("backends.image.url", "http://c:2", in: file)
        == file.replacing("http://a:1", with: "http://c:2"))
    #expect(
      try set("backends.comfyui.url", "http://c:2", in: file)
        == file.replacing("http://b:1 ", with: "\"http://c:2\" "))
    #expect(
      try set("python", "/opt/x", in: file) == file.replacing("'~/venv'", with: "/opt/x"))
    #expect(try set("backends.comfyui.concurrency", "2", in: file) == file)
  }

  @Test func `a new field goes into what is there`() throws {
    #expect(
      try set("backends.image.batch", "4", in: file)
        == file.replacing("\"http://a:1\" }", with: "\"http://a:1\", batch: 4 }"))
    #expect(
      try set("backends.comfyui.batch", "4", in: file)
        == file.replacing("concurrency: 2\n", with: "concurrency: 2\n    batch: 4\n"))
    #expect(
      try set("backends.depth.device", "cpu", in: file)
        == file.replacing("concurrency: 2\n", with: "concurrency: 2\n  depth: { device: cpu }\n"))
    #expect(
      try set("devices.image", "cuda:0", in: file)
        == file.replacing("{ }", with: "{ image: \"cuda:0\" }"))
    #expect(try set("slots.sdapi", "3", in: file) == file + "\n  sdapi: 3")
    #expect(
      try set("models.folders", "/srv", in: file) == file + "\nmodels: { folders: /srv }")
  }

  @Test func `a short form grows`() throws {
    #expect(
      try set("backends.depth.device", "cpu", in: "backends: { depth: prior } # x\n")
        == "backends: { depth: { type: prior, device: cpu } } # x\n")
    #expect(try set("python", "/v", in: "python:   # none\n") == "python: /v   # none\n")
    #expect(
      try set("models.folders", "[/a]", in: "models:\n  folders: [\n    /b, # c\n  ]\npython: /v\n")
        == "models:\n  folders: [/a]\npython: /v\n")
  }

  @Test func `a field goes with its comma or its line, and an empty group with it`() throws {
    #expect(
      try unset("backends.image.url", in: file)
        == file.replacing(", url: \"http://a:1\"", with: ""))
    #expect(
      try unset("backends.image.type", in: file) == file.replacing("type: sdapi, ", with: ""))
    #expect(
      try unset("backends.comfyui.url", in: file)
        == file.replacing("    url: http://b:1    # plain\n", with: ""))
    #expect(
      try unset("backends.comfyui", in: file)
        == file.replacing(
          "  comfyui:\n    url: http://b:1    # plain\n    concurrency: 2\n", with: ""))
    #expect(
      try unset(
        "backends.image.url",
        in: "a: 1\nbackends:\n  image: { url: \"http://a:1\" }\n# z\n"
          .replacing("a: 1", with: "python: /v")) == "python: /v\n# z\n")
    #expect(try unset("python", in: "# a\npython: /v") == "# a\n")
    let folders = "models:\n  folders:\n    - /a\n    - /b\npython: /v\n"
    #expect(try unset("models.folders", in: folders) == "python: /v\n")
  }

  @Test func `line ends of Windows stay`() throws {
    #expect(
      try set("backends.depth.device", "cpu", in: "python: /v\r\n")
        == "python: /v\r\nbackends:\r\n  depth: { device: cpu }\r\n")
    #expect(try unset("python", in: "slots: { a1: 2 }\r\npython: /v\r\n") == "slots: { a1: 2 }\r\n")
  }

  @Test func `a wrong field or value changes nothing and is explained`() {
    #expect(
      refusal { try set("backends.image.concurrency", "many", in: file) } == [
        "wrong-value: backends.image.concurrency 'many' must be a whole number from 1 to 256"
      ])
    #expect(
      refusal { try set("backends.image.api_key", "sk-1", in: "") } == [
        "literal-secret: backends.image.api_key contains a literal key | use \"${VOIMO_KEY}\" and set that variable: keys stay out of files"
      ])
    #expect(
      refusal { try set("backends.image.vae", "x", in: file) } == [
        "belongs-in-project: backends.image.vae says what to make, and this file only says where: another machine would make another film | write it in voimo.yaml"
      ])
    #expect(
      refusal { try set("pyhton", "/v", in: file) } == [
        "unknown-field: pyhton is not a field | did you mean 'python'? (custom keys: prefix with x-)"
      ])
    #expect(
      refusal { try set("backends", "x", in: "") } == [
        "wrong-shape: backends must be a mapping from ports and back ends"
      ])
    #expect(
      refusal { try unset("slots.cuda:0", in: file) } == [
        "not-written: slots.cuda:0 is not written in the file"
      ])
    // What was wrong before is not this edit's.
    #expect(throws: Never.self) { try set("python", "/v", in: "slots: { a: 0 }\n") }
  }

  @Test func `what would not be understood is left alone`() {
    #expect(
      refusal { try set("python", "/v", in: "{ slots: { a1: 2 } }\n") } == [
        "cannot-edit: the file is not written as one key a line, so voimo leaves it as it is | write it yourself: python: /v"
      ])
    let shared = "backends:\n  image: &a { url: \"http://a:1\" }\n  depth: *a\n"
    #expect(refusal { try set("backends.depth.url", "http://b:1", in: shared) }.count == 1)
    #expect(refusal { try unset("backends.image", in: shared) }.count == 1)
    #expect(
      refusal { try set("models.folders", "/a", in: "models:\n  folders:\n    - /b\n") } == [
        "cannot-edit: the file has a list of several lines there, so voimo leaves it as it is | write it yourself: models: { folders: /a }"
      ])
    #expect(
      refusal { try set("python", "/v", in: "slots: {\n") }.first?.hasPrefix("invalid-yaml") == true
    )
  }

  @Test func `random edits keep every other field and every comment`() throws {
    let seed: UInt64 = 20_261_128
    var random = SeededRandom(seed: seed)
    let fields = [
      "python", "backends.image.url", "backends.image.batch", "backends.sdapi.device",
      "backends.comfyui.timeout", "slots.cuda:0", "slots.sdapi", "devices.image", "devices.depth",
      "models.folders",
    ]
    let values = [
      "python": ["/v", "~/a b"], "url": ["http://a:1", "https://b/c?d=1#e"], "batch": ["2", "7"],
      "device": ["cpu", "cuda:1"], "timeout": ["2s", "500ms"], "cuda:0": ["1", "9"],
      "sdapi": ["3", "4"], "image": ["mps", "cuda"], "depth": ["cpu", "cuda:3"],
      "folders": ["/m", "[~/m, \"/n, o\"]"],
    ]
    for round in 0..<60 {
      var text = round % 2 == 0 ? "# head\n\n" : file + "\n# tail\n"
      for step in 0..<12 {
        let path = fields[Int.random(in: 0..<fields.count, using: &random)]
        let story = "seed \(seed), round \(round), step \(step), \(path) in:\n\(text)"
        let before = try config(text)
        let last = String(path.split(separator: ".").last ?? "")
        let new: String
        if Int.random(in: 0..<3, using: &random) > 0 {
          let value = (values[last] ?? [])[Int.random(in: 0...1, using: &random)]
          new = try set(path, value, in: text)
          let plain = value.replacing("\"", with: "")
          #expect(try config(new)[path] == plain, "\(story)\nbecame\n\(new)")
        } else {
          guard before[path] != nil else { continue }
          new = try unset(path, in: text)
          #expect(try config(new)[path] == nil, "\(story)\nbecame\n\(new)")
        }
        let after = try config(new)
        for other in before.keys where other != path {
          #expect(after[other] == before[other], "\(other), \(story)\nbecame\n\(new)")
        }
        for comment in ["# head", "# tail", "# my machine", "# comfy is off at night"]
        where text.contains(comment) {
          #expect(new.contains(comment), "\(story)\nbecame\n\(new)")
        }
        text = new
      }
    }
  }

  private func config(_ text: String) throws -> [String: String] {
    let (config, said) = MachineConfig.parse(SourceText(name: "c", text: text))
    let settings = try #require(config, "\(said.map(line)):\n\(text)").settings
    return settings.reduce(into: [:]) { $0[$1.path] = $1.value }
  }
}
