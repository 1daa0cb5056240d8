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
    picture.fill(.black)
    #expect(picture == RGBPicture(width: 10, height: 8))
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
}
