import VoimoSignal

/// Shows colors that a palette does not have by a pattern of those that it has: Thomas Knoll's
/// pattern dithering (US patent 6,606,166, expired), four by four pixels.
///
/// A pixel's color and place alone decide: what stands still in a film does not flicker, and stays
/// the same bytes.
struct PatternDither {
  private let palette: [(red: Int, green: Int, blue: Int)]
  /// For each color of 6 bits a part: the 16 entries of its pattern, dark ones first.
  private var patterns: [UInt8]
  private var isKnown: [Bool]

  /// In which order the 16 places of a pattern take its entries (Bayer 1973).
  private static let order = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5]
  /// How much of the error is made good, of 16.
  private static let share = 10

  /// Takes the colors that there are, at most 256.
  init(_ palette: [(red: Int, green: Int, blue: Int)]) {
    precondition((1...256).contains(palette.count), "a palette of \(palette.count)")
    self.palette = palette
    patterns = [UInt8](repeating: 0, count: 16 << 18)
    isKnown = [Bool](repeating: false, count: 1 << 18)
  }

  /// The palette's entry for each pixel of a picture, row by row.
  mutating func entries(of picture: RGBPicture) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: picture.width * picture.height)
    var place = 0
    for row in 0..<picture.height {
      for column in 0..<picture.width {
        let key =
          Int(picture.pixels[3 * place] >> 2) << 12 | Int(picture.pixels[3 * place + 1] >> 2) << 6
          | Int(picture.pixels[3 * place + 2] >> 2)
        if !isKnown[key] { learn(key) }
        result[place] = patterns[key << 4 | Self.order[row & 3 << 2 | column & 3]]
        place += 1
      }
    }
    return result
  }

  private mutating func learn(_ key: Int) {
    func full(_ bits: Int) -> Int { bits << 2 | bits >> 4 }
    let wanted = (full(key >> 12), full(key >> 6 & 63), full(key & 63))
    var error = (0, 0, 0)
    var chosen: [Int] = []
    for _ in 0..<16 {
      let entry = nearest(
        wanted.0 + error.0 * Self.share / 16, wanted.1 + error.1 * Self.share / 16,
        wanted.2 + error.2 * Self.share / 16)
      chosen.append(entry)
      error.0 += wanted.0 - palette[entry].red
      error.1 += wanted.1 - palette[entry].green
      error.2 += wanted.2 - palette[entry].blue
    }
    chosen.sort { (light($0), $0) < (light($1), $1) }
    for (index, entry) in chosen.enumerated() {
      patterns[key << 4 | index] = UInt8(truncatingIfNeeded: entry)
    }
    isKnown[key] = true
  }

  private func light(_ entry: Int) -> Int {
    2126 * palette[entry].red + 7152 * palette[entry].green + 722 * palette[entry].blue
  }

  /// The entry nearest to a color; green counts most, blue least.
  private func nearest(_ red: Int, _ green: Int, _ blue: Int) -> Int {
    var best = (distance: Int.max, entry: 0)
    for entry in palette.indices {
      let (r, g, b) = (
        palette[entry].red - red, palette[entry].green - green, palette[entry].blue - blue
      )
      let distance = 3 * r * r + 6 * g * g + b * b
      if distance < best.distance { best = (distance, entry) }
    }
    return best.entry
  }
}
