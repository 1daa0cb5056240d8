import VoimoBase
package import VoimoSignal

/// A page of pictures in a grid, each with its prompt and what became of it under it: pure.
package struct ContactSheet {
  /// The page as it is so far.
  package private(set) var picture: RGBPicture
  private let columns: Int
  private let cellWidth: Int
  private let cellHeight: Int

  private static let margin = 16
  private static let captionHeight = 94
  private static let headerHeight = 44

  /// An empty page for `count` pictures of an aspect (width over height).
  package init(title: String, count: Int, aspect: Double) {
    // A long film gets smaller pictures, so that the page stays one that can be opened.
    let wide = count <= 120 ? 300 : count <= 600 ? 180 : 108
    cellWidth = aspect < 1 ? wide * 3 / 5 : wide
    columns = min(max(1, count), 1580 / (cellWidth + Self.margin))
    cellHeight = max(1, Int((Double(cellWidth) / aspect).rounded()))
    let rows = (max(1, count) + columns - 1) / columns
    picture = RGBPicture(
      width: Self.margin + columns * (cellWidth + Self.margin),
      height: Self.headerHeight + rows * (cellHeight + Self.captionHeight) + Self.margin, red: 18,
      green: 18, blue: 22)
    picture.drawText(
      title, x: Self.margin, y: 14, scale: 2, color: Color(240, 236, 226))
  }

  /// Puts a picture into its cell: its caption, as much of its prompt as fits, what was understood,
  /// and what can't be shown.
  package mutating func place(
    _ image: RGBPicture, at index: Int, caption: String, prompt: String, shown: String,
    shortfall: String?
  ) {
    let x = Self.margin + (index % columns) * (cellWidth + Self.margin)
    let y = Self.headerHeight + (index / columns) * (cellHeight + Self.captionHeight)
    picture.draw(image.resized(toWidth: cellWidth, height: cellHeight), atX: x, y: y)
    let room = cellWidth / PixelFont.advance
    picture.drawText(
      String(caption.prefix(room)), x: x, y: y + cellHeight + 6,
      color: Color(232, 200, 120))
    let blocks: [(text: String, lines: Int, color: Color)] = [
      (prompt, 2, Color(190, 190, 196)), (shown, 2, Color(140, 190, 160)),
      (shortfall ?? "", 3, Color(236, 140, 110)),
    ]
    var line = 0
    for block in blocks {
      for text in Self.wrapped(block.text, to: room).prefix(block.lines) {
        picture.drawText(text, x: x, y: y + cellHeight + 18 + line * 11, color: block.color)
        line += 1
      }
    }
  }

  /// Breaks a text into lines of at most `width` characters, at spaces where it can.
  static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if line.isEmpty {
        line = String(word)
      } else if line.count + 1 + word.count <= width {
        line += " \(word)"
      } else {
        lines.append(line)
        line = String(word)
      }
      while line.count > width, width > 0 {
        lines.append(String(line.prefix(width)))
        line = String(line.dropFirst(width))
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
