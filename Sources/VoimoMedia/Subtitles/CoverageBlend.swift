import CAss
import VoimoBase
import VoimoSignal

/// One of libass's pieces, a color and how much of each pixel it covers, laid on 4:2:0 planes or
/// RGB.
@safe struct CoverageBlend {
  private let coverage: UnsafeMutablePointer<UInt8>?
  private let stride: Int
  private let width: Int
  private let height: Int
  private let left: Int
  private let top: Int
  private let y: Int32
  private let cb: Int32
  private let cr: Int32
  private let color: Color
  /// 0 to 255.
  private let opacity: Int32

  init(_ image: UnsafeMutablePointer<ASS_Image>) {
    let piece = unsafe image.pointee
    unsafe coverage = unsafe piece.bitmap
    stride = unsafe Int(piece.stride)
    width = unsafe Int(piece.w)
    height = unsafe Int(piece.h)
    left = unsafe Int(piece.dst_x)
    top = unsafe Int(piece.dst_y)
    // libass packs red, green, blue and transparency.
    let packed = unsafe piece.color
    opacity = 255 - Int32(packed & 255)
    color = Color(UInt8(packed >> 24), UInt8(packed >> 16 & 255), UInt8(packed >> 8 & 255))
    let (red, green, blue) = (
      Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255
    )
    // ITU-R BT.709-6, 3 and limited range.
    let luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    y = Int32((16 + 219 * luma).rounded())
    cb = Int32((128 + 224 * (blue - luma) / 1.8556).rounded())
    cr = Int32((128 + 224 * (red - luma) / 1.5748).rounded())
  }

  /// Blends the piece; parts outside the picture are left out.
  func draw(onto picture: inout RGBPicture) {
    let (columns, rows) = visible(picture.width, picture.height)
    guard let coverage = unsafe coverage else { return }
    let parts = [Int32(color.red), Int32(color.green), Int32(color.blue)]
    for row in rows {
      for column in columns {
        let alpha =
          unsafe Int32(coverage[(row - top) &* stride &+ column - left]) &* opacity
        if alpha == 0 { continue }
        let place = 3 * (row * picture.width + column)
        for part in 0..<3 {
          picture.pixels[place + part] = Self.mix(
            picture.pixels[place + part], parts[part], alpha, 255 &* 255)
        }
      }
    }
  }

  /// The columns and rows of a picture that the piece lies on.
  private func visible(_ width: Int, _ height: Int) -> (columns: Range<Int>, rows: Range<Int>) {
    (
      max(0, left)..<max(max(0, left), min(width, left + self.width)),
      max(0, top)..<max(max(0, top), min(height, top + self.height))
    )
  }

  /// Blends the piece; parts outside the picture are left out.
  func draw(onto target: PlanarTarget) {
    let (columns, rows) = visible(target.width, target.height)
    guard !columns.isEmpty, !rows.isEmpty, opacity > 0, let coverage = unsafe coverage else {
      return
    }
    for row in rows {
      let source = unsafe coverage + (row - top) * stride - left
      let line = unsafe target.y + row * target.lumaStride
      for column in columns {
        let alpha = unsafe Int32(source[column]) &* opacity
        unsafe line[column] = Self.mix(line[column], y, alpha, 255 &* 255)
      }
    }
    let halfColumns = columns.lowerBound / 2...(columns.upperBound - 1) / 2
    let halfRows = rows.lowerBound / 2...(rows.upperBound - 1) / 2
    for row in halfRows {
      let blue = unsafe target.cb + row * target.chromaStride
      let red = unsafe target.cr + row * target.chromaStride
      for column in halfColumns {
        let alpha = chromaCoverage(column, row) &* opacity
        if alpha == 0 { continue }
        unsafe blue[column] = Self.mix(blue[column], cb, alpha, 8 &* 255 &* 255)
        unsafe red[column] = Self.mix(red[column], cr, alpha, 8 &* 255 &* 255)
      }
    }
  }

  /// Eight times the coverage of a chroma sample: it sits on the left column of its four pixels, so
  /// the filter is 1 2 1 across and 1 1 down.
  private func chromaCoverage(_ column: Int, _ row: Int) -> Int32 {
    var sum: Int32 = 0
    for line in 2 * row...2 * row + 1 {
      sum &+= covered(2 * column - 1, line) &+ 2 &* covered(2 * column, line)
      sum &+= covered(2 * column + 1, line)
    }
    return sum
  }

  private func covered(_ column: Int, _ row: Int) -> Int32 {
    let (x, y) = (column - left, row - top)
    guard x >= 0, x < width, y >= 0, y < height, let coverage = unsafe coverage else { return 0 }
    return unsafe Int32(coverage[y &* stride &+ x])
  }

  private static func mix(_ old: UInt8, _ new: Int32, _ alpha: Int32, _ whole: Int32) -> UInt8 {
    let old = Int32(old)
    let sum = old &* (whole &- alpha) &+ new &* alpha &+ whole / 2
    return UInt8(truncatingIfNeeded: sum / whole)
  }
}
