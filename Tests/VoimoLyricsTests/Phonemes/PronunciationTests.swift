import Testing
import VoimoLyrics

/// The tokens of hama 1.7.0, which the table of phones was written for.
private let hamaTokens = Set(
  """
  <pad> <sos> <eos> <unk> % , a aɪ aʊ b c d d͡ʒ e eə eɪ f g h i j ja je jo ju jʌ k kʰ k͈ l m n o oʊ
  p pʰ p͈ r s s͈ t tʰ t͈ t͡ɕ t͡ɕʰ t͡ɕ͈ t͡ʃ u v w wa we wi wʌ x y z æ ç ð ø ħ ŋ œ ɐ ɑ ɒ ɓ ɔ ɔɪ ɕ ɖ ɗ ɘ ə
  ɚ ɛ ɜ ɝ ɟ ɡ ɣ ɤ ɥ ɦ ɨ ɪ ɪə ɫ ɮ ɯ ɯi ɰ ɱ ɲ ɴ ɵ ɸ ɹ ɻ ɽ ɾ ʀ ʁ ʂ ʃ ʈ ʉ ʊ ʋ ʌ ʎ ʏ ʐ ʑ ʒ ʔ ʙ ʝ β θ χ ᵊ
  <wb> <blank>
  """.split { $0 == " " || $0 == "\n" }.map(String.init))

private func check(
  _ text: String, _ phones: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(
    PhoneticText.phones(text).joined(separator: " ") == phones, sourceLocation: sourceLocation)
}

@Test func `every token that the table of phones names exists`() {
  #expect(PhoneTable.tokens.subtracting(hamaTokens).sorted() == [])
}

@Test func `phonetic writing is read without stress, length, ties and marks`() {
  check("tʃˈɜːtʃ", "t͡ʃ ɜ t͡ʃ")
  check("t‍ʃˈɜːt͡ʃ", "t͡ʃ ɜ t͡ʃ")
  check("fˈaɪɚɹ", "f aɪ ɝ ɹ")
  check("nˈaɪntiːnhˈʌndɹɪd", "n aɪ n t i n h ʌ n d ɹ ɪ d")
  check("(en)dʒˈiːnz(de)", "d͡ʒ i n z")
  check("mɐ̃ɲˈɐ̃", "m ɐ ɲ ɐ")
  check("kˈitto̞", "k i t t o")
  check("pfˈeːɾt", "p f e ɾ t")
  check("lˈe-", "l e")
  check("♪ …", "")
}

/// What a language's words are said as, from an answer that espeak-ng 1.51 gave.
private func check(
  _ text: String, _ language: String, answer: String, _ expected: [String],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let request = EspeakRequest([Stanza(lines: [StanzaLine(text: text)])], language: language)
  let spoken = request.spoken(standardOutput: answer)
  let words = spoken?.first?.words.map { $0.phones.joined(separator: " ") }
  #expect(words == expected, sourceLocation: sourceLocation)
}

@Test func `one request asks for lines and words, each once`() {
  let lines = ["So far, so good!", "♪ (so far) ♪"].map { StanzaLine(text: $0) }
  let request = EspeakRequest([Stanza(lines: lines)], language: "en")
  #expect(request.arguments == ["-q", "-b", "1", "--ipa", "-v", "en-us"])
  #expect(
    request.standardInput == "So far so good\n\nso far\n\nSo\n\nfar\n\nso\n\ngood\n\n")
}

@Test func `a language cannot smuggle an option into the arguments`() {
  let request = EspeakRequest([], language: "de --path=/ \n")
  #expect(request.arguments.last == "de--path")
  #expect(EspeakRequest([], language: "").arguments.last == "en-us")
  #expect(EspeakRequest([], language: "pt_BR").arguments.last == "pt-br")
}

@Test func `recorded answers are read word by word`() {
  check(
    "So far away", "en", answer: "sˈoʊ fˌɑːɹ ɐwˈeɪ\n\nsˈoʊ\n\nfˈɑːɹ\n\nɐwˈeɪ\n\n",
    ["s oʊ", "f ɑ ɹ", "ɐ w eɪ"])
  check(
    "les enfants", "fr", answer: "le-z ɑ̃fˈɑ̃\n\nlˈe-\n\nɑ̃fˈɑ̃\n\n", ["l e z", "ɑ f ɑ"])
  check(
    "Jeans zum Pferd", "de",
    answer: "(en)dʒˈiːnz(de) tsʊm pfˈeːɾt\n\n(en)dʒˈiːnz(de)\n\ntsʊm\n\npfˈeːɾt\n\n",
    ["d͡ʒ i n z", "t s ʊ m", "p f e ɾ t"])
  check(
    "niño y guerra", "es", answer: "nˈiɲo i ɣˈera\n\nnˈiɲo\n\nˈi\n\nɣˈera\n\n",
    ["n i ɲ o", "i", "ɣ e r a"])
  check(
    "gli zio", "it", answer: "ʎɪ dzˈio\n\nʎˈɪ\n\ndzˈio\n\n", ["ʎ ɪ", "d z i o"])
  check(
    "não", "pt", answer: "nˈɐ̃ʊ̃\n\n", ["n aʊ"])
  check(
    "さよなら", "ja", answer: "sˈä jˈo̞ nˈä ɽˈä\n\nsˈä\n\njˈo̞\n\nnˈä\n\nɽˈä\n\n",
    ["s a", "j o", "n a", "ɽ a"])
}

@Test func `words that are said as one are parted by how they are said alone`() {
  check(
    "of the church", "en", answer: "ʌvðə tʃˈɜːtʃ\n\nˈʌv\n\nðˈə\n\ntʃˈɜːtʃ\n\n",
    ["ʌ v", "ð ə", "t͡ʃ ɜ t͡ʃ"])
}

@Test func `a word that is said as several stays one`() {
  check(
    "1999 – o'er", "en",
    answer: "nˈaɪntiːnhˈʌndɹɪd nˈaɪnti nˈaɪn ˈoːɹ\n\nnˈaɪntiːnhˈʌndɹɪd nˈaɪnti nˈaɪn\n\nˈoːɹ\n\n",
    ["n aɪ n t i n h ʌ n d ɹ ɪ d n aɪ n t i n aɪ n", "", "o ɹ"])
}

@Test func `a word that espeak cannot say has no phones, and the others keep theirs`() {
  check("ab 漢 cd", "en", answer: "ˈæb kˈæd\n\nˈæb\n\n\n\nkˈæd\n\n", ["æ b", "", "k æ d"])
}

@Test func `an answer to something else is refused`() {
  let request = EspeakRequest([Stanza(lines: [StanzaLine(text: "far away")])], language: "en")
  #expect(request.spoken(standardOutput: "") == nil)
  #expect(request.spoken(standardOutput: "fˌɑːɹ\n\nfˈɑːɹ\n\n") == nil)
  #expect(
    request.spoken(standardOutput: "fˌɑːɹ ɐwˈeɪ\n\nfˈɑːɹ\n\nɐwˈeɪ\n\nmˈɔːɹ\n\n") == nil)
}

@Test func `words in brackets are asides`() {
  let request = EspeakRequest(
    [Stanza(lines: [StanzaLine(text: "go (oh no) on")])], language: "en")
  let spoken = request.spoken(
    standardOutput: "ɡˌoʊ ˈoʊ nˈoʊ ˈɔn\n\nɡˈoʊ\n\nˈoʊ\n\nnˈoʊ\n\nˈɔn\n\n")
  #expect(spoken?.first?.words.map(\.isAside) == [false, true, true, false])
}
