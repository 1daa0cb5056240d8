import VoimoBase
import VoimoSignal

extension AudioReading {
  /// Reads a picture from a file, where such files are decoded.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - fitting: The most pixels of the result; a larger picture is made smaller before it gets
  ///     here, each pixel the mean of what it covers. Nil for the picture's own size.
  ///   - tick: Is called several times a second; when it throws, reading ends.
  /// - Returns: the picture, upright, opaque, in sRGB, and what was doubtful.
  /// - Throws: `MediaError` whose sentence says what is wrong, and what `tick` throws.
  package func picture(
    at path: String, fitting: Int? = nil, tick: () throws -> Void = {}
  ) throws -> PictureFile {
    let (window, nature) = try Self.pictureFile(path)
    // Read here too, by code of our own: what is plainly no picture needs no child, and what a
    // child says of a size can be checked.
    let header = try PictureFile.header(
      .file(window), name: nature.name, mostPixels: PictureFile.mostPixels)
    switch self {
    case .inProcess:
      try tick()
      return try PictureFile.read(
        .file(window), name: nature.name, mostPixels: PictureFile.mostPixels, fitting: fitting)
    case .child(let executable, let patience):
      let child = try DecodeChild(
        executable: executable,
        request: DecodeRequest(task: .picture(fitting: fitting), path: path), name: nature.name,
        patience: patience)
      return try child.picture(fitting: fitting, known: header.upright, tick: tick)
    }
  }

  /// Reads how large a picture is when it is upright, and that it is one that voimo reads.
  ///
  /// Reads only the header, in this process, by bounded code of our own: a fraction of a
  /// millisecond. Pictures of rare formats (JPEG XL, JPEG 2000, QOI, PNM, Photoshop) are decoded.
  ///
  /// - Parameter path: The file.
  /// - Returns: format and size; no notes.
  /// - Throws: `MediaError` whose sentence says what is wrong with the file.
  package func pictureSize(at path: String) throws -> PictureFacts {
    let (window, nature) = try Self.pictureFile(path)
    let header = try PictureFile.header(
      .file(window), name: nature.name, mostPixels: PictureFile.mostPixels)
    guard let size = header.upright else { return try picture(at: path, fitting: 1).facts }
    return PictureFacts(format: header.format, width: size.width, height: size.height)
  }

  private static func pictureFile(
    _ path: String
  ) throws(MediaError) -> (ByteWindow, FileNature) {
    let nature = try FileNature(path: path, ifNoFile: .notPicture)
    if let refusal = nature.pictureRefusal { throw refusal }
    guard let window = ByteWindow(path: path) else {
      throw MediaError(.unreadable, "\(nature.name) cannot be read", operation: "open")
    }
    return (window, nature)
  }
}
