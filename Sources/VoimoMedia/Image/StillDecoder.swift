import CLibAV
import VoimoSignal

/// Decodes one still picture with libav, on the caller's thread.
enum StillDecoder {
  /// What a decoder is given: bytes of our own and stretches of the file, one after the other.
  enum Piece {
    case bytes([UInt8])
    case stretch(Range<Int>)

    var count: Int {
      switch self {
      case .bytes(let bytes): bytes.count
      case .stretch(let range): range.count
      }
    }
  }

  /// More bytes than this are no picture of a size that voimo takes.
  static let mostBytes = 512 << 20

  /// Decodes the first picture.
  ///
  /// - Parameters:
  ///   - pieces: The coded picture.
  ///   - source: What stretches are of.
  ///   - id: libav's name for the coding.
  ///   - header: The decoder's configuration.
  ///   - limits: How many pixels it may have, and its name and format for sentences.
  /// - Returns: the frame, which the decoder has let go of.
  /// - Throws: `MediaError`.
  static func frame(
    _ pieces: [Piece], of source: ByteSource, codec id: AVCodecID, header: [UInt8] = [],
    limits: PictureLimits
  ) throws -> MediaFrame {
    LibAVLog.begin()
    guard let codec = unsafe avcodec_find_decoder(id) else {
      throw MediaError(
        .library, "\(limits.name) is \(limits.format), which this machine's libav cannot decode",
        operation: "avcodec_find_decoder")
    }
    guard let context = unsafe avcodec_alloc_context3(codec) else {
      throw MediaError.outOfMemory("avcodec_alloc_context3")
    }
    defer {
      var last: UnsafeMutablePointer<AVCodecContext>? = unsafe context
      unsafe avcodec_free_context(&last)
    }
    unsafe context.pointee.thread_count = 1
    unsafe context.pointee.max_pixels = Int64(limits.mostPixels)
    try unsafe Decoder.give(header, to: context)
    var status = unsafe avcodec_open2(context, codec, nil)
    let packet = try filled(pieces, of: source)
    let frame = try MediaFrame()
    if status == 0 { status = unsafe avcodec_send_packet(context, packet.raw) }
    if status == 0 { _ = unsafe avcodec_send_packet(context, nil) }
    if status == 0 { status = unsafe avcodec_receive_frame(context, frame.raw) }
    guard status == 0, unsafe frame.raw.pointee.width > 0 else { throw limits.broken(status) }
    return frame
  }

  /// A packet of all pieces, read straight into it.
  private static func filled(_ pieces: [Piece], of source: ByteSource) throws -> MediaPacket {
    let packet = try MediaPacket()
    let count = pieces.reduce(0) { $0 + $1.count }
    try unsafe packet.fill(count, operation: "av_new_packet") { target in
      var done = 0
      for piece in pieces {
        switch piece {
        case .bytes(let bytes):
          done = unsafe target[done...].update(fromContentsOf: bytes)
        case .stretch(let range):
          for start in Swift.stride(from: range.lowerBound, to: range.upperBound, by: 1 << 20) {
            let part = source.bytes(at: start, min(1 << 20, range.upperBound - start))
            done = unsafe target[done...].update(fromContentsOf: part)
          }
        }
      }
    }
    return packet
  }
}

/// How many pixels a picture may have, and what to call it in sentences.
struct PictureLimits {
  var name: String
  /// `a PNG picture`.
  var format: String
  var mostPixels: Int

  /// Throws where there are more pixels than may be.
  func check(_ width: Int, _ height: Int) throws(MediaError) {
    guard width * height <= mostPixels else { throw tooLarge("\(width)×\(height) pixels") }
  }

  /// What libav's refusal means.
  func broken(_ status: Int32) -> MediaError {
    let error = MediaError.libav(
      .damaged, "\(name) is \(format) that is broken", operation: "avcodec_receive_frame",
      status: status)
    let detail = error.detail ?? ""
    let isTooLarge = detail.contains("max_pixels") || detail.contains("Picture size")
    return isTooLarge ? tooLarge("too many pixels") : error
  }

  private func tooLarge(_ size: String) -> MediaError {
    MediaError(
      .outOfLimits,
      "\(name) has \(size); voimo reads up to \(mostPixels / 1_000_000) million pixels. "
        + "Make it smaller", operation: "size")
  }
}
