import Testing
import VoimoBase
import VoimoMedia
import VoimoSignal

@Suite struct PictureFileTests {
  /// What Pillow writes, and how far our reading may be from its own: worst and mean.
  private static let byPillow: [(name: String, options: String, worst: Int, mean: Double)] = [
    ("a.png", "", 0, 0), ("a.bmp", "", 0, 0), ("lzw.tiff", "compression='tiff_lzw'", 0, 0),
    ("plain.tiff", "", 0, 0), ("deflate.tiff", "compression='tiff_adobe_deflate'", 0, 0),
    ("lossless.webp", "lossless=True", 0, 0), ("a.ppm", "", 0, 0),
    ("lossless.jp2", "irreversible=False", 0, 0),
    ("444.jpg", "quality=95, subsampling=0", 4, 0.6),
    ("420.jpg", "quality=95, subsampling=2", 24, 1.8),
    ("422.jpg", "quality=95, subsampling=1", 24, 1.5),
    ("progressive.jpg", "quality=95, subsampling=0, progressive=True", 4, 0.6),
    ("lossy.webp", "quality=95", 60, 2.5),
  ]

  @Test func `what other programs write is read as they read it`() throws {
    let bench = try Workbench()
    try bench.pillow(
      Self.byPillow.map { file in
        """
        scene.save(folder + "\(file.name)", \(file.options))
        truth(Image.open(folder + "\(file.name)"), "\(file.name).rgb")
        """
      }.joined(separator: "\n"))
    for file in Self.byPillow {
      let read = try bench.picture(file.name)
      let (worst, mean) = read.picture.difference(from: try bench.raw("\(file.name).rgb", 61, 43))
      #expect(worst <= file.worst && mean <= file.mean, "\(file.name): \(worst), \(mean)")
      #expect(read.facts.notes == [], "\(file.name)")
      let size = try AudioReading.inProcess.pictureSize(at: bench.path(file.name))
      #expect(size == read.facts && (size.width, size.height) == (61, 43), "\(file.name)")
    }
  }

  @Test func `what ffmpeg writes is read too`() throws {
    let bench = try Workbench()
    try bench.pillow("scene.save(folder + 'scene.png')\ntruth(scene, 'scene.rgb')")
    let scene = try bench.raw("scene.rgb", 61, 43)
    for (name, options, worst, mean) in [
      ("a.qoi", [], 0, 0.0), ("rgb.tiff", ["-pix_fmt", "rgb24"], 0, 0),
      ("deep.png", ["-pix_fmt", "rgb48be"], 1, 0.5), ("grey.jp2", ["-pix_fmt", "rgb24"], 80, 5),
      (
        "full.avif",
        [
          "-c:v", "libaom-av1", "-still-picture", "1", "-crf", "4", "-pix_fmt",
          "yuv444p", "-vf", "scale=out_range=pc", "-color_range", "pc",
        ], 24, 2
      ),
      (
        "small.avif",
        [
          "-c:v", "libaom-av1", "-still-picture", "1", "-crf", "8", "-pix_fmt",
          "yuv420p",
        ], 140, 6
      ),
      (
        "deep.avif",
        [
          "-c:v", "libaom-av1", "-still-picture", "1", "-crf", "4", "-pix_fmt",
          "yuv444p10le",
        ], 24, 2
      ),
      ("a.jpg", ["-q:v", "1", "-pix_fmt", "yuvj444p"], 40, 2),
    ] as [(String, [String], Int, Double)] {
      try bench.ffmpeg(["-i", bench.path("scene.png")] + options + [bench.path(name)])
      let read = try bench.picture(name)
      let found = read.picture.difference(from: scene)
      #expect(found.worst <= worst && found.mean <= mean, "\(name): \(found)")
      #expect(read.facts.width == 61 && read.facts.height == 43, "\(name)")
    }
  }

  @Test func `of an animation the first frame is read`() throws {
    let bench = try Workbench()
    try bench.pillow(
      """
      frames = [flat("RGB", c, (20, 10)) for c in ((250, 0, 0), (0, 250, 0), (0, 0, 250))]
      for name in ("a.gif", "a.png", "a.webp"):
          frames[0].save(folder + name, save_all=True, append_images=frames[1:], duration=100,
              **({"lossless": True} if name == "a.webp" else {}))
      part = Image.new("RGBA", (20, 10), (0, 0, 0, 0))
      part.paste((9, 200, 100, 255), (10, 4, 14, 8))
      part.save(folder + "part.webp", save_all=True, lossless=True,
          append_images=[flat("RGBA", (1, 2, 3, 255), (20, 10))])
      """)
    for name in ["a.gif", "a.png", "a.webp"] {
      let read = try bench.picture(name)
      #expect(read.picture == RGBPicture(width: 20, height: 10, red: 250), "\(name)")
    }
    let part = try bench.picture("part.webp").picture
    #expect(part.at(11, 5) == [9, 200, 100] && part.at(2, 5) == [0, 0, 0])
  }

  @Test func `depths, palettes, grey and transparency come out right`() throws {
    let bench = try Workbench()
    try bench.pillow(
      """
      flat("I;16", 0x8080).save(folder + "deepgrey.png")
      flat("L", 77).save(folder + "grey.jpg", quality=100)
      flat("L", 77).save(folder + "grey.png")
      flat("LA", (200, 128)).save(folder + "greyclear.png")
      flat("1", 1).save(folder + "bit.tiff")
      flat("1", 1).save(folder + "bit.png")
      flat("RGBA", (255, 128, 64, 128)).save(folder + "clear.png")
      flat("RGBA", (255, 128, 64, 128)).save(folder + "clear.webp", lossless=True)
      flat("RGBA", (255, 128, 64, 128)).save(folder + "clear.tiff")
      flat("RGBA", (255, 128, 64, 0)).save(folder + "nothing.png")
      flat("RGB", (255, 128, 0)).quantize(4).save(folder + "palette.png")
      flat("RGB", (255, 128, 0)).quantize(4).save(folder + "palette.bmp")
      clear = flat("P", 1); clear.putpalette([10, 20, 30, 250, 200, 150])
      clear.save(folder + "clear.gif", transparency=1)
      """)
    for (name, wanted) in [
      ("deepgrey.png", [128, 128, 128]), ("grey.jpg", [77, 77, 77]), ("grey.png", [77, 77, 77]),
      ("greyclear.png", [100, 100, 100]), ("bit.tiff", [255, 255, 255]),
      ("bit.png", [255, 255, 255]), ("clear.png", [128, 64, 32]), ("clear.webp", [128, 64, 32]),
      ("clear.tiff", [128, 64, 32]), ("nothing.png", [0, 0, 0]), ("palette.png", [255, 128, 0]),
      ("palette.bmp", [255, 128, 0]), ("clear.gif", [0, 0, 0]),
    ] {
      let picture = try bench.picture(name).picture
      let flat = RGBPicture(
        width: 16, height: 12, red: UInt8(wanted[0]), green: UInt8(wanted[1]),
        blue: UInt8(wanted[2]))
      #expect(picture.difference(from: flat).worst <= 1, "\(name): \(picture.at(3, 3))")
    }
  }

  @Test func `CMYK pictures keep their colors, roughly`() throws {
    let bench = try Workbench()
    // Cyan, magenta, yellow and black as printers mix them, without a profile.
    try bench.pillow(
      """
      for name, color in (("red", (0, 255, 255, 0)), ("sky", (200, 50, 0, 30)),
                          ("white", (0, 0, 0, 0)), ("black", (0, 0, 0, 255))):
          flat("CMYK", color).save(folder + name + ".jpg", quality=100)
      """)
    for (name, wanted) in [
      ("red", [255, 0, 0]), ("sky", [49, 181, 225]), ("white", [255, 255, 255]),
      ("black", [0, 0, 0]),
    ] {
      let found = try bench.picture("\(name).jpg").picture.at(8, 6)
      for (a, b) in zip(found, wanted) { #expect(abs(a - b) <= 4, "\(name): \(found)") }
    }
  }

  @Test(arguments: 1...8) func `a picture is turned upright`(orientation: Int) throws {
    let bench = try Workbench()
    try bench.pillow(
      """
      from PIL import ImageOps
      exif = Image.Exif(); exif[274] = \(orientation)
      for name in ("a.jpg", "a.png", "a.webp", "a.tiff"):
          extra = {"quality": 100, "subsampling": 0} if name == "a.jpg" else {}
          extra |= {"lossless": True} if name == "a.webp" else {}
          extra |= {"tiffinfo": {274: \(orientation)}} if name == "a.tiff" else {"exif": exif}
          scene.save(folder + name, **extra)
      truth(ImageOps.exif_transpose(Image.open(folder + "a.png")), "a.rgb")
      """)
    let (width, height) = orientation >= 5 ? (43, 61) : (61, 43)
    let wanted = try bench.raw("a.rgb", width, height)
    for name in ["a.jpg", "a.png", "a.webp", "a.tiff"] {
      let read = try bench.picture(name)
      let (worst, _) = read.picture.difference(from: wanted)
      #expect(worst <= (name == "a.jpg" ? 8 : 0), "\(name): \(worst)")
      let size = try AudioReading.inProcess.pictureSize(at: bench.path(name))
      #expect((size.width, size.height) == (width, height), "\(name)")
      let small = try bench.picture(name, fitting: 200).picture
      #expect(small.width * small.height <= 200, "\(name)")
      #expect((small.width < small.height) == (width < height), "\(name)")
    }
  }

  @Test func `a large picture can be asked for smaller, and is the mean of what it covers`() throws
  {
    let bench = try Workbench()
    try bench.pillow(
      """
      board = Image.new("RGB", (400, 300))
      board.putdata([((x + y) % 2 * 255, x % 4 * 85, 60) for y in range(300) for x in range(400)])
      board.save(folder + "board.png")
      """)
    let small = try bench.picture("board.png", fitting: 100 * 75)
    #expect(small.facts.width == 400 && small.facts.height == 300)
    #expect(small.picture.width == 100 && small.picture.height == 75)
    for pixel in 0..<7500 {
      let found = small.picture.pixels[3 * pixel..<3 * pixel + 3].map { Int($0) }
      #expect(found == [128, 128, 60], "\(found)")
    }
    // 3:2 of its size: each new pixel covers parts of four.
    let uneven = try bench.picture("board.png", fitting: 267 * 200).picture
    #expect((uneven.width, uneven.height) == (266, 200))
    let whole = try bench.picture("board.png").picture
    for part in 0..<3 {
      func mean(_ picture: RGBPicture) -> Double {
        let sum = stride(from: part, to: picture.pixels.count, by: 3)
          .reduce(0) { $0 + Int(picture.pixels[$1]) }
        return Double(sum) / Double(picture.width * picture.height)
      }
      #expect(abs(mean(uneven) - mean(whole)) < 0.5)
    }
  }

  @Test func `no fitting size exceeds what was asked for or makes a picture of no pixels`() throws {
    let bench = try Workbench()
    try bench.pillow(
      """
      for w, h in ((1, 1), (300, 1), (1, 300), (17, 400)):
          Image.new("RGB", (w, h), (9, 8, 7)).save(folder + "%dx%d.png" % (w, h))
      """)
    for name in ["1x1", "300x1", "1x300", "17x400"] {
      for most in [1, 2, 7, 100, 1000, 100_000] {
        let picture = try bench.picture("\(name).png", fitting: most).picture
        #expect(picture.width * picture.height <= most)
        #expect(picture.at(0, 0) == [9, 8, 7])
      }
    }
  }
}
