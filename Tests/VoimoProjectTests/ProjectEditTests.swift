import Testing
import VoimoBase
import VoimoProject

@Suite struct ProjectEditTests {
  /// What an edit makes of a text, or what it says instead.
  private func outcome(
    _ edit: (SourceText) throws(ProjectProblems) -> ProjectEdit?, _ text: String
  ) -> String {
    do {
      guard let made = try edit(SourceText(name: "voimo.yaml", text: text)) else {
        return "as it is"
      }
      return made.text
    } catch {
      return error.diagnostics.map { diagnostic in
        "\(diagnostic.message.id) \(diagnostic.span.map { "\($0.line):\($0.column)" } ?? "-")"
      }.joined(separator: "\n")
    }
  }

  private func structure(_ text: String) -> String {
    outcome(
      { source throws(ProjectProblems) in
        try .namingStructure("structure.yaml", in: source)
      }, text)
  }

  private func lyrics(_ text: String) -> String {
    outcome(
      { source throws(ProjectProblems) in
        try .namingLyrics("lyrics.lrc", in: source)
      }, text)
  }

  @Test(arguments: [
    // After the song and what is said about it; comments that belong below stay below.
    (
      "# film\naudio: a.mp3  # mine\n\n# look\ntheme: sea\n",
      "# film\naudio: a.mp3  # mine\nstructure: structure.yaml\n\n# look\ntheme: sea\n"
    ),
    (
      "theme: sea\naudio: a.mp3\nlyrics: b.txt\n# crop: 0:30-1:00\nseed: 1\n",
      "theme: sea\naudio: a.mp3\nlyrics: b.txt\nstructure: structure.yaml\n# crop: 0:30-1:00\nseed: 1\n"
    ),
    (
      "audio: a.mp3\ncrop:\n  start: 1\n\n  # until the end\n  end: 2\n\n# x\ntheme: sea",
      "audio: a.mp3\ncrop:\n  start: 1\n\n  # until the end\n  end: 2\nstructure: structure.yaml\n\n# x\ntheme: sea"
    ),
    (
      "song: { title: A,\n  artist: B }\naudio: a.mp3\ntheme: sea\n",
      "song: { title: A,\n  artist: B }\nstructure: structure.yaml\naudio: a.mp3\ntheme: sea\n"
    ),
    // No line feed at the end; the last line's own end.
    ("audio: a.mp3", "audio: a.mp3\nstructure: structure.yaml"),
    ("seed: 1\r\naudio: a.mp3", "seed: 1\r\naudio: a.mp3\r\nstructure: structure.yaml"),
    ("audio: a.mp3\n# end", "audio: a.mp3\nstructure: structure.yaml\n# end"),
    (
      "audio: a.mp3\r\ntheme: sea\r\n",
      "audio: a.mp3\r\nstructure: structure.yaml\r\ntheme: sea\r\n"
    ),
    // Blanks, tabs, quotes, anchors.
    ("  audio: a.mp3\n  seed: 1\n", "  audio: a.mp3\n  structure: structure.yaml\n  seed: 1\n"),
    (
      "audio:\ta.mp3\t# tab\nseed: 1\n",
      "audio:\ta.mp3\t# tab\nstructure: structure.yaml\nseed: 1\n"
    ),
    (
      "\"audio\": 'it''s.mp3'\nseed: 1\n",
      "\"audio\": 'it''s.mp3'\nstructure: structure.yaml\nseed: 1\n"
    ),
    (
      "x-a: &a { seed: 1 }\n<<: *a\naudio: &s a.mp3\nx-b: *s\n",
      "x-a: &a { seed: 1 }\n<<: *a\naudio: &s a.mp3\nstructure: structure.yaml\nx-b: *s\n"
    ),
    ("---\n# a\naudio: a.mp3\n", "---\n# a\naudio: a.mp3\nstructure: structure.yaml\n"),
    (
      "audio: \"a\n  b.mp3\"\nseed: 1\n",
      "audio: \"a\n  b.mp3\"\nstructure: structure.yaml\nseed: 1\n"
    ),
    // A profile's own structure is the profile's.
    (
      "audio: a.mp3\nprofiles:\n  x: { structure: other.yaml }\n",
      "audio: a.mp3\nstructure: structure.yaml\nprofiles:\n  x: { structure: other.yaml }\n"
    ),
    ("audio: a.mp3\nstructure: 'structure.yaml'\n", "as it is"),
  ]) func `a line that names the sections is put beside the song`(text: String, after: String) {
    #expect(structure(text) == after)
  }

  @Test(arguments: [
    ("audio: a.mp3\nstructure:\n- { label: a, start: 0 }\n", "structure-is-declared 3:1"),
    ("audio: a.mp3\nstructure: mine.yaml\n", "names-another-file 2:12"),
    ("{ audio: a.mp3 }\n", "cannot-edit 1:3"),
    ("{\n  audio: a.mp3,\n  seed: 1\n}\n", "cannot-edit 2:3"),
    ("? audio\n: a.mp3\n", "cannot-edit 1:3"),
    ("!!map\naudio: a.mp3\n", "cannot-edit 2:1"),
    ("audio: a.mp3\n...\n", "cannot-edit 2:1"),
    ("audio: a.mp3\n... # end\n", "cannot-edit 2:1"),
    ("theme: sea\n", "cannot-edit -"),
    // In the middle of what looks like a comment and is a text.
    ("seed: 1\naudio: \"a\n  # b.mp3\"\n", "cannot-edit -"),
    ("audio: [a, b\ntheme: sea\n", "invalid-yaml 1:8"),
  ]) func `what had better be edited by hand is left alone`(text: String, said: String) {
    #expect(structure(text) == said)
  }

  @Test(arguments: [
    (
      "audio: a.mp3\nlyrics: words.txt   # mine\nseed: 1\n",
      "audio: a.mp3\nlyrics: lyrics.lrc   # mine\nseed: 1\n"
    ),
    ("lyrics: 'it''s mine.txt'\r\n", "lyrics: 'lyrics.lrc'\r\n"),
    ("lyrics: \"a\\tb.txt\"", "lyrics: \"lyrics.lrc\""),
    (
      "lyrics: { file: words.txt, offset: -40ms }\n",
      "lyrics: { file: lyrics.lrc, offset: -40ms }\n"
    ),
    (
      "lyrics:\n  offset: 1s\n  file: two words.txt\n",
      "lyrics:\n  offset: 1s\n  file: lyrics.lrc\n"
    ),
    ("lyrics:\n  words.txt\n", "lyrics:\n  lyrics.lrc\n"),
    ("lyrics: &w words.txt\n", "lyrics: &w lyrics.lrc\n"),
    ("lyrics:\twords.txt\t# tab\n", "lyrics:\tlyrics.lrc\t# tab\n"),
    (
      "lyrics: words.txt\nprofiles: { x: { lyrics: words.txt } }\n",
      "lyrics: lyrics.lrc\nprofiles: { x: { lyrics: words.txt } }\n"
    ),
    ("lyrics: lyrics.lrc\n", "as it is"),
    ("lyrics: \"🎸 é.txt\" # 日本\n", "lyrics: \"lyrics.lrc\" # 日本\n"),
  ]) func `the words' name is replaced where it stands`(text: String, after: String) {
    #expect(lyrics(text) == after)
  }

  @Test(arguments: [
    ("audio: a.mp3\n", "no-lyrics -"),
    ("lyrics: { offset: 1s }\n", "no-lyrics 1:11"),
    ("x-w: &w words.txt\nlyrics: *w\n", "cannot-edit -"),
    ("lyrics: &w words.txt\nx-w: *w\n", "cannot-edit -"),
    ("lyrics: two\n  lines.txt\n", "cannot-edit 1:9"),
    ("lyrics: >\n  words.txt\n", "cannot-edit 1:9"),
    ("lyrics: \"two\n  lines.txt\"\n", "cannot-edit 1:9"),
    ("{ lyrics: words.txt }\n", "cannot-edit 1:3"),
  ]) func `a name that cannot be replaced alone is left`(text: String, said: String) {
    #expect(lyrics(text) == said)
  }

  @Test func `an edit says which line changed`() throws {
    let source = SourceText(name: "voimo.yaml", text: "audio: a.mp3\r\nlyrics: b.txt # c\r\n")
    let first = try #require(try ProjectEdit.namingStructure("structure.yaml", in: source))
    #expect(first.line == 3 && first.before == nil && first.after == "structure: structure.yaml")
    let second = try #require(try ProjectEdit.namingLyrics("lyrics.lrc", in: source))
    #expect(second.line == 2 && second.before == "lyrics: b.txt # c")
    #expect(second.after == "lyrics: lyrics.lrc # c")
  }

  @Test func `an edit of a mutated file leaves every other line as it was`() throws {
    let seed: UInt64 = 14
    var random = SeededRandom(seed: seed)
    let typical = Array(
      """
      ---
      # a film
      audio: "a.mp3"   # mine
      song: { title: &t Midnight, artist: 'B' }
      lyrics: { file: words.txt, offset: 1s }
      crop:
        start: 1

      # look
      theme: *t
      negative_prompt: |
        text
        # no comment
      """.utf8)
    let spice = Array("\n\r\t :#-?*&!|>'\"{}[],.".utf8)
    var edits = 0
    for round in 0..<4000 {
      var bytes = typical
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        if Bool.random(using: &random) {
          bytes.insert(spice[Int.random(in: 0..<spice.count, using: &random)], at: place)
        } else {
          bytes.remove(at: place)
        }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let source = SourceText(name: "f", text: text)
      let made = [
        try? ProjectEdit.namingStructure("structure.yaml", in: source),
        try? ProjectEdit.namingLyrics("lyrics.lrc", in: source),
      ]
      for case let edit?? in made {
        edits += 1
        var before = lines(text)
        var after = lines(edit.text)
        after.remove(at: edit.line - 1)
        if edit.before != nil { before.remove(at: edit.line - 1) }
        #expect(before == after, "seed \(seed), round \(round): \(text.debugDescription)")
      }
    }
    #expect(edits > 1000, "seed \(seed): \(edits) edits")
  }

  /// The lines of a text without their ends.
  private func lines(_ text: String) -> [[Unicode.Scalar]] {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.last == "\r" ? Array(line.dropLast()) : Array(line)
    }
  }
}
