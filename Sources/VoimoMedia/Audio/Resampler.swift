import CLibAV

/// Brings both channels of a song to another sample rate, block by block.
///
/// With `ResamplingQuality`: a tone keeps its level within 0.1 dB, one above the new half rate
/// comes out at least 80 dB softer. Sample 0 stays at time 0 and nothing lags: output sample *k* is
/// the song at *k*/rate. A song of *n* samples gives ⌈*n* · to / from⌉. Owns its `SwrContext`.
@safe package final class Resampler {
  /// In Hz.
  package let inputRate: Int
  /// In Hz.
  package let outputRate: Int
  private let raw: OpaquePointer
  private var pushed = 0
  private var made = 0

  /// Prepares for rates in Hz.
  package init(from inputRate: Int, to outputRate: Int) throws(MediaError) {
    precondition(inputRate > 0 && outputRate > 0, "\(inputRate) to \(outputRate) Hz")
    self.inputRate = inputRate
    self.outputRate = outputRate
    var layout = unsafe AVChannelLayout()
    unsafe av_channel_layout_default(&layout, 2)
    var same = unsafe layout
    var context: OpaquePointer?
    var status = unsafe swr_alloc_set_opts2(
      &context, &layout, AV_SAMPLE_FMT_FLTP, Int32(outputRate), &same, AV_SAMPLE_FMT_FLTP,
      Int32(inputRate), 0, nil)
    if status == 0, let made = unsafe context {
      status = unsafe ResamplingQuality.set(on: made)
      if status == 0 { status = unsafe swr_init(context) }
    }
    guard status == 0, let made = unsafe context else {
      unsafe swr_free(&context)
      throw .libav(
        .library, "sound of \(inputRate) Hz could not be brought to \(outputRate) Hz",
        operation: "swr_init", status: status)
    }
    unsafe raw = unsafe made
  }

  deinit {
    var context: OpaquePointer? = unsafe raw
    unsafe swr_free(&context)
  }

  /// Takes the next block and gives what is ready, perhaps nothing.
  package func push(_ block: AudioBlock) throws(MediaError) -> AudioBlock {
    pushed += block.count
    return try convert(block)
  }

  /// Gives the rest; the resampler takes no more blocks then.
  package func finish() throws(MediaError) -> AudioBlock {
    let total = (pushed * outputRate + inputRate - 1) / inputRate
    var rest = try convert(nil)
    let wanted = total - rest.start
    if rest.count > wanted {
      rest = rest.clipped(to: rest.start..<total) ?? AudioBlock(start: total, left: [], right: [])
    } else if rest.count < wanted {
      let silence = [Float](repeating: 0, count: wanted - rest.count)
      rest.left += silence
      rest.right += silence
    }
    made = total
    return rest
  }

  private func convert(_ block: AudioBlock?) throws(MediaError) -> AudioBlock {
    let count = Int32(block?.count ?? 0)
    let room = unsafe Int(swr_get_out_samples(raw, count)) + 64
    var left = [Float](repeating: 0, count: room)
    var right = left
    let status = unsafe left.withUnsafeMutableBufferPointer { left in
      unsafe right.withUnsafeMutableBufferPointer { right in
        unsafe Self.withPlanes(left.baseAddress, right.baseAddress) { output in
          guard let block else { return unsafe swr_convert(raw, output, Int32(room), nil, 0) }
          return unsafe block.left.withUnsafeBufferPointer { first in
            unsafe block.right.withUnsafeBufferPointer { second in
              unsafe Self.withPlanes(
                UnsafeMutablePointer(mutating: first.baseAddress),
                UnsafeMutablePointer(mutating: second.baseAddress)
              ) { input in
                unsafe input.withMemoryRebound(to: UnsafePointer<UInt8>?.self, capacity: 2) {
                  unsafe swr_convert(raw, output, Int32(room), $0, count)
                }
              }
            }
          }
        }
      }
    }
    guard status >= 0 else {
      throw .libav(
        .library, "sound could not be brought to \(outputRate) Hz", operation: "swr_convert",
        status: status)
    }
    left.removeLast(room - Int(status))
    right.removeLast(room - Int(status))
    defer { made += left.count }
    return AudioBlock(start: made, left: left, right: right)
  }

  /// Lends both channels as libav wants them.
  private static func withPlanes(
    _ left: UnsafeMutablePointer<Float>?, _ right: UnsafeMutablePointer<Float>?,
    _ body: (UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>) -> Int32
  ) -> Int32 {
    var planes: [UnsafeMutablePointer<UInt8>?] = unsafe [
      UnsafeMutableRawPointer(left)?.assumingMemoryBound(to: UInt8.self),
      UnsafeMutableRawPointer(right)?.assumingMemoryBound(to: UInt8.self),
    ]
    return unsafe planes.withUnsafeMutableBufferPointer { planes in
      guard let base = planes.baseAddress else { return -EINVAL }
      return unsafe body(base)
    }
  }
}
