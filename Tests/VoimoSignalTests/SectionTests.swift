import Foundation
import Testing
import VoimoBase
import VoimoSignal

@Suite struct SectionTests {
  /// Parts of eight bars at 120 beats a minute: a quiet one, then A B A B.
  private func song() -> Synth {
    var song = Synth(seconds: 74)
    let verse: [[Double]] = [[57, 60, 64], [53, 57, 60]]
    let chorus: [[Double]] = [[60, 64, 67], [55, 59, 62], [57, 60, 64], [53, 57, 60]]
    song.chord([45, 52], at: 0, seconds: 9.9, level: 0.03)
    for part in 0..<4 {
      for bar in 0..<8 {
        let start = 10 + Double(part) * 16 + Double(bar) * 2
        for beat in 0..<4 {
          let time = start + Double(beat) * 0.5
          if beat % 2 == 0 {
            song.kick(at: time)
          } else {
            song.snare(at: time, level: part % 2 == 0 ? 0.2 : 0.5)
          }
        }
        if part % 2 == 0 {
          song.chord(verse[bar % 2], at: start, seconds: 2, level: 0.06)
        } else {
          song.chord(chorus[bar % 4].map { $0 + 12 }, at: start, seconds: 2, level: 0.15)
        }
      }
    }
    return song
  }

  private func checkTiling(
    _ sections: [TimedSection<String>], _ duration: Seconds,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(sections.first?.start == .zero, sourceLocation: sourceLocation)
    #expect(sections.last?.end == duration, sourceLocation: sourceLocation)
    for (section, next) in zip(sections, sections.dropFirst()) {
      #expect(
        section.end == next.start && section.start < section.end, sourceLocation: sourceLocation)
    }
    #expect(sections.allSatisfy { (0...1).contains($0.confidence) }, sourceLocation: sourceLocation)
  }

  @Test func `parts are found where they begin, and the loud one that comes back is the chorus`() {
    let features = song().heard()
    let sections = detectSections(features)
    checkTiling(sections, features.duration)
    let borders = sections.dropFirst().map(\.start.value)
    #expect(fMeasure(borders, [10, 26, 42, 58], within: 3) > 0.85)
    #expect(sections.first?.name == "intro")
    for time in [34.0, 66] {
      #expect(sections.first { $0.end.value > time }?.name == "chorus")
    }
    for time in [18.0, 50] {
      #expect(sections.first { $0.end.value > time }?.name == "verse")
    }
  }

  @Test(arguments: [0.02, 0.5, 1, 7.9, 20]) func `silence of any length is one part`(
    seconds: Double
  ) {
    let features = Synth(seconds: seconds).heard()
    let sections = detectSections(features)
    #expect(sections.map(\.name) == ["inst"])
    checkTiling(sections, features.duration)
  }

  @Test(arguments: [0.02, 1, 5, 8, 9, 12, 16, 31]) func `noise of any length is tiled`(
    seconds: Double
  ) {
    var song = Synth(seconds: seconds)
    song.noise(level: 0.2, seed: UInt64(seconds * 100))
    let features = song.heard()
    checkTiling(detectSections(features), features.duration)
  }

  @Test func `a song without samples has no parts`() {
    #expect(detectSections(Synth(seconds: 0).heard()).isEmpty)
  }

  @Test func `what was kept of a song gives the same parts`() throws {
    let features = song().heard()
    #expect(
      detectSections(try SongFeatures(decoding: features.encode())) == detectSections(features))
  }
}
