extension FileNature {
  /// The error to throw when the file certainly is not a picture that voimo reads; nil when libav
  /// should look at it.
  var pictureRefusal: MediaError? {
    if byteCount == 0 { return refusePicture("\(name) is empty") }
    if isWebPage {
      return refusePicture(
        "\(name) is not a picture (HTML document, \(size)). Was this a download page?")
    }
    for (magic, what) in Self.otherThanPictures
    where starts(magic.bytes, at: magic.offset)
      && (magic.second.isEmpty || starts(magic.second, at: 8))
    {
      return refusePicture("\(name) is \(what)")
    }
    // Raw files of many cameras are TIFF by their first bytes.
    if let camera = rawCamera {
      return refusePicture(
        "\(name) is a raw picture (\(camera)), which voimo does not develop; export it as JPEG")
    }
    if isText {
      if mentions("<svg") {
        return refusePicture(
          "\(name) is a drawing (SVG), which voimo does not draw; export it as PNG")
      }
      // Portable bitmaps are written in letters.
      if !startsText("p") || PictureFormat(.memory(head)) == nil {
        return refusePicture("\(name) is not a picture (text, \(size))")
      }
    }
    guard PictureFormat(.memory(head)) == nil else { return nil }
    return refusePicture(
      "\(name) is not a picture in any format that voimo knows (\(size)); export it as JPEG or PNG")
  }

  private static let otherThanPictures: [(Magic, String)] =
    [
      (Magic("%PDF-"), "a PDF document, not a picture; export its page as PNG or JPEG"),
      (Magic("%!PS"), "a PostScript document, not a picture; export its page as PNG or JPEG"),
      (Magic("gimp xcf"), "a GIMP document (XCF); export it as PNG"),
      (Magic([0x50, 0x4B, 0x03, 0x04]), "a ZIP archive, not a picture (unpack it first)"),
      (Magic([0x37, 0x7A, 0xBC, 0xAF]), "a 7z archive, not a picture (unpack it first)"),
      (Magic("Rar!"), "a RAR archive, not a picture (unpack it first)"),
      (Magic([0x1F, 0x8B]), "a gzip archive, not a picture (unpack it first)"),
      (Magic([0, 0, 1, 0]), "an icon (ICO); export it as PNG"),
      (
        Magic([0x49, 0x49, 0x2B, 0]),
        "a BigTIFF picture, which voimo cannot read; export it as JPEG"
      ),
      (
        Magic([0x4D, 0x4D, 0, 0x2B]),
        "a BigTIFF picture, which voimo cannot read; export it as JPEG"
      ),
      (Magic("RIFF", and: "AVI "), "a film, not a picture; export one of its frames"),
      (Magic("RIFF", and: "WAVE"), "sound, not a picture"), (Magic("ID3"), "sound, not a picture"),
      (Magic("fLaC"), "sound, not a picture"), (Magic("OggS"), "sound or a film, not a picture"),
      (Magic([0x1A, 0x45, 0xDF, 0xA3]), "a film, not a picture; export one of its frames"),
    ]
    + ["isom", "iso2", "iso5", "iso6", "mp41", "mp42", "avc1", "qt  ", "M4V ", "dash", "3gp4"].map {
      (Magic("ftyp\($0)", at: 4), "a film, not a picture; export one of its frames")
    } + [
      (Magic("ftypM4A ", at: 4), "sound, not a picture")
    ]

  /// The kind of a raw camera file, where it is one.
  private var rawCamera: String? {
    if starts(Array("CR".utf8), at: 8), starts("II*\0") { return "Canon CR2" }
    if starts(Array("ftypcrx ".utf8), at: 4) { return "Canon CR3" }
    if starts("FUJIFILMCCD-RAW") { return "Fujifilm RAF" }
    if starts("IIU\0") { return "Panasonic RW2" }
    if starts("IIRO") || starts("IIRS") || starts("MMOR") { return "Olympus ORF" }
    guard starts("II*\0") || starts("MM\0*") else { return nil }
    let ending = name.split(separator: ".").last?.lowercased() ?? ""
    if ["dng", "nef", "nrw", "arw", "sr2", "srf", "pef", "srw", "3fr", "iiq", "erf"].contains(
      ending)
    {
      return ending.uppercased()
    }
    guard let directory = TIFFDirectory(.memory(head), at: 0) else { return nil }
    // DNGVersion; and pictures in parts, as cameras write them and nobody else.
    if directory.has(50_706) { return "DNG" }
    return directory.has(330) && directory.has(271) && directory.value(254) == 1
      ? "of a camera" : nil
  }

  private func refusePicture(_ sentence: String) -> MediaError {
    MediaError(.notPicture, sentence, operation: "look")
  }
}

extension FileNature.Magic {
  /// A text at the start of a file, and another eight bytes on.
  fileprivate init(_ text: String, and second: String) {
    self.init(text)
    self.second = Array(second.utf8)
  }
}
