/// What subtitle writers put below a film, and Whisper below songs: it learned from subtitles.
///
/// Phrases of the kind that its users report for silence, in languages that it is used for.
enum SubtitleCredits {
  /// Whether a segment is a credit or a farewell, not a line of a song.
  ///
  /// - Complexity: O(*n*) in the number of characters.
  static func isCredit(_ text: String) -> Bool {
    let words = Repeats.normalised(text)
    let padded = " \(words) "
    return whole.contains(words) || starts.contains { padded.hasPrefix(" \($0) ") }
      || parts.contains { padded.contains(" \($0) ") } || signs.contains { text.contains($0) }
  }

  /// Segments that are nothing else.
  private static let whole = [
    "thanks for watching", "thank you for watching", "thank you so much for watching",
    "thanks for watching and see you next time", "please subscribe",
    "please subscribe to my channel", "please like and subscribe", "like and subscribe",
    "vielen dank für die aufmerksamkeit", "vielen dank fürs zuschauen",
    "danke fürs zuschauen", "merci davoir regardé cette vidéo", "merci davoir regardé",
    "gracias por ver el video", "gracias por ver", "obrigado por assistir",
    "grazie per la visione", "bedankt voor het kijken", "спасибо за просмотр",
    "продолжение следует", "시청해주셔서 감사합니다", "구독과 좋아요 부탁드립니다",
  ]

  /// What credits begin with; a name follows.
  private static let starts = [
    "subtitles by", "subtitled by", "subtitle by", "captions by", "captioned by",
    "closed captions by", "transcription by", "transcribed by", "translated by", "subs by",
    "untertitel von", "untertitel im auftrag des", "untertitelung", "sous titres réalisés",
    "sous titrage", "sous titres par", "sous titres faits par", "subtítulos por",
    "subtítulos realizados por", "subtitulado por", "legendas por", "legenda por",
    "legendado por", "sottotitoli creati", "sottotitoli e revisione", "sottotitoli di",
    "ondertiteld door", "ondertiteling", "ondertitels ingediend door", "napisy stworzone",
    "tekstning av", "undertekster av", "undertexter av", "субтитры", "редактор субтитров",
    "titulky vytvořil", "altyazı",
  ]

  /// Names that no song has.
  private static let parts = [
    "amara org", "amara org community", "damara org", "opensubtitles org", "mooji org",
  ]

  /// The same in scripts that do not part their words.
  private static let signs = [
    "字幕", "ご視聴ありがとうございました", "チャンネル登録", "请不吝点赞", "請不吝點贊", "谢谢观看",
    "謝謝觀看", "感谢观看", "感謝觀看", "한글자막", "자막 by", "자막 제공",
  ]
}
