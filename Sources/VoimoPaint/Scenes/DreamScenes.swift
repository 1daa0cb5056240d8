import CPixels

/// Nebula, stars that come nearer, a planet.
struct SpaceScene: Scene {
  private let stage: Stage
  private let ground: HeightTable

  init(_ stage: Stage) {
    self.stage = stage
    ground = .hills(seed: stage.seed(829), peaks: 5)
  }

  /// The gas's colors: the palette's, or one of a few that telescopes show.
  private var gas: (first: LinearColor, second: LinearColor, third: LinearColor) {
    if let tones = stage.recipe.palette.tones {
      return (tones.stops[1].mixed(tones.stops[2], 0.35), tones.accent, tones.second)
    }
    let sets: [(UInt32, UInt32, UInt32)] = [
      (0x3a2a8a, 0xe0507a, 0xffd9a0), (0x15507f, 0x35b8b0, 0xffe0b0),
      (0x5a2048, 0xf0783c, 0xbfe4ff),
      (0x203a90, 0xa050d0, 0xffc8e0),
    ]
    let set = sets[Int(stage.section(800, 0, 3.999))]
    return (LinearColor(hex: set.0), LinearColor(hex: set.1), LinearColor(hex: set.2))
  }

  func layers(_ frame: Frame) -> [Layer] {
    let gas = gas
    var nebula = px_nebula()
    nebula.dark = (gas.first * 0.012 + LinearColor(0.001, 0.0015, 0.004)).c
    nebula.first = gas.first.c
    nebula.second = gas.second.c
    nebula.third = gas.third.c
    nebula.strength = 0.62 * (1 + 0.35 * frame.low + 0.15 * frame.bar + 0.25 * frame.pulse)
    nebula.contrast = 2.5
    nebula.core = 0.62
    var back = Layer(.nebula(nebula), nearness: 0.06)
    var noise = px_noise()
    noise.scaleU = 1.5
    noise.scaleV = 1.5
    noise.offsetU = stage.number(801, 0, 60)
    noise.offsetV = stage.number(802, 0, 60)
    noise.warp = 1.7
    noise.warpScale = 0.8
    noise.warpOffsetU = frame.time * 0.016
    noise.octaves = 6
    noise.gain = 0.55
    noise.seed = stage.noiseSeed(803)
    var veil = noise
    veil.scaleU = 1.1
    veil.scaleV = 1.1
    veil.seed = stage.noiseSeed(804)
    veil.warpOffsetU = -frame.time * 0.012
    back.fields = [.noise(noise), .noise(veil)]
    var result = [back]
    let push = frame.time * 0.05 + Float(frame.camera.push) * 0.5
    for index in 0..<(stage.isWithout(.stars) ? 0 : 5) {
      // Shells of stars grow past the camera and are born again far away.
      let raw = Float(index) / 5 + push
      let cycle = raw.rounded(.down)
      let t = raw - cycle
      let grown = 1 + t * t * 2.4
      var points = px_points()
      points.scale = 24 / grown
      points.aspect = 1
      points.offsetU = Float(index) * 7.3 + cycle * 3.1
      points.offsetV = Float(index) * 3.9 + cycle * 5.7
      points.density = 0.28
      points.size = 0.05
      points.softness = 0.75
      points.stretch = 1
      points.twinkle = 0.45
      points.time = frame.time
      points.lowV = -3
      points.highV = -2
      let fade =
        min(t * 4, 1) * min((1 - t) * 4, 1) * ((stage.has(.stars) ? 1.9 : 1.1) + frame.high * 0.9)
      points.color = (LinearColor(1.5, 1.4, 1.25) * fade).c
      points.color2 = (LinearColor(0.9, 1.2, 1.9) * fade).c
      points.seed =
        stage.noiseSeed(810 + UInt64(index)) &+ UInt32(truncatingIfNeeded: Int(cycle)) &* 97
      result.append(Layer(.points(points), nearness: 0.05))
    }
    let isAsked = stage.has(.planet)
    let count =
      isAsked ? min(stage.thing(.planet)?.count ?? 1, 4) : stage.section(820, 0, 1) > 0.42 ? 1 : 0
    let ringed = stage.recipe.isRinged ?? (stage.section(826, 0, 1) > 0.5)
    for index in 0..<(stage.isWithout(.planet) ? 0 : count) {
      var planet = px_planet()
      let name = UInt64(index) * 40
      // The whole of a planet that was asked for, with its ring, is in the frame.
      planet.radius = stage.number(821 + name, 0.13, isAsked ? 0.20 : 0.30) / (count > 1 ? 1.5 : 1)
      let first: Float = stage.number(822, -1, 1) > 0 ? 1 : -1
      let side: Float = index % 2 == 0 ? first : -first
      planet.u = side * stage.halfWidth * stage.number(823 + name, 0.25, 0.5)
      planet.v = stage.number(824 + name, -0.2, 0.18) + (index > 1 ? 0.16 : 0)
      planet.lightU = -side * 0.75
      planet.lightV = 0.5
      planet.bands = stage.section(825, 1.6, 4.5)
      planet.ring = ringed ? 0.9 : 0
      planet.spin = frame.time * 0.02
      let own = stage.thing(.planet)?.color?.paint
      planet.day = (own ?? gas.third.mixed(gas.second, 0.25)).c
      planet.band = (own.map { $0 * 0.5 } ?? gas.second.mixed(gas.first, 0.55)).c
      planet.dark = (gas.first * 0.01).c
      planet.air = (gas.second.mixed(LinearColor(0.4, 0.7, 1.2), 0.6) * (1 + frame.beat * 0.7)).c
      planet.seed = stage.noiseSeed(827 + name)
      result.append(Layer(.planet(planet), nearness: 0.5))
    }
    let props = Props(stage: stage)
    if props.hasStanding() || stage.has(.fireflies) {
      let bank = props.bank(
        ground, name: 830, foot: -stage.halfHeight + 0.13, person: 0.24, nearness: 0.5,
        body: gas.first * 0.05)
      result.append(bank.layer)
      result += props.standing(frame, on: bank.ground)
    }
    return result
  }
}

/// Folded sheets of color that flow.
struct FlowScene: Scene {
  private let stage: Stage

  init(_ stage: Stage) { self.stage = stage }

  func layers(_ frame: Frame) -> [Layer] {
    let look = stage.look
    var flow = px_flow()
    if let tones = stage.recipe.palette.tones {
      flow.a = tones.stops[0].mixed(tones.stops[1], 0.4).c
      flow.b = tones.stops[1].mixed(tones.accent, 0.35).c
      flow.c = tones.stops[2].c
      flow.d = tones.second.mixed(tones.stops[3], 0.4).c
      flow.line = tones.stops[3].c
    } else {
      flow.a = look.zenith.mixed(look.middle, 0.2).c
      flow.b = look.middle.c
      flow.c = look.accent.mixed(look.horizon, 0.35).c
      flow.d = look.horizon.c
      flow.line = (look.lamp + look.horizon * 0.4).c
    }
    flow.bands = stage.number(900, 6, 11)
    flow.phase = stage.number(901, 0, 1) + frame.time * 0.05
    flow.lineAmount = 0.55 + frame.pulse * 0.08
    flow.relief = 0.72
    var layer = Layer(.flow(flow), nearness: 0.5)
    var noise = px_noise()
    let scale = stage.number(902, 0.7, 1.1)
    noise.scaleU = scale
    noise.scaleV = scale * stage.number(903, 1.0, 1.7)
    noise.offsetU = stage.number(904, 0, 60) + frame.time * 0.02
    noise.offsetV = stage.number(905, 0, 60) + Float(frame.camera.push) * 0.4
    noise.warp = 2.2 + frame.low * 0.12
    noise.warpScale = 0.75
    noise.warpOffsetU = frame.time * 0.045
    noise.warpOffsetV = frame.time * 0.03
    noise.octaves = 3
    noise.gain = 0.36
    noise.seed = stage.noiseSeed(906)
    var light = noise
    light.offsetU += 0.12
    light.offsetV += 0.2
    light.octaves = 4
    light.seed = stage.noiseSeed(907)
    layer.fields = [.noise(noise), .noise(light)]
    let air = Air(stage: stage)
    return [
      layer,
      air.sparks(
        frame, color: LinearColor(flow.line.r, flow.line.g, flow.line.b), scale: 13,
        density: 0.16 + 0.2 * frame.high,
        rise: 0.25, size: 0.035, low: -3, high: -2, nearness: 0.8, name: 908),
    ]
  }
}

/// Flames from below, embers above.
struct FireScene: Scene {
  private let stage: Stage
  init(_ stage: Stage) { self.stage = stage }

  func layers(_ frame: Frame) -> [Layer] {
    let look = stage.look
    let air = Air(stage: stage), props = Props(stage: stage)
    let cold =
      stage.recipe.palette != .natural && stage.recipe.palette != .ember
      && stage.recipe.palette != .gold
    let core = cold ? look.disc : LinearColor(2.3, 1.45, 0.55)
    let middle = cold ? look.lamp : LinearColor(1.5, 0.42, 0.05)
    let edge = cold ? look.accent * 0.5 : LinearColor(0.42, 0.03, 0.006)
    var sky = px_sky()
    sky.zenith = (look.zenith * 0.35 + LinearColor(0.004, 0.003, 0.006)).c
    sky.middle = (look.zenith * 0.4 + edge * 0.22).c
    sky.horizon = (edge * 0.9 + middle * 0.10).c
    sky.horizonV = -0.45
    sky.zenithV = stage.halfHeight * 1.1
    sky.sunV = -3
    sky.sunRadius = 0.01
    sky.haloWidth = 0.1
    var result = [Layer(.sky(sky), nearness: 0)]
    func flames(
      _ base: Float, _ height: Float, _ strength: Float, _ scale: Float, _ nearness: Float,
      _ name: UInt64
    ) -> Layer {
      var flame = px_flame()
      flame.core = core.c
      flame.middle = middle.c
      flame.edge = edge.c
      flame.base = base
      flame.height = height * (1 + 0.16 * frame.low + 0.08 * frame.beat)
      flame.strength = strength * (1 + frame.beat * 0.1)
      var layer = Layer(.flame(flame), nearness: nearness)
      layer.visible = -.infinity...(base + height * 2.2)
      var noise = px_noise()
      noise.scaleU = 2.6 * scale
      noise.scaleV = 1.25 * scale
      noise.offsetU = stage.number(name, 0, 50)
      noise.offsetV = -frame.time * 0.85 * scale
      noise.warp = 0.9
      noise.warpScale = 0.8
      noise.warpOffsetV = -frame.time * 0.55 * scale
      noise.octaves = 4
      noise.gain = 0.5
      noise.seed = stage.noiseSeed(name)
      var fine = noise
      fine.scaleU *= 2.1
      fine.scaleV *= 1.9
      fine.offsetV *= 1.7
      fine.octaves = 3
      fine.seed = stage.noiseSeed(name + 1)
      layer.fields = [.noise(noise), .noise(fine)]
      return layer
    }
    result.append(flames(-0.46, 0.80, 0.45, 1.5, 0.3, 922))
    result += props.standing(
      frame, on: Ground(foot: -0.42, person: 0.27, nearness: 0.5, holds: [.campfire]))
    result.append(flames(-0.56, 0.52, 0.95, 1, 0.8, 924))
    for (index, scale) in [Float(20), 11, 6].enumerated() {
      result.append(
        air.sparks(
          frame, color: core * 0.9, scale: scale, density: 0.26, rise: 2.2 + Float(index) * 0.5,
          size: 0.045,
          low: stage.halfHeight * 1.3, high: -0.5, nearness: 0.4 + 0.2 * Float(index),
          name: 928 + UInt64(index)))
    }
    return result
  }
}

/// A tube of lamps, without end.
struct TunnelScene: Scene {
  private let stage: Stage

  init(_ stage: Stage) { self.stage = stage }

  func layers(_ frame: Frame) -> [Layer] {
    let look = stage.look
    var tunnel = px_tunnel()
    tunnel.time = frame.time
    tunnel.advance = frame.time * 0.7 + Float(frame.camera.push) * 3
    tunnel.twist = stage.number(940, -0.05, 0.05)
    tunnel.centreU = stage.number(941, -0.14, 0.14) + 0.03 * Wave.sine(frame.time * 0.05)
    tunnel.centreV = stage.number(942, -0.08, 0.10) + 0.02 * Wave.sine(frame.time * 0.04 + 0.3)
    tunnel.pulse = frame.pulse * 0.1 + frame.beat * (0.26 - 0.08 * look.brightness)
    let base = look.shade.mixed(look.zenith, 0.6)
    tunnel.dark = (base * 0.4).c
    tunnel.wall = (base + look.middle * 0.16).c
    tunnel.lamp = look.lamp.c
    tunnel.lamp2 = look.accent.c
    tunnel.end = (look.horizon.mixed(look.lamp, 0.4) * (0.75 + 0.5 * frame.bar)).c
    tunnel.seed = stage.noiseSeed(943)
    var result = [Layer(.tunnel(tunnel), nearness: 0.2)]
    let props = Props(stage: stage)
    result += props.standing(
      frame,
      on: Ground(
        foot: tunnel.centreV - 0.20, person: 0.19, nearness: 0.2, spread: 0.16, gait: .away))
    return result + Air(stage: stage).layers(frame)
  }
}
