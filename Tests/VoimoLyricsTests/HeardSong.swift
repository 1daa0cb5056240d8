import Foundation
import VoimoBase
import VoimoLyrics

/// What voimo heard in the mix of a song, as `voimo show signals|beats|sections --json` say it.
///
/// `VOIMO_HEARD` names a folder with a folder a song, in it `signals.json`, `beats.json` and
/// `sections.json`. The words' own module cannot listen to sound; so this is how it is measured
/// over a mix.
struct HeardSong: Sendable {
  let name: String
  let hearing: SongHearing

  private struct Signals: Decodable {
    struct Curves: Decodable { let vocal: [Float] }
    let signals: Curves
  }
  private struct Beats: Decodable {
    let beats: [Double]
    let downbeats: [Double]
  }
  private struct Sections: Decodable {
    struct Section: Decodable {
      let label: String
      let start: Double
      let end: Double
      let confidence: Double
    }
    let sections: [Section]
  }

  /// The song of a name; nil when nothing is there.
  init?(_ name: String) {
    guard let root = ProcessInfo.processInfo.environment["VOIMO_HEARD"] else { return nil }
    let folder = URL(fileURLWithPath: root).appendingPathComponent(name)
    func read<Value: Decodable>(_ file: String) -> Value? {
      (try? Data(contentsOf: folder.appendingPathComponent(file + ".json")))
        .flatMap { try? JSONDecoder().decode(Value.self, from: $0) }
    }
    guard let signals: Signals = read("signals"), let beats: Beats = read("beats"),
      let sections: Sections = read("sections")
    else { return nil }
    self.name = name
    hearing = SongHearing(
      activity: signals.signals.vocal,
      sections: sections.sections.map {
        TimedSection(
          name: $0.label, start: Seconds($0.start), end: Seconds($0.end), confidence: $0.confidence
        )
      },
      beats: beats.beats.map { Seconds($0) }, bars: beats.downbeats.map { Seconds($0) },
      duration: Seconds(Double(signals.signals.vocal.count) / 100))
  }
}
