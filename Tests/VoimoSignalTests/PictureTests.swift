import Testing
import VoimoSignal

@Suite struct PictureTests {
  @Test func `a flat picture stays flat at any size`() {
    let picture = RGBPicture(width: 37, height: 23, red: 201, green: 7, blue: 99)
    for (width, height) in [(5, 3), (37, 23), (90, 61), (36, 24), (1, 1)] {
      let resized = picture.resized(toWidth: width, height: height)
      #expect(resized == RGBPicture(width: width, height: height, red: 201, green: 7, blue: 99))
    }
  }
}
