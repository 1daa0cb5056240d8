import Testing
import VoimoBase
import VoimoCharts
import VoimoMedia
import VoimoSignal

/// All pictures of a film on one page, and what is written beside them.
@Suite struct ContactSheetTests {
  private static let heading = ContactSheet.Heading(
    title: "A title", artist: "The Band", length: 92)

  private func entries(
    _ count: Int, perSection: Int = 5,
    _ change: (inout ContactSheet.Entry, Int) -> Void = { _, _ in }
  ) -> [ContactSheet.Entry] {
    (0..<count).map { index in
      let section = "verse.\(index / perSection + 1)"
      var entry = ContactSheet.Entry(
        time: Seconds(Double(index)), shot: "\(section)/0\(index % perSection)", section: section,
        prompt: "a wide sea under a full moon", shows: "sea at night · full moon", shortfall: nil)
      change(&entry, index)
      return entry
    }
  }

  private func sheet(
    _ entries: [ContactSheet.Entry], aspect: Double = 16 / 9
  ) throws -> (sheet: ContactSheet, type: TypeSetter) {
    let type = try TypeSetter(
      Typeface(fonts: [.standard(.regular)], bold: .standard(.bold)),
      for: ContactSheet.texts(Self.heading, entries))
    let sheet = ContactSheet(
      heading: Self.heading, entries: entries, aspect: aspect, ruler: TextRuler(type))
    return (sheet, type)
  }

  @Test(
    arguments: [1, 2, 7, 80, 81, 321, 700], [16.0 / 9, 9.0 / 16, 1, 8, 0.125])
  func `pictures lie on the page and none on another`(count: Int, aspect: Double) throws {
    let (sheet, _) = try sheet(entries(count), aspect: aspect)
    #expect(sheet.places.count == count)
    #expect(abs(Double(sheet.pictureWidth) / aspect - Double(sheet.pictureHeight)) <= 1)
    #expect((684...1700).contains(sheet.drawing.width))
    var taken: Set<[Int]> = []
    for (index, place) in sheet.places.enumerated() {
      #expect(place.x > 300 && place.x + sheet.pictureWidth <= sheet.drawing.width - 20)
      #expect(place.y > 60 && place.y + sheet.pictureHeight + 20 <= sheet.drawing.height)
      #expect(taken.insert([place.x, place.y]).inserted)
      guard index > 0 else { continue }
      // In the film's order: further right, or lower.
      let last = sheet.places[index - 1]
      #expect(
        place.y == last.y
          ? place.x >= last.x + sheet.pictureWidth : place.y >= last.y + sheet.pictureHeight)
    }
  }

  @Test func `a page of a long film stays one that can be opened`() throws {
    let many = try sheet(entries(700, perSection: 20)).sheet.drawing
    #expect(many.width < 1700 && many.height < 12_000)
  }

  @Test func `what is written once counts for all pictures that share it`() throws {
    let (sheet, _) = try sheet(
      entries(12) { entry, index in
        if index == 7 { entry.prompt = "a forest" }
        if index >= 10 { entry.shortfall = "the painter cannot show: cat" }
      })
    let texts = sheet.drawing.texts.map(\.text)
    #expect(texts.count { $0 == "a wide sea under a full moon" } == 4)
    #expect(texts.count { $0 == "a forest" } == 1)
    #expect(texts.count { $0 == "the painter cannot show: cat" } == 1)
    // A band of pictures ends where the next begins, the last one with the film.
    #expect(
      texts.filter { $0.contains("–") } == [
        "0:00–0:05", "0:05–0:07", "0:07–0:08",
        "0:08–0:10", "0:10–1:32",
      ])
    #expect(texts.contains("verse.3/01") && texts.contains("0:11.0"))
    #expect(texts.contains("The Band  ·  12 shots  ·  1:32"))
  }

  @Test(arguments: [1, 100, 700]) func `a text that is too long ends in an ellipsis in its column`(
    count: Int
  ) throws {
    let word = String(repeating: "Wolkenmeer", count: 40)
    let (sheet, type) = try sheet(
      entries(count) { entry, index in
        entry.section = "\(word).\(index / 5)"
        entry.shot = "\(entry.section)/0\(index % 5)"
        entry.prompt = index % 2 == 0 ? word : String(repeating: "моря и горы ", count: 60)
        entry.shows = word
        entry.shortfall = String(repeating: "a word ", count: 200)
      })
    let texts = sheet.drawing.texts
    #expect(texts.allSatisfy { $0.size >= 11 })
    #expect(texts.contains { $0.text.hasSuffix("…") })
    #expect(texts.contains { $0.text.hasPrefix("моря") } == (count > 1))
    let picture = try sheet.drawing.pixels(type)
    // Left of the text, between it and the pictures, and between the columns of pictures.
    var blank = Array(0..<27) + Array(330..<355)
    blank += Array(sheet.drawing.width - 27..<sheet.drawing.width)
    for x in Set(sheet.places.map(\.x)) where x + sheet.pictureWidth + 14 < sheet.drawing.width {
      blank += Array(x + sheet.pictureWidth + 1..<x + sheet.pictureWidth + 12)
    }
    let night = Array(picture.pixels[0..<3])
    var marked = 0
    for row in 0..<picture.height {
      for column in blank {
        let place = 3 * (row * picture.width + column)
        if !picture.pixels[place..<place + 3].elementsEqual(night) { marked += 1 }
      }
    }
    #expect(marked == 0)
    // No picture is written on.
    for place in sheet.places {
      let middle = 3 * ((place.y + sheet.pictureHeight / 2) * picture.width + place.x + 5)
      #expect(picture.pixels[middle..<middle + 3].elementsEqual(night))
    }
  }

  @Test func `the same page has the same bytes`() throws {
    let (sheet, type) = try sheet(entries(9))
    let first = ContentHash(hashing: try sheet.drawing.pixels(type).pixels)
    #expect(first == ContentHash(hashing: try sheet.drawing.pixels(type).pixels))
    let other = try self.sheet(entries(9) { entry, _ in entry.shows += "é" })
    #expect(first != ContentHash(hashing: try other.sheet.drawing.pixels(other.type).pixels))
  }

  @Test func `a film without pictures has a page too`() throws {
    #expect(try sheet([]).sheet.drawing.height > 0)
  }
}
