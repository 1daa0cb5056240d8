/// Where a picture's depth is cut into layers.
///
/// Layers come apart only where depth jumps; each keeps its own smooth depth, so that a plain that
/// runs from the foreground to the horizon is bent and not torn.
struct DepthCut: Sendable {
  /// Nearness at which a nearer layer begins, in rising order; one fewer than there are layers.
  let limits: [Float]
  /// Each pixel's layer, 0 the farthest.
  let layers: [Int]

  /// The most layers that a picture is cut into.
  static let most = 5
  /// The smallest jump that tears.
  private static let jump: Float = 0.07
  private static let levels = 64

  /// Cuts where the longest borders are, until no long one is left within a layer.
  init(_ depth: Plane) {
    var limits: [Float] = []
    while limits.count < Self.most - 1, let next = Self.nextLimit(depth, limits) {
      limits.append(next)
    }
    limits.sort()
    self.limits = limits
    layers = depth.values.map { value in limits.count { value >= $0 } }
  }

  /// The same depth with soft steps made hard: what lies between near and far on a border belongs
  /// to neither, and becomes the more alike of the two.
  static func hardened(_ depth: Plane) -> Plane {
    var lowest = depth, highest = depth
    for y in 0..<depth.height {
      for x in 0..<depth.width {
        var low = depth[x, y], high = low
        for row in max(y - 2, 0)...min(y + 2, depth.height - 1) {
          for column in max(x - 2, 0)...min(x + 2, depth.width - 1) {
            low = min(low, depth[column, row])
            high = max(high, depth[column, row])
          }
        }
        lowest[x, y] = low
        highest[x, y] = high
      }
    }
    var result = depth
    for index in result.values.indices {
      let low = lowest.values[index], high = highest.values[index], own = depth.values[index]
      guard high - low > 2 * jump else { continue }
      result.values[index] = own - low < high - own ? low : high
    }
    return result
  }

  /// The nearness that parts the most neighbours which jump and which no limit parts yet.
  private static func nextLimit(_ depth: Plane, _ limits: [Float]) -> Float? {
    var votes = [Int](repeating: 0, count: levels + 1)
    func vote(_ a: Float, _ b: Float) {
      let low = min(a, b), high = max(a, b)
      guard high - low > jump, !limits.contains(where: { $0 > low && $0 <= high }) else { return }
      let first = Int(low * Float(levels)) + 1, last = Int(high * Float(levels))
      for level in first..<max(last + 1, first) { votes[level] += 1 }
    }
    // Two pixels apart, since borders may be soft.
    for y in 0..<depth.height {
      for x in 0..<depth.width {
        if x + 2 < depth.width { vote(depth[x, y], depth[x + 2, y]) }
        if y + 2 < depth.height { vote(depth[x, y], depth[x, y + 2]) }
      }
    }
    guard let best = votes.indices.max(by: { votes[$0] < votes[$1] }),
      votes[best] > (depth.width + depth.height) / 12
    else { return nil }
    // The middle of the stretch that is as good.
    var low = best, high = best
    while low > 1, votes[low - 1] * 10 > votes[best] * 9 { low -= 1 }
    while high < levels, votes[high + 1] * 10 > votes[best] * 9 { high += 1 }
    return Float(low + high) / 2 / Float(levels)
  }
}
