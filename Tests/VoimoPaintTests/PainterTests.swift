import Testing
import VoimoPaint
import VoimoSignal

@Suite struct PainterTests {
  static let everything = Detail.allCases

  @Test(arguments: SceneKind.allCases)
  func `a scene gives the same bytes twice, after other frames, and on both paths`(
    _ scene: SceneKind
  ) {
    for (light, weather, brush) in [
      (Light.night, Weather.rain, Brush.film), (.dusk, .snow, .wash), (.day, .fog, .pointillist),
    ] {
      let recipe = SceneRecipe(
        scene: scene, light: light, weather: weather, brush: brush, details: Self.everything,
        layoutSeed: 9)
      let camera = CameraState(zoom: 1.1, panX: 0.05, panY: -0.02, rotate: 3, push: 0.3)
      let moment = ShotMoment(
        time: 2.5, camera: camera, accents: AccentValues(low: 0.4, high: 0.3, beatStrength: 0.8))
      let first = painted(recipe, 212, 118, moment: moment)
      #expect(first == painted(recipe, 212, 118, moment: moment))
      #expect(
        first == painted(recipe, 212, 118, moment: moment, path: .baseline),
        "\(scene) differs between the two compilations")
      var painter = Painter(recipe: recipe, width: 212, height: 118)
      var picture = PlanarPicture(width: 212, height: 118)
      picture.withTarget { painter.paint(ShotMoment(time: 7), into: $0) }
      var copy = painter
      picture.withTarget { copy.paint(moment, into: $0) }
      #expect(first == picture, "\(scene) remembers an earlier frame")
    }
  }

  @Test(arguments: Brush.allCases)
  func `a brush gives the same bytes on both paths`(_ brush: Brush) {
    for scene in [SceneKind.city, .mountains] {
      let recipe = SceneRecipe(scene: scene, palette: .teal, light: .dusk, brush: brush)
      #expect(painted(recipe, 202, 114) == painted(recipe, 202, 114, path: .baseline))
      let fast = Painter(recipe: recipe, width: 101, height: 57).still(ShotMoment())
      #expect(
        fast == Painter(recipe: recipe, width: 101, height: 57, path: .baseline).still(ShotMoment())
      )
    }
  }

  @Test(arguments: SceneKind.allCases)
  func `every brush shows something of every scene`(_ scene: SceneKind) {
    for brush in Brush.allCases {
      for light in Light.allCases {
        let picture = painted(SceneRecipe(scene: scene, light: light, brush: brush), 160, 90)
        let values = shrunk(picture, by: 5)
        let mean = values.reduce(0, +) / Double(values.count)
        let spread = values.reduce(0) { $0 + abs($1 - mean) } / Double(values.count)
        #expect(spread > 2.5, "\(scene) \(light) \(brush): spread \(spread)")
        #expect(mean > 20 && mean < 228, "\(scene) \(light) \(brush): mean \(mean)")
      }
    }
  }

  @Test func `panning right moves the picture left, less so far away`() {
    func shift(_ scene: SceneKind, camera: CameraState) -> (Int, Int) {
      let recipe = SceneRecipe(scene: scene, light: .dusk)
      let still = painted(recipe, moment: ShotMoment(time: 1))
      let moved = painted(recipe, moment: ShotMoment(time: 1, camera: camera))
      var best = (0, 0)
      var least = Double.infinity
      for y in stride(from: -24, through: 24, by: 4) {
        for x in stride(from: -24, through: 24, by: 4) {
          let d = difference(still, moved) { ($0 - Double(x), $1 - Double(y)) }
          if d < least { (least, best) = (d, (x, y)) }
        }
      }
      return best
    }
    let right = shift(.flow, camera: CameraState(panX: 0.2))
    #expect(right.0 < -12 && right.1 == 0, "\(right)")
    let up = shift(.flow, camera: CameraState(panY: 0.2))
    #expect(up.1 > 12 && up.0 == 0, "\(up)")
    let far = shift(.sky, camera: CameraState(panX: 0.2))
    #expect(abs(far.0) <= 8, "\(far)")
  }

  @Test func `zooming in magnifies, rolling clockwise turns the picture the other way`() {
    let recipe = SceneRecipe(scene: .flow, light: .dusk)
    let still = painted(recipe)
    let zoomed = painted(recipe, moment: ShotMoment(time: 1, camera: CameraState(zoom: 1.25)))
    func scaled(_ by: Double) -> Double {
      difference(still, zoomed) { (160 + ($0 - 160) * by, 90 + ($1 - 90) * by) }
    }
    #expect(scaled(1 / 1.25) < 0.5 * scaled(1) && scaled(1 / 1.25) < 0.5 * scaled(1.25))
    let rolled = painted(recipe, moment: ShotMoment(time: 1, camera: CameraState(rotate: 8)))
    func turned(_ degrees: Double) -> Double {
      // Small angles: the sine and cosine of eight degrees.
      let (s, c) = (0.139173 * (degrees < 0 ? -1 : 1), 0.990268)
      return difference(still, rolled) { x, y in
        let (u, v) = (x - 160, y - 90)
        return (160 + u * c - v * s, 90 + u * s + v * c)
      }
    }
    #expect(turned(8) < 0.5 * turned(-8), "\(turned(8)) \(turned(-8))")
  }

  @Test(arguments: SceneKind.allCases)
  func `a draft is the same film as the final`(_ scene: SceneKind) {
    for brush in Brush.allCases {
      let recipe = SceneRecipe(scene: scene, light: .dusk, brush: brush, details: Self.everything)
      let moment = ShotMoment(
        time: 2, camera: CameraState(zoom: 1.1, panX: 0.1, rotate: 2, push: 0.2))
      let final = shrunk(painted(recipe, 1280, 720, moment: moment), by: 16)
      let draft = shrunk(painted(recipe, 480, 270, moment: moment), by: 6)
      let width = 80
      // 270 / 6 = 45 rows, as 720 / 16.
      #expect(final.count == draft.count && final.count == width * 45)
      let d = zip(final, draft).reduce(0) { $0 + abs($1.0 - $1.1) } / Double(final.count)
      // A facet is one sample of its middle, which sharp edges may pass on either side.
      #expect(d < (brush == .facet ? 10 : 7), "\(scene) \(brush): \(d)")
    }
  }

  @Test(arguments: SceneKind.allCases)
  func `neighbouring frames are alike`(_ scene: SceneKind) {
    for brush in Brush.allCases {
      let recipe = SceneRecipe(scene: scene, light: .dusk, brush: brush, details: Self.everything)
      let a = painted(recipe, moment: ShotMoment(time: 3)),
        b = painted(recipe, moment: ShotMoment(time: 3 + 1.0 / 24))
      let d = difference(a, b)
      // What rushes past changes more, without flickering.
      let most: [SceneKind: Double] = [.tunnel: 12, .fire: 9, .road: 6]
      #expect(d < most[scene, default: 4], "\(scene) \(brush): \(d)")
      let later = painted(recipe, moment: ShotMoment(time: 5))
      #expect(difference(a, later) > 0.05, "\(scene) \(brush) stands still")
    }
  }

  @Test(arguments: SceneKind.allCases)
  func `a beat shows, and not when it is not wanted`(_ scene: SceneKind) {
    let recipe = SceneRecipe(scene: scene, light: .night)
    func at(_ amount: Double, _ strength: Double) -> PlanarPicture {
      let accents = AccentValues(
        low: strength, high: strength, beatPhase: 0, beatStrength: strength)
      return painted(recipe, moment: ShotMoment(time: 1, accents: accents, beatAmount: amount))
    }
    func mean(_ p: PlanarPicture) -> Double {
      p.y.reduce(0) { $0 + Double($1) } / Double(p.y.count)
    }
    #expect(mean(at(1, 1)) > mean(at(1, 0)) + 0.3)
    #expect(at(0, 1) == at(0, 0))
  }

  @Test func `any size and any camera can be painted`() {
    let sizes = [(2, 2), (16, 10), (64, 64), (1080, 1920), (2, 720), (722, 2), (18, 34)]
    for (index, scene) in SceneKind.allCases.enumerated() {
      for (width, height) in sizes {
        let brush = Brush.allCases[(index + width) % Brush.allCases.count]
        let recipe = SceneRecipe(
          scene: scene, weather: .storm, brush: brush, details: Self.everything)
        let picture = painted(recipe, width, height)
        #expect(picture.y.allSatisfy { (16...235).contains($0) })
        #expect(picture.cb.allSatisfy { (16...240).contains($0) })
        #expect(picture.cr.allSatisfy { (16...240).contains($0) })
      }
      for camera in [
        CameraState(zoom: 0, panX: .infinity, rotate: .nan), CameraState(zoom: 1e9, push: 1e9),
        CameraState(zoom: 0.3, panX: -90, panY: 40, rotate: 721, push: -20),
      ] {
        _ = painted(
          SceneRecipe(scene: scene), 64, 36, moment: ShotMoment(time: 1e9, camera: camera))
      }
      _ = Painter(recipe: SceneRecipe(scene: scene), width: 1, height: 1).still(ShotMoment())
    }
  }

  @Test func `a keyframe shows what the film shows`() {
    let recipe = SceneRecipe(scene: .sea, light: .dusk)
    let still = Painter(recipe: recipe, width: 320, height: 180).still(ShotMoment(time: 1))
    let film = painted(recipe)
    var sum = 0.0
    for index in 0..<320 * 180 {
      let p = still.pixels[(3 * index)..<(3 * index + 3)].map { Double($0) / 255 }
      let l = 16 + 219 * (p[0] * 0.2126 + p[1] * 0.7152 + p[2] * 0.0722)
      sum += abs(l - Double(film.y[index]))
    }
    #expect(sum / Double(320 * 180) < 1.2)
  }

  @Test func `a crossfade begins with one picture and ends with the other`() {
    let a = painted(SceneRecipe(scene: .sea), 64, 36),
      b = painted(SceneRecipe(scene: .fire), 64, 36)
    func mix(_ fade: Crossfade) -> PlanarPicture {
      var picture = PlanarPicture(width: 64, height: 36)
      picture.withTarget { fade.mix(from: a, to: b, into: $0) }
      return picture
    }
    #expect(mix(Crossfade(progress: 0)) == a)
    #expect(mix(Crossfade(progress: 1)) == b)
    #expect(mix(Crossfade(weight: -3)) == a)
    let half = mix(Crossfade(progress: 0.5))
    for index in a.y.indices {
      #expect(abs(Int(half.y[index]) - (Int(a.y[index]) + Int(b.y[index])) / 2) <= 1)
    }
    for index in a.cr.indices {
      #expect(abs(Int(half.cr[index]) - (Int(a.cr[index]) + Int(b.cr[index])) / 2) <= 1)
    }
  }
}

@Suite struct PlaneTests {
  @Test(arguments: SceneKind.allCases, [(160, 90), (480, 270), (64, 64), (90, 160)])
  func `every pixel is painted, whatever was in the planes before`(
    _ scene: SceneKind, size: (width: Int, height: Int)
  ) {
    let recipe = SceneRecipe(scene: scene, weather: .rain, layoutSeed: 5)
    let moment = ShotMoment(
      time: 1.3, camera: CameraMotion(zoom: 0.012, push: 0.03).state(at: 1.3),
      accents: AccentValues(onset: 0.7, kick: 0.8, beatPhase: 0.1, beatStrength: 1))
    func painted(over before: UInt8) -> PlanarPicture {
      var painter = Painter(recipe: recipe, width: size.width, height: size.height)
      var picture = PlanarPicture(width: size.width, height: size.height)
      picture.withTarget { target in
        unsafe target.y.update(repeating: before, count: size.width * size.height)
        unsafe target.cb.update(repeating: before, count: size.width * size.height / 4)
        unsafe target.cr.update(repeating: before, count: size.width * size.height / 4)
        painter.paint(moment, into: target)
      }
      return picture
    }
    let first = painted(over: 0)
    for before in [UInt8(255), 77, 130] {
      #expect(painted(over: before) == first ? true : false)
    }
  }

  @Test(arguments: SceneKind.allCases)
  func `rows longer than the picture and what the heap held change nothing`(_ scene: SceneKind) {
    let (width, height) = (160, 90)
    let recipe = SceneRecipe(scene: scene, light: .dusk, layoutSeed: 9)
    func film(stride: Int, junk: UInt8) -> [[UInt8]] {
      // Memory that the painter may be given next, full of something else.
      _ = (0..<40).map { [UInt8](repeating: junk, count: 1000 << ($0 % 12)) }
      var painter = Painter(recipe: recipe, width: width, height: height)
      var planes = [UInt8](repeating: junk, count: stride * height * 2)
      return (0..<12).map { frame in
        let moment = ShotMoment(
          time: Double(frame) / 12,
          camera: CameraMotion(zoom: 0.012, push: 0.03).state(at: Double(frame) / 12),
          accents: AccentValues(kick: 0.5, beatPhase: Double(frame % 6) / 6),
          beatAmount: 0.2)
        unsafe planes.withUnsafeMutableBufferPointer { all in
          guard let base = all.baseAddress else { return }
          unsafe painter.paint(
            moment,
            into: PlanarTarget(
              y: base, cb: base + stride * height, cr: base + stride * height + stride * height / 4,
              lumaStride: stride, chromaStride: stride / 2, width: width, height: height))
        }
        return (0..<height).flatMap { Array(planes[$0 * stride..<$0 * stride + width]) }
      }
    }
    let first = film(stride: 160, junk: 0)
    for (stride, junk) in [(192, UInt8(0)), (192, 255), (160, 77), (256, 1)] {
      let other = film(stride: stride, junk: junk)
      let wrong = first.indices.filter { first[$0] != other[$0] }
      #expect(wrong.isEmpty, "stride \(stride): frames \(wrong) differ")
    }
  }
}
