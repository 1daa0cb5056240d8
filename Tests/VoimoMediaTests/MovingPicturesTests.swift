import Glibc
import Testing
import VoimoBase
import VoimoMedia
import VoimoSignal

/// Films as GIF and as single pictures, and the frames of segments that both are made of.
@Suite struct MovingPicturesTests {
  private func frames(_ segment: Film.Segment) throws -> [PlanarPicture] {
    let frames = try SegmentFrames(segment)
    var all: [PlanarPicture] = []
    var picture = PlanarPicture(width: frames.width, height: frames.height)
    while try picture.withTarget({ try frames.next(into: $0) }) { all.append(picture) }
    return all
  }

  @Test(arguments: [1, 2, 5, 49]) func `a segment's frames come back in the order of showing`(
    count: Int
  ) throws {
    let bench = try Workbench()
    let film = TestFilm(bench, preset: .medium)
    let segment = try film.segment("s", 0..<count)
    let found = try frames(segment)
    #expect(found.count == count)
    for (frame, picture) in found.enumerated() {
      let luma = Int(picture.y[1000])
      #expect(abs(luma - Int(TestFilm.luma(ofFrame: frame))) <= 3, "frame \(frame): \(luma)")
    }
    // What a player decodes from the film is the same to the byte.
    _ = try FilmMuxer.write(Film(segments: [segment], soundtrack: nil), to: bench.path("f.mp4"))
    let inspector = try FilmInspector(path: bench.path("f.mp4"))
    #expect(try inspector.frame(count - 1) == found[count - 1])
    #expect(try inspector.frame(count / 2) == found[count / 2])
  }

  @Test func `a segment of another length, broken off or of sound is refused`() throws {
    let bench = try Workbench()
    let segment = try TestFilm(bench).segment("s", 0..<12)
    for frames in [11, 13] {
      let other = Film.Segment(path: segment.path, frames: frames)
      let error = #expect(throws: MediaError.self) { try self.frames(other) }
      #expect(error?.code == .damaged && error?.sentence.contains("not \(frames)") == true)
    }
    let bytes = try bench.read(segment.path)
    let half = try bench.write(Array(bytes.prefix(bytes.count / 2)), "half")
    #expect(throws: MediaError.self) { try self.frames(Film.Segment(path: half, frames: 12)) }
    let sound = try TestFilm(bench).soundtrack(
      TestSound.noise(seed: 3, count: 48_000), rate: 48_000, frames: 12)
    let error = #expect(throws: MediaError.self) {
      try self.frames(Film.Segment(path: sound, frames: 12))
    }
    #expect(error?.sentence.hasSuffix("is not a segment of a film") == true)
  }

  /// A disc that moves over slopes of many colors.
  private func draw(_ frame: Int, _ target: PlanarTarget) throws {
    var picture = RGBPicture(width: target.width, height: target.height)
    for row in 0..<picture.height {
      for column in 0..<picture.width {
        let place = 3 * (row * picture.width + column)
        let (x, y) = (column - 20 - 2 * frame, row - 30)
        let isDisc = x * x + y * y < 150
        picture.pixels[place] = isDisc ? 230 : UInt8(column * 255 / picture.width)
        picture.pixels[place + 1] = isDisc ? 30 : UInt8(row * 255 / picture.height)
        picture.pixels[place + 2] = isDisc ? 20 : UInt8(255 - column * 255 / picture.width)
      }
    }
    try PictureConversion.draw(picture, onto: target)
  }

  @Test func `a GIF loops for ever, in time, in colors near those of the film`() throws {
    let bench = try Workbench()
    var asked: [Int] = []
    func write(_ path: String) throws {
      try GIFFile.write(
        to: path, width: 128, height: 72, frameRate: .film, frames: 48
      ) { frame, target in
        asked.append(frame)
        try draw(frame, target)
      }
    }
    try write(bench.path("a.gif"))
    #expect(asked == Array(0..<48) + Array(0..<48))
    try write(bench.path("b.gif"))
    #expect(try bench.read(bench.path("a.gif")) == bench.read(bench.path("b.gif")))
    try bench.pillow(
      """
      film = Image.open(folder + "a.gif")
      times = []
      for i in range(film.n_frames):
          film.seek(i); times.append(film.info["duration"])
          if i in (0, 20, 47): truth(film, "%d.rgb" % i)
      open(folder + "facts", "w").write("%d %d %s %d" % (
          film.n_frames, sum(times), sorted(set(times)), film.info["loop"]))
      """)
    let facts = String(decoding: try bench.read(bench.path("facts")), as: UTF8.self)
    #expect(facts == "48 2000 [40, 50] 0", "\(facts)")
    for frame in [0, 20, 47] {
      var planar = PlanarPicture(width: 128, height: 72)
      try planar.withTarget { try draw(frame, $0) }
      let wanted = try PictureConversion.rgb(planar)
      let found = try bench.raw("\(frame).rgb", 128, 72)
      #expect(found.difference(from: wanted).mean < 8, "frame \(frame)")
      // The pattern's mean is the color: seen from afar there is no dither.
      let far = try PictureConversion.resized(found, toWidth: 16, height: 9)
      let near = try PictureConversion.resized(wanted, toWidth: 16, height: 9)
      #expect(far.difference(from: near).mean < 2, "\(far.difference(from: near))")
    }
  }

  @Test func `a GIF of few colors has exactly those, and a still one is small`() throws {
    let bench = try Workbench()
    try GIFFile.write(
      to: bench.path("a.gif"), width: 64, height: 48, frameRate: .film, frames: 24
    ) { _, target in TestFilm.paint(126, target) }
    let bytes = try bench.read(bench.path("a.gif"))
    #expect(bytes.count < 3000, "\(bytes.count)")
    let first = try PictureFile.decode(bytes).picture
    #expect(first == RGBPicture(width: 64, height: 48, red: 128, green: 128, blue: 128))
    let fast = #expect(throws: MediaError.self) {
      try GIFFile.write(
        to: bench.path("b.gif"), width: 64, height: 48,
        frameRate: #require(FrameRate(60)), frames: 2
      ) { _, target in TestFilm.paint(126, target) }
    }
    #expect(fast?.code == .outOfLimits)
  }

  @Test(arguments: [0xFFFF_FFFF, 40]) func `an archive of pictures is unpacked by others`(
    mostPlain: Int
  ) throws {
    let bench = try Workbench()
    func write(_ path: String) throws {
      var sequence = try PNGSequence(
        path: path, width: 64, height: 48, frames: 12, mostPlain: mostPlain)
      for frame in 0..<12 {
        try sequence.write { TestFilm.paint(TestFilm.luma(ofFrame: frame), $0) }
      }
      try sequence.finish()
    }
    try write(bench.path("a.zip"))
    try write(bench.path("b.zip"))
    #expect(try bench.read(bench.path("a.zip")) == bench.read(bench.path("b.zip")))
    try bench.pillow(
      """
      import zipfile
      archive = zipfile.ZipFile(folder + "a.zip")
      assert archive.testzip() is None
      names = archive.namelist()
      assert names == ["%05d.png" % i for i in range(1, 13)], names
      assert all(i.date_time[:3] == (1980, 1, 1) and i.compress_type == 0 for i in archive.infolist())
      archive.extractall(folder)
      """)
    for frame in 0..<12 {
      let digits = frame < 9 ? "0000\(frame + 1)" : "000\(frame + 1)"
      let read = try bench.picture("\(digits).png").picture
      var planar = PlanarPicture(width: 64, height: 48)
      planar.withTarget { TestFilm.paint(TestFilm.luma(ofFrame: frame), $0) }
      #expect(try read == PictureConversion.rgb(planar))
    }
    var short = try PNGSequence(path: bench.path("c.zip"), width: 64, height: 48, frames: 2)
    try short.write { TestFilm.paint(50, $0) }
    var code: MediaError.Code?
    do { try short.finish() } catch { code = error.code }
    #expect(code == .mismatch)
  }
}
