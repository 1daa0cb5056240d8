import Foundation
package import VoimoBase

/// Lengths of time, places in the song and sizes of files, for people.
package enum ClockText {
  /// `0.4 s`, `48 s`, `3:05`.
  package static func seconds(_ seconds: Double) -> String {
    if seconds < 9.95 {
      let tenths = Int((seconds * 10).rounded())
      return "\(tenths / 10).\(tenths % 10) s"
    }
    if seconds < 99.5 { return "\(Int(seconds.rounded())) s" }
    return Seconds(seconds.rounded()).clock
  }

  /// A place in the song, always with hundredths, so that a column of them is read at a glance:
  /// `0:07.50`, `1:30.00`.
  package static func place(_ time: Seconds) -> String {
    let hundredths = Int((abs(time.value) * 100).rounded())
    let whole = Seconds(Double(hundredths / 100)).clock
    return (time.value < 0 && hundredths > 0 ? "-" : "")
      + "\(whole).\(Seconds.padded(hundredths % 100, 2))"
  }

  /// Seconds since 1970 as ISO 8601 has them, for machines: `2026-11-23T20:15:02Z`.
  package static func date(_ seconds: Double) -> String {
    Date(timeIntervalSince1970: seconds).formatted(.iso8601)
  }

  /// `1.4 MB`.
  package static func bytes(_ count: Int) -> String {
    let units = ["B", "kB", "MB", "GB", "TB"]
    var size = Double(count)
    var unit = 0
    while size >= 999.5, unit + 1 < units.count {
      size /= 1000
      unit += 1
    }
    if unit == 0 { return "\(count) B" }
    let tenths = Int((size * 10).rounded())
    return size < 99.95
      ? "\(tenths / 10).\(tenths % 10) \(units[unit])" : "\(Int(size.rounded())) \(units[unit])"
  }
}
