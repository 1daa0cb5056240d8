import Testing
import VoimoBase
import VoimoMedia
import VoimoSignal

/// Makes pictures with Pillow, an independent peer, and compares what voimo reads of them.
extension Workbench {
  /// Runs a Python program that knows Pillow, numpy-free, with `folder` to write into, `scene` (61
  /// by 43, with slopes and edges) and `flat(mode, color)`.
  func pillow(_ program: String) throws {
    let kit = """
      import struct, sys, zlib
      from PIL import Image, ImageCms, ImageDraw
      folder = sys.argv[1] + "/"
      W, H = 61, 43
      scene = Image.new("RGB", (W, H))
      scene.putdata([(x * 4, y * 5, (x + y) * 2) for y in range(H) for x in range(W)])
      draw = ImageDraw.Draw(scene)
      draw.ellipse((8, 6, 24, 22), fill=(230, 40, 30))
      draw.rectangle((36, 22, 56, 38), fill=(20, 200, 240))
      def flat(mode, color, size=(16, 12)): return Image.new(mode, size, color)
      def truth(image, name): open(folder + name, "wb").write(image.convert("RGB").tobytes())

      """
    let path = try write(Array((kit + program + "\n").utf8), "program.py")
    try run(["/usr/bin/python3", path, folder])
  }

  /// A picture that the program wrote as raw RGB.
  func raw(_ name: String, _ width: Int, _ height: Int) throws -> RGBPicture {
    try #require(RGBPicture(width: width, height: height, pixels: read(path(name))))
  }

  /// Reads one of the files in this process.
  func picture(_ name: String, fitting: Int? = nil) throws -> PictureFile {
    try AudioReading.inProcess.picture(at: path(name), fitting: fitting)
  }
}

extension RGBPicture {
  /// The largest and the mean difference from another picture of the same size.
  func difference(from other: RGBPicture) -> (worst: Int, mean: Double) {
    guard width == other.width, height == other.height else { return (999, 999) }
    let all = zip(pixels, other.pixels).map { abs(Int($0) - Int($1)) }
    return (all.max() ?? 0, Double(all.reduce(0, +)) / Double(all.count))
  }

  /// One pixel.
  func at(_ column: Int, _ row: Int) -> [Int] {
    pixels[3 * (row * width + column)..<3 * (row * width + column) + 3].map { Int($0) }
  }
}
