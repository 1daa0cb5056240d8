import CFourier
import Glibc

/// The power spectrum of one windowed frame at a time, with its own transform and memory.
///
/// A Hann window and libavutil's real transform, single precision. The memory is aligned as the
/// transform wants it and one code path serves all frames, so equal samples give equal bits on one
/// machine; another CPU model may differ in the last bits, which is why what is kept of a song is
/// rounded.
// Unchecked: it alone owns its memory and its transform, and it cannot be copied.
@safe struct Spectrum: ~Copyable, @unchecked Sendable {
  /// Samples in a frame, a power of two.
  let size: Int
  /// Power of each bin from 0 to `size / 2`; a sine at full scale on a bin has 1.
  private(set) var power: [Float]

  private let window: [Float]
  private let input: UnsafeMutablePointer<Float>
  private let output: UnsafeMutablePointer<Float>
  private var context: OpaquePointer?
  private let transform: av_tx_fn

  init(size: Int) {
    precondition(size >= 16 && size & (size - 1) == 0, "a transform of \(size) samples")
    self.size = size
    power = Array(repeating: 0, count: size / 2 + 1)
    // Divided by half its sum, so that a sine's peak is its amplitude.
    window = (0..<size).map { index in
      let turn = 2 * Double.pi * Double(index) / Double(size)
      return Float((0.5 - 0.5 * cos(turn)) * 4 / Double(size))
    }
    let bytes = (size + 2) * MemoryLayout<Float>.stride
    guard let input = unsafe av_mallocz(bytes), let output = unsafe av_mallocz(bytes) else {
      preconditionFailure("no memory for \(2 * bytes) bytes of a spectrum")
    }
    unsafe self.input = input.bindMemory(to: Float.self, capacity: size + 2)
    unsafe self.output = output.bindMemory(to: Float.self, capacity: size + 2)
    var context: OpaquePointer?
    var transform: av_tx_fn?
    var scale: Float = 1
    let status = unsafe av_tx_init(
      &context, &transform, AV_TX_FLOAT_RDFT, 0, Int32(size), &scale, 0)
    guard status >= 0, let transform = unsafe transform else {
      preconditionFailure("av_tx_init for \(size) samples returned \(status)")
    }
    unsafe self.context = context
    unsafe self.transform = transform
  }

  deinit {
    var context = unsafe context
    unsafe av_tx_uninit(&context)
    unsafe av_free(input)
    unsafe av_free(output)
  }

  /// Transforms the `size` samples that begin at a place of `samples`.
  mutating func read(_ samples: [Float], at start: Int) {
    precondition(start >= 0 && start + size <= samples.count)
    let half = size / 2
    unsafe samples.withUnsafeBufferPointer { samples in
      unsafe window.withUnsafeBufferPointer { window in
        for index in 0..<size {
          unsafe input[index] = samples[start &+ index] * window[index]
        }
      }
    }
    unsafe transform(context, output, input, MemoryLayout<Float>.stride)
    unsafe power.withUnsafeMutableBufferPointer { power in
      for bin in 0...half {
        let (re, im) = unsafe (output[2 &* bin], output[2 &* bin &+ 1])
        unsafe power[bin] = re * re + im * im
      }
    }
  }
}
