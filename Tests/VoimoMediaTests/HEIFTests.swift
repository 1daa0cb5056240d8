import Testing
import VoimoBase
import VoimoMedia
import VoimoSignal

/// HEIC and AVIF as telephones and browsers write them: turned, in tiles, with transparency.
@Suite struct HEIFTests {
  /// Python that wraps pictures coded by ffmpeg into HEIF boxes.
  private static let kit = """
    import subprocess
    scene = scene.resize((64, 48)); W, H = 64, 48
    def box(name, *parts): 
        content = b"".join(parts)
        return struct.pack(">I", 8 + len(content)) + name + content
    def full(name, *parts, version=0, flags=0):
        return box(name, struct.pack(">I", version << 24 | flags), *parts)
    def coded(image, codec="hevc"):
        image.save(folder + "part.png")
        options = {"hevc": ["-c:v", "libx265", "-x265-params", "log-level=none:lossless=1"],
            "av1": ["-c:v", "libaom-av1", "-crf", "4"]}[codec]
        subprocess.run(["ffmpeg", "-v", "error", "-y", "-i", folder + "part.png", "-vf",
            "scale=out_range=pc:out_color_matrix=bt601,format=yuv444p", "-color_range", "pc", *options,
            "-frames:v", "1", folder + "part.mp4"], check=True)
        data = open(folder + "part.mp4", "rb").read()
        def find(name, size=lambda at: struct.unpack(">I", data[at - 4:at])[0]):
            at = data.index(name); return data[at + 4:at - 4 + size(at)]
        return find(b"hvcC" if codec == "hevc" else b"av1C"), find(b"mdat")
    def heif(name, parts, kind=b"hvc1", brand=b"heic", grid=None, props=(), alpha=None, size=(W, H)):
        # Items: 1 is shown; the parts of a grid follow, or the transparency.
        items = [(i + (2 if grid else 1), kind, data) for i, (_, data) in enumerate(parts)]
        if grid: items.insert(0, (1, b"grid", grid))
        if alpha: items.append((9, kind, alpha[1]))
        header = b"hvcC" if kind == b"hvc1" else b"av1C"
        boxes = [full(b"ispe", struct.pack(">II", *size)), box(header, parts[0][0])] + list(props)
        nclx = box(b"colr", b"nclx", struct.pack(">HHHB", 1, 13, 6, 0x80))
        boxes += [nclx, full(b"auxC", b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha\\0")]
        if alpha: boxes.append(box(header, alpha[0]))
        n = len(boxes) - (2 if alpha else 1)
        def owner(i, own): return struct.pack(">HB", i, len(own)) + bytes(own)
        main = [1] + ([] if grid else [2]) + [3 + k for k in range(len(props))] + ([] if grid else [n])
        own = owner(1, main)
        count = 1
        for i, k, _ in items:
            if i == 1: continue
            own += owner(i, [1, len(boxes), n + 1] if i == 9 else [1, 2, n]); count += 1
        refs = b""
        if grid: refs += box(b"dimg", struct.pack(">HH", 1, len(parts)),
            b"".join(struct.pack(">H", i + 2) for i in range(len(parts))))
        if alpha: refs += box(b"auxl", struct.pack(">HHH", 9, 1, 1))
        infos = b"".join(full(b"infe", struct.pack(">HH", i, 0), k, b"\\0", version=2) for i, k, _ in items)
        def meta(base):
            places, at = b"", base
            for i, k, data in items:
                places += struct.pack(">HHHII", i, 0, 1, at, len(data)); at += len(data)
            return full(b"meta", full(b"hdlr", bytes(4), b"pict", bytes(13)),
                full(b"pitm", struct.pack(">H", 1)),
                full(b"iinf", struct.pack(">H", len(items)), infos),
                full(b"iloc", struct.pack(">HH", 0x4400, len(items)), places),
                full(b"iref", refs) if refs else b"",
                box(b"iprp", box(b"ipco", *boxes), full(b"ipma", struct.pack(">I", count), own)))
        head = box(b"ftyp", brand, bytes(4), b"mif1", brand)
        base = len(head) + len(meta(0)) + 8
        open(folder + name, "wb").write(head + meta(base) + box(b"mdat", *(d for _, _, d in items)))

    """

  private func check(
    _ bench: Workbench, _ name: String, _ wanted: RGBPicture, mean: Double = 1.2
  ) throws {
    let read = try bench.picture(name)
    let found = read.picture.difference(from: wanted)
    #expect(found.mean < mean && found.worst < 60, "\(name): \(found)")
    let size = try AudioReading.inProcess.pictureSize(at: bench.path(name))
    #expect((size.width, size.height) == (wanted.width, wanted.height))
    #expect(size.format == (name.hasSuffix("heic") ? .heic : .avif))
  }

  @Test(arguments: ["heic", "avif"]) func `a picture by itself is read, and turned`(
    kind: String
  ) throws {
    let bench = try Workbench()
    let (codec, item) = kind == "heic" ? ("hevc", "hvc1") : ("av1", "av01")
    try bench.pillow(
      Self.kit + """
        part = coded(scene, "\(codec)")
        def write(name, *props):
            heif(name + ".\(kind)", [part], kind=b"\(item)", brand=b"\(kind)", props=props)
        write("plain"); write("left", box(b"irot", b"\\1")); write("half", box(b"irot", b"\\2"))
        write("right", box(b"irot", b"\\3")); write("flip", box(b"imir", b"\\0"))
        write("mirror", box(b"imir", b"\\1"))
        write("both", box(b"irot", b"\\1"), box(b"imir", b"\\1"))
        T = Image.Transpose
        for name, turns in (("plain", []), ("left", [T.ROTATE_90]), ("half", [T.ROTATE_180]),
                ("right", [T.ROTATE_270]), ("flip", [T.FLIP_TOP_BOTTOM]),
                ("mirror", [T.FLIP_LEFT_RIGHT]), ("both", [T.ROTATE_90, T.FLIP_LEFT_RIGHT])):
            image = scene
            for turn in turns: image = image.transpose(turn)
            truth(image, name + ".rgb")
        """)
    for name in ["plain", "half", "flip", "mirror"] {
      try check(bench, "\(name).\(kind)", bench.raw("\(name).rgb", 64, 48))
    }
    for name in ["left", "right", "both"] {
      try check(bench, "\(name).\(kind)", bench.raw("\(name).rgb", 48, 64))
    }
  }

  @Test func `tiles are laid side by side, and the last ones cut`() throws {
    let bench = try Workbench()
    try bench.pillow(
      Self.kit + """
        big = scene.resize((120, 70))
        tiles = [coded(big.crop((x, y, x + 64, y + 48))) for y in (0, 48) for x in (0, 64)]
        grid = bytes([0, 0, 1, 1]) + struct.pack(">HH", 120, 70)
        heif("grid.heic", tiles, grid=grid, size=(120, 70))
        heif("few.heic", tiles[:3], grid=grid, size=(120, 70))
        heif("huge.heic", tiles, grid=bytes([0, 1, 1, 1]) + struct.pack(">II", 1 << 19, 1 << 19),
            size=(120, 70))
        truth(big, "big.rgb")
        """)
    try check(bench, "grid.heic", bench.raw("big.rgb", 120, 70))
    for (name, code) in [("few.heic", MediaError.Code.damaged), ("huge.heic", .outOfLimits)] {
      let error = #expect(throws: MediaError.self) { try bench.picture(name) }
      #expect(error?.code == code, "\(error?.description ?? "")")
    }
  }

  @Test func `transparency is laid on black`() throws {
    let bench = try Workbench()
    try bench.pillow(
      Self.kit + """
        mask = Image.new("L", (W, H)); mask.paste(255, (0, 0, 32, 48)); mask.paste(128, (32, 0, 48, 48))
        heif("clear.avif", [coded(scene, "av1")], kind=b"av01", brand=b"avif",
            alpha=coded(mask.convert("RGB"), "av1"))
        truth(Image.composite(scene, Image.new("RGB", (W, H)), mask), "clear.rgb")
        """)
    try check(bench, "clear.avif", bench.raw("clear.rgb", 64, 48), mean: 2.5)
  }

  @Test func `what voimo cannot decode is named, and garbled boxes are refused or read`() throws {
    let bench = try Workbench()
    try bench.pillow(
      Self.kit + """
        part = coded(scene)
        heif("odd.heic", [part], kind=b"jpeg")
        tiles = [coded(scene.crop((x, 0, x + 32, 48))) for x in (0, 32)]
        heif("good.heic", tiles, grid=bytes([0, 0, 0, 1]) + struct.pack(">HH", 64, 48))
        """)
    let odd = #expect(throws: MediaError.self) { try bench.picture("odd.heic") }
    #expect(
      odd?.sentence.hasSuffix("coded as jpeg, which voimo cannot read; export it as JPEG") == true)
    let good = try bench.read(bench.path("good.heic"))
    var refused = 0
    for seed in 0..<300 as Range<UInt64> {
      var random = SeededRandom(seed: seed)
      var bytes = good
      if seed % 3 == 0 { bytes.removeLast(Int(random.unit() * Double(bytes.count))) }
      for _ in 0..<(1 + seed % 8) where !bytes.isEmpty {
        let reach = seed % 2 == 0 ? min(bytes.count, 700) : bytes.count
        bytes[Int(random.unit() * Double(reach))] = UInt8(truncatingIfNeeded: random.next())
      }
      do {
        _ = try PictureFile.decode(bytes, name: "x", mostPixels: 4_000_000)
      } catch let error as MediaError {
        refused += 1
        #expect(error.sentence.hasPrefix("x "), "seed \(seed): \(error)")
      }
    }
    #expect(refused > 20, "\(refused)")
  }
}
