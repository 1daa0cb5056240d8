/// A time or a length in seconds; as a time, of the song's own clock (sample 0 is 0).
package struct Seconds: Hashable, Sendable, Comparable {
  /// The number of seconds; finite wherever it came from a file.
  package var value: Double

  /// Takes a number of seconds.
  package init(_ value: Double) { self.value = value }

  /// No time at all; the song's first sample.
  package static let zero = Seconds(0)

  package static func < (a: Self, b: Self) -> Bool { a.value < b.value }
  package static func + (a: Self, b: Self) -> Self { Self(a.value + b.value) }
  package static func - (a: Self, b: Self) -> Self { Self(a.value - b.value) }
  package static func * (a: Self, b: Double) -> Self { Self(a.value * b) }

  /// `m:ss.mmm`, from an hour on `h:mm:ss.mmm`, without trailing zeros: `3:20.25`, `0:48`.
  package var clock: String {
    guard value.isFinite, abs(value) < 1e9 else { return "\(value) s" }
    let milliseconds = Int((abs(value) * 1000).rounded())
    let (minutes, rest) = (milliseconds / 60_000).quotientAndRemainder(dividingBy: 60)
    let seconds = milliseconds % 60_000
    var text = minutes > 0 ? "\(minutes):\(Self.padded(rest, 2))" : "\(rest)"
    text += ":\(Self.padded(seconds / 1000, 2))"
    var fraction = Self.padded(seconds % 1000, 3)
    while fraction.last == "0" { fraction.removeLast() }
    if !fraction.isEmpty { text += ".\(fraction)" }
    return (value < 0 && milliseconds > 0 ? "-" : "") + text
  }

  /// A number with leading zeros up to a width.
  package static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension Seconds: CustomStringConvertible {
  package var description: String { clock }
}

extension Seconds: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  package init(floatLiteral value: Double) { self.value = value }
  package init(integerLiteral value: Int) { self.value = Double(value) }
}

extension Seconds: Codable {
  package init(from decoder: any Decoder) throws {
    value = try decoder.singleValueContainer().decode(Double.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }
}
