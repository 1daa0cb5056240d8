package import VoimoBase
package import VoimoSignal

/// Drawing clips: whatever lies outside the picture is left out.
extension RGBPicture {
  /// Fills a rectangle; `opacity` from 0 to 1 mixes with what is there.
  package mutating func fill(
    x: Int, y: Int, width: Int, height: Int, color: Color, opacity: Double = 1
  ) {
    let columns = clipped(x, width, self.width)
    let rows = clipped(y, height, self.height)
    guard !columns.isEmpty, opacity > 0 else { return }
    let share = Int((min(1, opacity) * 256).rounded())
    let parts = [Int(color.red), Int(color.green), Int(color.blue)]
    for row in rows {
      var place = (row * self.width + columns.lowerBound) * 3
      for _ in columns {
        for part in parts {
          let old = Int(pixels[place])
          pixels[place] = UInt8(truncatingIfNeeded: old + ((part - old) * share + 128) >> 8)
          place += 1
        }
      }
    }
  }

  /// Fills the whole picture.
  package mutating func fill(_ color: Color) {
    fill(x: 0, y: 0, width: width, height: height, color: color)
  }

  /// Lays another picture over this one, its upper left corner at a place.
  package mutating func draw(_ picture: RGBPicture, atX x: Int, y: Int) {
    let columns = clipped(x, picture.width, width)
    guard !columns.isEmpty else { return }
    for row in clipped(y, picture.height, height) {
      let source = ((row - y) * picture.width + columns.lowerBound - x) * 3
      let target = (row * width + columns.lowerBound) * 3
      pixels.replaceSubrange(
        target..<target + columns.count * 3,
        with: picture.pixels[source..<source + columns.count * 3])
    }
  }

  private func clipped(_ start: Int, _ length: Int, _ limit: Int) -> Range<Int> {
    let first = max(0, min(limit, start))
    return first..<max(first, min(limit, start + max(0, length)))
  }
}
