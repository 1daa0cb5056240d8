import Glibc
import Testing
import VoimoBase
import VoimoMedia
import VoimoSignal

/// Pictures at other sizes.
@Suite struct ResizingTests {
  private func noise(_ width: Int, _ height: Int) -> RGBPicture {
    var random = SeededRandom(seed: 11)
    var picture = RGBPicture(width: width, height: height)
    for index in picture.pixels.indices {
      picture.pixels[index] = UInt8(truncatingIfNeeded: random.next())
    }
    return picture
  }

  private func resized(_ picture: RGBPicture, _ width: Int, _ height: Int) throws -> RGBPicture {
    try PictureConversion.resized(picture, toWidth: width, height: height)
  }

  /// The mean of a picture's red, green and blue.
  private func means(_ picture: RGBPicture) -> [Double] {
    (0..<3).map { part in
      let sum = stride(from: part, to: picture.pixels.count, by: 3)
        .reduce(0) { $0 + Int(picture.pixels[$1]) }
      return Double(sum) / Double(picture.width * picture.height)
    }
  }

  @Test func `a flat picture stays flat at any size`() throws {
    let picture = RGBPicture(width: 37, height: 23, red: 201, green: 7, blue: 99)
    for (width, height) in [(5, 3), (37, 23), (90, 61), (36, 24), (1, 1), (3, 200)] {
      let flat = RGBPicture(width: width, height: height, red: 201, green: 7, blue: 99)
      #expect(try resized(picture, width, height) == flat, "\(width)×\(height)")
    }
  }

  @Test func `a smaller picture is the mean of what it covers`() throws {
    let picture = try #require(
      RGBPicture(width: 4, height: 1, pixels: [0, 0, 0, 100, 100, 100, 200, 0, 0, 100, 0, 50]))
    #expect(try resized(picture, 2, 1).pixels == [50, 50, 50, 150, 0, 25])
  }

  @Test func `a board of black and white pixels becomes grey`() throws {
    var board = RGBPicture(width: 640, height: 360)
    for row in 0..<360 {
      for column in 0..<640 where (row + column) % 2 == 0 {
        for part in 0..<3 { board.pixels[3 * (row * 640 + column) + part] = 255 }
      }
    }
    for (width, height) in [(320, 180), (160, 90), (80, 45)] {
      let grey = try resized(board, width, height)
      #expect(grey.pixels.allSatisfy { (127...128).contains($0) }, "\(width)×\(height)")
    }
    // Where a new pixel covers no whole number of old ones, a few of them count more.
    let uneven = try resized(board, 195, 110)
    #expect(uneven.pixels.allSatisfy { (118...138).contains($0) })
  }

  @Test(arguments: [
    (640, 360, 300, 169), (1280, 720, 117, 66), (160, 90, 300, 169), (100, 100, 33, 77),
    (257, 31, 300, 20),
  ]) func `the mean of each color is kept`(
    width: Int, height: Int, newWidth: Int, newHeight: Int
  ) throws {
    var picture = noise(width, height)
    for index in stride(from: 0, to: picture.pixels.count, by: 3) { picture.pixels[index] /= 3 }
    let result = try resized(picture, newWidth, newHeight)
    #expect(result.width == newWidth && result.height == newHeight)
    for (old, new) in zip(means(picture), means(result)) {
      #expect(abs(old - new) < 1, "\(old) became \(new)")
    }
  }

  @Test func `the same picture gives the same bytes, here and on every machine`() throws {
    let picture = noise(640, 360)
    for (width, height, hash) in [
      (300, 169, "b1cdf97e4603"), (195, 110, "414fb06966f7"), (800, 500, "ab28e0f4c437"),
    ] {
      let first = ContentHash(hashing: try resized(picture, width, height).pixels)
      #expect(first == ContentHash(hashing: try resized(picture, width, height).pixels))
      #expect(first.hex.prefix(12) == hash, "\(width)×\(height)")
    }
  }

  @Test(arguments: [
    (1, 1, 300, 169), (1, 1, 1, 1), (4000, 3000, 1, 1), (1000, 1, 1, 1000), (1, 1000, 1000, 1),
    (3, 2000, 195, 300), (2000, 3, 195, 1), (8192, 64, 300, 2), (64, 8192, 2, 300), (2, 2, 1, 3),
  ]) func `no shape is too strange`(
    width: Int, height: Int, newWidth: Int, newHeight: Int
  ) throws {
    let result = try resized(noise(width, height), newWidth, newHeight)
    #expect(result.width == newWidth && result.height == newHeight)
    #expect(result.pixels.count == newWidth * newHeight * 3)
  }

  /// Lanczos' kernel of three lobes.
  private func kernel(_ x: Double) -> Double {
    if abs(x) < 1e-9 { return 1 }
    guard abs(x) < 3 else { return 0 }
    let angle = Double.pi * x
    return 3 * sin(angle) * sin(angle / 3) / (angle * angle)
  }

  /// A row at another length by the formula itself; at the borders the last pixels go on.
  private func lanczos(_ row: [Int], _ length: Int) -> [Double] {
    let step = Double(row.count) / Double(length)
    let stretch = max(1, step)
    return (0..<length).map { index in
      let center = (Double(index) + 0.5) * step - 0.5
      let reach = Int((3 * stretch).rounded(.up)) + 1
      var (sum, weights) = (0.0, 0.0)
      for place in Int(center.rounded()) - reach...Int(center.rounded()) + reach {
        let weight = kernel((Double(place) - center) / stretch)
        sum += weight * Double(row[min(max(place, 0), row.count - 1)])
        weights += weight
      }
      return min(max(sum / weights, 0), 255)
    }
  }

  @Test(arguments: [(24, 48), (24, 72), (31, 47), (40, 40), (60, 30), (60, 20)])
  func `Lanczos gives the values of its formula`(old: Int, new: Int) throws {
    var random = SeededRandom(seed: UInt64(old * new))
    let row = (0..<old).map { $0 < 8 ? 40 : $0 < 16 ? 200 : Int(random.unit() * 255) }
    let wanted = lanczos(row, new)
    // Across and down, the other side staying as it is.
    for isAcross in [true, false] {
      var picture = RGBPicture(width: isAcross ? old : 4, height: isAcross ? 4 : old)
      for place in 0..<4 * old {
        let index = isAcross ? place % old : place / 4
        for part in 0..<3 { picture.pixels[3 * place + part] = UInt8(row[index]) }
      }
      let result = try PictureConversion.resized(
        picture, toWidth: isAcross ? new : 4, height: isAcross ? 4 : new, filter: .lanczos)
      for index in 0..<new {
        let found = result.at(isAcross ? index : 2, isAcross ? 2 : index)
        #expect(
          found.allSatisfy { abs(Double($0) - wanted[index]) < 2 },
          "\(index): \(found), not \(wanted[index])")
      }
    }
  }

  @Test func `Lanczos keeps flat pictures flat, sharpens edges, and repeats its bytes`() throws {
    for (width, height) in [(90, 61), (36, 24), (74, 46), (1, 1)] {
      let flat = RGBPicture(width: 37, height: 23, red: 201, green: 7, blue: 99)
      let result = try PictureConversion.resized(
        flat, toWidth: width, height: height, filter: .lanczos)
      #expect(result == RGBPicture(width: width, height: height, red: 201, green: 7, blue: 99))
    }
    let picture = noise(160, 90)
    let large = try PictureConversion.resized(
      picture, toWidth: 400, height: 226, filter: .lanczos)
    let again = try PictureConversion.resized(
      picture, toWidth: 400, height: 226, filter: .lanczos)
    #expect(large == again)
    let soft = try PictureConversion.resized(picture, toWidth: 400, height: 226)
    func contrast(_ picture: RGBPicture) -> Int {
      zip(picture.pixels, picture.pixels.dropFirst(3)).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
    }
    #expect(contrast(large) > contrast(soft) * 5 / 4)
  }
}
