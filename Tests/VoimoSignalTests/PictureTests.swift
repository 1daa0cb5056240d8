import Testing
import VoimoBase
import VoimoSignal

@Suite struct PictureTests {
  private func pixel(_ picture: RGBPicture, _ x: Int, _ y: Int) -> [UInt8] {
    Array(picture.pixels[(y * picture.width + x) * 3..<(y * picture.width + x) * 3 + 3])
  }

  @Test func `a flat picture stays flat at any size`() {
    let picture = RGBPicture(width: 37, height: 23, red: 201, green: 7, blue: 99)
    for (width, height) in [(5, 3), (37, 23), (90, 61), (36, 24), (1, 1)] {
      let resized = picture.resized(toWidth: width, height: height)
      #expect(resized == RGBPicture(width: width, height: height, red: 201, green: 7, blue: 99))
    }
  }

  @Test func `a smaller picture is the mean of what it covers`() throws {
    let picture = try #require(
      RGBPicture(width: 4, height: 1, pixels: [0, 0, 0, 100, 100, 100, 200, 0, 0, 100, 0, 50]))
    let half = picture.resized(toWidth: 2, height: 1)
    #expect(half.pixels == [50, 50, 50, 150, 0, 25])
  }

  @Test func `a fitted picture keeps its shape`() {
    let fitted = RGBPicture(width: 160, height: 90).fitted(width: 64, height: 64)
    #expect(fitted.width == 64 && fitted.height == 36)
  }

  @Test func `drawing clips at every edge`() {
    var picture = RGBPicture(width: 10, height: 8)
    let tile = RGBPicture(width: 4, height: 4, red: 255)
    for (x, y) in [(-2, -2), (8, 6), (-9, 0), (20, 20), (3, 3)] { picture.draw(tile, atX: x, y: y) }
    #expect(pixel(picture, 0, 0) == [255, 0, 0] && pixel(picture, 9, 7) == [255, 0, 0])
    #expect(pixel(picture, 2, 2) == [0, 0, 0] && pixel(picture, 6, 6) == [255, 0, 0])
    picture.fill(x: -5, y: -5, width: 6, height: 6, color: .white, opacity: 0.5)
    #expect(pixel(picture, 0, 0) == [255, 128, 128])
    picture.drawText("clipped", x: -3, y: -3, scale: 3, color: .white)
    picture.fill(.black)
    #expect(picture == RGBPicture(width: 10, height: 8))
  }

  @Test func `text can be read`() {
    var picture = RGBPicture(width: PixelFont.width(of: "Hi!"), height: 7)
    picture.drawText("Hi!", x: 0, y: 0, color: .white)
    let rows = (0..<7).map { y in
      String((0..<picture.width).map { pixel(picture, $0, y)[0] > 0 ? "#" : "." })
    }
    #expect(
      rows == [
        "#...#...#.....#..",
        "#...#.........#..",
        "#...#..##.....#..",
        "#####...#.....#..",
        "#...#...#.....#..",
        "#...#...#........",
        "#...#..###....#..",
      ])
  }

  @Test func `every printable character has ink, marked letters theirs, others a question mark`() {
    func drawn(_ text: String) -> RGBPicture {
      var picture = RGBPicture(width: 6, height: 9)
      picture.drawText(text, x: 0, y: 0, color: .white)
      return picture
    }
    var seen: Set<[UInt8]> = []
    for code in UInt8(33)...126 {
      seen.insert(drawn(String(UnicodeScalar(code))).pixels)
    }
    #expect(seen.count == 94, "two characters look the same")
    #expect(drawn("é") == drawn("e") && drawn("Ü") == drawn("U") && drawn("愛") == drawn("?"))
  }

  private func song() -> SongPicture {
    var synth = Synth(seconds: 20)
    synth.add(at: 10, seconds: 10) { t in t < 5 ? 0.8 : 0.1 }
    var builder = WaveformPeaks.Builder(sampleRate: synth.sampleRate)
    unsafe synth.samples.withUnsafeBufferPointer { unsafe builder.push(left: $0, right: $0) }
    return SongPicture(peaks: builder.finish())
  }

  @Test func `a waveform shows its sections, beats and level`() {
    var song = song()
    let plain = song.overview(width: 800, height: 200).pixels()
    song.sections = [
      .init(label: "verse", start: 0, end: 10), .init(label: "chorus", start: 10, end: 20),
    ]
    let picture = song.overview(width: 800, height: 200).pixels()
    #expect(picture == song.overview(width: 800, height: 200).pixels())
    #expect(picture != plain)
    let chorus = SectionColor.of("chorus")
    #expect(pixel(picture, 770, 10) == [chorus.red, chorus.green, chorus.blue])
    #expect(SectionColor.of("chorus 2") == chorus && SectionColor.of("chorus.2") == chorus)
    #expect(SectionColor.of("verse") != chorus)
    song.beats = [Beat(time: 5, confidence: 1)]
    #expect(song.overview(width: 800, height: 200).pixels() != picture)
    for (width, height) in [(64, 64), (1_600, 400), (3_000, 70)] {
      let drawing = song.overview(width: width, height: height)
      #expect(drawing.width == width && drawing.height == height)
    }
  }

  @Test(arguments: SongPage.allCases) func `every page writes what it shows`(page: SongPage) {
    var song = song()
    song.title = "A <Title> & \"more\""
    song.sections = [.init(label: "verse.1", start: 0, end: 20, confidence: 0.5)]
    song.beats = (0..<40).map { Beat(time: Seconds(Double($0) / 2), confidence: 0.8) }
    song.downbeats = (0..<10).map { Seconds(Double($0) * 2) }
    song.chords = [.init(label: "Am", start: 0, end: 4)]
    song.vocal = Array(repeating: 0.7, count: 2000)
    song.curves = [.init(name: "onset", values: Array(repeating: 0.2, count: 2000))]
    song.chroma = FeatureRows(width: 12, rate: 10, values: Array(repeating: 0.5, count: 2400))
    song.lines = [.init(text: "light over <water>", start: 2, end: 5, confidence: 0.9, words: [2])]
    let drawing = song.page(page)
    let texts = drawing.texts.map(\.text)
    #expect(texts.contains(song.title) && texts.contains("verse.1"))
    #expect(texts.contains("light over <water>") == [.song, .lyrics].contains(page))
    #expect(texts.contains("onset") == (page == .signals))
    // Bars are numbered where they can be counted.
    #expect(texts.contains("10") == [.song, .beats].contains(page))
    let svg = drawing.svg
    #expect(svg.contains("A &lt;Title&gt; &amp; &quot;more&quot;") && !svg.contains("<water>"))
    #expect(svg.contains("<title>verse.1 · 0:00–0:20 · 50 % sure</title>"))
    #expect(svg.hasSuffix("</svg>\n"))
    #expect(drawing.pixels() == song.page(page).pixels())
  }

  @Test func `a page of a stretch shows nothing else, one of hours stays small`() {
    var song = song()
    song.lines = [
      .init(text: "before", start: 1, end: 2, confidence: 1),
      .init(text: "inside", start: 6, end: 8, confidence: 1),
    ]
    song.shown = 5..<9
    #expect(song.page(.lyrics).texts.map(\.text).contains("inside"))
    #expect(!song.page(.lyrics).texts.map(\.text).contains("before"))
    for strange in [Seconds(-5)..<(-1), 300..<400] {
      song.shown = strange
      #expect(song.page(.beats).height > 0)
    }
    var builder = WaveformPeaks.Builder(sampleRate: 100)
    let silence = [Float](repeating: 0, count: 720_000)
    unsafe silence.withUnsafeBufferPointer { unsafe builder.push(left: $0, right: $0) }
    #expect(SongPicture(peaks: builder.finish()).page(.beats).height < 6_000)
  }

  @Test func `shapes cover pixels by the part that is theirs`() {
    var drawing = Drawing(width: 8, height: 4, background: .black)
    drawing.rectangle(x: 1.5, y: 1, width: 2, height: 2, color: .white)
    drawing.area(
      x: 5, step: 1, tops: [0, 2, 5], bottoms: [4, 3, 4], color: Color(0, 200, 0))
    let picture = drawing.pixelsWithoutText()
    #expect(pixel(picture, 0, 1) == [0, 0, 0] && pixel(picture, 2, 1) == [255, 255, 255])
    #expect(pixel(picture, 1, 1) == [127, 127, 127] || pixel(picture, 1, 1) == [128, 128, 128])
    #expect(pixel(picture, 5, 0) == [0, 200, 0] && pixel(picture, 6, 0) == [0, 0, 0])
    #expect(pixel(picture, 6, 2) == [0, 200, 0] && pixel(picture, 7, 3) == [0, 0, 0])
  }

  @Test func `texts are cut where there is no room`() {
    #expect(Drawing.Text.fitted("short", size: 10, width: 100) == "short")
    let cut = Drawing.Text.fitted("a much longer line of words", size: 10, width: 60)
    #expect(cut?.hasSuffix("…") == true && cut?.hasPrefix("a m") == true)
    #expect(Drawing.Text.fitted("nothing", size: 10, width: 5) == nil)
    #expect(Drawing.Text.width(of: "歌", size: 10) == 10)
  }

  @Test func `a song without samples has a picture too`() {
    let peaks = WaveformPeaks.Builder(sampleRate: 44_100).finish()
    #expect(SongPicture(peaks: peaks).overview(width: 100, height: 100).height == 100)
    for page in SongPage.allCases {
      #expect(SongPicture(peaks: peaks).page(page).pixels().height > 0)
    }
  }
}

@Suite struct PictureFadingTests {
  private func faded(_ luma: UInt8, _ chroma: UInt8, to gain: Int) -> PlanarPicture {
    var picture = PlanarPicture(width: 4, height: 2)
    picture.withTarget { target in
      unsafe target.y.update(repeating: luma, count: 8)
      unsafe target.cb.update(repeating: chroma, count: 2)
      unsafe target.cr.update(repeating: chroma, count: 2)
      target.fade(to: gain)
    }
    return picture
  }

  @Test(
    arguments: [
      (235, 240, 256, 235, 240), (235, 240, 0, 16, 128), (235, 16, 128, 126, 72),
      (16, 128, 100, 16, 128), (20, 130, 64, 17, 129),
    ] as [(UInt8, UInt8, Int, UInt8, UInt8)])
  func `a picture fades to the video range's black`(
    luma: UInt8, chroma: UInt8, gain: Int, y: UInt8, c: UInt8
  ) {
    let picture = faded(luma, chroma, to: gain)
    #expect(picture.y == Array(repeating: y, count: 8))
    #expect(picture.cb == Array(repeating: c, count: 2))
    #expect(picture.cr == picture.cb)
  }
}
