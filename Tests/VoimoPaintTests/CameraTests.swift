import Testing
import VoimoBase
import VoimoPaint
import VoimoSignal

/// Pictures to move through.
enum Sample {
  /// A painter's still with its true depth.
  static func painted(
    _ scene: SceneKind = .city, _ light: Light = .dusk, _ width: Int = 320, _ height: Int = 180
  ) -> (picture: RGBPicture, depth: DepthMap) {
    let painter = Painter(
      recipe: SceneRecipe(scene: scene, light: light, layoutSeed: 7), width: width, height: height)
    let moment = ShotMoment(time: 1, beatAmount: 0)
    return (painter.still(moment), painter.depth(moment).reduced(by: 4))
  }

  /// A near disc over a far plain of one color.
  static func disc(_ width: Int = 320, _ height: Int = 180) -> (
    picture: RGBPicture, depth: DepthMap
  ) {
    var picture = RGBPicture(width: width, height: height, red: 40, green: 160, blue: 90)
    var values = [UInt16](repeating: 6_000, count: width * height)
    for y in 0..<height {
      for x in 0..<width {
        let (dx, dy) = (x - width / 2, y - height / 2)
        // Soft over four pixels, as cameras see borders.
        let distance = Double(dx * dx + dy * dy).squareRoot()
        let share = min(max((Double(height) / 4 - distance) / 4 + 0.5, 0), 1)
        let place = (y * width + x) * 3
        picture.pixels[place] = UInt8(40 + 190 * share)
        picture.pixels[place + 1] = UInt8(160 - 130 * share)
        picture.pixels[place + 2] = UInt8(90 - 60 * share)
        if share > 0.5 { values[y * width + x] = 60_000 }
      }
    }
    let map = DepthMap(width: width, height: height, values: values)
    return (picture, map ?? DepthMap(width: width, height: height, value: 0))
  }

  /// A picture as planes, by the painter's own last step: what a shot at rest must show.
  static func planes(_ picture: RGBPicture) -> (y: [Double], cb: [Double], cr: [Double]) {
    var y: [Double] = [], cb: [Double] = [], cr: [Double] = []
    for index in 0..<picture.width * picture.height {
      let (r, g, b) = (
        Double(picture.pixels[index * 3]) / 255, Double(picture.pixels[index * 3 + 1]) / 255,
        Double(picture.pixels[index * 3 + 2]) / 255
      )
      let l = r * 0.2126 + g * 0.7152 + b * 0.0722
      y.append(16 + 219 * l)
      cb.append(128 + 224 * (b - l) / 1.8556)
      cr.append(128 + 224 * (r - l) / 1.5748)
    }
    return (y, cb, cr)
  }
}

/// Peak signal to noise, decibels.
func decibels(_ a: [Double], _ b: [Double]) -> Double {
  let sum = zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
  let mean = max(sum / Double(a.count), 1e-9)
  // Ten times the decimal logarithm, by halves and a series: close enough to compare with.
  var ratio = 255 * 255 / mean, bits = 0.0
  while ratio >= 2 {
    ratio /= 2
    bits += 1
  }
  let z = (ratio - 1) / (ratio + 1)
  let rest = 2 * (z + z * z * z / 3 + z * z * z * z * z / 5) / 0.6931471805599453
  return (bits + rest) * 3.010299956639812
}

func decibels(_ a: [UInt8], _ b: [UInt8]) -> Double {
  decibels(a.map(Double.init), b.map(Double.init))
}

extension CameraShot {
  /// One moment's planes, by a copy.
  func planes(_ moment: ShotMoment) -> PlanarPicture {
    var copy = self
    var picture = PlanarPicture(width: width, height: height)
    picture.withTarget { copy.paint(moment, into: $0) }
    return picture
  }
}

@Suite struct CameraTests {
  private func shot(
    _ sample: (picture: RGBPicture, depth: DepthMap), _ width: Int = 320, _ height: Int = 180,
    life: Life = .none, path: KernelPath = .fastest
  ) -> CameraShot {
    CameraShot(
      picture: sample.picture, depth: sample.depth, width: width, height: height, life: life,
      seed: 5, path: path)
  }

  static let everything = Life(
    rain: 1, snow: 1, dust: 1, fog: 1, embers: 1, leaks: 1, grain: 1, lamps: 1, water: 1)

  @Test(arguments: SceneKind.allCases)
  func `at rest a shot is the picture`(_ scene: SceneKind) {
    let sample = Sample.painted(scene)
    let planes = shot(sample).planes(ShotMoment(time: 3, beatAmount: 0))
    let wanted = Sample.planes(sample.picture)
    let luma = decibels(planes.y.map(Double.init), wanted.y)
    #expect(luma > 50, "\(scene): \(luma)")
    // Chroma is sited left: a quarter of each neighbour, half of the middle, of two rows.
    var cb: [Double] = []
    for y in stride(from: 0, to: 180, by: 2) {
      for x in stride(from: 0, to: 320, by: 2) {
        func two(_ column: Int) -> Double {
          wanted.cb[y * 320 + max(column, 0)] + wanted.cb[(y + 1) * 320 + max(column, 0)]
        }
        cb.append((two(x - 1) + 2 * two(x) + two(x + 1)) / 8)
      }
    }
    let chroma = decibels(planes.cb.map(Double.init), cb)
    #expect(chroma > 45, "\(scene): \(chroma)")
    let still = shot(sample).still(ShotMoment(time: 3, beatAmount: 0))
    #expect(decibels(still.pixels, sample.picture.pixels) > 50)
  }

  @Test(arguments: [Life.none, everything])
  func `a frame has the same bytes on both paths, in any order, from copies`(_ life: Life) {
    let sample = Sample.painted(.sea)
    let moments = (0..<4).map { index in
      ShotMoment(
        time: 0.7 + Double(index) * 0.9,
        camera: CameraState(
          zoom: [1.08, 0.9, 1.5, 0.6][index], panX: 0.05 * Double(index), panY: -0.03,
          rotate: 4 * Double(index), push: [0.2, -0.3, 0.5, -1][index]),
        accents: AccentValues(
          high: 0.6, kick: 0.8, snare: 0.7, beatPhase: 0.1, beatStrength: 1, barPhase: 0.2))
    }
    var fast = shot(sample, 212, 118, life: life)
    let slow = shot(sample, 212, 118, life: life, path: .baseline)
    var first: [PlanarPicture] = []
    var picture = PlanarPicture(width: 212, height: 118)
    for moment in moments {
      picture.withTarget { fast.paint(moment, into: $0) }
      first.append(picture)
      #expect(picture == slow.planes(moment) ? true : false, "paths differ at \(moment.time)")
    }
    for index in moments.indices.reversed() {
      picture.withTarget { fast.paint(moments[index], into: $0) }
      #expect(picture == first[index] ? true : false, "frame \(index) remembers another")
      #expect(
        shot(sample, 212, 118, life: life).planes(moments[index]) == first[index] ? true : false)
    }
  }

  @Test func `what was in the planes before does not show`() {
    let sample = Sample.painted(.road)
    var one = shot(sample, 64, 36, life: Self.everything)
    var pictures: [PlanarPicture] = []
    for before in [UInt8(0), 255, 90] {
      var picture = PlanarPicture(width: 64, height: 36)
      picture.withTarget { target in
        unsafe target.y.update(repeating: before, count: 64 * 36)
        unsafe target.cb.update(repeating: before, count: 32 * 18)
        unsafe target.cr.update(repeating: before, count: 32 * 18)
        one.paint(ShotMoment(time: 1, camera: CameraState(panX: 0.4, rotate: 30)), into: target)
      }
      pictures.append(picture)
    }
    #expect(pictures[0] == pictures[1] && pictures[1] == pictures[2] ? true : false)
  }

  @Test func `any size, picture and camera can be painted`() {
    let cameras = [
      CameraState(zoom: 0, panX: .infinity, rotate: .nan), CameraState(zoom: 1e9, push: 1e9),
      CameraState(zoom: 0.3, panX: -90, panY: 40, rotate: 721, push: -20), CameraState(zoom: .nan),
    ]
    for (width, height) in [(2, 2), (16, 10), (2, 90), (90, 2), (34, 18)] {
      for (pw, ph) in [(1, 1), (7, 300), (200, 100)] {
        let picture = RGBPicture(width: pw, height: ph, red: 200, green: 90, blue: 20)
        let one = CameraShot(
          picture: picture, depth: DepthMap(width: 1, height: 1, value: 900), width: width,
          height: height, life: Self.everything, seed: 1, framing: ShotFraming(scale: 3, x: .nan))
        for camera in cameras {
          let frame = one.planes(ShotMoment(time: 1e9, camera: camera))
          #expect(frame.y.allSatisfy { (16...235).contains($0) })
        }
      }
    }
  }

  /// Where the disc's and the plain's pixels lie in a frame of `Sample.disc`.
  private func red(_ picture: RGBPicture) -> [Int] {
    (0..<picture.width * picture.height).filter { picture.pixels[$0 * 3] > 150 }
  }

  @Test func `behind what is near there is the background and nothing else`() {
    let one = shot(Sample.disc())
    for camera in [
      CameraState(panX: 0.12), CameraState(panY: -0.1), CameraState(push: 0.4),
      CameraState(panX: -0.08, rotate: 10, push: -0.3),
    ] {
      let picture = one.still(ShotMoment(camera: camera, beatAmount: 0))
      // Between the two colors every pixel is a mixture of them, and no hole is darker.
      var strange = 0
      for index in 0..<320 * 180 {
        let (r, g, b) = (
          Double(picture.pixels[index * 3]), Double(picture.pixels[index * 3 + 1]),
          Double(picture.pixels[index * 3 + 2])
        )
        let share = (r - 40) / 190
        let wrong = max(abs(g - (160 - 130 * share)), abs(b - (90 - 60 * share)))
        if share < -0.05 || share > 1.05 || wrong > 9 { strange += 1 }
      }
      #expect(strange == 0, "\(camera): \(strange)")
      // Each row rises once towards the disc and falls once: no border is seen twice.
      for y in 0..<180 {
        var highest = 0.0, lowest = 1.0, hasPassed = false, again = 0.0
        for x in 0..<320 {
          let share = (Double(picture.pixels[(y * 320 + x) * 3]) - 40) / 190
          highest = max(highest, share)
          if share < highest - 0.2 { hasPassed = true }
          guard hasPassed else { continue }
          lowest = min(lowest, share)
          again = max(again, share - lowest)
        }
        #expect(again < 0.06, "\(camera) row \(y): \(again)")
      }
      // And the disc is whole: about as many pixels as before, times its growth.
      #expect(red(picture).count > 5_000, "\(red(picture).count)")
    }
  }

  @Test func `near moves more than far, and never by more than four hundredths of the width`() {
    // A cross far away beside the near disc: how far do both move?
    var sample = Sample.disc(640, 360)
    for y in 0..<360 {
      for x in 60..<72 {
        let place = (y * 640 + x) * 3
        for channel in 0..<3 { sample.picture.pixels[place + channel] = 5 }
      }
    }
    let one = shot(sample, 640, 360)
    func middles(_ camera: CameraState) -> (disc: Double, bar: Double) {
      let picture = one.still(ShotMoment(camera: camera, beatAmount: 0))
      var disc = (0.0, 0.0), bar = (0.0, 0.0)
      for x in 0..<640 {
        let place = (180 * 640 + x) * 3
        let (r, g) = (Double(picture.pixels[place]), Double(picture.pixels[place + 1]))
        if r > 130 { disc = (disc.0 + Double(x), disc.1 + 1) }
        if g < 80, r < 60, x < 250 { bar = (bar.0 + Double(x), bar.1 + 1) }
      }
      return (disc.0 / max(disc.1, 1), bar.0 / max(bar.1, 1))
    }
    let rest = middles(.still)
    for pan in [0.02, 0.05, 0.1, 0.2, -0.03] {
      let moved = middles(CameraState(panX: pan))
      let near = moved.disc - rest.disc, far = moved.bar - rest.bar
      #expect(pan > 0 ? near < far - 1 : near > far + 1, "\(pan): \(near) \(far)")
      #expect(abs(near - far) <= 0.04 * 640 + 1, "\(pan): \(near) \(far)")
    }
    // Small movements are not held back.
    let small = middles(CameraState(panX: 0.02))
    #expect(abs((small.disc - rest.disc) - (small.bar - rest.bar)) > 2)
  }

  @Test func `the picture goes on in a mirror beyond its border`() {
    // A ramp from left to right.
    var picture = RGBPicture(width: 320, height: 180)
    for index in 0..<320 * 180 {
      for channel in 0..<3 {
        picture.pixels[index * 3 + channel] = UInt8(index % 320 * 200 / 320 + 20)
      }
    }
    let one = CameraShot(
      picture: picture, depth: DepthMap(width: 2, height: 2, value: 30_000), width: 320,
      height: 180, life: .none, seed: 1)
    let frame = one.still(ShotMoment(camera: CameraState(zoom: 0.5), beatAmount: 0))
    func at(_ x: Int) -> Int { Int(frame.pixels[(90 * 320 + x) * 3]) }
    for k in 2..<70 {
      #expect(abs(at(80 - k) - at(79 + k)) <= 2, "left \(k)")
      #expect(abs(at(240 - k) - at(239 + k)) <= 2, "right \(k)")
    }
    #expect(at(80) < at(160) && at(160) < at(239))
  }

  @Test func `a plain that comes nearer is bent and not torn`() {
    // Depth without a jump is one layer, whatever it spans.
    let values = (0..<160 * 90).map { UInt16($0 / 160 * 720) }
    let depth = DepthMap(width: 160, height: 90, values: values)
    let picture = RGBPicture(width: 320, height: 180, red: 90)
    let one = CameraShot(
      picture: picture, depth: depth ?? DepthMap(width: 1, height: 1, value: 0), width: 320,
      height: 180, life: .none, seed: 1)
    #expect(one.layerCount == 1)
    #expect(shot(Sample.disc()).layerCount == 2)
    for scene in SceneKind.allCases {
      #expect((1...5).contains(shot(Sample.painted(scene)).layerCount))
    }
  }
}
