import VoimoBase

/// What is written beside a band of pictures: the section and its time, the prompt, what was
/// understood of it, and what cannot be shown.
struct BandText {
  /// One line and the room it takes.
  private struct Line {
    var text: String
    /// The middle of the line, from the band's upper edge.
    var y: Double
    var size: Double
    var color: Color
    var isBold = false
  }

  private var lines: [Line] = []
  /// When the band begins and ends, at the right of the first line.
  private var time: Line
  private let color: Color
  /// How tall the text is.
  private(set) var height = 0

  /// Breaks the texts of a band into lines.
  init(_ entry: ContactSheet.Entry, from start: Seconds, to end: Seconds, ruler: TextRuler) {
    let width = Double(SheetGrid.textWidth)
    color = SectionColor.of(entry.section)
    let clock = "\(Self.clock(start))–\(Self.clock(end))"
    time = Line(text: clock, y: 22, size: 12, color: SheetGrid.soft)
    let room = width - ruler.width(of: clock, size: 12) - 12
    if let name = ruler.fitted(entry.section, size: 16, width: room, isBold: true) {
      lines.append(
        Line(text: name, y: 21, size: 16, color: color.mixed(with: .white, 0.3), isBold: true))
    }
    var y = 40.0
    func add(_ text: String, size: Double, atMost limit: Int, _ color: Color) {
      let pitch = (size * 1.4).rounded()
      for line in ruler.lines(of: text, size: size, width: width, atMost: limit) {
        lines.append(Line(text: line, y: y + pitch / 2, size: size, color: color))
        y += pitch
      }
    }
    add(entry.prompt, size: 14, atMost: 7, SheetGrid.bright)
    y += 6
    add("shows: " + entry.shows, size: 12, atMost: 4, Color(146, 196, 168))
    if let shortfall = entry.shortfall {
      y += 6
      add(shortfall, size: 12, atMost: 5, Color(240, 150, 116))
    }
    height = Int(y.rounded(.up))
  }

  /// Draws the text, and a bar in the section's color over it.
  func draw(onto drawing: inout Drawing, y top: Int, height: Int) {
    let left = Double(SheetGrid.margin)
    drawing.rectangle(
      x: left, y: Double(top), width: Double(SheetGrid.textWidth), height: 3, color: color)
    for line in lines {
      drawing.text(
        line.text, x: left, y: Double(top) + line.y, size: line.size, color: line.color,
        isBold: line.isBold)
    }
    drawing.text(
      time.text, x: left + Double(SheetGrid.textWidth), y: Double(top) + time.y, size: time.size,
      color: time.color, anchor: .end)
  }

  /// To whole seconds.
  private static func clock(_ time: Seconds) -> String { Seconds(time.value.rounded()).clock }
}
