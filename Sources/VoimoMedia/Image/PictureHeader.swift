/// What the first bytes of a picture tell, read before anything is unpacked.
///
/// Our own bounded reading: nothing here asks for memory by a number in the file.
struct PictureHeader {
  let format: PictureFormat
  /// As stored, before it is turned upright; nil where only libav can tell.
  var stored: (width: Int, height: Int)?
  /// How to turn it upright, in this order.
  var turns: [Orientation] = []
  /// What a file of the HEIF family is made of.
  var items: HEIFItems?

  /// A side of more pixels than this cannot be meant.
  static let longestSide = 1 << 20

  /// Reads a header.
  ///
  /// - Throws: `MediaError` that says what is wrong.
  init(_ source: ByteSource, format: PictureFormat, name: String) throws(MediaError) {
    self.format = format
    switch format {
    case .png: readPNG(source)
    case .jpeg: readJPEG(source)
    case .webp: readWebP(source)
    case .gif: stored = (source.little(at: 6, 2), source.little(at: 8, 2))
    case .bmp: readBMP(source)
    case .tiff: readTIFF(source)
    case .avif, .heic:
      let items = try HEIFItems(source, format: format, name: name)
      self.items = items
      stored = (items.width, items.height)
      turns = items.turns
    case .jpegXL, .jpeg2000, .qoi, .pnm, .photoshop: return
    }
    turns.removeAll { $0 == .upright }
    guard let stored, (1...Self.longestSide).contains(stored.width),
      (1...Self.longestSide).contains(stored.height)
    else {
      throw MediaError(
        .damaged, "\(name) is a broken \(format.rawValue) picture: its size cannot be read",
        operation: "header")
    }
  }

  /// Width and height when it is upright; nil where only libav can tell.
  var upright: (width: Int, height: Int)? {
    guard let stored else { return nil }
    return turns.count { $0.swapsSides } % 2 == 0 ? stored : (stored.height, stored.width)
  }

  private mutating func readPNG(_ source: ByteSource) {
    guard source.has("IHDR", at: 12) else { return }
    stored = (source.big(at: 16, 4), source.big(at: 20, 4))
    var place = 8
    // The chunk with EXIF may stand behind the picture.
    for _ in 0..<100_000 where place + 12 <= source.count {
      if source.has("eXIf", at: place + 4) {
        turns = [TIFFDirectory(source, at: place + 8)?.orientation ?? .upright]
        return
      }
      place += 12 + source.big(at: place, 4)
    }
  }

  private mutating func readJPEG(_ source: ByteSource) {
    var walk = JPEGWalk(source)
    while let segment = walk.next() {
      switch segment.marker {
      case 0xE1 where turns.isEmpty && source.has("Exif\0", at: segment.place):
        turns = [TIFFDirectory(source, at: segment.place + 6)?.orientation ?? .upright]
      case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
        stored = (source.big(at: segment.place + 3, 2), source.big(at: segment.place + 1, 2))
        return
      case 0xDA: return
      default: continue
      }
    }
  }

  private mutating func readWebP(_ source: ByteSource) {
    for chunk in WebPChunks(source).chunks {
      switch chunk.name {
      case "VP8X":
        stored = (
          source.little(at: chunk.place + 4, 3) + 1, source.little(at: chunk.place + 7, 3) + 1
        )
      case "VP8 "
      where stored == nil && source.bytes(at: chunk.place + 3, 3) == [0x9D, 0x01, 0x2A]:
        stored = (
          source.little(at: chunk.place + 6, 2) & 0x3FFF,
          source.little(at: chunk.place + 8, 2) & 0x3FFF
        )
      case "VP8L" where stored == nil && source.byte(at: chunk.place) == 0x2F:
        let bits = source.little(at: chunk.place + 1, 4)
        stored = (bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
      case "EXIF":
        // Some programs write JPEG's own introduction before it.
        let start = source.has("Exif\0\0", at: chunk.place) ? chunk.place + 6 : chunk.place
        turns = [TIFFDirectory(source, at: start)?.orientation ?? .upright]
      default: continue
      }
    }
  }

  private mutating func readBMP(_ source: ByteSource) {
    if source.little(at: 14, 4) == 12 {
      stored = (source.little(at: 18, 2), source.little(at: 20, 2))
    } else {
      let height = Int(Int32(truncatingIfNeeded: source.little(at: 22, 4)))
      stored = (source.little(at: 18, 4), abs(height))
    }
  }

  private mutating func readTIFF(_ source: ByteSource) {
    guard let directory = TIFFDirectory(source, at: 0), let width = directory.value(256),
      let height = directory.value(257)
    else { return }
    stored = (width, height)
    turns = [directory.orientation]
  }
}

/// The marked segments of a JPEG file, one after the other.
struct JPEGWalk {
  /// One of them.
  struct Segment {
    var marker: Int
    /// Where its content begins, after the length.
    var place: Int
  }

  private let source: ByteSource
  private var place = 2
  private var left = 10_000

  init(_ source: ByteSource) { self.source = source }

  /// The next segment that has a content; nil at the end of the file.
  mutating func next() -> Segment? {
    while left > 0, place + 4 <= source.count {
      left -= 1
      let head = source.bytes(at: place, 4)
      guard head[0] == 0xFF else {
        // Rubbish between segments is passed over, as libjpeg does.
        place += 1
        continue
      }
      switch head[1] {
      case 0xFF: place += 1
      case 0x00, 0x01, 0xD0...0xD8: place += 2
      case 0xD9: return nil
      default:
        let segment = Segment(marker: Int(head[1]), place: place + 4)
        place += 2 + max(2, Int(head[2]) << 8 | Int(head[3]))
        return segment
      }
    }
    return nil
  }
}

/// The chunks of a WebP file.
struct WebPChunks {
  /// One of them.
  struct Chunk {
    var name: String
    /// Where its content begins.
    var place: Int
    var size: Int
  }

  /// Those that lie wholly in the file, at most 1000.
  private(set) var chunks: [Chunk] = []
  /// Whether the file has all the bytes that it says it has.
  let isWhole: Bool

  /// Lists the chunks of a file.
  init(_ source: ByteSource) {
    isWhole = source.little(at: 4, 4) + 8 <= source.count
    chunks = Self.list(source, from: 12, to: source.count)
  }

  /// Lists the chunks within a stretch of bytes.
  static func list(_ source: ByteSource, from start: Int, to end: Int) -> [Chunk] {
    var chunks: [Chunk] = []
    var place = start
    while chunks.count < 1000, place + 8 <= end {
      let size = source.little(at: place + 4, 4)
      guard place + 8 + size <= end else { break }
      chunks.append(Chunk(name: source.fourCC(at: place), place: place + 8, size: size))
      place += 8 + size + size % 2
    }
    return chunks
  }
}
