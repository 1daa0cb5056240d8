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

  /// The picture in the bytes of a PNG file, as `PictureFile.decode` reads it.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - name: what to call the file in sentences.
  /// - Returns: the picture.
  /// - Throws: `MediaError` when it is no PNG, is broken, or has more than 64 million pixels.
  package static func decode(_ bytes: [UInt8], name: String = "picture") throws -> RGBPicture {
    guard PictureFormat(.memory(bytes)) == .png else {
      throw MediaError(.damaged, "\(name) is not a PNG picture", operation: "IHDR")
    }
    return try PictureFile.decode(bytes, name: name).picture
  }
}
