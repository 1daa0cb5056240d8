import VoimoBase

/// Heights along a silhouette, 0…1 for most, periodic; memory that kernels may read.
final class HeightTable: Sendable {
  /// A power of two of values.
  let values: [Float]
  let lowest: Float

  init(_ values: [Float]) {
    precondition(values.count > 0 && values.count & (values.count - 1) == 0)
    self.values = values
    lowest = values.min() ?? 0
  }
}

/// A street's buildings: where each begins, how high it is, and which one stands at a place.
final class Skyline: Sendable {
  let heights: [Float]
  let edges: [Float]
  let lookup: [Int32]

  /// Blocks of two to seven places, higher towards a few centres.
  init(places: Int, seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var heights: [Float] = []
    var edges: [Float] = []
    var lookup: [Int32] = []
    let centre = Float(random.unit()), second = Float(random.unit())
    while lookup.count < places {
      let left = lookup.count
      let wide = min(2 + Int(random.next() % 5), places - left)
      let at = Float(left) / Float(places)
      func near(_ c: Float) -> Float {
        let d = abs(at - c)
        let r = min(d, 1 - d) * 5
        return 1 / (1 + r * r)
      }
      let centred = max(near(centre), near(second) * 0.8)
      let own = Float(random.unit())
      heights.append(0.18 + 0.3 * own + 0.52 * centred * (0.35 + 0.65 * Float(random.unit())))
      edges.append(Float(left))
      for _ in 0..<wide { lookup.append(Int32(heights.count - 1)) }
    }
    edges.append(Float(places))
    self.heights = heights
    self.edges = edges
    self.lookup = lookup
  }
}

/// Tree trunks along a line that repeats: where each stands and half its width, in places.
final class Trunks: Sendable {
  let period: Float
  let middles: [Float]
  let halves: [Float]

  /// Trunks of about `width` places, `count` of them, over `places` places.
  init(places: Int, count: Int, width: Float, seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let slot = Float(places) / Float(count)
    var middles: [Float] = []
    var halves: [Float] = []
    for trunk in 0..<count {
      middles.append((Float(trunk) + 0.15 + 0.7 * Float(random.unit())) * slot)
      halves.append(width * (0.35 + 0.9 * Float(random.unit())) / 2)
    }
    period = Float(places)
    self.middles = middles
    self.halves = halves
  }
}
