/// What a file of the HEIF family (AVIF, HEIC) shows: one coded picture, or a grid of them.
///
/// ISO/IEC 14496-12 and 23008-12. libav of Debian 12 knows a part of AVIF and nothing of HEIC; the
/// boxes are simple, so they are read here, and libav decodes what is in them.
struct HEIFItems {
  /// Where the bytes of one coded picture are, in pieces.
  struct Coded {
    var pieces: [Range<Int>]
    /// The decoder's configuration: `av1C`, `hvcC`.
    var header: Range<Int>?
    /// `av01` or `hvc1`.
    var kind: String
  }

  private(set) var width = 0
  private(set) var height = 0
  /// How to turn it upright, in this order.
  private(set) var turns: [Orientation] = []
  /// The pictures it is put together from, row by row.
  private(set) var tiles: [Coded] = []
  private(set) var columns = 1
  /// The picture whose luma is the transparency, where there is one.
  private(set) var alpha: Coded?
  /// Where the color profile is, where there is one.
  private(set) var profile: Range<Int>?
  /// Matrix and range of the color, which go before what the coded picture says.
  private(set) var color: (matrix: Int, isFull: Bool)?

  /// The most items and properties that are looked at.
  private static let most = 4096

  /// Reads the boxes.
  ///
  /// - Throws: `MediaError` where they make no picture that voimo reads.
  init(_ source: ByteSource, format: PictureFormat, name: String) throws(MediaError) {
    let boxes = Boxes(source)
    guard let meta = boxes.list(0..<source.count).first(where: { $0.name == "meta" }) else {
      throw Self.broken(name, format)
    }
    var reading = Reading(source: source, boxes: boxes)
    reading.read(meta.content.dropFirst(4))
    guard let primary = reading.primary, let kind = reading.kinds[primary],
      let size = reading.size(of: primary)
    else { throw Self.broken(name, format) }
    (width, height) = size
    turns = reading.turns(of: primary)
    profile = reading.profile(of: primary)
    color = reading.color(of: primary)
    if kind == "grid" {
      let parts = reading.references["dimg"]?[primary] ?? []
      guard let grid = reading.grid(primary), parts.count == grid.columns * grid.rows,
        !parts.isEmpty
      else { throw Self.broken(name, format) }
      (columns, width, height) = (grid.columns, grid.width, grid.height)
      for part in parts {
        guard let coded = reading.coded(part) else { throw Self.broken(name, format) }
        tiles.append(coded)
      }
      // The parts, not the whole, know their color.
      if color == nil { color = reading.color(of: parts[0]) }
      if profile == nil { profile = reading.profile(of: parts[0]) }
    } else {
      guard let coded = reading.coded(primary) else { throw Self.broken(name, format) }
      tiles = [coded]
      let auxiliary = reading.references["auxl"] ?? [:]
      alpha = auxiliary.keys.sorted().first {
        auxiliary[$0]?.contains(primary) == true && reading.isAlpha($0)
      }.flatMap { reading.coded($0) }
    }
    guard tiles.allSatisfy({ ["av01", "hvc1"].contains($0.kind) && $0.kind == tiles[0].kind })
    else {
      throw MediaError(
        .library,
        "\(name) is a \(format.rawValue) picture coded as \(tiles[0].kind), which voimo cannot "
          + "read; export it as JPEG", operation: "HEIF items")
    }
  }

  private static func broken(_ name: String, _ format: PictureFormat) -> MediaError {
    MediaError(
      .damaged, "\(name) is a broken \(format.rawValue) picture: it does not say what it shows",
      operation: "HEIF items")
  }

  /// Walks over boxes.
  struct Boxes {
    /// One box.
    struct Box {
      var name: String
      var content: Range<Int>
    }

    let source: ByteSource

    init(_ source: ByteSource) { self.source = source }

    /// The boxes within a stretch of bytes, those that lie wholly in it.
    func list(_ range: Range<Int>) -> [Box] {
      var boxes: [Box] = []
      var place = range.lowerBound
      while boxes.count < HEIFItems.most, place + 8 <= range.upperBound {
        var (size, head) = (source.big(at: place, 4), 8)
        if size == 1 {
          // More than 2 GiB in a box of a picture is nonsense.
          guard source.big(at: place + 8, 4) == 0 else { break }
          (size, head) = (source.big(at: place + 12, 4), 16)
        } else if size == 0 {
          size = range.upperBound - place
        }
        guard size >= head, place + size <= range.upperBound else { break }
        boxes.append(
          Box(name: source.fourCC(at: place + 4), content: place + head..<place + size))
        place += size
      }
      return boxes
    }
  }

  /// The items and their properties while they are read.
  private struct Reading {
    let source: ByteSource
    let boxes: Boxes
    var primary: Int?
    var kinds: [Int: String] = [:]
    var references: [String: [Int: [Int]]] = [:]
    private var pieces: [Int: [Range<Int>]] = [:]
    private var properties: [Boxes.Box] = []
    private var owned: [Int: [Int]] = [:]

    init(source: ByteSource, boxes: Boxes) {
      self.source = source
      self.boxes = boxes
    }

    mutating func read(_ meta: Range<Int>) {
      let list = boxes.list(meta)
      let data = list.first { $0.name == "idat" }?.content
      for box in list {
        let place = box.content.lowerBound
        let version = source.byte(at: place)
        switch box.name {
        case "pitm": primary = source.big(at: place + 4, version == 0 ? 2 : 4)
        case "iinf": readKinds(box.content, version)
        case "iloc": readPlaces(box.content, version, data)
        case "iref": readReferences(box.content, version)
        case "iprp": readProperties(box.content)
        default: continue
        }
      }
    }

    private mutating func readKinds(_ range: Range<Int>, _ version: Int) {
      for box in boxes.list(range.dropFirst(version == 0 ? 6 : 8)) where box.name == "infe" {
        let place = box.content.lowerBound
        let kind = source.byte(at: place)
        guard kind == 2 || kind == 3 else { continue }
        let wide = kind == 2 ? 2 : 4
        kinds[source.big(at: place + 4, wide)] = source.fourCC(at: place + 4 + wide + 2)
      }
    }

    private mutating func readPlaces(_ range: Range<Int>, _ version: Int, _ data: Range<Int>?) {
      var place = range.lowerBound + 4
      func take(_ width: Int) -> Int {
        defer { place += width }
        // Eight bytes only where the high ones are zero.
        return width == 8
          ? (source.big(at: place, 4) == 0 ? source.big(at: place + 4, 4) : source.count)
          : source.big(at: place, min(width, 4))
      }
      let sizes = take(2)
      let (offsetSize, lengthSize) = (sizes >> 12, sizes >> 8 & 15)
      let (baseSize, indexSize) = (sizes >> 4 & 15, version > 0 ? sizes & 15 : 0)
      for _ in 0..<min(take(version < 2 ? 2 : 4), HEIFItems.most) where place < range.upperBound {
        let item = take(version < 2 ? 2 : 4)
        let method = version > 0 ? take(2) & 15 : 0
        _ = take(2)
        let base = take(baseSize)
        var found: [Range<Int>] = []
        for _ in 0..<min(take(2), HEIFItems.most) where place < range.upperBound {
          _ = take(indexSize)
          let (offset, length) = (take(offsetSize), take(lengthSize))
          let outer = method == 1 ? data ?? 0..<0 : 0..<source.count
          guard method < 2 else { continue }
          let start = outer.lowerBound + base + offset
          let end = length == 0 ? outer.upperBound : start + length
          guard start < end, end <= outer.upperBound else { continue }
          found.append(start..<end)
        }
        pieces[item] = found
      }
    }

    private mutating func readReferences(_ range: Range<Int>, _ version: Int) {
      let wide = version == 0 ? 2 : 4
      for box in boxes.list(range.dropFirst(4)) {
        let place = box.content.lowerBound
        let from = source.big(at: place, wide)
        let count = min(source.big(at: place + wide, 2), box.content.count / wide)
        references[box.name, default: [:]][from] = (0..<count).map {
          source.big(at: place + wide + 2 + $0 * wide, wide)
        }
      }
    }

    private mutating func readProperties(_ range: Range<Int>) {
      for box in boxes.list(range) {
        if box.name == "ipco" { properties = boxes.list(box.content) }
        guard box.name == "ipma" else { continue }
        var place = box.content.lowerBound
        let (version, isWide) = (source.byte(at: place), source.byte(at: place + 3) & 1 == 1)
        let count = source.big(at: place + 4, 4)
        place += 8
        for _ in 0..<min(count, HEIFItems.most) where place < box.content.upperBound {
          let item = source.big(at: place, version == 0 ? 2 : 4)
          place += version == 0 ? 2 : 4
          let links = source.byte(at: place)
          place += 1
          for _ in 0..<links {
            let link = isWide ? source.big(at: place, 2) & 0x7FFF : source.byte(at: place) & 0x7F
            place += isWide ? 2 : 1
            owned[item, default: []].append(link - 1)
          }
        }
      }
    }

    private func properties(of item: Int) -> [Boxes.Box] {
      (owned[item] ?? []).compactMap { properties.indices.contains($0) ? properties[$0] : nil }
    }

    func size(of item: Int) -> (Int, Int)? {
      properties(of: item).first { $0.name == "ispe" }.map {
        (
          source.big(at: $0.content.lowerBound + 4, 4),
          source.big(at: $0.content.lowerBound + 8, 4)
        )
      }
    }

    func turns(of item: Int) -> [Orientation] {
      properties(of: item).compactMap { box in
        let value = source.byte(at: box.content.lowerBound)
        return switch box.name {
        // Quarters to the left.
        case "irot": [.upright, .turnedLeft, .turnedHalf, .turnedRight][value & 3]
        case "imir": value & 1 == 0 ? .flipped : .mirrored
        default: nil
        }
      }
    }

    func profile(of item: Int) -> Range<Int>? {
      properties(of: item).first {
        $0.name == "colr" && ["prof", "rICC"].contains(source.fourCC(at: $0.content.lowerBound))
      }.map { $0.content.dropFirst(4) }
    }

    func color(of item: Int) -> (Int, Bool)? {
      properties(of: item).first {
        $0.name == "colr" && source.has("nclx", at: $0.content.lowerBound)
      }.map {
        let place = $0.content.lowerBound
        return (source.big(at: place + 8, 2), source.byte(at: place + 10) & 0x80 != 0)
      }
    }

    func isAlpha(_ item: Int) -> Bool {
      properties(of: item).contains {
        $0.name == "auxC"
          && source.has(
            "urn:mpeg:mpegB:cicp:systems:auxiliary:alpha", at: $0.content.lowerBound + 4)
          || source.has("urn:mpeg:hevc:2015:auxid:1", at: $0.content.lowerBound + 4)
      }
    }

    func grid(_ item: Int) -> (columns: Int, rows: Int, width: Int, height: Int)? {
      guard let place = pieces[item]?.first?.lowerBound else { return nil }
      let wide = source.byte(at: place + 1) & 1 == 1 ? 4 : 2
      return (
        source.byte(at: place + 3) + 1, source.byte(at: place + 2) + 1,
        source.big(at: place + 4, wide), source.big(at: place + 4 + wide, wide)
      )
    }

    func coded(_ item: Int) -> Coded? {
      guard let kind = kinds[item], let found = pieces[item], !found.isEmpty else { return nil }
      let header = properties(of: item).first { ["av1C", "hvcC"].contains($0.name) }?.content
      return Coded(pieces: found, header: header, kind: kind)
    }
  }
}

extension Range<Int> {
  /// The range without its first elements, empty where there are not so many.
  fileprivate func dropFirst(_ count: Int) -> Range<Int> {
    Swift.min(lowerBound + count, upperBound)..<upperBound
  }
}
