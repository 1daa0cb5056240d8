import Testing
import VoimoBase
import VoimoMedia
import VoimoSignal

/// Pictures with color profiles look as a color-managed program shows them.
@Suite struct ColorProfileTests {
  /// Python that makes profiles of a matrix and curves, and reads a picture by LittleCMS.
  private static let kit = """
    def profile(columns, curve, space=b"RGB ", names=(b"r", b"g", b"b")):
        def xyz(v): return b"XYZ " + bytes(4) + b"".join(struct.pack(">i", round(x * 65536)) for x in v)
        tags = [(b"wtpt", xyz((0.9642, 1, 0.8249)))]
        if space == b"GRAY": tags.append((b"kTRC", curve))
        else:
            for n, c in zip(names, columns): tags += [(n + b"XYZ", xyz(c)), (n + b"TRC", curve)]
        text = b"desc" + bytes(4) + struct.pack(">I", 2) + b"x\\0" + bytes(79)
        tags += [(b"desc", text), (b"cprt", b"text" + bytes(4) + b"x\\0")]
        table, data, place = b"", b"", 128 + 4 + 12 * len(tags)
        for name, content in tags:
            content += bytes(-len(content) % 4)
            table += name + struct.pack(">II", place + len(data), len(content)); data += content
        head = struct.pack(">I4sI4s4s4s", place + len(data), b"lcms", 0x02400000, b"mntr", space, b"XYZ ")
        head += bytes(12) + b"acsp" + bytes(28) + struct.pack(">iii", 63190, 65536, 54061) + bytes(48)
        return head + struct.pack(">I", len(tags)) + table + data
    def gamma(g): return b"curv" + bytes(4) + struct.pack(">IH", 1, round(g * 256))
    def table(f): return b"curv" + bytes(4) + struct.pack(">I", 1024) + b"".join(
        struct.pack(">H", round(65535 * f(i / 1023))) for i in range(1024))
    def bend(x): return x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4
    srgb = b"para" + bytes(4) + struct.pack(">HHiiiii", 3, 0, *(round(v * 65536) for v in
        (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)))
    P3 = ((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407))
    ADOBE = ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457))
    SRGB = ((0.43607, 0.22249, 0.01392), (0.38515, 0.71687, 0.09708), (0.14307, 0.06061, 0.71410))
    import io
    def managed(image, data):
        from_, to = ImageCms.ImageCmsProfile(io.BytesIO(data)), ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, from_, to, renderingIntent=1, outputMode="RGB")

    """

  /// Every mixture of six values of red, green and blue, in blocks that JPEG keeps.
  private static let cube = """
    cube = Image.new("RGB", (6 * 36, 36))
    for i in range(216):
        cube.paste((i % 6 * 51, i // 6 % 6 * 51, i // 36 * 51),
            (i % 36 * 6, i // 36 * 6, i % 36 * 6 + 6, i // 36 * 6 + 6))

    """

  @Test(arguments: [
    ("P3, srgb", 2), ("P3, table(bend)", 2), ("ADOBE, gamma(2.19921875)", 2),
    ("SRGB, srgb", 1), ("SRGB, gamma(1.8)", 2),
  ]) func `a profile of matrix and curves is applied as LittleCMS applies it`(
    profile: String, most: Int
  ) throws {
    let bench = try Workbench()
    try bench.pillow(
      Self.kit + Self.cube
        + """
        icc = profile(\(profile))
        cube.save(folder + "a.png", icc_profile=icc)
        cube.save(folder + "a.webp", icc_profile=icc, lossless=True)
        cube.save(folder + "a.tiff", icc_profile=icc)
        cube.save(folder + "a.jpg", icc_profile=icc, quality=100, subsampling=0)
        truth(managed(cube, icc), "a.rgb")
        """)
    let wanted = try bench.raw("a.rgb", 216, 36)
    for name in ["a.png", "a.webp", "a.tiff", "a.jpg"] {
      let read = try bench.picture(name)
      let found = read.picture.difference(from: wanted)
      // Near black and at the edge of sRGB the curve is steep: JPEG's last bit becomes several.
      #expect(found.mean < 0.6, "\(name): \(found)")
      if name != "a.jpg" { #expect(found.worst <= most, "\(name): \(found)") }
      #expect(read.facts.notes == [])
    }
  }

  @Test func `a red of Display P3 is the red that sRGB has for it`() throws {
    let bench = try Workbench()
    try bench.pillow(
      Self.kit + """
        for name, color in (("in", (200, 90, 60)), ("out", (255, 0, 0))):
            flat("RGB", color).save(folder + name + ".png", icc_profile=profile(P3, srgb))
        """)
    // By CSS Color 4's sample code: display-p3 of these bytes is rgb(216 81 49).
    let inside = try bench.picture("in.png").picture.at(3, 3)
    for (a, b) in zip(inside, [216, 81, 49]) { #expect(abs(a - b) <= 2, "\(inside)") }
    let outside = try bench.picture("out.png").picture.at(3, 3)
    #expect(outside[0] == 255 && outside[1] == 0 && outside[2] == 0, "\(outside)")
  }

  @Test func `grey profiles are curves, and others are left with a note`() throws {
    let bench = try Workbench()
    try bench.pillow(
      Self.kit + """
        flat("L", 128).save(folder + "grey.png", icc_profile=profile((), gamma(1.8), b"GRAY"))
        broken = profile(P3, srgb)
        flat("RGB", (200, 90, 60)).save(folder + "odd.png", icc_profile=profile(P3, srgb,
            names=(b"x", b"y", b"z")))
        flat("RGB", (200, 90, 60)).save(folder + "cut.png", icc_profile=broken[:200])
        flat("CMYK", (0, 0, 0, 0)).save(folder + "print.jpg", icc_profile=broken[:16] + b"CMYK"
            + broken[20:])
        """)
    // (128/255)^1.8 of light is 0.2892, which sRGB codes as 147.
    let grey = try bench.picture("grey.png").picture.at(3, 3)
    #expect(grey.allSatisfy { abs($0 - 147) <= 1 }, "\(grey)")
    for (name, space) in [("odd.png", "RGB"), ("cut.png", "RGB"), ("print.jpg", "CMYK")] {
      let read = try bench.picture(name)
      #expect(
        read.facts.notes == [
          "\(name) has a color profile (\(space)) of a kind that voimo does not apply; its colors "
            + "are taken as sRGB"
        ])
    }
    #expect(try bench.picture("odd.png").picture.at(3, 3) == [200, 90, 60])
  }
}
