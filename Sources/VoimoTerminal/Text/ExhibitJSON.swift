import VoimoBase
import VoimoKit
import VoimoLyrics
import VoimoSignal
import VoimoStages

/// The JSON of `show`: times in song seconds.
extension Exhibit: Encodable {
  private struct SectionRecord: Encodable {
    var label: String
    var ordinal: Int
    var start: Double
    var end: Double
    var confidence: Double
  }

  private struct Sections: Encodable { var sections: [SectionRecord] }

  private struct Beats: Encodable {
    var bpm: Double
    var beats: [Double]
    var downbeats: [Double]
    var confidence: Double
  }

  /// The film's shots; times are the song's, frames are counted from the film's first.
  private struct Shots: Encodable {
    struct Record: Encodable {
      var shot: String
      var start: Double
      var end: Double
      var firstFrame: Int
      var frames: Int
    }

    var fps: String
    var frames: Int
    var shots: [Record]

    init(_ list: ShotList) {
      let rate = list.frameRate
      fps = rate.description
      frames = list.frameCount
      shots = list.shots.map { shot in
        Record(
          shot: shot.name, start: rate.time(ofFrame: shot.visibleStart).value,
          end: rate.time(ofFrame: shot.visibleEnd).value,
          firstFrame: shot.visibleStart - list.start, frames: shot.visibleCount)
      }
    }
  }

  private struct PromptRecord: Encodable {
    var step: String
    var prompts: [String]
    var negativePrompt: String
    var artist: String
    var theme: String
    var readings: [PictureReading]
  }

  private struct Song: Encodable {
    var title: String
    var artist: String?
    var duration: Double
    var sampleRate: Int
    var tempo: Tempo
    var tempoMap: [TempoPoint]
    var metre: Metre
    var key: SongKey?
    var chords: [ChordSpan]
    var loudness: Loudness
    var vocalShare: Double
    var doubts: [String]
  }

  /// Curves by name at `rate` values a second; chroma as rows of twelve pitch classes, as many.
  private struct Curves: Encodable {
    var rate: Int
    var signals: [String: [Double]]
    var chroma: [[Double]]?

    init(_ table: SignalTable) {
      rate = Signals.rate
      signals = Dictionary(
        table.curves.map { ($0.name, $0.values.map { Exhibit.rounded($0, 5) }) },
        uniquingKeysWith: { first, _ in first })
      chroma = table.chroma.map { chroma in
        (0..<chroma.count).map { chroma.row($0).map { Exhibit.rounded($0, 4) } }
      }
    }
  }

  private static func rounded(_ value: Float, _ digits: Int) -> Double {
    let scale = digits == 5 ? 100_000.0 : 10_000.0
    return (Double(value) * scale).rounded() / scale
  }

  private struct FileRecord: Encodable {
    var output: String
    var path: String
    var bytes: Int
  }

  package func encode(to encoder: any Encoder) throws {
    switch self {
    case .song(let facts):
      try Song(
        title: facts.title, artist: facts.artist, duration: facts.duration.value,
        sampleRate: facts.sampleRate, tempo: facts.tempo,
        tempoMap: facts.tempoMap, metre: facts.metre, key: facts.key, chords: facts.chords,
        loudness: facts.loudness,
        vocalShare: facts.vocalShare, doubts: facts.doubts
      ).encode(to: encoder)
    case .signals(let table): try Curves(table).encode(to: encoder)
    case .sections(let sections):
      try Sections(
        sections: sections.map {
          SectionRecord(
            label: $0.name.label, ordinal: $0.name.ordinal, start: $0.start.value,
            end: $0.end.value,
            confidence: $0.confidence)
        }
      ).encode(to: encoder)
    case .beats(let beats):
      try Beats(
        bpm: beats.bpm, beats: beats.beats, downbeats: beats.downbeats,
        confidence: beats.confidence
      ).encode(to: encoder)
    case .shots(let list): try Shots(list).encode(to: encoder)
    case .lyrics(let lyrics): try lyrics.encode(to: encoder)
    case .prompts(let prompts):
      try prompts.map {
        PromptRecord(
          step: $0.step.rawValue, prompts: $0.set.prompts, negativePrompt: $0.negativePrompt,
          artist: $0.artist, theme: $0.theme, readings: $0.readings)
      }.encode(to: encoder)
    case .files(let files):
      try files.map { FileRecord(output: $0.output, path: $0.path, bytes: $0.size) }
        .encode(to: encoder)
    }
  }
}
