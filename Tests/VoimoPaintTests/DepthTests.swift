import Testing
import VoimoBase
import VoimoPaint
import VoimoSignal

@Suite struct DepthMapTests {
  @Test func `any map comes back from its bytes`() {
    let seed: UInt64 = 77
    var random = SeededRandom(seed: seed)
    for (width, height) in [(1, 1), (1, 9), (17, 3), (64, 40)] {
      for roughness in [0, 1, 300, 65_535] {
        let values = (0..<width * height).map { index in
          UInt16(min(65_535, index * 7 + Int(random.unit() * Double(roughness))))
        }
        guard let map = DepthMap(width: width, height: height, values: values) else {
          Issue.record("no map of \(width) × \(height)")
          continue
        }
        let back = DepthMap(decoding: map.encode())
        #expect(back == map, "\(width) × \(height), roughness \(roughness), seed \(seed)")
      }
    }
  }

  @Test func `smooth maps are small and flat ones tiny`() {
    let flat = DepthMap(width: 320, height: 180, value: 40_000).encode()
    #expect(flat.count < 24, "\(flat.count)")
    let plain = (0..<320 * 180).map { UInt16($0 / 320 * 360) }
    let slope = DepthMap(width: 320, height: 180, values: plain)?.encode() ?? []
    #expect(slope.count < 320 * 180 / 20, "\(slope.count)")
  }

  @Test func `damaged bytes are no map`() {
    let values = (0..<40 * 30).map { UInt16($0 * 53 % 9_000) }
    let bytes = DepthMap(width: 40, height: 30, values: values)?.encode() ?? []
    #expect(DepthMap(decoding: []) == nil)
    #expect(DepthMap(decoding: Array(bytes.dropLast())) == nil)
    #expect(DepthMap(decoding: bytes + [0]) == nil)
    // A head that promises what is not there.
    #expect(DepthMap(decoding: Array(bytes[..<4]) + [0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0x7F]) == nil)
    let seed: UInt64 = 5
    var random = SeededRandom(seed: seed)
    for _ in 0..<2_000 {
      var broken = bytes
      broken[Int(random.unit() * Double(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      // It reads as a whole map of its size or not at all.
      if let map = DepthMap(decoding: broken) {
        #expect(map.values.count == map.width * map.height)
      }
    }
  }

  @Test func `a reduced map has the means of what it covers`() {
    let map = DepthMap(width: 3, height: 2, values: [0, 10, 7, 20, 30, 9])
    #expect(map?.reduced(by: 2) == DepthMap(width: 2, height: 1, values: [15, 8]))
    #expect(map?.reduced(by: 1) == map)
  }
}

@Suite struct TrueDepthTests {
  private func mean(_ map: DepthMap, rows: Range<Int>) -> Double {
    let part = map.values[rows.lowerBound * map.width..<rows.upperBound * map.width]
    return part.reduce(0.0) { $0 + Double($1) } / Double(part.count) / 65_535
  }

  @Test(arguments: SceneKind.allCases)
  func `the sky is far, the foreground near, and every pixel has a kind`(_ scene: SceneKind) {
    for light in [Light.day, .night] {
      let painter = Painter(
        recipe: SceneRecipe(scene: scene, light: light), width: 160, height: 90)
      let moment = ShotMoment(time: 1)
      let depth = painter.depth(moment), ids = painter.ids(moment)
      #expect(depth == painter.depth(moment))
      #expect(depth.width == 160 && depth.height == 90 && ids.width == 160 && ids.height == 90)
      let sky = ids.values.indices.filter { ids.values[$0] == PictureIDs.Kind.sky.rawValue }
      #expect(sky.allSatisfy { depth.values[$0] < 6_000 }, "\(scene)")
      if scene.hasSky {
        #expect(Double(sky.count) > 0.1 * Double(ids.values.count), "\(scene): \(sky.count)")
        let top = mean(depth, rows: 0..<18), bottom = mean(depth, rows: 72..<90)
        // A wood's trunks rise above the frame.
        #expect(bottom > top + (scene == .forest ? 0.02 : 0.25), "\(scene): \(top) \(bottom)")
      }
      // What covers everything is said by its name.
      let shares = PictureIDs.Kind.allCases.map(ids.share)
      #expect(abs(shares.reduce(0, +) - 1) < 1e-9)
      switch scene {
      case .sea: #expect(ids.share(of: .water) > 0.2)
      case .city: #expect(ids.share(of: .buildings) > 0.1)
      case .road: #expect(ids.share(of: .road) > 0.2)
      case .space: #expect(ids.share(of: .space) > 0.3)
      case .tunnel: #expect(ids.share(of: .tunnel) > 0.5)
      case .flow: #expect(ids.share(of: .flow) == 1)
      case .forest: #expect(ids.share(of: .trees) > 0.1)
      case .room: #expect(ids.share(of: .thing) > 0.3)
      case .mountains, .sky, .desert: #expect(ids.share(of: .land) > 0.15)
      case .underwater, .fire: break
      }
    }
  }

  @Test func `what stands in the picture is where the still shows it`() {
    let with = SceneRecipe(scene: .sea, light: .day, details: [.boat], layoutSeed: 4)
    let without = SceneRecipe(scene: .sea, light: .day, absent: [.boat], layoutSeed: 4)
    let moment = ShotMoment(time: 1)
    let ids = Painter(recipe: with, width: 320, height: 180).ids(moment)
    let depth = Painter(recipe: with, width: 320, height: 180).depth(moment)
    let empty = Painter(recipe: without, width: 320, height: 180).ids(moment)
    let boat = ids.values.indices.filter {
      ids.values[$0] == PictureIDs.Kind.thing.rawValue && empty.values[$0] != ids.values[$0]
    }
    #expect(boat.count > 40, "\(boat.count)")
    // There the stills differ, and the boat is nearer than the sky behind its sail.
    let a = Painter(recipe: with, width: 320, height: 180).still(moment)
    let b = Painter(recipe: without, width: 320, height: 180).still(moment)
    let seen = boat.count { place in
      (0..<3).contains { abs(Int(a.pixels[place * 3 + $0]) - Int(b.pixels[place * 3 + $0])) > 3 }
    }
    #expect(Double(seen) > 0.8 * Double(boat.count), "\(seen) of \(boat.count)")
    #expect(boat.allSatisfy { depth.values[$0] > 9_000 })
  }

  @Test func `the sea comes nearer downwards`() {
    let depth = Painter(recipe: SceneRecipe(scene: .sea, light: .day), width: 160, height: 90)
      .depth()
    var last: UInt16 = 0
    for y in 60..<90 {
      let value = depth.values[y * 160 + 80]
      #expect(value >= last)
      last = value
    }
    #expect(last > 45_000)
  }
}

@Suite struct DepthPriorTests {
  /// Sky over ground, and something red in the middle.
  private func landscape(subject: Bool) -> RGBPicture {
    var picture = RGBPicture(width: 320, height: 180)
    let seed: UInt64 = 11
    var random = SeededRandom(seed: seed)
    for y in 0..<180 {
      for x in 0..<320 {
        let grain = Int(random.unit() * 24)
        var color = y < 80 ? (110 + y, 150 + y, 235) : (70 + grain, 92 + grain, 40 + grain)
        let (dx, dy) = (x - 160, y - 95)
        if subject, dx * dx + dy * dy < 45 * 45 { color = (200 + grain, 40, 30) }
        let place = (y * 320 + x) * 3
        picture.pixels[place] = UInt8(color.0)
        picture.pixels[place + 1] = UInt8(color.1)
        picture.pixels[place + 2] = UInt8(color.2)
      }
    }
    return picture
  }

  private func at(_ map: DepthMap, _ x: Double, _ y: Double) -> Double {
    let column = Int(x * Double(map.width)), row = Int(y * Double(map.height))
    return Double(map.values[row * map.width + column]) / 65_535
  }

  @Test func `sky is far, ground nears downwards`() {
    let map = DepthPrior.depth(of: landscape(subject: false))
    #expect(at(map, 0.1, 0.1) < 0.05 && at(map, 0.9, 0.3) < 0.06)
    #expect(at(map, 0.1, 0.6) < at(map, 0.1, 0.75) && at(map, 0.1, 0.75) < at(map, 0.1, 0.95))
    #expect(at(map, 0.5, 0.97) > 0.8)
    #expect(map == DepthPrior.depth(of: landscape(subject: false)))
  }

  @Test func `what stands out in the middle is near, with its border on the picture's`() {
    let map = DepthPrior.depth(of: landscape(subject: true))
    #expect(at(map, 0.5, 0.4) > 0.4, "\(at(map, 0.5, 0.4))")
    // Just outside of its upper border there is sky.
    #expect(at(map, 0.5, 0.22) < 0.15, "\(at(map, 0.5, 0.22))")
    #expect(at(map, 0.5, 0.33) > 0.35, "\(at(map, 0.5, 0.33))")
  }

  @Test func `any picture has a depth`() {
    for (width, height) in [(1, 1), (2, 900), (900, 2), (33, 17)] {
      let map = DepthPrior.depth(of: RGBPicture(width: width, height: height, red: 200))
      #expect(map.values.count == map.width * map.height)
      #expect(max(map.width, map.height) <= 320)
    }
  }
}
