import Foundation
import GRDB
import VoimoBase

/// What a row of the index must add up to, so that a damaged one is never believed.
///
/// Made for chance, not for malice, and for speed: a build with nothing to do reads a row for every
/// step. Any damage within one word of eight bytes is found for certain.
enum RowChecksum {
  /// Adds up a result's record and when it was made.
  static func of(_ record: [UInt8], made: Double) -> Int64 {
    of(record) ^ Int64(bitPattern: made.bitPattern &* 0x9E37_79B9_7F4A_7C15)
  }

  /// Adds up what a profile uses of a step.
  static func of(
    profile: String, step: String, key: some Sequence<UInt8>, build: Int64?, isWanted: Bool
  ) -> Int64 {
    var bytes = Array(profile.utf8) + [0] + Array(step.utf8) + [0]
    bytes += key
    append(UInt64(bitPattern: build ?? -1), to: &bytes)
    bytes.append(isWanted ? 1 : 0)
    return of(bytes)
  }

  /// Adds up the values of a row, in their order.
  static func of(_ values: some Sequence<DatabaseValue>) -> Int64 {
    var bytes: [UInt8] = []
    for value in values {
      switch value.storage {
      case .null: bytes.append(0)
      case .int64(let number):
        bytes.append(1)
        append(UInt64(bitPattern: number), to: &bytes)
      case .double(let number):
        bytes.append(2)
        append(number.bitPattern, to: &bytes)
      case .string(let text):
        bytes.append(3)
        append(UInt64(text.utf8.count), to: &bytes)
        bytes += text.utf8
      case .blob(let data):
        bytes.append(4)
        append(UInt64(data.count), to: &bytes)
        bytes += data
      }
    }
    return of(bytes)
  }

  private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(shift)))
    }
  }

  /// Adds up bytes.
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
