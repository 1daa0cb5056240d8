/// The kinds of picture files that voimo reads, told by their first bytes, never by their names.
package enum PictureFormat: String, Sendable, Hashable, Codable {
  case png = "PNG"
  case jpeg = "JPEG"
  case webp = "WebP"
  case gif = "GIF"
  case bmp = "BMP"
  case tiff = "TIFF"
  case avif = "AVIF"
  case heic = "HEIC"
  case jpegXL = "JPEG XL"
  case jpeg2000 = "JPEG 2000"
  case qoi = "QOI"
  case pnm = "PNM"
  case photoshop = "Photoshop"

  /// The format by a file's first bytes; nil where it is none of them.
  init?(_ source: ByteSource) {
    let head = source.bytes(at: 0, 12)
    func starts(_ bytes: [UInt8]) -> Bool { head.starts(with: bytes) }
    if starts([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if starts([0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if source.has("RIFF", at: 0), source.has("WEBP", at: 8) {
      self = .webp
    } else if source.has("GIF87a", at: 0) || source.has("GIF89a", at: 0) {
      self = .gif
    } else if source.has("BM", at: 0), source.little(at: 6, 4) == 0,
      [12, 40, 52, 56, 64, 108, 124].contains(source.little(at: 14, 4))
    {
      self = .bmp
    } else if source.has("II*\0", at: 0) || source.has("MM\0*", at: 0) {
      self = .tiff
    } else if source.has("ftyp", at: 4), let format = Self(brandsOf: source) {
      self = format
    } else if starts([0xFF, 0x0A]) || source.has("JXL ", at: 4) {
      self = .jpegXL
    } else if starts([0xFF, 0x4F, 0xFF, 0x51]) || source.has("jP  ", at: 4) {
      self = .jpeg2000
    } else if source.has("qoif", at: 0) {
      self = .qoi
    } else if head[0] == 0x50, (0x31...0x37).contains(head[1]),
      [0x20, 0x0A, 0x0D].contains(head[2])
    {
      self = .pnm
    } else if source.has("8BPS", at: 0) {
      self = .photoshop
    } else {
      return nil
    }
  }

  /// AVIF and HEIC by the brands that the file says it follows; nil for films.
  private init?(brandsOf source: ByteSource) {
    let size = min(source.big(at: 0, 4), 256)
    let places = [8] + Swift.stride(from: 16, to: max(16, size - 3), by: 4)
    let brands = Set(places.map { source.fourCC(at: $0) })
    if !brands.isDisjoint(with: ["avif", "avis"]) {
      self = .avif
    } else if !brands.isDisjoint(with: ["heic", "heix", "heim", "heis", "mif1", "msf1"]) {
      self = .heic
    } else {
      return nil
    }
  }

  /// Whether voimo reads the size itself; for others libav is asked.
  var hasKnownHeader: Bool {
    switch self {
    case .png, .jpeg, .webp, .gif, .bmp, .tiff, .avif, .heic: true
    case .jpegXL, .jpeg2000, .qoi, .pnm, .photoshop: false
    }
  }
}
