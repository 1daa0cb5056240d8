/// Sizes as people write them: `500MB`, `2 GB`, `1.5GiB`, `4096`.
package enum SizeText {
  /// Bytes; nil for what is no size, or is more than can be counted.
  package static func bytes(in text: String) -> Int? {
    let text = text.lowercased().filter { !$0.isWhitespace }
    let digits = text.prefix { $0.isASCII && $0.isNumber || $0 == "." }
    guard let number = Double(digits), number.isFinite else { return nil }
    let factors: [Substring: Double] = [
      "": 1, "b": 1, "k": 1e3, "kb": 1e3, "m": 1e6, "mb": 1e6, "g": 1e9, "gb": 1e9, "t": 1e12,
      "tb": 1e12, "kib": 1024, "mib": 1_048_576, "gib": 1_073_741_824, "tib": 1_099_511_627_776,
    ]
    guard let factor = factors[text.dropFirst(digits.count)], number * factor < 9e18 else {
      return nil
    }
    return Int(number * factor)
  }
}
