import CLibAV
import VoimoSignal

/// A picture as it is stored, decoded and not yet turned.
struct Still {
  var picture: RGBPicture
  /// An ICC profile.
  var profile: [UInt8]?
  var notes: [String] = []

  private let source: ByteSource
  private let limits: PictureLimits

  /// Decodes a file whose header was read.
  init(_ source: ByteSource, _ header: PictureHeader, _ limits: PictureLimits) throws {
    self.source = source
    self.limits = limits
    picture = RGBPicture(width: 1, height: 1)
    switch header.format {
    case .avif, .heic:
      guard let items = header.items else { preconditionFailure("a header without its items") }
      try decode(items)
    case .webp: try decodeWebP(header)
    case .jpeg: try decodeJPEG()
    case .png:
      guard hasEnd(ofPNG: source) else { throw brokenOff }
      try decode(whole: AV_CODEC_ID_PNG)
    case .gif:
      guard isWhole(firstOfGIF: source) else { throw brokenOff }
      try decode(whole: AV_CODEC_ID_GIF)
    case .bmp: try decode(whole: AV_CODEC_ID_BMP)
    case .tiff: try decode(whole: AV_CODEC_ID_TIFF)
    case .jpegXL: try decode(whole: AV_CODEC_ID_JPEGXL)
    case .jpeg2000: try decode(whole: AV_CODEC_ID_JPEG2000)
    case .qoi: try decode(whole: AV_CODEC_ID_QOI)
    case .photoshop: try decode(whole: AV_CODEC_ID_PSD)
    case .pnm:
      let kinds = [
        AV_CODEC_ID_PBM, AV_CODEC_ID_PGM, AV_CODEC_ID_PPM, AV_CODEC_ID_PBM, AV_CODEC_ID_PGM,
        AV_CODEC_ID_PPM, AV_CODEC_ID_PAM,
      ]
      try decode(whole: kinds[source.byte(at: 1) - 0x31])
    }
  }

  private var brokenOff: MediaError {
    MediaError(
      .damaged, "\(limits.name) is \(limits.format) that breaks off; it was not copied to its end",
      operation: "look for the end")
  }

  private mutating func decode(whole codec: AVCodecID) throws {
    try decode([.stretch(0..<source.count)], codec)
  }

  private mutating func decode(_ pieces: [StillDecoder.Piece], _ codec: AVCodecID) throws {
    let frame = try StillDecoder.frame(pieces, of: source, codec: codec, limits: limits)
    if unsafe frame.raw.pointee.decode_error_flags != 0 { noteDamage() }
    profile = FramePixels.profile(frame)
    picture = try FramePixels.picture(frame)
  }

  private mutating func noteDamage() {
    notes.append("\(limits.name) is damaged in places; what could be read of it is shown")
  }

  private func hasEnd(ofPNG source: ByteSource) -> Bool {
    var place = 8
    for _ in 0..<1_000_000 where place + 12 <= source.count {
      if source.has("IEND", at: place + 4) { return true }
      place += 12 + source.big(at: place, 4)
    }
    return false
  }

  /// Whether the first picture of a GIF is there to its last block.
  private func isWhole(firstOfGIF source: ByteSource) -> Bool {
    func table(_ flags: Int) -> Int { flags & 0x80 != 0 ? 3 << (flags & 7 + 1) : 0 }
    var place = 13 + table(source.byte(at: 10))
    for _ in 0..<1000 where place < source.count {
      let kind = source.byte(at: place)
      if kind == 0x2C {
        place += 11 + table(source.byte(at: place + 9))
      } else if kind == 0x21 {
        place += 2
      } else {
        return false
      }
      while place < source.count, case let size = source.byte(at: place), size > 0 {
        place += 1 + size
      }
      if place >= source.count { return false }
      if kind == 0x2C { return true }
      place += 1
    }
    return false
  }

  private mutating func decodeJPEG() throws {
    guard let end = JPEGEnd.find(source) else { throw brokenOff }
    // What follows (a second picture, a film) is not ours.
    try decode([.stretch(0..<end)], AV_CODEC_ID_MJPEG)
    if LibAVLog.take().contains(where: { $0.contains("error") || $0.contains("overread") }) {
      noteDamage()
    }
  }

  private mutating func decodeWebP(_ header: PictureHeader) throws {
    let file = WebPChunks(source)
    guard file.isWhole else { throw brokenOff }
    guard let first = file.chunks.first(where: { $0.name == "ANMF" }) else {
      return try decode(whole: AV_CODEC_ID_WEBP)
    }
    // libav of Debian 12 knows no animations: the first frame is made a file of its own.
    guard let canvas = header.stored, first.size > 16 else { throw limits.broken(-EINVAL) }
    let (left, top) = (
      2 * source.little(at: first.place, 3), 2 * source.little(at: first.place + 3, 3)
    )
    let parts =
      WebPChunks.list(source, from: first.place + 16, to: first.place + first.size)
      .filter { ["ALPH", "VP8 ", "VP8L"].contains($0.name) }
      + file.chunks.filter { $0.name == "ICCP" }
    func little(_ number: Int, _ width: Int) -> [UInt8] {
      (0..<width).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
    let size = parts.reduce(4 + 18) { $0 + 8 + $1.size + $1.size % 2 }
    var pieces: [StillDecoder.Piece] = [
      .bytes(
        Array("RIFF".utf8) + little(size, 4) + Array("WEBPVP8X".utf8) + little(10, 4)
          + little(0x10 | 0x20, 4) + source.bytes(at: first.place + 6, 6))
    ]
    for part in parts {
      let end = min(source.count, part.place + part.size + part.size % 2)
      pieces.append(.stretch(part.place - 8..<end))
    }
    try decode(pieces, AV_CODEC_ID_WEBP)
    guard (picture.width, picture.height) != canvas else { return }
    var whole = RGBPicture(width: canvas.width, height: canvas.height)
    whole.paste(picture, left: left, top: top)
    picture = whole
  }

  private mutating func decode(_ items: HEIFItems) throws {
    if items.tiles.count == 1, items.width == 0 { throw limits.broken(-EINVAL) }
    var whole: RGBPicture?
    for (index, tile) in items.tiles.enumerated() {
      let frame = try decode(tile)
      if index == 0, FramePixels.isHDR(frame) {
        notes.append(
          "\(limits.name) is made for screens of high dynamic range; it may look pale")
      }
      let part = try FramePixels.picture(frame, color: items.color)
      if items.tiles.count == 1, items.columns == 1 {
        whole = part
        break
      }
      let (left, top) = (index % items.columns * part.width, index / items.columns * part.height)
      // Only the last column and row may be cut.
      guard left < items.width, top < items.height else { throw limits.broken(-EINVAL) }
      if whole == nil { whole = RGBPicture(width: items.width, height: items.height) }
      whole?.paste(part, left: left, top: top)
    }
    guard let whole else { throw limits.broken(-EINVAL) }
    picture = whole
    if picture.width > items.width || picture.height > items.height {
      var cut = RGBPicture(
        width: min(items.width, picture.width), height: min(items.height, picture.height))
      cut.paste(picture, left: 0, top: 0)
      picture = cut
    }
    if let alpha = items.alpha {
      picture.darken(by: try FramePixels.picture(decode(alpha)))
    }
    profile = items.profile.flatMap { range in
      range.count <= ColorProfile.mostBytes ? source.bytes(at: range.lowerBound, range.count) : nil
    }
  }

  private func decode(_ coded: HEIFItems.Coded) throws -> MediaFrame {
    let header = coded.header.map { source.bytes(at: $0.lowerBound, min($0.count, 1 << 16)) } ?? []
    guard coded.pieces.reduce(0, { $0 + $1.count }) <= source.count else {
      throw limits.broken(-EINVAL)
    }
    return try StillDecoder.frame(
      coded.pieces.map { .stretch($0) }, of: source,
      codec: coded.kind == "av01" ? AV_CODEC_ID_AV1 : AV_CODEC_ID_HEVC, header: header,
      limits: limits)
  }
}

/// Finds where a JPEG picture ends: files that break off have no end.
private enum JPEGEnd {
  /// The place behind the end of the first picture; nil where it has none.
  static func find(_ source: ByteSource) -> Int? {
    var walk = JPEGWalk(source)
    while let segment = walk.next() {
      guard segment.marker == 0xDA else { continue }
      return end(source, from: segment.place)
    }
    return nil
  }

  private static func end(_ source: ByteSource, from start: Int) -> Int? {
    var place = start
    while place < source.count {
      let block = source.bytes(at: place, min(1 << 16, source.count - place))
      var index = 0
      while index < block.count {
        guard let found = block[index...].firstIndex(of: 0xFF) else { break }
        index = found + 1
        let marker = index < block.count ? Int(block[index]) : source.byte(at: place + index)
        switch marker {
        case 0xD9: return place + index + 1
        // Between the scans of a progressive picture.
        case 0xC4, 0xDA...0xDD, 0xE0...0xEF, 0xFE:
          index += 1 + max(2, source.big(at: place + index + 1, 2))
        default: continue
        }
      }
      place += max(index, block.count)
    }
    return nil
  }
}

extension RGBPicture {
  /// Lays a picture over this one; what stands over is cut.
  fileprivate mutating func paste(_ other: RGBPicture, left: Int, top: Int) {
    let columns = min(other.width, width - left)
    guard columns > 0, left >= 0, top >= 0 else { return }
    for row in 0..<max(0, min(other.height, height - top)) {
      let target = 3 * ((top + row) * width + left)
      let source = 3 * row * other.width
      pixels.replaceSubrange(
        target..<target + 3 * columns, with: other.pixels[source..<source + 3 * columns])
    }
  }

  /// Darkens the picture by the grey of another of its size, which is its transparency.
  fileprivate mutating func darken(by alpha: RGBPicture) {
    guard alpha.width == width, alpha.height == height else { return }
    for index in pixels.indices {
      pixels[index] = UInt8(
        truncatingIfNeeded: (UInt32(pixels[index]) * UInt32(alpha.pixels[index]) + 127) / 255)
    }
  }
}
