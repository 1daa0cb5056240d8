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
}
