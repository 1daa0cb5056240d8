import Testing
import VoimoPaint
import VoimoSignal

/// What lives over a picture, and how it answers the music.
@Suite struct LifeTests {
  private static let width = 320
  private static let height = 180

  private func shot(_ scene: SceneKind, _ light: Light, _ life: Life) -> CameraShot {
    let sample = Sample.painted(scene, light)
    return CameraShot(
      picture: sample.picture, depth: sample.depth, width: Self.width, height: Self.height,
      life: life, seed: 9)
  }

  private func change(_ a: PlanarPicture, _ b: PlanarPicture) -> Double {
    difference(a, b) * 255 / 219
  }

  static let parts: [(name: String, life: Life)] = [
    ("rain", Life(rain: 1)), ("snow", Life(snow: 1)), ("dust", Life(dust: 1)),
    ("fog", Life(fog: 1)), ("embers", Life(embers: 1)), ("leaks", Life(leaks: 1)),
    ("grain", Life(grain: 1)), ("lamps", Life(lamps: 1)), ("water", Life(water: 1)),
  ]

  @Test(arguments: parts.indices)
  func `each part of a life shows, moves, and is gone without it`(_ index: Int) {
    let part = Self.parts[index]
    // Lamps want bright places, water wants water; the rest is seen in any picture.
    let scene: SceneKind = part.name == "water" ? .sea : .city
    let moment = ShotMoment(time: 2, beatAmount: 0), later = ShotMoment(time: 2.5, beatAmount: 0)
    let bare = shot(scene, .night, .none).planes(moment)
    let alive = shot(scene, .night, part.life)
    let first = alive.planes(moment), second = alive.planes(later)
    #expect(
      change(bare, first) > (part.name == "lamps" ? 0.05 : 0.12),
      "\(part.name): \(change(bare, first))")
    // Not more than weather would: the picture stays the picture.
    #expect(change(bare, first) < 40, "\(part.name): \(change(bare, first))")
    #expect(first == second ? false : true, "\(part.name) stands still")
    // Without it, the same bytes at any time.
    #expect(bare == shot(scene, .night, .none).planes(later) ? true : false)
  }

  @Test func `half as much is less, and out of range is the nearest end`() {
    let moment = ShotMoment(time: 2, beatAmount: 0)
    let bare = shot(.city, .night, .none).planes(moment)
    for (full, half) in [
      (Life(fog: 1), Life(fog: 0.4)), (Life(rain: 1), Life(rain: 0.3)),
      (Life(grain: 1), Life(grain: 0.4)), (Life(leaks: 1), Life(leaks: 0.3)),
    ] {
      let much = change(bare, shot(.city, .night, full).planes(moment))
      let little = change(bare, shot(.city, .night, half).planes(moment))
      #expect(little < 0.8 * much && little > 0, "\(full): \(little) \(much)")
    }
    let beyond = shot(.city, .night, Life(fog: 7, leaks: .nan)).planes(moment)
    #expect(beyond == shot(.city, .night, Life(fog: 1)).planes(moment) ? true : false)
  }

  @Test func `kick, snare and hats are answered where they should be`() {
    func planes(_ life: Life, _ accents: AccentValues) -> PlanarPicture {
      shot(.city, .night, life).planes(ShotMoment(time: 2, accents: accents, beatAmount: 0.6))
    }
    let rest = AccentValues.silent
    for (life, accents) in [
      (Life(embers: 1), AccentValues(kick: 1)), (Life(lamps: 1), AccentValues(kick: 1)),
      (Life(leaks: 1), AccentValues(snare: 1)), (Life(rain: 1), AccentValues(high: 1)),
      (Life(snow: 1), AccentValues(high: 1)), (Life(dust: 1), AccentValues(high: 1)),
    ] {
      let quiet = planes(life, rest), loud = planes(life, accents)
      let brighter = loud.y.reduce(0) { $0 + Int($1) } - quiet.y.reduce(0) { $0 + Int($1) }
      #expect(brighter > 0, "\(life) \(accents)")
      // Drums change places, not the frame.
      #expect(change(quiet, loud) < 6, "\(life): \(change(quiet, loud))")
      #expect(planes(.none, rest) == planes(.none, accents) ? true : false)
    }
  }

  @Test func `things near move more than things far`() {
    // Snow before the far town: a pan shifts them differently, so the picture does not only shift.
    let life = Life(snow: 1)
    let still = shot(.city, .night, life).planes(ShotMoment(time: 2, beatAmount: 0))
    let panned = shot(.city, .night, life).planes(
      ShotMoment(time: 2, camera: CameraState(panX: 0.1), beatAmount: 0))
    let best = (0..<24).map { shift in
      difference(still, panned) { ($0 + Double(shift), $1) }
    }
    #expect(best.min() ?? 0 > 0.8, "\(best.min() ?? 0)")
  }

  @Test func `prompts say what lives`() {
    func life(_ prompt: String) -> Life { Life.reading(SceneText(prompt: prompt)) }
    #expect(life("a city street in the rain").rain > 0.5)
    #expect(life("heavy snow over a forest").snow > 0.5)
    #expect(life("a road in thick fog").fog > 0.4)
    #expect(life("a candle on a table").lamps > 0.3 && life("a candle on a table").embers > 0)
    #expect(life("a campfire on the beach at night").embers > 0.5)
    #expect(life("a wide sea under a full moon").water > 0.3)
    #expect(life("a sandstorm in the desert").dust > 0.8)
    // German, and what is taken away.
    #expect(life("eine Stadt im Regen").rain > 0.5)
    #expect(life("a city without rain").rain == 0)
    // Nothing said: a little grain and a slow light at most.
    for prompt in ["", "a woman at a piano", "mountains by day"] {
      let quiet = life(prompt)
      #expect(quiet.rain == 0 && quiet.snow == 0 && quiet.fog == 0 && quiet.embers == 0)
      #expect(quiet.grain <= 0.4 && quiet.leaks <= 0.4, "\(prompt)")
    }
  }
}

/// How a picture that is moved through answers beats: seen by everybody, a flash to nobody.
@Suite struct CameraBeatTests {
  private func frames(_ scene: SceneKind, _ light: Light, amount: Double, life: Life = .quiet) -> (
    before: PlanarPicture, after: PlanarPicture
  ) {
    let sample = Sample.painted(scene, light)
    let shot = CameraShot(
      picture: sample.picture, depth: sample.depth, width: 480, height: 270, life: life, seed: 2)
    func at(_ phase: Double) -> PlanarPicture {
      shot.planes(
        ShotMoment(
          time: 1, accents: AccentValues(beatPhase: phase, beatStrength: 1), beatAmount: amount))
    }
    return (at(0.98), at(0))
  }

  @Test(arguments: SceneKind.allCases)
  func `at the default a strong beat changes the whole frame by 6 of 255`(_ scene: SceneKind) {
    for light in [Light.day, .dusk, .night] {
      let (before, after) = frames(scene, light, amount: 0.6)
      let mean = difference(before, after) * 255 / 219
      #expect(mean >= 6, "\(scene) \(light): \(mean)")
    }
  }

  @Test(arguments: SceneKind.allCases)
  func `no beat is a flash: large areas change by less than a tenth of white`(_ scene: SceneKind) {
    for light in [Light.day, .dusk, .night] {
      for life in [Life.quiet, CameraTests.everything] {
        let (before, after) = frames(scene, light, amount: 1, life: life)
        func luminance(_ picture: PlanarPicture) -> [Double] {
          shrunk(picture, by: 30).map { value in
            let y = max(0, (value - 16) / 219)
            return y * y * y.squareRoot().squareRoot()
              / max(y.squareRoot().squareRoot().squareRoot(), 1e-9)
          }
        }
        let pairs = zip(luminance(before), luminance(after))
        let flashing = pairs.count { abs($0 - $1) >= 0.1 && min($0, $1) < 0.8 }
        #expect(flashing < 36, "\(scene) \(light): \(flashing) of 144")
      }
    }
  }

  @Test func `without an answer nothing changes`() {
    let (before, after) = frames(.city, .night, amount: 0, life: CameraTests.everything)
    #expect(before == after ? true : false)
  }
}
