import Testing
import VoimoBase
import VoimoSignal

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
