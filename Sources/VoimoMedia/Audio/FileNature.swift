import Glibc
import VoimoBase

/// What a file is, as far as its first bytes tell: reason enough to refuse it, or to explain why
/// libav did.
struct FileNature {
  /// The file's own name, for sentences.
  let name: String
  let byteCount: Int
  private let path: String
  /// The first 4 KiB.
  let head: [UInt8]

  /// Takes the first 4 KiB of a file that is in memory.
  init(bytes: [UInt8], name: String) {
    path = name
    self.name = name
    byteCount = bytes.count
    head = Array(bytes.prefix(4096))
  }

  /// Reads the first 4 KiB of a plain file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - other: What kind of error it is when it is no plain file.
  /// - Throws: `MediaError` where there is no plain file, or it cannot be read.
  init(path: String, ifNoFile other: MediaError.Code = .notAudio) throws(MediaError) {
    self.path = path
    name = path.split(separator: "/").last.map(String.init) ?? path
    var facts = stat()
    guard unsafe stat(path, &facts) == 0 else {
      let reason =
        errno == ENOENT ? "does not exist" : "cannot be read: \(SystemRefusal(code: errno).reason)"
      throw MediaError(.unreadable, "\(name) \(reason)", operation: "stat")
    }
    guard facts.st_mode & S_IFMT == S_IFREG else {
      let kind = facts.st_mode & S_IFMT == S_IFDIR ? "a folder" : "not a plain file"
      throw MediaError(other, "\(name) is \(kind)", operation: "stat")
    }
    byteCount = Int(facts.st_size)
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw MediaError(
        .unreadable, "\(name) cannot be read: \(SystemRefusal(code: errno).reason)",
        operation: "open")
    }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = unsafe read(descriptor, &bytes, bytes.count)
    guard count >= 0 else {
      throw MediaError(
        .unreadable, "\(name) cannot be read: \(SystemRefusal(code: errno).reason)",
        operation: "read")
    }
    head = Array(bytes.prefix(count))
  }

  /// The error to throw when the file certainly is not sound; nil when libav should look at it.
  var refusal: MediaError? {
    if byteCount == 0 { return refuse("\(name) is empty") }
    if starts("#EXTM3U") || starts("[playlist]") {
      return refuse("\(name) is a playlist; name one of the songs in it")
    }
    if isWebPage {
      return refuse("\(name) is not audio (HTML document, \(size)). Was this a download page?")
    }
    for (magic, what) in Self.otherThings where starts(magic.bytes, at: magic.offset) {
      return refuse("\(name) is \(what), not audio")
    }
    if let scheme = Protection.scheme(ofHead: head) {
      return Protection.refusal(of: name, scheme)
    }
    if isText { return refuse("\(name) is not audio (text, \(size))") }
    return nil
  }

  /// Says in plain words why libav would not open the file, where that can be told.
  func explain(_ error: MediaError) -> MediaError {
    var error = error
    let detail = error.detail ?? ""
    if let boxes = MovieBoxes(path: path), boxes.tracks.contains(where: \.isEncrypted) {
      return Protection.refusal(of: name)
    }
    if let fault = ChunkFault(path: path) {
      error.code = .damaged
      error.sentence = "\(name) \(fault.sentence)"
      return error
    }
    if detail.contains("moov atom not found") {
      error.code = .damaged
      error.sentence =
        "\(name) breaks off before its index (moov); it was not copied or recorded to its end"
    } else if error.operation == "avformat_open_input", error.code != .library {
      error.code = .notAudio
      error.sentence = "\(name) is not audio in any format that voimo knows (\(size))"
    }
    return error
  }

  /// `12 kB`, in steps of a thousand.
  var size: String {
    switch byteCount {
    case ..<1000: "\(byteCount) bytes"
    case ..<1_000_000: "\((byteCount + 500) / 1000) kB"
    default: "\((byteCount + 500_000) / 1_000_000) MB"
    }
  }

  /// Bytes that stand at a place in every file of a kind.
  struct Magic {
    var bytes: [UInt8]
    var offset = 0
    /// What stands eight bytes on from the start, where that matters too.
    var second: [UInt8] = []

    init(_ text: String, at offset: Int = 0) {
      bytes = Array(text.utf8)
      self.offset = offset
    }

    init(_ bytes: [UInt8]) { self.bytes = bytes }
  }

  private static let otherThings: [(Magic, String)] = [
    (Magic([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), "a PNG picture"),
    (Magic([0xFF, 0xD8, 0xFF]), "a JPEG picture"), (Magic("GIF8"), "a GIF picture"),
    (Magic("WEBP", at: 8), "a WebP picture"), (Magic("ftypavif", at: 4), "an AVIF picture"),
    (Magic("ftypheic", at: 4), "a HEIC picture"), (Magic("%PDF-"), "a PDF document"),
    (Magic([0x50, 0x4B, 0x03, 0x04]), "a ZIP archive (unpack it first)"),
    (Magic([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]), "a 7z archive (unpack it first)"),
    (Magic("Rar!"), "a RAR archive (unpack it first)"),
    (Magic([0x1F, 0x8B]), "a gzip archive (unpack it first)"),
    (Magic("MThd"), "a MIDI file (notes, which voimo does not play)"),
    (Magic([0x7F, 0x45, 0x4C, 0x46]), "a program"), (Magic("SQLite format 3"), "a database"),
  ]

  private func refuse(_ sentence: String) -> MediaError {
    MediaError(.notAudio, sentence, operation: "look")
  }

  /// Whether the file begins with a text.
  func starts(_ text: String) -> Bool { starts(Array(text.utf8), at: 0) }

  /// Whether bytes stand at a place.
  func starts(_ bytes: [UInt8], at offset: Int) -> Bool {
    head.count >= offset + bytes.count && head[offset..<offset + bytes.count].elementsEqual(bytes)
  }

  /// Whether the file begins, after white space and a byte order mark, with a text in lower case.
  func startsText(_ text: String) -> Bool {
    let first = head.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }.prefix(text.utf8.count)
    return first.map { (65...90).contains($0) ? $0 + 32 : $0 } == Array(text.utf8)
  }

  /// Whether it is a page of the web.
  var isWebPage: Bool { startsText("<!doctype html") || startsText("<html") }

  /// Whether a text stands in the first 4 KiB, in any case.
  func mentions(_ text: String) -> Bool {
    let lower = head.map { (65...90).contains($0) ? $0 + 32 : $0 }
    return lower.firstRange(of: Array(text.utf8)) != nil
  }

  /// Whether the first bytes are all UTF-8 without control characters.
  var isText: Bool {
    let controls = head.contains { $0 < 0x20 && !(0x09...0x0D).contains($0) && $0 != 0x1B }
    if controls { return false }
    // The last character may be cut.
    let whole = head.count < 4096 ? head[...] : head.dropLast(4)
    return String(validating: whole, as: UTF8.self) != nil
      || String(validating: whole.dropLast(3), as: UTF8.self) != nil
  }
}
