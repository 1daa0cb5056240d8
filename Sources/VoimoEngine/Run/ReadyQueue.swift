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
