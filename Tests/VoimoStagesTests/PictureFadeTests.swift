import Testing
import VoimoBase
import VoimoStages

@Suite struct PictureFadeTests {
  private let fade = PictureFade(film: 100..<200, fadeIn: 0.5, fadeOut: 0.25, at: .film)

  @Test func `the first frame and the last are black, what is between is whole`() {
    #expect(fade.gain(ofFrame: 100) == 0)
    #expect(fade.gain(ofFrame: 106) == 128)
    #expect((112..<194).allSatisfy { fade.gain(ofFrame: $0) == 256 })
    #expect(fade.gain(ofFrame: 194) == 213)
    #expect(fade.gain(ofFrame: 199) == 0)
  }

  @Test func `a fade rises and falls without a step back, at any length`() {
    for frames in 1...120 {
      let length = Seconds(Double(frames) / 24)
      let fade = PictureFade(film: 0..<240, fadeIn: length, fadeOut: length, at: .film)
      let gains = (0..<240).map { fade.gain(ofFrame: $0) }
      #expect(gains == gains.reversed())
      #expect(zip(gains[0..<120], gains[1..<120]).allSatisfy { $0 <= $1 })
      #expect(gains[0] == 0)
    }
  }

  @Test func `fades that overlap are multiplied`() {
    let fade = PictureFade(
      film: 0..<10, fadeIn: Seconds(10.0 / 24), fadeOut: Seconds(10.0 / 24), at: .film)
    #expect(fade.gain(ofFrame: 4) == (102 * 128 + 128) / 256)
  }

  @Test(arguments: [
    (100..<112, 1), (111..<150, 1), (112..<194, 0), (150..<195, 1), (90..<210, 2), (0..<100, 0),
  ]) func `frames outside a fade do not depend on it`(frames: Range<Int>, ramps: Int) {
    let touching = fade.touching(frames)
    #expect(touching.ramps.count == ramps)
    #expect(
      frames.allSatisfy {
        touching.gain(ofFrame: $0) == fade.gain(ofFrame: $0) || $0 < 100 || $0 > 199
      })
  }

  @Test func `no fade is nothing at all`() {
    let none = PictureFade(film: 0..<100, fadeIn: 0, fadeOut: 0.01, at: .film)
    #expect(none == PictureFade())
    #expect((0..<100).allSatisfy { none.gain(ofFrame: $0) == 256 })
  }
}
