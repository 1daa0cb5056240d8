import CLibAV
import VoimoBase
import VoimoSignal

/// x264 by way of libavcodec, with one frame whose planes are lent to the painter.
///
/// Owns its `AVCodecContext`. Not thread-safe.
@safe final class VideoEncoder {
  /// What the muxer must know of all packets.
  let head: PacketFile.Head
  /// Bytes of all packets so far.
  private(set) var bytes = 0
  private(set) var keyFrames = 0

  private let raw: UnsafeMutablePointer<AVCodecContext>
  private let frame: MediaFrame
  private let packet: MediaPacket
  private let settings: VideoSettings

  init(_ settings: VideoSettings) throws(MediaError) {
    LibAVLog.begin()
    self.settings = settings
    frame = try MediaFrame()
    packet = try MediaPacket()
    guard let codec = unsafe avcodec_find_encoder_by_name("libx264") else {
      throw MediaError(
        .library, "this machine's libavcodec has no x264", operation: "avcodec_find_encoder")
    }
    guard let context = unsafe avcodec_alloc_context3(codec) else {
      throw .outOfMemory("avcodec_alloc_context3")
    }
    unsafe raw = unsafe context
    unsafe Self.configure(context, settings)
    let options = LibAVOptions([
      // Scene cuts inside a shot are not wanted key frames for jumping, but they cost nothing and
      // save bytes: left on. B-frames, references and lookahead are the preset's.
      "preset": settings.preset.rawValue, "crf": "\(settings.crf)",
      // Without it x264's macroblock tree reads memory that nobody wrote, and its bytes depend on
      // what the heap held (core 164 with AVX-512: MALLOC_PERTURB_ shows it) and on the CPU.
      "x264-params": "cpu-independent=1",
    ])
    let status = unsafe options.lend { unsafe avcodec_open2(context, codec, $0) }
    // From here on `deinit` frees the context.
    head = PacketFile.Head(
      kind: .h264, width: settings.width, height: settings.height,
      rateNumerator: settings.frameRate.numerator, rateDenominator: settings.frameRate.denominator,
      delay: unsafe Int(context.pointee.has_b_frames),
      codecHeader: unsafe context.pointee.extradata.map {
        unsafe Array(UnsafeBufferPointer(start: $0, count: Int(context.pointee.extradata_size)))
      } ?? [])
    guard status == 0, options.leftOver.isEmpty, !head.codecHeader.isEmpty else {
      throw .libav(
        .library, "x264 could not be started for \(settings.width)×\(settings.height)",
        operation: "avcodec_open2", status: status)
    }
    try makeFrame()
  }

  deinit {
    var context: UnsafeMutablePointer<AVCodecContext>? = unsafe raw
    unsafe avcodec_free_context(&context)
  }

  private static func configure(
    _ context: UnsafeMutablePointer<AVCodecContext>, _ settings: VideoSettings
  ) {
    let (rate, over) = (Int32(settings.frameRate.numerator), Int32(settings.frameRate.denominator))
    unsafe context.pointee.width = Int32(settings.width)
    unsafe context.pointee.height = Int32(settings.height)
    unsafe context.pointee.pix_fmt = AV_PIX_FMT_YUV420P
    unsafe context.pointee.time_base = AVRational(num: over, den: rate)
    unsafe context.pointee.framerate = AVRational(num: rate, den: over)
    unsafe context.pointee.sample_aspect_ratio = AVRational(num: 1, den: 1)
    unsafe context.pointee.gop_size = Int32(settings.gop)
    unsafe context.pointee.color_range = AVCOL_RANGE_MPEG
    unsafe context.pointee.colorspace = AVCOL_SPC_BT709
    unsafe context.pointee.color_primaries = AVCOL_PRI_BT709
    unsafe context.pointee.color_trc = AVCOL_TRC_BT709
    unsafe context.pointee.chroma_sample_location = AVCHROMA_LOC_LEFT
    // x264's bytes depend on the number of threads, so it is always one.
    unsafe context.pointee.thread_count = 1
    unsafe context.pointee.flags |=
      AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT
      | Int32(bitPattern: UInt32(AV_CODEC_FLAG_CLOSED_GOP))
  }

  private func makeFrame() throws(MediaError) {
    unsafe frame.raw.pointee.width = Int32(settings.width)
    unsafe frame.raw.pointee.height = Int32(settings.height)
    unsafe frame.raw.pointee.format = AV_PIX_FMT_YUV420P.rawValue
    guard unsafe av_frame_get_buffer(frame.raw, 0) == 0 else {
      throw .outOfMemory("av_frame_get_buffer")
    }
  }

  /// Has a frame painted and hands it to x264.
  func encode(frame index: Int, _ paint: (PlanarTarget) throws -> Void) throws {
    // x264 copies the pixels; a second buffer is made only if it should still hold on to them.
    guard unsafe av_frame_make_writable(frame.raw) == 0 else {
      throw MediaError.outOfMemory("av_frame_make_writable")
    }
    try frame.withPlanes(paint)
    unsafe frame.raw.pointee.pts = Int64(index)
    unsafe frame.raw.pointee.pict_type = AV_PICTURE_TYPE_NONE
    try send(frame)
  }

  /// Tells x264 that no frame follows.
  func finish() throws(MediaError) { try send(nil) }

  private func send(_ frame: MediaFrame?) throws(MediaError) {
    let status = unsafe avcodec_send_frame(raw, frame?.raw)
    guard status == 0 else {
      throw .libav(
        .library, "a frame could not be encoded", operation: "avcodec_send_frame", status: status)
    }
  }

  /// Gives out the packets that are ready.
  func drain(_ body: (MediaPacket) throws -> Void) throws {
    while true {
      packet.clear()
      let status = unsafe avcodec_receive_packet(raw, packet.raw)
      if status == voimo_error_again || status == voimo_error_eof { return }
      guard status == 0 else {
        throw MediaError.libav(
          .library, "a frame could not be encoded", operation: "avcodec_receive_packet",
          status: status)
      }
      unsafe packet.raw.pointee.duration = 1
      bytes += unsafe Int(packet.raw.pointee.size)
      if unsafe packet.raw.pointee.flags & AV_PKT_FLAG_KEY != 0 { keyFrames += 1 }
      try body(packet)
    }
  }

  /// The encoder's name, from what x264 writes into its first packet.
  static let identity: String = {
    let version = avcodec_version()
    let lavc = "lavc \(version >> 16).\(version >> 8 & 255).\(version & 255)"
    var text = ""
    do {
      let encoder = try VideoEncoder(
        VideoSettings(width: 16, height: 16, frameRate: .film, preset: .ultrafast))
      try encoder.encode(frame: 0) { unsafe $0.y.update(repeating: 16, count: 16) }
      try encoder.finish()
      try encoder.drain { packet in
        let printable = packet.bytes.map { (32...126).contains($0) ? $0 : 10 }
        text += String(decoding: printable, as: UTF8.self)
      }
    } catch {
      return "no x264, \(lavc)"
    }
    // "x264 - core 164 r3095 baee400 - H.264/MPEG-4 AVC codec - Copyleft …"
    guard let line = text.split(separator: "\n").first(where: { $0.contains("x264 - core") }),
      let start = line.firstRange(of: "core")
    else { return "x264, \(lavc)" }
    let words = line[start.lowerBound...].split(separator: " ").prefix { $0 != "-" }
    return "x264 \(words.joined(separator: " ")), \(lavc)"
  }()
}
