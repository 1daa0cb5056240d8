import Testing
import VoimoBase
import VoimoEngine
import VoimoProject
import VoimoStages

/// Seeds and places of shots, as the lowering gives them to keyframes.
@Suite struct ShotSeedTests {
  /// The seeds of all keyframes of a film by the names of their shots.
  private func seeds(
    _ yaml: String = "", structure: SongStructure = FakeSong.structure
  ) throws -> [String: UInt64] {
    let bench = try LoweringBench(
      "shots: { length: 2s, min: 1s, max: 3s }\n" + yaml, structure: structure)
    return try Dictionary(
      uniqueKeysWithValues: bench.list.shots.map {
        ($0.name, try bench.step(KeyframeStep.self, Keyframe.id(of: $0)).seed)
      })
  }

  @Test func `no two shots of a film have one seed`() throws {
    let seeds = try seeds("sections: { \"0:03-0:03.5\": { take: 1 }, \"0:11-0:13\": { take: 1 } }")
    #expect(seeds.count >= 10)
    #expect(Set(seeds.values).count == seeds.count)
  }

  @Test func `a section more reshuffles no other`() throws {
    let longer = SongStructure(
      numbering: [
        TimedSection(name: "intro", start: 0, end: 4),
        TimedSection(name: "verse", start: 4, end: 8),
        TimedSection(name: "chorus", start: 8, end: 16),
      ])
    let (before, after) = (try seeds(), try seeds(structure: longer))
    for (name, seed) in after where before[name] != nil { #expect(before[name] == seed, "\(name)") }
    #expect(after.keys.filter { $0.hasPrefix("intro") }.count == 2)
  }

  @Test func `a crop reshuffles nothing`() throws {
    let (whole, cropped) = (try seeds(), try seeds("crop: { start: 3, end: 13 }"))
    #expect(cropped.count < whole.count)
    for (name, seed) in cropped { #expect(whole[name] == seed, "\(name)") }
  }

  @Test func `shots of a section share what its seed decides`() throws {
    let bench = try LoweringBench("shots: { length: 2s, min: 1s, max: 3s }")
    let steps = try bench.list.shots.map { shot -> (String, UInt64) in
      let step = try bench.step(KeyframeStep.self, Keyframe.id(of: shot))
      return (shot.section.label, try #require(step.context?.sectionSeed))
    }
    #expect(Set(steps.map { "\($0.0) \($0.1)" }).count == 2)
  }

  @Test func `seeds are what they were`() throws {
    // A change here paints every film anew.
    let seeds = try seeds("seed: 7")
    #expect(seeds["verse.1/00"] == 1_125_017_930_102_102_694)
    #expect(seeds["verse.1/01"] == 1_125_017_930_102_102_695)
    let rolled = try self.seeds("seed: 7\nsections: { chorus: { take: 2 } }")
    #expect(rolled["chorus.1/00"] == 16_118_066_212_823_251_610)
  }

  @Test func `the part of the film follows the whole song, not the crop`() throws {
    let song = SongStructure(
      numbering: [
        TimedSection(name: "intro", start: 0, end: 4),
        TimedSection(name: "verse", start: 4, end: 12),
        TimedSection(name: "outro", start: 12, end: 16),
      ])
    func parts(_ yaml: String) throws -> [FilmPart?] {
      let bench = try LoweringBench(
        "shots: { length: 8s, min: 1s, max: 9s }\n" + yaml, structure: song)
      return try bench.list.shots.map {
        try bench.step(KeyframeStep.self, Keyframe.id(of: $0)).context?.filmPart
      }
    }
    #expect(try parts("") == [.opening, .middle, .closing])
    #expect(try parts("crop: { start: 11 }").last == .closing)
    #expect(try parts("crop: { start: 5 }").first == .middle)
  }
}
