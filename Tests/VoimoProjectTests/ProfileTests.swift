import Testing
import VoimoBase
import VoimoProject

@Suite struct ProfileTests {
  @Test func `draft is always there`() throws {
    let draft = try project("audio: a.mp3\nrender: { width: 1920, height: 800 }", profile: "draft")
    #expect([draft.render.width, draft.render.height] == [480, 200])
    #expect(draft.render.fps == FrameRate(12))
    #expect(draft.profile == "draft")
  }

  @Test func `a file may refine draft`() throws {
    let draft = try project(
      """
      audio: a.mp3
      render: { aspect: 9:16, height: 1280 }
      profiles: { draft: { render: { height: 240 }, motion: hold } }
      """, profile: "draft")
    #expect([draft.render.width, draft.render.height] == [136, 240])
    #expect(draft.render.fps == FrameRate(12))
    #expect(draft.motion.preset == .hold)
  }

  @Test func `profiles are merged key by key, also over short forms`() throws {
    let tall = try project(
      """
      audio: a.mp3
      crop: 0:10-0:20
      render: { width: 1920, height: 1080, fps: 30 }
      motion: { zoom: 1.1 }
      sections: { chorus: { prompt: rain, motion: spin } }
      profiles:
        tall:
          render: { aspect: 9:16 }
          crop: { fade_out: 1s }
          motion: hold
          sections: { chorus: { motion: { beat: 0.5 } } }
      """, profile: "tall")
    #expect([tall.render.width, tall.render.height] == [1080, 1920])
    #expect(tall.render.fps == FrameRate(30))
    #expect(tall.crop.end == 20)
    #expect(tall.crop.fadeOut == 1)
    #expect(tall.motion.rates == MotionPreset.hold.rates)
    #expect(tall.sections[0].prompt == .replace("rain"))
    #expect(tall.sections[0].motion?.preset == .spin)
    #expect(tall.sections[0].motion?.beat == 0.5)
    #expect(tall.profiles == ["draft", "tall"])
  }

  @Test func `an unknown profile is a near miss`() {
    check(
      "audio: a.mp3\nprofiles: { final: { seed: 2 } }", profile: "drft",
      says:
        "unknown-profile: there is no profile 'drft'. Profiles: draft, final | did you mean 'draft'?"
    )
  }

  @Test func `a mistake in another profile shows, with its own place`() {
    check(
      """
      audio: a.mp3
      crop: 0:10-0:20
      profiles:
        short: { crop: { end: 👉0:05👈 } }
        other: { render: { fps: 👉none👈 } }
      """, profile: "draft",
      says: "inverted-crop: crop 0:10-0:05 ends before it starts | did you mean 0:05-0:10?",
      "wrong-value: profiles.other.render.fps 'none' must be frames a second from 1 to 240 | 24, 12.5 or 30000/1001"
    )
  }

  @Test func `draft paints, whoever is named for pictures, and keeps what is there`() throws {
    func image(_ backend: String, _ draft: String = "", profile: String? = "draft") throws
      -> BackendChoice
    {
      try project(
        """
        audio: a.mp3
        backends: { image: \(backend), stems: { type: spleeter, stems: 2 } }
        profiles: { draft: { \(draft) } }
        """, profile: profile
      ).backend(.image)
    }
    let server = "{ type: sdapi, vae: x }"
    #expect(try image(server, profile: nil).settings["vae"]?.text == "x")
    let painted = try image(server)
    #expect(painted.type == "painter" && painted.settings.isEmpty && painted.span == nil)
    #expect(try image("painter").type == "painter")
    #expect(try image("{ type: files }").type == "files")
    #expect(try image("auto").isAuto)
    // What a file says about draft itself is obeyed.
    let own = try image(server, "backends: { image: { type: sdapi, sampler: quick } }")
    #expect(own.type == "sdapi" && own.settings.keys.sorted() == ["sampler"])
  }

  @Test func `another back end has other settings, the same one keeps them`() throws {
    let file = """
      audio: a.mp3
      backends: { image: { type: sdapi, vae: x } }
      profiles:
        finer: { backends: { image: { hires: 2 } } }
        same: { backends: { image: sdapi } }
        other: { backends: { image: comfyui } }
      """
    func settings(_ profile: String) throws -> [String: String] {
      try project(file, profile: profile).backend(.image).settings.mapValues(\.text)
    }
    #expect(try settings("finer") == ["vae": "x", "hires": "2"])
    #expect(try settings("same") == ["vae": "x"])
    #expect(try settings("other") == [:])
  }

  @Test func `draft ignores the model and says so`() {
    let draft = check(
      "audio: a.mp3\nmodel: { checkpoint: 👉juggernaut👈 }", profile: "draft",
      says:
        "warning model-ignored: model 'juggernaut' is ignored by the profile draft: the painter draws instead"
    )
    #expect(draft != nil && draft?.model == nil)
  }
}
