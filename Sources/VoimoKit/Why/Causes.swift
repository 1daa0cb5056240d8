package import VoimoBase
import VoimoEngine

/// Facts, and the steps by which they reached the steps that are asked about.
package struct Cause: Sendable, Hashable {
  package var facts: [Fact]
  /// The steps on the way, those of one kind together, the ones next to the fact first; without the
  /// steps that are asked about.
  package var way: [[StepID]]

  /// Joins facts with the steps on their way.
  package init(facts: [Fact], way: [[StepID]]) {
    self.facts = facts
    self.way = way
  }
}

extension Tracing {
  /// Everything behind some steps, each fact once; those that went the same way together.
  ///
  /// - Complexity: O(steps on the way · facts).
  func causes(of ids: [StepID]) throws -> [Cause] {
    let order = try visited(from: ids)
    var facts: [Fact] = []
    var numbers: [Fact: Int] = [:]
    var reached: [StepID: Set<Int>] = [:]
    for id in order {
      let origin = try origin(of: id)
      var mine: Set<Int> = []
      for fact in origin.facts {
        let number = numbers[fact] ?? facts.count
        if number == facts.count {
          facts.append(fact)
          numbers[fact] = number
        }
        mine.insert(number)
      }
      for producer in origin.via { mine.formUnion(reached[producer] ?? []) }
      reached[id] = mine
    }
    let asked = Set(ids)
    var causes: [Cause] = []
    var places: [[StepID]: Int] = [:]
    for (number, fact) in facts.enumerated() {
      let members = order.filter { reached[$0]?.contains(number) == true && !asked.contains($0) }
      if let place = places[members] {
        causes[place].facts.append(fact)
      } else {
        places[members] = causes.count
        causes.append(Cause(facts: [fact], way: Self.byKind(members)))
      }
    }
    return causes
  }

  /// Every step behind some steps and they themselves, what is behind first.
  private func visited(from ids: [StepID]) throws -> [StepID] {
    var order: [StepID] = []
    var seen: Set<StepID> = []
    func visit(_ id: StepID) throws {
      guard seen.insert(id).inserted else { return }
      for producer in try origin(of: id).via { try visit(producer) }
      order.append(id)
    }
    for id in ids { try visit(id) }
    return order
  }

  private static func byKind(_ ids: [StepID]) -> [[StepID]] {
    var kinds: [String] = []
    var members: [String: [StepID]] = [:]
    for id in ids {
      if members[id.kind] == nil { kinds.append(id.kind) }
      members[id.kind, default: []].append(id)
    }
    return kinds.map { members[$0] ?? [] }
  }
}
