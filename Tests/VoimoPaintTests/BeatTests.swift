import Testing
import VoimoPaint
import VoimoSignal

/// How pictures answer beats: seen by everybody, a flash to nobody.
@Suite struct BeatTests {
  /// A frame at a beat of a strength; `phase` 1 is just before the next.
  private func frame(
    _ scene: SceneKind, _ light: Light, phase: Double, amount: Double, strength: Double = 1,
    kick: Double = 0
  ) -> PlanarPicture {
    painted(
      SceneRecipe(scene: scene, light: light), 480, 270,
      moment: ShotMoment(
        time: 1, accents: AccentValues(kick: kick, beatPhase: phase, beatStrength: strength),
        beatAmount: amount))
  }

  /// Light as eyes have it, 0…1 of white's, in blocks of a 16th of the frame's width.
  private func luminance(_ picture: PlanarPicture) -> [Double] {
    shrunk(picture, by: 30).map { value in
      let y = max(0, (value - 16) / 219)
      // The power 2.2 by squares and a root of a root: exact enough here.
      return y * y * y.squareRoot().squareRoot()
        / max(y.squareRoot().squareRoot().squareRoot(), 1e-9)
    }
  }

  @Test(arguments: SceneKind.allCases)
  func `at the default a strong beat changes the whole frame by 6 of 255, places by 40`(
    _ scene: SceneKind
  ) {
    for light in Light.allCases {
      let before = frame(scene, light, phase: 0.98, amount: 0.6)
      let after = frame(scene, light, phase: 0, amount: 0.6)
      let mean = difference(before, after) * 255 / 219
      #expect(mean >= 6, "\(scene) \(light): \(mean)")
      let changes = zip(before.y, after.y).map { abs(Int($0) - Int($1)) }.sorted()
      let local = Double(changes[changes.count - changes.count / 500]) * 255 / 219
      #expect(
        local >= 40 || scene == .flow || scene == .underwater || scene == .room,
        "\(scene) \(light): \(local)")
    }
  }

  @Test(arguments: SceneKind.allCases)
  func `no beat is a flash: large areas change by less than a tenth of white`(_ scene: SceneKind) {
    for (light, amount) in [(Light.night, 1.0), (.dusk, 1), (.day, 1), (.day, 0.6)] {
      let before = luminance(frame(scene, light, phase: 0.98, amount: amount))
      let after = luminance(frame(scene, light, phase: 0, amount: amount))
      // A flash needs a quarter of the frame.
      let flashing = zip(before, after).count { abs($0 - $1) >= 0.1 && min($0, $1) < 0.8 }
      #expect(
        Double(flashing) < 0.25 * Double(before.count),
        "\(scene) \(light) \(amount): \(flashing) of \(before.count)")
    }
  }

  @Test(arguments: SceneKind.allCases)
  func `drums alone change places and not the frame`(_ scene: SceneKind) {
    let rest = frame(scene, .night, phase: 1, amount: 0.6, strength: 0)
    let kicked = frame(scene, .night, phase: 1, amount: 0.6, strength: 0, kick: 1)
    func mean(_ picture: PlanarPicture) -> Double {
      Double(picture.y.reduce(0) { $0 + Int($1) }) / Double(picture.y.count)
    }
    #expect(abs(mean(rest) - mean(kicked)) < 6, "\(scene): \(mean(kicked) - mean(rest))")
  }

  @Test(arguments: SceneKind.allCases)
  func `without an answer nothing changes`(_ scene: SceneKind) {
    #expect(
      frame(scene, .night, phase: 0, amount: 0)
        == frame(scene, .night, phase: 0.98, amount: 0, kick: 1) ? true : false)
  }
}
