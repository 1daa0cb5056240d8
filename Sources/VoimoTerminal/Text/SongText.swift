import Foundation
import VoimoBase
package import VoimoKit
import VoimoSignal

/// Writes what there is to say about a song.
package struct SongText {
  private let facts: SongFacts
  private let style: Style
  private let width: Int?

  /// - Parameters:
  ///   - facts: What there is to say.
  ///   - style: Whether and how it is colored.
  ///   - width: The window's columns; nil where there is none.
  package init(facts: SongFacts, style: Style, width: Int? = nil) {
    self.facts = facts
    self.style = style
    self.width = width
  }

  /// The whole, a line an element.
  package var lines: [String] {
    let name = facts.title + (facts.artist.map { " by \($0)" } ?? "")
    return [
      style.paint(DiagnosticText.visible(name), .bold),
      style.paint(Sparkline.text(facts.outline, width: Sparkline.cells(in: width)), .cyan),
    ]
      + Columns.lines(rows.map { [style.paint($0.name, .dim), $0.text] }, width: width)
      + facts.doubts.map { style.paint("! ", .boldYellow) + $0 }
  }

  private var rows: [(name: String, text: String)] {
    var rows = [("length", "\(clock(facts.duration)) at \(facts.sampleRate) Hz")]
    rows.append(("tempo", tempo))
    if facts.metre.beats > 0 {
      rows.append(
        ("metre", "\(facts.metre.beats) beats a bar" + sure(facts.metre.confidence)))
    }
    if let key = facts.key { rows.append(("key", key.name + sure(key.confidence))) }
    rows.append(("voice", "in \(percent(facts.vocalShare)) of the song"))
    rows.append(("loudness", loudness))
    rows.append(("level", level))
    if let silence { rows.append(("silence", silence)) }
    return rows
  }

  private var tempo: String {
    guard facts.tempo.bpm > 0 else { return "no beat was heard" }
    let text = "\(tenths(facts.tempo.bpm)) beats a minute" + sure(facts.tempo.confidence)
    // A song that keeps its tempo has one point; more than a few are a drift, not changes to tell.
    guard (2...8).contains(facts.tempoMap.count) else { return text }
    let changes = facts.tempoMap.map { "\(tenths($0.bpm)) from \(clock($0.time))" }
    return text + "; " + changes.joined(separator: ", ")
  }

  private var loudness: String {
    guard let integrated = facts.loudness.integrated else { return "too quiet or short to tell" }
    let range = facts.loudness.range.map { ", range \(tenths($0)) LU" } ?? ""
    return "\(tenths(integrated)) LUFS\(range), true peak \(decibels(facts.loudness.truePeak)) dBTP"
  }

  private var level: String {
    let loudness = facts.loudness
    return "peak \(decibels(loudness.peak)) dBFS, mean \(decibels(loudness.rms)) dBFS"
  }

  /// Silence of half a second and more before and after the song.
  private var silence: String? {
    let parts = [
      ("before", facts.loudness.leadingSilence), ("after", facts.loudness.trailingSilence),
    ]
    .filter { $0.1.value >= 0.5 && !facts.loudness.isSilent }
    .map { "\(tenths($0.1.value)) s \($0.0) the song" }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private func sure(_ confidence: Double) -> String { " (\(percent(confidence)) sure)" }

  private func decibels(_ value: Double) -> String {
    guard value > 0 else { return "−∞" }
    return tenths(20 * log10(value))
  }

  private func tenths(_ value: Double) -> String {
    let rounded = (value * 10).rounded() / 10
    return (rounded < 0 ? "−" : "") + "\(abs(rounded))"
  }

  private func clock(_ time: Seconds) -> String { ClockText.place(time) }

  private func percent(_ part: Double) -> String { "\(Int((part * 100).rounded())) %" }
}
