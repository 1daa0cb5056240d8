/// The bytes of an artifact: `VDM1`, width and height, then each value's difference to what its
/// neighbours foretell, in as many bytes as it needs.
extension DepthMap {
  private static let mark: [UInt8] = [0x56, 0x44, 0x4D, 0x31]
  /// The largest side that is read.
  private static let longest = 32_768

  /// The map as bytes, without loss; smooth maps take about a byte a value, flat ones far less.
  package func encode() -> [UInt8] {
    var bytes = Self.mark
    Self.put(width, into: &bytes)
    Self.put(height, into: &bytes)
    var same = 0
    for index in values.indices {
      let foretold = Self.foretell(values, index, width)
      let difference = Int(values[index]) - foretold
      if difference == 0 {
        same += 1
        continue
      }
      // An even number counts values that come as foretold, an odd one is a difference.
      if same > 0 { Self.put(same << 1, into: &bytes) }
      same = 0
      let folded = difference > 0 ? difference * 2 - 1 : -difference * 2
      Self.put(folded << 1 | 1, into: &bytes)
    }
    if same > 0 { Self.put(same << 1, into: &bytes) }
    return bytes
  }

  /// Reads such bytes; nil where they are not a whole map and nothing else.
  package init?(decoding bytes: [UInt8]) {
    guard bytes.starts(with: Self.mark) else { return nil }
    var place = Self.mark.count
    guard let width = Self.take(bytes, &place), let height = Self.take(bytes, &place),
      (1...Self.longest).contains(width), (1...Self.longest).contains(height)
    else { return nil }
    var values: [UInt16] = []
    // Not reserved beforehand: damaged bytes must not ask for memory.
    while values.count < width * height {
      guard let code = Self.take(bytes, &place) else { return nil }
      if code & 1 == 0 {
        guard code >> 1 > 0, code >> 1 <= width * height - values.count else { return nil }
        for _ in 0..<code >> 1 {
          values.append(UInt16(Self.foretell(values, values.count, width)))
        }
      } else {
        let folded = code >> 1
        let difference = folded & 1 == 1 ? (folded + 1) / 2 : -(folded / 2)
        let value = Self.foretell(values, values.count, width) + difference
        guard difference != 0, (0...65_535).contains(value) else { return nil }
        values.append(UInt16(value))
      }
    }
    guard place == bytes.count else { return nil }
    self.init(width: width, height: height, values: values)
  }

  /// What left, upper and upper left neighbour let expect: the median of left, upper and their
  /// plane (Weinberger 2000).
  private static func foretell(_ values: [UInt16], _ index: Int, _ width: Int) -> Int {
    let isFirst = index % width == 0
    guard index >= width else { return isFirst ? 0 : Int(values[index - 1]) }
    let up = Int(values[index - width])
    guard !isFirst else { return up }
    let left = Int(values[index - 1]), corner = Int(values[index - width - 1])
    if corner >= max(left, up) { return min(left, up) }
    if corner <= min(left, up) { return max(left, up) }
    return left + up - corner
  }

  /// Seven bits a byte, low ones first; the eighth says that more follow.
  private static func put(_ number: Int, into bytes: inout [UInt8]) {
    var rest = number
    while rest > 127 {
      bytes.append(UInt8(rest & 127) | 128)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private static func take(_ bytes: [UInt8], _ place: inout Int) -> Int? {
    var number = 0
    for shift in stride(from: 0, through: 35, by: 7) {
      guard place < bytes.count else { return nil }
      let byte = bytes[place]
      place += 1
      number |= Int(byte & 127) << shift
      guard byte > 127 else { return number }
    }
    return nil
  }
}
