import VoimoBase

/// What a row of the index must add up to, so that a damaged one is never believed.
///
/// Made for chance, not for malice, and for speed: a build with nothing to do reads a row for every
/// step. Any damage within one word of eight bytes is found for certain.
enum RowChecksum {
  /// Adds up the bytes of a result's row.
  static func of(_ bytes: [UInt8]) -> Int64 {
    var sum = UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15
    func mix(_ word: UInt64) {
      sum = (sum ^ word) &* 0x9E37_79B9_7F4A_7C15
      sum ^= sum >> 32
    }
    var place = 0
    unsafe bytes.withUnsafeBytes { bytes in
      while place + 8 <= bytes.count {
        mix(unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian)
        place += 8
      }
    }
    while place < bytes.count {
      mix(UInt64(bytes[place]))
      place += 1
    }
    return Int64(bitPattern: sum)
  }

  /// Adds up what is remembered of a file.
  static func of(_ memory: FileMemory, path: String) -> Int64 {
    let numbers = [memory.size, memory.modified, memory.changed, memory.inode, memory.looked]
    return of(Array("\(path) \(numbers) ".utf8) + memory.hash.bytes)
  }
}
