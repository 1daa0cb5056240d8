import Glibc

/// What an MP4 or QuickTime file's boxes say that libav does not tell: edit lists, fragments and
/// encryption (ISO/IEC 14496-12, 8.1 to 8.12).
struct MovieBoxes {
  /// One track.
  struct Track {
    /// Its number, which libav gives as the stream's id.
    var id: Int32 = 0
    var isSound = false
    /// Whether an edit list says where in the film it starts.
    var hasEdits = false
    /// Whether its samples are encrypted: Common Encryption, FairPlay or Audible.
    var isEncrypted = false
  }

  private(set) var tracks: [Track] = []
  /// Whether the samples come in fragments, each with its own time.
  private(set) var isFragmented = false
  private var boxesLeft = 20_000

  /// Walks the boxes of a file; nil for anything that is not such a file.
  ///
  /// Reads box headers and a few fields, not their content, and at most 20 000 boxes.
  init?(path: String) {
    guard let file = ByteWindow(path: path) else { return nil }
    let first = file.text(at: 4, 4)
    let beginnings = ["ftyp", "moov", "mdat", "free", "wide", "skip", "styp"]
    guard beginnings.contains(first) else { return nil }
    walk(file, 0..<file.count, depth: 0)
  }

  /// The track that libav calls by a stream id.
  func track(_ id: Int32) -> Track? { tracks.first { $0.id == id } }

  private static let parents: Set<String> = ["moov", "trak", "mdia", "minf", "stbl", "edts"]
  /// Sample entries whose samples are encrypted.
  private static let encryptedEntries: Set<String> = ["enca", "encv", "drms", "drmi", "aavd"]

  private mutating func walk(_ file: ByteWindow, _ range: Range<Int>, depth: Int) {
    var place = range.lowerBound
    while place + 8 <= range.upperBound, boxesLeft > 0 {
      boxesLeft -= 1
      var size = file.big(at: place, 4)
      var head = 8
      if size == 1 { (size, head) = (file.big(at: place + 8, 8), 16) }
      if size == 0 { size = range.upperBound - place }
      guard size >= head, size <= range.upperBound - place else { return }
      let content = place + head..<place + size
      let name = file.text(at: place + 4, 4)
      if name == "trak" { tracks.append(Track()) }
      note(name, file, content)
      if Self.parents.contains(name), depth < 8 { walk(file, content, depth: depth + 1) }
      place += size
    }
  }

  private mutating func note(_ name: String, _ file: ByteWindow, _ content: Range<Int>) {
    let start = content.lowerBound
    if name == "moof" || name == "mvex" { isFragmented = true }
    guard !tracks.isEmpty else { return }
    let last = tracks.count - 1
    switch name {
    case "mvex":
      isFragmented = true
    case "tkhd":
      // Version 1 has two times of eight bytes in front, version 0 of four.
      let place = start + (file.big(at: start, 1) == 1 ? 20 : 12)
      tracks[last].id = Int32(truncatingIfNeeded: file.big(at: place, 4))
    case "hdlr":
      if file.text(at: start + 8, 4) == "soun" { tracks[last].isSound = true }
    case "elst":
      tracks[last].hasEdits = file.big(at: start + 4, 4) > 0
    case "stsd":
      tracks[last].isEncrypted = Self.encryptedEntries.contains(file.text(at: start + 12, 4))
    default: break
    }
  }
}
