import Testing
import VoimoBase
import VoimoLyrics

@Suite struct PlainTextTests {
  @Test(arguments: [
    ("[副歌]", "chorus"), ("[후렴]", "chorus"), ("[Припев]", "chorus"), ("【サビ】", "chorus"),
    ("《副歌》", "chorus"), ("［サビ］", "chorus"), ("〔副歌2〕", "chorus 2"), ("[主歌 1]", "verse 1"),
    ("[1절]", "verse 1"), ("[Куплет 2: Анна]", "verse 2"), ("[Переход]", "pre-chorus"),
    ("[Épilogue]", "outro"), ("[Refrão]", "chorus"), ("[Pré-refrain]", "pre-chorus"),
    ("[Couplet 1 : Ada]", "verse 1"), ("[Strophe 2]", "verse 2"), ("[Brücke]", "bridge"),
    ("[Verse 1: Anna & Bo]", "verse 1"), ("[Verse One]", "verse 1"), ("[Verse II]", "verse 2"),
    ("[Chorus - Ada]", "chorus"), ("[Final Chorus]", "chorus"), ("[Guitar Solo]", "solo"),
    ("[Instrumental Break]", "break"), ("(Chorus)", "chorus"), ("（副歌）", "chorus"),
    ("Chorus:", "chorus"), ("サビ：", "chorus"), ("CHORUS", "chorus"), ("Verse 2", "verse 2"),
    ("--- Chorus ---", "chorus"), ("**Bridge**", "bridge"), ("== Outro ==", "outro"),
    ("[Estribillo]", "chorus"), ("[Ritornello]", "chorus"), ("[Zwrotka 3]", "verse 3"),
    ("[Drop]", "drop"), ("[Build]", "build"), ("[Build-Up]", "build"), ("[間奏]", "inst"),
    ("[A]", "a"), ("[Приспів]", "chorus"), ("[פזמון]", "chorus"), ("[لازمة]", "chorus"),
    ("[ＣＨＯＲＵＳ]", "chorus"), ("1.", "verse 1"), ("2)", "verse 2"), ("(3)", "verse 3"),
    ("Ref.", "chorus"), ("Ref.:", "chorus"), ("Refr.", "chorus"), ("[Repeat Chorus]", "chorus"),
  ])
  func `headings are known in many languages and forms`(heading: String, mark: String) {
    expectLines("a.txt", "la\n\n\(heading)\nlo", ["[]", "1 la", "[\(mark)]", "4 lo"])
  }

  @Test func `repeats of headings are written out`() {
    expectLines("a.txt", "CHORUS x2\nla", ["[chorus]", "2 la", "[chorus]", "2 la"])
    expectLines("a.txt", "[副歌] ×2\nla", ["[chorus]", "2 la", "[chorus]", "2 la"])
    expectLines("a.txt", "[副歌]\nla\n\n[副歌]", ["[chorus]", "2 la", "[chorus]", "2 la"])
  }

  @Test func `a heading without a label parts the words`() {
    expectLines("a.txt", "la\n[某某]\nlo\n《河》\nli", ["[]", "1 la", "[]", "3 lo", "[]", "5 li"])
  }

  @Test func `a sung line in brackets stays, with a warning where the brackets are square`() {
    expectLines(
      "a.txt", "[I love you]\n(ooh)\n(I break)\n[Break my heart]\n[Ada]\nla",
      ["[]", "1 [I love you]", "2 (ooh)", "3 (I break)", "4 [Break my heart]", "5 [Ada]", "6 la"],
      notes: ["warning 1:1+12 lyrics-brackets"])
    #expect(
      sentences("a.txt", "[Ada]\nla").first
        == "\"[Ada]\" names no part of a song that voimo knows; it is sung as it stands")
  }

  @Test func `words that are also names of parts stay words`() {
    expectLines(
      "a.txt", "la\nRISE\nMUSIC\n(the end)\nFin:\nBridge\nBreak\nDrop\nChorus\nlo",
      [
        "[]", "1 la", "2 RISE", "3 MUSIC", "4 (the end)", "5 Fin:", "6 Bridge", "7 Break", "8 Drop",
        "9 Chorus", "10 lo",
      ])
  }

  @Test func `chords are not sung`() {
    expectLines(
      "a.txt",
      """
      [Verse]
      Am        F
      Cold river under stone
      C     G/B   N.C.
      We walk it alone
      | Am  | F  % | C#m7b5 |  x2
      E
      Run

      [Chorus]
      [Am]Run, [F]run a[G]way
      [Am] [F] [Cmaj7]
      e|--0--2--3--|
      Capo 2
      A day, a G
      """,
      [
        "[verse]", "3 Cold river under stone", "5 We walk it alone", "8 Run", "[chorus]",
        "11 Run, run away",
        "15 A day, a G",
      ],
      notes: ["warning 2:1+11 lyrics-chords"])
  }

  @Test func `ChordPro is read`() {
    let text = """
      {title: River}
      {st: Ada}
      # written by hand
      {key: Am}
      {soc}
      [Am]Cold [F]river
      {eoc}
      {start_of_verse: label="Verse 2"}
      We [C#m7]walk
      {end_of_verse}
      {sot}
      e|----|
      anything
      {eot}
      {comment: Bridge}
      Run
      {c: softly}

      {chorus}
      """
    let reading = LyricsFile.parse(SourceText(name: "a.cho", text: text))
    #expect(
      rows(of: reading.document) == [
        "[chorus]", "6 Cold river", "[verse 2]", "9 We walk", "[bridge]", "16 Run", "[chorus]",
        "6 Cold river",
      ])
    #expect(reading.metadata == ["title": "River", "artist": "Ada"])
    #expect(reading.diagnostics.map(\.message.id) == ["lyrics-chords"])
  }

  @Test func `words that look like chords stay words`() {
    expectLines(
      "a.txt", "A B C D E F G\nA\nAm Fluss\nE\n[A] b\nAdd it\n- so -\n",
      ["[]", "1 A B C D E F G", "2 A", "3 Am Fluss", "4 E", "5 [A] b", "6 Add it", "7 - so -"])
  }

  @Test func `what lyrics pages add is left out and named`() {
    expectLines(
      "a.txt",
      """
      3 ContributorsTranslationsDeutschRiver Lyrics[Verse 1]
      Cold river
      See Ada Live
      Get tickets as low as $34
      You might also like[Chorus]
      RunYou might also like
      https://example.com/river
      © 2020 Ada
      Written by: Ada, Bo
      We walk alone12Embed
      """,
      ["[verse 1]", "2 Cold river", "[chorus]", "6 Run", "10 We walk alone"],
      notes: ["warning 1:1+54 lyrics-residue"])
    expectLines(
      "a.txt",
      "Songtext von Ada - River\n5 Contributors\nTranslations\nDeutsch\nEspañol\n\n[Chorus]\nla\n23Embed",
      ["[chorus]", "8 la"], notes: ["warning 1:1+24 lyrics-residue"])
    expectLines(
      "a.txt", "作詞：某\n作曲：某\n\n歌う\nlyrics provided by azlyrics.com", ["[]", "4 歌う"],
      notes: ["warning 1:1+4 lyrics-residue"])
    #expect(
      sentences("a.txt", "la\nEmbed\nYou might also like").first
        == "lines 2 and 3 come from a lyrics page (\"Embed\") and are not sung")
  }

  @Test func `words that a page might have stay words`() {
    expectLines(
      "a.txt", "You might also like me\nSee me live\nText me\nCopyright my heart\nI embed\n",
      [
        "[]", "1 You might also like me", "2 See me live", "3 Text me", "4 Copyright my heart",
        "5 I embed",
      ])
  }

  @Test(arguments: [
    ("漢字(かんじ)の歌", "漢字の歌"), ("漢字（かんじ）", "漢字"), ("｜漢字《かんじ》を", "漢字を"), ("夢《ゆめ》", "夢"),
    ("<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>", "漢字"), ("愛してる(あいしてる)", "愛してる(あいしてる)"),
    ("夢(ラララ)", "夢(ラララ)"), ("夢(yeah)", "夢(yeah)"),
  ])
  func `readings of characters are not sung`(text: String, words: String) {
    expectLines("a.txt", text, ["[]", "1 \(words)"])
  }

  @Test func `invisible letters and tags are no words`() {
    expectLines(
      "a.txt",
      "co\u{200B}ld\u{00AD} \u{202E}river\u{202C} \u{2067}run\u{2069}\n<i>We</i> walk<br>alone<br/>\n\u{200B}",
      ["[]", "1 cold river run", "2 We walk", "2 alone"])
  }
}
