import CLibAV
import VoimoSignal

/// One of libav's encoders that makes a packet of each picture at once.
///
/// Owns its `AVCodecContext`; runs on the caller's thread alone. Not thread-safe.
@safe final class PictureEncoder {
  /// Lives as long as this object.
  let raw: UnsafeMutablePointer<AVCodecContext>
  /// The picture that is encoded next.
  let frame: MediaFrame
  private let packet: MediaPacket

  /// Opens an encoder.
  ///
  /// - Parameters:
  ///   - codec: libav's name for the coding.
  ///   - width: In pixels.
  ///   - height: In pixels.
  ///   - format: The pixels' kind.
  ///   - time: How long a tick is, as a fraction of a second.
  ///   - options: The encoder's own.
  ///   - configure: Sets what has no option.
  /// - Throws: `MediaError` where libav lacks it.
  init(
    _ codec: AVCodecID, width: Int, height: Int, format: AVPixelFormat, time: AVRational,
    options: [String: String], configure: (UnsafeMutablePointer<AVCodecContext>) -> Void
  ) throws(MediaError) {
    LibAVLog.begin()
    frame = try MediaFrame()
    packet = try MediaPacket()
    let name = unsafe String(cString: avcodec_get_name(codec))
    guard let encoder = unsafe avcodec_find_encoder(codec),
      let context = unsafe avcodec_alloc_context3(encoder)
    else {
      throw MediaError(
        .library, "this machine's libavcodec cannot make \(name)",
        operation: "avcodec_find_encoder")
    }
    unsafe raw = unsafe context
    unsafe context.pointee.width = Int32(width)
    unsafe context.pointee.height = Int32(height)
    unsafe context.pointee.pix_fmt = format
    unsafe context.pointee.time_base = time
    unsafe context.pointee.framerate = AVRational(num: time.den, den: time.num)
    unsafe context.pointee.sample_aspect_ratio = AVRational(num: 1, den: 1)
    unsafe context.pointee.thread_count = 1
    unsafe context.pointee.flags |= AV_CODEC_FLAG_BITEXACT | AV_CODEC_FLAG_GLOBAL_HEADER
    unsafe configure(context)
    let options = LibAVOptions(options)
    let status = unsafe options.lend { unsafe avcodec_open2(context, encoder, $0) }
    guard status == 0, options.leftOver.isEmpty else {
      throw .libav(
        .library, "\(name) cannot be made of \(width)×\(height) pixels",
        operation: "avcodec_open2", status: status)
    }
    unsafe frame.raw.pointee.width = Int32(width)
    unsafe frame.raw.pointee.height = Int32(height)
    unsafe frame.raw.pointee.format = format.rawValue
    guard unsafe av_frame_get_buffer(frame.raw, 0) == 0 else {
      throw .outOfMemory("av_frame_get_buffer")
    }
  }

  deinit {
    var context: UnsafeMutablePointer<AVCodecContext>? = unsafe raw
    unsafe avcodec_free_context(&context)
  }

  /// Makes the picture's memory ours alone, for writing into it.
  func prepare() throws(MediaError) {
    guard unsafe av_frame_make_writable(frame.raw) == 0 else {
      throw .outOfMemory("av_frame_make_writable")
    }
  }

  /// Encodes what is in `frame`.
  ///
  /// - Parameters:
  ///   - time: When it is shown, in ticks.
  ///   - body: Takes its packet.
  /// - Throws: `MediaError`, and what `body` throws.
  func encode(at time: Int, _ body: (MediaPacket) throws -> Void) throws {
    unsafe frame.raw.pointee.pts = Int64(time)
    var status = unsafe avcodec_send_frame(raw, frame.raw)
    packet.clear()
    if status == 0 { status = unsafe avcodec_receive_packet(raw, packet.raw) }
    guard status == 0 else {
      throw MediaError.libav(
        .library, "a frame could not be encoded", operation: "avcodec_receive_packet",
        status: status)
    }
    try body(packet)
  }
}
