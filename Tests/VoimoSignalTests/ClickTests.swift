import Testing
import VoimoBase
import VoimoSignal

@Suite struct ClickTests {
  private func mixed(_ count: Int, block: Int, song: Float = 0) -> [Float] {
    let track = ClickTrack(sampleRate: 8_000, beats: [0.25, 0.5, 0.75], downbeats: [0.5])
    var all: [Float] = []
    for start in stride(from: 0, to: count, by: block) {
      var left = [Float](repeating: song, count: min(block, count - start))
      var right = left
      track.mix(left: &left, right: &right, start: start)
      #expect(left == right)
      all += left
    }
    return all
  }

  @Test func `a click begins at its beat's own sample, the bar's louder`() {
    let samples = mixed(8_000, block: 8_000)
    #expect(samples[..<2_000].allSatisfy { $0 == 0 })
    #expect(samples[2_000] == 0.35 && samples[4_000] == 0.5 && samples[6_000] == 0.35)
    #expect(samples[3_000..<4_000].allSatisfy { $0 == 0 }, "a click rings into the next beat")
  }

  @Test func `blocks of any size give the same samples`() {
    let whole = mixed(8_000, block: 8_000, song: 0.25)
    for block in [1, 7, 480, 2_001, 4_096] {
      #expect(mixed(8_000, block: block, song: 0.25) == whole)
    }
    #expect(whole[0] == 0.125)
  }

  @Test func `beats outside the song are no trouble`() {
    let track = ClickTrack(sampleRate: 8_000, beats: [-1, 0, 1_000], downbeats: [-2])
    var (left, right) = ([Float](repeating: 0, count: 10), [Float](repeating: 0, count: 10))
    track.mix(left: &left, right: &right, start: 0)
    #expect(left[0] == 0.35)
  }
}
