import Glibc
package import VoimoBase

/// A font to set burned-in words in, with what identifies it.
package struct FontFile: Hashable, Sendable {
  package let path: String
  /// Of the whole file: what a key must hold, since the pixels depend on it.
  package let hash: ContentHash
  let bytes: [UInt8]

  /// The font that voimo sets words in when the project names none: DejaVu Sans Bold.
  package static let standardPaths = [
    "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf",
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
  ]

  /// The family of the standard font, for styles.
  package static let standardFamily = "DejaVu Sans"

  /// Reads a font.
  ///
  /// - Throws: `MediaError` when there is none, or it is larger than 64 MiB.
  package init(path: String) throws(MediaError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw MediaError(.unreadable, "The font \(path) cannot be read", operation: "open")
    }
    defer { close(descriptor) }
    var facts = stat()
    guard unsafe fstat(descriptor, &facts) == 0, (1...(64 << 20)).contains(facts.st_size) else {
      throw MediaError(.outOfLimits, "\(path) is not a font, or too large", operation: "fstat")
    }
    var bytes = [UInt8](repeating: 0, count: Int(facts.st_size))
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeMutableBytes { all in
        unsafe read(descriptor, all.baseAddress.map { unsafe $0 + done }, all.count - done)
      }
      guard count > 0 else {
        throw MediaError(.unreadable, "The font \(path) cannot be read", operation: "read")
      }
      done += count
    }
    self.path = path
    self.bytes = bytes
    hash = ContentHash(hashing: bytes)
  }

  /// The standard font of this machine.
  ///
  /// - Throws: `MediaError` that names the package to install.
  package static func standard() throws(MediaError) -> FontFile {
    for path in standardPaths where unsafe access(path, R_OK) == 0 {
      return try FontFile(path: path)
    }
    throw MediaError(
      .unreadable,
      "The font DejaVu Sans is not installed; on Debian it is in fonts-dejavu-core",
      operation: "font")
  }

  package static func == (a: Self, b: Self) -> Bool { a.hash == b.hash && a.path == b.path }

  package func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}
