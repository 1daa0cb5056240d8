import VoimoBase

/// Where things stand on a contact sheet, in pixels: a column of text, and pictures beside it.
struct SheetGrid {
  let columns: Int
  let pictureWidth: Int
  let pictureHeight: Int

  static let margin = 28
  /// Where the first band begins.
  static let header = 100
  /// The column of text.
  static let textWidth = 300
  /// Between the text and the pictures.
  static let gutter = 28
  /// Between pictures.
  static let gap = 14
  /// Below each picture, for its caption.
  static let caption = 28
  /// Below each band.
  static let bandGap = 22

  static let night = Color(20, 22, 30)
  static let bright = Color(236, 234, 228)
  static let soft = Color(150, 156, 170)

  /// What all pictures of a row share.
  private static let picturesWidth = 1242

  /// Chooses a size of pictures, so that the page of a long film is one that can be opened.
  ///
  /// - Parameters:
  ///   - bands: How many pictures each band has.
  ///   - aspect: Width over height.
  init(bands: [Int], aspect: Double) {
    let count = bands.reduce(0, +)
    let most = count <= 80 ? 4 : count <= 320 ? 6 : 10
    // Upright pictures leave room for half as many more.
    var full = aspect < 1 ? most * 3 / 2 : most
    func rows(of columns: Int) -> Int {
      bands.reduce(0) { $0 + ($1 + columns - 1) / columns }
    }
    // One more in each row where that saves rows with a single picture.
    if rows(of: full + 1) * 4 <= rows(of: full) * 3 { full += 1 }
    pictureWidth = (Self.picturesWidth - (full - 1) * Self.gap) / full
    pictureHeight = max(1, Int((Double(pictureWidth) / aspect).rounded()))
    columns = max(1, min(full, bands.max() ?? 1))
  }

  /// The page's width: at least one that has room for a title.
  var width: Int {
    let pictures = columns * (pictureWidth + Self.gap) - Self.gap
    return max(684, 2 * Self.margin + Self.textWidth + Self.gutter + pictures)
  }

  /// How tall the pictures of a band are, with their captions.
  func height(of count: Int) -> Int {
    (count + columns - 1) / columns * (pictureHeight + Self.caption)
  }

  /// The upper left corner of a picture, from the band's upper edge.
  func place(of index: Int) -> (x: Int, y: Int) {
    (
      Self.margin + Self.textWidth + Self.gutter + index % columns * (pictureWidth + Self.gap),
      index / columns * (pictureHeight + Self.caption)
    )
  }
}
