import CLibAV
package import VoimoSignal

/// Pictures between RGB and the encoder's 4:2:0: BT.709, limited range, chroma sited left.
///
/// Exact and alike on every machine: libswscale's bit-exact, accurate paths.
package enum PictureConversion {
  /// A picture as 4:2:0 planes.
  ///
  /// - Throws: `MediaError` when a side is odd.
  package static func planar(_ picture: RGBPicture) throws -> PlanarPicture {
    guard picture.width % 2 == 0, picture.height % 2 == 0 else {
      throw MediaError(
        .outOfLimits, "A picture of \(picture.width)×\(picture.height) has an odd side",
        operation: "convert")
    }
    var planar = PlanarPicture(width: picture.width, height: picture.height)
    try planar.withTarget { try draw(picture, onto: $0) }
    return planar
  }

  /// Fills planes with a picture, scaled to their size if it has another.
  package static func draw(_ picture: RGBPicture, onto target: PlanarTarget) throws {
    let scaler = try Scaler(
      from: (picture.width, picture.height, AV_PIX_FMT_RGB24),
      to: (target.width, target.height, AV_PIX_FMT_YUV420P))
    try unsafe picture.pixels.withUnsafeBufferPointer { pixels in
      try unsafe scaler.scale(
        [UnsafeMutablePointer(mutating: pixels.baseAddress), nil, nil, nil],
        [3 * picture.width, 0, 0, 0], [target.y, target.cb, target.cr, nil],
        [target.lumaStride, target.chromaStride, target.chromaStride, 0])
    }
  }

  /// A 4:2:0 picture as RGB.
  package static func rgb(_ picture: PlanarPicture) throws -> RGBPicture {
    var picture = picture
    return try picture.withTarget { try rgb($0) }
  }

  /// Lent planes as an RGB picture of their size.
  package static func rgb(_ source: PlanarTarget) throws -> RGBPicture {
    var picture = RGBPicture(width: source.width, height: source.height)
    let scaler = try Scaler(
      from: (source.width, source.height, AV_PIX_FMT_YUV420P),
      to: (source.width, source.height, AV_PIX_FMT_RGB24))
    try unsafe picture.pixels.withUnsafeMutableBufferPointer { pixels in
      try unsafe scaler.scale(
        [source.y, source.cb, source.cr, nil],
        [source.lumaStride, source.chromaStride, source.chromaStride, 0],
        [pixels.baseAddress, nil, nil, nil], [3 * source.width, 0, 0, 0])
    }
    return picture
  }
}

/// Owns one `SwsContext`, for pictures of one size and kind.
@safe final class Scaler {
  private let raw: OpaquePointer
  private let sourceHeight: Int

  /// Width, height, pixel format.
  typealias Shape = (width: Int, height: Int, format: AVPixelFormat)

  /// Prepares a conversion; planar sides are BT.709 in limited range unless something else is said
  /// of the source.
  ///
  /// - Parameters:
  ///   - source: What comes in.
  ///   - target: What comes out.
  ///   - sourceIsFullRange: Whether black of the source is 0 and white 255.
  ///   - filter: How another size is made: one of libswscale's.
  ///   - matrix: How color of the source was made luma and differences: one of libswscale's.
  /// - Throws: `MediaError` when libswscale cannot do it.
  init(
    from source: Shape, to target: Shape, sourceIsFullRange: Bool = false,
    filter: Int32 = SWS_BICUBIC, matrix: Int32 = SWS_CS_ITU709
  ) throws(MediaError) {
    sourceHeight = source.height
    guard
      let raw = unsafe sws_getContext(
        Int32(source.width), Int32(source.height), source.format, Int32(target.width),
        Int32(target.height), target.format,
        filter | SWS_ACCURATE_RND | SWS_BITEXACT | SWS_FULL_CHR_H_INT | SWS_FULL_CHR_H_INP,
        nil, nil, nil)
    else {
      throw MediaError(
        .library, "A picture of \(source.width)×\(source.height) cannot be converted",
        operation: "sws_getContext")
    }
    unsafe self.raw = unsafe raw
    unsafe sws_setColorspaceDetails(
      raw, sws_getCoefficients(matrix), sourceIsFullRange || Self.isRGB(source.format) ? 1 : 0,
      sws_getCoefficients(SWS_CS_ITU709),
      Self.isRGB(target.format) ? 1 : 0, 0, 1 << 16, 1 << 16)
  }

  deinit { unsafe sws_freeContext(raw) }

  private static func isRGB(_ format: AVPixelFormat) -> Bool {
    unsafe av_pix_fmt_desc_get(format).pointee.flags & UInt64(AV_PIX_FMT_FLAG_RGB) != 0
  }

  /// Converts one picture; four planes and their strides on each side.
  func scale(
    _ source: [UnsafeMutablePointer<UInt8>?], _ sourceStrides: [Int],
    _ target: [UnsafeMutablePointer<UInt8>?], _ targetStrides: [Int]
  ) throws(MediaError) {
    let inputs = unsafe source.map { unsafe UnsafePointer($0) }
    let rows = unsafe sws_scale(
      raw, inputs, sourceStrides.map { Int32($0) }, 0, Int32(sourceHeight), target,
      targetStrides.map { Int32($0) })
    guard rows > 0 else {
      throw .libav(
        .library, "A picture could not be converted", operation: "sws_scale", status: rows)
    }
  }
}
