import VoimoBase

extension HeightTable {
  /// Periodic fractal heights: midpoints between random peaks, rough as `gain` says.
  private static func fractal(
    _ count: Int, peaks: Int, gain: Float, ridged: Bool, random: inout SeededRandom
  ) -> [Float] {
    var values = [Float](repeating: 0, count: count)
    var amplitude: Float = 1
    var total: Float = 0
    var knots = peaks
    while knots <= count / 2 {
      let at = (0..<knots).map { _ in Float(random.unit()) }
      for index in 0..<count {
        let place = Float(index) * Float(knots) / Float(count)
        let cell = Int(place)
        let t = place - Float(cell)
        let smooth = ridged ? t : t * t * (3 - 2 * t)
        let value = at[cell % knots] + (at[(cell + 1) % knots] - at[cell % knots]) * smooth
        values[index] += value * amplitude
      }
      total += amplitude
      amplitude *= gain
      knots *= 2
    }
    let low = values.min() ?? 0
    let span = max((values.max() ?? 1) - low, 1e-6)
    return values.map { ($0 - low) / span }
  }

  /// A range of mountains: sharp summits, gullied flanks.
  static func mountains(seed: UInt64, peaks: Int = 8) -> HeightTable {
    var random = SeededRandom(seed: seed)
    return HeightTable(fractal(2048, peaks: peaks, gain: 0.46, ridged: true, random: &random))
  }

  /// Rounded hills.
  static func hills(seed: UInt64, peaks: Int = 4) -> HeightTable {
    var random = SeededRandom(seed: seed)
    return HeightTable(fractal(2048, peaks: peaks, gain: 0.3, ridged: false, random: &random))
  }

  /// Dunes: long windward backs, short lee sides.
  static func dunes(seed: UInt64, peaks: Int = 4) -> HeightTable {
    let base = hills(seed: seed, peaks: peaks).values
    var random = SeededRandom(seed: seed ^ 7)
    let shift = random.unit()
    return HeightTable(
      base.indices.map { index in
        let place = (Double(index) / Double(base.count) * Double(peaks) + shift)
        let t = Float(place - place.rounded(.down))
        let back = t < 0.72 ? t / 0.72 : (1 - t) / 0.28
        return base[index] * 0.55 + back * back * (3 - 2 * back) * 0.45
      })
  }

  /// The swell of a rough sea: sharp crests over round troughs, the lee side steep, wavelets on it.
  static func swell(seed: UInt64, crests: Int) -> HeightTable {
    var random = SeededRandom(seed: seed)
    let count = 2048
    let heights = (0..<crests).map { _ in 0.55 + 0.45 * Float(random.unit()) }
    let shifts = (0..<crests).map { _ in Float(random.unit() - 0.5) * 0.34 }
    let ripple = fractal(count, peaks: crests * 5, gain: 0.55, ridged: false, random: &random)
    return HeightTable(
      (0..<count).map { index in
        let place = Float(index) / Float(count) * Float(crests)
        // The highest of the crests about; each is a cusp, its back long, its front short.
        var high: Float = 0
        for step in -1...1 {
          let cell = Int(place) + step
          let own = (cell + crests) % crests
          let across = place - (Float(cell) + 0.5 + shifts[own])
          let away = across < 0 ? -across / 0.74 : across / 0.46
          guard away < 1 else { continue }
          let rest = 1 - away
          high = max(high, heights[own] * (0.22 * rest + 0.78 * rest * rest))
        }
        return high * 0.9 + (ripple[index] - 0.5) * (0.05 + 0.07 * high)
      })
  }

  /// A line of conifers: spires with drooping boughs, over a fractal ground.
  static func conifers(seed: UInt64, trees: Int) -> HeightTable {
    var random = SeededRandom(seed: seed)
    let count = 8192
    let ground = fractal(count, peaks: 4, gain: 0.4, ridged: false, random: &random)
    var values = ground.map { $0 * 0.3 }
    for tree in 0..<trees {
      let slot = Float(count) / Float(trees)
      let middle = Int((Float(tree) + Float(random.unit())) * slot) % count
      let tall = 0.30 + 0.40 * Float(random.unit()) * Float(random.unit()) + 0.1
      let wide = slot * (0.42 + 0.4 * Float(random.unit()))
      let boughs = 6 + Float(random.next() % 5)
      let foot = ground[middle] * 0.3
      for offset in -Int(wide)...Int(wide) {
        let place = (middle + offset + count) % count
        let across = abs(Float(offset)) / wide
        let t = across * boughs
        let bough = t - t.rounded(.down)
        let jag = (0.55 - bough) * 0.10 + Float(random.unit()) * 0.02
        let spire = 1 - across.squareRoot() * 0.35 - across * 0.65
        values[place] = max(values[place], foot + tall * (spire + jag * across.squareRoot()))
      }
    }
    return HeightTable(values)
  }

  /// A canopy of broad crowns.
  static func crowns(seed: UInt64, trees: Int) -> HeightTable {
    var random = SeededRandom(seed: seed)
    let count = 4096
    let ground = fractal(count, peaks: 4, gain: 0.4, ridged: false, random: &random)
    let leaves = fractal(count, peaks: 256, gain: 0.7, ridged: true, random: &random)
    var values = ground.map { $0 * 0.3 }
    for tree in 0..<trees {
      let slot = Float(count) / Float(trees)
      let middle = Int((Float(tree) + Float(random.unit())) * slot) % count
      let tall = 0.25 + 0.4 * Float(random.unit())
      let wide = slot * (0.5 + 0.6 * Float(random.unit()))
      for offset in -Int(wide)...Int(wide) {
        let place = (middle + offset + count) % count
        let across = Float(offset) / wide
        let round = (1 - across * across).squareRoot()
        let value =
          ground[middle] * 0.3 + tall * (0.35 + 0.65 * round) + (leaves[place] - 0.5) * 0.07
        values[place] = max(values[place], value)
      }
    }
    return HeightTable(values)
  }

  /// Blades and weeds that stand close.
  static func weeds(seed: UInt64, blades: Int) -> HeightTable {
    var random = SeededRandom(seed: seed)
    let count = 4096
    var values = fractal(count, peaks: 8, gain: 0.5, ridged: false, random: &random).map {
      $0 * 0.25
    }
    for _ in 0..<blades {
      let middle = Int(random.next() % UInt64(count))
      let tall = 0.2 + 0.75 * Float(random.unit()) * Float(random.unit())
      let wide = 9 + Float(random.next() % 12)
      for offset in -Int(wide)...Int(wide) {
        let place = (middle + offset + count) % count
        let across = abs(Float(offset)) / wide
        values[place] = max(values[place], 0.1 + tall * (1 - across) * (1 - across * 0.35))
      }
    }
    return HeightTable(values)
  }

  /// Far roofs and towers, as a mere outline.
  static func roofs(seed: UInt64) -> HeightTable {
    let street = Skyline(places: 256, seed: seed)
    var values: [Float] = []
    for place in 0..<2048 { values.append(street.heights[Int(street.lookup[place / 8])]) }
    return HeightTable(values)
  }
}
