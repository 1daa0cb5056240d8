import CLibAV
import VoimoBase

/// An exact time: a count of ticks at a rate.
struct Rational: Comparable {
  var numerator: Int
  var denominator: Int

  init(_ numerator: Int, _ denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
  }

  var seconds: Double { Double(numerator) / Double(denominator) }

  static func < (a: Self, b: Self) -> Bool {
    // Two hours at 90 kHz times 10⁶ stay far below 2⁶³.
    a.numerator * b.denominator < b.numerator * a.denominator
  }

  static func == (a: Self, b: Self) -> Bool {
    a.numerator * b.denominator == b.numerator * a.denominator
  }
}

/// One track of the film in the making: gives its packets one by one.
class Track {
  let packet: MediaPacket
  /// The stamp of the packet at hand, in the track's own ticks.
  fileprivate(set) var stamp = PacketFile.Stamp(
    presentation: 0, decoding: 0, duration: 0, isKey: false)
  /// When the packet at hand is decoded; nil when the track has ended.
  fileprivate(set) var time: Rational?

  init() throws(MediaError) { packet = try MediaPacket() }

  /// Goes to the next packet.
  func advance() throws { preconditionFailure("every track has its own") }
}

/// The picture: segments one after the other, under one count of frames.
final class VideoSource: Track {
  let head: PacketFile.Head
  /// Frames in all segments.
  let frames: Int
  /// Packets given so far, the one at hand not counted.
  private(set) var written = 0

  private let segments: [Film.Segment]
  private var next = 0
  private var reader: PacketFileReader
  /// The film's frame on which the segment at hand begins.
  private var firstFrame = 0
  private var packetsOfSegment = 0
  private var packets = 0

  /// Opens the first segment.
  init(_ segments: [Film.Segment]) throws {
    guard let first = segments.first else {
      throw MediaError(.mismatch, "a film without a single shot cannot be made", operation: "mux")
    }
    self.segments = segments
    frames = segments.reduce(0) { $0 + $1.frames }
    reader = try PacketFileReader(path: first.path)
    head = reader.head
    next = 1
    try super.init()
    guard head.kind == .h264 else {
      throw MediaError(.mismatch, "\(first.path) holds sound, not a shot", operation: "mux")
    }
  }

  override func advance() throws {
    written = packets
    while true {
      if let own = try reader.next(into: packet) {
        stamp.presentation = firstFrame + own.presentation
        // A segment's own decoding times begin as early as its B-frames need, which differs: one
        // delay for all keeps the film's frames evenly spaced.
        stamp.decoding = packets - head.delay
        stamp.duration = 1
        stamp.isKey = own.isKey
        guard stamp.decoding <= stamp.presentation else {
          throw MediaError(
            .damaged, "\(segments[next - 1].path) decodes a frame after it is shown",
            operation: "mux", detail: "packet \(packets), frame \(stamp.presentation)")
        }
        time = Rational(stamp.decoding * head.rateDenominator, head.rateNumerator)
        packets += 1
        packetsOfSegment += 1
        return
      }
      try endSegment()
      guard next < segments.count else {
        time = nil
        return
      }
      try beginSegment()
    }
  }

  private func endSegment() throws {
    let segment = segments[next - 1]
    guard packetsOfSegment == segment.frames, reader.end?.packets == segment.frames,
      reader.end?.length == segment.frames
    else {
      throw MediaError(
        .mismatch,
        "\(segment.path) holds \(packetsOfSegment) frames, not \(segment.frames)",
        operation: "mux")
    }
  }

  private func beginSegment() throws {
    firstFrame += segments[next - 1].frames
    packetsOfSegment = 0
    reader = try PacketFileReader(path: segments[next].path)
    next += 1
    guard reader.head == head else {
      throw MediaError(
        .mismatch,
        "\(segments[next - 1].path) was encoded with other settings than \(segments[0].path)",
        operation: "mux", detail: difference(reader.head))
    }
  }

  private func difference(_ other: PacketFile.Head) -> String {
    if (other.width, other.height) != (head.width, head.height) {
      return "\(other.width)×\(other.height), not \(head.width)×\(head.height)"
    }
    if (other.rateNumerator, other.rateDenominator) != (head.rateNumerator, head.rateDenominator) {
      return "\(other.rateNumerator)/\(other.rateDenominator) frames a second, "
        + "not \(head.rateNumerator)/\(head.rateDenominator)"
    }
    return "SPS and PPS differ"
  }
}

/// The sound, packet by packet.
final class AudioSource: Track {
  let head: PacketFile.Head
  /// Samples that are to be heard, from the end record.
  let samples: Int
  private let reader: PacketFileReader

  /// Opens a soundtrack, and reads it through once for its length.
  init(_ path: String) throws {
    reader = try PacketFileReader(path: path)
    head = reader.head
    guard head.kind == .aac else {
      throw MediaError(.mismatch, "\(path) holds pictures, not sound", operation: "mux")
    }
    let whole = try PacketFileReader(path: path)
    let scratch = try MediaPacket()
    while try whole.next(into: scratch) != nil {}
    samples = whole.end?.length ?? 0
    try super.init()
  }

  override func advance() throws {
    guard let own = try reader.next(into: packet) else {
      time = nil
      return
    }
    stamp = own
    time = Rational(own.decoding, head.rateNumerator)
  }
}

/// Subtitles, one packet a text.
final class TextSource: Track {
  private let text: TimedText
  private var next = 0

  init(_ text: TimedText) throws(MediaError) {
    self.text = text
    try super.init()
  }

  override func advance() throws {
    guard next < text.samples.count else {
      time = nil
      return
    }
    let sample = text.samples[next]
    next += 1
    let bytes = sample.bytes
    try unsafe packet.fill(bytes.count, operation: "av_new_packet") { target in
      _ = unsafe target.update(fromContentsOf: bytes)
    }
    stamp = PacketFile.Stamp(
      presentation: sample.start, decoding: sample.start, duration: sample.end - sample.start,
      isKey: true)
    time = Rational(sample.start, TimedText.ticks)
  }
}
