import Testing
import VoimoLyrics

@Suite struct LyricLanguageTests {
  private func check(_ text: String, _ language: String) {
    let stanza = Stanza(lines: text.split(separator: "\n").map { StanzaLine(text: String($0)) })
    #expect(LyricLanguage.guess([stanza]) == language, "\(text)")
  }

  @Test func `languages in Latin letters are told apart by their short words`() {
    check("I walked the road with you\nand the night was all I had", "en")
    check("Ich gehe durch die Nacht und du bist nicht mehr da", "de")
    check("No sé qué es de mi vida y la noche se me va con los sueños", "es")
    check("Je ne sais pas où est la nuit, que tu es dans mon cœur et nous", "fr")
    check("Non so che cosa è la notte, ma il mio cuore è come te e ti amo", "it")
    check("Eu não sei o que você quer, mas a noite é um sonho do meu amor", "pt")
  }

  @Test func `scripts tell where they can`() {
    check("夜の空に\n星がひかる", "ja")
    check("ночь и звёзды над рекой", "ru")
    check("밤하늘의 별", "ko")
    check("夜空里的星", "zh")
    check("νύχτα και αστέρια", "el")
  }

  @Test func `what nothing tells is taken for English`() {
    check("la la la", "en")
    check("♪", "en")
    #expect(LyricLanguage.guess([]) == "en")
  }
}
