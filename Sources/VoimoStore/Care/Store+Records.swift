import VoimoBase
import VoimoEngine

extension Store {
  /// How many records are compared with the index whenever a build has made something.
  ///
  /// A few milliseconds of work. A small store is looked at whole, a large one by and by.
  static let recordsLookedAt = 64

  /// Compares some records with the index, and writes those again that are damaged or gone.
  ///
  /// What a lost index is made again from must be found whole when it is needed.
  ///
  /// - Parameter number: The build's; another one looks at other records.
  /// - Throws: `StoreError` where the index cannot be read or a record cannot be written.
  func mendRecords(number: Int64) throws(StoreError) {
    let some = try index.encodedResults(from: Self.start(number), limit: Self.recordsLookedAt)
    var mended = 0
    for (result, encoded) in some where !records.hold(encoded, of: result.key) {
      try keepAgain(result, as: encoded)
      mended += 1
    }
    guard mended > 0 else { return }
    index.say(
      mended == 1
        ? "the record of a result was damaged and was written again from the index"
        : "the records of \(mended) results were damaged and were written again from the index")
  }

  /// The key with which a build begins: multiples of the golden ratio leave no large gap between
  /// them, so that after a round each record has been looked at.
  private static func start(_ number: Int64) -> ContentHash {
    let place = UInt64(bitPattern: number) &* 0x9E37_79B9_7F4A_7C15
    let head = (0..<8).map { UInt8(truncatingIfNeeded: place >> (56 - 8 * $0)) }
    let bytes = head + [UInt8](repeating: 0, count: 24)
    return ContentHash(bytes: bytes) ?? ContentHash(hashing: bytes)
  }

  /// Writes the record of a result that the index has; what is in its place is put aside.
  func keepAgain(_ result: StepResult, as encoded: [UInt8]) throws(StoreError) {
    guard !index.readOnly else { return }
    let folder = try newFolder(for: result.id)
    defer { abandon(folder: folder) }
    records.clear(result.key)
    try records.keep(encoded, of: result.key, from: folder, durably: true)
  }
}
