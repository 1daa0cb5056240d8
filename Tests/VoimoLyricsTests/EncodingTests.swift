import Testing
import VoimoBase
import VoimoLyrics

@Suite struct EncodingTests {
  /// Bytes from hexadecimal digits and plain text: `D6D0 [00:01.00]` has digits in pairs in `«»`.
  private func bytes(_ text: String) -> [UInt8] {
    var out: [UInt8] = []
    var isHexadecimal = false
    var high: UInt8?
    for byte in text.utf8.filter({ $0 != 0xC2 }) {
      switch byte {
      case 0xAB: isHexadecimal = true
      case 0xBB: isHexadecimal = false
      case _ where !isHexadecimal: out.append(byte)
      default:
        let digit = UInt8(Character(Unicode.Scalar(byte)).hexDigitValue ?? 0)
        if let first = high {
          out.append(first << 4 | digit)
          high = nil
        } else {
          high = digit
        }
      }
    }
    return out
  }

  /// The notes that reading bytes makes, and the words.
  private func read(
    _ bytes: [UInt8], name: String = "a.txt", encoding: String? = nil
  ) -> (words: [String], ids: [String], sentences: [String]) {
    let reading = LyricsFile.parse(
      bytes: bytes, name: name, encoding: encoding.flatMap { TextEncoding($0) })
    let words: [String] =
      switch reading.document {
      case .timed(let lyrics): lyrics.lines.map(\.text)
      case .untimed(let stanzas): stanzas.flatMap { $0.lines.map(\.text) }
      case nil: []
      }
    return (
      words, reading.diagnostics.map(\.message.id), reading.diagnostics.map(\.message.text)
    )
  }

  @Test(
    arguments: [
      (
        "GB18030",
        "C0E4B5C4BAD3C1F70ACED2C3C7D7DFD7D4BCBAB5C4C2B70AD4C2C1C1D4DACBAEC9CF",
        ["冷的河流", "我们走自己的路", "月亮在水上"]
      ),
      (
        "Big5",
        "A74EAABAAA65AC790AA7DAADCCA8ABA6DBA476AABAB8F40AA4EBAB47A662A4F4A457",
        ["冷的河流", "我們走自己的路", "月亮在水上"]
      ),
      (
        "Shift_JIS",
        "82C282DF82BD82A290EC0A966C82E782CD95E082AD0A8C8E82AA908582CC8FE382C9",
        ["つめたい川", "僕らは歩く", "月が水の上に"]
      ),
      (
        "EUC-JP",
        "A4C4A4E1A4BFA4A4C0EE0ACBCDA4E9A4CFCAE2A4AF0AB7EEA4ACBFE5A4CEBEE5A4CB",
        ["つめたい川", "僕らは歩く", "月が水の上に"]
      ),
      (
        "EUC-KR",
        "C2F7B0A1BFEE20B0ADB9B00ABFECB8AEB4C220B0C9BEEEB0A1B3D70AB4DEC0CC20B9B020C0A7BFA1",
        ["차가운 강물", "우리는 걸어가네", "달이 물 위에"]
      ),
      (
        "windows-1251",
        "D5EEEBEEE4EDE0FF20F0E5EAE00ACCFB20E8E4B8EC20EEE4EDE80ACBF3EDE020EDE0E420E2EEE4EE"
          + "E9",
        ["Холодная река", "Мы идём одни", "Луна над водой"]
      ),
      (
        "KOI8-R",
        "E8CFCCCFC4CEC1D120D2C5CBC10AEDD920C9C4A3CD20CFC4CEC90AECD5CEC120CEC1C420D7CFC4CF"
          + "CA",
        ["Холодная река", "Мы идём одни", "Луна над водой"]
      ),
      (
        "CP866",
        "95AEABAEA4ADA0EF20E0A5AAA00A8CEB20A8A4F1AC20AEA4ADA80A8BE3ADA020ADA0A420A2AEA4AE"
          + "A9",
        ["Холодная река", "Мы идём одни", "Луна над водой"]
      ),
      (
        "ISO-8859-5",
        "C5DEDBDED4DDD0EF20E0D5DAD00ABCEB20D8D4F1DC20DED4DDD80ABBE3DDD020DDD0D420D2DED4DE"
          + "D9",
        ["Холодная река", "Мы идём одни", "Луна над водой"]
      ),
      (
        "windows-1250",
        "5A696D6E6120727A656B612070B3796E69650A49647A69656D792073616D692070727A657A206E6F"
          + "630A4B7369EABF7963209C7769656369206E616420776F64B9",
        ["Zimna rzeka płynie", "Idziemy sami przez noc", "Księżyc świeci nad wodą"]
      ),
      (
        "windows-1250",
        "53747564656EE120F8656B61207465E8650A4A64656D652073616D6920746F75206E6F63ED0A4DEC"
          + "73ED63207376ED74ED206E616420766F646F75",
        ["Studená řeka teče", "Jdeme sami tou nocí", "Měsíc svítí nad vodou"]
      ),
      (
        "windows-1253",
        "CAF1FDEF20F0EFF4DCECE90AD0E5F1F0E1F4DCECE520ECFCEDEFE90AD6E5E3E3DCF1E920F3F4EF20"
          + "EDE5F1FC",
        ["Κρύο ποτάμι", "Περπατάμε μόνοι", "Φεγγάρι στο νερό"]
      ),
      (
        "windows-1254",
        "536FF0756B206E6568697220616BFD796F720A59616C6EFD7A2079FC72FC796F72757A0A41792073"
          + "7579756E20FC7374FC6E6465",
        ["Soğuk nehir akıyor", "Yalnız yürüyoruz", "Ay suyun üstünde"]
      ),
      (
        "windows-1255",
        "F0E4F820F7F80AE0F0E7F0E520E4E5ECEBE9ED20ECE1E30AE9F8E720F2EC20E4EEE9ED",
        ["נהר קר", "אנחנו הולכים לבד", "ירח על המים"]
      ),
      (
        "windows-1256",
        "E4E5D120C8C7D1CF0AE4E3D4ED20E6CDCFE4C70AC7E1DEE3D120DDE6DE20C7E1E3C7C1",
        ["نهر بارد", "نمشي وحدنا", "القمر فوق الماء"]
      ),
      (
        "windows-874",
        "E1C1E8B9E9D3E0C2E7B90AE0C3D2E0B4D4B9A4B9E0B4D5C2C70ABEC3D0A8D1B9B7C3ECBAB9B9E9D3",
        ["แม่น้ำเย็น", "เราเดินคนเดียว", "พระจันทร์บนน้ำ"]
      ),
      (
        "windows-1252",
        "4B616C74657220466C75DF20666C6965DF740A57697220676568656E20616C6C65696E20FC626572"
          + "204272FC636B656E0A446572204D6F6E6420FC6265722064656D20576173736572",
        ["Kalter Fluß fließt", "Wir gehen allein über Brücken", "Der Mond über dem Wasser"]
      ),
    ] as [(String, String, [String])])
  func `national encodings are found out and said`(
    encoding: String, hexadecimal: String, words: [String]
  ) {
    let found = read(bytes("«\(hexadecimal)»"))
    #expect(found.words == words)
    #expect(found.ids == ["lyrics-not-utf8"])
    #expect(
      found.sentences.first?.contains("read as \(encoding): \"\(words[0])\"") == true,
      "\(found.sentences)")
    // The same with LRC's times.
    let rows = hexadecimal.components(by: "0A")
    let timed = rows.enumerated().map { "[00:0\($0.offset + 1).00]«\($0.element)»\n" }.joined()
    #expect(read(bytes(timed), name: "a.lrc").words == words)
    // And where the project names it: nothing to say.
    let named = read(bytes("«\(hexadecimal)»"), encoding: encoding)
    #expect(named.words == words)
    #expect(named.ids.isEmpty)
  }

  @Test(arguments: ["UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"])
  func `wide encodings are read with a mark and without`(name: String) {
    let text = "[00:01.00]Cold 歌 😀\n[00:04.00]We\n"
    var wide: [UInt8] = []
    let isLittle = name.hasSuffix("LE")
    func put(_ value: UInt32, _ count: Int) {
      for place in 0..<count {
        let shift = UInt32(isLittle ? place : count - 1 - place) * 8
        wide.append(UInt8(value >> shift & 255))
      }
    }
    let isShort = name.hasPrefix("UTF-16")
    for mark in [true, false] {
      wide = []
      if mark { put(0xFEFF, isShort ? 2 : 4) }
      if isShort {
        for unit in text.utf16 { put(UInt32(unit), 2) }
      } else {
        for scalar in text.unicodeScalars { put(scalar.value, 4) }
      }
      let found = read(wide, name: "a.lrc")
      #expect(found.words == ["Cold 歌 😀", "We"], "\(mark)")
      #expect(found.ids.isEmpty)
      #expect(read(wide, name: "a.lrc", encoding: name).words == ["Cold 歌 😀", "We"])
    }
  }

  @Test func `one bad byte spoils one line`() {
    let found = read(bytes("F«C3BC»r dich\nCaf«E9»\nsch«C3B6»n\nwie du"))
    #expect(found.words == ["Für dich", "Caf\u{FFFD}", "schön", "wie du"])
    #expect(found.ids == ["lyrics-bad-bytes"])
    #expect(found.sentences.first?.hasPrefix("line 2 has bytes that are not UTF-8") == true)
    let chinese = read(bytes("[00:01]«E6B2B3FF»\n[00:02]«E6B2B3E6B2B3»\n[00:03]"), name: "a.lrc")
    #expect(chinese.words == ["河\u{FFFD}", "河河"])
    #expect(chinese.ids == ["lyrics-bad-bytes"])
  }

  @Test(arguments: [
    "«C0E4B5C4»", "[00:01.00]«C0E4B5C4BAD3»\n[00:03]", "«A741»", "«D1E5»", "«C3A9E9»",
  ])
  func `too little to tell is asked about and never guessed`(text: String) {
    for name in ["a.txt", "a.lrc"] {
      let found = read(bytes(text), name: name)
      #expect(found.words.isEmpty)
      #expect(found.ids == ["lyrics-encoding-unsure"])
    }
  }

  @Test func `what is asked shows how the first line would read`() {
    let found = read(bytes("so\n«C0E4B5C4BAD3»"))
    #expect(
      found.sentences.first?.contains("line 2 would read, as GBK: \"冷的河\"") == true,
      "\(found.sentences)")
    let named = read(bytes("so\n«C0E4B5C4BAD3»"), encoding: "gb2312")
    #expect(named.words == ["so", "冷的河"])
    #expect(named.ids.isEmpty)
  }

  @Test func `western letters are read, with a warning that shows them`() {
    for (text, words) in [
      ("Caf«E9»\n«93»a«94»", ["Café", "“a”"]), ("Stra«DF»e", ["Straße"]),
      ("El ni«F1»o", ["El niño"]),
      ("It«92»s all right", ["It’s all right"]),
    ] {
      let found = read(bytes(text))
      #expect(found.words == words)
      #expect(found.ids == ["lyrics-not-utf8"])
      #expect(found.sentences.first?.contains("read as windows-1252") == true)
    }
  }

  @Test func `bytes that do not fit a named encoding are said`() {
    let found = read(bytes("«D6D0»a\n«FF»b"), encoding: "GBK")
    #expect(found.words == ["中a", "\u{FFFD}b"])
    #expect(found.ids == ["lyrics-bad-bytes"])
  }

  @Test func `what voimo wrote itself is UTF-8, whatever the project names`() {
    let lyrics = Lyrics(lines: [LyricLine(text: "冷的河", start: 1, end: 2)])
    let frozen = read(Array(lyrics.frozenLRC().utf8), name: "lyrics.lrc", encoding: "GBK")
    #expect(frozen.words == ["冷的河"])
    #expect(frozen.ids.isEmpty)
  }

  @Test func `every encoding that can be named can be read`() {
    for name in TextEncoding.names {
      let found = read(
        name.hasPrefix("UTF-16") || name.hasPrefix("UTF-32") ? [] : Array("la".utf8), encoding: name
      )
      #expect(found.ids.allSatisfy { $0 == "lyrics-empty" }, "\(name): \(found.sentences)")
    }
    for (written, name) in [
      ("utf8", "UTF-8"), ("gb2312", "GBK"), ("cp1251", "windows-1251"), ("SJIS", "Shift_JIS"),
      ("latin1", "ISO-8859-1"), ("Windows_1250", "windows-1250"), ("euc-kr", "EUC-KR"),
    ] {
      #expect(TextEncoding(written)?.name == name)
    }
    #expect(TextEncoding("klingon") == nil)
  }
}

extension String {
  /// The parts of hexadecimal digits between one byte of them.
  fileprivate func components(by byte: String) -> [String] {
    var parts = [""]
    var rest = self[...]
    while !rest.isEmpty {
      let pair = rest.prefix(2)
      if pair == byte { parts.append("") } else { parts[parts.count - 1] += pair }
      rest = rest.dropFirst(2)
    }
    return parts
  }
}
