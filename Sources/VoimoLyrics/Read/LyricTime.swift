import VoimoBase

/// Reads the times of lyrics files.
enum LyricTime {
  /// What a text turned out to be.
  enum Reading: Equatable {
    /// A time, below zero where it lies before the song, and what is odd about how it is written.
    case time(Seconds, oddity: Oddity?)
    /// It has a time's shape, and cannot be one: why.
    case bad(String)
    case notATime

    /// The time; nil where it is none.
    var seconds: Seconds? {
      guard case .time(let time, _) = self else { return nil }
      return time
    }
  }

  /// What other programs' rounding makes of a time: it is read, and said.
  enum Oddity: Equatable {
    case seconds(Int)
    case minutes(Int)
    case thousandths
  }

  /// How a third number without a fraction is meant.
  enum LastPart {
    /// `h:mm:ss`; three digits are thousandths.
    case seconds
    /// `mm:ss:xx`, as some LRC editors write, where the first number has two digits.
    case hundredths
  }

  /// Reads `mm:ss`, `mm:ss.xx`, `h:mm:ss.xxx`, with `.`, `,` or a third colon before the fraction,
  /// in digits of any script, full-width signs included.
  ///
  /// A minus may stand before any of the numbers, as programs print times before zero. A fraction
  /// of `1000` is one second: that is what rounding makes of 999.6 ms.
  static func read(
    _ scalars: some Sequence<Unicode.Scalar>, last: LastPart = .seconds
  ) -> Reading {
    var parts: [(value: Int, digits: Int)] = [(0, 0)]
    var fraction: (value: Int, digits: Int)?
    var isNegative = false
    // Blanks may stand around a time, not inside.
    var hasBegun = false
    var hasEnded = false
    for scalar in scalars {
      if scalar.isBlank {
        hasEnded = hasBegun
        continue
      }
      guard !hasEnded else { return .notATime }
      hasBegun = true
      if let digit = digit(scalar) {
        if let digits = fraction {
          // Digits past the sixth are below a microsecond.
          if digits.digits < 6 { fraction = (digits.value * 10 + digit, digits.digits + 1) }
        } else {
          let last = parts[parts.count - 1]
          guard last.digits < 6 else { return .notATime }
          parts[parts.count - 1] = (last.value * 10 + digit, last.digits + 1)
        }
        continue
      }
      let isAtNumber = (fraction?.digits ?? parts[parts.count - 1].digits) == 0
      switch scalar {
      case ":", "：", "∶":
        guard fraction == nil, parts.count < 4 else { return .notATime }
        parts.append((0, 0))
      case ".", ",", "．", "，":
        guard fraction == nil else { return .notATime }
        fraction = (0, 0)
      case "-", "−", "–", "－", "﹣":
        guard isAtNumber else { return .notATime }
        isNegative = true
      case "+":
        guard isAtNumber, parts.count == 1 else { return .notATime }
      default:
        return .notATime
      }
    }
    guard parts.count >= 2, parts.allSatisfy({ $0.digits > 0 }) else { return .notATime }
    if fraction == nil, parts.count > 2 {
      let tail = parts[parts.count - 1]
      let isLast = last == .hundredths && parts[0].digits == 2
      if parts.count == 4 || isLast || tail.digits == 3 { fraction = parts.removeLast() }
    }
    guard parts.count < 4 else { return .notATime }
    return value(parts.map(\.value), fraction: fraction, isNegative: isNegative)
  }

  /// The value of a decimal digit of any script; nil for other scalars.
  static func digit(_ scalar: Unicode.Scalar) -> Int? {
    if scalar.value < 0x80 {
      return ("0"..."9").contains(scalar) ? Int(scalar.value) - 48 : nil
    }
    guard scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue
    else { return nil }
    return Int(value)
  }

  private static func value(
    _ parts: [Int], fraction: (value: Int, digits: Int)?, isNegative: Bool
  ) -> Reading {
    let (hours, minutes, seconds) =
      parts.count == 3 ? (parts[0], parts[1], parts[2]) : (0, parts[0], parts[1])
    var oddity: Oddity?
    if seconds >= 60 {
      oddity = .seconds(seconds)
    } else if parts.count == 3, minutes >= 60 {
      oddity = .minutes(minutes)
    }
    var whole = hours * 3600 + minutes * 60 + seconds
    guard whole < 100 * 3600 else { return .bad("no song lasts a hundred hours") }
    var time = Double(whole)
    if let fraction, fraction.digits > 0 {
      if fraction.digits == 4, fraction.value == 1000 {
        whole += 1
        time = Double(whole)
        oddity = .thousandths
      } else {
        let scale = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000][fraction.digits]
        time = Double(whole * scale + fraction.value) / Double(scale)
      }
    }
    return .time(Seconds(isNegative && time > 0 ? -time : time), oddity: oddity)
  }
}
