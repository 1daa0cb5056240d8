import Testing
import VoimoBase
import VoimoSignal

/// Parts of a song whose sound changes nowhere, so that only the words can tell them apart.
@Suite struct WordEvidenceTests {
  /// Eight bars each at 120 beats a minute, from 0: verse, chorus, verse, chorus; the chorus has
  /// chords of its own.
  private func features(sameEverywhere: Bool = false) -> SongFeatures {
    var song = Synth(seconds: 64)
    let verse: [[Double]] = [[57, 60, 64], [53, 57, 60]]
    let chorus: [[Double]] = [[60, 64, 67], [55, 59, 62]]
    for bar in 0..<32 {
      let isChorus = !sameEverywhere && bar / 8 % 2 == 1
      song.chord((isChorus ? chorus : verse)[bar % 2], at: Double(bar) * 2, seconds: 2)
      for beat in 0..<4 {
        let time = Double(bar) * 2 + Double(beat) / 2
        if beat % 2 == 0 { song.kick(at: time) } else { song.snare(at: time) }
      }
    }
    return song.heard()
  }

  /// Four lines a part; those of the choruses are the same.
  private func lines(
    shift: Double = 0, marks: [String?] = [nil, nil, nil, nil], isGiven: Bool = false
  ) -> [RepeatedLines] {
    (0..<16).map { line in
      let part = line / 4
      let start = Double(part) * 16 + Double(line % 4) * 4 + 0.6 + shift
      return RepeatedLines(
        start: Seconds(start), end: Seconds(start + 2.5), group: part % 2 == 1 ? line % 4 : -1,
        label: marks[part], isGiven: isGiven)
    }
  }

  private func borders(_ sections: [TimedSection<String>]) -> [Double] {
    sections.dropFirst().map { ($0.start.value * 10).rounded() / 10 }
  }

  @Test func `lines that come back with their music cut the song where they begin`() {
    let features = features()
    let sections = detectSections(features, repeats: lines())
    for border in [16.0, 32, 48] {
      #expect(borders(sections).contains { abs($0 - border) < 0.3 }, "\(borders(sections))")
    }
    for time in [20.0, 52] {
      #expect(sections.first { $0.end.value > time }?.name == "chorus", "\(sections)")
    }
  }

  @Test func `marks name the parts, when their times are given`() {
    let features = features(sameEverywhere: true)
    let marks = ["verse", "pre-chorus", "verse", "bridge"]
    let sections = detectSections(features, repeats: lines(marks: marks, isGiven: true))
    #expect(sections.map(\.name) == marks)
    for (found, true_) in zip(borders(sections), [16.0, 32, 48]) {
      #expect(abs(found - true_) < 0.3)
    }
    #expect(sections.allSatisfy { $0.confidence > 0.4 })
  }

  @Test func `words laid wrongly cut nothing: their music does not come back with them`() {
    let features = features()
    let alone = detectSections(features)
    // Both blocks of the same words lie over other music: one over a chorus, one over a verse.
    let wrong = lines().enumerated().map { index, line in
      var line = line
      if index >= 12 { (line.start, line.end) = (line.start - 10, line.end - 10) }
      return line
    }
    #expect(borders(detectSections(features, repeats: wrong)) == borders(alone))
  }

  @Test func `strange lines do no harm`() {
    let features = features()
    for lines in [
      [RepeatedLines(start: 1e9, end: -5, group: 3, label: "chorus", isGiven: true)],
      [RepeatedLines(start: -1, end: -1, group: -1)],
      lines(shift: 300, isGiven: true), lines(shift: -40, isGiven: true),
    ] {
      let sections = detectSections(features, repeats: lines)
      #expect(sections.first?.start == .zero && sections.last?.end == features.duration)
      #expect(zip(sections, sections.dropFirst()).allSatisfy { $0.end == $1.start })
    }
  }
}
