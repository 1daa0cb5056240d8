package import Glibc

/// The time of day, for records that people read and for the racy rule of file hashes.
package enum WallClock {
  /// Nanoseconds since 1970.
  package static var nanoseconds: Int {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_REALTIME, &time)
    return nanoseconds(of: time)
  }

  /// A moment in nanoseconds since 1970; from the year 2262 on, which 64 bits do not reach, the
  /// largest number there is.
  package static func nanoseconds(of time: timespec) -> Int {
    let (seconds, tooLarge) = Int(time.tv_sec).multipliedReportingOverflow(by: 1_000_000_000)
    let (sum, stillTooLarge) = seconds.addingReportingOverflow(Int(time.tv_nsec))
    guard !tooLarge, !stillTooLarge else { return time.tv_sec < 0 ? .min : .max }
    return sum
  }

  /// Seconds since 1970.
  package static var seconds: Double {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// `20261123-204412` for a moment, in UTC: part of the names of folders, not for people.
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
