import Testing
import VoimoBase
import VoimoProject

/// The machine's own file: where servers, models and devices are.
@Suite struct MachineConfigTests {
  private func config(_ yaml: String) throws -> MachineConfig {
    let (config, said) = MachineConfig.parse(SourceText(name: "config.yaml", text: yaml))
    #expect(said.map(line) == [])
    return try #require(config)
  }

  private func said(_ yaml: String, types: Set<String>? = nil) -> [String] {
    MachineConfig.parse(SourceText(name: "config.yaml", text: yaml), types: types).1.map(line)
  }

  @Test(arguments: ["", "# nothing yet\n", "---\n", "backends:\nmodels:\n", "{}"])
  func `an empty file says nothing`(yaml: String) throws {
    let config = try config(yaml)
    #expect(config.backends.isEmpty && config.modelFolders.isEmpty && config.python == nil)
    #expect(config.place(of: .image, type: "sdapi").url == nil)
  }

  @Test func `everything is read`() throws {
    let config = try config(
      """
      python: ~/venvs/voimo
      models: { folders: [~/models, /srv/checkpoints] }
      devices: { image: "cuda:0" }
      slots: { "cuda:0": 2 }
      backends:
        image: { type: sdapi, url: "http://gpu1:7860", concurrency: 3, batch: 2, timeout: 90s }
        openai: { url: "http://127.0.0.1:8080/v1", api_key: "${LLM_KEY}" }
        depth: prior
      """)
    #expect(config.python == "~/venvs/voimo")
    #expect(config.modelFolders == ["~/models", "/srv/checkpoints"])
    #expect(config.devices == [.image: "cuda:0"] && config.slots == ["cuda:0": 2])
    let image = config.place(of: .image, type: "sdapi")
    #expect(image.url == "http://gpu1:7860" && image.concurrency == 3 && image.batch == 2)
    #expect(image.timeout == 90 && image.device == "cuda:0" && image.python == "~/venvs/voimo")
    #expect(config.place(of: .prompts, type: "openai").keyVariable == "LLM_KEY")
    #expect(config.type(at: .image) == "sdapi" && config.type(at: .depth) == "prior")
    #expect(config.type(at: .stems) == nil)
    #expect(
      config.span(of: "backends.image.url") == SourceSpan(line: 6, column: 30, length: 18))
  }

  @Test func `the port comes before the back end, and both before the project`() throws {
    let config = try config(
      """
      devices: cuda
      backends:
        image: { type: sdapi, url: "http://a:1" }
        sdapi: { url: "http://b:1", concurrency: 4 }
        comfyui: { url: "http://c:1" }
        style: { batch: 2 }
      """)
    let span = SourceSpan(line: 1, column: 1)
    let own = [
      "url": BackendSetting(text: "http://p:1", span: span),
      "batch": BackendSetting(text: "8", span: span),
      "vae": BackendSetting(text: "x", span: span),
    ]
    let place = config.place(of: .image, type: "sdapi", settings: own)
    #expect(place.url == "http://a:1" && place.concurrency == 4 && place.batch == 8)
    // What is said of the port's own back end is no place of another.
    #expect(config.place(of: .image, type: "comfyui").url == "http://c:1")
    #expect(config.place(of: .image, type: "files", settings: own).url == "http://p:1")
    // Without a type it holds for any.
    #expect(config.place(of: .style, type: "worker:style").batch == 2)
    #expect(config.place(of: .style, type: "worker:style").device == "cuda")
  }

  @Test func `a key goes to the address that it is for`() throws {
    let config = try config(
      """
      backends:
        image: { url: "http://mine:1" }
        sdapi: { url: "http://other:1", api_key: "${OTHER}" }
        openai: { api_key: "${LLM}" }
        prompts: { url: "http://mine:2" }
      """)
    #expect(config.place(of: .image, type: "sdapi").keyVariable == nil)
    #expect(config.place(of: .stems, type: "sdapi").keyVariable == "OTHER")
    #expect(config.place(of: .prompts, type: "openai").keyVariable == "LLM")
  }

  @Test func `what changes pictures is sent to the project`() {
    let why =
      "says what to make, and this file only says where: another machine would make another film | write it in voimo.yaml"
    #expect(
      said("theme: rain\nmodel: xl\nbackends: { image: { vae: x, typ: sdapi } }") == [
        "belongs-in-project: theme \(why)", "belongs-in-project: model \(why)",
        "belongs-in-project: backends.image.vae \(why)",
        "unknown-field: backends.image.typ is not a field | did you mean 'type'? (custom keys: prefix with x-)",
      ])
    #expect(
      said("pyton: /x\nfolders: [/srv]\nbackends: { image: { endpoint: \"http://a:1\" } }") == [
        "unknown-field: pyton is not a field | did you mean 'python'? (custom keys: prefix with x-)",
        "unknown-field: folders is not a field | did you mean 'models.folders'? (custom keys: prefix with x-)",
        "unknown-field: backends.image.endpoint is not a field | did you mean 'url'? (custom keys: prefix with x-)",
      ])
  }

  @Test func `values are checked where they stand`() {
    #expect(
      said(
        """
        python: venv/voimo
        models: { folders: [models, "C:\\\\models"] }
        devices: { image: "CUDA:0", depht: cpu }
        slots: { "cuda:0": 0, "GPU 1": 2 }
        backends:
          image: { url: "gpu1:7860", concurrency: many, api_key: sk-1 }
          prompts: { url: "http://me:pw@host:1/" }
        """) == [
          "relative-path: python 'venv/voimo' must be a whole path from / or ~/ | voimo runs in many folders: /srv/venv/voimo or ~/venv/voimo",
          "relative-path: models.folders[0] 'models' must be a whole path from / or ~/ | voimo runs in many folders: /srv/models or ~/models",
          "windows-path: models.folders[1] 'C:\\models' is a path of Windows | copy the file next to voimo.yaml and write its name: models",
          "wrong-value: devices.image 'CUDA:0' must be a device | write cuda:0",
          "unknown-field: devices.depht is not a field | did you mean 'depth'? (custom keys: prefix with x-)",
          "out-of-range: slots.cuda:0 '0' must be a whole number from 1 to 64",
          "wrong-value: slots: 'GPU 1' must be a device or a back end | \"cuda:0\" or sdapi",
          "wrong-value: backends.image.url 'gpu1:7860' must be an address | write \"http://gpu1:7860\"",
          "wrong-value: backends.image.concurrency 'many' must be a whole number from 1 to 256",
          "literal-secret: backends.image.api_key contains a literal key | use \"${VOIMO_KEY}\" and set that variable: keys stay out of files",
          "literal-secret: backends.prompts.url contains a literal key | use \"${VOIMO_KEY}\" and set that variable: keys stay out of files",
        ])
  }

  @Test func `names of back ends are checked where they are known`() {
    let types: Set = ["sdapi", "painter"]
    #expect(said("backends: { nobody: { url: \"http://a:1\" } }") == [])
    #expect(
      said(
        "backends: { imag: { url: \"http://a:1\" }, image: sdapy, stems: auto, sdapi: { type: sdapi } }",
        types: types) == [
          "unknown-back-end: backends.imag: 'imag' is neither a port (listen, sections, stems, transcribe, align, prompts, image, depth, animate, style, upscale) nor a back end (painter, sdapi) | did you mean 'image'?",
          "unknown-back-end: backends.image: there is no back end 'sdapy'. Known: painter, sdapi | did you mean 'sdapi'?",
          "wrong-value: backends.stems: auto is not at any place | remove type",
          "type-of-type: backends.sdapi: the key sdapi already says which back end it is | remove type, or write it under a port: image: { type: sdapi, … }",
        ])
  }

  @Test func `what holds is listed, with what the file leaves out`() throws {
    func list(_ settings: [MachineSetting]) -> [String] {
      settings.map { "\($0.path): \($0.value ?? "– \($0.fallback ?? "nothing")")" }
    }
    #expect(
      list(MachineConfig().settings) == [
        "backends: – none", "models.folders: – none", "devices: – the back end's choice",
        "python: – none", "slots: – 1 each",
      ])
    let config = try config(
      """
      slots: { "cuda:0": 2 }
      backends: { image: { url: "http://a:1", timeout: 2s }, depth: prior }
      models: { folders: [/a, ~/b] }
      """)
    #expect(
      list(config.settings) == [
        "backends.image.url: http://a:1", "backends.image.timeout: 2s", "backends.depth: prior",
        "models.folders: [/a, ~/b]", "devices: – the back end's choice", "python: – none",
        "slots.cuda:0: 2",
      ])
    #expect(list(try config.settings(at: "backends.image")).count == 2)
    #expect(
      list(try config.settings(at: "backends.image.batch")) == [
        "backends.image.batch: – the back end's"
      ])
    #expect(list(try config.settings(at: "slots.cuda:1")) == ["slots.cuda:1: – nothing"])
    for (path, text) in [
      ("backends.image.ulr", "backends.image.ulr is not a field"),
      (
        "backends.image.vae",
        "backends.image.vae says what to make, and this file only says where: another machine would make another film"
      ),
      ("python.x", "python.x is not a field of config.yaml"),
      ("nothing", "nothing is not a field of config.yaml"), ("", " is not a field of config.yaml"),
    ] {
      let problems = #expect(throws: ProjectProblems.self) { try config.settings(at: path) }
      #expect(problems?.diagnostics.map(\.message.text) == [text])
    }
  }
}
