/// How much may be occupied at once by steps that run.
package struct Pools: Sendable, Hashable {
  /// Processor cores; at least 1.
  package var cores: Int
  /// How many steps have a place at once, by the slot's name; a slot that is not named has one.
  package var slots: [String: Int]

  /// Bounds the steps that run at once.
  package init(cores: Int, slots: [String: Int] = [:]) {
    self.cores = max(1, cores)
    self.slots = slots
  }

  /// The cores that a step gets: what it needs, at most all.
  package func cores(of needs: StepNeeds) -> Int { min(needs.cores, cores) }

  /// How many steps have a place in a slot at once; at least 1.
  package func places(in slot: String) -> Int { max(1, slots[slot] ?? 1) }
}

/// What running steps occupy of the pools.
struct Occupancy: Sendable {
  private let pools: Pools
  private var cores = 0
  private var slots: [String: Int] = [:]

  init(of pools: Pools) { self.pools = pools }

  /// Whether a step's slot has a place left; true for a step that needs none.
  func hasPlace(for needs: StepNeeds) -> Bool {
    needs.slot.map { slots[$0, default: 0] < pools.places(in: $0) } ?? true
  }

  /// Whether a step's cores are free.
  func hasCores(for needs: StepNeeds) -> Bool { cores + pools.cores(of: needs) <= pools.cores }

  /// A step starts.
  mutating func take(_ needs: StepNeeds) {
    cores += pools.cores(of: needs)
    if let slot = needs.slot { slots[slot, default: 0] += 1 }
  }

  /// A step has ended.
  mutating func free(_ needs: StepNeeds) {
    cores -= pools.cores(of: needs)
    if let slot = needs.slot { slots[slot, default: 0] -= 1 }
    precondition(cores >= 0 && slots.values.allSatisfy { $0 >= 0 }, "more ended than had started")
  }
}
