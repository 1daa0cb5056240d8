import CLibAV
import VoimoSignal

/// Turns libav's frames, of whatever pixel format, into pictures.
enum FramePixels {
  /// How a frame's luma and color differences are meant; nil for what the frame itself says.
  typealias Color = (matrix: Int, isFull: Bool)

  /// The frame as RGB, with transparency laid on black and 16 bits as 8.
  static func picture(_ frame: MediaFrame, color: Color? = nil) throws -> RGBPicture {
    let (width, height) = unsafe (Int(frame.raw.pointee.width), Int(frame.raw.pointee.height))
    let format = unsafe AVPixelFormat(rawValue: frame.raw.pointee.format)
    guard let description = unsafe av_pix_fmt_desc_get(format) else {
      throw MediaError(.library, "a picture's pixels are of no known kind", operation: "pix_fmt")
    }
    let flags = unsafe description.pointee.flags
    let isClear = flags & UInt64(AV_PIX_FMT_FLAG_ALPHA | AV_PIX_FMT_FLAG_PAL) != 0
    var pixels: [UInt8]
    if let deep = unsafe DeepPixels(frame, description) {
      pixels = deep.bytes()
    } else {
      let isColor = unsafe description.pointee.nb_components >= 3
      let isRGB = flags & UInt64(AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL) != 0
      let range = unsafe frame.raw.pointee.color_range
      // Grey counts as luma to libswscale, and would be stretched as that of a film; only AVIF and
      // the like say that they mean it so.
      let isFull =
        isRGB || isJPEG(format) || (color?.isFull ?? (range == AVCOL_RANGE_JPEG))
        || (!isColor && color == nil && range != AVCOL_RANGE_MPEG)
      let even = unsafe isColor ? try evenFrame(frame, description) : frame
      pixels = try converted(even, format, isClear, isFull, matrix(frame, color))
      let columns = unsafe Int(even.raw.pointee.width)
      let parts = isClear ? 4 : 3
      if columns != width { cut(&pixels, from: parts * columns, to: parts * width, rows: height) }
      pixels.removeLast(pixels.count - parts * width * height)
    }
    if isClear { layOnBlack(&pixels) }
    guard let picture = RGBPicture(width: width, height: height, pixels: pixels) else {
      preconditionFailure("\(pixels.count) bytes for \(width)×\(height)")
    }
    return picture
  }

  private static func converted(
    _ frame: MediaFrame, _ format: AVPixelFormat, _ isClear: Bool, _ isFull: Bool, _ matrix: Int32
  ) throws -> [UInt8] {
    let (width, height) = unsafe (Int(frame.raw.pointee.width), Int(frame.raw.pointee.height))
    let parts = isClear ? 4 : 3
    var pixels = [UInt8](repeating: 0, count: parts * width * height)
    let scaler = try Scaler(
      from: (width, height, format),
      to: (width, height, isClear ? AV_PIX_FMT_RGBA : AV_PIX_FMT_RGB24),
      sourceIsFullRange: isFull, matrix: matrix)
    let (data, strides) = unsafe (frame.raw.pointee.data, frame.raw.pointee.linesize)
    try unsafe pixels.withUnsafeMutableBufferPointer { pixels in
      try unsafe scaler.scale(
        [data.0, data.1, data.2, data.3],
        [Int(strides.0), Int(strides.1), Int(strides.2), Int(strides.3)],
        [pixels.baseAddress, nil, nil, nil], [parts * width, 0, 0, 0])
    }
    return pixels
  }

  /// A frame with halved color and odd sides as one of even sides, with whatever in the last ones.
  ///
  /// libswscale would stretch the color of 31 columns over 61 of light, not over 62.
  private static func evenFrame(
    _ frame: MediaFrame, _ description: UnsafePointer<AVPixFmtDescriptor>
  ) throws -> MediaFrame {
    let (width, height) = unsafe (frame.raw.pointee.width, frame.raw.pointee.height)
    let (halvesX, halvesY) = unsafe (
      Int(description.pointee.log2_chroma_w), Int(description.pointee.log2_chroma_h)
    )
    let wide = (Int(width) + (1 << halvesX) - 1) & ~((1 << halvesX) - 1)
    let high = (Int(height) + (1 << halvesY) - 1) & ~((1 << halvesY) - 1)
    guard wide != width || high != height else { return frame }
    let even = try MediaFrame()
    unsafe even.raw.pointee.format = unsafe frame.raw.pointee.format
    unsafe even.raw.pointee.width = Int32(wide)
    unsafe even.raw.pointee.height = Int32(high)
    guard unsafe av_frame_get_buffer(even.raw, 0) == 0 else {
      throw MediaError.outOfMemory("av_frame_get_buffer")
    }
    let from = unsafe frame.raw.pointee
    let to = unsafe even.raw.pointee
    let step = unsafe Int(description.pointee.comp.0.step)
    for unsafe(plane, (source, target)) in unsafe [
      (from.data.0, to.data.0), (from.data.1, to.data.1), (from.data.2, to.data.2),
      (from.data.3, to.data.3),
    ].enumerated() {
      guard let source = unsafe source, let target = unsafe target else { continue }
      let (sourceStride, targetStride) = unsafe (
        [from.linesize.0, from.linesize.1, from.linesize.2, from.linesize.3][plane],
        [to.linesize.0, to.linesize.1, to.linesize.2, to.linesize.3][plane]
      )
      let isHalved = plane == 1 || plane == 2
      let columns = isHalved ? wide >> halvesX : Int(width)
      for row in 0..<(isHalved ? high >> halvesY : high) {
        // The row below the last one is nobody's: it is made the last one again.
        let known = isHalved ? row : min(row, Int(height) - 1)
        unsafe (target + row * Int(targetStride)).update(
          from: source + known * Int(sourceStride), count: columns * step)
      }
    }
    return even
  }

  /// Cuts rows to fewer bytes, in place.
  private static func cut(_ pixels: inout [UInt8], from old: Int, to new: Int, rows: Int) {
    unsafe pixels.withUnsafeMutableBufferPointer { pixels in
      for row in 0..<rows {
        for column in 0..<new { unsafe pixels[row * new + column] = pixels[row * old + column] }
      }
    }
  }

  /// The ICC profile that came with a frame.
  static func profile(_ frame: MediaFrame) -> [UInt8]? {
    guard let side = unsafe av_frame_get_side_data(frame.raw, AV_FRAME_DATA_ICC_PROFILE),
      let data = unsafe side.pointee.data
    else { return nil }
    let size = unsafe Int(side.pointee.size)
    guard (1...ColorProfile.mostBytes).contains(size) else { return nil }
    return unsafe Array(UnsafeBufferPointer(start: data, count: size))
  }

  /// Whether bright parts are coded for screens of high dynamic range.
  static func isHDR(_ frame: MediaFrame) -> Bool {
    unsafe [AVCOL_TRC_SMPTE2084, AVCOL_TRC_ARIB_STD_B67].contains(frame.raw.pointee.color_trc)
  }

  /// RGBA to RGB in place.
  private static func layOnBlack(_ pixels: inout [UInt8]) {
    let count = pixels.count / 4
    unsafe pixels.withUnsafeMutableBufferPointer { pixels in
      for pixel in 0..<count {
        let alpha = unsafe UInt32(pixels[4 * pixel + 3])
        for part in 0..<3 {
          let value = unsafe UInt32(pixels[4 * pixel + part])
          unsafe pixels[3 * pixel + part] = UInt8(
            truncatingIfNeeded: (value &* alpha &+ 127) / 255)
        }
      }
    }
    pixels.removeLast(count)
  }

  private static func isJPEG(_ format: AVPixelFormat) -> Bool {
    [
      AV_PIX_FMT_YUVJ420P, AV_PIX_FMT_YUVJ422P, AV_PIX_FMT_YUVJ444P, AV_PIX_FMT_YUVJ440P,
      AV_PIX_FMT_YUVJ411P,
    ].contains(format)
  }

  /// One of libswscale's matrices; where nothing is said it is that of JPEG, BT.601.
  private static func matrix(_ frame: MediaFrame, _ color: Color?) -> Int32 {
    let said = color?.matrix ?? (unsafe Int(frame.raw.pointee.colorspace.rawValue))
    return [1, 4, 5, 6, 7, 9].contains(said) ? Int32(said) : SWS_CS_ITU601
  }
}
