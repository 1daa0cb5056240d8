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

/// Tree trunks along a line: how deep inside a trunk each place is, and how it faces the light.
final class TrunkProfile: Sendable {
  let cover: [Float]
  let shade: [Float]

  /// Trunks of about `width` places, `count` of them, over `places` places.
  init(places: Int, count: Int, width: Float, seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var cover = [Float](repeating: -1, count: places)
    var shade = [Float](repeating: 0.5, count: places)
    for trunk in 0..<count {
      let slot = Float(places) / Float(count)
      let middle = (Float(trunk) + 0.15 + 0.7 * Float(random.unit())) * slot
      let half = width * (0.35 + 0.9 * Float(random.unit())) / 2
      let reach = Int(half * 4) + 2
      for offset in -reach...reach {
        let place = (Int(middle) + offset + places) % places
        let across = (Float(Int(middle) + offset) - middle) / half
        let inside = (1 - abs(across)) * half / width
        if inside > cover[place] {
          cover[place] = inside
          shade[place] = min(max(0.5 - across * 0.5, 0), 1)
        }
      }
    }
    self.cover = cover
    self.shade = shade
  }
}
