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
      if eastern.contains(name) { return true }
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
    "get tickets as low as", "songtexte.com", "musixmatch.com",
  ]

  private static let starts = ["get tickets as low as", "lyrics by arrangement"]

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

  /// What Chinese, Japanese and Korean pages write before a colon.
  private static let eastern: Set<String> = [
    "作词", "作詞", "作曲", "编曲", "編曲", "词", "詞", "曲", "填词", "填詞", "演唱", "歌手", "原唱", "制作",
    "製作", "制作人", "製作人", "混音", "监制", "監製", "作詞作曲", "作词作曲", "作詞・作曲", "歌名", "专辑", "專輯",
    "작사", "작곡", "편곡", "노래", "작사작곡", "가수",
  ]

  private static let languages: Set<String> = [
    "english", "espanol", "deutsch", "francais", "portugues", "italiano", "turkce", "polski",
    "nederlands", "svenska", "dansk", "norsk", "suomi", "cesky", "cestina", "magyar", "romana",
    "русский", "русский (russian)", "українська", "ελληνικα", "中文", "中文 (chinese)", "日本語",
    "日本語 (japanese)", "한국어", "한국어 (korean)", "العربية", "עברית", "فارسی", "ไทย", "bahasa indonesia",
    "tieng viet", "hrvatski", "srpski", "azerbaycanca", "romanization", "romanized",
  ]
}
