import Testing
import VoimoPaint
import VoimoSignal

/// Faults that a viewer sees as the machine's: stairs, blocks, rows, edges that jump.
@Suite struct PixelFaultTests {
  /// How much more a step from one column of eight to the next is than a step inside it, summed
  /// over the rows: 1 where the blocks of the kernels do not show.
  private func stairs(_ picture: PlanarPicture, rows: Range<Int>) -> Double {
    var border = 0.0, inside = 0.0
    for row in rows {
      for x in stride(from: 8, to: picture.width - 8, by: 8) {
        let at = row * picture.width + x
        func bend(_ place: Int) -> Double {
          Double(
            abs(
              Int(picture.y[place - 2]) - 3 * Int(picture.y[place - 1]) + 3 * Int(picture.y[place])
                - Int(picture.y[place + 1])))
        }
        border += bend(at)
        inside += bend(at + 4)
      }
    }
    return border / max(inside, 1)
  }

  @Test(arguments: [Weather.clear, .cloudy, .snow, .fog])
  func `clouds have no stairs`(_ weather: Weather) {
    for (light, width, height) in [(Light.dusk, 640, 360), (.day, 640, 360), (.night, 270, 480)] {
      let recipe = SceneRecipe(
        scene: .sky, light: light, weather: weather, absent: [.stars], layoutSeed: 12)
      let picture = painted(recipe, width, height)
      let ratio = stairs(picture, rows: 0..<height * 6 / 10)
      #expect(ratio < 1.06, "\(weather) \(light): \(ratio)")
    }
  }

  @Test func `folds of color have no edge but their own`() {
    // The color goes round: from the last back to the first without a step.
    for seed in 1...6 as ClosedRange<UInt64> {
      let recipe = SceneRecipe(scene: .flow, palette: .neon, light: .night, layoutSeed: seed)
      let picture = painted(recipe, 640, 360)
      // Hard steps between neighbours, beside the folds' own, which are thin lines.
      var hard = 0
      for row in 0..<360 {
        for x in 1..<640
        where abs(Int(picture.y[row * 640 + x]) - Int(picture.y[row * 640 + x - 1])) > 60 {
          hard += 1
        }
      }
      #expect(Double(hard) / Double(640 * 360) < 0.010, "seed \(seed): \(hard)")
    }
  }

  @Test(arguments: [(SceneKind.forest, Brush.ink), (.underwater, .ink), (.forest, .film)])
  func `weeds sway and do not jump`(_ scene: SceneKind, _ brush: Brush) {
    let recipe = SceneRecipe(scene: scene, light: .day, brush: brush, layoutSeed: 3)
    func at(_ time: Double) -> PlanarPicture {
      painted(recipe, 640, 360, moment: ShotMoment(time: time))
    }
    // Twice the time is at most about twice the way: nothing pops in between.
    let start = at(1), one = at(1 + 1.0 / 24), two = at(1 + 2.0 / 24)
    func low(_ a: PlanarPicture, _ b: PlanarPicture) -> Double {
      let first = 640 * 220
      return zip(a.y[first...], b.y[first...]).reduce(0.0) {
        $0 + Double(abs(Int($1.0) - Int($1.1)))
      } / Double(640 * 140)
    }
    let short = low(start, one), long = low(start, two)
    #expect(long > 1.25 * short || short < 0.6, "\(scene) \(brush): \(short) \(long)")
  }

  @Test(arguments: [Brush.ink, .wash])
  func `paper has grain and no blocks`(_ brush: Brush) {
    // Of equal neighbours in a row there are few: blocks would make runs.
    let picture = painted(
      SceneRecipe(scene: .sky, light: .day, brush: brush, absent: [.clouds]), 1280, 720)
    var runs = 0, places = 0
    for row in stride(from: 40, to: 300, by: 3) {
      for x in stride(from: 100, to: 1180, by: 6) {
        let at = row * 1280 + x
        let piece = picture.y[at..<at + 5]
        if let low = piece.min(), let high = piece.max(), high - low <= 1 { runs += 1 }
        places += 1
      }
    }
    #expect(Double(runs) / Double(places) < 0.25, "\(brush): \(runs) of \(places)")
  }

  @Test func `dabs lie in no rows`() {
    // Means of rows of a plain sky: dabs in rows would make them swing with the pitch.
    let picture = painted(
      SceneRecipe(scene: .sky, light: .day, brush: .pointillist, absent: [.clouds, .sun]), 1280, 720
    )
    let means = (40..<260).map { row in
      Double(picture.y[row * 1280 + 200..<row * 1280 + 1080].reduce(0) { $0 + Int($1) }) / 880
    }
    let swings = zip(means, means.dropFirst()).map { abs($0 - $1) }
    #expect(
      swings.reduce(0, +) / Double(swings.count) < 0.75,
      "\(swings.reduce(0, +) / Double(swings.count))")
  }

  @Test func `a camera far outside costs no more than one that sees four frames`() {
    // The picture stays the same once the bound is reached, so nothing grows with the shot's
    // length.
    func at(_ zoom: Double, _ push: Double) -> PlanarPicture {
      painted(
        SceneRecipe(scene: .space, light: .night), 160, 90,
        moment: ShotMoment(time: 1, camera: CameraState(zoom: zoom, push: push)))
    }
    #expect(at(1e-6, -12) == at(1e-9, -12) ? true : false)
    #expect(difference(at(0.06, -12), at(1e-9, -12)) < 6)
  }

  /// How much more a step across every fourth column is than one between, in some rows: 1 where the
  /// quarter-size picture that water mirrors does not show.
  private func comb(_ picture: PlanarPicture, rows: Range<Int>) -> Double {
    var border = 0.0, inside = 0.0
    for row in rows {
      for x in stride(from: 8, to: picture.width - 8, by: 4) {
        let at = row * picture.width + x
        border += Double(abs(Int(picture.y[at]) - Int(picture.y[at - 1])))
        inside += Double(abs(Int(picture.y[at + 2]) - Int(picture.y[at + 1])))
      }
    }
    return border / max(inside, 1)
  }

  @Test(arguments: [(360, 640), (640, 360), (270, 480)])
  func `what water mirrors has no steps`(_ width: Int, _ height: Int) {
    for (scene, light) in [(SceneKind.city, Light.night), (.city, .dusk), (.sea, .dusk)] {
      let picture = painted(SceneRecipe(scene: scene, light: light), width, height)
      let ratio = comb(picture, rows: height * 7 / 10..<height * 9 / 10)
      #expect(ratio < 1.25, "\(scene) \(light) \(width): \(ratio)")
    }
  }

  /// Mean of the colors' strength, and the spread of light, over a picture.
  private func strength(_ picture: PlanarPicture) -> (color: Double, spread: Double, mean: Double) {
    let color = zip(picture.cb, picture.cr).reduce(0.0) {
      $0 + Double(abs(Int($1.0) - 128) + abs(Int($1.1) - 128))
    }
    let values = shrunk(picture, by: 10)
    let mean = values.reduce(0, +) / Double(values.count)
    let spread = values.reduce(0) { $0 + abs($1 - mean) } / Double(values.count)
    return (color / Double(picture.cb.count), spread, mean)
  }

  @Test(arguments: [SceneKind.sky, .mountains, .sea, .city, .road, .forest, .desert])
  func `daylight has color and is not bleached`(_ scene: SceneKind) {
    for seed in [3, 7, 12] as [UInt64] {
      let picture = painted(SceneRecipe(scene: scene, light: .day, layoutSeed: seed), 640, 360)
      let white = picture.y.count { $0 > 210 }
      #expect(Double(white) < 0.10 * Double(picture.y.count), "\(scene) \(seed): white \(white)")
      let (color, spread, mean) = strength(picture)
      #expect(color > 16, "\(scene) \(seed): color \(color)")
      #expect(spread > 12.5, "\(scene) \(seed): spread \(spread)")
      #expect(mean < 172, "\(scene) \(seed): mean \(mean)")
    }
  }

  @Test(arguments: [SceneKind.mountains, .sea, .sky, .city])
  func `oil keeps what daylight shows`(_ scene: SceneKind) {
    func at(_ brush: Brush) -> (color: Double, spread: Double, mean: Double) {
      strength(
        painted(SceneRecipe(scene: scene, light: .day, brush: brush, layoutSeed: 7), 640, 360))
    }
    let film = at(.film), oil = at(.oil)
    #expect(oil.spread > 0.8 * film.spread, "\(scene): \(oil) against \(film)")
    #expect(oil.color > 0.9 * film.color, "\(scene): \(oil) against \(film)")
    #expect(oil.mean < film.mean, "\(scene): \(oil) against \(film)")
  }

  @Test func `huge waves are crests, not hills`() {
    // Along a row crests are many, and no slope is longer than a crest.
    let picture = painted(
      SceneRecipe(scene: .sea, light: .day, things: [Thing(kind: .waves)], absent: [.clouds]), 960,
      540)
    let calm = painted(
      SceneRecipe(scene: .sea, light: .day, absent: [.clouds, .waves]), 960, 540)
    // Edges that go down the frame's lower half: one for every row of waves.
    func edges(_ picture: PlanarPicture) -> Double {
      let columns = stride(from: 20, to: 940, by: 20)
      let counts = columns.map { x in
        var count = 0, last = -20
        for y in 300..<530 {
          let step = abs(Int(picture.y[y * 960 + x]) - Int(picture.y[(y - 2) * 960 + x]))
          if step > 14 && y - last > 8 { (count, last) = (count + 1, y) }
        }
        return count
      }
      return Double(counts.reduce(0, +)) / Double(counts.count)
    }
    #expect(edges(picture) > 3.2, "\(edges(picture)), calm \(edges(calm))")
    #expect(edges(picture) > 2 * edges(calm), "\(edges(picture)), calm \(edges(calm))")
  }
}
