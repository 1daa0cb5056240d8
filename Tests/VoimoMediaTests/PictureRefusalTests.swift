import Testing
import VoimoBase
import VoimoMedia
import VoimoSignal

/// What is no picture, or no good one, is refused in a sentence before anything is unpacked.
@Suite struct PictureRefusalTests {
  private func sentence(_ bytes: [UInt8], _ name: String) throws -> String {
    let bench = try Workbench()
    let path = try bench.write(bytes, name)
    var said: [String] = []
    // Alike from a file, from memory, and with a child that must not be needed.
    for attempt in [
      { _ = try AudioReading.inProcess.picture(at: path) },
      { _ = try PictureFile.decode(bytes, name: name) },
    ] {
      let error = #expect(throws: MediaError.self) { try attempt() }
      said.append(error?.sentence ?? "nothing")
    }
    #expect(said[0] == said[1])
    return said[0]
  }

  private func box(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let size = 8 + content.count
    return (0..<4).map { UInt8(truncatingIfNeeded: size >> (24 - 8 * $0)) } + Array(name.utf8)
      + content
  }

  @Test func `other files are called what they are`() throws {
    for (text, name, wanted) in [
      ("", "a.jpg", "a.jpg is empty"),
      ("<!DOCTYPE html><p>", "a.png", "not a picture (HTML document, 18 bytes)"),
      ("just words\n", "a.jpg", "not a picture (text, 11 bytes)"),
      ("%PDF-1.7\n", "a.jpg", "a PDF document"),
      ("<?xml version='1.0'?><svg xmlns='x'/>", "a.svg", "a drawing (SVG)"),
      ("fLaC\0\0\0", "a.jpg", "sound, not a picture"),
      ("RIFF\0\0\0\0AVI LIST", "a.jpg", "a film, not a picture"),
      ("\0\0\0\u{18}ftypisom\0\0\0\0", "a.jpg", "a film, not a picture"),
      ("II*\0\u{10}\0\0\0CR\u{2}\0", "a.cr2", "a raw picture (Canon CR2)"),
      ("II*\0\u{8}\0\0\0\0\0", "a.NEF", "a raw picture (NEF)"),
      ("\0\0\0\u{18}ftypcrx \0\0\0\0", "a.cr3", "a raw picture (Canon CR3)"),
      ("\u{1}\u{2}\u{3}\u{4}", "a.jpg", "not a picture in any format that voimo knows (4 bytes)"),
    ] {
      let said = try sentence(Array(text.utf8), name)
      #expect(said.hasPrefix(name) && said.contains(wanted), "\(said)")
    }
    let error = #expect(throws: MediaError.self) {
      try AudioReading.inProcess.picture(at: "/tmp")
    }
    #expect(error?.code == .notPicture && error?.sentence == "tmp is a folder")
    let missing = #expect(throws: MediaError.self) {
      try AudioReading.inProcess.pictureSize(at: "/no/such.png")
    }
    #expect(missing?.sentence == "such.png does not exist")
  }

  @Test func `a file that breaks off is said to`() throws {
    let bench = try Workbench()
    try bench.pillow(
      """
      import random
      random.seed(4)
      noise = Image.new("RGB", (120, 90))
      noise.putdata([tuple(random.randrange(256) for _ in range(3)) for _ in range(120 * 90)])
      for name in ("a.png", "a.jpg", "a.webp", "a.gif", "a.bmp", "a.tiff"): noise.save(folder + name)
      noise.save(folder + "b.jpg", progressive=True)
      """)
    for name in ["a.png", "a.jpg", "b.jpg", "a.webp", "a.gif", "a.bmp", "a.tiff"] {
      let whole = try bench.read(bench.path(name))
      for share in [0.5, 0.95] {
        let cut = Array(whole.prefix(Int(Double(whole.count) * share)))
        let error = #expect(throws: MediaError.self, "\(name)") {
          try PictureFile.decode(cut, name: "x")
        }
        #expect(error?.code == .damaged, "\(name): \(error?.description ?? "")")
      }
    }
  }

  @Test func `a picture that says it is huge is refused before it is unpacked`() throws {
    let bench = try Workbench()
    try bench.pillow(
      """
      for name in ("a.png", "a.jpg", "a.gif", "a.bmp", "a.tiff"): scene.save(folder + name)
      scene.save(folder + "a.webp", lossless=True)
      # A bomb: 20 000 by 20 000 pixels of nothing in a few kilobytes.
      def chunk(kind, data):
          return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
      rows = zlib.compressobj(9)
      data = b"".join(rows.compress(bytes(20001 * 100)) for _ in range(200)) + rows.flush()
      open(folder + "bomb.png", "wb").write(b"\\x89PNG\\r\\n\\x1a\\n"
          + chunk(b"IHDR", struct.pack(">IIBBBBB", 20000, 20000, 8, 0, 0, 0, 0))
          + chunk(b"IDAT", data) + chunk(b"IEND", b""))
      """)
    func edited(_ name: String, _ place: Int, _ bytes: [UInt8]) throws -> [UInt8] {
      var file = try bench.read(bench.path(name))
      file.replaceSubrange(place..<place + bytes.count, with: bytes)
      return file
    }
    let jpeg = try bench.read(bench.path("a.jpg"))
    let frame = try #require(jpeg.firstRange(of: [0xFF, 0xC0])).lowerBound
    for (what, bytes) in [
      ("png", try edited("a.png", 16, [0, 0, 255, 255, 0, 0, 255, 255])),
      ("jpeg", try edited("a.jpg", frame + 5, [255, 255, 255, 255])),
      ("gif", try edited("a.gif", 6, [255, 255, 255, 255])),
      ("bmp", try edited("a.bmp", 18, [255, 255, 0, 0, 255, 255, 0, 0])),
      ("webp", try edited("a.webp", 21, [255, 255, 255, 255])),
      ("bomb", try bench.read(bench.path("bomb.png"))),
    ] {
      let error = #expect(throws: MediaError.self) { try PictureFile.decode(bytes, name: what) }
      #expect(error?.code == .outOfLimits, "\(error?.description ?? "")")
      #expect(error?.sentence.contains("voimo reads up to 64 million pixels") == true)
    }
    // What only libav can measure is bounded too.
    try bench.run(["sh", "-c", "printf 'P6 30000 30000 255\\n123' >'\(bench.path("a.ppm"))'"])
    let error = #expect(throws: MediaError.self) { try bench.picture("a.ppm") }
    #expect(error?.code == .outOfLimits, "\(error?.description ?? "")")
    let small = #expect(throws: MediaError.self) {
      try PictureFile.decode(bench.read(bench.path("a.png")), name: "x", mostPixels: 1000)
    }
    #expect(small?.sentence.contains("61×43") == true)
  }

  @Test(arguments: [
    "a.png", "a.jpg", "b.jpg", "a.webp", "c.webp", "a.gif", "a.bmp", "a.tiff",
    "a.avif", "a.jp2", "a.qoi",
  ]
  ) func `garbled pictures are read or refused`(name: String) throws {
    let bench = try Workbench()
    try bench.pillow(
      """
      exif = Image.Exif(); exif[274] = 6
      srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
      for name in ("a.png", "a.jpg", "a.webp"):
          scene.save(folder + name, exif=exif, icc_profile=srgb)
      for name in ("a.gif", "a.bmp", "a.tiff", "a.jp2"): scene.save(folder + name)
      scene.save(folder + "b.jpg", progressive=True)
      scene.save(folder + "c.webp", save_all=True, append_images=[flat("RGB", 9, (W, H))])
      """)
    if name == "a.avif" || name == "a.qoi" {
      let still = name == "a.avif" ? ["-still-picture", "1"] : []
      try bench.ffmpeg(["-i", bench.path("a.png")] + still + [bench.path(name)])
    }
    let good = try bench.read(bench.path(name))
    var refused = 0
    for seed in 0..<200 as Range<UInt64> {
      var random = SeededRandom(seed: seed)
      var bytes = good
      // Every third run cuts the file, every second one hits its head.
      if seed % 3 == 0 { bytes.removeLast(Int(random.unit() * Double(bytes.count))) }
      for _ in 0..<(1 + seed % 8) where !bytes.isEmpty {
        let reach = seed % 2 == 0 ? min(bytes.count, 400) : bytes.count
        bytes[Int(random.unit() * Double(reach))] = UInt8(truncatingIfNeeded: random.next())
      }
      do {
        let read = try PictureFile.decode(
          bytes, name: "x", mostPixels: 4_000_000, fitting: seed % 5 == 0 ? 500 : nil)
        #expect(read.picture.pixels.count == 3 * read.picture.width * read.picture.height)
      } catch let error as MediaError {
        refused += 1
        #expect(error.sentence.hasPrefix("x "), "\(name), seed \(seed): \(error)")
      }
    }
    #expect(refused > 3 && refused < 200, "\(name): \(refused)")
  }
}
