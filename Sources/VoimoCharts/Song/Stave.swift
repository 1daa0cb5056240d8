import VoimoBase
import VoimoSignal

/// One row of a page: a stretch of the song from left to right.
struct Stave {
  /// What a row shows, and how tall.
  struct Style {
    /// Height of the outline.
    var body = 64.0
    /// Whether words are written under the outline.
    var writesLines = false
    /// Whether bars are numbered.
    var numbersBars = false
    /// Whether the onset curve is drawn into the outline.
    var drawsOnsets = false
    /// Whether pitch classes are drawn.
    var drawsChroma = false
  }

  let song: SongPicture
  let window: Range<Seconds>
  /// The seconds that fill the whole width; a last row may be shorter.
  let span: Double
  let style: Style
  let left: Double
  let width: Double

  static let night = Color(20, 22, 30)
  static let pale = Color(170, 176, 190)
  private static let amber = Color(250, 210, 120)
  private static let band = 20.0
  private static let strip = 10.0
  private static let lane = 17.0
  private static let pitch = 8.0
  private static let clock = 16.0

  /// How tall the row is.
  var height: Double {
    Self.band + 2 + style.body + 2 + (song.vocal.isEmpty ? 0 : Self.strip + 2)
      + (song.chords.isEmpty ? 0 : Self.lane) + (showsChroma ? 12 * Self.pitch + 2 : 0)
      + (showsLines ? 2 * Self.lane + 2 : 0) + Self.clock
  }

  private var showsLines: Bool { style.writesLines && !song.lines.isEmpty }
  private var showsChroma: Bool { style.drawsChroma && song.chroma != nil }
  private var right: Double { x(window.upperBound) }

  private func x(_ time: Seconds) -> Double {
    let clamped = max(window.lowerBound, min(window.upperBound, time))
    return left + (clamped - window.lowerBound).value / span * width
  }

  /// The stretches that are seen, cut to the row.
  private func seen(_ stretches: [TimedSection<String>]) -> [TimedSection<String>] {
    stretches.filter { $0.end > window.lowerBound && $0.start < window.upperBound }
  }

  /// Draws the row, its upper edge at a height.
  func draw(onto drawing: inout Drawing, y top: Double) {
    var y = top
    drawBand(&drawing, y)
    y += Self.band + 2
    drawBody(&drawing, y)
    y += style.body + 2
    if !song.vocal.isEmpty {
      drawVocal(&drawing, y)
      y += Self.strip + 2
    }
    if !song.chords.isEmpty {
      drawChords(&drawing, y)
      y += Self.lane
    }
    if showsChroma {
      drawChroma(&drawing, y, pitch: Self.pitch, Color(120, 190, 220))
      y += 12 * Self.pitch + 2
    }
    if showsLines {
      drawLines(&drawing, y)
      y += 2 * Self.lane + 2
    }
    drawClock(&drawing, y)
  }

  private func drawBand(_ drawing: inout Drawing, _ y: Double) {
    for section in seen(song.sections) {
      let (start, end) = (x(section.start), x(section.end))
      drawing.rectangle(
        x: start, y: y, width: max(1, end - start - 1), height: Self.band,
        color: SectionColor.of(section.name), opacity: 0.55 + 0.45 * section.confidence,
        note: Self.note(section.name, section.start, section.end, section.confidence))
      if let label = song.ruler.fitted(
        section.name, size: 12, width: end - start - 8, isBold: true)
      {
        drawing.text(
          label, x: start + 5, y: y + Self.band / 2, size: 12, color: Self.night, isBold: true)
      }
    }
  }

  private func drawBody(_ drawing: inout Drawing, _ y: Double) {
    let parts = seen(song.sections)
    let stretches =
      parts.isEmpty
      ? [TimedSection(name: "verse", start: window.lowerBound, end: window.upperBound)]
      : parts
    let middle = y + style.body / 2
    let reach = style.body / 2 * 0.96 / Double(song.loudest)
    for part in stretches {
      let (start, end) = (x(part.start), x(part.end))
      let color = SectionColor.of(part.name)
      drawing.rectangle(
        x: start, y: y, width: end - start, height: style.body,
        color: color.mixed(with: Self.night, 0.85))
      let from = max(part.start, window.lowerBound)
      let columns = song.peaks.columns(
        max(1, Int(end - start)), from: from, to: min(part.end, window.upperBound))
      guard !columns.isEmpty, end > start else { continue }
      let step = (end - start) / Double(columns.count)
      // Silence is a line, not nothing.
      drawing.area(
        x: start, step: step, tops: columns.map { middle - max(0.4, Double($0.high) * reach) },
        bottoms: columns.map { middle + max(0.4, Double(-$0.low) * reach) },
        color: color.mixed(with: Self.night, 0.3))
      drawing.area(
        x: start, step: step, tops: columns.map { middle - Double($0.rms) * reach },
        bottoms: columns.map { middle + Double($0.rms) * reach },
        color: color.mixed(with: .white, 0.4))
    }
    if style.drawsOnsets, let onset = song.curves.first(where: { $0.name == "onset" }) {
      drawCurve(&drawing, onset.values, y, style.body, .white, opacity: 0.4)
    }
    drawBeats(&drawing, y)
  }

  private func drawBeats(_ drawing: inout Drawing, _ y: Double) {
    let beats = song.beats.filter { window.contains($0.time) }
    // Ticks closer than three pixels would be a grey haze that says nothing.
    if Double(beats.count) * 3 < width {
      let length = max(4, style.body / 14)
      for beat in beats {
        for edge in [y, y + style.body - length] {
          drawing.rectangle(
            x: x(beat.time) - 0.5, y: edge, width: 1, height: length, color: .white,
            opacity: 0.25 + 0.6 * beat.confidence)
        }
      }
    }
    let bars = song.downbeats.enumerated().filter { window.contains($0.element) }
    guard Double(bars.count) * 3 < width else { return }
    let room = width / Double(max(1, bars.count))
    for (index, time) in bars {
      drawing.rectangle(
        x: x(time) - 0.5, y: y, width: 1, height: style.body, color: .white, opacity: 0.22)
      if style.numbersBars, room > 26 || index % 4 == 0 {
        drawing.text(
          "\(index + 1)", x: x(time) + 3, y: y + 7, size: 11, color: .white, opacity: 0.65)
      }
    }
  }

  /// Draws values at 100 a second as an area that stands on the row's floor.
  func drawCurve(
    _ drawing: inout Drawing, _ values: [Float], _ y: Double, _ height: Double, _ color: Color,
    opacity: Double
  ) {
    let count = max(1, Int(right - left))
    let scale = (window.upperBound - window.lowerBound).value * 100 / Double(count)
    let first = window.lowerBound.value * 100
    let tops = (0..<count).map { column -> Double in
      let start = max(0, min(values.count - 1, Int(first + Double(column) * scale)))
      let end = max(start + 1, min(values.count, Int(first + Double(column + 1) * scale)))
      guard start < end, end <= values.count else { return y + height }
      // The largest: a hit that lasts a hundredth must not vanish in a mean.
      return y + height * (1 - Double(values[start..<end].max() ?? 0))
    }
    drawing.area(
      x: left, step: (right - left) / Double(count), tops: tops,
      bottoms: Array(repeating: y + height, count: count), color: color, opacity: opacity)
  }

  private func drawVocal(_ drawing: inout Drawing, _ y: Double) {
    drawing.rectangle(
      x: left, y: y, width: right - left, height: Self.strip, color: .white, opacity: 0.05)
    drawCurve(&drawing, song.vocal, y, Self.strip, Self.amber, opacity: 0.85)
  }

  private func drawChords(_ drawing: inout Drawing, _ y: Double) {
    for chord in seen(song.chords) where chord.start >= window.lowerBound {
      let note = Self.note(chord.name, chord.start, chord.end, chord.confidence)
      drawing.rectangle(
        x: x(chord.start), y: y + 2, width: 1, height: Self.lane - 4, color: Self.pale,
        opacity: 0.4, note: note)
      guard
        let label = song.ruler.fitted(
          chord.name, size: 11, width: x(chord.end) - x(chord.start) - 4),
        !label.hasSuffix("…")
      else { continue }
      drawing.text(
        label, x: x(chord.start) + 4, y: y + Self.lane / 2, size: 11, color: Self.pale,
        opacity: 0.4 + 0.6 * chord.confidence)
    }
  }

  /// Draws pitch classes as rows of cells, C at the bottom.
  func drawChroma(_ drawing: inout Drawing, _ y: Double, pitch: Double, _ color: Color) {
    guard let chroma = song.chroma else { return }
    let columns = max(1, min(400, Int((right - left) / 3)))
    let length = (window.upperBound - window.lowerBound).value / Double(columns)
    for column in 0..<columns {
      let start = window.lowerBound.value + Double(column) * length
      for (row, value) in chroma.mean(from: start, to: start + length).enumerated()
      where value > 0.02 {
        drawing.rectangle(
          x: left + Double(column) * (right - left) / Double(columns),
          y: y + Double(11 - row) * pitch, width: (right - left) / Double(columns),
          height: pitch - 0.5, color: color, opacity: Double(min(1, value * value)))
      }
    }
  }

  private func drawLines(_ drawing: inout Drawing, _ y: Double) {
    for (index, line) in song.lines.enumerated()
    where line.end > window.lowerBound && line.start < window.upperBound {
      let top = y + Double(index % 2) * Self.lane
      let start = x(line.start)
      let opacity = 0.45 + 0.55 * line.confidence
      drawing.rectangle(
        x: start, y: top + Self.lane - 2.5, width: max(1, x(line.end) - start), height: 2,
        color: Self.amber, opacity: 0.5 * opacity,
        note: Self.note(line.text, line.start, line.end, line.confidence))
      for word in line.words where window.contains(word) {
        drawing.rectangle(
          x: x(word), y: top + Self.lane - 4.5, width: 1, height: 4, color: Self.amber,
          opacity: opacity)
      }
      // What began in the row above is told again, softly.
      let isContinued = line.start < window.lowerBound
      // The next line but one is the next in this lane.
      let next = song.lines.indices.contains(index + 2) ? x(song.lines[index + 2].start) : right
      let room = max(next, x(line.end)) - start
      if let text = song.ruler.fitted(
        (isContinued ? "… " : "") + line.text, size: 12, width: max(room, 24))
      {
        drawing.text(
          text, x: start, y: top + 7, size: 12, color: .white,
          opacity: isContinued ? opacity / 2 : opacity)
      }
    }
  }

  private func drawClock(_ drawing: inout Drawing, _ y: Double) {
    let steps: [Double] = [0.1, 0.25, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600]
    let wanted = 64 / width * span
    let step = steps.first { $0 >= wanted } ?? 7200
    var count = (window.lowerBound.value / step).rounded(.up)
    while count * step < window.upperBound.value {
      let time = Seconds(count * step)
      drawing.rectangle(x: x(time), y: y, width: 1, height: 4, color: .white, opacity: 0.6)
      if x(time) + 44 < left + width {
        drawing.text(time.clock, x: x(time) + 3, y: y + 8, size: 11, color: Self.pale)
      }
      count += 1
    }
  }

  private static func note(
    _ text: String, _ start: Seconds, _ end: Seconds, _ confidence: Double
  ) -> String {
    func clock(_ time: Seconds) -> String {
      Seconds((time.value * 100).rounded() / 100).clock
    }
    return "\(text) · \(clock(start))–\(clock(end)) · \(Int((confidence * 100).rounded())) % sure"
  }
}

extension SongPicture {
  /// The largest sample of the song, so that quiet songs fill the outline too.
  var loudest: Float {
    (peaks.levels.last?.bins ?? []).reduce(Float(1e-4)) { max($0, max($1.high, -$1.low)) }
  }
}
