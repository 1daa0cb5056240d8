import Testing
import VoimoBase
import VoimoProject

@Suite struct LimitTests {
  /// What is said about a text, without its place.
  private func ids(_ yaml: String) -> [String] {
    let (project, diagnostics) = Project.parse(
      SourceText(name: "voimo.yaml", text: yaml), profile: nil)
    #expect((project == nil) == !diagnostics.isEmpty)
    return diagnostics.map(\.message.id)
  }

  private static let bomb =
    "x-0: &a0 [l, l, l, l, l, l, l, l, l]\n"
    + (1...9).map { level in
      "x-\(level): &a\(level) ["
        + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
        + "]\n"
    }.joined()

  @Test func `an alias bomb is refused, not unfolded`() {
    let time = ContinuousClock().measure {
      #expect(ids(Self.bomb + "audio: a.mp3") == ["too-many-values"])
    }
    print("project: an alias bomb was refused in \(time)")
  }

  @Test(arguments: [
    "? *a9\n: x\n", "*a9 : x\n", "{ *a9 : x }: y\n", "? [*a9]\n: x\n", "[*a9]: x\n",
    "x-k: {? *a9 : 1}\n", "x-k: [? *a9 : 1]\n",
  ]) func `a bomb as a key is refused before it is hashed`(key: String) {
    #expect(ids(Self.bomb + key) == ["key-not-text"])
  }

  @Test(arguments: [
    "x: !t &a [b]\u{85}? *a\u{85}: x\n", "x: &a [b]\ny: {\"k\":*a}\n? !t *a\n: x\n",
    "x: plain\n  \"text\ny: &a [b]\n? *a\n: \"x\n",
  ]) func `no spelling hides an alias key`(text: String) {
    #expect(!ids(text).isEmpty)
  }

  @Test func `aliases are counted`() {
    let many =
      "x-a: &a 1\nx-b: [" + Array(repeating: "*a", count: 1001).joined(separator: ", ") + "]"
    #expect(ids("audio: a.mp3\n" + many) == ["too-many-aliases"])
    #expect(
      ids("audio: a.mp3\n" + many.replacing("*a, *a, ", with: "*a, ", maxReplacements: 1)) == [])
  }

  @Test func `a mebibyte is the most`() {
    let head = "audio: a.mp3\n#"
    let full = head + String(repeating: "x", count: FileLimits.bytes - head.utf8.count)
    #expect(ids(full) == [])
    let time = ContinuousClock().measure { #expect(ids(full + "x") == ["file-too-large"]) }
    print("project: a file beyond the limit was refused in \(time)")
  }

  @Test(arguments: [(60, []), (70, ["too-deep"]), (990, ["too-deep"]), (100_000, ["too-deep"])])
  func `nesting is bounded`(depth: Int, said: [String]) {
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(ids("audio: a.mp3\nx-deep: " + text) == said)
  }

  @Test func `nesting in blocks is bounded`() {
    let text = (0..<900).map { String(repeating: " ", count: $0 % 1000) + "a:\n" }.joined()
    #expect(ids(text) == ["too-deep"])
  }

  @Test func `sections are counted`() {
    func file(_ count: Int) -> String {
      "audio: a.mp3\nsections:\n" + (1...count).map { "  a\($0): {seed: 1}\n" }.joined()
    }
    let time = ContinuousClock().measure { #expect(ids(file(2000)) == []) }
    print("project: 2 000 sections were read in \(time)")
    #expect(ids(file(2001)) == ["too-many-sections"])
    let declared = (0...2000).map { "  - {label: a, start: \($0)}\n" }.joined()
    #expect(ids("audio: a.mp3\nstructure:\n" + declared) == ["wrong-shape"])
  }

  @Test func `many explicit keys are refused, some question marks are not`() {
    let nested = String(repeating: "{?", count: 500) + String(repeating: "a, ", count: 200_000)
    #expect(ids(nested) == ["key-not-text"])
    #expect(ids("audio: a.mp3\ntheme: who ? where ?") == [])
  }

  @Test func `a prompt may be long, not endless`() {
    func file(_ count: Int) -> String {
      "audio: a.mp3\ntheme: \"" + String(repeating: "a", count: count) + "\""
    }
    #expect(ids(file(100_000)) == [])
    #expect(ids(file(100_001)) == ["text-too-long"])
  }
}
