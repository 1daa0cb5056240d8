import Testing
import VoimoBase
import VoimoProject

/// Frame rates as cameras, editors and `ffprobe` print them.
@Suite struct FrameRateTests {
  @Test(arguments: [
    ("29.97", 30), ("29.970", 30), ("29.97003", 30), ("29.9700299700", 30), ("23.976", 24),
    ("23.98", 24), ("23.980", 24), ("23.97", 24), ("23.9760", 24), ("23.976023976", 24),
    ("23.976024", 24), ("23.976023976023978", 24), ("59.94", 60), ("59.940", 60),
    ("59.94005994", 60), ("119.88", 120), ("119.880", 120), ("119.88012", 120), ("47.952", 48),
    ("14.985", 15), ("11.988", 12), ("71.928", 72), ("89.91", 90), ("95.904", 96),
    ("143.856", 144), ("239.76", 240), ("29.97 fps", 30), ("23.976FPS", 24),
  ]) func `a decimal of an NTSC rate is that rate`(text: String, nominal: Int) {
    #expect(FrameRate(text: text) == FrameRate(nominal * 1000, over: 1001))
  }

  @Test(arguments: [
    ("24", 24, 1), ("24.0", 24, 1), ("25.000", 25, 1), ("025", 25, 1), ("24.", 24, 1),
    ("30000/1001", 30000, 1001), ("30000:1001", 30000, 1001), ("30000 / 1001", 30000, 1001),
    ("60000/1001", 60000, 1001), ("24000000/1001000", 24000, 1001), ("30/1.001", 30000, 1001),
    ("50/2", 25, 1), ("24 fps", 24, 1), ("12.5", 25, 2), ("12.50", 25, 2), ("29.9", 299, 10),
    ("29.98", 1499, 50), ("16.6667", 166_667, 10_000), ("1", 1, 1), ("240", 240, 1),
    ("60 Hz", 60, 1),
  ]) func `any other rate is itself, exactly`(text: String, above: Int, below: Int) {
    #expect(FrameRate(text: text) == FrameRate(above, over: below))
  }

  @Test(arguments: [
    ("29,97", "must be frames a second from 1 to 240", "write 29.97"),
    ("24p", "must be frames a second from 1 to 240", "write 24"),
    ("29.970 (30000/1001) FPS", "must be frames a second from 1 to 240", "write 30000/1001"),
    ("ntsc", "must be frames a second from 1 to 240", "write 30000/1001"),
    ("２４", "must be frames a second from 1 to 240", "write 24"),
    ("0", "must be frames a second from 1 to 240", "24, 12.5 or 30000/1001"),
    ("1e3", "must be frames a second from 1 to 240", "24, 12.5 or 30000/1001"),
    ("24/0", "must be frames a second from 1 to 240", "24, 12.5 or 30000/1001"),
    ("16.666667", "has more digits than a frame rate keeps", "write it as a fraction: 50/3"),
    ("33.3333333", "has more digits than a frame rate keeps", "write it as a fraction: 100/3"),
  ]) func `what is refused gets a reason`(text: String, why: String, hint: String) {
    let yaml = "audio: a.mp3\nrender: { fps: \"\(text)\" }"
    let (_, said) = Project.parse(SourceText(name: "voimo.yaml", text: yaml), profile: nil)
    #expect(said.map(\.message.text) == ["render.fps '\(text)' \(why)"])
    #expect(said.map(\.message.hint) == [hint])
  }

  @Test(arguments: ["0.5", "241", "1000", "300/1", "1/2"])
  func `a rate beyond the bounds is out of range`(text: String) {
    let yaml = "audio: a.mp3\nrender: { fps: \(text) }"
    let (_, said) = Project.parse(SourceText(name: "voimo.yaml", text: yaml), profile: nil)
    #expect(said.map(\.message.id) == ["out-of-range"])
  }
}
