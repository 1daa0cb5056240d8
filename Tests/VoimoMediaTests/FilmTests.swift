import Testing
import VoimoBase
import VoimoMedia
import VoimoSignal

@Suite struct FilmTests {
  /// Every frame once, in order, at its own time, in our eyes and in ffprobe's.
  private func check(
    _ lengths: [Int], rate: FrameRate, preset: VideoSettings.Preset = .veryfast,
    place: SourceLocation = #_sourceLocation
  ) throws {
    let bench = try Workbench()
    let work = TestFilm(bench, rate: rate, preset: preset)
    let frames = lengths.reduce(0, +)
    let sound = TestSound.noise(
      seed: 1, count: rate.sample(ofFrame: frames, sampleRate: 44_100))
    let film = Film(
      segments: try work.segments(lengths),
      soundtrack: try work.soundtrack(sound, rate: 44_100, frames: frames))
    let path = bench.path("film.mp4")
    let info = try FilmMuxer.write(film, to: path)
    #expect(info.frames == frames && info.samples == sound.count, sourceLocation: place)

    let inspector = try FilmInspector(path: path)
    let seen = try inspector.frames()
    #expect(seen.count == frames && seen.damaged == 0, sourceLocation: place)
    #expect(seen.start == .zero && seen.isUniform, sourceLocation: place)
    for (frame, luma) in seen.luma.enumerated() {
      let wanted = Double(TestFilm.luma(ofFrame: frame))
      #expect(abs(luma - wanted) < 3, "frame \(frame) of \(lengths)", sourceLocation: place)
    }
    #expect(inspector.frameRate == rate, sourceLocation: place)

    let probe = try bench.run([
      "ffprobe", "-v", "error", "-count_frames", "-select_streams", "v", "-show_entries",
      "stream=nb_frames,nb_read_frames,avg_frame_rate,r_frame_rate,start_pts:frame=pts,pkt_duration",
      "-of", "compact=nk=1:p=1", path,
    ])
    let lines = probe.split(separator: "\n").map(String.init)
    let pts = lines.filter { $0.hasPrefix("frame") }.map {
      $0.split(separator: "|").compactMap { Int($0) }
    }
    let tick = pts.first?.last ?? 0
    #expect(pts.count == frames, sourceLocation: place)
    for (index, numbers) in pts.enumerated() {
      #expect(numbers == [index * tick, tick], "frame \(index)", sourceLocation: place)
    }
    let rateText = "\(rate.numerator)/\(rate.denominator)"
    let stream = lines.first { $0.hasPrefix("stream") } ?? ""
    #expect(
      stream == "stream|\(rateText)|\(rateText)|0|\(frames)|\(frames)",
      "\(stream)", sourceLocation: place)
  }

  @Test func `segments of any length join without a gap or a repeated frame`() throws {
    try check([37, 5, 50, 1, 1, 2], rate: .film)
    try check([1], rate: .film)
    try check([1, 37], rate: #require(FrameRate(30_000, over: 1001)))
    try check([5, 1, 37], rate: #require(FrameRate(12)))
    try check([3, 9], rate: #require(FrameRate(7, over: 3)))
  }

  @Test func `presets with other delays join as well`() throws {
    try check([7, 1, 12], rate: .film, preset: .ultrafast)
    try check([7, 1, 12], rate: #require(FrameRate(25)), preset: .medium)
  }

  @Test(arguments: ["wav", "m4a", "opus", "mp3", "ogg"]) func `sound is heard with its picture`(
    ending: String
  ) throws {
    let bench = try Workbench()
    let rate = 48_000
    let truth = TestSound.noise(seed: 7, count: 5 * rate)
    var writer = try SoundWriter(path: bench.path("truth.wav"), sampleRate: rate)
    try writer.write(truth)
    _ = try writer.finish()
    let song = bench.path("song.\(ending)")
    try bench.ffmpeg(["-i", bench.path("truth.wav"), song])
    let (decoded, summary) = try TestSound.decode(song)
    #expect(summary.warnings.isEmpty)

    let work = TestFilm(bench)
    let frames = 96
    let film = Film(
      segments: try work.segments([40, 56]),
      soundtrack: try work.soundtrack(decoded, rate: summary.sampleRate, frames: frames))
    let path = bench.path("film.mp4")
    let info = try FilmMuxer.write(film, to: path)
    let (heard, _) = try TestSound.decode(path)
    for start in [2400, 96_000, 180_000] {
      let found = TestSound.lag(of: heard.left, behind: truth.left, at: start, within: 1200)
      // 1 ms is 48 samples.
      #expect(abs(found.lag) <= 1 && found.likeness > 0.8, "\(ending) at \(start): \(found)")
    }
    #expect(info.samples == 4 * rate)
    #expect(abs(heard.count - 4 * rate) <= 1024)
    // And as ffmpeg hears it.
    let peer = try bench.peerSamples(path)
    let left = stride(from: 0, to: peer.count, by: 2).map { peer[$0] }
    let found = TestSound.lag(of: left, behind: truth.left, at: 96_000, within: 1200)
    #expect(abs(found.lag) <= 1, "ffmpeg: \(found)")
  }

  @Test func `the same parts give the same bytes`() throws {
    let bench = try Workbench()
    let work = TestFilm(bench)
    let sound = TestSound.noise(seed: 3, count: 48_000)
    func make(_ run: String) throws -> [UInt8] {
      var film = Film(
        segments: try work.segments([9, 15], prefix: run),
        soundtrack: try work.soundtrack(sound, rate: 48_000, frames: 24, name: "\(run)sound"))
      film.title = "A title"
      film.chapters = [Film.Chapter(title: "one", startFrame: 0)]
      let path = bench.path("\(run).mp4")
      _ = try FilmMuxer.write(film, to: path)
      return try bench.read(path)
    }
    let first = try make("a")
    #expect(try make("b") == first)
    #expect(first.count > 1000)
  }

  @Test func `chapters, tags and subtitles arrive`() throws {
    let bench = try Workbench()
    let work = TestFilm(bench)
    var film = Film(
      segments: try work.segments([24, 48]),
      soundtrack: try work.soundtrack(
        TestSound.noise(seed: 4, count: 144_000), rate: 48_000, frames: 72))
    film.title = "Lantern „Harbor“ ♫"
    film.artist = "O'Neil; = # \\"
    film.album = "歌"
    film.chapters = [
      Film.Chapter(title: "intro", startFrame: 0), Film.Chapter(title: "chorus.1", startFrame: 25),
    ]
    film.subtitles = [
      Film.Subtitles(
        language: "en",
        cues: [
          Film.Cue(start: 0.5, end: 1.25, text: "first\nline"),
          Film.Cue(start: 1.25, end: 2, text: "zweite ♪"),
          Film.Cue(start: 2.5, end: 99, text: "to the end"),
        ]), Film.Subtitles(language: "de", cues: []),
    ]
    let path = bench.path("film.mp4")
    _ = try FilmMuxer.write(film, to: path)
    let inspector = try FilmInspector(path: path)
    #expect(inspector.tags["title"] == film.title && inspector.tags["artist"] == film.artist)
    #expect(inspector.tags["album"] == film.album)
    #expect(inspector.tags["creation_time"] == nil && inspector.tags["encoder"] == nil)
    #expect(inspector.chapters.map(\.title) == ["intro", "chorus.1"])
    #expect(abs(inspector.chapters[1].start.value - 25.0 / 24) < 0.001)
    #expect(abs(inspector.chapters[1].end.value - 3) < 0.001)
    let cues = try inspector.subtitles()
    #expect(cues.map(\.text) == ["first\nline", "zweite ♪", "to the end"])
    #expect(cues.map(\.start) == [0.5, 1.25, 2.5])
    #expect(cues.map(\.end) == [1.25, 2, 3])
    let seen = try inspector.frames()
    #expect(seen.count == 72 && seen.isUniform)
    let probe = try bench.run([
      "ffprobe", "-v", "error", "-show_entries", "stream=codec_name:stream_tags=language", "-of",
      "compact=nk=1:p=0", path,
    ])
    #expect(probe.contains("mov_text|eng") && probe.contains("mov_text|deu"), "\(probe)")
    #expect(try inspector.subtitles(1).isEmpty)
    // It starts before it is wholly there: the index comes first.
    let bytes = try bench.read(path)
    let text = String(decoding: bytes, as: Unicode.ASCII.self)
    let index = text.firstRange(of: "moov")?.lowerBound
    let data = text.firstRange(of: "mdat")?.lowerBound
    #expect(try #require(index) < #require(data))
  }

  @Test func `two hours drift by nothing`() throws {
    let bench = try Workbench()
    let rate = try #require(FrameRate(2))
    let work = TestFilm(bench, width: 16, height: 16, rate: rate, preset: .ultrafast)
    let lengths = Array(repeating: 14, count: 1028) + [8]
    let frames = lengths.reduce(0, +)
    #expect(frames == 14_400)
    var segments: [Film.Segment] = []
    // Segments that are alike need to be made only once.
    let long = try work.segment("long", 0..<14)
    let short = try work.segment("short", 0..<8)
    for length in lengths { segments.append(length == 14 ? long : short) }
    let sampleRate = 8_000
    let count = rate.sample(ofFrame: frames, sampleRate: sampleRate)
    let path = bench.path("sound")
    var encoder = try SoundtrackEncoder(
      path: path, sampleRate: sampleRate, samples: count, bitRate: 16_000, effort: .quick)
    // One second of noise at the start and one at the very end, silence between.
    let burst = TestSound.noise(seed: 9, count: sampleRate)
    let silence = AudioBlock(
      start: 0, left: Array(repeating: 0, count: sampleRate),
      right: Array(repeating: 0, count: sampleRate))
    for second in 0..<count / sampleRate {
      try encoder.encode(second == 0 || second == 7199 ? burst : silence)
    }
    #expect(try encoder.finish().samples == count)
    let film = bench.path("film.mp4")
    let info = try FilmMuxer.write(Film(segments: segments, soundtrack: path), to: film)
    #expect(info.frames == frames && info.samples == count)
    let seen = try FilmInspector(path: film).frames()
    #expect(seen.count == frames && seen.isUniform && seen.damaged == 0)
    let (heard, _) = try TestSound.decode(film)
    #expect(abs(heard.count - count) <= 1024)
    let end = Array(heard.left[(7199 * sampleRate)..<min(heard.count, count)])
    for sound in [Array(heard.left.prefix(sampleRate)), end] {
      let found = TestSound.lag(of: sound, behind: burst.left, at: 2000, within: 500)
      #expect(abs(found.lag) <= 1 && found.likeness > 0.7, "\(found)")
    }
  }

  @Test func `parts that do not fit are named`() throws {
    let bench = try Workbench()
    let work = TestFilm(bench)
    let good = try work.segments([5, 5])
    func refusal(_ film: Film) -> String {
      let error = #expect(throws: MediaError.self) {
        try FilmMuxer.write(film, to: bench.path("film.mp4"))
      }
      return error?.description ?? "nothing"
    }
    var other = work
    other.settings.frameRate = FrameRate(25) ?? .film
    let foreign = try other.segment("foreign", 0..<5)
    #expect(
      refusal(Film(segments: [good[0], foreign], soundtrack: nil)).contains("25/1 frames a second"))
    other = work
    other.settings.preset = .medium
    let slower = try other.segment("slower", 0..<5)
    #expect(refusal(Film(segments: [good[0], slower], soundtrack: nil)).contains("SPS and PPS"))
    var short = good[1]
    short.frames = 4
    #expect(
      refusal(Film(segments: [good[0], short], soundtrack: nil)).contains("holds 5 frames, not 4"))
    #expect(refusal(Film(segments: [], soundtrack: nil)).contains("without a single shot"))
    let half = try bench.read(good[1].path)
    let broken = try bench.write(Array(half.prefix(half.count - 10)), "broken")
    let cut = Film.Segment(path: broken, frames: 5)
    #expect(refusal(Film(segments: [good[0], cut], soundtrack: nil)).contains("breaks off"))
    let sound = try work.soundtrack(
      TestSound.noise(seed: 2, count: 48_000), rate: 48_000, frames: 24)
    #expect(refusal(Film(segments: good, soundtrack: sound)).contains("its sound 0:01"))
    #expect(refusal(Film(segments: good, soundtrack: good[0].path)).contains("pictures, not sound"))
    var film = Film(segments: good, soundtrack: nil)
    film.chapters = [Film.Chapter(title: "late", startFrame: 10)]
    #expect(refusal(film).contains("10 frames"))
  }

  @Test func `writing stops when progress says so`() throws {
    struct Stop: Error {}
    let bench = try Workbench()
    let work = TestFilm(bench)
    let film = Film(segments: try work.segments([5]), soundtrack: nil)
    #expect(throws: Stop.self) {
      try FilmMuxer.write(film, to: bench.path("film.mp4")) { _ in throw Stop() }
    }
  }

  @Test func `any frame can be looked at`() throws {
    let bench = try Workbench()
    let work = TestFilm(bench)
    let path = bench.path("film.mp4")
    _ = try FilmMuxer.write(Film(segments: try work.segments([7, 30]), soundtrack: nil), to: path)
    let inspector = try FilmInspector(path: path)
    for frame in [0, 6, 7, 20, 36] {
      let picture = try inspector.frame(frame)
      #expect(abs(Int(picture.y[0]) - Int(TestFilm.luma(ofFrame: frame))) < 3)
    }
    #expect(try inspector.rgbFrame(3).width == 64)
    #expect(throws: MediaError.self) { try inspector.frame(37) }
  }
}
