import Foundation
import Testing
import VoimoKit

@Suite struct HumanTimeTests {
  /// 2026-11-25 10:45:00 in Berlin.
  private let now = 1_795_599_900.0

  private static let cases: [(age: Double, text: String)] = [
    (3, "just now"), (42, "42 seconds ago"), (60, "1 minute ago"), (1_799, "29 minutes ago"),
    (7_200, "today at 08:45"), (39_600, "yesterday at 23:45"),
    (259_200, "on 2026-11-22 at 10:45"), (5_184_000, "on 2026-09-26 at 11:45"),
    (-3_600, "today at 11:45"),
  ]

  @Test(arguments: cases) func `a moment is said as people say it, in local time`(
    age: Double, text: String
  ) throws {
    let zone = try #require(TimeZone(identifier: "Europe/Berlin"))
    #expect(HumanTime(now: now, zone: zone).text(now - age) == text)
  }

  @Test func `since when something runs is short`() throws {
    let time = HumanTime(now: now, zone: try #require(TimeZone(identifier: "Asia/Tokyo")))
    #expect(time.short(now - 60) == "18:44")
    #expect(time.short(now - 86_400) == "2026-11-24 18:45")
  }
}
