/// An 8-bit sRGB picture in memory, three bytes a pixel, rows from the top without padding.
package struct RGBPicture: Sendable, Equatable {
  package let width: Int
  package let height: Int
  /// `width * height * 3` bytes: red, green, blue.
  package var pixels: [UInt8]

  /// A picture of one color.
  package init(width: Int, height: Int, red: UInt8 = 0, green: UInt8 = 0, blue: UInt8 = 0) {
    precondition(width > 0 && height > 0)
    self.width = width
    self.height = height
    pixels = [UInt8](repeating: red, count: width * height * 3)
    guard green != red || blue != red else { return }
    for start in stride(from: 0, to: pixels.count, by: 3) {
      pixels[start + 1] = green
      pixels[start + 2] = blue
    }
  }

  /// Takes pixels; nil unless there are `width * height * 3` bytes.
  package init?(width: Int, height: Int, pixels: [UInt8]) {
    guard width > 0, height > 0, pixels.count == width * height * 3 else { return nil }
    self.width = width
    self.height = height
    self.pixels = pixels
  }
}
