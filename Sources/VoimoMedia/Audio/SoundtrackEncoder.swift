import CLibAV

/// Encodes the film's sound as AAC-LC, sample by sample as it was cut.
///
/// The encoder's priming is written down, so that the muxer can hide it. Rates that AAC lacks are
/// resampled. Runs on the caller's thread; the same samples give the same bytes.
package struct SoundtrackEncoder: ~Copyable {
  /// How hard the encoder looks for the bits that are not heard.
  package enum Effort: String, Sendable, Codable, CaseIterable {
    /// Twice as fast; coarser above 6 kHz. For drafts.
    case quick
    /// libavcodec's best; some 25 times real time on one core.
    case thorough
  }

  private let encoder: AACEncoder
  private let writer: PacketFileWriter
  private let samples: Int
  private var taken = 0

  /// What the encoder's bytes depend on besides the samples, for keys.
  package static var encoderIdentity: String {
    let version = avcodec_version()
    return "aac lavc \(version >> 16).\(version >> 8 & 255).\(version & 255)"
  }

  /// Begins a soundtrack of exactly `samples` samples at a rate in Hz.
  package init(
    path: String, sampleRate: Int, samples: Int, bitRate: Int = 192_000,
    effort: Effort = .thorough
  ) throws(MediaError) {
    precondition(samples > 0, "a soundtrack has samples")
    let encoder = try AACEncoder(sampleRate: sampleRate, bitRate: bitRate, effort: effort)
    let writer = try PacketFileWriter(path: path, head: encoder.head)
    self.encoder = encoder
    self.writer = writer
    self.samples = samples
  }

  /// The rate that AAC is made at for a song's rate, in Hz: the same wherever AAC has it.
  package static func encodedRate(for sampleRate: Int) -> Int {
    let rates = [
      96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000,
    ]
    if rates.contains(sampleRate) { return sampleRate }
    if sampleRate > 48_000, sampleRate % 44_100 == 0 { return 44_100 }
    return rates.reversed().first { $0 >= min(sampleRate, 48_000) } ?? 48_000
  }

  /// Appends a block; its `start` is not looked at.
  package mutating func encode(_ block: AudioBlock) throws {
    precondition(taken + block.count <= samples, "\(taken + block.count) samples of \(samples)")
    taken += block.count
    try encoder.add(block) { try writer.write($0) }
  }

  /// Ends the soundtrack.
  ///
  /// - Throws: `MediaError` with code `.mismatch` when fewer samples came than announced.
  package consuming func finish() throws -> SoundtrackInfo {
    guard taken == samples else {
      throw MediaError(
        .mismatch, "a soundtrack of \(samples) samples was given \(taken)", operation: "finish")
    }
    try encoder.finish(after: samples) { try writer.write($0) }
    try writer.finish(length: encoder.encoded)
    return SoundtrackInfo(
      samples: encoder.encoded, sampleRate: encoder.head.rateNumerator,
      priming: encoder.head.priming)
  }
}

/// What came of a soundtrack.
package struct SoundtrackInfo: Hashable, Sendable, Codable {
  /// Samples in each channel, priming not counted.
  package var samples: Int
  /// In Hz, as encoded.
  package var sampleRate: Int
  /// Samples that the decoder gives before the first.
  package var priming: Int
}
