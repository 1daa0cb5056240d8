import CPixels

/// The sea or a harbour: sky, far coast, water that mirrors them.
struct SeaScene: Scene {
  private let stage: Stage
  private let heavens: Heavens
  private let coast: HeightTable
  private let town: HeightTable
  private let shore: HeightTable
  private let swells: [HeightTable]
  private let backdrop: Backdrop?
  private let horizon: Float = -0.08

  init(_ stage: Stage) {
    self.stage = stage
    backdrop = Backdrop(stage)
    heavens = Heavens(stage, horizon: -0.08)
    coast = .mountains(seed: stage.seed(200), peaks: 6)
    town = .roofs(seed: stage.seed(201))
    shore = .hills(seed: stage.seed(207), peaks: 3)
    swells = (0..<5).map { .swell(seed: stage.seed(208 + $0), crests: 15 - 2 * Int($0)) }
  }

  func layers(_ frame: Frame) -> [Layer] {
    let look = stage.look
    let air = Air(stage: stage), props = Props(stage: stage)
    var result = heavens.layers(frame, full: true)
    result += props.birds(frame, v: 0.14) + props.balloon(frame, v: 0.08)
    result.append(
      .ridge(
        coast, stage, base: horizon - 0.03, amplitude: stage.number(202, 0.10, 0.2), distance: 0.62,
        nearness: 0.1, perUnit: 300, name: 203))
    result += backdrop?.layers(frame, horizon: horizon, nearness: 0.12) ?? []
    let side: Float = heavens.sunU > 0 ? -1 : 1
    let harbour = stage.has(.lanterns) || stage.has(.house)
    let boats = stage.has(.boat) || harbour && !stage.isWithout(.boat)
    if harbour {
      result.append(
        .ridge(
          town, stage, base: horizon - 0.02, amplitude: 0.075, distance: 0.2,
          nearness: 0.15, perUnit: 460, name: 204))
      var lamps: [px_light] = []
      for index in 0..<26 {
        let name = 600 + UInt64(index) * 3
        let glow = 0.6 + 0.9 * frame.beat * stage.number(name + 2, 0, 1)
        lamps.append(
          props.lamp(
            stage.number(name, -1, 1) * stage.halfWidth * 1.2,
            horizon + stage.number(name + 1, 0.006, 0.045),
            radius: 0.022, core: 0.0022,
            look.lamp.mixed(look.accent, index % 5 == 0 ? 0.6 : 0) * glow))
      }
      if !stage.isWithout(.lights) { result.append(Layer(.lights(lamps), nearness: 0.15)) }
    }
    if stage.has(.lighthouse) { result += lighthouse(frame, side: side) }
    var water = px_water()
    water.deep = look.zenith.mixed(LinearColor(0.02, 0.10, 0.13), 0.4).c
    water.tint = look.middle.mixed(LinearColor(0.02, 0.16, 0.18) * (0.2 + look.brightness), 0.5).c
    // The path of light glitters with the beat; by day, when it is broad, less.
    let answer = (2.6 - 2.1 * look.brightness) * (1 - 0.3 * frame.beat)
    water.spark = 0.06 * frame.beat
    water.glint =
      (look.halo.mixed(look.disc, 0.5)
      * (0.9 - 0.55 * look.brightness + 0.7 * frame.high + answer * frame.beat)
      * heavens.glint).c
    water.horizon = horizon
    let rough: Float =
      stage.recipe.weather == .storm || stage.has(.waves)
      ? 1.7 : stage.recipe.weather == .rain ? 1.2 : 0.85
    water.choppiness = harbour ? rough * 0.65 : rough
    water.time = frame.time * (0.8 + 0.4 * rough)
    water.advance = Float(frame.camera.push) * 1.5 + frame.time * 0.05
    water.reflect = 0.92
    water.haze = 0.75
    water.hazeColor = look.horizon.mixed(look.mist, 0.5).c
    water.sunU = heavens.sunU
    water.glintWidth = 0.045
    water.waveScale = 1
    water.seed = stage.noiseSeed(205)
    var sea = Layer(.water(water), nearness: 0.3)
    sea.visible = -.infinity...(horizon + 0.02)
    sea.opaqueBelow = horizon - 0.01
    result.append(sea)
    result.append(
      air.mist(frame, centre: horizon, thickness: 0.05, amount: 0.55, nearness: 0.2, name: 206))
    if stage.has(.waves) { result += swell(frame, 0..<4) }
    if boats { result += self.boats(frame, side: side) }
    if stage.has(.lanterns) { result += floating(frame) }
    if stage.has(.whale) { result += whales(frame, side: side) }
    if stage.has(.waves) { result += swell(frame, 4..<5) }
    if props.hasStanding(besides: [.house, .lanterns, .lighthouse]) || stage.has(.fireflies) {
      let sand = LinearColor(0.42, 0.33, 0.22) * (0.08 + 0.75 * look.brightness)
      let bank = props.bank(
        shore, name: 230, foot: -stage.halfHeight + 0.13, person: 0.22, nearness: 0.5,
        body: look.shade.mixed(sand, 0.75))
      result.append(bank.layer)
      var ground = bank.ground
      ground.holds = [.house, .lanterns, .lighthouse]
      result += props.standing(frame, on: ground)
    }
    return result + air.layers(frame)
  }

  /// Waves as high as houses, row behind row to the horizon; nearer ones in front of what floats.
  private func swell(_ frame: Frame, _ which: Range<Int>) -> [Layer] {
    let look = stage.look
    let light = 0.25 + 0.75 * look.brightness
    let deep = look.zenith.mixed(LinearColor(0.004, 0.05, 0.075) * light, 0.75)
    // Light falls through the thin tops.
    let glass = look.middle.mixed(LinearColor(0.04, 0.30, 0.30) * light, 0.6)
    let air = look.horizon.mixed(look.mist, 0.5)
    return which.map { index in
      let near = Float(index) / 4
      let name = UInt64(index) * 3
      var ridge = px_ridge()
      ridge.perUnit = 780 - 380 * near
      ridge.offset = stage.number(235 + name, 0, 2048) + frame.time * (30 + 46 * near)
      ridge.amplitude = 0.045 + 0.155 * near * near
      ridge.base =
        horizon - 0.035 - 0.33 * near * (0.55 + 0.45 * near)
        + Wave.sine(frame.time * (0.16 - 0.05 * near) + near * 0.9) * (0.006 + 0.022 * near)
      let haze = 0.5 * (1 - near) * (1 - near)
      ridge.top = glass.mixed(air, haze).c
      ridge.bottom = deep.mixed(air, haze).c
      ridge.rim = (look.disc * (0.3 + 0.3 * look.brightness) * (1 + frame.beat * 0.8)).c
      ridge.rimWidth = 0.004 + 0.006 * near
      ridge.rimAmount = 0.35
      ridge.fade = ridge.amplitude * 0.8
      // Streaks along the faces.
      ridge.texture = 0.75
      ridge.textureScale = 16 - 9 * near
      ridge.textureStretch = 5
      // Foam where the crests break.
      ridge.snow = (look.disc * 0.85).mixed(look.mist, 0.45).c
      ridge.snowAmount = 0.55 + 0.4 * near
      ridge.snowLine = ridge.base + ridge.amplitude * 0.58
      ridge.alpha = 1
      ridge.seed = stage.noiseSeed(238 + name)
      var layer = Layer(.ridge(ridge, swells[index]), nearness: 0.3 + 0.25 * near)
      layer.visible = -.infinity...(ridge.base + ridge.amplitude + 0.03)
      layer.opaqueBelow = ridge.base - 0.02
      return layer
    }
  }

  /// A back that rises and sinks, a fluke before it dives, a spout.
  private func whales(_ frame: Frame, side: Float) -> [Layer] {
    let look = stage.look
    let props = Props(stage: stage)
    let skin = props.painted(.whale, else: look.shade.mixed(look.mist, 0.25))
    let v = horizon - 0.17
    return (0..<min(stage.thing(.whale)?.count ?? 1, 4)).flatMap { index -> [Layer] in
      let u = side * (0.1 + 0.28 * Float(index) * (index % 2 == 0 ? 1 : -1)) + frame.time * 0.006
      let rise = 0.75 + 0.25 * Wave.sine(frame.time * 0.07 + 0.15 + Float(index) * 0.3)
      let low = v - 0.05 * Float(index)
      let spray = look.mist.mixed(look.disc, 0.4) * 0.7
      return [
        props.cut(
          Outline.whaleBack, u: u, v: low, size: 0.17, top: skin * 0.8, bottom: skin * 0.5,
          nearness: 0.45, alpha: 0.35,
          upright: -0.7 * rise, wobble: 0.006, time: frame.time),
        props.cut(
          [-0.02, 0, -0.16, 0.75, -0.07, 0.98, 0, 0.78, 0.07, 1.0, 0.16, 0.72, 0.02, 0],
          u: u + 0.07, v: low + 0.055 * rise,
          size: 0.13 * rise, top: spray, bottom: spray, nearness: 0.45, alpha: 0.30),
        props.cut(
          Outline.whaleBack, u: u, v: low, size: 0.17, top: skin.mixed(look.horizon, 0.25),
          bottom: skin * 0.8,
          nearness: 0.45, upright: rise),
        props.cut(
          Outline.fluke, u: u - 0.30, v: low - 0.004, size: 0.17,
          top: skin.mixed(look.horizon, 0.15), bottom: skin * 0.8,
          nearness: 0.45, upright: 1.2 - 0.5 * rise),
      ]
    }
  }

  private func lighthouse(_ frame: Frame, side: Float) -> [Layer] {
    let look = stage.look
    let props = Props(stage: stage)
    let u = side * stage.halfWidth * stage.number(210, 0.45, 0.62)
    let rock: [Float] = [
      -1.3, -0.1, -0.9, 0.12, -0.4, 0.26, 0.1, 0.28, 0.5, 0.2, 1.0, 0.04, 1.5, -0.1,
    ]
    let dark = look.shade.mixed(look.mist, 0.15)
    return [
      props.cut(rock, u: u, v: horizon, size: 0.15, top: dark, bottom: look.shade, nearness: 0.12)
    ] + props.lighthouse(frame, u: u, foot: horizon + 0.035, size: 0.27, nearness: 0.12)
  }

  private func boats(_ frame: Frame, side: Float) -> [Layer] {
    let look = stage.look
    let props = Props(stage: stage)
    var result: [Layer] = []
    for index in 0..<(stage.thing(.boat)?.count ?? (stage.has(.lanterns) ? 4 : 2)) {
      let name = 220 + UInt64(index) * 5
      let near = Float(index % 4) * 0.16 + stage.number(name, 0.05, 0.12)
      let size = 0.05 + near * 0.42
      let u =
        (side * (0.15 + 0.28 * Float(index % 3)) * (index % 2 == 0 ? 1 : -1)
          + stage.number(name + 1, -0.12, 0.12)) * stage.halfWidth * 1.5 + frame.time * 0.004
      let v = horizon - near * 0.42 + Wave.sine(frame.time * 0.16 + Float(index) * 0.3) * 0.0025
      let roll = Wave.sine(frame.time * 0.13 + Float(index) * 0.21) * 0.03
      let flip: Float = stage.number(name + 2, -1, 1) > 0 ? 1 : -1
      let depth = 0.3 + near * 0.5
      let hull = props.painted(.boat, else: look.shade.mixed(look.mist, max(0.25 - near * 0.5, 0)))
      let sail = look.horizon.mixed(look.shade, 0.62)
      for (upright, alpha, wobble) in [(Float(-1), Float(0.42), Float(0.006)), (1, 1, 0)] {
        func part(_ outline: [Float], _ color: LinearColor) -> Layer {
          props.cut(
            outline, u: u, v: v, size: size, top: color, bottom: color * 0.75, nearness: depth,
            flip: flip,
            tilt: roll, alpha: alpha, upright: upright, wobble: wobble, time: frame.time)
        }
        result += [
          part(Outline.mast, hull), part(Outline.mainSail, sail),
          part(Outline.foreSail, sail * 0.85), part(Outline.hull, hull),
        ]
      }
      let glow = look.lamp * (0.7 + frame.beat)
      result.append(
        Layer(
          .lights([
            props.lamp(
              u - flip * size * 0.3, v + size * 0.34, radius: size * 0.5, core: size * 0.035, glow),
            props.lamp(
              u - flip * size * 0.3, v - size * 0.42, radius: size * 0.4, core: size * 0.02,
              glow * 0.3),
          ]), nearness: depth))
    }
    return result
  }

  /// Paper lanterns: some rise, some lie on the water with their light under them.
  private func floating(_ frame: Frame) -> [Layer] {
    let look = stage.look
    let props = Props(stage: stage)
    var far: [px_light] = []
    var near: [px_light] = []
    for index in 0..<34 {
      let name = 260 + UInt64(index) * 5
      let depth = stage.number(name, 0.03, 1)
      let down = depth * depth * 0.34 + 0.012
      let u =
        stage.number(name + 1, -1.1, 1.1) * stage.halfWidth + Wave.sine(frame.time * 0.03 + depth)
        * 0.02
      let v = horizon - down + Wave.sine(frame.time * 0.2 + depth * 3) * 0.002
      let size = 0.006 + down * 0.05
      let flicker =
        0.75 + 0.2 * Wave.sine(frame.time * 0.9 + depth * 9) + frame.beat
        * stage.number(name + 2, 0.2, 1.2)
      let color = look.lamp.mixed(LinearColor(1.6, 0.5, 0.16), 0.35) * flicker * 0.8
      let lamp = props.lamp(u, v, radius: size * 5, core: size * 0.8, color)
      let mirror = props.lamp(
        u, v - size * 3.2, radius: size * 3.2, core: size * 0.4, color * 0.28)
      if depth < 0.6 { far += [lamp, mirror] } else { near += [lamp, mirror] }
      if index % 3 == 0 {
        let rise = stage.number(name + 3, 0, 1) * 0.5 + frame.time * 0.008
        far.append(
          props.lamp(u * 0.8, horizon + 0.05 + rise, radius: 0.022, core: 0.0045, color * 0.75))
      }
    }
    return [Layer(.lights(far), nearness: 0.35), Layer(.lights(near), nearness: 0.6)]
  }
}

/// Below the surface: shafts of light, plants that sway, bubbles.
struct UnderwaterScene: Scene {
  private let stage: Stage
  private let heavens: Heavens
  private let rocks: [HeightTable]
  private let weeds: [HeightTable]

  init(_ stage: Stage) {
    self.stage = stage
    heavens = Heavens(stage, horizon: -0.3)
    rocks = [
      HeightTable.mountains(seed: stage.seed(400), peaks: 5),
      .hills(seed: stage.seed(401), peaks: 6),
    ]
    weeds = [
      HeightTable.weeds(seed: stage.seed(402), blades: 130),
      .weeds(seed: stage.seed(403), blades: 90),
    ]
  }

  func layers(_ frame: Frame) -> [Layer] {
    let look = stage.look
    let air = Air(stage: stage), props = Props(stage: stage)
    let light = 0.25 + 0.75 * look.brightness
    let tinted = stage.recipe.palette != .natural
    let top =
      (tinted ? look.horizon.mixed(look.middle, 0.5) : LinearColor(0.16, 0.85, 0.95)) * light
    let body = (tinted ? look.middle : LinearColor(0.02, 0.24, 0.40)) * light
    let deep = (tinted ? look.zenith : LinearColor(0.004, 0.035, 0.10)) * light
    var sky = px_sky()
    sky.zenith = top.c
    sky.middle = body.c
    sky.horizon = deep.c
    sky.horizonV = -0.5
    sky.zenithV = stage.halfHeight * 1.15
    sky.sunU = heavens.sunU * 0.6
    sky.sunV = stage.halfHeight + 0.06
    sky.sunRadius = 0.02
    sky.disc = (top * 2).c
    sky.halo = (top * (1.3 + frame.beat * 0.6)).c
    sky.haloWidth = 0.34
    var result = [Layer(.sky(sky), nearness: 0)]
    var caustic = px_cloud()
    caustic.lit = (top * 1.5 + LinearColor(repeating: 0.2)).c
    caustic.shade = top.c
    caustic.cover = 0.52
    caustic.softness = 0.3
    caustic.opacity = 0.55
    caustic.contrast = 2
    caustic.lowV = 0.22
    caustic.highV = stage.halfHeight * 1.1
    caustic.seed = 1
    var surface = Layer(.cloud(caustic), nearness: 0.2)
    var noise = px_noise()
    noise.scaleU = 5
    noise.scaleV = 15
    noise.ridged = 1
    noise.octaves = 3
    noise.gain = 0.5
    noise.warp = 0.8
    noise.warpScale = 0.6
    noise.warpOffsetU = frame.time * 0.25
    noise.offsetV = frame.time * 0.2
    noise.seed = stage.noiseSeed(404)
    surface.fields = [.noise(noise), .noise(noise)]
    surface.visible = 0.2...(.infinity)
    result.append(surface)
    result.append(
      air.rays(
        frame, u: sky.sunU, v: stage.halfHeight + 0.12, color: top, amount: 0.55 + frame.bar * 0.3,
        reach: 1.3))
    func ground(
      _ table: HeightTable, _ base: Float, _ amplitude: Float, _ far: Float, _ name: UInt64,
      _ perUnit: Float, sway: Float = 0
    ) -> Layer {
      var ridge = px_ridge()
      ridge.perUnit = perUnit
      ridge.offset = stage.number(name, 0, 4096)
      ridge.base = base
      ridge.amplitude = amplitude
      let own = deep * 0.35
      ridge.top = own.mixed(body, far).c
      ridge.bottom = own.mixed(deep, far).c
      ridge.rim = (top * 0.3).c
      ridge.rimWidth = 0.02
      ridge.rimAmount = 0.5 * (1 - far * 0.5)
      ridge.fade = amplitude
      ridge.texture = sway == 0 ? 0.4 : 0
      ridge.textureScale = 22
      ridge.textureStretch = 1.5
      ridge.alpha = 1
      ridge.sway = sway
      ridge.swayTime = frame.time * 0.14
      ridge.softness = far * 0.012
      ridge.seed = stage.noiseSeed(name)
      var layer = Layer(.ridge(ridge, table), nearness: 1 - far)
      layer.visible = -.infinity...(base + amplitude + 0.04)
      layer.opaqueBelow = base + table.lowest * amplitude - 0.04
      return layer
    }
    result.append(ground(rocks[0], -0.46, 0.46, 0.72, 410, 330))
    if stage.has(.whale) {
      let color = props.painted(.whale, else: deep.mixed(body, 0.45))
      for index in 0..<min(stage.thing(.whale)?.count ?? 1, 4) {
        let size: Float = index == 0 ? 0.24 : 0.13
        let u = stage.number(411 + UInt64(index) * 9, -0.35, 0.1) + frame.time * 0.02
        let v =
          0.02 + 0.12 * Float(index) + Wave.sine(frame.time * 0.07 + Float(index) * 0.2) * 0.02
        for outline in [Outline.whale, Outline.fin] {
          result.append(
            props.cut(
              outline, u: u, v: v, size: size, top: color.mixed(top, 0.25),
              bottom: deep.mixed(body, 0.2),
              nearness: 0.4, tilt: Wave.sine(frame.time * 0.07 + 0.25) * 0.05))
        }
      }
    }
    if stage.has(.figure) {
      // Somebody who floats.
      for index in 0..<(stage.thing(.figure)?.count ?? 1) {
        let u = stage.number(460, -0.2, 0.2) + Float(index) * 0.16 * (index % 2 == 0 ? 1 : -1)
        let color = props.painted(.figure, else: deep)
        result.append(
          props.cut(
            Outline.figure, u: u,
            v: -0.16 + Wave.sine(frame.time * 0.09 + Float(index) * 0.3) * 0.02, size: 0.24,
            top: color.mixed(top, 0.15), bottom: color * 0.7, nearness: 0.42,
            tilt: 0.35 + Wave.sine(frame.time * 0.06) * 0.06))
      }
    }
    for index in 0..<(stage.isWithout(.fish) ? 0 : 9) {
      let name = 420 + UInt64(index) * 4
      let size = stage.number(name, 0.016, 0.04)
      let u = stage.number(name + 1, -0.55, 0.35) + frame.time * 0.028
      let v =
        stage.number(450, -0.15, 0.15) + stage.number(name + 2, -0.09, 0.09) + Wave.sine(
          frame.time * 0.2 + Float(index)) * 0.006
      let far = body.mixed(deep, 0.6)
      result.append(
        props.cut(
          Outline.fish, u: u, v: v, size: size, top: far, bottom: deep, nearness: 0.45,
          upright: 1 + 0.12 * Wave.sine(frame.time * 1.4 + Float(index) * 0.3)))
    }
    result.append(ground(rocks[1], -0.56, 0.30, 0.42, 412, 400))
    result.append(ground(weeds[0], -0.62, 0.62, 0.3, 413, 900, sway: 0.10))
    result.append(ground(weeds[1], -0.72, 0.70, 0.05, 414, 620, sway: 0.13))
    result.append(
      air.sparks(
        frame, color: top * 0.7, scale: 9, density: 0.16, rise: 1.1, size: 0.05, low: -3, high: -2,
        nearness: 0.5, name: 415))
    result.append(
      air.sparks(
        frame, color: top * 0.5, scale: 22, density: 0.3, rise: 0.4, size: 0.04, low: -3, high: -2,
        nearness: 0.8, name: 416))
    return result
  }
}
