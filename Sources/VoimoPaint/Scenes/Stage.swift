import VoimoBase

/// What a scene is set up from: the recipe, its colors, the frame's shape, numbers from the seed.
struct Stage: Sendable {
  let recipe: SceneRecipe
  var look: Look
  /// Half the frame's width and height; the shorter side is one unit.
  let halfWidth: Float
  let halfHeight: Float

  init(recipe: SceneRecipe, width: Int, height: Int) {
    self.recipe = recipe
    look = Look(light: recipe.light, palette: recipe.palette, weather: recipe.weather)
    let unit = Float(min(width, height))
    halfWidth = Float(width) / unit / 2
    halfHeight = Float(height) / unit / 2
  }

  /// A seed of its own for everything with a name.
  func seed(_ name: UInt64) -> UInt64 {
    var random = SeededRandom(seed: recipe.layoutSeed ^ (name &* 0x9E37_79B9_7F4A_7C15))
    return random.next()
  }

  /// The same, as kernels take it.
  func noiseSeed(_ name: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: seed(name)) }

  /// A number of its own for everything with a name.
  func number(_ name: UInt64, _ low: Float, _ high: Float) -> Float {
    var random = SeededRandom(seed: seed(name))
    return low + (high - low) * Float(random.unit())
  }

  /// A number that all shots of a section share.
  func section(_ name: UInt64, _ low: Float, _ high: Float) -> Float {
    var random = SeededRandom(seed: recipe.sectionSeed ^ (name &* 0x9E37_79B9_7F4A_7C15))
    return low + (high - low) * Float(random.unit())
  }

  /// Whether the prompt names the thing.
  func has(_ detail: Detail) -> Bool { thing(detail) != nil }

  /// The thing as the prompt names it.
  func thing(_ detail: Detail) -> Thing? { recipe.things.first { $0.kind == detail } }

  /// Whether the thing is not wanted.
  func isWithout(_ detail: Detail) -> Bool { recipe.absent.contains(detail) }
}

/// One moment, as scenes see it.
struct Frame: Sendable {
  /// Seconds since the shot began.
  var time: Float
  var camera: CameraState
  /// A beat's light for lamps and other small things: 1 at a strong beat, gone by the next; already
  /// scaled by how much is wanted.
  var beat: Float
  /// The same for the whole frame: beats alone, which are never so close that the frame would
  /// flicker.
  var pulse: Float
  /// Loudness of bass and treble, scaled likewise.
  var low: Float
  var high: Float
  /// A snare's light, scaled likewise.
  var snare: Float
  /// A downbeat's light, slower than the beat's.
  var bar: Float

  init(_ moment: ShotMoment) {
    func unit(_ value: Double) -> Float { Float(min(max(value, 0), 1)) }
    let amount = unit(moment.beatAmount)
    let accents = moment.accents
    time = Float(min(max(moment.time, 0), 36_000))
    camera = moment.camera
    let fall = 1 - unit(accents.beatPhase)
    let struck = unit(accents.beatStrength) * fall * fall * fall
    pulse = struck * amount
    beat = max(struck, unit(accents.kick) * 0.6) * amount
    low = unit(accents.low) * amount
    snare = unit(accents.snare) * amount
    high = max(unit(accents.high), unit(accents.onset)) * amount
    let slow = 1 - unit(accents.barPhase)
    bar = unit(accents.beatStrength) * slow * slow * amount
  }

  /// How far into the scene a camera that also moves by itself has got.
  func advance(speed: Float) -> Float { time * speed + Float(camera.push) }
}

/// A kind of picture: set up once a shot, then asked for its layers at every moment, far ones
/// first.
protocol Scene: Sendable {
  init(_ stage: Stage)
  func layers(_ frame: Frame) -> [Layer]
}

extension SceneKind {
  /// Sets up a scene of this kind.
  func scene(_ stage: Stage) -> any Scene {
    switch self {
    case .sky: SkyScene(stage)
    case .mountains: MountainScene(stage)
    case .sea: SeaScene(stage)
    case .city: CityScene(stage)
    case .forest: ForestScene(stage)
    case .road: RoadScene(stage)
    case .space: SpaceScene(stage)
    case .flow: FlowScene(stage)
    case .desert: DesertScene(stage)
    case .underwater: UnderwaterScene(stage)
    case .fire: FireScene(stage)
    case .tunnel: TunnelScene(stage)
    case .room: RoomScene(stage)
    }
  }
}
