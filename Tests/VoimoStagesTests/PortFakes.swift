import Synchronization
import VoimoBase
import VoimoMedia
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
  var identity = BackendIdentity(name: "fake listener", version: 1)
  var features = FakeSong.features()
  let asked = Asked<String>()

  func listen(
    to song: String, progress: (_ heard: Int, _ total: Int) throws -> Void
  ) async throws -> SongFeatures {
    asked.add(song)
    try progress(8, 16)
    try progress(16, 16)
    return features
  }
}

/// Finds what it was told to find.
struct FakeFinder: SectionFinder {
  var identity = BackendIdentity(name: "fake finder", version: 1)
  var found = FakeSong.sections
  let asked = Asked<[RepeatedLines]>()

  func sections(
    of features: SongFeatures, repeats: [RepeatedLines]
  ) async throws -> [TimedSection<String>] {
    asked.add(repeats)
    return found
  }
}

/// Says that it wrote stems; what is in them is a name.
struct FakeSeparator: StemSeparator {
  var identity = BackendIdentity(name: "fake separator", version: 1)
  var facts = StemFacts(sampleRate: 8_000, samples: 128_000, isMono: false, vocalShare: 0.25)
  let asked = Asked<String>()

  func separate(
    song: String, signals: Signals, vocals: String, accompaniment: String,
    progress: (_ done: Int, _ total: Int) throws -> Void
  ) async throws -> StemFacts {
    asked.add(song)
    try StepBench.write("voice", to: vocals)
    try StepBench.write("the rest", to: accompaniment)
    try progress(16, 16)
    return facts
  }
}

/// Writes its request as a prompt.
struct FakeWriter: PromptWriter {
  var identity = BackendIdentity(name: "fake writer", version: 1)
  let asked = Asked<PromptRequest>()

  func write(_ request: PromptRequest) async throws -> WrittenPrompt {
    asked.add(request)
    return WrittenPrompt(text: "\(request.theme) of a \(request.label)", images: request.lyrics)
  }
}

/// Paints a gray that its scene says, brighter by what the song does.
struct FakeRenderer: ShotRenderer {
  var identity = BackendIdentity(name: "fake renderer", version: 1)
  let keyframes = Asked<KeyframeRequest>()
  let shots = Asked<FramesRequest>()
  let moments = Asked<FrameMoment>()

  func keyframe(_ request: KeyframeRequest) async throws -> Keyframe {
    keyframes.add(request)
    return Keyframe(
      scene: Array("scene of \(request.own)".utf8),
      picture: RGBPicture(width: request.width, height: request.height, red: 200, green: 100),
      reading: reading(of: request))
  }

  func reading(of request: KeyframeRequest) -> PictureReading {
    PictureReading(summary: request.prompt)
  }

  func frames(of request: FramesRequest) throws -> any FrameSource {
    shots.add(request)
    return Frames(moments: moments)
  }

  struct Frames: FrameSource {
    let moments: Asked<FrameMoment>

    mutating func paint(_ moment: FrameMoment, into target: PlanarTarget) throws {
      moments.add(moment)
      let level = 60 + UInt8(moment.signals.kick * 100)
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
