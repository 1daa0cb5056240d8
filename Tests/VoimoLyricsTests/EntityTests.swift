import Testing
import VoimoBase
import VoimoLyrics

@Suite struct EntityTests {
  /// A text as each format holds it.
  private func files(_ text: String) -> [(name: String, text: String)] {
    [
      ("a.lrc", "[00:01.00]\(text)\n[00:02.00]"),
      ("a.srt", "00:00:01,000 --> 00:00:02,000\n\(text)\n"),
      ("a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n\(text)\n"),
      ("a.ass", "Dialogue: 0,0:00:01.00,0:00:02.00,D,,0,0,0,,\(text)"),
    ]
  }

  @Test(arguments: [
    ("don&apos;t &amp; can&#39;t &quot;stop&quot;", "don't & can't \"stop\""),
    ("it&#x27;s &#X2019;all&#8217; right", "it's ’all’ right"),
    ("caf&eacute; &Uuml;ber &hellip; &frac12; &hearts;", "café Über … ½ ♥"),
    ("&amp;lt;b&amp;gt;", "&lt;b&gt;"),
    ("a &amp b&nbsp;c &copy 2020", "a & b c © 2020"),
    ("AT&T R&B a & b &; &# &x;", "AT&T R&B a & b &; &# &x;"),
    ("&#146;s &#0;&#x110000;", "’s \u{FFFD}\u{FFFD}"),
    ("&lt;i&gt;so&lt;/i&gt;", "<i>so</i>"),
    ("&NotEqualTilde;&CounterClockwiseContourIntegral;", "≂̸∳"),
  ])
  func `entities are read once, in every format`(text: String, words: String) {
    for file in files(text) {
      expectLines(file.name, file.text, ["0:01–0:02 \(words)"])
    }
    expectLines("a.txt", text, ["[]", "1 \(words)"])
  }

  @Test func `a stamp or a tag that is written with entities is words`() {
    expectLines(
      "a.lrc", "[00:01]&lt;00:01.50&gt; &#91;00:02]\n[00:03]", ["0:01–0:03 <00:01.50> [00:02]"])
  }

  @Test func `what looks like an entity survives every format`() {
    let lyrics = Lyrics(lines: [
      LyricLine(text: "&amp; &lt b &copy2020 &#39; &\u{2060}gt; <00:01.00>", start: 1, end: 2)
    ])
    let style = SubtitleStyle(kind: .plain, width: 640, height: 360)
    for (name, text) in [
      ("a.lrc", lyrics.lrc()), ("a.srt", lyrics.srt), ("a.vtt", lyrics.vtt),
      ("a.ass", lyrics.ass(style)), ("b.lrc", lyrics.frozenLRC()),
    ] {
      let read = LyricsFile.parse(SourceText(name: name, text: text))
      guard case .timed(let again)? = read.document else {
        Issue.record("\(name) was not read")
        continue
      }
      #expect(again.lines.map(\.text) == lyrics.lines.map(\.text), "\(name)")
    }
  }
}
