import Testing
import VoimoBase
import VoimoProject

/// What a project says, and what was edited, in the user's own words.
@Suite struct SaidValuesTests {
  private func edits(
    _ old: String, _ new: String, profile: String? = nil
  ) throws -> [String] {
    func said(_ text: String) throws -> SaidValues {
      let (project, problems) = Project.parse(
        SourceText(name: "voimo.yaml", text: "audio: song.wav\n" + text), profile: profile)
      return try #require(project, "\(problems)").said
    }
    return try said(new).edits(since: said(old)).map { edit in
      "\(edit.name): \(edit.old ?? "–") → \(edit.new ?? "–")"
    }
  }

  @Test func `words are in quotes, all else is as it is written`() throws {
    #expect(
      try edits("sections: { chorus: { prompt: city } }", "sections: { chorus: { prompt: sea } }")
        == ["sections.chorus.prompt: \"city\" → \"sea\""])
    #expect(try edits("theme: fog", "theme: rain") == ["theme: \"fog\" → \"rain\""])
    #expect(try edits("crop: 0:30-1:00", "crop: 0:30-1:10") == ["crop.end: 1:00 → 1:10"])
    #expect(
      try edits("shots: { length: 2bar }", "shots: { length: 4s }")
        == ["shots.length: 2bar → 4s"])
    #expect(
      try edits("outputs: [film]", "outputs: [film, srt]") == ["outputs: [film] → [film, srt]"])
    #expect(
      try edits("song: { title: One }", "song: { title: Two }")
        == ["song.title: \"One\" → \"Two\""])
  }

  @Test func `what is left out says what then holds, if that is a value`() throws {
    #expect(
      try edits("", "sections: { chorus: { take: 2 } }") == ["sections.chorus.take: 1 → 2"])
    #expect(try edits("", "subtitles: karaoke") == ["subtitles: soft → karaoke"])
    #expect(try edits("", "subtitles: { style: plain }") == ["subtitles.style: soft → plain"])
    #expect(try edits("", "seed: 7") == ["seed: 1 → 7"])
    #expect(try edits("motion: hold", "") == ["motion: hold → slow-push"])
    #expect(try edits("", "render: { width: 640 }") == ["render.width: – → 640"])
    #expect(try edits("", "theme: fog") == ["theme: – → \"fog\""])
    #expect(
      try edits("sections: { verse: { motion: hold } }", "")
        == ["sections.verse.motion: hold → –"])
    #expect(try edits("", "take: 2\nseed: 1".replacing("take: 2\n", with: "")) == [])
  }

  @Test func `pictures, models, back ends and forms are told in the file's words`() throws {
    #expect(try edits("images: a/", "images: [a/, b.jpg]") == ["images: a/ → [a/, b.jpg]"])
    #expect(
      try edits("images: [a.jpg]", "images: [{ file: a.jpg, focus: [0.5, 1] }]")
        == ["images: [a.jpg] → [file: a.jpg, focus: [0.5, 1]]"])
    #expect(
      try edits("sections: { verse: { image: a.jpg } }", "sections: { verse: { image: b.jpg } }")
        == ["sections.verse.image: a.jpg → b.jpg"])
    #expect(try edits("", "animation: camera") == ["animation: auto → camera"])
    #expect(try edits("model: a", "model: b") == ["model: \"a\" → \"b\""])
    #expect(
      try edits(
        "model: { checkpoint: a }", "model: { checkpoint: a, loras: [{ name: x, weight: 2 }] }")
        == ["model.loras: – → [name: \"x\", weight: 2]"])
    #expect(
      try edits("", "backends: { stems: spleeter }") == ["backends.stems: auto → spleeter"])
    #expect(
      try edits(
        "backends: { image: { type: a, vae: x } }", "backends: { image: { type: a, vae: y } }")
        == ["backends.image.vae: x → y"])
    #expect(
      try edits("outputs: [film]", "outputs: [film, { preset: shorts, clip: chorus.1 }]")
        == ["outputs: [film] → [film, preset: shorts, clip: chorus.1]"])
  }

  @Test func `a short form and its long one say the same`() throws {
    #expect(try edits("images: a/", "images: { files: a/ }") == [])
    #expect(
      try edits("backends: { image: painter }", "backends: { image: { type: painter } }") == [])
    #expect(try edits("model: xl", "model: { checkpoint: xl }") == [])
    #expect(try edits("subtitles: plain", "subtitles: { style: plain }") == [])
    #expect(try edits("crop: 0:30-1:00", "crop: { start: 0:30, end: 1:00 }") == [])
    #expect(try edits("theme: fog # thick", "theme: 'fog'") == [])
  }

  @Test func `a profile's fields are those of the file with the profile over it`() throws {
    let profiles = "profiles: { draft: { theme: rain } }"
    #expect(try edits("theme: fog", "theme: fog\n\(profiles)") == [])
    #expect(
      try edits("theme: fog", "theme: fog\n\(profiles)", profile: "draft")
        == ["theme: \"fog\" → \"rain\""])
  }

  @Test func `of long lists and of files only the changed items are told`() {
    func said(_ items: [String], _ form: SaidValues.Form) -> SaidValues {
      SaidValues(values: [
        SaidValues.Value(path: ["lyrics", "lines"], name: "words.txt", items: items, form: form)
      ])
    }
    func edits(_ old: [String], _ new: [String], _ form: SaidValues.Form) -> [String] {
      said(new, form).edits(since: said(old, form)).map {
        "\($0.name): \($0.old ?? "–") → \($0.new ?? "–")"
      }
    }
    #expect(
      edits(["a", "b", "c"], ["a", "B", "c"], .lines) == ["words.txt line 2: b → B"])
    #expect(
      edits(["a", "b", "c"], ["a", "c", "d"], .lines)
        == ["words.txt line 2: b → –", "words.txt line 3: – → d"])
    let many = (0..<9).map(String.init)
    #expect(edits(many, many + ["x"], .list) == ["words.txt: – → x"])
    #expect(edits(many, many, .list) == [])
  }

  @Test func `ranges and files keep their written names`() throws {
    #expect(
      try edits(
        "sections: { \"0:08-0:12\": { take: 2 } }", "sections: { \"0:08-0:12\": { take: 3 } }")
        == ["sections.\"0:08-0:12\".take: 2 → 3"])
    #expect(try edits("lyrics: a.lrc", "lyrics: b.lrc") == ["lyrics: a.lrc → b.lrc"])
  }
}
