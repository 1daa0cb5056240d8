import CLibAV
import VoimoBase

/// How shops keep songs from being read: recognised so that it can be said, never undone.
enum Protection {
  /// What protects a file, as far as its first bytes tell; nil where nothing is seen.
  static func scheme(ofHead head: [UInt8]) -> String? {
    for scheme in schemes where head.dropFirst(scheme.offset).starts(with: scheme.magic) {
      return scheme.name
    }
    let asfHeader: [UInt8] = [0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11]
    if head.starts(with: asfHeader), asfObjects.contains(where: { head.contains($0) }) {
      return "Windows Media DRM"
    }
    // MPEG-TS: bits of each packet's head say whether its payload is scrambled.
    let packets = stride(from: 0, to: max(head.count - 187, 0), by: 188)
    if packets.underestimatedCount > 2, packets.allSatisfy({ head[$0] == 0x47 }),
      packets.contains(where: { head[$0 + 3] & 0xC0 >= 0x80 })
    {
      return "scrambled MPEG transport stream"
    }
    return nil
  }

  /// Whether a track of an open file is encrypted.
  static func isEncrypted(_ input: InputFile, stream: Int, boxes: MovieBoxes?) -> Bool {
    let raw = unsafe input.stream(stream)
    if boxes?.track(unsafe raw.pointee.id)?.isEncrypted == true { return true }
    // Matroska's ContentEncryption, as libav tells it.
    return unsafe LibAVTags.read(raw.pointee.metadata)["enc_key_id"] != nil
  }

  /// The error for a file that is protected.
  static func refusal(of name: String, _ scheme: String? = nil) -> MediaError {
    MediaError(
      .notAudio,
      "\(name) is encrypted (DRM\(scheme.map { ": \($0)" } ?? "")); voimo cannot read it. "
        + "Use a copy without protection", operation: "look")
  }

  private static let schemes: [(magic: [UInt8], offset: Int, name: String)] = [
    (Array("CTENFDAM".utf8), 0, "NetEase"), (Array("yeelion-kuwo".utf8), 0, "Kuwo"),
    ([0x7C, 0xD5, 0x32, 0xEB, 0x86, 0x02, 0x7F, 0x4B], 0, "Kugou"),
    ([0x05, 0x28, 0xBC, 0x96, 0xE9, 0xE4, 0x5A, 0x43], 0, "Kugou"),
    ([0x57, 0x90, 0x75, 0x36], 4, "Audible"), (Array("ftypaax".utf8), 4, "Audible"),
  ]

  /// Content Encryption Object and Extended Content Encryption Object (ASF, 3.14 and 3.15).
  private static let asfObjects: [[UInt8]] = [
    [
      0xFB, 0xB3, 0x11, 0x22, 0x23, 0xBD, 0xD2, 0x11, 0xB4, 0xB7, 0x00, 0xA0, 0xC9, 0x55, 0xFC,
      0x6E,
    ],
    [
      0x14, 0xE6, 0x8A, 0x29, 0x22, 0x26, 0x17, 0x4C, 0xB9, 0x35, 0xDA, 0xE0, 0x7E, 0xE9, 0x28,
      0x9C,
    ],
  ]
}
