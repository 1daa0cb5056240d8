import Foundation
import VoimoBase
import VoimoKit
import VoimoSignal

/// Writes what there is to say about a song.
struct SongText {
  var facts: SongFacts
  var style: Style

  var lines: [String] {
    let name = facts.title + (facts.artist.map { " by \($0)" } ?? "")
    return [
      style.paint(DiagnosticText.visible(name), .bold),
      style.paint(Sparkline.text(facts.outline, width: 60), .cyan),
    ]
      + Columns.lines(rows.map { [style.paint($0.name, .dim), $0.text] })
      + facts.doubts.map { style.paint("! ", .boldYellow) + $0 }
  }

  private var rows: [(name: String, text: String)] {
    var rows = [("length", "\(clock(facts.duration)) at \(facts.sampleRate) Hz")]
    if facts.tempo.bpm > 0 {
      let bpm = (facts.tempo.bpm * 10).rounded() / 10
      rows.append(("tempo", "\(bpm) beats a minute (\(percent(facts.tempo.confidence)) sure)"))
    } else {
      rows.append(("tempo", "no beat was heard"))
    }
    rows.append(("voice", "in \(percent(facts.vocalShare)) of the song"))
    rows.append(("level", level))
    return rows
  }

  private var level: String {
    let loudness = facts.loudness
    return "peak \(decibels(loudness.peak)) dBFS, mean \(decibels(loudness.rms)) dBFS"
  }

  private func decibels(_ value: Double) -> String {
    guard value > 0 else { return "−∞" }
    return tenths(20 * log10(value))
  }

  private func tenths(_ value: Double) -> String {
    let rounded = (value * 10).rounded() / 10
    return (rounded < 0 ? "−" : "") + "\(abs(rounded))"
  }

  private func clock(_ time: Seconds) -> String {
    Seconds((time.value * 100).rounded() / 100).clock
  }

  private func percent(_ part: Double) -> String { "\(Int((part * 100).rounded())) %" }
}
