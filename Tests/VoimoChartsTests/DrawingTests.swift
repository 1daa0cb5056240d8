import Testing
import VoimoBase
import VoimoCharts
import VoimoSignal

/// Shapes and pictures in pictures.
@Suite struct DrawingTests {
  private func pixel(_ picture: RGBPicture, _ x: Int, _ y: Int) -> [UInt8] {
    Array(picture.pixels[(y * picture.width + x) * 3..<(y * picture.width + x) * 3 + 3])
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
}
