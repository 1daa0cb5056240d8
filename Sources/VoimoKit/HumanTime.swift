package import Foundation

/// Moments as people say them: in local time, near ones by their distance.
package struct HumanTime: Sendable {
  private let now: Double
  private let calendar: Calendar

  /// - Parameters:
  ///   - now: seconds since 1970.
  ///   - zone: where the reader is.
  package init(now: Double = Date().timeIntervalSince1970, zone: TimeZone = .current) {
    self.now = now
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    self.calendar = calendar
  }

  /// A moment as it is said in a sentence.
  ///
  /// - Parameter moment: Seconds since 1970.
  /// - Returns: `just now`, `3 minutes ago`, `today at 10:42`, `yesterday at 22:05`,
  ///   `on 2026-11-23 at 20:15`.
  package func text(_ moment: Double) -> String {
    let age = now - moment
    if age >= 0, age < 10 { return "just now" }
    if age >= 0, age < 60 { return "\(Int(age)) seconds ago" }
    if age >= 0, age < 3600 {
      let minutes = Int(age / 60)
      return "\(minutes) minute\(minutes == 1 ? "" : "s") ago"
    }
    let days = calendar.dateComponents(
      [.day], from: calendar.startOfDay(for: Date(timeIntervalSince1970: moment)),
      to: calendar.startOfDay(for: Date(timeIntervalSince1970: now))
    ).day
    return switch days {
    case 0: "today at \(clock(moment))"
    case 1: "yesterday at \(clock(moment))"
    default: "on \(day(moment)) at \(clock(moment))"
    }
  }

  /// `10:42` today, else with the day: `2026-11-23 20:15`.
  package func short(_ moment: Double) -> String {
    let date = Date(timeIntervalSince1970: moment)
    return calendar.isDate(date, inSameDayAs: Date(timeIntervalSince1970: now))
      ? clock(moment) : "\(day(moment)) \(clock(moment))"
  }

  private func clock(_ moment: Double) -> String {
    let parts = calendar.dateComponents(
      [.hour, .minute], from: Date(timeIntervalSince1970: moment))
    return "\(two(parts.hour)):\(two(parts.minute))"
  }

  private func day(_ moment: Double) -> String {
    let parts = calendar.dateComponents(
      [.year, .month, .day], from: Date(timeIntervalSince1970: moment))
    return "\(parts.year ?? 0)-\(two(parts.month))-\(two(parts.day))"
  }

  private func two(_ number: Int?) -> String {
    let digits = String(number ?? 0)
    return digits.count < 2 ? "0" + digits : digits
  }
}
