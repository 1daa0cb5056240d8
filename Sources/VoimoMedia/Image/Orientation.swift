import VoimoSignal

/// How a stored picture must be turned to be upright, by the numbers of EXIF.
enum Orientation: Int, Sendable {
  case upright = 1
  case mirrored = 2
  case turnedHalf = 3
  case flipped = 4
  case transposed = 5
  case turnedRight = 6
  case transversed = 7
  case turnedLeft = 8

  /// Whether width and height change places.
  var swapsSides: Bool { rawValue >= 5 }
}

extension RGBPicture {
  /// The picture turned upright.
  ///
  /// - Complexity: O(pixels).
  func turned(_ orientation: Orientation) -> RGBPicture {
    if orientation == .upright { return self }
    let (across, down) = (width - 1, height - 1)
    var result = RGBPicture(
      width: orientation.swapsSides ? height : width,
      height: orientation.swapsSides ? width : height)
    // Where the first pixel comes from, and how far it is to the next one across and down.
    let (start, stepX, stepY): (Int, Int, Int) =
      switch orientation {
      case .upright: (0, 1, width)
      case .mirrored: (across, -1, width)
      case .turnedHalf: (down * width + across, -1, -width)
      case .flipped: (down * width, 1, -width)
      case .transposed: (0, width, 1)
      case .turnedRight: (down * width, -width, 1)
      case .transversed: (down * width + across, -width, -1)
      case .turnedLeft: (across, width, -1)
      }
    let (columns, rows) = (result.width, result.height)
    unsafe pixels.withUnsafeBufferPointer { source in
      unsafe result.pixels.withUnsafeMutableBufferPointer { target in
        var next = 0
        for row in 0..<rows {
          var place = 3 * (start + row * stepY)
          for _ in 0..<columns {
            for part in 0..<3 { unsafe target[next + part] = source[place + part] }
            next += 3
            place += 3 * stepX
          }
        }
      }
    }
    return result
  }
}

/// The directory of a TIFF file, or of EXIF, which is the same.
struct TIFFDirectory {
  private let source: ByteSource
  /// Where the `II` or `MM` is.
  private let start: Int
  private let isLittle: Bool
  /// Where each entry of the first directory is, by its tag.
  private var entries: [Int: Int] = [:]

  /// The most entries that are looked at.
  private static let mostEntries = 1000

  /// Reads the first directory; nil where there is none.
  init?(_ source: ByteSource, at start: Int) {
    self.source = source
    self.start = start
    if source.has("II*\0", at: start) {
      isLittle = true
    } else if source.has("MM\0*", at: start) {
      isLittle = false
    } else {
      return nil
    }
    let place = start + number(at: start + 4, 4)
    guard place >= start + 8, place < source.count else { return nil }
    for index in 0..<min(number(at: place, 2), Self.mostEntries) {
      let entry = place + 2 + 12 * index
      guard entry + 12 <= source.count else { break }
      let tag = number(at: entry, 2)
      if entries[tag] == nil { entries[tag] = entry }
    }
  }

  /// Whether the directory has a tag.
  func has(_ tag: Int) -> Bool { entries[tag] != nil }

  /// The first value of a tag that holds bytes, shorts or longs.
  func value(_ tag: Int) -> Int? {
    guard let entry = entries[tag] else { return nil }
    switch number(at: entry + 2, 2) {
    case 1: return source.byte(at: entry + 8)
    case 3: return number(at: entry + 8, 2)
    case 4: return number(at: entry + 8, 4)
    default: return nil
    }
  }

  /// The text of a tag, at most 64 characters of it.
  func text(_ tag: Int) -> String? {
    guard let entry = entries[tag], number(at: entry + 2, 2) == 2 else { return nil }
    let length = number(at: entry + 4, 4)
    let place = length <= 4 ? entry + 8 : start + number(at: entry + 8, 4)
    let bytes = source.bytes(at: place, min(length, 64)).prefix { $0 != 0 }
    return String(decoding: bytes.map { (0x20..<0x7F).contains($0) ? $0 : 0x3F }, as: UTF8.self)
  }

  /// Tag 274; upright where there is none or it makes no sense.
  var orientation: Orientation { value(274).flatMap(Orientation.init(rawValue:)) ?? .upright }

  private func number(at place: Int, _ width: Int) -> Int {
    isLittle ? source.little(at: place, width) : source.big(at: place, width)
  }
}
