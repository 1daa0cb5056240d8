import Testing
import VoimoBase
import VoimoCharts
import VoimoMedia

/// Lines that are cut and broken where they are too long.
@Suite struct TextRulerTests {
  private func ruler(for texts: [String]) throws -> TextRuler {
    TextRuler(
      try TypeSetter(
        Typeface(fonts: [.standard(.regular)], bold: .standard(.bold)), for: texts))
  }

  @Test func `a line is measured by its letters`() throws {
    let ruler = try ruler(for: ["é"])
    // From the font's own table: 1260 of 2048 units.
    #expect(abs(ruler.width(of: "é", size: 2048) - 1260) < 1)
    #expect(ruler.width(of: "iiii", size: 20) < ruler.width(of: "mmmm", size: 20) / 3)
    #expect(ruler.width(of: "mmmm", size: 20, isBold: true) > ruler.width(of: "mmmm", size: 20))
    #expect(ruler.width(of: "a\u{200D}\u{FE0F}", size: 20) == ruler.width(of: "a", size: 20))
    #expect(ruler.width(of: "", size: 20) == 0)
  }

  @Test func `a line without room is cut with an ellipsis`() throws {
    for ruler in [TextRuler(), try ruler(for: [])] {
      #expect(ruler.fitted("short", size: 10, width: 100) == "short")
      let cut = try #require(ruler.fitted("a much longer line of words", size: 10, width: 60))
      #expect(cut.hasSuffix("…") && cut.hasPrefix("a m") && !cut.hasSuffix(" …"))
      #expect(ruler.width(of: cut, size: 10) <= 60)
      #expect(ruler.fitted("nothing", size: 10, width: 5) == nil)
    }
    #expect(TextRuler().width(of: "歌", size: 10) == 10)
  }

  @Test(
    arguments: [
      ("one two three", 3, ["one two", "three"]),
      ("one   two\n\tthree", 3, ["one two", "three"]),
      ("one two three four", 1, ["one two…"]),
      ("one two three four", 2, ["one two", "three fo…"]),
      ("seventeenletters x", 3, ["seventee", "nletters x"]),
      ("", 3, []), ("  ", 3, []), ("one", 0, []),
      ("no\u{A0}break here", 3, ["no\u{A0}break", "here"]),
      ("moon-light boat", 3, ["moon-", "light boat"]),
      ("reds sea · ice", 3, ["reds", "sea · ice"]),
      // 5 characters of East Asia fit.
      ("月夜海辺船歌", 3, ["月夜海辺船", "歌"]),
      ("月夜海辺船。歌", 3, ["月夜海辺", "船。歌"]),
      ("月夜海辺「船」", 3, ["月夜海辺", "「船」"]),
      ("ラブソングー", 3, ["ラブソン", "グー"]),
      ("月夜 sea 海辺", 3, ["月夜 sea", "海辺"]),
      ("月夜海辺船歌月夜海辺船歌", 2, ["月夜海辺船", "歌月夜海…"]),
    ] as [(String, Int, [String])])
  func `lines are broken where their script allows`(text: String, limit: Int, lines: [String]) {
    // The estimate: 0.61 em for most letters, a whole one for East Asia.
    #expect(TextRuler().lines(of: text, size: 10, width: 52, atMost: limit) == lines)
  }

  @Test func `lines keep the direction of their text`() {
    func lines(_ text: String) -> [String] {
      TextRuler().lines(of: text, size: 10, width: 52, atMost: 9)
    }
    #expect(lines("about שלום לכם words").count == 3)
    #expect(lines("about שלום לכם words").allSatisfy { $0.hasPrefix("\u{200E}") })
    #expect(lines("שלום about לכם").allSatisfy { $0.hasPrefix("\u{200F}") })
    #expect(lines("about words").allSatisfy { !$0.hasPrefix("\u{200E}") })
  }

  @Test func `no line is wider than its room, and none loses a letter`() throws {
    let words = ["moon", "Лодка", "月", "夜", "。", "「", "x-y", "ﷺ", "Größe", "·", "—", "…", "ー", "m"]
    var random = SeededRandom(seed: 5)
    let ruler = try ruler(for: words)
    for _ in 0..<400 {
      let text = (0..<random.index(12)).map { _ in
        words[random.index(words.count)] + (random.index(3) == 0 ? "" : " ")
      }.joined()
      let width = 20 + Double(random.index(180))
      let lines = ruler.lines(of: text, size: 13, width: width, atMost: .max)
      for line in lines where line.count > 1 {
        #expect(ruler.width(of: line, size: 13) <= width, "\(text) at \(width)")
      }
      let nothing: Set<Unicode.Scalar> = [" ", "\u{200E}", "\u{200F}"]
      let letters = lines.joined().unicodeScalars.filter { !nothing.contains($0) }
      #expect(String(String.UnicodeScalarView(letters)) == text.filter { $0 != " " })
    }
  }
}

extension SeededRandom {
  /// From 0 to one below a count.
  fileprivate mutating func index(_ count: Int) -> Int { Int(next() % UInt64(count)) }
}
