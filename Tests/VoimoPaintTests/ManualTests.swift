import Foundation
import Testing
import VoimoPaint

/// The page about the painter says what the vocabulary has.
@Suite struct ManualTests {
  @Test func `the guide's tables are the vocabulary's`() throws {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../docs/guide/painter.md").standardizedFileURL
    let text = try String(contentsOf: page, encoding: .utf8)
    let first = "from the vocabulary -->\n", last = "<!-- end of tables -->"
    guard let start = text.range(of: first), let end = text.range(of: last) else {
      Issue.record("\(page.path) has no marks for its tables")
      return
    }
    let wanted = "\n" + PainterManual.tables + "\n"
    let written = String(text[start.upperBound..<end.lowerBound])
    guard written != wanted else { return }
    if ProcessInfo.processInfo.environment["VOIMO_RECORD"] != nil {
      try (text[..<start.upperBound] + wanted + text[end.lowerBound...])
        .write(to: page, atomically: true, encoding: .utf8)
      Issue.record("recorded \(page.lastPathComponent) anew; look at the difference")
    } else {
      Issue.record(
        "docs/guide/painter.md does not say what the vocabulary has; ./dev golden writes it")
    }
  }
}
