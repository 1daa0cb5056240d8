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

  @Test func `a waveform shows its sections, beats and level`() {
    var song = Synth(seconds: 20)
    song.add(at: 10, seconds: 10) { t in t < 5 ? 0.8 : 0.1 }
    var builder = WaveformPeaks.Builder(sampleRate: song.sampleRate)
    unsafe song.samples.withUnsafeBufferPointer { unsafe builder.push(left: $0, right: $0) }
    var waveform = WaveformPicture(peaks: builder.finish())
    let plain = waveform.picture(width: 800, height: 200)
    waveform.bands = [
      .init(label: "verse", start: 0, end: 10), .init(label: "chorus", start: 10, end: 20),
    ]
    let picture = waveform.picture(width: 800, height: 200)
    #expect(picture == waveform.picture(width: 800, height: 200))
    #expect(picture != plain)
    let chorus = WaveformPicture.color(of: "chorus")
    #expect(pixel(picture, 780, 1) == [chorus.red, chorus.green, chorus.blue])
    #expect(WaveformPicture.color(of: "chorus 2") == chorus)
    #expect(WaveformPicture.color(of: "verse") != chorus)
    waveform.beats = [5]
    #expect(waveform.picture(width: 800, height: 200) != picture)
    for (width, height) in [(64, 64), (1_600, 400), (3_000, 70)] {
      #expect(waveform.picture(width: width, height: height).width == width)
    }
  }

  @Test func `a song without samples has a picture too`() {
    let peaks = WaveformPeaks.Builder(sampleRate: 44_100).finish()
    #expect(WaveformPicture(peaks: peaks).picture(width: 100, height: 100).height == 100)
  }
}
