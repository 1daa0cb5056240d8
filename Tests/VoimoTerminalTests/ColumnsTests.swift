import Testing
import VoimoTerminal

@Suite struct ColumnsTests {
  private let colors = Style(isColorful: true)

  @Test func `colors take no room`() {
    #expect(colors.paint("film", .boldRed).columns == 4)
    #expect(colors.paint("夜", .dim).columns == 2)
    #expect(colors.paint("film", .dim).padded(to: 6) == "\u{1B}[2mfilm\u{1B}[0m  ")
  }

  @Test func `columns line up with colors as without`() {
    for style in [colors, .plain] {
      let rows = [
        ["name", "size"].map { style.paint($0, .dim) }, ["夜の歌", "12"], ["film", "3"],
        [style.paint("contact-sheet", .green), "4"],
      ]
      let starts = Columns.lines(rows).map { line in
        let cell = line.split(separator: " ").last.map(String.init) ?? ""
        return line.columns - cell.columns
      }
      #expect(starts == [15, 15, 15, 15])
    }
  }

  @Test func `the last column is not padded, and rows may be short`() {
    #expect(Columns.lines([["a", "b"], ["ccc"], ["d", "e"]]) == ["a    b", "ccc", "d    e"])
    #expect(Columns.lines([]) == [])
  }

  @Test(arguments: [
    ("夜の歌", 3, "夜"), ("夜の歌", 4, "夜の"), ("film", 9, "film"), ("film", 0, ""),
    ("\u{1B}[2mfilm\u{1B}[0m", 2, "\u{1B}[2mfi\u{1B}[0m"),
  ]) func `a line is cut to whole characters, and its color ends`(
    text: String, width: Int, cut: String
  ) {
    #expect(text.clipped(to: width) == cut)
  }
}
