package import VoimoBase

/// Steps, what they read of each other, and where more of them will come from.
///
/// A checked value: names are unique, every input's producer is there, nothing waits for itself.
/// Nodes keep their places when the graph grows.
package struct Graph: Sendable {
  /// Every node, in the order given.
  package private(set) var nodes: [Node]
  /// Where the graph is still to grow; nil when it is whole.
  package let expansion: Expansion?
  /// Places in `nodes`, every producer before what reads it; equal input gives equal order.
  private(set) var order: [Int] = []
  /// For each node the places of the nodes that it reads, each once, in the order of its inputs.
  private(set) var producers: [[Int]] = []
  /// For each node the places of the nodes that read it, each once, ascending.
  private(set) var consumers: [[Int]] = []
  private var places: [StepID: Int] = [:]

  /// Checks and joins nodes.
  ///
  /// - Throws: `GraphError`, the first problem met.
  /// - Complexity: O(nodes + inputs).
  package init(nodes: [Node], expansion: Expansion? = nil) throws(GraphError) {
    self.nodes = []
    self.expansion = expansion
    try append(nodes)
    if let expansion {
      guard let place = places[expansion.waitsFor], case .step = self.nodes[place] else {
        throw .missingExpansionStep(expansion.waitsFor)
      }
    }
  }

  private init(whole graph: Graph) {
    nodes = graph.nodes
    expansion = nil
    (order, producers, consumers) = (graph.order, graph.producers, graph.consumers)
    places = graph.places
  }

  /// The whole graph: this one and the nodes that its expansion has made.
  ///
  /// - Throws: `GraphError` when they do not fit.
  package func adding(_ more: [Node]) throws(GraphError) -> Graph {
    var graph = Graph(whole: self)
    try graph.append(more)
    return graph
  }

  /// The node of that name.
  package subscript(id: StepID) -> Node? { places[id].map { nodes[$0] } }

  /// Every node's name, producers first.
  package var topologicalOrder: [StepID] { order.map { nodes[$0].id } }

  /// The steps that read a node directly, in the order given; none for an unknown name.
  package func dependents(of id: StepID) -> [StepID] {
    places[id].map { consumers[$0].map { nodes[$0].id } } ?? []
  }

  /// The nodes that a node reads directly; none for an unknown name.
  package func producers(of id: StepID) -> [StepID] {
    places[id].map { producers[$0].map { nodes[$0].id } } ?? []
  }

  /// Where in `nodes` a name is.
  func place(of id: StepID) -> Int? { places[id] }

  /// Whether each node is among `roots` or something that they need, by place.
  func needed(by roots: some Sequence<Int>) -> [Bool] {
    var needed = [Bool](repeating: false, count: nodes.count)
    var open = Array(roots)
    while let place = open.popLast() {
      guard !needed[place] else { continue }
      needed[place] = true
      open += producers[place].filter { !needed[$0] }
    }
    return needed
  }

  private mutating func append(_ more: [Node]) throws(GraphError) {
    let first = nodes.count
    nodes += more
    places.reserveCapacity(nodes.count)
    for place in first..<nodes.count {
      guard places.updateValue(place, forKey: nodes[place].id) == nil else {
        throw .duplicate(nodes[place].id)
      }
    }
    consumers += [[Int]](repeating: [], count: more.count)
    for place in first..<nodes.count { try join(place) }
    try sort()
  }

  private mutating func join(_ place: Int) throws(GraphError) {
    let node = nodes[place]
    let inputs = node.inputs
    var read: [Int] = []
    var names: Set<String> = []
    for input in inputs {
      guard names.insert(input.name).inserted else {
        throw .duplicateInput(of: node.id, input: input.name)
      }
      guard let producer = places[input.producer] else {
        throw .missingProducer(of: node.id, input: input.name, producer: input.producer)
      }
      guard consumers[producer].last != place else { continue }
      consumers[producer].append(place)
      read.append(producer)
    }
    producers.append(read)
  }

  /// Kahn's order (1962), first given first.
  private mutating func sort() throws(GraphError) {
    var missing = producers.map(\.count)
    order.removeAll(keepingCapacity: true)
    order.reserveCapacity(nodes.count)
    order += nodes.indices.filter { missing[$0] == 0 }
    var next = 0
    while next < order.count {
      for consumer in consumers[order[next]] {
        missing[consumer] -= 1
        if missing[consumer] == 0 { order.append(consumer) }
      }
      next += 1
    }
    guard order.count == nodes.count else { throw .cycle(loop(among: missing)) }
  }

  /// One loop among the nodes that still miss a producer: from any of them a way back leads into
  /// it.
  private func loop(among missing: [Int]) -> [StepID] {
    guard var place = missing.firstIndex(where: { $0 > 0 }) else { return [] }
    var way: [Int] = []
    var seen: [Int: Int] = [:]
    while seen[place] == nil {
      seen[place] = way.count
      way.append(place)
      guard let producer = producers[place].first(where: { missing[$0] > 0 }) else { return [] }
      place = producer
    }
    let loop = way[(seen[place] ?? 0)...]
    return (loop + [place]).map { nodes[$0].id }
  }
}
