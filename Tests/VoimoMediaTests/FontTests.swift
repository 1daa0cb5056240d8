import Testing
import VoimoBase
import VoimoMedia
import VoimoSignal

/// Fonts for every character of burned-in words, or a sentence about the first that has none.
@Suite struct FontTests {
  private func choose(
    _ texts: String..., family: String = "DejaVu Sans", language: String? = nil
  ) throws -> FontChoice {
    try FontChoice.choose(for: texts, family: family, language: language)
  }

  @Test func `the standard font alone shows the scripts that it has`() throws {
    for text in [
      "Cold river, don't run", "Größe, naïve, œuvre", "Việt Nam điệu", "Холодная река",
      "Ψυχρό ποτάμι",
      "אחת שתיים", "مرحبا يا عالم", "♪ la la ♫", "",
    ] {
      let choice = try choose(text)
      #expect(choice.missing == nil, "\(text): \(String(describing: choice.missing))")
      #expect(try choice.places.map(\.path) == [FontFile.standardPath()], "\(text)")
      #expect(choice.hasFamily)
    }
  }

  @Test func `code points that are shown as nothing need no glyph`() throws {
    for (text, wanted) in [
      ("e\u{301}", 2), ("a\u{200D}", 1), ("☀\u{FE0F}", 1), ("\u{2060}", 0), ("\u{FEFF}", 0),
      ("\u{200F}", 0), ("\u{AD}", 0), ("\u{A0}", 0), ("\u{3000}", 0), ("\t", 0), ("\u{115F}", 0),
      ("👨\u{200D}👩\u{200D}👧", 3), ("🏴\u{E0067}\u{E0062}\u{E007F}", 1), ("葛\u{E0100}", 1),
      ("क\u{94D}\u{200C}", 2),
    ] {
      let needed = text.flatMap { Glyphs.needed(for: $0) }
      #expect(needed.count == wanted, "\(text.unicodeScalars.map { $0 }): \(needed)")
    }
    let choice = try choose("e\u{301}\u{200D}x\u{FE0F} \u{2060}\u{200E}\u{A0}")
    #expect(choice.missing == nil && choice.places.count == 1)
  }

  @Test func `a letter shown by its parts, or its parts by the letter, is no false alarm`() throws {
    // Composed where the font has the letter alone, and the other way round.
    for text in ["ệ", "e\u{323}\u{302}", "\u{1E70}", "ü", "u\u{308}", "\u{212B}"] {
      #expect(try choose(text).missing == nil, "\(text)")
    }
  }

  @Test func `the first character without a font is named, with the line it is in`() throws {
    for (texts, text, scalar) in [
      (["fine", "x\u{10FFFD}y"], 1, 0x10FFFD), (["\u{F0000}", "\u{10FFFD}"], 0, 0xF0000),
      (["a", "b", "e\u{10FFFD}\u{301}"], 2, 0x10FFFD),
    ] {
      let missing = try FontChoice.choose(for: texts, family: "DejaVu Sans", language: nil).missing
      #expect(missing?.text == text && missing?.scalar.value == UInt32(scalar), "\(texts)")
    }
  }

  @Test func `what the main font lacks comes from another installed font, named in the choice`()
    throws
  {
    // The book cut of DejaVu Sans has mathematical letters that the bold one does not have.
    let choice = try choose("plain", "\u{1D5A0}\u{1D5A1} words")
    #expect(choice.missing == nil)
    #expect(try choice.places.count == 2 && choice.places.first?.path == FontFile.standardPath())
    let again = try choose("plain", "\u{1D5A0}\u{1D5A1} words")
    #expect(again.places == choice.places)
  }

  @Test func `a family that is installed is taken, another is told`() throws {
    let serif = try choose("words", family: "dejavu serif")
    #expect(serif.hasFamily && serif.places.first?.path.contains("DejaVuSerif") == true)
    let none = try choose("words", family: "No Such Family 7")
    #expect(try !none.hasFamily && none.places.first?.path == FontFile.standardPath())
  }

  @Test func `each script has the package that brings its font`() {
    for (character, package) in [
      ("界", "fonts-noto-cjk"), ("あ", "fonts-noto-cjk"), ("カ", "fonts-noto-cjk"),
      ("한", "fonts-noto-cjk"), ("ㄅ", "fonts-noto-cjk"), ("、", "fonts-noto-cjk"),
      ("Ａ", "fonts-noto-cjk"), ("𠀀", "fonts-noto-cjk"), ("ไ", "fonts-noto-core"),
      ("ह", "fonts-noto-core"), ("த", "fonts-noto-core"), ("א", "fonts-noto-core"),
      ("ع", "fonts-noto-core"), ("ს", "fonts-noto-core"), ("አ", "fonts-noto-core"),
      ("🎸", "fonts-symbola"), ("🫠", "fonts-symbola"), ("\u{F8FF}", nil), ("\u{10FFFD}", nil),
    ] as [(Character, String?)] {
      let scalar = character.unicodeScalars.first ?? " "
      #expect(FontPackage.name(for: scalar) == package, "\(character)")
    }
  }

  /// Draws one line of large type.
  private func drawn(
    _ text: String, fonts: [FontFile]
  ) throws -> (picture: PlanarPicture, warnings: [String]) {
    let script = """
      [Script Info]
      ScriptType: v4.00+
      PlayResX: 320
      PlayResY: 180
      [V4+ Styles]
      Format: Name, Fontname, Fontsize, PrimaryColour, Bold, BorderStyle, Alignment
      Style: Default,DejaVu Sans,60,&H00FFFFFF,-1,1,5
      [Events]
      Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
      Dialogue: 0,0:00:00.00,0:00:09.00,Default,,0,0,0,,\(text)

      """
    let renderer = try SubtitleRenderer(
      script: Array(script.utf8), width: 320, height: 180, fonts: fonts)
    var picture = PlanarPicture(width: 320, height: 180)
    picture.withTarget { renderer.draw(at: 1, onto: $0) }
    return (picture, renderer.warnings)
  }

  @Test func `a character is drawn from the font that has it, in tags and out of them`() throws {
    let main = try FontFile.standard()
    let choice = try choose("\u{F000}")
    let other = try #require(choice.places.last)
    let fonts = [main, try FontFile(path: other.path, face: other.face)]
    for text in ["\u{F000}", "{\\kf100}\u{F000}", "a\u{F000}b", "{\\k10}a {\\k20}\u{F000} b"] {
      let alone = try drawn(text, fonts: [main])
      #expect(alone.warnings.contains { $0.contains("F000") }, "\(text): \(alone.warnings)")
      let both = try drawn(text, fonts: fonts)
      #expect(both.warnings == [], "\(text) \(other.path)")
      #expect(both.picture != alone.picture ? true : false, "\(text)")
    }
    // Text that needs no second font is as it was.
    #expect(try drawn("abc", fonts: fonts).picture == drawn("abc", fonts: [main]).picture)
  }

  /// What libass is missing when it draws some characters in the fonts chosen for them.
  private func missing(_ text: String) throws -> [String] {
    let choice = try choose(text)
    #expect(choice.missing == nil, "\(text)")
    let fonts = try choice.places.map { try FontFile(path: $0.path, face: $0.face) }
    return try drawn(text, fonts: fonts).warnings
  }

  @Test func `characters beyond U+FFFF are drawn, or told to have no font`() throws {
    // A script letter, which of Debian's core fonts none has; letters that the book cut of DejaVu
    // Sans has and the bold one does not; letters that both have; a domino, a face, a card.
    for scalar in ["\u{1D49C}", "\u{1D5A0}", "\u{1D400}", "\u{1F030}", "\u{1F600}", "\u{1F0A1}"] {
      if try choose(scalar).missing != nil { continue }
      #expect(try missing(scalar) == [], "\(scalar)")
    }
    #expect(try missing("a \u{1D5A0}\u{1D5A1} b") == [])
    var count = 0
    for value in UInt32(0x1D400)...0x1D7FF {
      guard let scalar = Unicode.Scalar(value), try choose("\(scalar)").missing == nil else {
        continue
      }
      count += 1
      #expect(try missing("\(scalar)") == [], "U+\(String(value, radix: 16))")
    }
    #expect(count > 100, "DejaVu Sans has some of the block")
  }

  @Test func `what is chosen for a character is drawn, wherever it is in Unicode`() throws {
    var random = SeededRandom(seed: 7)
    var drawn = 0
    for _ in 0..<400 {
      guard let scalar = Unicode.Scalar(UInt32.random(in: 0xA1...0x1FBFF, using: &random)),
        scalar.properties.generalCategory != .unassigned, try choose("\(scalar)").missing == nil
      else { continue }
      drawn += 1
      #expect(try missing("\(scalar)") == [], "U+\(String(scalar.value, radix: 16))")
    }
    #expect(drawn > 20)
  }

  @Test func `only the way to the full map changes in a font, and none in what is no font`() throws
  {
    let bytes = try Workbench().read(FontFile.standardPath())
    let changed = FullCharacterMap.inFront(of: bytes)
    #expect(zip(bytes, changed).count { $0 != $1 } <= 4 && changed.count == bytes.count)
    #expect(changed != bytes ? true : false)
    let again = FullCharacterMap.inFront(of: changed)
    #expect(again == changed ? true : false)
    var random = SeededRandom(seed: 3)
    for length in [0, 3, 11, 12, 40, 300] {
      for _ in 0..<50 {
        var junk = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
        if length > 4, Bool.random(using: &random) {
          junk.replaceSubrange(0..<4, with: "ttcf".utf8)
        }
        #expect(FullCharacterMap.inFront(of: junk).count == length)
      }
      let cut = Array(bytes.prefix(length))
      #expect(FullCharacterMap.inFront(of: cut) == cut)
    }
  }

  @Test func `a missing glyph of what is shown as nothing is not worth a word`() throws {
    let font = try FontFile.standard()
    #expect(try drawn("a\u{E0067}b\u{FE0F}\u{180E}", fonts: [font]).warnings == [])
    #expect(try drawn("a\u{10FFFD}", fonts: [font]).warnings.count == 1)
  }

  @Test func `a font that is no longer the one that was named is refused`() throws {
    let bench = try Workbench()
    let path = bench.path("font.ttf")
    let bytes = try bench.read(FontFile.standardPath())
    _ = try bench.write(bytes, "font.ttf")
    let font = FontFile(path: path, face: 0, hash: ContentHash(hashing: [1]))
    #expect(throws: MediaError.self) { try drawn("a", fonts: [font]) }
    let right = FontFile(path: path, face: 0, hash: ContentHash(hashing: bytes))
    #expect(try drawn("a", fonts: [right]).warnings == [])
    _ = try bench.write([0, 1, 2, 3], "junk.ttf")
    let junk = try FontFile(path: bench.path("junk.ttf"))
    #expect(throws: MediaError.self) { try drawn("a", fonts: [junk]) }
  }
}
