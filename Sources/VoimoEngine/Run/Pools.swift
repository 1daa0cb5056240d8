/// How many steps may run at once, by what they need.
package struct Pools: Sendable, Hashable {
  /// Steps that need a core; at least 1.
  package var cores: Int
  /// Requests that each back end over the network takes at once, by its name.
  package var network: [String: Int]

  /// Bounds the steps that run at once; a back end that is not named takes 4.
  package init(cores: Int, network: [String: Int] = [:]) {
    self.cores = max(1, cores)
    self.network = network
  }

  /// The most steps of such a need that run at once.
  package func limit(of needs: StepNeeds) -> Int {
    switch needs {
    case .oneCore: cores
    case .accelerator: 1
    case .network(let backend): max(1, network[backend] ?? 4)
    }
  }
}

/// Steps that are ready, the most urgent first: a binary heap.
struct ReadyQueue {
  private var heap: [(urgency: Double, place: Int)] = []

  /// Nothing is ready.
  var isEmpty: Bool { heap.isEmpty }

  /// The most urgent step's urgency.
  var first: (urgency: Double, place: Int)? { heap.first }

  /// Adds a step in O(log *n*).
  mutating func push(_ place: Int, urgency: Double) {
    heap.append((urgency, place))
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard before(heap[child], heap[parent]) else { break }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  /// Takes the most urgent step in O(log *n*); of equally urgent ones the first given.
  mutating func pop() -> Int? {
    guard let top = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return top.place }
    heap[0] = last
    var parent = 0
    while true {
      var next = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
        if before(heap[child], heap[next]) { next = child }
      }
      guard next != parent else { return top.place }
      heap.swapAt(parent, next)
      parent = next
    }
  }

  private func before(_ a: (urgency: Double, place: Int), _ b: (urgency: Double, place: Int))
    -> Bool
  {
    a.urgency != b.urgency ? a.urgency > b.urgency : a.place < b.place
  }
}
