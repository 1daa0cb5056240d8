import VoimoBase

/// Reads the times of lyrics files.
enum TimeText {
  /// What a text turned out to be.
  enum Reading: Equatable {
    case time(Seconds)
    /// It has a time's shape, and cannot be one: why.
    case bad(String)
    case notATime
  }

  /// Reads `mm:ss`, `mm:ss.xx`, `h:mm:ss.xxx`, with `.` or `,` before the fraction.
  ///
  /// Three parts without a fraction are read as `mm:ss:xx`, as some LRC editors write, when the
  /// first has two digits and `hundredthsAfterColon` is set; else as `h:mm:ss`.
  static func read(
    _ scalars: some Sequence<Unicode.Scalar>, hundredthsAfterColon: Bool = false
  ) -> Reading {
    var parts: [(value: Int, digits: Int)] = [(0, 0)]
    var fraction: (value: Int, digits: Int)?
    for scalar in scalars {
      switch scalar {
      case "0"..."9":
        let digit = Int(scalar.value) - 48
        if let digits = fraction {
          // Digits past the sixth are below a microsecond.
          if digits.digits < 6 { fraction = (digits.value * 10 + digit, digits.digits + 1) }
        } else {
          let last = parts[parts.count - 1]
          guard last.digits < 6 else { return .notATime }
          parts[parts.count - 1] = (last.value * 10 + digit, last.digits + 1)
        }
      case ":" where fraction == nil && parts.count < 3:
        parts.append((0, 0))
      case ".", ",":
        guard fraction == nil else { return .notATime }
        fraction = (0, 0)
      default:
        return .notATime
      }
    }
    guard parts.count >= 2, parts.allSatisfy({ $0.digits > 0 }) else { return .notATime }
    if hundredthsAfterColon, fraction == nil, parts.count == 3, parts[0].digits == 2 {
      fraction = parts.removeLast()
    }
    return value(parts.map(\.value), fraction: fraction)
  }

  private static func value(
    _ parts: [Int], fraction: (value: Int, digits: Int)?
  ) -> Reading {
    let (hours, minutes, seconds) =
      parts.count == 3 ? (parts[0], parts[1], parts[2]) : (0, parts[0], parts[1])
    guard seconds < 60 else { return .bad("it has \(seconds) seconds; 0 to 59 fit in a minute") }
    guard parts.count == 2 || minutes < 60 else {
      return .bad("it has \(minutes) minutes; 0 to 59 fit in an hour")
    }
    let whole = hours * 3600 + minutes * 60 + seconds
    guard whole < 100 * 3600 else { return .bad("no song lasts a hundred hours") }
    var time = Double(whole)
    if let fraction, fraction.digits > 0 {
      let scale = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000][fraction.digits]
      time = Double(whole * scale + fraction.value) / Double(scale)
    }
    return .time(Seconds(time))
  }
}
