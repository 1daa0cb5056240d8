import Testing
import VoimoBase
import VoimoCharts
import VoimoSignal

/// The song as pages.
@Suite struct SongPictureTests {
  private func pixel(_ picture: RGBPicture, _ x: Int, _ y: Int) -> [UInt8] {
    Array(picture.pixels[(y * picture.width + x) * 3..<(y * picture.width + x) * 3 + 3])
  }

  private func song() -> SongPicture {
    let samples = [(0, 10), (0.8, 5), (0.1, 5)].flatMap { level, seconds in
      [Float](repeating: Float(level), count: seconds * 22_050)
    }
    var builder = WaveformPeaks.Builder(sampleRate: 22_050)
    unsafe samples.withUnsafeBufferPointer { unsafe builder.push(left: $0, right: $0) }
    return SongPicture(peaks: builder.finish())
  }

  @Test func `a waveform shows its sections, beats and level`() {
    var song = song()
    let plain = song.overview(width: 800, height: 200).pixelsWithoutText()
    song.sections = [
      .init(name: "verse", start: 0, end: 10), .init(name: "chorus", start: 10, end: 20),
    ]
    let picture = song.overview(width: 800, height: 200).pixelsWithoutText()
    #expect(picture == song.overview(width: 800, height: 200).pixelsWithoutText())
    #expect(picture != plain)
    let chorus = SectionColor.of("chorus")
    #expect(pixel(picture, 770, 10) == [chorus.red, chorus.green, chorus.blue])
    #expect(SectionColor.of("chorus 2") == chorus && SectionColor.of("chorus.2") == chorus)
    #expect(SectionColor.of("verse") != chorus)
    song.beats = [Beat(time: 5, confidence: 1)]
    #expect(song.overview(width: 800, height: 200).pixelsWithoutText() != picture)
    for (width, height) in [(64, 64), (1_600, 400), (3_000, 70)] {
      let drawing = song.overview(width: width, height: height)
      #expect(drawing.width == width && drawing.height == height)
    }
  }

  @Test(arguments: SongPage.allCases) func `every page writes what it shows`(page: SongPage) {
    var song = song()
    song.title = "A <Title> & \"more\""
    song.sections = [.init(name: "verse.1", start: 0, end: 20, confidence: 0.5)]
    song.beats = (0..<40).map { Beat(time: Seconds(Double($0) / 2), confidence: 0.8) }
    song.downbeats = (0..<10).map { Seconds(Double($0) * 2) }
    song.chords = [.init(name: "Am", start: 0, end: 4)]
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
    #expect(drawing.pixelsWithoutText() == song.page(page).pixelsWithoutText())
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

  @Test func `a song without samples has a picture too`() {
    let peaks = WaveformPeaks.Builder(sampleRate: 44_100).finish()
    #expect(SongPicture(peaks: peaks).overview(width: 100, height: 100).height == 100)
    for page in SongPage.allCases {
      #expect(SongPicture(peaks: peaks).page(page).pixelsWithoutText().height > 0)
    }
  }
}
