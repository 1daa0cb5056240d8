import VoimoBase
import VoimoKit
import VoimoLyrics
import VoimoStages

/// Writes what was made as tables for people.
struct ExhibitText {
  var exhibit: Exhibit
  var style: Style

  var lines: [String] {
    switch exhibit {
    case .sections(let sections): return table(sections)
    case .beats(let beats): return summary(beats)
    case .shots(let list): return table(list)
    case .lyrics(let lyrics):
      return Columns.lines(
        lyrics.lines.map { line in
          [
            clock(line.start), clock(line.end), percent(line.confidence),
            DiagnosticText.visible(line.text),
          ]
        })
    case .prompts(let prompts):
      return prompts.flatMap { step, set -> [String] in
        [style.paint(step.rawValue, .bold)]
          + set.prompts.map { "  " + DiagnosticText.visible($0) }
          + (set.negativePrompt.isEmpty
            ? [] : ["  not: " + DiagnosticText.visible(set.negativePrompt)])
          + (set.artist.isEmpty ? [] : ["  like: " + DiagnosticText.visible(set.artist)])
      }
    case .files(let files):
      // What somebody would open: the picture or the film, not what the next step reads.
      let openable = files.filter { $0.output == "image" || $0.output == "film" }
      if let file = files.count == 1 ? files.first : openable.first, openable.count <= 1 {
        return [file.path]
      }
      return Columns.lines(files.map { [$0.output, ClockText.bytes($0.size), $0.path] })
    }
  }

  private func table(_ sections: [Section]) -> [String] {
    Columns.lines(
      [["section", "from", "to", "length", "sure"].map { style.paint($0, .dim) }]
        + sections.map { section in
          [
            section.id.description, clock(section.start), clock(section.end),
            clock(section.end - section.start), percent(section.confidence),
          ]
        })
  }

  private func table(_ list: ShotList) -> [String] {
    let rate = list.frameRate
    let rows = list.shots.map { shot in
      [
        shot.name, clock(rate.time(ofFrame: shot.visibleStart)),
        clock(rate.time(ofFrame: shot.visibleEnd)), "\(shot.visibleCount) frames",
      ]
    }
    return Columns.lines(
      [["shot", "from", "to", "length"].map { style.paint($0, .dim) }] + rows)
      + ["\(list.shots.count) shots, \(list.frameCount) frames at \(rate) a second"]
  }

  private func summary(_ beats: SongBeats) -> [String] {
    guard !beats.beats.isEmpty else { return ["no beats were heard"] }
    let tempo = Double(Int((beats.bpm * 10).rounded())) / 10
    return [
      "\(tempo) beats a minute (\(percent(beats.confidence)) sure)",
      "\(beats.beats.count) beats, \(beats.downbeats.count) bars, over \(beats.duration.clock)",
      "first beats at "
        + beats.beats.prefix(8).map { clock(Seconds($0)) }.joined(separator: ", "),
      "first bars at "
        + beats.downbeats.prefix(8).map { clock(Seconds($0)) }.joined(separator: ", "),
    ]
  }

  private func clock(_ time: Seconds) -> String {
    Seconds((time.value * 100).rounded() / 100).clock
  }

  private func percent(_ part: Double) -> String { "\(Int((part * 100).rounded())) %" }
}

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
  }

  private struct FileRecord: Encodable {
    var output: String
    var path: String
    var bytes: Int
  }

  package func encode(to encoder: any Encoder) throws {
    switch self {
    case .sections(let sections):
      try Sections(
        sections: sections.map {
          SectionRecord(
            label: $0.id.label, ordinal: $0.id.ordinal, start: $0.start.value, end: $0.end.value,
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
          step: $0.step.rawValue, prompts: $0.set.prompts, negativePrompt: $0.set.negativePrompt,
          artist: $0.set.artist, theme: $0.set.theme)
      }.encode(to: encoder)
    case .files(let files):
      try files.map { FileRecord(output: $0.output, path: $0.path, bytes: $0.size) }
        .encode(to: encoder)
    }
  }
}
