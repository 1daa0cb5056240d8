import Glibc

/// The time of day, for records that people read and for the racy rule of file hashes.
package enum WallClock {
  /// Nanoseconds since 1970.
  package static var nanoseconds: Int {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_REALTIME, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  /// Seconds since 1970.
  package static var seconds: Double { Double(nanoseconds) / 1e9 }

  /// `20261123-204412` for a moment, in UTC.
  static func stamp(_ seconds: Double) -> String {
    var time = time_t(seconds)
    var parts = unsafe tm()
    _ = unsafe gmtime_r(&time, &parts)
    let digits = { (number: Int32, width: Int) in
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    return unsafe digits(parts.tm_year + 1900, 4) + digits(parts.tm_mon + 1, 2)
      + digits(parts.tm_mday, 2) + "-" + digits(parts.tm_hour, 2) + digits(parts.tm_min, 2)
      + digits(parts.tm_sec, 2)
  }
}
