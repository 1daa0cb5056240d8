/// What lives over a picture that does not move by itself; each from 0, nothing, to 1.
package struct Life: Sendable, Hashable, Codable {
  package var rain = 0.0
  package var snow = 0.0
  package var dust = 0.0
  package var fog = 0.0
  package var embers = 0.0
  /// Light that leaks into the camera from the side.
  package var leaks = 0.0
  package var grain = 0.0
  /// Bright places that flicker.
  package var lamps = 0.0
  /// Water that sways.
  package var water = 0.0

  /// Nothing: a picture that is only moved through.
  package static let none = Life()
  /// What a picture gets of which nothing is known: a little grain and a slow light.
  package static let quiet = Life(leaks: 0.3, grain: 0.35)

  /// A life by parts; what is not given is absent.
  package init(
    rain: Double = 0, snow: Double = 0, dust: Double = 0, fog: Double = 0, embers: Double = 0,
    leaks: Double = 0, grain: Double = 0, lamps: Double = 0, water: Double = 0
  ) {
    (self.rain, self.snow, self.dust, self.fog) = (rain, snow, dust, fog)
    (self.embers, self.leaks, self.grain) = (embers, leaks, grain)
    (self.lamps, self.water) = (lamps, water)
  }

  /// The same with every part within 0…1.
  var bounded: Life {
    func unit(_ value: Double) -> Double { value.isFinite ? min(max(value, 0), 1) : 0 }
    return Life(
      rain: unit(rain), snow: unit(snow), dust: unit(dust), fog: unit(fog), embers: unit(embers),
      leaks: unit(leaks), grain: unit(grain), lamps: unit(lamps), water: unit(water))
  }
}

extension Life {
  /// What a prompt lets live over its picture: its weather, fires, lamps and water.
  ///
  /// Restrained: what nobody named is not there, but for a little grain and a slow light.
  package static func reading(_ text: SceneText) -> Life {
    let recipe = SceneRecipe.read(text, seed: 1).recipe
    var life = Life.quiet
    switch recipe.weather {
    case .clear, .cloudy: break
    case .rain: life.rain = 0.7
    case .storm: life.rain = 1
    case .snow: life.snow = 0.7
    case .fog: life.fog = 0.6
    case .sandstorm:
      life.dust = 1
      life.fog = 0.3
    }
    // Light does not leak in where it rains.
    if recipe.weather != .clear { life.leaks = 0 }
    let things = Set(recipe.details)
    if things.contains(.campfire) || recipe.scene == .fire || things.contains(.volcano) {
      life.embers = 0.7
      life.lamps = 0.4
    }
    if things.contains(.lanterns) {
      life.lamps = 0.6
      life.embers = max(life.embers, 0.15)
    }
    if things.contains(.fireflies) { life.embers = max(life.embers, 0.3) }
    if recipe.scene == .city, recipe.light == .night { life.lamps = max(life.lamps, 0.3) }
    if recipe.scene == .desert || recipe.scene == .room { life.dust = max(life.dust, 0.25) }
    if recipe.scene == .underwater {
      life.dust = 0.4
      life.leaks = 0
    }
    if recipe.scene == .sea || things.contains(.boat) { life.water = 0.6 }
    return life
  }
}
