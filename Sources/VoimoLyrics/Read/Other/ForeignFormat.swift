import VoimoBase

/// Text formats that hold words for songs or films and that voimo does not read: known by their
/// contents, so that they are not sung as they stand.
enum ForeignFormat {
  /// What a text is, with what to do about it; nil where it is none of these.
  static func message(_ lines: [SourceLine], name: String) -> Diagnostic.Message? {
    guard let first = lines.first(where: { !$0.isBlank }) else { return nil }
    let head = tidied(first.scalars.prefix(200)).lowercased()
    if head.hasPrefix("<") || head.hasPrefix("&lt;") { return markup(lines, head: head) }
    if head.hasPrefix("{") || head.hasPrefix("[{") || head == "[" {
      // Words of other formats begin with brackets too: JSON has quoted names.
      let text = lines.prefix(50).map { LRCText.string($0.scalars.prefix(2000)) }
        .joined(separator: "\n")
      if text.contains("\":") || text.contains("\" :") {
        return .foreignFormat(
          "JSON in a form that voimo does not know",
          fix: "JSON of LRCLIB, Spotify, Musixmatch, YouTube and Whisper is read; else take the LRC"
        )
      }
    }
    if head.hasPrefix("scenarist_scc") {
      return .foreignFormat("SCC captions", fix: "ffmpeg -i words.scc words.srt makes SRT of it")
    }
    if head.hasPrefix("[content_encrypted") || isHexadecimal(lines) {
      return .foreignFormat(
        "encrypted words (QRC or KRC)", fix: "let the program that wrote it export LRC")
    }
    if isTable(lines, name: name) {
      return .foreignFormat(
        "a table (CSV)", fix: "save the words alone as text, or as LRC: [1:23.45]words")
    }
    return nil
  }

  /// What a text in angle brackets is.
  private static func markup(_ lines: [SourceLine], head: String) -> Diagnostic.Message? {
    let text = lines.prefix(60).map { tidied($0.scalars.prefix(2000)) }.joined(separator: " ")
      .lowercased()
    if text.contains("<sami") || text.contains("<sync start") {
      return .foreignFormat("SAMI captions", fix: "ffmpeg -i words.smi words.srt makes SRT of it")
    }
    if head.hasPrefix("<!doctype html") || text.contains("<html") || text.contains("<body")
      || text.contains("<head>") || head.hasPrefix("<div") || head.hasPrefix("<meta")
    {
      return .foreignFormat(
        "an HTML page", fix: "copy the words out of the browser into a text file")
    }
    if text.contains("<qrcinfos") || text.contains("lyriccontent=") {
      return .foreignFormat(
        "QRC in XML (QQ Music)", fix: "save what LyricContent holds as a file of its own")
    }
    if text.contains("<transcript") || text.contains("<timedtext") {
      return .foreignFormat(
        "YouTube captions in XML", fix: "yt-dlp --write-subs --sub-format vtt fetches VTT")
    }
    if text.contains("<score-partwise") || text.contains("<musescore") {
      return .foreignFormat("a score (MusicXML)", fix: "save the words as text")
    }
    if head.hasPrefix("<?xml") || text.contains("xmlns") || head.hasPrefix("<!doctype") {
      return .foreignFormat(
        "XML in a form that voimo does not know", fix: "TTML is read; else save the words as LRC")
    }
    return nil
  }

  /// Whether the whole text is hexadecimal digits, as encrypted words are kept.
  private static func isHexadecimal(_ lines: [SourceLine]) -> Bool {
    guard lines.first?.scalars.allSatisfy({ $0.value < 0x80 && Character($0).isHexDigit }) ?? false
    else { return false }
    let digits = lines.flatMap { $0.scalars.filter { !$0.isBlank } }
    return digits.count >= 64 && digits.allSatisfy { Character($0).isHexDigit && $0.value < 0x80 }
      && digits.contains { LyricTime.digit($0) != nil }
  }

  /// Whether the lines are rows of a table: a header that names columns, or times in the first.
  private static func isTable(_ lines: [SourceLine], name: String) -> Bool {
    let rows = lines.filter { !$0.isBlank }.prefix(40)
    guard let first = rows.first, rows.count > 1 else { return false }
    let isNamed = name.lowercased().hasSuffix(".csv") || name.lowercased().hasSuffix(".tsv")
    for separator: Unicode.Scalar in [",", ";", "\t"] {
      let header = first.scalars.split(separator: separator, omittingEmptySubsequences: false)
        .map { HeadingWords.folded(tidied($0.filter { $0 != "\"" })) }
      guard header.count > 1 else { continue }
      if isNamed { return true }
      let times: Set<String> = [
        "start", "begin", "time", "start time", "timestamp", "start_time", "starttime", "from",
      ]
      let words: Set<String> = ["text", "lyrics", "lyric", "line", "words", "word", "content"]
      if header.contains(where: times.contains), header.contains(where: words.contains) {
        return true
      }
    }
    return false
  }
}
