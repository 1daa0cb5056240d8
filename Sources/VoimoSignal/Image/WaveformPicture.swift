package import VoimoBase

/// The picture of a song: outline and level, beats and bars as ticks, sections as coloured bands.
package struct WaveformPicture: Sendable {
  /// A named stretch of the song to colour.
  package struct Band: Sendable, Equatable {
    package let label: String
    package let start: Seconds
    package let end: Seconds

    /// Names a stretch.
    package init(label: String, start: Seconds, end: Seconds) {
      self.label = label
      self.start = start
      self.end = end
    }
  }

  /// The song's outline.
  package var peaks: WaveformPeaks
  /// Beats to mark.
  package var beats: [Seconds] = []
  /// First beats of bars to mark more strongly.
  package var downbeats: [Seconds] = []
  /// Stretches to colour and name.
  package var bands: [Band] = []
  /// Vocal activity at 100 Hz, drawn as a line below the outline; none when empty.
  package var vocal: [Float] = []
  /// Written in the upper left corner.
  package var title = ""

  /// Begins with an outline alone.
  package init(peaks: WaveformPeaks) { self.peaks = peaks }

  /// Begins with everything that was heard.
  package init(peaks: WaveformPeaks, features: SongFeatures, sections: [DetectedSection]) {
    self.peaks = peaks
    beats = features.beats.map(\.time)
    downbeats = features.downbeats
    vocal = features.signals[.vocal]
    bands = sections.map { Band(label: $0.label, start: $0.start, end: $0.end) }
  }

  /// Paints the picture; at least 64 by 64 pixels.
  package func picture(width: Int = 1600, height: Int = 400) -> RGBPicture {
    precondition(width >= 64 && height >= 64, "a waveform of \(width)×\(height)")
    var canvas = Canvas(width: width, height: height, duration: peaks.duration.value)
    canvas.paintBands(bands)
    canvas.paintTicks(beats: beats, downbeats: downbeats)
    canvas.paintOutline(peaks, bands: bands)
    canvas.paintVocal(vocal)
    canvas.paintLabels(bands)
    canvas.paintClock()
    if !title.isEmpty { canvas.paintTitle(title) }
    return canvas.picture
  }

  /// The colour of a section: the same label always has the same one, ordinals left aside.
  package static func color(of label: String) -> RGBColor {
    let name = label.lowercased().prefix { $0.isLetter || $0 == "-" || $0 == "_" }
    if let known = named[String(name)] { return known }
    let sum = name.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    return palette[Int(sum % UInt32(palette.count))]
  }

  private static let named: [String: RGBColor] = [
    "intro": RGBColor(110, 128, 150), "outro": RGBColor(128, 116, 150),
    "verse": RGBColor(70, 150, 190), "chorus": RGBColor(240, 120, 90),
    "bridge": RGBColor(220, 180, 80), "solo": RGBColor(200, 110, 180),
    "inst": RGBColor(100, 170, 130), "instrumental": RGBColor(100, 170, 130),
    "pre-chorus": RGBColor(235, 150, 110), "breakdown": RGBColor(150, 120, 200),
  ]

  private static let palette = [
    RGBColor(90, 170, 200), RGBColor(200, 140, 90), RGBColor(140, 180, 90),
    RGBColor(190, 100, 130), RGBColor(120, 130, 210), RGBColor(90, 180, 160),
  ]
}

/// A picture being painted, and where time and level lie in it.
private struct Canvas {
  private(set) var picture: RGBPicture
  private let duration: Double
  private let scale: Int
  /// Rows of the band with names, the outline, the vocal line and the clock, from the top.
  private let head: Int
  private let body: Range<Int>
  private let voice: Range<Int>

  private static let night = RGBColor(20, 22, 30)

  init(width: Int, height: Int, duration: Double) {
    picture = RGBPicture(width: width, height: height)
    picture.fill(Self.night)
    self.duration = max(duration, 0.01)
    scale = max(1, min(width / 800, height / 150))
    head = PixelFont.lineHeight * scale + 4
    let foot = PixelFont.lineHeight * scale + 4
    let line = max(4, height / 20)
    voice = height - foot - line..<height - foot
    body = head..<voice.lowerBound - 2
  }

  private func column(_ time: Seconds) -> Int {
    Int(max(0, min(1, time.value / duration)) * Double(picture.width))
  }

  mutating func paintBands(_ bands: [WaveformPicture.Band]) {
    for band in bands {
      let (left, right) = (column(band.start), column(band.end))
      let color = WaveformPicture.color(of: band.label)
      picture.fill(
        x: left, y: head, width: right - left, height: voice.upperBound - head,
        color: color.mixed(with: Self.night, 0.82))
    }
  }

  mutating func paintTicks(beats: [Seconds], downbeats: [Seconds]) {
    // Ticks closer than three pixels would be a grey haze that says nothing.
    let room = Double(picture.width) / 3
    let length = max(3, body.count / 24)
    if Double(beats.count) < room {
      for beat in beats {
        for y in [body.lowerBound, body.upperBound - length] {
          picture.fill(
            x: column(beat), y: y, width: 1, height: length, color: .white, opacity: 0.3)
        }
      }
    }
    guard Double(downbeats.count) < room else { return }
    for beat in downbeats {
      picture.fill(
        x: column(beat), y: body.lowerBound, width: 1, height: body.count, color: .white,
        opacity: 0.16)
    }
  }

  mutating func paintOutline(_ peaks: WaveformPeaks, bands: [WaveformPicture.Band]) {
    let columns = peaks.columns(picture.width, from: .zero, to: Seconds(duration))
    let top = columns.reduce(Float(1e-4)) { max($0, max($1.high, -$1.low)) }
    let middle = Double(body.lowerBound + body.upperBound) / 2
    let reach = Double(body.count) / 2 * 0.94 / Double(top)
    var band = 0
    for (x, bin) in columns.enumerated() {
      let time = Seconds((Double(x) + 0.5) / Double(picture.width) * duration)
      while band + 1 < bands.count, bands[band].end <= time { band += 1 }
      var color = RGBColor(120, 170, 200)
      if band < bands.count, bands[band].start <= time, time < bands[band].end {
        color = WaveformPicture.color(of: bands[band].label)
      }
      let (high, low) = (middle - Double(bin.high) * reach, middle - Double(bin.low) * reach)
      bar(x, high, low, color.mixed(with: Self.night, 0.35))
      let level = Double(bin.rms) * reach
      bar(x, middle - level, middle + level, color.mixed(with: .white, 0.35))
    }
  }

  private mutating func bar(_ x: Int, _ high: Double, _ low: Double, _ color: RGBColor) {
    let top = Int(high.rounded(.down))
    picture.fill(x: x, y: top, width: 1, height: max(1, Int(low.rounded(.up)) - top), color: color)
  }

  mutating func paintVocal(_ vocal: [Float]) {
    guard !vocal.isEmpty else { return }
    for x in 0..<picture.width {
      let first = min(vocal.count - 1, x * vocal.count / picture.width)
      let last = max(first + 1, min(vocal.count, (x + 1) * vocal.count / picture.width))
      let mean = vocal[first..<last].reduce(0, +) / Float(last - first)
      let rows = Int((Double(mean) * Double(voice.count)).rounded())
      picture.fill(
        x: x, y: voice.upperBound - rows, width: 1, height: rows, color: RGBColor(250, 210, 120),
        opacity: 0.85)
    }
  }

  mutating func paintLabels(_ bands: [WaveformPicture.Band]) {
    for band in bands {
      let (left, right) = (column(band.start), column(band.end))
      let color = WaveformPicture.color(of: band.label)
      picture.fill(x: left, y: 0, width: max(1, right - left - 1), height: head, color: color)
      let room = (right - left - 4) / (PixelFont.advance * scale)
      guard room > 1 else { continue }
      picture.drawText(
        String(band.label.prefix(room)), x: left + 3 * scale, y: 2 + scale, scale: scale,
        color: Self.night)
    }
  }

  mutating func paintClock() {
    // The closest marks that leave room for their own text.
    let wanted = Double(PixelFont.advance * 9 * scale) / Double(picture.width) * duration
    let steps: [Double] = [0.1, 0.25, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600]
    let step = steps.first { $0 >= wanted } ?? 7200
    var count = 0
    while Double(count) * step < duration {
      let time = Seconds(Double(count) * step)
      picture.fill(
        x: column(time), y: voice.upperBound, width: 1, height: 4, color: .white, opacity: 0.6)
      picture.drawText(
        time.clock, x: column(time) + 3 * scale, y: voice.upperBound + 3, scale: scale,
        color: RGBColor(170, 176, 190))
      count += 1
    }
  }

  mutating func paintTitle(_ title: String) {
    picture.drawText(
      title, x: 4 * scale, y: body.lowerBound + 3 * scale, scale: scale, color: .white,
      opacity: 0.9)
  }
}
