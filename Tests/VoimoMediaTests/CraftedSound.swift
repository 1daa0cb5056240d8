import VoimoBase

/// Files made byte by byte, to lie in their headers or to be cheap and endless.
enum CraftedSound {
  /// A number's bytes, low one first.
  static func little(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// A number's bytes, high one first.
  static func big(_ value: Int, _ width: Int) -> [UInt8] { little(value, width).reversed() }

  /// A WAV file that says of itself what it is told.
  static func wave(
    format: Int = 1, channels: Int = 2, rate: Int = 44_100, bits: Int = 16, align: Int? = nil,
    dataSize: Int? = nil, data: [UInt8] = [UInt8](repeating: 7, count: 60_000)
  ) -> [UInt8] {
    let align = align ?? channels * bits / 8
    let head = little(format, 2) + little(channels, 2) + little(rate, 4) + little(rate &* align, 4)
    return Array("RIFF".utf8) + little(dataSize ?? data.count + 36, 4) + Array("WAVEfmt ".utf8)
      + little(16, 4) + head + little(align, 2) + little(bits, 2) + Array("data".utf8)
      + little(dataSize ?? data.count, 4) + data
  }

  /// A mono 16-bit FLAC file of silence, some ten bytes for 65 535 samples.
  ///
  /// - Parameters:
  ///   - rate: In Hz.
  ///   - promised: The length that its header has; 0 for one that is not known.
  ///   - frames: How many frames of 65 535 samples there are.
  /// - Returns: the file.
  static func silentFLAC(rate: Int, promised: Int, frames: Int) -> [UInt8] {
    let size = 65_535
    // 20 bits of rate, 3 of channels less one, 5 of bits less one, 36 of length.
    let facts = rate << 44 | 0 << 41 | 15 << 36 | promised
    var file = Array("fLaC".utf8) + [0x80] + big(34, 3)
    file += big(size, 2) + big(size, 2) + big(0, 3) + big(0, 3) + big(facts, 8)
    file += [UInt8](repeating: 0, count: 16)
    for number in 0..<frames {
      var frame: [UInt8] = [0xFF, 0xF8, 0x70, 0x08] + utf8(number) + big(size - 1, 2)
      frame.append(crc8(frame))
      // A constant subframe: one sample for all.
      frame += [0, 0, 0]
      file += frame + big(crc16(frame), 2)
    }
    return file
  }

  /// An ID3v2.3 tag that holds one picture of so many bytes, and an MP3 after it.
  static func mp3(pictureBytes count: Int, sound: [UInt8]) -> [UInt8] {
    let content = [0] + Array("image/jpeg".utf8) + [0, 3, 0]
    let frame = Array("APIC".utf8) + big(content.count + count, 4) + [0, 0] + content
    let size = frame.count + count
    let synchsafe = (0..<4).map { UInt8(size >> (7 * (3 - $0)) & 0x7F) }
    return Array("ID3".utf8) + [3, 0, 0] + synchsafe + frame
      + [UInt8](repeating: 0xA5, count: count) + sound
  }

  /// An MP4 box.
  static func box(_ name: String, _ content: [UInt8], size: Int? = nil) -> [UInt8] {
    big(size ?? content.count + 8, 4) + Array(name.utf8) + content
  }

  /// An MP4 file of one track of 16-bit sound whose table of samples has so many entries, of which
  /// none is there.
  static func mp4(entries: Int, sampleSize: Int = 0) -> [UInt8] {
    let entry = box(
      "sowt",
      big(0, 6) + big(1, 2) + big(0, 8) + big(2, 2) + big(16, 2) + big(0, 4) + big(44_100 << 16, 4))
    let table =
      box("stsd", big(0, 4) + big(1, 4) + entry)
      + box("stts", big(0, 4) + big(1, 4) + big(entries, 4) + big(1, 4))
      + box("stsc", big(0, 4) + big(1, 4) + big(1, 4) + big(entries, 4) + big(1, 4))
      + box("stsz", big(0, 4) + big(sampleSize, 4) + big(entries, 4))
      + box("stco", big(0, 4) + big(entries, 4))
    let media =
      box("mdhd", big(0, 12) + big(44_100, 4) + big(entries, 4) + big(0, 4))
      + box("hdlr", big(0, 8) + Array("soun".utf8) + big(0, 13))
      + box("minf", box("stbl", table))
    let header = big(0, 12) + big(1, 4) + big(0, 8) + big(0, 56)
    let track = box("trak", box("tkhd", header) + box("mdia", media))
    let movie = box(
      "moov", box("mvhd", big(0, 12) + big(1000, 4) + big(1000, 4) + big(0, 80)) + track)
    return box("ftyp", Array("isom".utf8) + big(0, 4)) + movie
      + box("mdat", [UInt8](repeating: 3, count: 4000))
  }

  /// An Ogg page with what it is told in its head.
  static func oggPage(
    granule: Int, serial: Int, number: Int, flags: UInt8, lacing: [UInt8], content: [UInt8]
  ) -> [UInt8] {
    var page = Array("OggS".utf8) + [0, flags] + little(granule, 8) + little(serial, 4)
    page += little(number, 4) + [0, 0, 0, 0, UInt8(lacing.count)] + lacing + content
    page.replaceSubrange(22..<26, with: little(oggChecksum(page), 4))
    return page
  }

  private static func utf8(_ value: Int) -> [UInt8] {
    Array(String(Unicode.Scalar(UInt32(value)) ?? "\u{0}").utf8)
  }

  private static func crc8(_ bytes: [UInt8]) -> UInt8 {
    bytes.reduce(0) { crc, byte in
      (0..<8).reduce(crc ^ byte) { crc, _ in crc << 1 ^ (crc & 0x80 != 0 ? 0x07 : 0) }
    }
  }

  private static func crc16(_ bytes: [UInt8]) -> Int {
    bytes.reduce(0) { crc, byte in
      (0..<8).reduce(crc ^ Int(byte) << 8) { crc, _ in
        (crc << 1 ^ (crc & 0x8000 != 0 ? 0x8005 : 0)) & 0xFFFF
      }
    }
  }

  private static func oggChecksum(_ bytes: [UInt8]) -> Int {
    bytes.reduce(0) { crc, byte in
      (0..<8).reduce(crc ^ Int(byte) << 24) { crc, _ in
        (crc << 1 ^ (crc & 0x8000_0000 != 0 ? 0x04C1_1DB7 : 0)) & 0xFFFF_FFFF
      }
    }
  }
}
