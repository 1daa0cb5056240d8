package import VoimoBase

/// All pictures of a film on one page: a band for each run of pictures with one prompt, with what
/// is written about them on the left and the pictures on the right.
package struct ContactSheet: Sendable {
  /// A picture, and what is told about it.
  package struct Entry: Sendable, Equatable {
    /// When the shot begins in the film.
    package var time: Seconds
    /// The shot's name: `chorus.1/02`.
    package var shot: String
    /// The section's name: `chorus.1`.
    package var section: String
    package var prompt: String
    /// What was understood of it.
    package var shows: String
    /// What cannot be shown, as a sentence; nil where nothing is missing.
    package var shortfall: String?

    /// Describes a picture.
    package init(
      time: Seconds, shot: String, section: String, prompt: String, shows: String,
      shortfall: String?
    ) {
      self.time = time
      self.shot = shot
      self.section = section
      self.prompt = prompt
      self.shows = shows
      self.shortfall = shortfall
    }

    /// Whether one text says everything about both.
    func sharesText(with other: Entry) -> Bool {
      section == other.section && prompt == other.prompt && shows == other.shows
        && shortfall == other.shortfall
    }
  }

  /// What stands at the top of the page.
  package struct Heading: Sendable, Equatable {
    package var title: String
    package var artist: String?
    /// How long the film is.
    package var length: Seconds

    /// Describes a film.
    package init(title: String, artist: String?, length: Seconds) {
      self.title = title
      self.artist = artist
      self.length = length
    }
  }

  /// The page without the pictures.
  package private(set) var drawing: Drawing
  /// The width of every picture, in pixels.
  package let pictureWidth: Int
  /// The height of every picture, in pixels.
  package let pictureHeight: Int
  /// The upper left corner of each picture, in the order of the entries.
  package private(set) var places: [(x: Int, y: Int)] = []

  /// Lays out a page.
  ///
  /// - Parameters:
  ///   - heading: What stands at its top.
  ///   - entries: The pictures, in the film's order.
  ///   - aspect: Width over height of the film.
  ///   - ruler: Measures what is written.
  /// - Complexity: O(*n*) in the entries and their texts.
  package init(heading: Heading, entries: [Entry], aspect: Double, ruler: TextRuler) {
    let bands = Self.bands(of: entries)
    let grid = SheetGrid(bands: bands.map(\.count), aspect: aspect)
    pictureWidth = grid.pictureWidth
    pictureHeight = grid.pictureHeight
    let texts = bands.map { band in
      BandText(
        entries[band.lowerBound], from: entries[band.lowerBound].time,
        to: entries.indices.contains(band.upperBound)
          ? entries[band.upperBound].time : heading.length,
        ruler: ruler)
    }
    let heights = zip(bands, texts).map { band, text in
      max(text.height, grid.height(of: band.count))
    }
    let height = heights.reduce(SheetGrid.header) { $0 + $1 + SheetGrid.bandGap }
    drawing = Drawing(width: grid.width, height: height, background: SheetGrid.night)
    drawHeading(heading, count: entries.count, ruler)
    var y = SheetGrid.header
    for ((band, text), height) in zip(zip(bands, texts), heights) {
      text.draw(onto: &drawing, y: y, height: height)
      for (index, entry) in entries[band].enumerated() {
        let place = grid.place(of: index)
        places.append((place.x, y + place.y))
        drawCaption(of: entry, x: place.x, y: y + place.y + pictureHeight, ruler)
      }
      y += height + SheetGrid.bandGap
    }
  }

  /// Everything that may be written, to choose and measure fonts for.
  package static func texts(_ heading: Heading, _ entries: [Entry]) -> [String] {
    [heading.title, heading.artist ?? "", "·–"]
      + entries.flatMap { [$0.shot, $0.section, $0.prompt, $0.shows, $0.shortfall ?? ""] }
  }

  /// Runs of entries that share their text.
  private static func bands(of entries: [Entry]) -> [Range<Int>] {
    var bands: [Range<Int>] = []
    for (index, entry) in entries.enumerated() {
      if let last = bands.last, entries[last.lowerBound].sharesText(with: entry) {
        bands[bands.count - 1] = last.lowerBound..<index + 1
      } else {
        bands.append(index..<index + 1)
      }
    }
    return bands
  }

  private mutating func drawHeading(_ heading: Heading, count: Int, _ ruler: TextRuler) {
    let room = Double(drawing.width - 2 * SheetGrid.margin)
    let left = Double(SheetGrid.margin)
    if let title = ruler.fitted(heading.title, size: 26, width: room, isBold: true) {
      drawing.text(title, x: left, y: 38, size: 26, color: SheetGrid.bright, isBold: true)
    }
    let facts = [
      heading.artist, "\(count) \(count == 1 ? "shot" : "shots")",
      Seconds(heading.length.value.rounded()).clock,
    ]
    let line = facts.compactMap(\.self).joined(separator: "  ·  ")
    if let line = ruler.fitted(line, size: 14, width: room) {
      drawing.text(line, x: left, y: 66, size: 14, color: SheetGrid.soft)
    }
  }

  /// To tenths of a second.
  private static func clock(_ time: Seconds) -> String {
    let text = Seconds((time.value * 10).rounded() / 10).clock
    return text.contains(".") ? text : text + ".0"
  }

  /// When a shot begins, and as much of its name as there is room for.
  private mutating func drawCaption(of entry: Entry, x: Int, y: Int, _ ruler: TextRuler) {
    let size = 11.0
    let middle = Double(y) + 11
    let (left, right) = (Double(x), Double(x + pictureWidth))
    let time = Self.clock(entry.time)
    drawing.text(time, x: left, y: middle, size: size, color: SheetGrid.bright)
    let room = right - left - ruler.width(of: time, size: size) - 10
    let number = entry.shot.split(separator: "/").last.map(String.init) ?? entry.shot
    let name = [entry.shot, number].first { ruler.width(of: $0, size: size) <= room }
    if let name {
      drawing.text(name, x: right, y: middle, size: size, color: SheetGrid.soft, anchor: .end)
    }
  }
}
