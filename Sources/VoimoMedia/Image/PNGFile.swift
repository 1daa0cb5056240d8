import CLibAV
package import VoimoSignal

/// PNG pictures: to bytes and back.
package enum PNGFile {
  /// The most pixels that are decoded; the header is asked before anything is unpacked.
  package static let mostPixels = 64_000_000

  /// A picture as the bytes of a PNG file; the same picture gives the same bytes.
  package static func encode(_ picture: RGBPicture) throws -> [UInt8] {
    LibAVLog.begin()
    guard let codec = unsafe avcodec_find_encoder(AV_CODEC_ID_PNG) else {
      throw MediaError(
        .library, "This machine's libavcodec cannot make PNG", operation: "avcodec_find_encoder")
    }
    var context = unsafe avcodec_alloc_context3(codec)
    defer { unsafe avcodec_free_context(&context) }
    unsafe context?.pointee.width = Int32(picture.width)
    unsafe context?.pointee.height = Int32(picture.height)
    unsafe context?.pointee.pix_fmt = AV_PIX_FMT_RGB24
    unsafe context?.pointee.time_base = AVRational(num: 1, den: 1)
    unsafe context?.pointee.thread_count = 1
    unsafe context?.pointee.flags |= AV_CODEC_FLAG_BITEXACT
    // Paeth for every row: near the best of all filters for painted pictures, at one filter's cost.
    let options = LibAVOptions(["pred": "paeth", "compression_level": "4"])
    var status = unsafe options.lend { unsafe avcodec_open2(context, codec, $0) }
    guard status == 0 else { throw failure("avcodec_open2", status) }
    let frame = try MediaFrame()
    try fill(frame, with: picture)
    let packet = try MediaPacket()
    status = unsafe avcodec_send_frame(context, frame.raw)
    if status == 0 { status = unsafe avcodec_receive_packet(context, packet.raw) }
    guard status == 0 else { throw failure("avcodec_receive_packet", status) }
    return packet.bytes
  }

  private static func failure(_ operation: String, _ status: Int32) -> MediaError {
    .libav(.library, "A picture could not be made a PNG", operation: operation, status: status)
  }

  private static func fill(_ frame: MediaFrame, with picture: RGBPicture) throws {
    unsafe frame.raw.pointee.width = Int32(picture.width)
    unsafe frame.raw.pointee.height = Int32(picture.height)
    unsafe frame.raw.pointee.format = AV_PIX_FMT_RGB24.rawValue
    guard unsafe av_frame_get_buffer(frame.raw, 0) == 0,
      let rows = unsafe frame.raw.pointee.data.0
    else { throw MediaError.outOfMemory("av_frame_get_buffer") }
    let stride = unsafe Int(frame.raw.pointee.linesize.0)
    let length = 3 * picture.width
    unsafe picture.pixels.withUnsafeBufferPointer { pixels in
      guard let first = pixels.baseAddress else { return }
      for row in 0..<picture.height {
        unsafe (rows + row * stride).update(from: first + row * length, count: length)
      }
    }
  }

  /// The picture in the bytes of a PNG file; transparency is laid on black, 16 bits become 8.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - name: what to call the file in sentences.
  /// - Returns: the picture.
  /// - Throws: `MediaError` when it is no PNG, is broken, or has more than 64 million pixels.
  package static func decode(_ bytes: [UInt8], name: String = "picture") throws -> RGBPicture {
    LibAVLog.begin()
    let (width, height) = try size(bytes, name: name)
    guard width > 0, height > 0, width * height <= mostPixels else {
      throw MediaError(
        .outOfLimits,
        "\(name) has \(width)×\(height) pixels; voimo reads up to \(mostPixels / 1_000_000) million",
        operation: "IHDR")
    }
    guard let codec = unsafe avcodec_find_decoder(AV_CODEC_ID_PNG) else {
      throw MediaError(
        .library, "This machine's libavcodec cannot read PNG", operation: "avcodec_find_decoder")
    }
    var context = unsafe avcodec_alloc_context3(codec)
    defer { unsafe avcodec_free_context(&context) }
    unsafe context?.pointee.thread_count = 1
    unsafe context?.pointee.max_pixels = Int64(mostPixels)
    var status = unsafe avcodec_open2(context, codec, nil)
    let packet = try MediaPacket()
    try unsafe packet.fill(bytes.count, operation: "av_new_packet") {
      _ = unsafe $0.update(fromContentsOf: bytes)
    }
    let frame = try MediaFrame()
    if status == 0 { status = unsafe avcodec_send_packet(context, packet.raw) }
    if status == 0 { status = unsafe avcodec_send_packet(context, nil) }
    if status == 0 { status = unsafe avcodec_receive_frame(context, frame.raw) }
    guard status == 0 else {
      throw MediaError.libav(
        .damaged, "\(name) is a broken PNG picture", operation: "avcodec_receive_frame",
        status: status)
    }
    return try picture(frame)
  }

  private static func size(_ bytes: [UInt8], name: String) throws -> (Int, Int) {
    let magic: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    guard bytes.count >= 24, bytes.starts(with: magic) else {
      throw MediaError(.damaged, "\(name) is not a PNG picture", operation: "IHDR")
    }
    func number(_ offset: Int) -> Int {
      bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    return (number(16), number(20))
  }

  private static func picture(_ frame: MediaFrame) throws -> RGBPicture {
    let (width, height) = unsafe (
      Int(frame.raw.pointee.width), Int(frame.raw.pointee.height)
    )
    let format = unsafe AVPixelFormat(rawValue: frame.raw.pointee.format)
    // By way of RGBA, so that transparency is there to be laid on black.
    var pixels = [UInt8](repeating: 0, count: 4 * width * height)
    // Grey counts as luma to libswscale, and would be stretched as that of a film.
    let scaler = try Scaler(
      from: (width, height, format), to: (width, height, AV_PIX_FMT_RGBA), sourceIsFullRange: true)
    let data = unsafe frame.raw.pointee.data
    let strides = unsafe frame.raw.pointee.linesize
    try unsafe pixels.withUnsafeMutableBufferPointer { pixels in
      try unsafe scaler.scale(
        [data.0, data.1, data.2, data.3],
        [Int(strides.0), Int(strides.1), Int(strides.2), Int(strides.3)],
        [pixels.baseAddress, nil, nil, nil], [4 * width, 0, 0, 0])
    }
    var picture = RGBPicture(width: width, height: height)
    unsafe picture.pixels.withUnsafeMutableBufferPointer { out in
      unsafe pixels.withUnsafeBufferPointer { pixels in
        for pixel in 0..<width * height {
          let alpha = unsafe UInt32(pixels[4 * pixel + 3])
          for channel in 0..<3 {
            let value = unsafe UInt32(pixels[4 * pixel + channel])
            unsafe out[3 * pixel + channel] = UInt8(truncatingIfNeeded: (value * alpha + 127) / 255)
          }
        }
      }
    }
    return picture
  }
}
