import CSndFile

/// Reads a sound file that voimo wrote, at any position.
///
/// Takes one or two channels; one goes to both sides. Files from outside are `AudioFile`'s.
package struct SoundReader: ~Copyable {
  /// Samples in each channel.
  package let samples: Int
  /// In Hz.
  package let sampleRate: Int
  private let file: SoundHandle
  private let channels: Int
  private var interleaved: [Float] = []
  private var position = 0

  /// Opens a file.
  package init(path: String) throws(MediaError) {
    var info = SF_INFO()
    let file = try SoundHandle(path: path, mode: Int32(SFM_READ), info: &info)
    let (frames, rate, channels) = (info.frames, info.samplerate, info.channels)
    guard channels == 1 || channels == 2, frames >= 0 else {
      throw MediaError(
        .outOfLimits, "\(path) has \(channels) channels; voimo's own files have 1 or 2",
        operation: "sf_open")
    }
    samples = Int(frames)
    sampleRate = Int(rate)
    self.file = file
    self.channels = Int(channels)
  }

  /// Reads the samples of a range; parts of it before 0 or past the end are silence.
  ///
  /// Reading on from where the last call ended costs no seek.
  package mutating func read(_ range: Range<Int>) throws(MediaError) -> AudioBlock {
    var block = AudioBlock(
      start: range.lowerBound, left: Array(repeating: 0, count: range.count),
      right: Array(repeating: 0, count: range.count))
    let inside = range.clamped(to: 0..<samples)
    if inside.isEmpty { return block }
    if inside.lowerBound != position {
      guard unsafe sf_seek(file.raw, sf_count_t(inside.lowerBound), 0) == inside.lowerBound else {
        throw file.failure("sf_seek", .unreadable)
      }
    }
    let count = inside.count
    if interleaved.count < channels * count {
      interleaved = Array(repeating: 0, count: channels * count)
    }
    let got = unsafe interleaved.withUnsafeMutableBufferPointer {
      unsafe sf_readf_float(file.raw, $0.baseAddress, sf_count_t(count))
    }
    guard got == count else { throw file.failure("sf_readf_float", .unreadable) }
    position = inside.upperBound
    split(count, into: &block, at: inside.lowerBound - range.lowerBound)
    return block
  }

  /// Gives every block of a range in order, the last one shorter.
  package mutating func forEachBlock(
    of size: Int = 16_384, in range: Range<Int>? = nil, _ body: (AudioBlock) throws -> Void
  ) throws {
    precondition(size > 0)
    let range = range ?? 0..<samples
    var next = range.lowerBound
    while next < range.upperBound {
      let end = min(next + size, range.upperBound)
      try body(read(next..<end))
      next = end
    }
  }

  private func split(_ count: Int, into block: inout AudioBlock, at offset: Int) {
    let channels = channels
    unsafe interleaved.withUnsafeBufferPointer { both in
      unsafe block.left.withUnsafeMutableBufferPointer { left in
        unsafe block.right.withUnsafeMutableBufferPointer { right in
          for index in 0..<count {
            unsafe left[offset &+ index] = unsafe both[channels &* index]
            unsafe right[offset &+ index] = unsafe both[channels &* index &+ channels &- 1]
          }
        }
      }
    }
  }
}
