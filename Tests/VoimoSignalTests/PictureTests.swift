import Testing
import VoimoBase
import VoimoSignal

@Suite struct PictureTests {
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
