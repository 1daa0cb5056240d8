import Testing
import VoimoBase
import VoimoCharts
import VoimoMedia
import VoimoSignal

@Suite struct DrawingPictureTests {
  private func ink(_ picture: RGBPicture, columns: Range<Int>, rows: Range<Int>) -> Int {
    rows.reduce(0) { sum, row in
      sum
        + columns.reduce(0) { $0 + (picture.pixels[3 * (row * picture.width + $1)] > 128 ? 1 : 0) }
    }
  }

  private func drawn(_ body: (inout Drawing) -> Void) throws -> RGBPicture {
    var drawing = Drawing(width: 400, height: 60, background: .black)
    body(&drawing)
    return try DrawingPicture.draw(drawing, font: .standard())
  }

  @Test func `text stands where it is put, in its color`() throws {
    let left = try drawn { $0.text("HHHH", x: 100, y: 30, size: 20, color: .white) }
    #expect(ink(left, columns: 100..<200, rows: 15..<45) > 200)
    #expect(ink(left, columns: 0..<100, rows: 0..<60) == 0)
    // Capitals are 0.73 em tall and stand around the middle.
    #expect(ink(left, columns: 0..<400, rows: 0..<18) == 0)
    #expect(ink(left, columns: 0..<400, rows: 42..<60) == 0)
    let right = try drawn {
      $0.text("HHHH", x: 300, y: 30, size: 20, color: Color(0, 255, 0), anchor: .end)
    }
    #expect(ink(right, columns: 0..<400, rows: 0..<60) == 0)
    let green = right.pixels.indices.filter { $0 % 3 == 1 && right.pixels[$0] > 200 }
    #expect(!green.isEmpty && green.allSatisfy { $0 / 3 % 400 < 301 })
  }

  @Test(arguments: [
    "{\\an7\\fs90}", "a\\Nb", "\\h\\h", "{", "}", "%d & <b>", "\u{1}\n", "歌うЖ éß",
  ]) func `no text is taken for a command`(text: String) throws {
    let with = try drawn { $0.text("I\(text)I", x: 4, y: 30, size: 16, color: .white) }
    // One line of this size, wherever it ends.
    #expect(ink(with, columns: 0..<400, rows: 0..<16) == 0)
    #expect(ink(with, columns: 0..<400, rows: 44..<60) == 0)
    #expect(ink(with, columns: 4..<400, rows: 16..<44) > 20)
  }

  @Test func `shapes are drawn without a font`() throws {
    let picture = try drawn { $0.rectangle(x: 0, y: 0, width: 10, height: 10, color: .white) }
    #expect(ink(picture, columns: 0..<400, rows: 0..<60) == 100)
  }
}
