import VoimoBase
package import VoimoKit
import VoimoLyrics
import VoimoStages

/// Writes what was made as tables for people.
package struct ExhibitText {
  private let exhibit: Exhibit
  private let style: Style
  /// Columns that a line may take; nil for as many as it needs.
  private let width: Int?

  /// - Parameters:
  ///   - exhibit: What was made.
  ///   - style: Whether and how it is colored.
  ///   - width: The window's columns; nil where there is none.
  package init(exhibit: Exhibit, style: Style, width: Int? = nil) {
    self.exhibit = exhibit
    self.style = style
    self.width = width
  }

  /// The whole, a line an element.
  package var lines: [String] {
    switch exhibit {
    case .song(let facts): return SongText(facts: facts, style: style, width: width).lines
    case .signals(let signals): return table(signals)
    case .sections(let sections): return table(sections)
    case .beats(let beats): return summary(beats)
    case .shots(let list): return table(list)
    case .lyrics(let lyrics):
      return table(lyrics)
    case .prompts(let prompts):
      return prompts.flatMap { lines(of: $0) }
    case .files(let files):
      let openable = files.filter(\.isOpened)
      if let file = files.count == 1 ? files.first : openable.first, openable.count <= 1 {
        return [file.path]
      }
      return Columns.lines(files.map { [$0.output, ClockText.bytes($0.size), $0.path] })
    }
  }

  /// A section's prompts, each with what is made of it.
  private func lines(of shown: ShownPrompts) -> [String] {
    var lines = [style.paint(shown.step.rawValue, .bold)]
    for (prompt, reading) in zip(shown.set.prompts, shown.readings) {
      lines.append("  " + DiagnosticText.visible(prompt))
      lines.append("  shows: " + DiagnosticText.visible(reading.summary))
      if let shortfall = reading.shortfall {
        lines.append("  " + style.paint(DiagnosticText.visible(shortfall), .yellow))
      }
    }
    if !shown.negativePrompt.isEmpty {
      lines.append("  not: " + DiagnosticText.visible(shown.negativePrompt))
    }
    if !shown.artist.isEmpty { lines.append("  style: " + DiagnosticText.visible(shown.artist)) }
    return lines
  }

  /// What to know about the paths that `lines` gives, in sentences.
  package var remarks: [String] {
    guard case .files(let files) = exhibit else { return [] }
    let shown = Set(lines)
    return files.filter { files.count > 1 ? !shown.isDisjoint(with: [$0.path]) : true }
      .compactMap(\.remark)
  }

  private func table(_ sections: [TimedSection<SectionID>]) -> [String] {
    Columns.lines(
      [["section", "from", "to", "length", "sure"].map { style.paint($0, .dim) }]
        + sections.map { section in
          [
            section.name.description, clock(section.start), clock(section.end),
            clock(section.end - section.start), sure(section.confidence, "declared"),
          ]
        })
  }

  private func table(_ lyrics: Lyrics) -> [String] {
    Columns.lines(
      [["from", "to", "sure", "line"].map { style.paint($0, .dim) }]
        + lyrics.lines.map { line in
          [
            clock(line.start), clock(line.end), sure(line.confidence, "given"),
            DiagnosticText.visible(line.text),
          ]
        }, width: width)
  }

  /// A curve a row: its course, and what it is on average and at most.
  private func table(_ signals: SignalTable) -> [String] {
    let others = max(6, signals.curves.map(\.name.columns).max() ?? 0) + 16
    let cells = Sparkline.cells(in: width.map { $0 - others })
    let course = "from start to end"
    return Columns.lines(
      [
        ["signal", cells < course.columns ? "course" : course, "mean", "max"]
          .map { style.paint($0, .dim) }
      ]
        + signals.curves.map { curve in
          let mean = curve.values.reduce(0, +) / Float(max(1, curve.values.count))
          return [
            curve.name, Sparkline.text(curve.values, width: cells), percent(Double(mean)),
            percent(Double(curve.values.max() ?? 0)),
          ]
        })
  }

  private func table(_ list: ShotList) -> [String] {
    let rate = list.frameRate
    let rows = list.shots.map { shot in
      [
        shot.name, clock(rate.time(ofFrame: shot.visibleStart)),
        clock(rate.time(ofFrame: shot.visibleEnd)),
        CountText.of(shot.visibleCount, "frame"),
      ]
    }
    return Columns.lines(
      [["shot", "from", "to", "length"].map { style.paint($0, .dim) }] + rows)
      + [
        "\(CountText.of(list.shots.count, "shot")), "
          + "\(CountText.of(list.frameCount, "frame")) at \(rate) a second"
      ]
  }

  private func summary(_ beats: SongBeats) -> [String] {
    guard !beats.beats.isEmpty else { return ["no beats were heard"] }
    let tempo = Double(Int((beats.bpm * 10).rounded())) / 10
    return [
      "\(tempo) beats a minute (\(percent(beats.confidence)) sure)",
      "\(CountText.of(beats.beats.count, "beat")), "
        + "\(CountText.of(beats.downbeats.count, "bar")), over \(clock(beats.duration))",
      "first beats at "
        + beats.beats.prefix(8).map { clock(Seconds($0)) }.joined(separator: ", "),
      "first bars at "
        + beats.downbeats.prefix(8).map { clock(Seconds($0)) }.joined(separator: ", "),
    ]
  }

  private func clock(_ time: Seconds) -> String { ClockText.place(time) }

  /// How sure something is; what a person wrote is not guessed at all.
  private func sure(_ confidence: Double, _ written: String) -> String {
    confidence == 1 ? written : percent(confidence)
  }

  private func percent(_ part: Double) -> String { "\(Int((part * 100).rounded())) %" }
}
