import Glibc
import VoimoBase

/// The mark in a picture or sound that voimo wrote where the user asked: it tells a file that is
/// still just that from one that somebody else made, or has changed since.
///
/// The mark holds the SHA-256 of the file in which the mark's own digits are zeros, and so are the
/// four bytes behind them (in a PNG the check sum of the mark). It needs no store, survives copying
/// and renaming, and any edit of the file breaks it.
enum ExportMark {
  /// What stands before the digits.
  static let words = "made by voimo; as it was written while its SHA-256 is "
  /// The mark before it is sealed.
  static let open = words + String(repeating: "0", count: digits)
  private static let digits = 64
  private static let tail = 4
  /// The mark stands in the first bytes of a file.
  private static let reach = 1 << 16

  /// A PNG with the mark as a comment.
  static func sealed(png: [UInt8]) -> [UInt8] {
    // Behind the signature and the header, whose length is fixed.
    let place = 33
    guard png.count > place else { return png }
    let head = Array(png[..<place])
    let rest = png[place...]
    func chunk(_ mark: String) -> [UInt8] {
      let body = Array("tEXtComment\u{0}\(mark)".utf8)
      return big(UInt32(body.count - 4)) + body + big(checkSum(body))
    }
    let unsealed = head + chunk(open) + rest
    guard let hash = hash(of: unsealed) else { return png }
    return head + chunk(words + hash.hex) + rest
  }

  /// An SVG with the mark as a comment before its root.
  static func sealed(svg: String) -> [UInt8] {
    let unsealed = Array("<!-- \(open) -->\n\(svg)".utf8)
    guard let hash = hash(of: unsealed) else { return unsealed }
    return Array("<!-- \(words)\(hash.hex) -->\n\(svg)".utf8)
  }

  /// Seals a file that holds the open mark.
  ///
  /// - Throws: `KitError` where the file cannot be written.
  static func seal(_ path: String) throws(KitError) {
    guard let place = place(in: path), let hash = hash(ofFile: path, markAt: place) else { return }
    let descriptor = unsafe Glibc.open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system("write", path) }
    defer { close(descriptor) }
    guard lseek(descriptor, off_t(place), SEEK_SET) == off_t(place) else {
      throw .system("write", path)
    }
    try UserFile.append(Array(hash.hex.utf8), to: descriptor, path)
  }

  /// Whether a file is still what voimo wrote.
  static func isIntact(_ path: String) -> Bool {
    guard let place = place(in: path), let written = read(path, from: place, count: digits),
      let hash = hash(ofFile: path, markAt: place)
    else { return false }
    return Array(hash.hex.utf8) == written
  }

  /// Where the digits begin; nil where there is no mark.
  private static func place(in path: String) -> Int? {
    read(path, from: 0, count: reach).flatMap(place(in:))
  }

  private static func place(in bytes: [UInt8]) -> Int? {
    let words = Array(words.utf8)
    guard bytes.count >= words.count + digits else { return nil }
    return (0...bytes.count - words.count - digits)
      .first { bytes[$0] == words[0] && bytes[$0..<$0 + words.count].elementsEqual(words) }
      .map { $0 + words.count }
  }

  private static func hash(of bytes: [UInt8]) -> ContentHash? {
    guard let place = place(in: Array(bytes.prefix(reach))) else { return nil }
    var bytes = bytes
    blank(&bytes, from: 0, mark: place)
    return ContentHash(hashing: bytes)
  }

  /// Overwrites what of the digits and the tail lies in a block that starts at a place of the file.
  private static func blank(_ block: inout [UInt8], from start: Int, mark: Int) {
    for place in mark..<mark + digits where block.indices.contains(place - start) {
      block[place - start] = UInt8(ascii: "0")
    }
    for place in mark + digits..<mark + digits + tail where block.indices.contains(place - start) {
      block[place - start] = 0
    }
  }

  private static func hash(ofFile path: String, markAt mark: Int) -> ContentHash? {
    var hasher = SHA256()
    var start = 0
    while let block = read(path, from: start, count: 1 << 20) {
      if block.isEmpty { return hasher.finish() }
      var blanked = block
      blank(&blanked, from: start, mark: mark)
      hasher.update(blanked)
      start += block.count
    }
    return nil
  }

  /// Bytes of a plain file, fewer at its end; nil where it cannot be read.
  private static func read(_ path: String, from start: Int, count: Int) -> [UInt8]? {
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let got = unsafe bytes.withUnsafeMutableBytes { all in
        unsafe pread(
          descriptor, all.baseAddress.map { unsafe $0 + done }, count - done, off_t(start + done))
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { return nil }
      if got == 0 { break }
      done += got
    }
    bytes.removeSubrange(done...)
    return bytes
  }

  private static func big(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  /// The check sum of a PNG's chunk (CRC-32 of ISO 3309), for a few bytes.
  private static func checkSum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in
        sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1
      }
    }
  }
}
