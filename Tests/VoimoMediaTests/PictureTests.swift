import Testing
import VoimoBase
import VoimoMedia
import VoimoSignal

@Suite struct PictureTests {
  private func noise(_ width: Int, _ height: Int) -> RGBPicture {
    var random = SeededRandom(seed: 11)
    var picture = RGBPicture(width: width, height: height)
    for index in picture.pixels.indices {
      picture.pixels[index] = UInt8(truncatingIfNeeded: random.next())
    }
    return picture
  }

  @Test func `a PNG gives back every pixel, and the same bytes again`() throws {
    for (width, height) in [(1, 1), (7, 5), (64, 64), (257, 3)] {
      let picture = noise(width, height)
      let bytes = try PNGFile.encode(picture)
      #expect(try PNGFile.encode(picture) == bytes)
      #expect(try PNGFile.decode(bytes) == picture)
    }
  }

  /// Runs a Python program with Pillow, an independent peer, given the names of files.
  private func pillow(_ program: String, _ files: String..., on bench: Workbench) throws {
    try bench.run(
      ["/usr/bin/python3", "-c", "import sys; from PIL import Image; " + program] + files)
  }

  @Test func `other programs read our PNG, and we theirs`() throws {
    let bench = try Workbench()
    let picture = noise(31, 17)
    let path = try bench.write(PNGFile.encode(picture), "a.png")
    try pillow(
      "open(sys.argv[2], 'wb').write(Image.open(sys.argv[1]).convert('RGB').tobytes())", path,
      bench.path("a.rgb"), on: bench)
    #expect(try bench.read(bench.path("a.rgb")) == picture.pixels)
    for (name, making, first) in [
      ("palette", "Image.new('RGB', (8, 8), (255, 128, 0)).quantize(4)", [UInt8(255), 128, 0]),
      ("deep grey", "Image.new('I;16', (8, 8), 0x8080)", [128, 128, 128]),
      ("one bit", "Image.new('1', (8, 8), 1)", [255, 255, 255]),
      ("clear", "Image.new('RGBA', (8, 8), (255, 255, 255, 128))", [128, 128, 128]),
    ] {
      try pillow("\(making).save(sys.argv[1], 'PNG')", bench.path(name), on: bench)
      let read = try PNGFile.decode(bench.read(bench.path(name)))
      // The last bit of grey is a matter of rounding.
      let worst = zip(read.pixels, first).map { abs(Int($0) - Int($1)) }.max()
      #expect(worst.map { $0 <= (name == "deep grey" ? 1 : 0) } == true, "\(name): \(worst ?? -1)")
    }
  }

  @Test func `pictures that are none, broken or huge are refused before they are unpacked`() throws
  {
    let good = try PNGFile.encode(noise(64, 64))
    var huge = good
    huge.replaceSubrange(16..<24, with: [0, 0, 255, 255, 0, 0, 255, 255])
    for (bytes, words) in [
      ([UInt8](), "is not a PNG"), (Array(good.prefix(good.count / 2)), "breaks off"),
      (huge, "65535×65535"),
    ] {
      let error = #expect(throws: MediaError.self) { try PNGFile.decode(bytes, name: "key.png") }
      #expect(error?.sentence.contains(words) == true, "\(error?.description ?? "nothing")")
    }
  }

  @Test func `colors keep their BT_709 values both ways`() throws {
    // ITU-R BT.709: limited range values of the corners.
    for (color, wanted) in [
      ((255, 255, 255), (235, 128, 128)), ((0, 0, 0), (16, 128, 128)),
      ((255, 0, 0), (63, 102, 240)), ((0, 255, 0), (173, 42, 26)), ((0, 0, 255), (32, 240, 118)),
    ] {
      let flat = RGBPicture(
        width: 16, height: 16, red: UInt8(color.0), green: UInt8(color.1), blue: UInt8(color.2))
      let planar = try PictureConversion.planar(flat)
      let middle = (Int(planar.y[136]), Int(planar.cb[36]), Int(planar.cr[36]))
      #expect(
        abs(middle.0 - wanted.0) <= 1 && abs(middle.1 - wanted.1) <= 1
          && abs(middle.2 - wanted.2) <= 1, "\(color): \(middle), not \(wanted)")
      let back = try PictureConversion.rgb(planar)
      let pixel = back.pixels[3 * 136..<3 * 136 + 3].map(Int.init)
      for (a, b) in zip(pixel, [color.0, color.1, color.2]) {
        #expect(abs(a - b) <= 3, "\(color) came back as \(pixel)")
      }
    }
  }

  @Test func `what is painted is what is seen`() throws {
    let bench = try Workbench()
    var settings = VideoSettings(width: 64, height: 48, frameRate: .film, crf: 8)
    settings.gop = 4
    let path = bench.path("s")
    var encoder = try SegmentEncoder(path: path, settings: settings, frames: 9)
    let blue = RGBPicture(width: 64, height: 48, red: 20, green: 60, blue: 220)
    for _ in 0..<9 { try encoder.encode { try PictureConversion.draw(blue, onto: $0) } }
    #expect(try encoder.finish().keyFrames == 3)
    let film = bench.path("f.mp4")
    let segment = Film.Segment(path: path, frames: 9)
    _ = try FilmMuxer.write(Film(segments: [segment], soundtrack: nil), to: film)
    // ffmpeg reads the color tags and must come to the same color.
    try bench.ffmpeg(["-i", film, "-frames:v", "1", bench.path("f.png")])
    let seen = try PNGFile.decode(bench.read(bench.path("f.png")))
    for (a, b) in zip(seen.pixels[3 * 1000..<3 * 1000 + 3], [20, 60, 220]) {
      #expect(abs(Int(a) - b) <= 4, "\(Array(seen.pixels[3000..<3003]))")
    }
    let tags = try bench.run([
      "ffprobe", "-v", "error", "-show_entries",
      "stream=pix_fmt,color_range,color_space,color_transfer,color_primaries,chroma_location",
      "-of", "compact=nk=1:p=0", film,
    ])
    #expect(tags.contains("yuv420p|tv|bt709|bt709|bt709|left"), "\(tags)")
  }

  @Test func `the encoder is known by name and build`() {
    #expect(VideoSettings.encoderIdentity.contains("x264 core 1"))
    #expect(VideoSettings.encoderIdentity.contains("lavc 59"))
  }

  @Test func `the encoders' libraries are found among the files of the process`() {
    #expect(EncoderIdentities.asked().video == VideoSettings.encoderIdentity)
    let names = EncoderIdentities.loadedLibraries.map { $0.split(separator: "/").last ?? "" }
    #expect(names.count == 2)
    #expect(names.contains { $0.hasPrefix("libavcodec.so.59") })
    #expect(names.contains { $0.hasPrefix("libx264.so.") })
  }

  @Test func `settings that cannot be are refused`() throws {
    let bench = try Workbench()
    for (width, height) in [(63, 48), (64, 9000), (0, 0)] {
      let error = #expect(throws: MediaError.self) {
        let settings = VideoSettings(width: width, height: height, frameRate: .film)
        _ = try SegmentEncoder(path: bench.path("s"), settings: settings, frames: 1)
      }
      #expect(error?.code == .outOfLimits)
    }
  }
}
