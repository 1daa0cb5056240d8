import Testing
import VoimoBase
import VoimoProject

/// What people type, paste and convert, where YAML means something else by it.
@Suite struct YAMLTrapTests {
  private static let straight = "use straight quotes: \"…\" or '…'"

  @Test(arguments: [
    ("theme:👉\u{A0}👈sea\nsong: { title: a }", "no-break space (U+00A0)"),
    ("theme:👉\u{3000}👈sea", "ideographic space (U+3000)"),
    ("theme:👉\u{2003}👈sea\n", "em space (U+2003)"),
    ("crop:\n  start:👉\u{202F}👈0:10\n  end: 0:20", "narrow no-break space (U+202F)"),
  ]) func `a space of another kind is named where it separates`(yaml: String, name: String) {
    check(
      "audio: a.mp3\n" + yaml,
      says:
        "invalid-yaml: the \(name) here is not a space to YAML | type a plain space in its place")
  }

  @Test func `a file of one such line is read the same way`() {
    check(
      "audio:👉\u{A0}👈a.mp3",
      says:
        "invalid-yaml: the no-break space (U+00A0) here is not a space to YAML | type a plain space in its place"
    )
    check(
      "audio👉:👈a.mp3\ntheme:sea",
      says: "invalid-yaml: a colon needs a space after it to end a key | write 'audio: …'")
  }

  @Test(arguments: [
    (
      "song:\n👉\u{A0}\u{A0}title👈: a", "‹U+00A0›‹U+00A0›title", "no-break space (U+00A0)",
      "type plain spaces in its place"
    ),
    (
      "👉\u{3000}theme👈: a", "‹U+3000›theme", "ideographic space (U+3000)",
      "type plain spaces in its place"
    ),
    ("👉the\u{200B}me👈: a", "the‹U+200B›me", "zero-width space (U+200B)", "write 'theme'"),
    ("👉theme\u{FEFF}👈: a", "theme‹U+FEFF›", "byte order mark (U+FEFF)", "write 'theme'"),
  ]) func `a key with a character that cannot be seen shows it`(
    yaml: String, shown: String, name: String, hint: String
  ) {
    check(
      "audio: a.mp3\n" + yaml,
      says: "unknown-field: \(shown) is not a field: it holds the \(name) | \(hint)")
  }

  @Test func `a key that no table knows shows its strange character, too`() {
    check(
      "audio: a.mp3\nsections:\n  chorus: { take: 2 }\n👉\u{3000}\u{3000}verse👈: { take: 2 }",
      says:
        "unknown-field: ‹U+3000›‹U+3000›verse is not a field: it holds the ideographic space (U+3000) | type plain spaces in its place"
    )
    check(
      "audio: a.mp3\nsong: { title: “A, 👉B”👈 }",
      says:
        "unknown-field: song.B” is not a field: it holds the typographic quote ” (U+201D) | use straight quotes: \"…\" or '…'"
    )
    check(
      "audio: a.mp3\nsections: { 👉chorus\u{200B}👈: { take: 2 } }",
      says:
        "not-a-section: sections: 'chorus‹U+200B›' is neither a section nor a time range | did you mean 'chorus'?"
    )
    check(
      "audio: a.mp3\noutputs:\n  👉-\u{A0}film👈",
      says:
        "wrong-shape: outputs must be a list | it holds the no-break space (U+00A0): write '- ' with a plain space"
    )
    check(
      "audio: a.mp3\nsong:\n  👉title:A👈\n  artist:B",
      says:
        "wrong-shape: song must be a mapping (key: value) | a colon needs a space after it: 'title: …'"
    )
  }

  @Test func `a key that swallowed its value says what is missing`() {
    check(
      "audio: a.mp3\nrender: { 👉fps:24👈, 👉height:\u{A0}480👈 }",
      says:
        "unknown-field: render.fps:24 is not a field: a colon needs a space after it | write 'fps: …'",
      "unknown-field: render.height:‹U+00A0›480 is not a field: it holds the no-break space (U+00A0) | write a plain space after the colon"
    )
  }

  @Test(arguments: [
    ("theme: 👉“👈rain: heavy”", "“ (U+201C)"), ("theme: 👉„👈rain: heavy“", "„ (U+201E)"),
    ("theme: 👉‘👈it: here’", "‘ (U+2018)"), ("theme: 👉«👈rain: heavy»", "« (U+00AB)"),
  ]) func `a typographic quote is named`(yaml: String, name: String) {
    check(
      "audio: a.mp3\n" + yaml,
      says:
        "invalid-yaml: the typographic quote \(name) here is a letter to YAML | \(Self.straight)")
  }

  @Test(arguments: [
    ("theme👉：👈sea\nseed: 1", "full-width ： (U+FF1A)", "write ':' and a space"),
    ("render: { width: 640👉，👈 height: 480 }", "full-width ， (U+FF0C)", "write ','"),
    ("outputs: 👉［👈film: a］", "full-width ［ (U+FF3B)", "write '['"),
  ]) func `a wide sign is named`(yaml: String, name: String, hint: String) {
    check(
      "audio: a.mp3\n" + yaml,
      says: "invalid-yaml: the \(name) here is a letter to YAML | \(hint)")
  }

  @Test(arguments: [
    ("audio: \"C:👉\\M👈usic\\song.flac\"", "M"), ("theme: \"a 👉\\o👈/ b\"", "o"),
    ("theme: \"100👉\\%👈\"", "%"),
    ("x-a: [\"b\", \"👉\\q👈\"]", "q"),
  ]) func `an escape that does not exist is shown`(yaml: String, letter: String) {
    check(
      yaml.hasPrefix("audio") ? yaml : "audio: a.mp3\n" + yaml,
      says:
        "invalid-yaml: \\\(letter) is not an escape that double quotes know | use 'single quotes', where \\ is just \\, or write / between folders"
    )
  }

  @Test(arguments: [
    ("audio: \"D:👉\\U👈sers\\me\\a.flac\"", "U", 8), ("audio: \"a👉\\u👈12\"", "u", 4),
    ("audio: \"C:\\temp👉\\x👈yz.flac\"", "x", 2),
  ]) func `an escape without its digits is shown`(yaml: String, letter: String, digits: Int) {
    check(
      yaml,
      says:
        "invalid-yaml: \\\(letter) in double quotes needs \(digits) hexadecimal digits after it | use 'single quotes', where \\ is just \\, or write / between folders"
    )
  }

  @Test(arguments: [
    "theme: 'it👉'👈s dusk'", "song: { title: 'it👉'👈s dusk' }", "theme: 'don👉'👈t'\nseed: 1",
    "song:\n  title: 'rock👉'👈n'roll'", "x-a: ['l👉'👈été']", "- 'it👉'👈s'",
  ]) func `an apostrophe that ends its text is shown`(yaml: String) {
    check(
      "audio: a.mp3\n".filter { _ in !yaml.hasPrefix("-") } + yaml,
      says:
        "invalid-yaml: this apostrophe ends the quoted text | double it (''), or use double quotes: \"it's\""
    )
  }

  @Test func `text behind a closing quote is shown`() {
    check(
      "audio: a.mp3\ntheme: \"a \"👉q👈uiet\" sea\"",
      says:
        "invalid-yaml: text follows the closing quote | write \\\" inside double quotes, or put single quotes around the whole"
    )
    check(
      "audio: a.mp3\ntheme: 'the' 👉s👈ea",
      says:
        "invalid-yaml: text follows the closing quote | double a ' that is part of the text (''), or use double quotes around the whole"
    )
    check(
      "audio: a.mp3\ntheme: 'a' 👉'👈b'",
      says:
        "invalid-yaml: text follows the closing quote | double a ' that is part of the text (''), or use double quotes around the whole"
    )
    check(
      "audio: a.mp3\n...\n👉t👈heme: sea",
      says:
        "invalid-yaml: the file goes on here, behind the line '...' that ends it | remove the line '...'"
    )
    check(
      "audio: a.mp3\ntheme: [neon] 👉c👈ity",
      says:
        "invalid-yaml: text follows the closing bracket of a list | put the whole value in quotes if it is text"
    )
  }

  @Test(arguments: [
    ("subtitles: { style: plain, color: 👉#👈ff0000 }", "quote it: \"#ff0000\""),
    ("subtitles: { color: 👉#👈fff, style: plain }\nseed: 1", "quote it: \"#fff\""),
    ("outputs: [film, 👉#👈 lrc]\nseed: 1", "quote the text it is in"),
    ("sections: { chorus: { prompt: night 👉#👈3 } }", "quote it: \"#3\""),
  ]) func `a comment between brackets is shown`(yaml: String, hint: String) {
    check(
      "audio: a.mp3\n" + yaml,
      says:
        "invalid-yaml: a # begins a comment, which hides the rest of this line with its bracket | \(hint)"
    )
  }

  @Test(arguments: [
    ("theme: 👉!dusk👈\nartist: me", "!dusk"), ("theme: 👉!dusk👈 sea", "!dusk"),
    ("song: { title: 👉!here👈, artist: me }", "!here"), ("theme: &a 👉!x👈 y", "!x"),
  ]) func `a tag is shown where it stands`(yaml: String, tag: String) {
    check(
      "audio: a.mp3\n" + yaml,
      says:
        "unknown-tag: '\(tag)' is a YAML tag, and voimo.yaml has no tags | quote a text that begins with '!': \"!…\"; else remove the tag"
    )
  }

  @Test(arguments: ["@home", "`tick`", "%night", "& rain", ", rain", "> rain", "| rain"])
  func `a value cannot begin with a sign`(value: String) {
    let sign = value.prefix(1)
    check(
      "audio: a.mp3\ntheme: 👉\(sign)👈\(value.dropFirst())",
      says: "invalid-yaml: a value cannot begin with '\(sign)' | put the value in quotes")
  }

  @Test(arguments: [
    "motion:\n👉\t👈zoom: 1", "motion:\n  beat: 0\n👉\t👈zoom: 1", "👉\t👈theme: sea",
    "motion:\n 👉\t👈zoom: 1",
  ]) func `a tab that indents is shown`(yaml: String) {
    check(
      "audio: a.mp3\n" + yaml,
      says:
        "invalid-yaml: this line is indented with a tab; YAML knows only spaces | use two spaces")
  }

  @Test func `a colon without its space, and other signs in its place`() {
    check(
      "audio: a.mp3\ntheme👉:👈sea\nseed: 1",
      says: "invalid-yaml: a colon needs a space after it to end a key | write 'theme: …'")
    check(
      "audio: a.mp3\ntheme 👉=👈 sea\nseed: 1",
      says: "invalid-yaml: a key ends with a colon, not with '=' | write 'key: value'")
    check(
      "audio: a.mp3\ntheme: 👉-👈 sea",
      says:
        "invalid-yaml: a list cannot begin behind its key on the same line | put each '- …' on a line of its own, or quote a text that begins with '-'"
    )
    check(
      "audio: a.mp3\nsong: { title: Rain👉:👈 heavy, artist: me }",
      says:
        "invalid-yaml: there is a second ': ' in this line | put the value in quotes: theme: \"rain: heavy\""
    )
    check(
      "audio: a.mp3\nartist: Ada👉:👈 the clocks",
      says:
        "invalid-yaml: there is a second ': ' in this line | put the value in quotes: artist: \"Ada: the clocks\""
    )
  }

  @Test func `quotes and brackets that stay open are shown where they open`() {
    let quote =
      "invalid-yaml: the quote that begins here is not closed where its text ends | close it with the same quote"
    check("audio: a.mp3\ntheme: 👉'👈rain\nseed: 1\n", says: quote)
    check("audio: a.mp3\ntheme: 👉\"👈rain\nartist: \"me\"\nseed: 1\n", says: quote)
    check("audio: a.mp3\nsong: { title: 👉\"👈rain, artist: me }\nseed: 1\n", says: quote)
    let bracket =
      "invalid-yaml: the bracket that begins here is not closed, or a comma is missing in it | [a, b] and { key: value }"
    check("audio: a.mp3\nrender: 👉{👈 width: 640\nseed: 1\n", says: bracket)
    check(
      "audio: a.mp3\noutputs: [film, lrc👉}👈\n",
      says: "invalid-yaml: this '}' does not close '[' | write ']'")
    check(
      "audio: a.mp3\noutputs: [film]👉]👈\n",
      says: "invalid-yaml: this ']' closes nothing | remove it, or quote the text it is in")
  }

  @Test(arguments: [
    "👉<<<<<<<👈 HEAD\ntheme: sea\n=======\ntheme: fog\n>>>>>>> other\n",
    "seed: 1\n👉<<<<<<<👈 mine\ntheme: a\n||||||| base\ntheme: b\n=======\ntheme: c\n>>>>>>> theirs\n",
    "theme: sea\r\n👉>>>>>>>👈 feature/x\r\n", "song:\n  title: a\n👉=======👈\n  title: b\n",
    "👉<<<<<<<<<👈 a long mark\n", "👉|||||||👈 base\ntheme: a\n",
  ]) func `a merge conflict is called one`(yaml: String) {
    check(
      "audio: a.mp3\n" + yaml,
      says:
        "merge-conflict: an unresolved merge conflict begins here | keep one side, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>"
    )
  }

  @Test(arguments: [
    ("theme: 👉&sea👈 rain", "&sea", "an anchor, which nothing refers to", "rain", "&sea rain"),
    (
      "song: { title: 👉&roses👈 'guns', artist: a }", "&roses",
      "an anchor, which nothing refers to", "guns", "&roses guns"
    ),
    (
      "sections:\n  chorus:\n    prompt: [a, 👉&b👈 c]", "&b",
      "an anchor, which nothing refers to", "c", "&b c"
    ),
    ("theme: 👉!👈 rain", "!", "a tag", "rain", "! rain"),
    (
      "theme: 👉&a👈 say \"it\"", "&a", "an anchor, which nothing refers to", "say \"it\"",
      "&a say \\\"it\\\""
    ),
  ]) func `a sign that YAML takes away from a text is told`(
    yaml: String, sign: String, what: String, text: String, whole: String
  ) {
    check(
      "audio: a.mp3\n" + yaml,
      says:
        "warning not-part-of-text: '\(sign)' is \(what), and not part of the text '\(text)' | quote it if it is meant as text: \"\(whole)\"; else remove it"
    )
  }

  @Test func `an anchor that is used is what its writer means, and so is one under a free key`()
    throws
  {
    let project = try project(
      "audio: a.mp3\ntheme: &sea rain\nsections: { chorus: { prompt: *sea } }\n"
        + "x-notes: { a: &b c }\nmotion: &m { preset: hold }\n")
    #expect(project.theme == "rain")
  }

  @Test(arguments: [
    ("👉theme👈: &sea", "theme", "a & begins an anchor: quote it: \"&sea\""),
    ("👉theme👈: !sea", "theme", "a ! begins a tag: quote it: \"!sea\""),
    (
      "song: { 👉title👈: &sea, artist: a }", "song.title", "a & begins an anchor: quote it: \"&sea\""
    ),
  ]) func `a text that is nothing but such a sign is told`(
    yaml: String, path: String, hint: String
  ) {
    let (_, said) = parse("audio: a.mp3\n" + yaml)
    if yaml.contains("!sea") {
      #expect(said.contains("quote a text that begins with '!'"), "\(said)")
    } else {
      check(
        "audio: a.mp3\n" + yaml, says: "no-value: \(path) does not have a value | \(hint)")
    }
  }

  @Test(arguments: [
    ("theme: *sea", "quote a text that begins with '*'"),
    ("theme: !sea rain", "quote a text that begins with '!'"),
    ("theme: **bold**", "a value cannot begin with '*' | put the value in quotes"),
  ]) func `a star or an exclamation mark in front of a text says to quote it`(
    yaml: String, hint: String
  ) {
    let (project, said) = parse("audio: a.mp3\n" + yaml)
    #expect(project == nil && said.contains(hint), "\(said)")
  }

  @Test(arguments: [
    ("theme: 👉*sea👈 at night", "*sea", "*sea at night"),
    ("song: { title: 👉*sea👈 shanty, artist: a }", "*sea", "*sea shanty, artist: a }"),
  ]) func `a reference with more text behind it says to quote it`(
    yaml: String, name: String, whole: String
  ) {
    check(
      "audio: a.mp3\nx-sea: &sea me\n" + yaml,
      says:
        "invalid-yaml: text follows '\(name)', which refers to an anchor | quote it if it is meant as text: \"\(whole)\""
    )
  }

  @Test func `lines that look like marks of a conflict and are none`() throws {
    let project = try project(
      "audio: a.mp3\ntheme: |\n  <<<<<<< here\n  =======\nartist: <<<<<<< me\n")
    #expect(project.theme == "<<<<<<< here\n=======\n")
    #expect(project.artist == "<<<<<<< me")
  }

  @Test(arguments: [
    ("seed: 1\ntheme: a\n👉seed👈: 2", "(lines 2 and 4)"),
    ("song: { title: a, 👉title👈: b }", "in line 2"),
    (
      "sections:\n  chorus: { take: 2 }\n  verse: { take: 2 }\n  👉chorus👈: { take: 3 }",
      "(lines 3 and 5)"
    ),
    ("seed: 1\n👉seed👈: 2\nseed: 3", "(lines 2 and 3)"),
  ]) func `a key that appears twice is shown with both its lines`(yaml: String, places: String) {
    let key = yaml.split(separator: "👉")[1].split(separator: "👈")[0]
    check(
      "audio: a.mp3\n" + yaml,
      says: "duplicate-key: '\(key)' appears twice \(places) | keep one of them")
  }

  /// All that is said about a file, joined.
  private func parse(_ marked: String) -> (Project?, String) {
    let yaml = marked.filter { $0 != "👉" && $0 != "👈" }
    let (project, said) = Project.parse(.init(name: "voimo.yaml", text: yaml), profile: nil)
    return (project, said.map(line).joined(separator: "\n"))
  }
}
