import CEbur128

/// Loudness and its range after EBU R 128 (ITU-R BS.1770-4, EBU Tech 3342), by libebur128.
///
/// Owns the library's state. Not thread-safe.
@safe final class ProgramLoudness {
  private let raw: UnsafeMutablePointer<ebur128_state>
  private let sampleRate: Int
  private var count = 0
  /// Both channels, sample by sample, until there are enough to hand over.
  private var waiting: [Float] = []

  /// Samples of a channel that are handed over at once: always so many, whatever came in a block.
  private static let portion = 4_096

  /// Begins a song of two channels at a sample rate in Hz.
  init(sampleRate: Int) {
    // libebur128 takes rates from 16 Hz on; no song has a lower one.
    guard
      let state = unsafe ebur128_init(
        2, UInt(max(16, sampleRate)), voimo_ebur128_loudness_and_range)
    else { preconditionFailure("libebur128 has no memory for a song at \(sampleRate) Hz") }
    unsafe raw = unsafe state
    self.sampleRate = sampleRate
    waiting.reserveCapacity(2 * Self.portion)
  }

  deinit {
    var state: UnsafeMutablePointer<ebur128_state>? = unsafe raw
    unsafe ebur128_destroy(&state)
  }

  /// Takes a finite sample of both channels.
  @inline(__always) func push(_ left: Float, _ right: Float) {
    waiting.append(left)
    waiting.append(right)
    if waiting.count == 2 * Self.portion { handOver() }
  }

  /// In LUFS; nil where nothing is over the absolute gate.
  func integrated() -> Double? {
    handOver()
    var value = 0.0
    let status = unsafe ebur128_loudness_global(raw, &value)
    return status == 0 && value.isFinite ? value : nil
  }

  /// In LU; nil for songs shorter than the three seconds of one block.
  func range() -> Double? {
    handOver()
    var value = 0.0
    let status = unsafe ebur128_loudness_range(raw, &value)
    return status == 0 && value.isFinite && count >= 3 * sampleRate ? value : nil
  }

  private func handOver() {
    let frames = waiting.count / 2
    guard frames > 0 else { return }
    let status = unsafe waiting.withUnsafeBufferPointer {
      unsafe ebur128_add_frames_float(raw, $0.baseAddress, frames)
    }
    precondition(status == 0, "libebur128 could not take \(frames) samples: \(status)")
    count += frames
    waiting.removeAll(keepingCapacity: true)
  }
}
