import Testing
import VoimoBase
import VoimoMedia
import VoimoSignal

@Suite struct SubtitleTests {
  private func script(_ events: [String], color: String = "&H00FFFFFF") -> [UInt8] {
    let head = """
      [Script Info]
      ScriptType: v4.00+
      PlayResX: 320
      PlayResY: 180
      [V4+ Styles]
      Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, \
      Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, \
      Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
      Style: Default,DejaVu Sans,60,\(color),&H000000FF,&H00000000,&H00000000,-1,0,0,0,100,100,0,\
      0,1,0,0,5,0,0,0,1
      [Events]
      Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text

      """
    let lines = events.map { "Dialogue: 0,\($0)\n" }.joined()
    return Array((head + lines).utf8)
  }

  private func picture(
    _ events: [String], at time: Seconds, color: String = "&H00FFFFFF"
  ) throws -> PlanarPicture {
    let renderer = try SubtitleRenderer(
      script: script(events, color: color), width: 320, height: 180,
      fonts: [FontFile.standard()])
    var picture = PlanarPicture(width: 320, height: 180)
    picture.withTarget { renderer.draw(at: time, onto: $0) }
    return picture
  }

  private let block = "0:00:01.00,0:00:02.00,Default,,0,0,0,,███████"

  @Test func `words are there in their time and only then`() throws {
    let black = PlanarPicture(width: 320, height: 180)
    #expect(try picture([block], at: 0.5) == black)
    #expect(try picture([block], at: 2.01) == black)
    let shown = try picture([block], at: 1.5)
    #expect(shown.y[90 * 320 + 160] == 235)
    #expect(shown.y[0] == 16)
    #expect(shown.y.filter { $0 > 200 }.count > 2000)
  }

  @Test func `text is announced for the spans that hold it`() throws {
    let renderer = try SubtitleRenderer(
      script: script([block, "0:00:05.00,0:00:06.00,Default,,0,0,0,,x"]), width: 320, height: 180,
      fonts: [FontFile.standard()])
    for (start, end, wanted) in [
      (0.0, 0.9, false), (0, 1, true), (1.2, 1.3, true), (2, 4.9, false), (3, 9, true),
      (6, 9, false),
    ] {
      #expect(renderer.hasText(from: Seconds(start), to: Seconds(end)) == wanted, "\(start)-\(end)")
    }
    #expect(renderer.warnings.isEmpty, "\(renderer.warnings)")
  }

  @Test func `a color lands on its BT_709 values in all planes`() throws {
    // ASS writes blue, green, red.
    let red = try picture([block], at: 1.5, color: "&H000000FF")
    let (y, cb, cr) = (red.y[90 * 320 + 160], red.cb[45 * 160 + 80], red.cr[45 * 160 + 80])
    #expect((y, cb, cr) == (63, 102, 240), "\((y, cb, cr))")
    let half = try picture([block], at: 1.5, color: "&H800000FF")
    #expect(abs(Int(half.cr[45 * 160 + 80]) - 184) <= 1)
  }

  @Test func `karaoke colors syllable by syllable`() throws {
    let line = "0:00:01.00,0:00:03.00,Default,,0,0,0,,{\\k100}███{\\k100}███"
    // Secondary color (red) until sung, then primary (white).
    let early = try picture([line], at: 1.5)
    let late = try picture([line], at: 2.5)
    #expect(early.y[90 * 320 + 120] == 235 && early.y[90 * 320 + 200] == 63)
    #expect(late.y[90 * 320 + 200] == 235)
  }

  @Test func `pieces that hang over the edge are cut off`() throws {
    let line = "0:00:01.00,0:00:02.00,Default,,0,0,0,,{\\pos(3,2)}███████"
    let shown = try picture([line], at: 1.5)
    #expect(shown.y[0] == 235)
  }

  @Test func `a glyph that no font has is told`() throws {
    let renderer = try SubtitleRenderer(
      script: script(["0:00:01.00,0:00:02.00,Default,,0,0,0,,歌"]), width: 320, height: 180,
      fonts: [FontFile.standard()])
    var picture = PlanarPicture(width: 320, height: 180)
    picture.withTarget { renderer.draw(at: 1.5, onto: $0) }
    #expect(renderer.warnings.contains { $0.contains("6B4C") }, "\(renderer.warnings)")
  }

  @Test func `a font is known by its content`() throws {
    let bench = try Workbench()
    let font = try FontFile.standard()
    let bytes = try bench.read(font.path)
    #expect(font.hash == ContentHash(hashing: bytes))
    let error = #expect(throws: MediaError.self) { try FontFile(path: bench.path("none.ttf")) }
    #expect(error?.sentence.contains("none.ttf") == true)
  }
}
