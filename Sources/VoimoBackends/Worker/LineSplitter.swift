/// Cuts a stream of bytes into lines, however they arrive.
struct LineSplitter {
  /// A line longer than this is cut short there, and its rest is skipped.
  let limit: Int
  private var rest: [UInt8] = []
  private var isSkipping = false

  init(limit: Int) { self.limit = limit }

  /// Takes the next bytes and gives the lines that they complete, without their ends.
  mutating func push(_ bytes: some Sequence<UInt8>) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    for byte in bytes {
      if byte == 0x0A {
        if !isSkipping { lines.append(rest) }
        rest.removeAll(keepingCapacity: true)
        isSkipping = false
      } else if !isSkipping {
        rest.append(byte)
        if rest.count >= limit {
          lines.append(rest)
          rest.removeAll(keepingCapacity: true)
          isSkipping = true
        }
      }
    }
    return lines
  }

  /// What has come since the last end of a line; a program that ends within a line leaves it.
  var unfinished: [UInt8] { isSkipping ? [] : rest }
}
