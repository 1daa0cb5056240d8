/// Which part of a picture a frame of another shape shows.
package struct PictureCrop: Sendable, Hashable {
  /// In pixels of the picture.
  package var x: Int
  package var y: Int
  package var width: Int
  package var height: Int

  /// The part of an aspect that lies wholly in the picture, as large as it can be, or closer.
  ///
  /// - Parameters:
  ///   - pictureWidth: In pixels, at least 1.
  ///   - pictureHeight: In pixels, at least 1.
  ///   - aspect: Width over height of the part, above 0.
  ///   - focus: What the part has in its middle, as far as the picture's borders let it: from the
  ///     left and from the top, 0 to 1.
  ///   - zoom: How much closer than necessary, at least 1.
  package init(
    pictureWidth: Int, pictureHeight: Int, aspect: Double, focus: (x: Double, y: Double),
    zoom: Double = 1
  ) {
    let (wide, high) = (Double(pictureWidth), Double(pictureHeight))
    let closer = max(1, zoom)
    let (w, h) = wide / high > aspect ? (high * aspect, high) : (wide, wide / aspect)
    width = min(pictureWidth, max(1, Int((w / closer).rounded())))
    height = min(pictureHeight, max(1, Int((h / closer).rounded())))
    func start(_ focus: Double, _ whole: Int, _ part: Int) -> Int {
      let middle = min(max(focus, 0), 1) * Double(whole) - Double(part) / 2
      return min(max(0, Int(middle.rounded())), whole - part)
    }
    x = start(focus.x, pictureWidth, width)
    y = start(focus.y, pictureHeight, height)
  }
}

extension RGBPicture {
  /// A part of the picture by itself.
  package func cropped(to part: PictureCrop) -> RGBPicture {
    precondition(
      part.x >= 0 && part.y >= 0 && part.x + part.width <= width
        && part.y + part.height <= height, "a part outside of the picture")
    var picture = RGBPicture(width: part.width, height: part.height)
    for row in 0..<part.height {
      let from = 3 * ((part.y + row) * width + part.x)
      let to = 3 * row * part.width
      picture.pixels.replaceSubrange(
        to..<to + 3 * part.width, with: pixels[from..<from + 3 * part.width])
    }
    return picture
  }
}
