import Foundation
import Glibc
import VoimoBase
import VoimoSignal

/// A child that decodes one file, as its parent sees it: messages from a process that is not
/// trusted.
///
/// Everything it says is checked; when it crashes, hangs or talks nonsense, that is a `MediaError`.
/// The child is ended and waited for when this object goes. Not thread-safe.
final class DecodeChild {
  private let process: ChildProcess
  private let request: DecodeRequest
  /// The file's own name, for sentences.
  private let name: String
  private let patience: Seconds
  /// Samples so far and their rate, to say how far it came.
  private var progress: (samples: Int, rate: Int) = (0, 1)

  /// How long to wait before `tick` is called again, in milliseconds.
  private static let beat: Int32 = 250

  /// Starts a child.
  ///
  /// - Parameters:
  ///   - executable: The program.
  ///   - request: What to do.
  ///   - name: The file's own name, for sentences.
  ///   - patience: How long a message may take before the child counts as hung.
  /// - Throws: `MediaError` where the system cannot start one.
  init(
    executable: String, request: DecodeRequest, name: String, patience: Seconds
  ) throws(MediaError) {
    process = try ChildProcess(
      executable: executable, arguments: ["voimo", DecodeWorker.argument] + request.arguments)
    self.request = request
    self.name = name
    self.patience = patience
  }

  /// Waits for what the file is.
  func file() throws -> AudioFile {
    guard case .json(.file, let content) = try next({}),
      var file = try? JSONDecoder().decode(AudioFile.self, from: content)
    else { throw nonsense }
    // What is asked of it is known here; only what was found out is taken from the child.
    file.path = request.path
    file.name = name
    let index = file.streams.firstIndex(of: file.chosen)
    guard let index, request.stream == nil || request.stream == index,
      file.streams.count <= AudioFile.mostStreams,
      AudioFile.sampleRates.contains(file.sampleRate),
      (0...AudioFile.longest.value).contains(file.duration?.value ?? 0)
    else { throw nonsense }
    try AudioFile.checkLimits(file.chosen, name: name)
    progress.rate = file.sampleRate
    return file
  }

  /// Gives the samples block by block, to the end.
  func blocks(
    of file: AudioFile, tick: () throws -> Void, body: (AudioBlock) throws -> Void
  ) throws -> DecodeSummary {
    while true {
      switch try next(tick) {
      case .block(let block):
        progress.samples += block.count
        guard progress.samples <= AudioFile.mostSamples(at: file.sampleRate) else { throw nonsense }
        try body(block)
      case .json(.summary, let content):
        guard var summary = try? JSONDecoder().decode(DecodeSummary.self, from: content),
          summary.samples == progress.samples, summary.sampleRate == file.sampleRate
        else { throw nonsense }
        summary.warnings = summary.warnings.prefix(8).map(PlainText.line)
        summary.detail = summary.detail.map(PlainText.line)
        return summary
      case .json, .pixels: throw nonsense
      }
    }
  }

  /// Gives a picture: what it is, and all of its pixels.
  ///
  /// - Parameters:
  ///   - fitting: The most pixels of the result, as it was asked for.
  ///   - known: The size that its header says, where that could be read.
  ///   - tick: Is called several times a second; when it throws, reading ends.
  /// - Returns: the picture, of the size that follows from the whole one's.
  /// - Throws: `MediaError`, and what `tick` throws.
  func picture(
    fitting: Int?, known: (width: Int, height: Int)?, tick: () throws -> Void
  ) throws -> PictureFile {
    guard case .json(.picture, let content) = try next(tick),
      var facts = try? JSONDecoder().decode(PictureFacts.self, from: content),
      (1...PictureHeader.longestSide).contains(facts.width),
      (1...PictureHeader.longestSide).contains(facts.height),
      facts.width * facts.height <= PictureFile.mostPixels,
      known.map({ $0 == (facts.width, facts.height) }) ?? true
    else { throw nonsense }
    facts.notes = facts.notes.prefix(8).map(PlainText.line)
    // What size it then has is not for the child to say.
    let size = RGBPicture.size(of: facts.width, facts.height, withAtMost: fitting)
    var pixels: [UInt8] = []
    let count = 3 * size.width * size.height
    pixels.reserveCapacity(count)
    while pixels.count < count {
      guard case .pixels(let bytes) = try next(tick), pixels.count + bytes.count <= count else {
        throw nonsense
      }
      pixels += bytes
    }
    guard let picture = RGBPicture(width: size.width, height: size.height, pixels: pixels) else {
      throw nonsense
    }
    return PictureFile(picture: picture, facts: facts)
  }

  private enum Message {
    case block(AudioBlock)
    case pixels([UInt8])
    case json(DecodeMessage.Kind, Data)
  }

  /// Waits for the next message; an error that the child tells of is thrown.
  private func next(_ tick: () throws -> Void) throws -> Message {
    try tick()
    var waited = 0
    var head = [UInt8](repeating: 0, count: DecodeMessage.headerSize)
    try unsafe head.withUnsafeMutableBytes { try unsafe fill($0, &waited, tick) }
    guard let (kind, size) = DecodeMessage.header(head) else { throw nonsense }
    if kind == .block {
      guard size > 0, size % 8 == 0 else { throw nonsense }
      let left = try samples(size / 8, &waited, tick)
      let right = try samples(size / 8, &waited, tick)
      guard AudioDecoding.isSound(left), AudioDecoding.isSound(right) else { throw nonsense }
      return .block(AudioBlock(start: progress.samples, left: left, right: right))
    }
    if kind == .pixels {
      guard size > 0 else { throw nonsense }
      return .pixels(
        try unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, used in
          try unsafe fill(UnsafeMutableRawBufferPointer(buffer), &waited, tick)
          used = size
        })
    }
    var content = Data(count: size)
    try unsafe content.withUnsafeMutableBytes { try unsafe fill($0, &waited, tick) }
    guard kind == .failure else { return .json(kind, content) }
    guard let failure = try? JSONDecoder().decode(DecodeFailure.self, from: content) else {
      throw nonsense
    }
    throw failure.error
  }

  private func samples(
    _ count: Int, _ waited: inout Int, _ tick: () throws -> Void
  ) throws -> [Float] {
    try unsafe [Float](unsafeUninitializedCapacity: count) { buffer, used in
      try unsafe fill(UnsafeMutableRawBufferPointer(buffer), &waited, tick)
      used = count
    }
  }

  /// Reads until a buffer is full; `waited` counts the milliseconds in which nothing came.
  private func fill(
    _ buffer: UnsafeMutableRawBufferPointer, _ waited: inout Int, _ tick: () throws -> Void
  ) throws {
    var done = 0
    while done < buffer.count {
      let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
      switch unsafe process.read(into: rest, wait: Self.beat) {
      case .bytes(let count): done += count
      case .nothing:
        waited += Int(Self.beat)
        try tick()
        if Double(waited) >= 1000 * patience.value { throw hung }
      case .end: throw ended
      }
    }
  }

  /// ` at 1:02.5`, where it came anywhere.
  private var place: String {
    guard progress.samples > 0 else { return "" }
    let time = Double(progress.samples) / Double(progress.rate)
    return " at \(Seconds((time * 10).rounded() / 10).clock)"
  }

  private var nonsense: MediaError {
    failure("it confuses the decoder", "a message that makes no sense")
  }

  private var hung: MediaError {
    failure("the decoder hangs", "nothing for \(patience.value) s")
  }

  /// The child ended before it was done: says why.
  private var ended: MediaError {
    switch process.end(grace: 2000) {
    case .signal(SIGXCPU): failure("it takes too long to decode", "signal \(SIGXCPU)")
    case .signal(let signal): failure("the decoder crashed", "signal \(signal)")
    case .exit(let status): failure("the decoder gave up", "exit status \(status)")
    }
  }

  private func failure(_ what: String, _ detail: String) -> MediaError {
    MediaError(
      .damaged, "\(name) cannot be decoded: \(what)\(place)", operation: "decode in a child",
      detail: detail)
  }
}
