import VoimoBase

/// What lyrics pages put around the words and people copy along: counts of contributors, links,
/// titles, rights, credits.
enum PageResidue {
  /// The lines without it, and a warning that names those that are left out.
  static func removed(from lines: [SourceLine], _ notes: inout Notes) -> [SourceLine] {
    let shown = lines.indices.filter { !lines[$0].isBlank }
    let edges = Set(shown.prefix(6) + shown.suffix(6))
    let heads = Set(shown.prefix(4))
    var out: [SourceLine] = []
    var left: [(text: String, span: SourceSpan)] = []
    var isInTranslations = false
    for index in lines.indices {
      let line = lines[index]
      let text = tidied(line.scalars)
      func leave() { left.append((text, line.span)) }
      // Nothing that pages add is longer.
      guard text.utf8.count <= 400 else {
        out.append(line)
        continue
      }
      let plain = HeadingWords.folded(text)
      if isInTranslations {
        if text.isEmpty || languages.contains(plain) {
          if !text.isEmpty { leave() }
          continue
        }
        isInTranslations = false
      }
      if plain == "translations" {
        isInTranslations = true
        leave()
      } else if isResidue(text, plain)
        || heads.contains(index) && isTitle(plain) || edges.contains(index) && isCredit(plain)
      {
        leave()
      } else if let rest = glued(text, isLast: index == shown.last, isHead: heads.contains(index)) {
        leave()
        if !rest.isEmpty {
          out.append(SourceLine(number: line.number, scalars: Array(rest.unicodeScalars)))
        }
      } else {
        out.append(line)
      }
    }
    if let first = left.first {
      let kept = String(first.text.prefix(60))
      notes.warning(.residueLeftOut(LineNumbers(left.map(\.span.line)), kept), at: first.span)
    }
    return out
  }

  /// Lines with times without what pages, tools and services add to them, and a warning that names
  /// those that are left out.
  static func removed(from lines: [SungLine], _ notes: inout Notes) -> [SungLine] {
    let edges = 8
    var left: [SungLine] = []
    let sung = lines.enumerated().filter { index, line in
      let text = line.line.text
      guard text.utf8.count <= 400 else { return true }
      let plain = HeadingWords.folded(text)
      let isAtEdge = index < edges || index >= lines.count - edges
      guard isResidue(text, plain) || isAtEdge && isCredit(plain) else { return true }
      left.append(line)
      return false
    }.map(\.element)
    if let first = left.first {
      let kept = String(first.line.text.prefix(60))
      notes.warning(.creditsLeftOut(LineNumbers(left.map(\.span.line)), kept), at: first.span)
    }
    return sung
  }

  /// Whether a line is never sung.
  private static func isResidue(_ text: String, _ plain: String) -> Bool {
    if exact.contains(plain) { return true }
    if plain.contains("http://") || plain.contains("https://") || plain.hasPrefix("www.") {
      return true
    }
    if !plain.contains(" "),
      [".com", ".net", ".org", ".ru", ".de", ".fr"].contains(where: plain.hasSuffix)
    {
      return true
    }
    if let number = plain.split(separator: " ").first,
      number.allSatisfy({ $0.isNumber || $0 == "." || $0 == "k" }), number.first?.isNumber == true,
      ["contributor", "contributors"].contains(String(plain.dropFirst(number.count + 1)))
    {
      return true
    }
    let counted = plain.drop(while: \.isNumber)
    if counted == "embed" { return true }
    if text.hasPrefix("See "), text.hasSuffix(" Live") { return true }
    if text.hasPrefix("©") || text.hasPrefix("℗") { return true }
    if plain.hasPrefix("(c) ") || plain.hasPrefix("copyright ") || plain.hasPrefix("copyright:") {
      if plain.contains(where: \.isNumber) || plain.contains("©") { return true }
    }
    if parts.contains(where: plain.contains) || starts.contains(where: plain.hasPrefix) {
      return true
    }
    let colon = plain.firstIndex { $0 == ":" || $0 == "：" }
    if let colon {
      let name = tidied(plain[..<colon].unicodeScalars).replacing(" ", with: "")
      if isEastern(name) { return true }
    }
    return false
  }

  /// Whether a line near the top is the page's title.
  private static func isTitle(_ plain: String) -> Bool {
    titles.contains(where: plain.hasPrefix)
      || [" lyrics", " songtext", " letra", " paroles", " testo", " 歌词", " 歌詞", " 가사"]
        .contains(where: plain.hasSuffix)
  }

  /// Whether a line near the top or the end says who wrote the song.
  private static func isCredit(_ plain: String) -> Bool {
    credits.contains { credit in
      plain.hasPrefix(credit) && plain.count > credit.count
        && (credit.hasSuffix(":") || credit.hasSuffix("by")
          || plain.dropFirst(credit.count).drop { $0 == " " }.first == ":")
    }
  }

  /// A line without what a page glued to it; nil where nothing is.
  private static func glued(_ text: String, isLast: Bool, isHead: Bool) -> String? {
    var rest = text[...]
    if isHead, let end = rest.firstRange(of: " Lyrics"),
      rest[..<end.lowerBound].contains("Contributor")
    {
      rest = rest[end.upperBound...]
    }
    let advertisement = "You might also like"
    if rest.hasPrefix(advertisement + "[") { rest = rest.dropFirst(advertisement.count) }
    if rest.hasSuffix(advertisement), rest.count > advertisement.count,
      rest.dropLast(advertisement.count).last != " "
    {
      rest = rest.dropLast(advertisement.count)
    }
    if isLast, rest.hasSuffix("Embed"), rest.dropLast(5).last.map({ $0 != " " }) ?? false {
      rest = rest.dropLast(5)
      while rest.last?.isNumber == true { rest = rest.dropLast() }
    }
    return rest.count == text.count ? nil : tidied(rest.unicodeScalars)
  }

  private static let exact: Set<String> = [
    "you might also like", "share url", "copy embed", "submit corrections", "read more",
    "see lyrics", "add to favorites", "print lyrics", "more on genius", "show more", "lyrics",
    "upgrade to remove ads", "advertisement", "lire la suite", "compartilhar", "ver mas",
  ]

  private static let parts = [
    "all rights reserved", "lyrics licensed", "lyrics powered by", "lyrics ©", "lyrics provided by",
    "powered by musixmatch", "powered by lyricfind", "licensed by lyricfind", "azlyrics.com",
    "genius.com", "not for commercial use", "lyrics taken from", "lyrics from <", "letras.mus.br",
    "get tickets as low as", "songtexte.com", "musixmatch.com", "amara.org", "opensubtitles",
    "rentanadviser", "megalobiz", "lrcgenerator", "lyricsify", "纯音乐,请", "純音樂,請", "没有填词的纯音乐",
    "沒有填詞的純音樂", "未经著作权人", "未經著作權人", "tme享有本翻译",
  ]

  private static let starts = [
    "get tickets as low as", "lyrics by arrangement", "subtitles by ", "captions by ",
    "captioned by ", "subtitled by ", "transcribed by ", "synced by ", "synchronized by ",
    "synchronised by ", "lrc by ", "untertitel von ", "untertitelung ", "sous-titres ",
    "sous-titrage ", "subtitulos por ", "legendas por ", "sottotitoli di ", "sottotitoli a cura ",
    "字幕由", "字幕：", "字幕:", "субтитры ", "редактор субтитров",
  ]

  private static let titles = [
    "songtext von", "songtext zu", "songtexte von", "paroles de ", "paroles :", "paroles:",
    "letra de ", "letra da ", "letras de ", "testo di ", "testo della canzone", "tekst piosenki",
    "текст песни", "слова песни", "lyrics to ", "lyrics of ", "lyrics for ", "songtekst van",
    "lirik lagu", "sanat kappaleeseen", "歌词", "歌詞",
  ]

  private static let credits = [
    "written by", "writer", "writers", "writer(s)", "songwriter", "songwriters", "songwriter(s)",
    "produced by", "producer", "producers", "composed by", "composer", "composers", "music by",
    "lyrics by", "words by", "words and music", "words & music", "text by", "source",
    "submitted by",
    "transcribed by", "thanks to", "album", "artist", "title", "song", "year", "released",
    "release date", "publisher", "label", "genre", "autor", "autores", "compositor",
    "compositores", "auteur", "auteurs", "text und musik", "musik", "text", "автор", "авторы",
    "музыка", "слова",
  ]

  /// Whether pages in Chinese, Japanese and Korean write this before a colon: a trade, or several
  /// of them, `词/曲`.
  private static func isEastern(_ name: String) -> Bool {
    guard name.count <= 24 else { return false }
    let parts = name.split { "/、・&＆+和".contains($0) }
    return !parts.isEmpty
      && parts.allSatisfy { part in
        eastern.contains(String(part))
          || easternEnds.contains { part.hasSuffix($0) && part.count <= $0.count + 6 }
      }
  }

  private static let eastern: Set<String> = [
    "作词", "作詞", "作曲", "编曲", "編曲", "词", "詞", "曲", "填词", "填詞", "演唱", "歌手", "原唱", "制作",
    "製作", "混音", "监制", "監製", "作詞作曲", "作词作曲", "歌名", "专辑", "專輯", "翻唱", "原曲", "录音", "錄音",
    "录制", "母带", "母帶", "吉他", "木吉他", "电吉他", "贝斯", "貝斯", "鼓", "架子鼓", "键盘", "鍵盤", "钢琴", "鋼琴",
    "弦乐", "弦樂", "大提琴", "小提琴", "二胡", "古筝", "笛子", "和声", "和聲", "合声", "配唱", "统筹", "統籌", "策划",
    "企划", "出品", "发行", "發行", "宣发", "推广", "封面", "后期", "後期", "调教", "曲绘", "题字", "美工", "版权",
    "版權", "文案", "念白", "op", "sp", "isrc", "ボーカル", "歌", "唄", "訳詞", "ミックス", "動画", "イラスト",
    "작사", "작곡", "편곡", "노래", "작사작곡", "가수", "제작", "믹싱", "마스터링", "기타", "드럼", "피아노", "코러스",
  ]

  /// What ends the names of people's trades: `录音师`, `母带工程师`, `音乐制作人`, `录音室`.
  private static let easternEnds = [
    "制作人", "製作人", "监制", "監製", "工程师", "工程師", "录音师", "錄音師", "混音师", "混音師", "录音室", "錄音室",
    "录音棚", "工作室", "编写", "編寫", "设计", "設計", "总监", "總監", "公司", "出品人", "发行人",
  ]

  private static let languages: Set<String> = [
    "english", "espanol", "deutsch", "francais", "portugues", "italiano", "turkce", "polski",
    "nederlands", "svenska", "dansk", "norsk", "suomi", "cesky", "cestina", "magyar", "romana",
    "русский", "русский (russian)", "українська", "ελληνικα", "中文", "中文 (chinese)", "日本語",
    "日本語 (japanese)", "한국어", "한국어 (korean)", "العربية", "עברית", "فارسی", "ไทย", "bahasa indonesia",
    "tieng viet", "hrvatski", "srpski", "azerbaycanca", "romanization", "romanized",
  ]
}
