/// Documents and other binary files that people give as lyrics, by their first bytes.
enum BinaryFormat {
  /// What a file is, in words; nil where it may be text.
  ///
  /// Blanks and a byte order mark may stand before what editors wrote as text.
  static func name(of bytes: [UInt8]) -> String? {
    if let found = magics.first(where: { bytes.starts(with: $0.bytes) }) { return found.name }
    var text = bytes[...]
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    text = text.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    return text.starts(with: Array("{\\rtf".utf8)) ? "an RTF document" : nil
  }

  private static let magics: [(bytes: [UInt8], name: String)] = [
    (Array("PK\u{3}\u{4}".utf8), "a Word or OpenDocument file (or another ZIP archive)"),
    (Array("%PDF-".utf8), "a PDF document"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old Word document"),
    (Array("krc1".utf8), "a packed KRC file of KuGou"),
    ([0x98, 0x25, 0xB0, 0xAC], "a packed QRC file of QQ Music"),
    ([0x1F, 0x8B], "a gzip archive"), ([0x37, 0x7A, 0xBC, 0xAF], "a 7-Zip archive"),
    (Array("Rar!".utf8), "a RAR archive"), ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
    ([0xFF, 0xD8, 0xFF], "a JPEG picture"), (Array("GIF8".utf8), "a GIF picture"),
    (Array("ID3".utf8), "an MP3 song"), (Array("fLaC".utf8), "a FLAC song"),
    (Array("OggS".utf8), "an Ogg song"), (Array("RIFF".utf8), "a WAV song"),
    (Array("MThd".utf8), "a MIDI file"), ([0x1A, 0x45, 0xDF, 0xA3], "a Matroska film"),
    (Array("SQLite format 3".utf8), "a database"),
  ]
}
