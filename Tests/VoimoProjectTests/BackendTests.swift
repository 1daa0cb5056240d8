import Testing
import VoimoBase
import VoimoProject

/// Who does the work, and with which model.
@Suite struct BackendTests {
  @Test func `a back end keeps its own settings in the file's words, each with its place`() throws {
    let project = try project(
      """
      audio: a.mp3
      backends:
        stems: spleeter
        prompts: { type: openai, model: qwen3-8b, temperature: 0.20, api_key: "${VOIMO_KEY}" }
        image: { vae: 'x y', x-note: free }
      """)
    #expect(
      project.backend(.stems)
        == BackendChoice(
          type: "spleeter", span: SourceSpan(line: 3, column: 10, length: 8)))
    let prompts = project.backend(.prompts)
    #expect(
      prompts.settings.mapValues(\.text) == [
        "model": "qwen3-8b", "temperature": "0.20", "api_key": "${VOIMO_KEY}",
      ])
    #expect(prompts.settings["model"]?.span == SourceSpan(line: 4, column: 35, length: 8))
    // Neither a secret nor a place may reach a key.
    #expect(prompts.parameters.map(\.name) == ["model", "temperature"])
    let image = project.backend(.image)
    #expect(image.isAuto && image.settings.keys.sorted() == ["vae"])
    #expect(project.backend(.depth) == BackendChoice() && project.backends[.depth] == nil)
  }

  @Test func `ports and names are checked, and what is near is said`() {
    check(
      """
      audio: a.mp3
      backends:
        👉imag👈: painter
        stems: 👉Spleeter👈
        prompts: { 👉tpye👈: openai }
        depth: 👉[👈a]
        style: { nodes: 👉[👈1] }
      """,
      says:
        "unknown-field: backends.imag is not a field | did you mean 'image'? (custom keys: prefix with x-)",
      "wrong-value: backends.stems 'Spleeter' must be the name of a back end: small letters, digits and - : _ | write spleeter",
      "unknown-field: backends.prompts.tpye is not a field | did you mean 'type'? (custom keys: prefix with x-)",
      "wrong-shape: backends.depth must be a mapping (key: value) | remove the '- ' or the brackets",
      "wrong-shape: backends.style.nodes must be a value | remove the '- ' or the brackets")
  }

  @Test func `a literal key is refused and not repeated`() {
    let said =
      "contains a literal key | use \"${VOIMO_KEY}\" and set that variable; this file is meant for git"
    check(
      """
      audio: a.mp3
      backends:
        prompts: { type: openai, api_key: 👉sk-12345👈 }
        image: { type: sdapi, hf_token: 👉abc👈, proxy: 👉"http://me:pw@host/"👈 }
        stems: { type: x, api_key: 👉$KEY👈, model: 👉"${NAME}"👈 }
      """,
      says: "literal-secret: backends.prompts.api_key \(said)",
      "literal-secret: backends.image.hf_token \(said)",
      "literal-secret: backends.image.proxy \(said)",
      "literal-secret: backends.stems.api_key '$KEY' is not the name of a variable | write \"${KEY}\"",
      "no-variables: backends.stems.model '${NAME}' names a variable; only api_key and other secrets are read from one | write the value itself"
    )
  }

  @Test(arguments: [
    ("${A}", "A"), ("${_a9}", "_a9"), ("${9A}", nil), ("${}", nil), ("${A B}", nil), ("$A", nil),
    ("${A}x", nil), ("", nil),
  ])
  func `a variable is a name in braces`(text: String, name: String?) {
    #expect(SecretText.variable(text) == name)
  }

  @Test func `what says where is told to move to the machine's own file`() {
    let why = "says where, and not what: others who clone the project have other machines"
    let project = check(
      """
      audio: a.mp3
      backends: { image: { type: sdapi, 👉url👈: "http://gpu1:7860", 👉concurrency👈: 1, vae: x } }
      """,
      says:
        "warning belongs-in-config: backends.image.url \(why) | voimo config set backends.image.url http://gpu1:7860, and remove it here",
      "warning belongs-in-config: backends.image.concurrency \(why) | voimo config set backends.image.concurrency 1, and remove it here"
    )
    #expect(project?.backend(.image).parameters.map(\.name) == ["vae"])
    #expect(project?.backend(.image).settings["url"]?.text == "http://gpu1:7860")
  }

  @Test func `a model is a name, or has a hash and changes`() throws {
    let short = try project("audio: a.mp3\nmodel: dreamlike-diffusion-1.0").model
    #expect(short?.checkpoint == "dreamlike-diffusion-1.0" && short?.loras == [])
    let hash = String(repeating: "0a", count: 32)
    let long = try project(
      """
      audio: a.mp3
      model: { checkpoint: xl, sha256: \(hash), loras: [film, { name: glow, weight: -0.5 }] }
      """
    ).model
    #expect(long?.sha256 == hash)
    #expect(long?.loras.map(\.name) == ["film", "glow"])
    #expect(long?.loras.map(\.weight) == [1, -0.5])
    #expect(long?.loras[1].span == SourceSpan(line: 2, column: 122, length: 4))
  }

  @Test func `sampling has ranges, and the words of other programs are understood`() throws {
    let sampling = try project(
      "audio: a.mp3\nsampling: { sampler: dpmpp_2m, steps: 150, cfg_scale: 0, clip_skip: 12 }"
    ).sampling
    #expect(sampling.sampler == "dpmpp_2m" && sampling.scheduler == nil)
    #expect(sampling.steps == 150 && sampling.cfgScale == 0 && sampling.clipSkip == 12)
    check(
      """
      audio: a.mp3
      sampling:
        steps: 👉151👈
        cfg_scale: 👉30.5👈
        clip_skip: 👉0👈
        👉num_inference_steps👈: 20
        👉guidance_scale👈: 7
        👉strength👈: 0.5
      """,
      says: "out-of-range: sampling.steps '151' must be a whole number from 1 to 150",
      "out-of-range: sampling.cfg_scale '30.5' must be from 0 to 30",
      "out-of-range: sampling.clip_skip '0' must be a whole number from 1 to 12",
      "unknown-field: sampling.num_inference_steps is not a field | did you mean 'steps'? (custom keys: prefix with x-)",
      "unknown-field: sampling.guidance_scale is not a field | did you mean 'cfg_scale'? (custom keys: prefix with x-)",
      "strength-is-ambiguous: sampling.strength: tools disagree whether strength keeps the picture or changes it | voimo's word is denoise (1 repaints everything), which is not built yet: remove it"
    )
  }

  @Test func `what only the registry knows is said with what is near`() {
    func text(_ message: Diagnostic.Message) -> String { line(Diagnostic(.error, message)) }
    #expect(
      text(.unknownBackend(.image, "sdapy", known: ["sdapi", "painter"]))
        == "unknown-back-end: backends.image: there is no back end 'sdapy'. Known: painter, sdapi | did you mean 'sdapi'?"
    )
    #expect(
      text(.unknownSetting(.image, "hirez", type: "sdapi", known: ["vae", "hires"]))
        == "unknown-setting: backends.image.hirez is not a setting of sdapi. Settings: hires, vae | did you mean 'hires'?"
    )
    #expect(
      text(.modelNeedsBackend("dreamlike-diffusion-1.0"))
        == "no-image-back-end: model dreamlike-diffusion-1.0 needs an image back end that loads models | voimo build --profile draft paints without one"
    )
    #expect(
      text(.modelNotFound("dreamlike-difusion", known: ["dreamlike-diffusion", "xl"]))
        == "model-not-found: model 'dreamlike-difusion' was not found. Known: dreamlike-diffusion, xl | did you mean 'dreamlike-diffusion'?"
    )
    #expect(
      text(.noSuchShot("chorus.1/09", section: SectionID(label: "chorus", ordinal: 1), count: 4))
        == "no-such-shot: sections.chorus.1/09: chorus.1 has 4 shots | the last is 'chorus.1/03'")
  }
}
