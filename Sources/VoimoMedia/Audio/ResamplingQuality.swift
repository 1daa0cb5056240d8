import CLibAV

/// How libswresample resamples wherever voimo changes a rate: flat within 0.1 dB up to 95 % of the
/// lower Nyquist frequency, images and aliases 95 dB down or more (measured with sines, 44.1 to 48
/// and 192 to 96 kHz).
///
/// Its own 32 taps let a tone of 20 kHz at 44.1 kHz come back at 23.9 kHz in 48 kHz, 25 dB down.
enum ResamplingQuality {
  private static let taps: Int64 = 256
  /// As a power of two.
  private static let phases: Int64 = 12
  /// Of the lower Nyquist frequency.
  private static let cutoff = 0.97

  /// Tells a context that is not yet initialised; returns libav's status.
  static func set(on context: OpaquePointer?) -> Int32 {
    let raw = unsafe UnsafeMutableRawPointer(context)
    var status = unsafe av_opt_set_int(raw, "filter_size", taps, 0)
    if status == 0 { status = unsafe av_opt_set_int(raw, "phase_shift", phases, 0) }
    if status == 0 { status = unsafe av_opt_set_double(raw, "cutoff", cutoff, 0) }
    return status
  }
}
