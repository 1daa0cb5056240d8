import Synchronization
import VoimoBase
import VoimoLyrics
import VoimoMedia
import VoimoProject
import VoimoSignal
import VoimoStages

/// What fakes were asked, in order.
final class Asked<Request: Sendable>: Sendable {
  private let all = Mutex<[Request]>([])

  func add(_ request: Request) { all.withLock { $0.append(request) } }
  var requests: [Request] { all.withLock { $0 } }
}

/// Hears what it was told to hear.
struct FakeListener: SongListener {
  var identity = BackendIdentity(type: "fake listener", behaviour: 1)
  var features = FakeSong.features()
  let asked = Asked<String>()

  func listen(to song: String, _ work: Work) async throws -> SongFeatures {
    asked.add(song)
    work.progress(8, of: 16, unit: "seconds of sound")
    work.progress(16, of: 16, unit: "seconds of sound")
    return features
  }
}

/// Finds what it was told to find.
struct FakeFinder: SectionFinder {
  var identity = BackendIdentity(type: "fake finder", behaviour: 1)
  var found = FakeSong.sections
  let asked = Asked<[RepeatedLines]>()

  func sections(
    of features: SongFeatures, repeats: [RepeatedLines], _ work: Work
  ) async throws -> [TimedSection<String>] {
    asked.add(repeats)
    return found
  }
}

/// Gives stems that are the song at other levels, each as loud as it is told to be.
struct FakeSeparator: StemSeparator {
  var identity = BackendIdentity(type: "fake separator", behaviour: 1)
  var levels: [StemName: Float] = [.vocals: 0.5, .accompaniment: 0.5]
  /// How many samples the stems are longer than the song.
  var excess = 0
  let asked = Asked<String>()

  var stems: [StemName] { Array(levels.keys) }

  func separate(_ song: String, _ work: Work) async throws -> [StemName: String] {
    asked.add(song)
    var reader = try SoundReader(path: song)
    let sound = try reader.read(0..<reader.samples + excess)
    var paths: [StemName: String] = [:]
    for (stem, level) in levels {
      let path = work.path(stem.rawValue)
      var writer = try SoundWriter(path: path, sampleRate: reader.sampleRate)
      try writer.write(left: sound.left.map { $0 * level }, right: sound.right.map { $0 * level })
      _ = try writer.finish()
      paths[stem] = path
    }
    return paths
  }
}

/// Lays all words at the song's start.
struct FakeAligner: LyricAligner {
  var identity = BackendIdentity(type: "fake aligner", behaviour: 1)

  func align(
    _ stanzas: [Stanza], name: String, to hearing: SongHearing, _ work: Work
  ) async throws -> AlignedLyrics {
    Alignment.align(stanzas, name: name, to: hearing)
  }
}

/// Gives every line a second of the song, and what it was asked as a warning.
struct FakeSongAligner: SongAligner {
  var identity = BackendIdentity(type: "fake by sound", behaviour: 1)

  func align(
    _ stanzas: [Stanza], name: String, language: String?, to song: String, _ work: Work
  ) async throws -> AlignedLyrics {
    let lines = stanzas.flatMap(\.lines).enumerated().map { index, line in
      LyricLine(
        text: line.text, start: Seconds(Double(index)), end: Seconds(Double(index) + 1))
    }
    let file = song.split(separator: "/").last.map(String.init) ?? ""
    let said = Diagnostic.Message(id: "asked", text: "\(language ?? "none") \(file)")
    return AlignedLyrics(
      lyrics: Lyrics(lines: lines), warnings: [Diagnostic(.warning, said, file: name)])
  }
}

/// Hears two words a second in every piece it is given.
struct FakeTranscriber: Transcriber {
  var identity = BackendIdentity(type: "fake transcriber", behaviour: 1)
  var hears: HeardSound = .mix
  var asked = Asked<[Range<Seconds>]>()
  /// Added to all times.
  var shift: Seconds = 0

  private var words: [String] {
    "Lanterns over water shine and nobody knows whose light they carry home tonight".split(
      separator: " "
    ).map(String.init)
  }

  func transcribe(
    _ sound: String, language: String?, in pieces: [Range<Seconds>], _ work: Work
  ) async throws -> Transcript {
    asked.add(pieces)
    let segments = pieces.map { piece in
      let count = Int((piece.upperBound - piece.lowerBound).value * 2)
      let spoken = (0..<count).map { index in
        let start = piece.lowerBound + shift + Seconds(Double(index) / 2)
        return Transcript.Word(
          text: " \(words[index % words.count])", start: start,
          end: start + 0.4, probability: 0.9)
      }
      return Transcript.Segment(
        text: spoken.map(\.text).joined(), start: piece.lowerBound + shift,
        end: piece.upperBound + shift, noSpeech: 0.1, logProbability: -0.2, compression: 1.2,
        words: spoken)
    }
    return Transcript(language: language ?? "en", languageProbability: 0.9, segments: segments)
  }
}

/// Writes its request as a prompt.
struct FakeWriter: PromptWriter {
  var identity = BackendIdentity(type: "fake writer", behaviour: 1)
  let asked = Asked<PromptRequest>()

  func write(_ request: PromptRequest, _ work: Work) async throws -> WrittenPrompt {
    asked.add(request)
    return WrittenPrompt(text: "\(request.theme) of a \(request.label)", images: request.lyrics)
  }
}

/// Makes a picture that tells left from right, with a companion that tells its prompt.
struct FakeGenerator: ImageGenerator {
  var identity = BackendIdentity(type: "fake generator", behaviour: 1)
  var readsParts = true
  var isCostly = false
  var gives: Set<KeyframePart> = [.companion]
  /// Multiples of this many pixels; nil for any size.
  var step: Int?
  /// Does what it is told in place of making the picture.
  var misbehaves: (@Sendable (ImageRequest, Work) async throws -> GeneratedImage)?
  let asked = Asked<ImageRequest>()

  func size(for film: PictureSize) -> PictureSize {
    guard let step else { return film }
    return PictureSize(width: film.width / step * step, height: film.height / step * step)
  }

  func image(_ request: ImageRequest, _ work: Work) async throws -> GeneratedImage {
    asked.add(request)
    if let misbehaves { return try await misbehaves(request, work) }
    var image = GeneratedImage(
      file: try Self.picture(request.size, work), reading: reading(of: request))
    if gives.contains(.companion) {
      image.companion = Array("scene of \(request.parts?.own ?? request.prompt)".utf8)
    }
    if gives.contains(.depth) { image.depth = Array("depth".utf8) }
    return image
  }

  func reading(of request: ImageRequest) -> PictureReading? {
    PictureReading(summary: request.prompt)
  }

  /// A picture that is dark at the left and light at the right, as PNG.
  static func picture(_ size: PictureSize, _ work: Work, name: String = "made.png") throws
    -> String
  {
    try StepBench.write(PNGFile.encode(ramp(size)), to: work.path(name))
    return work.path(name)
  }

  static func ramp(_ size: PictureSize) -> RGBPicture {
    var picture = RGBPicture(width: size.width, height: size.height)
    for index in picture.pixels.indices {
      picture.pixels[index] = UInt8(40 + 180 * (index / 3 % size.width) / size.width)
    }
    return picture
  }
}

/// Reads no depth, and says of what.
struct FakeDepthReader: DepthReader {
  var identity = BackendIdentity(type: "fake depth reader", behaviour: 1)
  let asked = Asked<String>()

  func depth(of picture: String, _ work: Work) async throws -> [UInt8] {
    asked.add(picture)
    return Array("depth".utf8)
  }
}

/// Gives a picture of the size asked for, or of another.
struct FakeEditor: ImageEditor {
  var identity = BackendIdentity(type: "fake editor", behaviour: 1)
  var excess = 0

  func edited(_ picture: String, to size: PictureSize, _ work: Work) async throws -> String {
    try FakeGenerator.picture(
      PictureSize(width: size.width + excess, height: size.height), work, name: "edited.png")
  }
}

/// Draws a gray, brighter by what the song does.
struct FakeDrawer: FrameDrawer {
  var identity = BackendIdentity(type: "fake drawer", behaviour: 1)
  var reads: [KeyframePart] = [.companion]
  var manner: [String: Double] = [:]
  let shots = Asked<ShotRequest>()
  let moments = Asked<FrameMoment>()

  func manner(for words: ShotWords) -> [String: Double] { manner }

  func drawing(of request: ShotRequest) throws -> any FrameDrawing {
    shots.add(request)
    return Frames(moments: moments)
  }

  struct Frames: FrameDrawing {
    let moments: Asked<FrameMoment>

    mutating func draw(_ moment: FrameMoment, into target: PlanarTarget) throws {
      moments.add(moment)
      FakeDrawer.fill(target, with: 60 + UInt8(moment.signals.kick * 100))
    }
  }

  /// Fills planes with a gray.
  static func fill(_ target: PlanarTarget, with level: UInt8) {
    for row in 0..<target.height {
      for column in 0..<target.width {
        unsafe target.y[row * target.lumaStride + column] = level
      }
    }
    for row in 0..<target.height / 2 {
      for column in 0..<target.width / 2 {
        unsafe target.cb[row * target.chromaStride + column] = 128
        unsafe target.cr[row * target.chromaStride + column] = 128
      }
    }
  }
}

/// Makes grays that grow lighter by ten from frame to frame, from the picture's own on.
struct FakeMaker: FrameMaker {
  var identity = BackendIdentity(type: "fake maker", behaviour: 1)
  var reads: [KeyframePart] = [.picture]
  var pieceLength: Seconds?
  /// How many frames too many, or too few, it makes.
  var excess = 0
  let asked = Asked<ShotRequest>()

  func frames(
    of request: ShotRequest, at moments: [FrameMoment], into writer: FrameWriter, _ work: Work
  ) async throws {
    asked.add(request)
    let first = Int(request.picture?.pixels.first ?? 0)
    for index in 0..<moments.count + excess {
      try work.checkCancellation()
      try writer.frame { FakeDrawer.fill($0, with: UInt8(min(235, first + 10 * (index + 1)))) }
    }
  }
}

extension SegmentStep {
  /// What its frames are drawn from.
  var drawn: ShotFrames.Drawn {
    get throws {
      guard case .drawn(let drawn) = frames else { throw StageError("the frames are kept") }
      return drawn
    }
  }
}

extension ShotFrames.Drawn {
  /// Drawn by a fake, answering the beat.
  static func fake(
    of shot: Shot, drawer: FakeDrawer = FakeDrawer(), beat: Double = 1
  ) -> ShotFrames.Drawn {
    var motion = MotionRates()
    motion.beat = beat
    let id = Keyframe.id(of: shot)
    return ShotFrames.Drawn(
      drawer: drawer,
      keyframe: Dictionary(
        uniqueKeysWithValues: drawer.reads.map { ($0, Keyframe.output($0, of: id)) }),
      motion: motion, manner: drawer.manner, seed: 7)
  }
}

extension Backends {
  /// Fakes behind every port.
  static func fake(
    images: FakeGenerator = FakeGenerator(), ownAnimator: ShotAnimator? = .drawn(FakeDrawer())
  ) -> Backends {
    Backends(
      listener: FakeListener(), sections: FakeFinder(), stems: FakeSeparator(),
      aligner: .hearing(FakeAligner()), prompts: FakeWriter(), images: images,
      depth: FakeDepthReader(),
      resizer: FakeEditor(), ownAnimator: ownAnimator,
      camera: .drawn(FakeDrawer(reads: [.picture, .depth])))
  }
}

/// A song of sixteen seconds at 120 beats a minute: what was heard in it, without its sound.
enum FakeSong {
  static let duration: Seconds = 16

  /// 25 frames a second, where a test needs another rate than the film's.
  static let otherRate = FrameRate(25) ?? .film

  static let typeface = Typeface(
    fonts: [FontFile(path: "/fonts/a.ttf", face: 0, hash: ContentHash(hashing: "a"))],
    bold: FontFile(path: "/fonts/b.ttf", face: 0, hash: ContentHash(hashing: "b")))

  /// The third face of a file of several.
  static let collection = FontFile(path: "/c.ttc", face: 2, hash: ContentHash(hashing: "c"))

  /// Verse and chorus.
  static let sections = [
    TimedSection(name: "verse", start: 0, end: 8, confidence: 0.75),
    TimedSection(name: "chorus", start: 8, end: 16, confidence: 0.5),
  ]

  static let structure = SongStructure(numbering: sections)

  static let level = Loudness(peak: 0.9, rms: 0.1, isSilent: false, clippedShare: 0, offset: 0)

  /// A kick in the first half, somebody who sings in the second.
  static func features(loudness: Loudness = level) -> SongFeatures {
    let count = Int(duration.value) * Signals.rate
    let half = count / 2
    return SongFeatures(
      duration: duration,
      signals: Signals([
        .kick: (0..<count).map { $0 < half ? 1 : 0 },
        .onset: (0..<count).map { Float($0) / Float(count) },
        .vocal: (0..<count).map { $0 < half ? 0 : 1 },
        .rms: Array(repeating: 0.5, count: count),
      ]),
      chroma: FeatureRows(width: 12, rate: 10), timbre: FeatureRows(width: 13, rate: 10),
      tempo: Tempo(bpm: 120, confidence: 0.9), tempoMap: [TempoPoint(time: 0, bpm: 120)],
      beats: (0..<32).map { Beat(time: Seconds(Double($0) / 2), confidence: 0.8) },
      bars: (0..<8).map { Bar(start: Seconds(Double($0) * 2), beats: 4, confidence: 0.7) },
      metre: Metre(beats: 4, confidence: 0.6), key: nil, chords: [], loudness: loudness)
  }

  static let beats = SongBeats(of: features())
}
