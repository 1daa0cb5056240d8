import CLibAV

/// Turns the packets of one stream into frames.
///
/// Owns its `AVCodecContext`; runs on the caller's thread alone. Priming and padding that the
/// container or the packets signal are taken off by libavcodec itself.
@safe final class Decoder {
  /// Lives as long as this object.
  let raw: UnsafeMutablePointer<AVCodecContext>

  /// Opens the decoder that a stream's header asks for.
  ///
  /// - Throws: `MediaError` when libav was built without it, or the header makes no sense.
  init(stream: UnsafeMutablePointer<AVStream>, name: String) throws(MediaError) {
    guard let parameters = unsafe stream.pointee.codecpar else {
      preconditionFailure("a stream without parameters")
    }
    let codecName = unsafe String(cString: avcodec_get_name(parameters.pointee.codec_id))
    guard let codec = unsafe avcodec_find_decoder(parameters.pointee.codec_id) else {
      throw MediaError(
        .library, "\(name) holds \(codecName), which this machine's libav cannot decode",
        operation: "avcodec_find_decoder")
    }
    guard let context = unsafe avcodec_alloc_context3(codec) else {
      throw .outOfMemory("avcodec_alloc_context3")
    }
    unsafe raw = unsafe context
    unsafe avcodec_parameters_to_context(context, parameters)
    unsafe context.pointee.pkt_timebase = unsafe stream.pointee.time_base
    unsafe context.pointee.thread_count = 1
    let status = unsafe avcodec_open2(context, codec, nil)
    guard status == 0 else {
      throw .libav(
        .damaged, "\(name) holds \(codecName) that cannot be decoded", operation: "avcodec_open2",
        status: status)
    }
  }

  /// Opens a decoder for packets that come without a container.
  ///
  /// - Parameters:
  ///   - id: libav's name for the coding.
  ///   - header: The codec's own header.
  ///   - name: The file's, for sentences.
  /// - Throws: `MediaError` when libav was built without it, or the header makes no sense.
  init(codec id: AVCodecID, header: [UInt8], name: String) throws(MediaError) {
    LibAVLog.begin()
    guard let codec = unsafe avcodec_find_decoder(id),
      let context = unsafe avcodec_alloc_context3(codec)
    else {
      throw MediaError(
        .library, "this machine's libav cannot decode \(name)", operation: "avcodec_find_decoder")
    }
    unsafe raw = unsafe context
    try unsafe Self.give(header, to: context)
    unsafe context.pointee.thread_count = 1
    let status = unsafe avcodec_open2(context, codec, nil)
    guard status == 0 else {
      throw .libav(
        .damaged, "\(name) cannot be decoded", operation: "avcodec_open2", status: status)
    }
  }

  /// Gives a codec's own header to its decoder, which frees it.
  static func give(
    _ header: [UInt8], to context: UnsafeMutablePointer<AVCodecContext>
  ) throws(MediaError) {
    guard !header.isEmpty else { return }
    guard let memory = unsafe av_mallocz(header.count + Int(AV_INPUT_BUFFER_PADDING_SIZE)) else {
      throw .outOfMemory("av_mallocz")
    }
    let bytes = unsafe memory.bindMemory(to: UInt8.self, capacity: header.count)
    unsafe bytes.update(from: header, count: header.count)
    unsafe context.pointee.extradata = unsafe bytes
    unsafe context.pointee.extradata_size = Int32(header.count)
  }

  deinit {
    var context: UnsafeMutablePointer<AVCodecContext>? = unsafe raw
    unsafe avcodec_free_context(&context)
  }

  /// Hands one packet over, or nil at the end; returns libav's status.
  func send(_ packet: MediaPacket?) -> Int32 { unsafe avcodec_send_packet(raw, packet?.raw) }

  /// Fetches one frame; returns libav's status, `EAGAIN` when it wants another packet.
  func receive(_ frame: MediaFrame) -> Int32 { unsafe avcodec_receive_frame(raw, frame.raw) }

  /// Forgets what it holds, after a seek.
  func flush() { unsafe avcodec_flush_buffers(raw) }
}
