import VoimoBase

/// What a page is about.
package enum SongPage: String, Sendable, CaseIterable {
  /// The whole song on one row, then row by row with all that is known.
  case song
  /// Close enough to see every beat.
  case beats
  /// The whole song with its pitch classes, which show what comes back.
  case sections
  /// Row by row with the words at their times.
  case lyrics
  /// Every curve below the others.
  case signals
}

extension SongPicture {
  private static let margin = 16.0
  private static let gap = 10.0
  private static let header = 44.0
  /// A page of more rows is too long to look at: rows hold more seconds instead.
  private static let mostRows = 48

  /// Draws a page; the height follows from what there is to show.
  ///
  /// - Complexity: O(width × rows + shapes).
  package func page(_ page: SongPage, width: Int = 1600) -> Drawing {
    precondition(width >= 64, "a page of \(width) pixels")
    let overview = Stave.Style(body: 150)
    switch page {
    case .song:
      let score = Stave.Style(body: 56, writesLines: true, numbersBars: true)
      // A short song or stretch needs no overview of itself.
      let isShort = (window.upperBound - window.lowerBound).value <= 24
      return self.page(
        width, (isShort ? [] : rows(overview, seconds: .infinity)) + rows(score, seconds: 20))
    case .beats:
      return self.page(
        width,
        rows(Stave.Style(body: 72, numbersBars: true, drawsOnsets: true), seconds: 10))
    case .sections:
      return self.page(
        width, rows(Stave.Style(body: 150, drawsChroma: true), seconds: .infinity))
    case .lyrics:
      return self.page(width, rows(Stave.Style(body: 40, writesLines: true), seconds: 12))
    case .signals: return signals(width)
    }
  }

  /// One row of the whole song at a size, for thumbnails and exports.
  package func overview(width: Int, height: Int) -> Drawing {
    precondition(width >= 64 && height >= 64, "a waveform of \(width)×\(height)")
    var style = Stave.Style(body: 0)
    let rest = row(style, window, .infinity, left: Self.margin, width: 1).height
    let top = title.isEmpty ? 4 : Self.header
    style.body = max(8, Double(height) - rest - top - 2)
    let row = row(
      style, window, .infinity, left: Self.margin, width: Double(width) - 2 * Self.margin)
    var drawing = Drawing(width: width, height: height, background: Stave.night)
    drawHeader(&drawing)
    row.draw(onto: &drawing, y: top)
    return drawing
  }

  private func row(
    _ style: Stave.Style, _ window: Range<Seconds>, _ span: Double, left: Double, width: Double
  ) -> Stave {
    Stave(
      song: self, window: window,
      span: min(span, max(0.01, (self.window.upperBound - self.window.lowerBound).value)),
      style: style, left: left, width: width)
  }

  private func rows(_ style: Stave.Style, seconds: Double) -> [(
    Stave.Style, Range<Seconds>, Double
  )] {
    let length = (window.upperBound - window.lowerBound).value
    let span = max(min(seconds, length), length / Double(Self.mostRows))
    let count = max(1, Int((length / span - 1e-9).rounded(.up)))
    return (0..<count).map { index in
      let start = window.lowerBound + Seconds(Double(index) * span)
      let end = min(window.upperBound, start + Seconds(span))
      return (style, start..<max(end, start + 0.001), span)
    }
  }

  private func page(
    _ width: Int, _ rows: [(Stave.Style, Range<Seconds>, Double)]
  ) -> Drawing {
    let staves = rows.map { style, window, span in
      row(style, window, span, left: Self.margin, width: Double(width) - 2 * Self.margin)
    }
    let height = staves.reduce(Self.header + Self.margin) { $0 + $1.height + Self.gap }
    var drawing = Drawing(width: width, height: Int(height), background: Stave.night)
    drawHeader(&drawing)
    var y = Self.header
    for stave in staves {
      stave.draw(onto: &drawing, y: y)
      y += stave.height + Self.gap
    }
    return drawing
  }

  private func drawHeader(_ drawing: inout Drawing) {
    guard !title.isEmpty else { return }
    let room = Double(drawing.width) - 2 * Self.margin
    let shownTitle =
      ruler.fitted(title, size: 18, width: room * 0.5, isBold: true) ?? ""
    drawing.text(shownTitle, x: Self.margin, y: 23, size: 18, color: .white, isBold: true)
    let left = ruler.width(of: shownTitle, size: 18, isBold: true) + 24
    if let text = ruler.fitted(
      facts.joined(separator: "  ·  "), size: 13, width: room - left)
    {
      drawing.text(
        text, x: Double(drawing.width) - Self.margin, y: 24, size: 13, color: Stave.pale,
        anchor: .end)
    }
  }

  private func signals(_ width: Int) -> Drawing {
    let gutter = 92.0
    let height = 44.0
    let plain = SongPicture(curvesOf: self)
    let head = plain.row(
      Stave.Style(body: 40), window, .infinity, left: gutter,
      width: Double(width) - gutter - Self.margin)
    let chromaHeight: Double = chroma == nil ? 0 : 128
    let total: Double =
      Self.header + head.height + Self.gap + Double(curves.count) * (height + 6) + chromaHeight
      + Self.margin
    var drawing = Drawing(width: width, height: Int(total), background: Stave.night)
    drawHeader(&drawing)
    head.draw(onto: &drawing, y: Self.header)
    var y = Self.header + head.height + Self.gap
    let colors = [
      Color(120, 190, 220), Color(240, 160, 110), Color(150, 200, 120),
      Color(220, 180, 80), Color(200, 120, 180),
    ]
    for (index, curve) in curves.enumerated() {
      drawing.rectangle(
        x: gutter, y: y, width: head.width, height: height, color: .white, opacity: 0.04)
      head.drawCurve(
        &drawing, curve.values, y, height, colors[index % colors.count], opacity: 0.85)
      drawing.text(
        curve.name, x: gutter - 8, y: y + height / 2, size: 12, color: .white, anchor: .end)
      y += height + 6
    }
    if chroma != nil {
      for (row, name) in Self.pitches.enumerated() {
        drawing.text(
          name, x: gutter - 8, y: y + Double(11 - row) * 10 + 5, size: 11, color: Stave.pale,
          anchor: .end)
      }
      head.drawChroma(&drawing, y, pitch: 10, Color(250, 210, 120))
    }
    return drawing
  }

  /// The song without what has a row of its own among the curves.
  private init(curvesOf song: SongPicture) {
    self = song
    vocal = []
    chords = []
    lines = []
  }
}
