import Testing
import VoimoBase

@Suite struct TextWidthTests {
  @Test(arguments: [
    ("", 0), ("film", 4), ("Übermut", 7), ("U\u{308}bermut", 7), ("夜の歌", 6), ("밤", 2),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("ﾊﾝｶｸ", 4), ("Ｆ", 2), ("🎬", 2), ("👩‍👩‍👧", 2), ("🇩🇪", 2),
    ("❤️", 2), ("✓ ▸ · ━ …", 9), ("שלום", 4), ("e\u{301}\u{323}", 1), ("\u{200B}", 0),
  ]) func `a text takes the columns that a terminal gives it`(text: String, columns: Int) {
    #expect(TextWidth.columns(text) == columns, "\(text)")
  }
}
