import Glibc
import Synchronization
package import VoimoBase

/// A font to set burned-in words in, with what identifies it.
///
/// The file is read when it is first needed, and once for all that share the value.
package struct FontFile: Hashable, Sendable {
  package let path: String
  /// Which of the file's faces it is, from 0; a collection (`.ttc`) holds several.
  package let face: Int
  /// Of the whole file: what a key must hold, since the pixels depend on it.
  package let hash: ContentHash
  private let contents = FontContents()

  /// Where Debian has the font that voimo sets words in when the project names none.
  static let standardPaths = Weight.allCases.map(path(ofStandard:))

  /// The family of the standard font, for styles.
  package static let standardFamily = "DejaVu Sans"

  /// Reads a font.
  ///
  /// - Throws: `MediaError` when there is none, or it is larger than 64 MiB.
  package init(path: String, face: Int = 0) throws(MediaError) {
    self.init(path: path, face: face, hash: ContentHash(hashing: try Self.read(path)))
  }

  /// Names a font whose content is known by its hash; nothing is read yet.
  package init(path: String, face: Int, hash: ContentHash) {
    self.path = path
    self.face = face
    self.hash = hash
  }

  /// How heavy the strokes of a font are.
  package enum Weight: Sendable, CaseIterable {
    /// For words over pictures.
    case bold
    /// For pages.
    case regular
  }

  /// The standard font of this machine.
  ///
  /// - Throws: `MediaError` that names the package to install.
  package static func standard(_ weight: Weight = .bold) throws(MediaError) -> FontFile {
    try FontFile(path: standardPath(weight))
  }

  /// Where the standard font of this machine is: the cut of that weight, else the other one.
  ///
  /// - Throws: `MediaError` that names the package to install.
  package static func standardPath(_ weight: Weight = .bold) throws(MediaError) -> String {
    if let path = standardCut(weight) { return path }
    for other in Weight.allCases where other != weight {
      if let path = standardCut(other) { return path }
    }
    throw MediaError(
      .unreadable,
      "the font DejaVu Sans is not installed; on Debian it is in fonts-dejavu-core",
      operation: "font")
  }

  /// Where the cut of a weight of the standard font is; nil where it is not installed.
  static func standardCut(_ weight: Weight) -> String? {
    let path = path(ofStandard: weight)
    return unsafe access(path, R_OK) == 0 ? path : nil
  }

  private static func path(ofStandard weight: Weight) -> String {
    switch weight {
    case .bold: "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"
    case .regular: "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
    }
  }

  /// The font's bytes and what is in them.
  ///
  /// - Throws: `MediaError` when the file cannot be read, is not a font, or is another one than
  ///   its hash says.
  func load() throws(MediaError) -> LoadedFont {
    try contents.font { () throws(MediaError) in
      let bytes = try Self.read(path)
      guard ContentHash(hashing: bytes) == hash else {
        throw MediaError(
          .mismatch, "the font \(path) changed during the build; build again", operation: "font")
      }
      return try LoadedFont(bytes: bytes, face: face, path: path)
    }
  }

  /// The characters of a font that is not used yet; reads its file.
  ///
  /// - Throws: `MediaError` when it cannot be read or is not a font.
  static func coverage(path: String, face: Int) throws(MediaError) -> FontCoverage {
    try LoadedFont(bytes: try read(path), face: face, path: path).coverage
  }

  private static func read(_ path: String) throws(MediaError) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw MediaError(.unreadable, "the font \(path) cannot be read", operation: "open")
    }
    defer { close(descriptor) }
    var facts = stat()
    guard unsafe fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG,
      (1...(64 << 20)).contains(facts.st_size)
    else {
      throw MediaError(.outOfLimits, "\(path) is not a font, or too large", operation: "fstat")
    }
    var bytes = [UInt8](repeating: 0, count: Int(facts.st_size))
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeMutableBytes { all in
        unsafe Glibc.read(descriptor, all.baseAddress.map { unsafe $0 + done }, all.count - done)
      }
      guard count > 0 else {
        throw MediaError(.unreadable, "the font \(path) cannot be read", operation: "read")
      }
      done += count
    }
    return bytes
  }

  package static func == (a: Self, b: Self) -> Bool {
    a.hash == b.hash && a.path == b.path && a.face == b.face
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}

/// Where a font's content is kept after it was read.
private final class FontContents: Sendable {
  private let kept = Mutex<LoadedFont?>(nil)

  /// The content, read by the first who asks; others wait meanwhile.
  func font(_ load: () throws(MediaError) -> LoadedFont) throws(MediaError) -> LoadedFont {
    try kept.withLock { kept throws(MediaError) in
      if let kept { return kept }
      let fresh = try load()
      kept = fresh
      return fresh
    }
  }
}
