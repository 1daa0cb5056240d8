/// voimo's own file of encoded packets: a shot's H.264 or the film's AAC, ready to be copied into a
/// film.
///
/// Nothing but what the muxer needs, read in one pass, the same bytes every time; no player opens
/// it. All numbers are little-endian:
///
///     "voimopk1"
///     head      kind, width, height, rate numerator and denominator, delay, priming, bit rate: u32
///               bytes of codec header: u32, and these bytes
///     packet    bytes: u32 (not 0), flags: u32, presentation, decoding, duration: i64, the bytes
///     end       0: u32, packets: i64, length in frames or samples: i64
package enum PacketFile {
  static let magic = Array("voimopk1".utf8)
  /// A packet larger than this is a broken file.
  static let mostPacketBytes = 1 << 28
  /// Codec headers are a few dozen bytes.
  static let mostHeaderBytes = 1 << 16

  /// What the packets hold.
  enum Kind: UInt32, Sendable {
    case h264 = 1
    case aac = 2
  }

  /// What must be known of all packets together.
  struct Head: Equatable, Sendable {
    var kind: Kind
    /// In pixels; 0 for sound.
    var width = 0
    /// In pixels; 0 for sound.
    var height = 0
    /// Ticks a second, over `rateDenominator`: frames or samples.
    var rateNumerator: Int
    var rateDenominator = 1
    /// Frames by which decoding runs ahead of showing, at most.
    var delay = 0
    /// Samples at the start that are there only to prime the decoder.
    var priming = 0
    /// Bits a second that were asked for; 0 for a constant quality.
    var bitRate = 0
    /// The codec's own header: SPS and PPS, or AudioSpecificConfig.
    var codecHeader: [UInt8]
  }

  /// What is known of one packet besides its bytes; times in ticks of the head's rate.
  struct Stamp: Equatable, Sendable {
    var presentation: Int
    var decoding: Int
    var duration: Int
    var isKey: Bool
  }

  /// The end record.
  struct End: Equatable, Sendable {
    var packets: Int
    /// In frames or samples.
    var length: Int
  }
}
