import Testing

/// The reader that the other tests stand on.
@Suite struct SwiftTextTests {
  private func check(
    _ text: String, _ code: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let lines = SwiftText.lines(of: text, .code)
    let shown = lines.map { $0.split(separator: " ").joined(separator: " ") }.joined(separator: "|")
    #expect(shown == code, sourceLocation: sourceLocation)
  }

  @Test func `comments are blank`() {
    check("a // b\nc /* d /* e */ f */ g", "a|c g")
    check("/* a\nb */ c", "|c")
  }

  @Test func `strings are blank, what is interpolated is not`() {
    check(#"let a = "b // c""#, #"let a = " ""#)
    check(#"f("x \(g(")")) y") + h"#, #"f(" (g(" ")) ") + h"#)
    check(##"let a = #"b " \(c) \#(d) "# + e"##, ##"let a = #" (d) "# + e"##)
    check("let a = \"\"\"\n  b \"c\"\n  \"\"\"\nd", "let a = \"\"\"||\"\"\"|d")
    check(#"let a = "\\" + b"#, #"let a = " " + b"#)
    check(#"let a = "\"" + b"#, #"let a = " " + b"#)
  }

  @Test func `an unended string ends with its line`() {
    check("let a = \"b\nc", "let a = \"|c")
  }

  @Test func `strings stay where they are wanted`() {
    #expect(SwiftText.lines(of: #"run("/bin/sh") // why"#, .codeAndStrings)[0].contains("/bin/sh"))
  }

  @Test func `a word is found where it is one`() {
    #expect(Needle.word("public").isFound(in: "public struct A"))
    #expect(!Needle.word("public").isFound(in: "publicly"))
    #expect(Needle.call("open").isFound(in: "let a = open(path)"))
    #expect(!Needle.call("open").isFound(in: "store.open(path)"))
    #expect(!Needle.call("open").isFound(in: "static func open(folder:)"))
    #expect(!Needle.call("open").isFound(in: "reopen(path)"))
  }
}
