import Testing
import VoimoBase

@Suite struct ClockTests {
  @Test(arguments: [
    (0, "0:00"), (48, "0:48"), (200.25, "3:20.25"), (3725.5, "1:02:05.5"), (-1.5, "-0:01.5"),
    (59.9996, "1:00"),
  ]) func `seconds read as a clock`(value: Double, text: String) {
    #expect(Seconds(value).clock == text)
  }

  @Test func `a rate is reduced`() {
    #expect(FrameRate(48, over: 2) == FrameRate(24))
    #expect(FrameRate(60000, over: 2002)?.description == "30000/1001")
    #expect(FrameRate(0) == nil)
    #expect(FrameRate(24, over: 0) == nil)
  }

  @Test func `frame n is at n over fps, two hours on too`() throws {
    let rate = try #require(FrameRate(30000, over: 1001))
    for frame in [0, 1, 1000, 215_784] {
      let time = rate.time(ofFrame: frame)
      #expect(rate.nearestFrame(to: time) == frame)
      #expect(rate.firstFrame(atOrAfter: time) == frame)
      #expect(rate.firstFrame(atOrAfter: time + 0.001) == frame + 1)
    }
    #expect(rate.sample(ofFrame: 30000, sampleRate: 44100) == 44100 * 1001)
  }

  @Test func `near misses are found and strangers are not`() {
    let names = ["zoom", "rotate", "prompt"]
    #expect(NearMiss.nearest(to: "zom", among: names) == "zoom")
    #expect(NearMiss.nearest(to: "promtp", among: names) == "prompt")
    #expect(NearMiss.nearest(to: "saxophone", among: names) == nil)
  }
}
