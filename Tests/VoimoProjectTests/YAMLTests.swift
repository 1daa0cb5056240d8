import Testing
import VoimoBase
import VoimoProject

@Suite struct YAMLTests {
  @Test func `what is no YAML is explained to a musician`() {
    check(
      "audio: a.mp3\nmotion:\n👉\t👈zoom: 1",
      says:
        "invalid-yaml: this line is indented with a tab; YAML knows only spaces | use two spaces")
    check(
      "audio: a.mp3\ntheme: rain👉:👈 heavy",
      says:
        "invalid-yaml: there is a second ': ' in this line | put the value in quotes: theme: \"rain: heavy\""
    )
    check(
      "audio: a.mp3\nmotion:\n  zoom: 0👉:👈 (1.0), 30: (0.5)",
      says:
        "invalid-yaml: a keyframe schedule must be quoted: its ':' and ',' mean something in YAML | zoom: \"0:(1.0), 30:(0.5)\"; such schedules are not built yet, a plain number works"
    )
    check(
      "audio: a.mp3\ntheme: 👉\"👈rain",
      says:
        "invalid-yaml: the quote that begins here is not closed where its text ends | close it with the same quote"
    )
    check(
      "audio: a.mp3\noutputs: 👉[👈film, lrc\ntheme: rain",
      says:
        "invalid-yaml: the bracket that begins here is not closed, or a comma is missing in it | [a, b] and { key: value }"
    )
    check(
      "audio: a.mp3\n👉t👈heme rain\nseed: 1",
      says: "invalid-yaml: this line is not 'key: value' | write a colon and a space after the key")
    check(
      "audio: a.mp3\ntheme: 👉@👈home",
      says: "invalid-yaml: a value cannot begin with '@' | put the value in quotes")
    check(
      "audio: a.mp3\ntheme: 👉*👈rain",
      says:
        "invalid-yaml: this '*' refers to an anchor that is not defined above | define it with '&', or quote a text that begins with '*'"
    )
    check(
      "audio: a.mp3\n  👉t👈heme: rain",
      says:
        "invalid-yaml: this line does not fit the one above it | keys that belong together begin in the same column"
    )
  }

  @Test func `files that are YAML and no project are refused`() {
    check("", says: "empty-file: the file is empty | the least is: audio: song.mp3")
    check("# nothing", says: "empty-file: the file is empty | the least is: audio: song.mp3")
    check("👉-👈 a", says: "wrong-shape: the file must hold keys and values | audio: song.mp3")
    check(
      "audio: a.mp3\n👉-👈--\naudio: b.mp3",
      says: "two-documents: a second document begins here | remove the line '---'")
    check(
      "audio: a.mp3\nseed: 1\n👉seed👈: 2",
      says: "duplicate-key: 'seed' appears twice (lines 2 and 3) | keep one of them")
    check(
      "audio: a.mp3\ntheme: a👉\u{0}👈b",
      says:
        "control-character: the character U+0000 cannot stand in the file | is this a text file?")
    check(
      "audio: a.mp3\ntheme: 👉\"a\\0b\"👈",
      says: "control-character: a text cannot hold the character NUL")
    check(
      "audio: 👉!!python/object/apply:os.system👈 [ls]",
      says:
        "unknown-tag: '!!python/object/apply:os.system' is a YAML tag, and voimo.yaml has no tags | quote a text that begins with '!': \"!…\"; else remove the tag"
    )
    check(
      "audio: a.mp3\n? 👉[👈a, b]\n: c",
      says:
        "key-not-text: a key must be a word; here it is a list, a mapping or a reference | quote it if it is meant as text"
    )
  }

  @Test func `what old YAML readers take for numbers is read as written`() throws {
    let project = try project(
      "audio: a.mp3\nsong: { language: no, title: 1_000, album: 0x10 }\nrender: { aspect: 1:1 }\ncrop: { start: 1:30 }\ntheme: yes\nartist: 2001-01-01"
    )
    #expect(project.song.language == "no")
    #expect(project.song.title == "1_000")
    #expect(project.song.album == "0x10")
    #expect(project.render.width == project.render.height)
    #expect(project.crop.start == 90)
    #expect(project.theme == "yes")
    #expect(project.artist == "2001-01-01")
  }

  @Test func `places count characters as people do`() {
    check(
      "audio: a.mp3\r\nartist: \"a\u{2028}b\u{85}c\"\r\nsong: { title: \"🎸é日本\", 👉tite👈: 'it''s' }\r\nseed: &s 👉x👈\r\nx-s: *s",
      says:
        "unknown-field: song.tite is not a field | did you mean 'title'? (custom keys: prefix with x-)",
      "wrong-value: seed 'x' must be a whole number from 0 to 9007199254740991")
  }

  @Test func `marks cover quoted, plain and folded values`() {
    check(
      "audio: a.mp3\nseed: 👉'it''s'👈  # c\nversion: 👉\"a\\\"b\"👈\nrender:\n  fps: 👉a b👈 # c\n  width: 👉>👈\n    folded",
      says:
        "wrong-value: seed 'it's' must be a whole number from 0 to 9007199254740991",
      "wrong-value: version 'a\"b' must be 1",
      "wrong-value: render.fps 'a b' must be frames a second from 1 to 240 | 24, 12.5 or 30000/1001",
      "wrong-value: render.width 'folded' must be a whole number from 64 to 7680")
  }

  @Test func `anchors work within bounds`() throws {
    let project = try project(
      "audio: a.mp3\nx-base: &base { prompt: rain, take: 2 }\nsections:\n  verse: *base\n  chorus: { <<: *base, take: 3 }"
    )
    #expect(project.sections.map(\.prompt) == [.replace("rain"), .replace("rain")])
    #expect(project.sections.map(\.take) == [2, 3])
  }

  @Test func `a file of fifteen bytes is read from solid ground`() throws {
    #expect(try project("audio: abcd.mp3").audio.path == "abcd.mp3")
    #expect(try project("audio: a").audio.path == "a")
  }
}
