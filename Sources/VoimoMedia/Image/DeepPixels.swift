import CLibAV

/// Pixels of 16 bits a part, grey or RGB, one after the other, as PNG and TIFF have them.
///
/// libswscale takes such pictures to luma and back, which costs more than a bit of each color.
@safe struct DeepPixels {
  private let frame: MediaFrame
  private let offsets: [Int]
  private let step: Int
  private let isBigEndian: Bool

  /// Takes a frame; nil where its pixels are of another kind.
  init?(_ frame: MediaFrame, _ description: UnsafePointer<AVPixFmtDescriptor>) {
    let about = unsafe description.pointee
    let parts = unsafe [about.comp.0, about.comp.1, about.comp.2, about.comp.3]
      .prefix(Int(about.nb_components))
    let isGrey = parts.count <= 2
    let isRGB = unsafe about.flags & UInt64(AV_PIX_FMT_FLAG_RGB) != 0
    guard isGrey || isRGB, parts.allSatisfy({ $0.depth == 16 && $0.plane == 0 && $0.shift == 0 })
    else { return nil }
    self.frame = frame
    isBigEndian = unsafe about.flags & UInt64(AV_PIX_FMT_FLAG_BE) != 0
    step = Int(parts[0].step)
    let places = parts.map { Int($0.offset) }
    offsets = isGrey ? [places[0], places[0], places[0]] + places.dropFirst() : places
  }

  /// Three or four bytes a pixel, each the nearest.
  func bytes() -> [UInt8] {
    let (width, height) = unsafe (Int(frame.raw.pointee.width), Int(frame.raw.pointee.height))
    let stride = unsafe Int(frame.raw.pointee.linesize.0)
    guard let data = unsafe frame.raw.pointee.data.0 else { return [] }
    let (high, low) = isBigEndian ? (0, 1) : (1, 0)
    let parts = offsets.count
    return unsafe [UInt8](unsafeUninitializedCapacity: parts * width * height) { pixels, count in
      for row in 0..<height {
        let line = unsafe data + row * stride
        for column in 0..<width {
          for part in 0..<parts {
            let place = column * step + offsets[part]
            let value = unsafe UInt32(line[place + high]) << 8 | UInt32(line[place + low])
            unsafe pixels[(row * width + column) * parts + part] = UInt8(
              truncatingIfNeeded: (value &* 255 &+ 32_895) >> 16)
          }
        }
      }
      count = parts * width * height
    }
  }
}
