import CLibAV

/// Turns decoded frames of one kind into stereo float at one rate.
///
/// One channel goes to both sides; more than two are mixed down as libswresample does by default
/// (the centre at −3 dB on both sides, the surrounds at −3 dB on theirs, the bass channel left out,
/// no scaling). Owns its `SwrContext`.
@safe final class StereoConverter {
  /// What the frames must be alike in.
  struct Source: Equatable {
    var format: AVSampleFormat
    var sampleRate: Int32
    var channels: Int32
    /// Of native channel orders; 0 for others.
    var mask: UInt64

    /// Describes one frame.
    init(_ frame: MediaFrame) {
      format = unsafe AVSampleFormat(rawValue: frame.raw.pointee.format)
      sampleRate = unsafe frame.raw.pointee.sample_rate
      let layout = unsafe frame.raw.pointee.ch_layout
      channels = unsafe layout.nb_channels
      mask = unsafe layout.order == AV_CHANNEL_ORDER_NATIVE ? layout.u.mask : 0
    }
  }

  let source: Source
  private let raw: OpaquePointer
  private let isMono: Bool
  private var left: [Float] = []
  private var right: [Float] = []

  /// Prepares the conversion of frames like `source` to an output rate in Hz.
  init(from source: Source, to sampleRate: Int) throws(MediaError) {
    self.source = source
    isMono = source.channels == 1
    var output = unsafe AVChannelLayout()
    unsafe av_channel_layout_default(&output, isMono ? 1 : 2)
    var input = unsafe AVChannelLayout()
    // Two channels are left and right whatever the file calls them.
    if source.mask == 0 || source.channels <= 2 {
      unsafe av_channel_layout_default(&input, source.channels)
    } else {
      unsafe av_channel_layout_from_mask(&input, source.mask)
    }
    var context: OpaquePointer?
    var status = unsafe swr_alloc_set_opts2(
      &context, &output, AV_SAMPLE_FMT_FLTP, Int32(sampleRate), &input, source.format,
      source.sampleRate, 0, nil)
    if status == 0 { status = unsafe ResamplingQuality.set(on: context) }
    if status == 0 { status = unsafe swr_init(context) }
    guard status == 0, let made = unsafe context else {
      unsafe swr_free(&context)
      throw .libav(
        .library, "sound of \(source.channels) channels could not be made stereo",
        operation: "swr_init", status: status)
    }
    unsafe raw = unsafe made
  }

  deinit {
    var context: OpaquePointer? = unsafe raw
    unsafe swr_free(&context)
  }

  /// Converts one frame, or with nil what the resampler still holds, and lends both channels.
  func convert(
    _ frame: MediaFrame?, _ body: (UnsafePointer<Float>, UnsafePointer<Float>, Int) throws -> Void
  ) throws {
    let count = unsafe frame?.raw.pointee.nb_samples ?? 0
    let room = unsafe Int(swr_get_out_samples(raw, count))
    guard room > 0 else { return }
    if left.count < room {
      left = Array(repeating: 0, count: room)
      right = left
    }
    try unsafe left.withUnsafeMutableBufferPointer { left in
      try unsafe right.withUnsafeMutableBufferPointer { right in
        guard let first = left.baseAddress, let second = right.baseAddress else { return }
        let planes: [UnsafeMutablePointer<UInt8>?] = unsafe [
          UnsafeMutableRawPointer(first).assumingMemoryBound(to: UInt8.self),
          UnsafeMutableRawPointer(second).assumingMemoryBound(to: UInt8.self),
        ]
        let made = unsafe planes.withUnsafeBufferPointer { planes in
          let output = unsafe UnsafeMutablePointer(mutating: planes.baseAddress)
          guard let frame else { return unsafe swr_convert(raw, output, Int32(room), nil, 0) }
          return unsafe frame.raw.pointee.extended_data.withMemoryRebound(
            to: UnsafePointer<UInt8>?.self, capacity: Int(source.channels)
          ) { unsafe swr_convert(raw, output, Int32(room), $0, count) }
        }
        guard made >= 0 else {
          throw MediaError.libav(
            .library, "sound could not be converted", operation: "swr_convert", status: made)
        }
        if made > 0 { try unsafe body(first, isMono ? first : second, Int(made)) }
      }
    }
  }
}
