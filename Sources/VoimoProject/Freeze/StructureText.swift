package import VoimoBase

/// Sections that were heard as the text of a file that declares them.
package struct StructureText: Sendable {
  /// How finely times are written.
  package enum Precision: Sendable, CaseIterable {
    case milliseconds
    case microseconds
    /// As many digits as it takes to read the very number back.
    case exact
  }

  /// In the song's order, at least one.
  package var sections: [TimedSection<SectionID>]
  /// When each bar begins, for remarks; empty where no bars were heard.
  package var bars: [Seconds]
  package var precision: Precision

  package init(sections: [TimedSection<SectionID>], bars: [Seconds], precision: Precision) {
    self.sections = sections
    self.bars = bars
    self.precision = precision
  }

  /// The file's text: the same bytes for the same sections.
  package var text: String {
    let end = sections.last?.end.clock ?? "0:00"
    let rows = sections.map { section in
      (
        "\(YAMLText.scalar(section.name.label)),", "\"\(time(section.start))\"",
        remark(section)
      )
    }
    let width = rows.map(\.0.count).max() ?? 0
    let timeWidth = rows.map(\.1.count).max() ?? 0
    var text = """
      # The sections that voimo heard, written by `voimo freeze structure`. They are obeyed from now
      # on and nothing is detected any more: change labels and starts, add lines, remove lines, and
      # build again. Each section lasts until the next begins, the last to the song's end at \(end).
      # Labels: intro verse pre-chorus chorus bridge inst solo break outro, or your own.
      # To have voimo listen again, remove the line `structure:` from voimo.yaml.

      """
    for (label, start, remark) in rows {
      let line =
        "- { label: \(Self.padded(label, width)) start: \(Self.padded(start + " }", timeWidth + 2))"
      text += "\(line)  # \(remark)\n"
    }
    return text
  }

  /// `chorus.2: 8 bars, 16.2 s, 78 % sure`.
  private func remark(_ section: TimedSection<SectionID>) -> String {
    let tenths = Int(((section.end - section.start).value * 10).rounded())
    // A bar line that is a moment early is the section's first.
    let count = bars.count {
      $0.value >= section.start.value - 0.05 && $0.value < section.end.value - 0.05
    }
    let bars = bars.isEmpty ? [] : ["\(count) bar\(count == 1 ? "" : "s")"]
    let percent = Int((min(max(section.confidence, 0), 1) * 100).rounded())
    let facts = bars + ["\(tenths / 10).\(tenths % 10) s", "\(percent) % sure"]
    return "\(section.name): " + facts.joined(separator: ", ")
  }

  private func time(_ time: Seconds) -> String {
    switch precision {
    case .milliseconds: return Self.clock(time, digits: 3)
    case .microseconds: return Self.clock(time, digits: 6)
    case .exact:
      // The shortest decimal that reads back as this number; a small one would have an exponent.
      let text = "\(time.value)"
      return ProjectTime.time(text) == time ? text : Self.clock(time, digits: 6)
    }
  }

  /// `m:ss.mmm`, or with more digits.
  private static func clock(_ time: Seconds, digits: Int) -> String {
    let scale = (0..<digits).reduce(1) { product, _ in product * 10 }
    let parts = Int((max(time.value, 0) * Double(scale)).rounded())
    let (seconds, fraction) = parts.quotientAndRemainder(dividingBy: scale)
    return "\(seconds / 60):\(Seconds.padded(seconds % 60, 2)).\(Seconds.padded(fraction, digits))"
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
