import Foundation
import Testing
import VoimoBase
import VoimoCharts
import VoimoMedia
import VoimoSignal

/// Text in pictures: in the fonts that are named, as wide as it was measured.
@Suite struct TypeTests {
  /// DejaVu Sans, and a font of boxes for what it lacks.
  private static func typeface(_ scalars: [Unicode.Scalar] = ["中", "夜", "曲"]) throws -> Typeface {
    let folder = FileManager.default.temporaryDirectory.appending(path: "voimo-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let boxes = try TestFont(scalars: scalars).file(in: folder.path)
    return Typeface(
      fonts: [try FontFile.standard(.regular), boxes], bold: try FontFile.standard(.bold))
  }

  private func drawn(
    _ typeface: Typeface? = nil, _ body: (inout Drawing) -> Void
  ) throws -> RGBPicture {
    var drawing = Drawing(width: 400, height: 60, background: .black)
    body(&drawing)
    let typeface = try typeface ?? Self.typeface()
    return try drawing.pixels(TypeSetter(typeface, for: drawing.texts.map(\.text)))
  }

  private func ink(_ picture: RGBPicture, columns: Range<Int>, rows: Range<Int>) -> Int {
    rows.reduce(0) { sum, row in
      sum
        + columns.reduce(0) { $0 + (picture.pixels[3 * (row * picture.width + $1)] > 128 ? 1 : 0) }
    }
  }

  /// The columns and the rows that have ink.
  private func extent(_ picture: RGBPicture) throws -> (columns: Range<Int>, rows: Range<Int>) {
    let inked = (0..<picture.width * picture.height).filter { picture.pixels[3 * $0] > 128 }
    let columns = inked.map { $0 % picture.width }
    let rows = inked.map { $0 / picture.width }
    let left = try #require(columns.min())
    let top = try #require(rows.min())
    return (left..<(columns.max() ?? left) + 1, top..<(rows.max() ?? top) + 1)
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

  @Test(arguments: ["é", "ж", "Ω", "中", "夜a", "x", "W"], [false, true])
  func `every script has ink as wide as it was measured`(text: String, isBold: Bool) throws {
    let typeface = try Self.typeface()
    let line = String(repeating: text, count: 10 / text.count)
    let ruler = TextRuler(try TypeSetter(typeface, for: [line]))
    let width = ruler.width(of: line, size: 20, isBold: isBold)
    let picture = try drawn(typeface) {
      $0.text(line, x: 10, y: 30, size: 20, color: .white, isBold: isBold)
    }
    let inked = try extent(picture).columns
    // Letters have up to a tenth of an em of blank at each side.
    #expect(inked.lowerBound >= 9 && inked.lowerBound <= 13, "\(inked)")
    let end = 10 + width
    #expect(Double(inked.upperBound) <= end + 1 && Double(inked.upperBound) >= end - 5, "\(inked)")
  }

  @Test func `a character of another font is as large as the letters around it`() throws {
    let picture = try drawn { $0.text("中", x: 10, y: 30, size: 40, color: .white) }
    let (columns, rows) = try extent(picture)
    // The box is 0.9 em wide and tall, though its font asks for lines of 1.48 em.
    #expect(abs(columns.count - 36) <= 1 && abs(rows.count - 36) <= 1, "\(columns) \(rows)")
  }

  @Test func `lines stand on one base whatever fonts they need`() throws {
    let plain = try drawn { $0.text("xxxx", x: 10, y: 30, size: 20, color: .white) }
    let mixed = try drawn { $0.text("xxxx中", x: 10, y: 30, size: 20, color: .white) }
    let width = try extent(plain).columns.upperBound
    #expect(try extent(plain).rows.count > 8)
    for row in 0..<60 {
      #expect(
        ink(plain, columns: 0..<width, rows: row..<row + 1)
          == ink(mixed, columns: 0..<width, rows: row..<row + 1), "row \(row)")
    }
  }

  @Test func `bold text is in the bold cut, also beside another font`() throws {
    func width(_ text: String, isBold: Bool) throws -> (columns: Range<Int>, ink: Int) {
      let picture = try drawn {
        $0.text(text, x: 10, y: 30, size: 20, color: .white, isBold: isBold)
      }
      return (try extent(picture).columns, ink(picture, columns: 0..<400, rows: 0..<60))
    }
    for text in ["mmmm", "中mmmm"] {
      let (plain, bold) = (try width(text, isBold: false), try width(text, isBold: true))
      #expect(bold.columns.count > plain.columns.count + 3, "\(text)")
      #expect(bold.ink > plain.ink * 5 / 4, "\(text)")
    }
  }

  @Test func `the same text has the same bytes, and none where there is no font`() throws {
    let typeface = try Self.typeface()
    func page(_ type: TypeSetter?) throws -> RGBPicture {
      var drawing = Drawing(width: 300, height: 60, background: .black)
      drawing.text("Größe жук 中夜", x: 10, y: 30, size: 18, color: .white)
      return try drawing.pixels(type)
    }
    let type = try TypeSetter(typeface, for: [])
    let first = ContentHash(hashing: try page(type).pixels)
    #expect(first == ContentHash(hashing: try page(type).pixels))
    let blank = RGBPicture(width: 300, height: 60)
    #expect(first != ContentHash(hashing: blank.pixels))
    #expect(ContentHash(hashing: try page(nil).pixels) == ContentHash(hashing: blank.pixels))
  }

  @Test
  func `an installed typeface has both cuts of DejaVu Sans, and others where they are needed`()
    throws
  {
    let plain = try Typeface.choose(for: ["Größe жук", "שלום"], language: nil)
    #expect(plain.missing == nil && plain.typeface.fonts.count == 1)
    #expect(plain.typeface.fonts.first?.path.hasSuffix("DejaVuSans.ttf") == true)
    #expect(plain.typeface.bold?.path.hasSuffix("DejaVuSans-Bold.ttf") == true)
    // A sign that DejaVu Sans does not have, and DejaVu Math does.
    let other = try Typeface.choose(for: ["a", "\u{1D4D0}\u{F000}"], language: nil)
    #expect(other.typeface.fonts.count == 2 || other.missing != nil)
    let none = try Typeface.choose(for: ["a", "b\u{10FFFD}"], language: nil)
    #expect(none.missing?.text == 1 && none.missing?.scalar == "\u{10FFFD}")
  }

  @Test func `shapes are drawn without a font`() throws {
    var drawing = Drawing(width: 400, height: 60, background: .black)
    drawing.rectangle(x: 0, y: 0, width: 10, height: 10, color: .white)
    #expect(ink(try drawing.pixels(nil), columns: 0..<400, rows: 0..<60) == 100)
  }
}
