import Glibc
import Testing
import VoimoBase
import VoimoMedia
import VoimoSignal

@Suite struct FrameFileTests {
  /// A picture that no other frame has: noise in all planes over the whole range of bytes.
  private func picture(_ frame: Int, _ width: Int, _ height: Int) -> PlanarPicture {
    var random = SeededRandom(seed: UInt64(frame) + 77)
    var picture = PlanarPicture(width: width, height: height)
    picture.withTarget { target in
      for row in 0..<height {
        for column in 0..<width {
          let noise = random.next()
          unsafe target.y[row * target.lumaStride + column] = UInt8(truncatingIfNeeded: noise)
          guard row % 2 == 0, column % 2 == 0 else { continue }
          let place = row / 2 * target.chromaStride + column / 2
          unsafe target.cb[place] = UInt8(truncatingIfNeeded: noise >> 8)
          unsafe target.cr[place] = UInt8(truncatingIfNeeded: noise >> 16)
        }
      }
    }
    return picture
  }

  private func draw(_ picture: PlanarPicture, _ target: PlanarTarget) {
    for row in 0..<picture.height {
      for column in 0..<picture.width {
        unsafe target.y[row * target.lumaStride + column] = picture.y[row * picture.width + column]
      }
    }
    for row in 0..<picture.height / 2 {
      for column in 0..<picture.width / 2 {
        let (from, to) = (row * picture.width / 2 + column, row * target.chromaStride + column)
        unsafe target.cb[to] = picture.cb[from]
        unsafe target.cr[to] = picture.cr[from]
      }
    }
  }

  @discardableResult
  private func write(
    _ path: String, _ frames: Int, width: Int = 48, height: Int = 34, rate: FrameRate = .film,
    given: Int? = nil
  ) throws -> Int {
    var writer = try FrameFileWriter(
      path: path, width: width, height: height, frameRate: rate, frames: frames)
    for frame in 0..<(given ?? frames) {
      try writer.write { draw(picture(frame, width, height), $0) }
    }
    return try writer.finish()
  }

  private func next(_ reader: FrameFileReader) throws -> PlanarPicture {
    var picture = PlanarPicture(width: reader.width, height: reader.height)
    try picture.withTarget { try reader.next(into: $0) }
    return picture
  }

  @Test(arguments: [
    (1, 16, 16, 24, 1), (30, 48, 34, 24, 1), (61, 130, 18, 30_000, 1001), (40, 16, 50, 60, 1),
    (9, 22, 22, 12, 7),
  ]) func `every frame comes out as it went in, and the same bytes again`(
    frames: Int, width: Int, height: Int, rate: Int, over: Int
  ) throws {
    let bench = try Workbench()
    let rate = try #require(FrameRate(rate, over: over))
    let bytes = try write(bench.path("a"), frames, width: width, height: height, rate: rate)
    try write(bench.path("b"), frames, width: width, height: height, rate: rate)
    #expect(try bench.read(bench.path("a")) == bench.read(bench.path("b")))
    let reader = try FrameFileReader(path: bench.path("a"))
    #expect(reader.count == frames && reader.frameRate == rate)
    #expect(reader.width == width && reader.height == height && bytes > frames * width)
    for frame in 0..<frames { #expect(try next(reader) == picture(frame, width, height)) }
    // Any order.
    for frame in [frames - 1, 0, frames / 2, frames / 2 + 1, frames / 3, frames / 3]
    where frame < frames {
      try reader.seek(to: frame)
      #expect(reader.position == frame)
      #expect(try next(reader) == picture(frame, width, height), "frame \(frame)")
    }
  }

  @Test func `other programs play it, frame by frame`() throws {
    let bench = try Workbench()
    try write(bench.path("a.mkv"), 24)
    let told = try bench.run([
      "ffprobe", "-v", "error", "-count_frames", "-show_entries",
      "stream=codec_name,width,height,pix_fmt,color_range,color_space,avg_frame_rate,nb_read_frames",
      "-of", "compact=nk=1:p=0", bench.path("a.mkv"),
    ])
    #expect(told.contains("ffv1|48|34|yuv420p|tv|bt709|24/1|24"), "\(told)")
    try bench.ffmpeg([
      "-i", bench.path("a.mkv"), "-f", "rawvideo", "-pix_fmt", "yuv420p", bench.path("a.yuv"),
    ])
    let wanted = (0..<24).flatMap { frame in
      let picture = picture(frame, 48, 34)
      return picture.y + picture.cb + picture.cr
    }
    #expect(try bench.read(bench.path("a.yuv")) == wanted)
  }

  @Test func `the count is kept to, on both sides`() throws {
    let bench = try Workbench()
    let short = #expect(throws: MediaError.self) { try write(bench.path("a"), 5, given: 4) }
    #expect(short?.sentence == "a file of 5 frames was given 4" && short?.code == .mismatch)
    let odd = #expect(throws: MediaError.self) { try write(bench.path("a"), 5, width: 17) }
    #expect(odd?.code == .outOfLimits)
  }

  @Test func `a file that was changed behind the writer's back is not published`() throws {
    let bench = try Workbench()
    let path = bench.path("a")
    let honest = bench.path("b")
    try write(honest, 3)
    var writer = try FrameFileWriter(
      path: path, width: 48, height: 34, frameRate: .film, frames: 3)
    for frame in 0..<3 { try writer.write { draw(picture(frame + 9, 48, 34), $0) } }
    // Another file takes its place; the writer's own bytes go to one that has no name any more.
    unsafe rename(honest, path)
    var caught: MediaError?
    do { _ = try writer.finish() } catch let error as MediaError { caught = error }
    #expect(caught?.sentence == "frame 0 of \(path) does not come out as it was written")
  }

  @Test func `what breaks off or is damaged is said, and never shown as a picture`() throws {
    let bench = try Workbench()
    try write(bench.path("a"), 12)
    let good = try bench.read(bench.path("a"))
    for (name, bytes) in [
      ("empty", []), ("text", Array("a text".utf8)), ("half", Array(good.prefix(good.count / 2))),
      ("head", Array(good.prefix(300))),
    ] {
      let path = try bench.write(bytes, name)
      let error = #expect(throws: MediaError.self, "\(name)") {
        let reader = try FrameFileReader(path: path)
        for _ in 0..<12 { _ = try next(reader) }
      }
      #expect(error?.code == .damaged, "\(error?.description ?? "")")
    }
    try bench.ffmpeg([
      "-f", "lavfi", "-i", "testsrc=size=48x34", "-frames:v", "3", "-c:v", "ffv1", "-pix_fmt",
      "yuv420p", bench.path("other.mkv"),
    ])
    let other = #expect(throws: MediaError.self) {
      try FrameFileReader(path: bench.path("other.mkv"))
    }
    #expect(other?.sentence.hasSuffix("is not one of voimo's files of frames") == true)
    var refused = 0
    for seed in 0..<200 as Range<UInt64> {
      var random = SeededRandom(seed: seed)
      var bytes = good
      for _ in 0..<3 {
        bytes[Int(random.unit() * Double(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      }
      let path = try bench.write(bytes, "garbled")
      do {
        let reader = try FrameFileReader(path: path)
        for frame in 0..<min(reader.count, 12) {
          #expect(try next(reader) == picture(frame, 48, 34), "seed \(seed)")
        }
      } catch is MediaError {
        refused += 1
      }
    }
    #expect(refused > 100, "\(refused)")
  }
}
