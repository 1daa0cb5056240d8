import Foundation
import Testing
import VoimoBase
import VoimoEngine
import VoimoStore

/// Random damage to whatever a store is made of: found when it is used, and healed by the build
/// that finds it.
@Suite struct RandomDamageTests {
  private enum Place: String, CaseIterable {
    case objects, records, index, lostIndex = "records that an index is made from"
  }

  private struct Tally {
    var done: [String: Int] = [:]
    var remade = 0
    var newer = 0
  }

  /// 200 damages, or as many as `VOIMO_DAMAGES` says.
  @Test func `whatever is damaged, the film is the same and the store is whole again`()
    async throws
  {
    let count = ProcessInfo.processInfo.environment["VOIMO_DAMAGES"].flatMap { Int($0) } ?? 200
    let first = ProcessInfo.processInfo.environment["VOIMO_SEED"].flatMap { UInt64($0) } ?? 1
    let pristine = try TemporaryFolder()
    _ = try await DamagedStore(pristine).build(title: "first")
    var tally = Tally()
    for seed in first..<first + UInt64(count) {
      try await check(seed: seed, pristine: pristine, &tally)
    }
    let done = tally.done.sorted { $0.key < $1.key }.map { "\($0.value) to \($0.key)" }
    print(
      "damage: seeds \(first)–\(first + UInt64(count) - 1): \(done.joined(separator: ", ")); "
        + "wrong films 0, \(tally.remade) steps made again, \(tally.newer) taken for a newer store")
    #expect(tally.remade > count / 8)
  }

  private func check(seed: UInt64, pristine: TemporaryFolder, _ tally: inout Tally) async throws {
    var random = SeededRandom(seed: seed)
    let folder = try TemporaryFolder()
    try FileManager.default.removeItem(atPath: folder.path)
    try FileManager.default.copyItem(atPath: pristine.path, toPath: folder.path)
    let project = DamagedStore(folder)
    let place = Place.allCases.randomElement(using: &random) ?? .objects
    var damages: [Damage] = []
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let shelf =
        switch place {
        case .objects: "objects"
        case .records, .lostIndex: "records"
        case .index: ""
        }
      let names =
        place == .index
        ? ["store.sqlite"] : folder.files(in: "\(folder.store)/\(shelf)").map { "\(shelf)/\($0)" }
      guard let name = names.randomElement(using: &random),
        let other = names.randomElement(using: &random),
        let damage = Damage.allCases.randomElement(using: &random)
      else { break }
      let (path, second) = ("\(folder.store)/\(name)", "\(folder.store)/\(other)")
      // What an earlier damage made of it may be no file any more.
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      let others = try? FileManager.default.attributesOfItem(atPath: second)
      guard attributes?[.type] as? FileAttributeType == .typeRegular,
        others?[.type] as? FileAttributeType == .typeRegular
      else { continue }
      try damage.apply(to: path, other: second, using: &random)
      damages.append(damage)
    }
    if place == .lostIndex {
      try FileManager.default.removeItem(atPath: "\(folder.store)/store.sqlite")
    }
    tally.done[place.rawValue, default: 0] += 1
    let story = "seed \(seed): \(damages) to \(place.rawValue)"

    // The same film again is read; another title reads everything that it is joined from.
    for title in ["first", "second", "second"] {
      let outcome: DamagedStore.Outcome
      do {
        outcome = try await project.build(title: title)
      } catch let error as StoreError {
        if case .newerStore = error, place == .index {
          tally.newer += 1
          return
        }
        Issue.record("\(story): \(error)")
        return
      } catch {
        Issue.record("\(story): \(error)")
        return
      }
      #expect(outcome.film == DamagedStore.film(title: title), "the film is wrong: \(story)")
      let remade = outcome.ran.filter { $0 != "film" || title == "first" }
      tally.remade += remade.count
      if place == .index || place == .records {
        #expect(remade.isEmpty, "made again although only the \(place) was damaged: \(story)")
      }
    }
    #expect(try await project.build(title: "second").ran.isEmpty, "not healed: \(story)")
    try folder.expectWholeBlobs(story)
  }
}
