import CLibAV

/// libavcodec's AAC encoder behind a queue that cuts blocks into its frames.
///
/// Owns its `AVCodecContext` and, where AAC lacks the rate, a resampler. Not thread-safe.
@safe final class AACEncoder {
  let head: PacketFile.Head
  /// Samples encoded so far, at the encoder's rate.
  private(set) var encoded = 0

  private let raw: UnsafeMutablePointer<AVCodecContext>
  private let resampler: OpaquePointer?
  private let sourceRate: Int
  private let frame: MediaFrame
  private let packet: MediaPacket
  private let frameSize: Int
  private var left: [Float] = []
  private var right: [Float] = []

  init(
    sampleRate: Int, bitRate: Int, effort: SoundtrackEncoder.Effort
  ) throws(MediaError) {
    LibAVLog.begin()
    sourceRate = sampleRate
    frame = try MediaFrame()
    packet = try MediaPacket()
    let rate = SoundtrackEncoder.encodedRate(for: sampleRate)
    unsafe resampler = rate == sampleRate ? nil : try Self.makeResampler(sampleRate, rate)
    guard let codec = unsafe avcodec_find_encoder_by_name("aac"),
      let context = unsafe avcodec_alloc_context3(codec)
    else {
      throw MediaError(
        .library, "this machine's libavcodec cannot make AAC", operation: "avcodec_find_encoder")
    }
    unsafe raw = unsafe context
    unsafe context.pointee.sample_fmt = AV_SAMPLE_FMT_FLTP
    unsafe context.pointee.sample_rate = Int32(rate)
    unsafe av_channel_layout_default(&context.pointee.ch_layout, 2)
    unsafe context.pointee.bit_rate = Int64(bitRate)
    unsafe context.pointee.time_base = AVRational(num: 1, den: Int32(rate))
    unsafe context.pointee.thread_count = 1
    unsafe context.pointee.flags |= AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT
    let options = LibAVOptions(["aac_coder": effort == .quick ? "fast" : "twoloop"])
    let status = unsafe options.lend { unsafe avcodec_open2(context, codec, $0) }
    frameSize = unsafe Int(context.pointee.frame_size)
    head = PacketFile.Head(
      kind: .aac, rateNumerator: rate, priming: unsafe Int(context.pointee.initial_padding),
      bitRate: bitRate,
      codecHeader: unsafe context.pointee.extradata.map {
        unsafe Array(UnsafeBufferPointer(start: $0, count: Int(context.pointee.extradata_size)))
      } ?? [])
    guard status == 0, frameSize > 0 else {
      throw .libav(
        .library, "AAC could not be made at \(rate) Hz and \(bitRate) bits a second",
        operation: "avcodec_open2", status: status)
    }
  }

  deinit {
    var context: UnsafeMutablePointer<AVCodecContext>? = unsafe raw
    unsafe avcodec_free_context(&context)
    var resampler = unsafe resampler
    unsafe swr_free(&resampler)
  }

  private static func makeResampler(_ from: Int, _ to: Int) throws(MediaError) -> OpaquePointer {
    var output = unsafe AVChannelLayout()
    unsafe av_channel_layout_default(&output, 2)
    var input = unsafe output
    var context: OpaquePointer?
    var status = unsafe swr_alloc_set_opts2(
      &context, &output, AV_SAMPLE_FMT_FLTP, Int32(to), &input, AV_SAMPLE_FMT_FLTP, Int32(from),
      0, nil)
    if status == 0 { status = unsafe ResamplingQuality.set(on: context) }
    if status == 0 { status = unsafe swr_init(context) }
    guard status == 0, let made = unsafe context else {
      unsafe swr_free(&context)
      throw .libav(
        .library, "sound could not be resampled from \(from) to \(to) Hz", operation: "swr_init",
        status: status)
    }
    return unsafe made
  }

  /// Takes a block and gives out the packets that it completes.
  func add(_ block: AudioBlock, _ body: (MediaPacket) throws -> Void) throws {
    if unsafe resampler == nil {
      left += block.left
      right += block.right
    } else {
      try resample(block)
    }
    try encodeFrames(leaving: frameSize, body)
  }

  /// Takes no more; `sourceSamples` is how many came in all, at the source's rate.
  func finish(after sourceSamples: Int, _ body: (MediaPacket) throws -> Void) throws {
    if unsafe resampler != nil {
      try resample(nil)
      // The resampler's own count may be off by a few at the end: silence or a cut makes it exact.
      let rate = head.rateNumerator
      let wanted = (2 * sourceSamples * rate + sourceRate) / (2 * sourceRate) - encoded
      left = Array(left.prefix(wanted)) + repeatElement(0, count: max(0, wanted - left.count))
      right = Array(right.prefix(wanted)) + repeatElement(0, count: max(0, wanted - right.count))
    }
    try encodeFrames(leaving: 0, body)
    try send(nil)
    try drain(body)
  }

  /// Encodes whole frames while more than `rest` samples wait; with 0, a last short one too.
  private func encodeFrames(leaving rest: Int, _ body: (MediaPacket) throws -> Void) throws {
    var next = 0
    while left.count - next > rest {
      let count = min(frameSize, left.count - next)
      try fill(from: next, count)
      unsafe frame.raw.pointee.pts = Int64(encoded)
      try send(frame)
      encoded += count
      next += count
      try drain(body)
    }
    left.removeFirst(next)
    right.removeFirst(next)
  }

  private func fill(from start: Int, _ count: Int) throws {
    frame.clear()
    unsafe frame.raw.pointee.nb_samples = Int32(count)
    unsafe frame.raw.pointee.format = AV_SAMPLE_FMT_FLTP.rawValue
    unsafe frame.raw.pointee.sample_rate = Int32(head.rateNumerator)
    unsafe av_channel_layout_default(&frame.raw.pointee.ch_layout, 2)
    guard unsafe av_frame_get_buffer(frame.raw, 0) == 0,
      let first = unsafe frame.raw.pointee.data.0, let second = unsafe frame.raw.pointee.data.1
    else { throw MediaError.outOfMemory("av_frame_get_buffer") }
    unsafe Self.copy(left[start..<start + count], to: first)
    unsafe Self.copy(right[start..<start + count], to: second)
  }

  private static func copy(_ samples: ArraySlice<Float>, to plane: UnsafeMutablePointer<UInt8>) {
    unsafe samples.withUnsafeBytes { bytes in
      guard let source = bytes.baseAddress else { return }
      unsafe UnsafeMutableRawPointer(plane).copyMemory(from: source, byteCount: bytes.count)
    }
  }

  private func resample(_ block: AudioBlock?) throws {
    let count = Int32(block?.count ?? 0)
    let room = unsafe Int(swr_get_out_samples(resampler, count))
    guard room > 0 else { return }
    let start = left.count
    left.append(contentsOf: repeatElement(0, count: room))
    right.append(contentsOf: repeatElement(0, count: room))
    let made = unsafe Self.withPlanes(&left, &right, from: start) { output in
      guard var block else { return unsafe swr_convert(resampler, output, Int32(room), nil, 0) }
      return unsafe Self.withPlanes(&block.left, &block.right, from: 0) { input in
        unsafe input.withMemoryRebound(to: UnsafePointer<UInt8>?.self, capacity: 2) {
          unsafe swr_convert(resampler, output, Int32(room), $0, count)
        }
      }
    }
    guard made >= 0 else {
      throw MediaError.libav(
        .library, "sound could not be resampled", operation: "swr_convert", status: made)
    }
    left.removeLast(room - Int(made))
    right.removeLast(room - Int(made))
  }

  /// Lends two channels, from a sample on, as libswresample wants them.
  private static func withPlanes(
    _ left: inout [Float], _ right: inout [Float], from start: Int,
    _ body: (UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>) -> Int32
  ) -> Int32 {
    unsafe left.withUnsafeMutableBytes { left in
      unsafe right.withUnsafeMutableBytes { right in
        var planes = unsafe [left, right].map { bytes in
          unsafe bytes.baseAddress.map {
            unsafe ($0 + 4 * start).assumingMemoryBound(to: UInt8.self)
          }
        }
        return unsafe planes.withUnsafeMutableBufferPointer { planes in
          guard let first = planes.baseAddress else { return 0 }
          return unsafe body(first)
        }
      }
    }
  }

  private func send(_ frame: MediaFrame?) throws(MediaError) {
    let status = unsafe avcodec_send_frame(raw, frame?.raw)
    guard status == 0 else {
      throw .libav(
        .library, "sound could not be encoded", operation: "avcodec_send_frame", status: status)
    }
  }

  private func drain(_ body: (MediaPacket) throws -> Void) throws {
    while true {
      packet.clear()
      let status = unsafe avcodec_receive_packet(raw, packet.raw)
      if status == voimo_error_again || status == voimo_error_eof { return }
      guard status == 0 else {
        throw MediaError.libav(
          .library, "sound could not be encoded", operation: "avcodec_receive_packet",
          status: status)
      }
      try body(packet)
    }
  }
}
