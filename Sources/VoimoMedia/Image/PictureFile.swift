import CLibAV
package import VoimoSignal

/// A picture as it was read from a file: upright, opaque, in sRGB.
///
/// PNG, JPEG, WebP, AVIF, HEIC, GIF, BMP, TIFF and what else libav knows. Of an animation it is the
/// first frame. EXIF's orientation is applied, transparency is laid on black, 16 bits become 8, and
/// color profiles that are a matrix and curves are brought to sRGB.
package struct PictureFile: Sendable {
  package var picture: RGBPicture
  package var facts: PictureFacts

  /// A picture of more pixels than this is refused before it is unpacked, unless told otherwise.
  package static let mostPixels = 64_000_000

  /// Reads a picture from bytes in this process: for what voimo or one of its back ends made.
  ///
  /// Files from outside are read by `AudioReading.picture`.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - name: What to call it in sentences.
  ///   - mostPixels: A larger picture is refused.
  ///   - fitting: The most pixels of the result; a larger picture is made smaller, each pixel the
  ///     mean of what it covers. Nil for the picture's own size.
  /// - Returns: the picture.
  /// - Throws: `MediaError` whose sentence says what is wrong with it.
  package static func decode(
    _ bytes: [UInt8], name: String = "picture", mostPixels: Int = mostPixels, fitting: Int? = nil
  ) throws -> PictureFile {
    if let refusal = FileNature(bytes: bytes, name: name).pictureRefusal { throw refusal }
    return try read(.memory(bytes), name: name, mostPixels: mostPixels, fitting: fitting)
  }

  /// Reads a picture whose first bytes are known to be one.
  static func read(
    _ source: ByteSource, name: String, mostPixels: Int, fitting: Int?
  ) throws -> PictureFile {
    precondition(fitting ?? 1 > 0, "a picture of no pixels")
    let header = try PictureFile.header(source, name: name, mostPixels: mostPixels)
    let limits = PictureLimits(name: name, format: header.format.phrase, mostPixels: mostPixels)
    guard source.count <= StillDecoder.mostBytes else {
      throw MediaError(
        .outOfLimits, "\(name) has \(source.count / 1_000_000) MB, which is too much for a picture",
        operation: "size")
    }
    var still = try Still(source, header, limits)
    let full = (still.picture.width, still.picture.height)
    try limits.check(full.0, full.1)
    let swaps = header.turns.count { $0.swapsSides } % 2 == 1
    var facts = PictureFacts(
      format: header.format, width: swaps ? full.1 : full.0, height: swaps ? full.0 : full.1)
    let size = RGBPicture.size(of: facts.width, facts.height, withAtMost: fitting)
    still.picture = still.picture.reduced(
      toWidth: swaps ? size.height : size.width, height: swaps ? size.width : size.height)
    if let profile = still.profile {
      if let profile = ColorProfile(profile) {
        profile.apply(to: &still.picture)
      } else if let space = ColorProfile.space(of: profile) {
        facts.notes.append(
          "\(name) has a color profile (\(space)) of a kind that voimo does not apply; "
            + "its colors are taken as sRGB")
      }
    }
    facts.notes += still.notes
    for turn in header.turns { still.picture = still.picture.turned(turn) }
    return PictureFile(picture: still.picture, facts: facts)
  }

  /// Reads and checks what can be known before unpacking.
  static func header(
    _ source: ByteSource, name: String, mostPixels: Int
  ) throws(MediaError) -> PictureHeader {
    guard let format = PictureFormat(source) else {
      throw MediaError(
        .notPicture, "\(name) is not a picture in any format that voimo knows", operation: "look")
    }
    let header = try PictureHeader(source, format: format, name: name)
    if let stored = header.stored {
      try PictureLimits(name: name, format: format.phrase, mostPixels: mostPixels)
        .check(stored.width, stored.height)
    }
    return header
  }
}

/// What there is to know of a picture besides its pixels.
package struct PictureFacts: Sendable, Hashable, Codable {
  package var format: PictureFormat
  /// Of the whole picture when it is upright, in pixels, before it was made smaller.
  package var width: Int
  /// Of the whole picture when it is upright, in pixels, before it was made smaller.
  package var height: Int
  /// What was doubtful, in sentences with the file's name.
  package var notes: [String]

  package init(format: PictureFormat, width: Int, height: Int, notes: [String] = []) {
    self.format = format
    self.width = width
    self.height = height
    self.notes = notes
  }
}

extension PictureFormat {
  /// `a JPEG picture`.
  var phrase: String { (self == .avif ? "an " : "a ") + rawValue + " picture" }
}
