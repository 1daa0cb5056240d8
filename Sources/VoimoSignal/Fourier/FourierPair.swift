import CFourier
import Glibc

/// A real transform and its inverse for overlapping frames: what is read and added again unchanged
/// is the same sound.
///
/// Both ways the frame is weighted with the root of a periodic Hann window; frames a quarter of the
/// size apart then add up to the samples they were read from (Griffin and Lim 1984, "Signal
/// estimation from modified short-time Fourier transform").
// Unchecked: it alone owns its memory and its transforms, and it cannot be copied.
@safe struct FourierPair: ~Copyable, @unchecked Sendable {
  /// Samples in a frame, a power of two.
  let size: Int
  /// Samples between frames.
  var hop: Int { size / 4 }

  private let window: [Float]
  private let samples: UnsafeMutablePointer<Float>
  private let bins: UnsafeMutablePointer<Float>
  private var forward: OpaquePointer?
  private var backward: OpaquePointer?
  private let transform: av_tx_fn
  private let inverse: av_tx_fn

  init(size: Int) {
    precondition(size >= 16 && size & (size - 1) == 0, "a transform of \(size) samples")
    self.size = size
    window = (0..<size).map { index in
      let turn = 2 * Double.pi * Double(index) / Double(size)
      return Float((0.5 - 0.5 * cos(turn)).squareRoot())
    }
    let bytes = (size + 2) * MemoryLayout<Float>.stride
    guard let samples = unsafe av_mallocz(bytes), let bins = unsafe av_mallocz(bytes) else {
      preconditionFailure("no memory for \(2 * bytes) bytes of a spectrum")
    }
    unsafe self.samples = samples.bindMemory(to: Float.self, capacity: size + 2)
    unsafe self.bins = bins.bindMemory(to: Float.self, capacity: size + 2)
    let there = unsafe Self.make(size: size, isInverse: false)
    let back = unsafe Self.make(size: size, isInverse: true)
    unsafe forward = there.context
    unsafe transform = there.run
    unsafe backward = back.context
    unsafe inverse = back.run
  }

  deinit {
    var (forward, backward) = unsafe (forward, backward)
    unsafe av_tx_uninit(&forward)
    unsafe av_tx_uninit(&backward)
    unsafe av_free(samples)
    unsafe av_free(bins)
  }

  private static func make(size: Int, isInverse: Bool) -> (context: OpaquePointer?, run: av_tx_fn) {
    var context: OpaquePointer?
    var transform: av_tx_fn?
    // Four overlapping Hann windows add up to 2.
    var scale: Float = isInverse ? 0.5 / Float(size) : 1
    let status = unsafe av_tx_init(
      &context, &transform, AV_TX_FLOAT_RDFT, isInverse ? 1 : 0, Int32(size), &scale, 0)
    guard status >= 0, let transform = unsafe transform else {
      preconditionFailure("av_tx_init for \(size) samples returned \(status)")
    }
    return unsafe (context, transform)
  }

  /// Transforms the `size` samples that begin at a place; bin *k* is numbers 2*k* and 2*k* + 1 of
  /// `spectrum`, which holds `size + 2`.
  mutating func read(_ source: [Float], at start: Int, into spectrum: inout [Float]) {
    precondition(start >= 0 && start + size <= source.count && spectrum.count == size + 2)
    for index in 0..<size { unsafe samples[index] = source[start &+ index] * window[index] }
    unsafe transform(forward, bins, samples, MemoryLayout<Float>.stride)
    for index in 0..<size + 2 { spectrum[index] = unsafe bins[index] }
  }

  /// Turns a spectrum back into samples and adds them to the first `size` of `sum`.
  mutating func add(_ spectrum: [Float], to sum: inout [Float]) {
    precondition(spectrum.count == size + 2 && sum.count >= size)
    for index in 0..<size + 2 { unsafe bins[index] = spectrum[index] }
    unsafe inverse(backward, samples, bins, 2 * MemoryLayout<Float>.stride)
    for index in 0..<size { unsafe sum[index] += samples[index] * window[index] }
  }
}
