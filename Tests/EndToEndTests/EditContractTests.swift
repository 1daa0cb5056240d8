import Testing

/// What each edit may rebuild: the edit is made, and the exact set of steps that ran is compared.
@Suite struct EditContractTests {
  static let file = """
    audio: song.wav
    song: { title: Test }
    lyrics: words.lrc
    theme: quiet sea at dusk
    artist: ink
    structure:
      - { label: verse, start: 0 }
      - { label: chorus, start: 8 }
      - { label: outro, start: 16 }
    shots: { length: 4s, min: 1s, max: 5s, transition: cut }
    crop: { start: 0, end: 19 }
    render: { width: 160, height: 90, fps: 6 }
    sections:
      chorus: { prompt: mountains at dawn }
    outputs: [film, srt]
    """

  static let words = """
    [00:01.00]first line of the verse
    [00:02.00]
    [00:09.00]the chorus line
    [00:10.00]
    [00:17.00]the last line
    [00:18.00]
    """

  /// A project that has been built, with nothing left to do.
  static func built(_ file: String = file) throws -> TestProject {
    let project = try TestProject(["voimo.yaml": file, "words.lrc": words])
    _ = try project.build()
    try #require(try project.build() == [])
    return project
  }

  static let verse = ["verse.1/00", "verse.1/01"]
  static let chorus = ["chorus.1/00", "chorus.1/01"]
  static let outro = ["outro.1/00"]
  static let pages: Set = ["contact-sheet", "film"]

  /// Names of steps of some kinds for some shots.
  static func steps(_ kinds: [String], _ shots: [String]) -> Set<String> {
    Set(kinds.flatMap { kind in shots.map { "\(kind)/\($0)" } })
  }

  @Test func `a section's prompt rebuilds that section and the film`() throws {
    let project = try Self.built()
    try project.edit("voimo.yaml", "mountains at dawn", "deep forest in the fog")
    let expected = Self.steps(["keyframe", "segment"], Self.chorus)
      .union(["prompts/chorus.1", "poster"]).union(Self.pages)
    #expect(try project.build() == expected)
  }

  @Test func `a fade of the film rebuilds the shots that it touches, and the sound`() throws {
    let project = try Self.built()
    try project.edit("voimo.yaml", "end: 19 }", "end: 19, fade_in: 1s, fade_out: 500ms }")
    #expect(
      try project.build() == ["segment/verse.1/00", "segment/outro.1/00", "soundtrack", "film"])
    try project.edit("voimo.yaml", "fade_out: 500ms", "fade_out: 4s")
    #expect(
      try project.build() == [
        "segment/chorus.1/01", "segment/outro.1/00", "soundtrack", "film",
      ])
    let film = project.path("out/Test.mp4")
    let levels = try FilmFacts.levels(film)
    #expect(levels.count == 19 * 6)
    // Black is 16; what follows only rises, and the last frame is black again.
    #expect(levels.first.map { $0 < 18 } == true && levels.last.map { $0 < 18 } == true)
    #expect(zip(levels[0..<6], levels[1..<6]).allSatisfy { $0 < $1 + 1 })
    #expect(levels[40] > 30)
  }

  @Test func `with a crossfade the shot before a section fades into its new picture`() throws {
    let project = try Self.built(
      Self.file.replacing("transition: cut", with: "transition: crossfade"))
    try project.edit("voimo.yaml", "mountains at dawn", "deep forest in the fog")
    let expected = Self.steps(["keyframe", "segment"], Self.chorus)
      .union(["prompts/chorus.1", "poster", "segment/verse.1/01"]).union(Self.pages)
    #expect(try project.build() == expected)
  }

  @Test func `another theme rebuilds the sections whose prompt has it`() throws {
    let project = try Self.built()
    try project.edit("voimo.yaml", "quiet sea at dusk", "city at night")
    let ran = try project.build()
    #expect(
      ran.isDisjoint(with: ["audio", "features", "structure", "lyrics", "shots", "subtitles"]))
    #expect(ran.isSuperset(of: Self.steps(["keyframe", "segment"], Self.verse + Self.outro)))
    // The chorus has a prompt of its own, from which the theme cannot take anything.
    #expect(ran.isSuperset(of: ["prompts/verse.1", "prompts/outro.1", "keyframe/chorus.1/00"]))
    #expect(!ran.contains("prompts/chorus.1"))
  }

  @Test(arguments: [("artist: ink", "artist: neon"), ("artist: ink", "negative_prompt: people")])
  func `artist and negative prompt rebuild pictures and no prompt`(old: String, new: String) throws
  {
    let project = try Self.built()
    try project.edit("voimo.yaml", old, new)
    let ran = try project.build()
    #expect(ran.isSuperset(of: Self.steps(["keyframe"], Self.verse + Self.chorus + Self.outro)))
    #expect(!ran.contains { $0.hasPrefix("prompts") || $0 == "shots" || $0 == "lines" })
  }

  @Test func `a lyric typo rebuilds words and that section's prompt`() throws {
    let project = try Self.built()
    try project.edit("words.lrc", "the chorus line", "the chorus lime")
    // The chorus has a prompt of its own, so its words reach no picture.
    #expect(try project.build() == ["lyrics", "lines", "subtitles", "film"])
    try project.edit("words.lrc", "first line of the verse", "first lime of the verse")
    #expect(
      try project.build()
        == Self.steps(["keyframe", "segment"], Self.verse)
        .union(["lyrics", "lines", "subtitles", "prompts/verse.1"]).union(Self.pages))
    try project.edit("words.lrc", "the last line", "the last  line")
    let spaces = try project.build()
    #expect(spaces.isDisjoint(with: Self.steps(["keyframe", "segment"], Self.outro)))
  }

  @Test func `a lyric typo lets sections that were heard stand`() throws {
    let declared = """
      structure:
        - { label: verse, start: 0 }
        - { label: chorus, start: 8 }
        - { label: outro, start: 16 }

      """
    let heard = Self.file.replacing(declared, with: "").replacing(
      "chorus: { prompt: mountains at dawn }", with: "{}")
    let project = try Self.built(heard.replacing("sections:\n  {}", with: ""))
    try project.edit("words.lrc", "first line of the verse", "first lime of the verse")
    let ran = try project.build()
    #expect(ran.isSuperset(of: ["lyrics", "lines", "subtitles"]))
    #expect(ran.isDisjoint(with: ["features", "structure", "shots", "soundtrack"]))
  }

  @Test func `a typo in plain lyrics has nothing listened to again`() throws {
    let project = try TestProject([
      "voimo.yaml": """
      audio: song.wav
      song: { title: Test }
      lyrics: words.txt
      render: { width: 160, height: 90, fps: 6 }
      """,
      "words.txt": "first line of the verse\n\nthe chorus line\n\nthe last line\n",
    ])
    #expect(try project.build().isSuperset(of: ["sections/heard", "lyrics", "structure"]))
    try project.edit("words.txt", "first line of the verse", "first lime of the verse")
    let ran = try project.build()
    #expect(ran.isSuperset(of: ["lyrics", "lines", "subtitles"]))
    #expect(ran.isDisjoint(with: ["audio", "features", "sections/heard", "soundtrack"]))
  }

  @Test func `a later end rebuilds the section that the old cut fell in`() throws {
    let project = try Self.built()
    try project.edit("voimo.yaml", "end: 19", "end: 21")
    #expect(
      try project.build()
        == Self.steps(["segment"], Self.outro + ["outro.1/01"])
        .union(["keyframe/outro.1/01", "shots", "subtitles", "soundtrack"]).union(Self.pages))
  }

  @Test func `a later start rebuilds the shot that the cut falls in`() throws {
    let project = try Self.built()
    try project.edit("voimo.yaml", "start: 0, end", "start: 1, end")
    #expect(
      try project.build()
        == [
          "shots", "subtitles", "soundtrack", "film", "contact-sheet", "segment/verse.1/00",
        ])
  }

  @Test func `motion of one section rebuilds its segments`() throws {
    let project = try Self.built()
    try project.edit(
      "voimo.yaml", "prompt: mountains at dawn", "prompt: mountains at dawn, motion: { zoom: 1.1 }")
    #expect(try project.build() == Self.steps(["segment"], Self.chorus).union(["film"]))
  }

  @Test func `motion written another way rebuilds nothing`() throws {
    let project = try Self.built(Self.file + "\nmotion: { zoom: 1.05 }")
    try project.edit("voimo.yaml", "zoom: 1.05", "zoom: 1.0500")
    #expect(try project.build() == [])
  }

  @Test func `the style of soft subtitles rebuilds subtitles`() throws {
    let project = try Self.built(Self.file + "\nsubtitles: { style: soft, position: bottom }")
    try project.edit("voimo.yaml", "position: bottom", "position: top")
    let ran = try project.build()
    #expect(ran.isSubset(of: ["subtitles", "film"]) && ran.contains("subtitles"))
  }

  @Test func `the style of burned-in words rebuilds the segments with words in them`() throws {
    let project = try Self.built(Self.file + "\nsubtitles: { style: karaoke, position: bottom }")
    try project.edit("voimo.yaml", "position: bottom", "position: top")
    let ran = try project.build()
    #expect(ran.contains("segment/verse.1/00") && ran.contains("film"))
    #expect(!ran.contains { $0.hasPrefix("keyframe") || $0.hasPrefix("prompts") })
    // The words of the verse are over before its second shot begins.
    #expect(!ran.contains("segment/verse.1/01"))
  }

  @Test func `one more output makes that output`() throws {
    let project = try Self.built()
    try project.edit("voimo.yaml", "outputs: [film, srt]", "outputs: [film, srt, vtt]")
    #expect(try project.build() == [])
    #expect(project.exists("out/Test.vtt"))
  }

  @Test func `another encoder quality rebuilds segments and the film`() throws {
    let project = try Self.built()
    try project.edit("voimo.yaml", "fps: 6 }", "fps: 6, quality: high }")
    #expect(
      try project.build()
        == Self.steps(["segment"], Self.verse + Self.chorus + Self.outro).union(["film"]))
  }

  @Test func `another frame rate rebuilds segments and keeps keyframes and prompts`() throws {
    let project = try Self.built()
    try project.edit("voimo.yaml", "fps: 6", "fps: 8")
    // Shots that begin on other frames now have other times under their pictures.
    #expect(
      try project.build().subtracting(["contact-sheet"])
        == Self.steps(["segment"], Self.verse + Self.chorus + Self.outro)
        .union(["shots", "subtitles", "soundtrack", "film"]))
  }

  @Test func `comments, key order, touch and another folder rebuild nothing`() throws {
    let project = try Self.built()
    let lines = Self.file.split(separator: "\n")
    try project.write(
      "voimo.yaml",
      "# a comment\n" + lines[1] + "\n" + lines[0] + "\n"
        + lines.dropFirst(2).joined(separator: "\n"))
    #expect(try project.build() == [])
    _ = try Command.run("/usr/bin/touch", ["song.wav", "words.lrc"], in: project.folder)
    #expect(try project.build() == [])
    let other = project.folder + "-moved"
    _ = try Command.run("/bin/cp", ["-a", project.folder, other], in: "/tmp")
    defer { _ = try? Command.run("/bin/rm", ["-rf", other], in: "/tmp") }
    let outcome = try Command.voimo(["build", "--json"], in: other)
    #expect(outcome.status == 0)
    #expect(try TestProject.steps(in: outcome.output).allSatisfy { $0.outcome == "reused" })
  }

  @Test func `another song of the same length rebuilds everything that listens`() throws {
    let project = try Self.built()
    try TestProjectFiles.replaceSong(in: project, with: TestSong(seed: 2))
    let ran = try project.build()
    #expect(
      ran.isSuperset(
        of: ["audio", "features", "shots", "soundtrack", "film"]))
    #expect(!ran.contains { $0.hasPrefix("prompts") || $0.hasPrefix("keyframe") })
  }
}

extension EditContractTests {
  @Test(arguments: [0, 0.5])
  func `pictures that answer no beat do not depend on the sound`(beat: Double) throws {
    // Every section is one shot, wherever the beats are.
    let file = Self.file.replacing("4s, min: 1s, max: 5s", with: "20s, min: 1s, max: 20s")
    let project = try Self.built(file + "\nmotion: { beat: \(beat) }")
    try TestProjectFiles.replaceSong(in: project, with: TestSong(seed: 2))
    let ran = try project.build()
    #expect(ran.isSuperset(of: ["features", "shots", "soundtrack", "film"]))
    #expect(ran.contains { $0.hasPrefix("segment") } == (beat > 0))
  }
}

/// The answers to "why": down to the field that was edited.
@Suite struct WhyTests {
  @Test func `why follows a changed input to the field that was edited`() throws {
    let project = try EditContractTests.built()
    try project.edit("voimo.yaml", "mountains at dawn", "deep forest in the fog")
    let edit = "sections.chorus.prompt: \"mountains at dawn\" → \"deep forest in the fog\""
    for target in ["film", "segment/chorus.1/00", "prompts/chorus.1", "chorus.1"] {
      let before = try project.voimo("why", target).output
      #expect(before.contains("made again, because of"), "\(target)")
      #expect(before.contains(edit) && before.split(separator: "\n").count < 20, "\(target)")
    }
    _ = try project.build()
    for target in ["film", "segment/chorus.1/00", "prompts/chorus.1", "chorus.1"] {
      let after = try project.voimo("why", target).output
      #expect(after.contains("is up to date: made"), "\(target)")
      #expect(after.contains(edit) && after.split(separator: "\n").count < 20, "\(target)")
    }
    let json = try project.voimo("why", "film", "--json").output
    #expect(json.contains("sections.chorus.prompt") && json.contains("segment/chorus.1/00"))
  }

  @Test func `before the first build why says so and status lists nothing as stale`() throws {
    let project = try TestProject([
      "voimo.yaml": EditContractTests.file, "words.lrc": EditContractTests.words,
    ])
    for target in ["film", "prompts", "prompts/chorus.1", "segment/*"] {
      let answer = try project.voimo("why", target)
      #expect(answer.status == 0 && answer.output.contains("not built yet"), "\(target)")
    }
    let status = try project.voimo("status").output
    #expect(status.contains("not built yet") && !status.contains("stale"))
    #expect(status.contains("film"))
  }

  @Test func `a plan says what the build then does`() throws {
    let project = try EditContractTests.built()
    try project.edit("voimo.yaml", "mountains at dawn", "deep forest in the fog")
    let plan = try project.voimo("plan").output
    #expect(plan.contains("prompts") && plan.contains("1 to run"))
    #expect(try project.voimo("show", "keyframe/chorus.1/00").status == 2)
    _ = try project.build()
    #expect(try project.voimo("plan").output.contains("nothing to do"))
    let picture = try project.voimo("show", "keyframe/chorus.1/00").output
    #expect(picture.hasPrefix("/") && picture.split(separator: "\n").count == 1)
  }
}
