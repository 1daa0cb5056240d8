import CLibAV
import VoimoBase

/// What decoding a whole song came to.
package struct DecodeSummary: Hashable, Sendable, Codable {
  /// Samples in each channel.
  package var samples: Int
  /// In Hz.
  package var sampleRate: Int
  /// Sentences for people: damage, an early end.
  package var warnings: [String]
  /// The last thing libav complained about; for the log.
  package var detail: String?
}

extension AudioFile {
  /// Decodes the song from its first sample to its last, in blocks.
  ///
  /// Sample 0 is song time 0: priming and padding that the file signals are gone. Where a film's
  /// sound starts after its picture, silence stands in front, so that both agree. A file that
  /// breaks off or is garbled gives what is readable and a warning. Where the rate changes on the
  /// way (chained Ogg), the rest is resampled to the first rate.
  ///
  /// - Parameter body: takes each block in order; when it throws, decoding ends and all is freed.
  /// - Returns: the exact length, and what was wrong on the way.
  /// - Throws: `MediaError`, and what `body` throws.
  /// - Complexity: O(*n*) time, constant memory.
  package func decode(_ body: (AudioBlock) throws -> Void) throws -> DecodeSummary {
    let input = try InputFile(path: path, name: name)
    guard chosen.index < input.streamCount, input.kind(chosen.index) == AVMEDIA_TYPE_AUDIO else {
      throw MediaError(
        .mismatch, "\(name) has changed since it was looked at", operation: "decode")
    }
    return try AudioDecoding(file: self, input: input).run(body)
  }
}

/// One pass over a song's packets.
@safe final class AudioDecoding {
  /// In Hz; that of the first decoded frame, 0 before it.
  private(set) var sampleRate = 0

  private let file: AudioFile
  private let input: InputFile
  private let decoder: Decoder
  private let blockSize: Int
  private var converter: StereoConverter?
  /// Samples given out, without those in `block`.
  private var given = 0
  private var block: AudioBlock
  private var damage = DamageLog()
  /// When the stream's first packet is heard, in seconds of the container's clock.
  private var firstPacket: Double?

  init(file: AudioFile, input: InputFile, blockSize: Int = 16_384) throws(MediaError) {
    self.file = file
    self.input = input
    self.blockSize = blockSize
    input.readOnly(file.chosen.index)
    decoder = try unsafe Decoder(stream: input.stream(file.chosen.index), name: file.name)
    block = AudioBlock(start: 0, left: [], right: [])
    block.left.reserveCapacity(blockSize)
    block.right.reserveCapacity(blockSize)
  }

  /// Decodes to the end.
  func run(_ body: (AudioBlock) throws -> Void) throws -> DecodeSummary {
    LibAVLog.begin()
    let packet = try MediaPacket()
    let frame = try MediaFrame()
    while true {
      packet.clear()
      let status = unsafe av_read_frame(input.raw, packet.raw)
      if status == voimo_error_eof { break }
      if status < 0 {
        note(status)
        break
      }
      guard unsafe Int(packet.raw.pointee.stream_index) == file.chosen.index else { continue }
      if isCorrupt(packet) { note(voimo_error_invalid_data) }
      trim(packet)
      if firstPacket == nil { firstPacket = seconds(unsafe packet.raw.pointee.pts) }
      let sent = decoder.send(packet)
      if sent < 0 { note(sent) }
      try drain(frame, body)
    }
    _ = decoder.send(nil)
    try drain(frame, body)
    try unsafe converter?.convert(nil) { try unsafe append($0, $1, $2, body) }
    try handOver(body)
    damage.collect()
    return DecodeSummary(
      samples: given, sampleRate: sampleRate, warnings: warnings, detail: damage.lastLine)
  }

  /// Whether the container knows that a packet is not whole; of plain PCM any part will do.
  private func isCorrupt(_ packet: MediaPacket) -> Bool {
    let flags = unsafe packet.raw.pointee.flags
    return flags & AV_PKT_FLAG_CORRUPT != 0 && !file.chosen.codec.hasPrefix("pcm_")
  }

  /// Takes a part of a sample off a packet of plain PCM: what is left over when a recording was
  /// stopped in the middle of one.
  private func trim(_ packet: MediaPacket) {
    guard file.chosen.codec.hasPrefix("pcm_") else { return }
    let whole = unsafe input.stream(file.chosen.index).pointee.codecpar.pointee.block_align
    if whole > 0 { unsafe packet.raw.pointee.size -= packet.raw.pointee.size % whole }
  }

  private func drain(_ frame: MediaFrame, _ body: (AudioBlock) throws -> Void) throws {
    while true {
      let status = decoder.receive(frame)
      if status == voimo_error_again || status == voimo_error_eof { return }
      if status < 0 {
        note(status)
        return
      }
      try take(frame, body)
    }
  }

  private func take(_ frame: MediaFrame, _ body: (AudioBlock) throws -> Void) throws {
    let source = StereoConverter.Source(frame)
    let errors = unsafe frame.raw.pointee.decode_error_flags
    if errors != 0 { note(voimo_error_invalid_data) }
    guard unsafe frame.raw.pointee.nb_samples > 0 else { return }
    if converter?.source != source {
      var stream = file.chosen
      stream.sampleRate = Int(source.sampleRate)
      stream.channels = Int(source.channels)
      try AudioFile.checkLimits(stream, name: file.name)
      if sampleRate == 0 {
        sampleRate = stream.sampleRate
        try append(silence: lead(before: frame), body)
      }
      try unsafe converter?.convert(nil) { try unsafe append($0, $1, $2, body) }
      converter = try StereoConverter(from: source, to: sampleRate)
    }
    try unsafe converter?.convert(frame) { try unsafe append($0, $1, $2, body) }
    guard given <= AudioFile.mostSamples(at: sampleRate) else {
      throw MediaError(
        .outOfLimits, "\(file.name) is longer than 24 hours", operation: "decode")
    }
  }

  /// Samples of silence that make the sound start when the file says, in front of a frame.
  ///
  /// Only where there is a time line to agree with: a picture, or a film container's edit list.
  private func lead(before frame: MediaFrame) -> Int {
    guard let (start, origin) = entry(of: frame) else { return 0 }
    let samples = ((start - origin) * Double(sampleRate)).rounded()
    // A start after the end is a broken time stamp, not a late entry.
    let most = (file.duration ?? 0).value + 600
    guard samples > 0, samples < most * Double(sampleRate) else { return 0 }
    return Int(samples)
  }

  /// When the sound starts, and what that is counted from; nil where the file has no time line.
  private func entry(of frame: MediaFrame) -> (start: Double, origin: Double)? {
    guard let heard = seconds(unsafe frame.raw.pointee.best_effort_timestamp) else { return nil }
    let picture = (0..<input.streamCount).filter { input.isFilm($0) }.compactMap { index in
      unsafe seconds(input.stream(index).pointee.start_time, of: index)
    }.min()
    guard input.formatName.hasPrefix("mov"), let boxes = MovieBoxes(path: file.path) else {
      return file.hasVideo ? picture.map { (heard, $0) } : nil
    }
    let id = unsafe input.stream(file.chosen.index).pointee.id
    if boxes.isFragmented {
      // A fragment's own time is that of the stream it was cut from; only a picture beside it says
      // where the sound enters.
      return file.hasVideo ? picture.map { (heard, $0) } : nil
    }
    if boxes.track(id)?.hasEdits == true { return (heard, 0) }
    // Without an edit list a track starts at 0, whatever a tag says of samples to be skipped: libav
    // takes those off and moves the first frame's stamp, but what is heard first is the start.
    return firstPacket.map { ($0, 0) }
  }

  /// A time stamp of a stream, the song's if none is named, in seconds; nil for none.
  private func seconds(_ stamp: Int64, of index: Int? = nil) -> Double? {
    let base = unsafe input.stream(index ?? file.chosen.index).pointee.time_base
    guard stamp != voimo_no_pts, base.den > 0 else { return nil }
    return Double(stamp) * Double(base.num) / Double(base.den)
  }

  private func append(silence count: Int, _ body: (AudioBlock) throws -> Void) throws {
    var rest = count
    while rest > 0 {
      let part = min(rest, blockSize - block.count)
      block.left.append(contentsOf: repeatElement(0, count: part))
      block.right.append(contentsOf: repeatElement(0, count: part))
      rest -= part
      if block.count == blockSize { try handOver(body) }
    }
  }

  private func append(
    _ left: UnsafePointer<Float>, _ right: UnsafePointer<Float>, _ count: Int,
    _ body: (AudioBlock) throws -> Void
  ) throws {
    var done = 0
    while done < count {
      let part = min(count - done, blockSize - block.count)
      unsafe block.left.append(contentsOf: UnsafeBufferPointer(start: left + done, count: part))
      unsafe block.right.append(contentsOf: UnsafeBufferPointer(start: right + done, count: part))
      done += part
      if block.count == blockSize { try handOver(body) }
    }
  }

  private func handOver(_ body: (AudioBlock) throws -> Void) throws {
    guard block.count > 0 else { return }
    let mended = (Self.mend(&block.left), Self.mend(&block.right))
    if mended.0 || mended.1 { damage.note(at: now, "NaN or infinite samples") }
    try body(block)
    given += block.count
    block.start = given
    block.left.removeAll(keepingCapacity: true)
    block.right.removeAll(keepingCapacity: true)
  }

  /// The most that a sample may be, 120 dB over full scale: what is louder is not sound.
  private static let loudest: Float = 1e6

  /// Whether all samples are numbers, and of a size that sound can have.
  static func isSound(_ samples: [Float]) -> Bool {
    let limit = Int32(bitPattern: loudest.bitPattern)
    // Without its sign, a float's bits grow with its size, and those of infinity and NaN are larger
    // still. One sign for all differences: no branch in the loop.
    var differences: Int32 = 0
    for sample in samples {
      differences |= limit &- Int32(bitPattern: sample.bitPattern & 0x7FFF_FFFF)
    }
    return differences >= 0
  }

  /// Silences NaN, infinite and absurd samples of float files; returns whether there were any.
  private static func mend(_ samples: inout [Float]) -> Bool {
    if isSound(samples) { return false }
    for index in samples.indices where !(abs(samples[index]) <= loudest) { samples[index] = 0 }
    return true
  }

  private func note(_ status: Int32) {
    damage.note(at: now, MediaError.text(ofStatus: status))
  }

  /// How far the song has come.
  private var now: Seconds {
    let rate = sampleRate > 0 ? sampleRate : file.sampleRate
    return Seconds(Double(given + block.count) / Double(rate))
  }

  private var warnings: [String] {
    guard sampleRate > 0 else { return damage.sentences(name: file.name, before: nil) }
    let length = Seconds(Double(given) / Double(sampleRate))
    // A length that libav guessed from the bit rate promises nothing.
    let isGuess =
      unsafe input.raw.pointee.duration_estimation_method == AVFMT_DURATION_FROM_BITRATE
    guard !isGuess, let promised = input.promise(ofStream: file.chosen.index),
      promised.value - length.value > 0.25
    else {
      return damage.sentences(name: file.name, before: nil)
    }
    // The last packet of a broken-off file is itself broken: one sentence for both.
    return damage.sentences(name: file.name, before: length - 0.5) + [
      "\(file.name) breaks off at \(rounded(length)); its header promises \(rounded(promised))"
    ]
  }

  private func rounded(_ time: Seconds) -> String {
    Seconds((time.value * 10).rounded() / 10).clock
  }
}

/// Where a file could not be decoded.
struct DamageLog {
  private var places: [Seconds] = []
  private(set) var lastLine: String?

  /// Notes that something at this time of the song was unreadable.
  mutating func note(at time: Seconds, _ reason: String) {
    lastLine = reason
    collect()
    // One burst of errors is one place.
    if let last = places.last, (time - last).value < 2 { return }
    if places.count < 1000 { places.append(time) }
  }

  /// Keeps the last line that libav has said so far.
  mutating func collect() {
    if let line = LibAVLog.take().last { lastLine = line }
  }

  /// What to tell people about places before a time, nil for all; empty when nothing was wrong.
  func sentences(name: String, before end: Seconds?) -> [String] {
    let places = places.filter { place in end.map { place < $0 } ?? true }
    guard let first = places.first else { return [] }
    let more = places.count > 1 ? " and at \(places.count - 1) more places" : ""
    let time = Seconds((first.value * 10).rounded() / 10).clock
    return [
      "\(name) is damaged near \(time)\(more); what cannot be read there is left out, "
        + "so what follows may come early"
    ]
  }
}
