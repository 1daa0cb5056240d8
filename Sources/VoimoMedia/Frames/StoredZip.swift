/// Writes a ZIP archive whose files are stored as they are, since pictures are packed already.
///
/// Dates are those of 1980-01-01, so that equal files make equal archives. Beyond 4 GiB or 65 534
/// files it is ZIP64 (APPNOTE 6.3.10, 4.3.14). Memory grows by some bytes for each file.
final class StoredZip {
  /// What the directory at the end must know of a file.
  private struct Entry {
    var name: [UInt8]
    var checksum: UInt32
    var size: Int
    var offset: Int
  }

  private let file: ByteFileWriter
  private let mostPlain: Int
  private var entries: [Entry] = []
  private var place = 0

  /// 1980-01-01, in the way of MS-DOS.
  private static let date = 0x21

  /// Begins an archive.
  ///
  /// - Parameters:
  ///   - path: Where; an older file there is replaced.
  ///   - mostPlain: Places in the file from which on the long form is needed.
  /// - Throws: `MediaError` where the file cannot be made.
  init(path: String, mostPlain: Int = 0xFFFF_FFFF) throws(MediaError) {
    file = try ByteFileWriter(path: path)
    self.mostPlain = mostPlain
  }

  /// Adds a file.
  func add(_ name: String, _ bytes: [UInt8]) throws(MediaError) {
    precondition(bytes.count < 0xFFFF_FFFF, "a file of \(bytes.count) bytes in an archive")
    let entry = Entry(
      name: Array(name.utf8), checksum: CRC32.of(bytes), size: bytes.count, offset: place)
    try write([(0x0403_4B50, 4), (20, 2)] + about(entry))
    try write(entry.name)
    try write(bytes)
    entries.append(entry)
  }

  /// Writes the directory and closes the file.
  func finish() throws(MediaError) {
    let start = place
    for entry in entries {
      let isFar = entry.offset >= mostPlain
      let extra = isFar ? 12 : 0
      // Made on Unix, for a plain file that everyone may read.
      try write(
        [(0x0201_4B50, 4), (3 << 8 | 45, 2), (isFar ? 45 : 20, 2)] + about(entry, extra: extra)
          + [
            (0, 2), (0, 2), (0, 2), (0o100644 << 16, 4), (isFar ? 0xFFFF_FFFF : entry.offset, 4),
          ])
      try write(entry.name)
      if isFar { try write([(1, 2), (8, 2), (entry.offset, 8)]) }
    }
    let (end, count) = (place, entries.count)
    let isLong = start >= mostPlain || count >= 0xFFFF
    if isLong {
      try write([
        (0x0606_4B50, 4), (44, 8), (3 << 8 | 45, 2), (45, 2), (0, 4), (0, 4), (count, 8),
        (count, 8), (end - start, 8), (start, 8), (0x0706_4B50, 4), (0, 4), (end, 8), (1, 4),
      ])
    }
    let shown = isLong ? 0xFFFF : count
    try write([
      (0x0605_4B50, 4), (0, 2), (0, 2), (shown, 2), (shown, 2),
      (isLong ? 0xFFFF_FFFF : end - start, 4), (isLong ? 0xFFFF_FFFF : start, 4), (0, 2),
    ])
    try file.close()
  }

  /// What stands of a file both before it and in the directory.
  private func about(_ entry: Entry, extra: Int = 0) -> [(Int, Int)] {
    [
      // Names are UTF-8.
      (0x0800, 2), (0, 2), (0, 2), (Self.date, 2), (Int(entry.checksum), 4), (entry.size, 4),
      (entry.size, 4), (entry.name.count, 2), (extra, 2),
    ]
  }

  /// Writes numbers, low byte first, each of so many bytes.
  private func write(_ numbers: [(value: Int, width: Int)]) throws(MediaError) {
    try write(
      numbers.flatMap { number in
        (0..<number.width).map { UInt8(truncatingIfNeeded: number.value >> (8 * $0)) }
      })
  }

  private func write(_ bytes: [UInt8]) throws(MediaError) {
    try file.write(bytes)
    place += bytes.count
  }
}

/// The checksum of ZIP and PNG (ISO 3309).
private enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1
    }
  }

  static func of(_ bytes: [UInt8]) -> UInt32 {
    unsafe table.withUnsafeBufferPointer { table in
      var value: UInt32 = 0xFFFF_FFFF
      for byte in bytes { value = unsafe table[Int((value ^ UInt32(byte)) & 255)] ^ value >> 8 }
      return ~value
    }
  }
}
