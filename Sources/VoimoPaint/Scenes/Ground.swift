import CPixels

/// Where things stand in a scene: all of them on one height, as near as it, so that they stay on it
/// whatever the camera does.
struct Ground {
  /// The height of their feet.
  var foot: Float
  /// How tall somebody who stands there is.
  var person: Float
  /// As the layer's that they stand on.
  var nearness: Float
  /// How far to either side things stand, as a share of half the frame's width.
  var spread: Float = 0.55
  /// What is already there.
  var holds: Set<Detail> = []
  /// How people move about here.
  var gait = Gait.across
}

extension Props {
  /// Everything the prompt names that stands on ground, larger things first.
  func standing(_ frame: Frame, on ground: Ground) -> [Layer] {
    var layers: [Layer] = []
    if wants(.tree, ground) { layers += trees(ground) }
    if wants(.lighthouse, ground) { layers += lighthouse(frame, ground) }
    if wants(.house, ground) { layers += houses(frame, ground) }
    if wants(.car, ground) { layers += cars(frame, ground) }
    if wants(.lanterns, ground) { layers.append(lanterns(frame, ground)) }
    if wants(.campfire, ground) { layers += campfires(frame, ground) }
    if wants(.figure, ground) { layers += figures(frame, ground) }
    if wants(.fireflies, ground) { layers.append(fireflies(frame, ground)) }
    return layers
  }

  /// Whether the prompt names anything that would stand on this ground.
  func hasStanding(besides holds: Set<Detail> = []) -> Bool {
    [Detail.tree, .lighthouse, .house, .car, .lanterns, .campfire, .figure].contains {
      stage.has($0) && !holds.contains($0)
    }
  }

  private func wants(_ thing: Detail, _ ground: Ground) -> Bool {
    stage.has(thing) && !ground.holds.contains(thing)
  }

  /// A color as paint looks in this light; the shade where none is named.
  func painted(_ thing: Detail, else shade: LinearColor? = nil) -> LinearColor {
    let look = stage.look
    guard let color = stage.thing(thing)?.color else { return shade ?? look.shade }
    return (color.paint * (0.22 + 0.62 * look.brightness)).mixed(look.shade, 0.12)
  }

  /// A place of its own for the thing of this name among `count`.
  private func place(
    _ name: UInt64, _ index: Int, of count: Int, _ ground: Ground, wide: Float = 0.62
  ) -> Float {
    let reach = ground.spread * stage.halfWidth
    guard count > 1 else { return stage.number(name, -reach * 0.62, reach * 0.62) }
    // Neighbours stand a little apart, the whole group wherever the seed wants it.
    let gap = min(ground.person * wide, 2 * reach / Float(count))
    let middle = stage.number(name, -1, 1) * max(reach - gap * Float(count) / 2, 0)
    return middle + (Float(index) - Float(count - 1) / 2) * gap + stage.number(
      name + 30 + UInt64(index), -0.12, 0.12) * gap
  }

  private func figures(_ frame: Frame, _ ground: Ground) -> [Layer] {
    let count = stage.thing(.figure)?.count ?? 1
    return (0..<count).flatMap { index -> [Layer] in
      let u = place(2_000, index, of: count, ground)
      if let pose = stage.recipe.pose {
        return moving(frame, pose, index, of: count, u: u, ground)
      }
      let tall = ground.person * (count > 1 ? stage.number(2_070 + UInt64(index), 0.86, 1.02) : 1)
      return person(
        u: u, v: ground.foot, size: tall, nearness: ground.nearness, flip: index % 2 == 0 ? 1 : -1)
    }
  }

  /// Somebody who walks, runs or dances, and the shadow at their feet.
  private func moving(
    _ frame: Frame, _ pose: Pose, _ index: Int, of count: Int, u: Float, _ ground: Ground
  ) -> [Layer] {
    let tall = ground.person * (count > 1 ? stage.number(2_070 + UInt64(index), 0.88, 1.02) : 1)
    let walker = Walker(
      props: self, pose: pose, gait: ground.gait, size: tall, color: painted(.figure))
    // Who crosses the frame begins on one side of it, one behind the other.
    let reach = ground.gait == .within ? ground.spread * stage.halfWidth : stage.halfWidth
    let start =
      ground.gait == .away || pose == .dancing
      ? u : -reach * stage.number(2_060, 0.35, 0.5) - Float(index) * tall * 0.62
    return walker.layers(
      frame, u: start, v: ground.foot, reach: reach,
      phase: stage.number(2_080 + UInt64(index), 0, 1), nearness: ground.nearness)
  }

  /// Somebody who stands and looks, and the shadow at their feet.
  func person(u: Float, v: Float, size: Float, nearness: Float, flip: Float = 1) -> [Layer] {
    let color = painted(.figure)
    return [
      footShadow(u: u, v: v, wide: size * 0.22, nearness: nearness),
      cut(
        Outline.figure, u: u, v: v, size: size, top: color, bottom: color * 0.6, nearness: nearness,
        flip: flip),
    ]
  }

  /// The dark patch under a thing, by which one sees that it touches the ground.
  private func footShadow(u: Float, v: Float, wide: Float, nearness: Float) -> Layer {
    cut(
      [-1, 0, -0.7, 0.10, 0, 0.14, 0.7, 0.10, 1, 0, 0.7, -0.10, 0, -0.14, -0.7, -0.10], u: u, v: v,
      size: wide, top: stage.look.shade * 0.3, bottom: stage.look.shade * 0.3, nearness: nearness,
      alpha: 0.5)
  }

  private func trees(_ ground: Ground) -> [Layer] {
    let count = stage.thing(.tree)?.count ?? 1
    return (0..<count).map { index in
      let u = place(2_100, index, of: count, ground, wide: 1.7) * 1.25
      let tall = ground.person * stage.number(2_170 + UInt64(index), 2.4, 3.1)
      let leaf = stage.has(.leaves) ? LinearColor(0.42, 0.15, 0.03) : LinearColor(0.05, 0.13, 0.04)
      let color = painted(
        .tree, else: stage.look.shade.mixed(leaf * (0.2 + stage.look.brightness), 0.5))
      let outline =
        switch stage.recipe.treeForm {
        case .palm: Outline.palm
        case .conifer: Outline.conifer
        case nil: Outline.tree
        }
      return cut(
        outline, u: u, v: ground.foot - 0.006, size: tall, top: color * 1.25,
        bottom: color * 0.5,
        nearness: ground.nearness, flip: index % 2 == 0 ? 1 : -1)
    }
  }

  private func houses(_ frame: Frame, _ ground: Ground) -> [Layer] {
    let count = stage.thing(.house)?.count ?? 1
    return (0..<count).flatMap { index -> [Layer] in
      let u = place(2_200, index, of: count, ground, wide: 2.6) * 1.3
      let size =
        ground.person * stage.number(2_270 + UInt64(index), 1.7, 2.1) * (count > 1 ? 0.78 : 1)
      let wall = painted(.house, else: stage.look.shade.mixed(stage.look.mist, 0.18))
      let flip: Float = index % 2 == 0 ? 1 : -1
      let night = 1 - stage.look.brightness
      let light =
        stage.isWithout(.lights)
        ? stage.look.shade * 0.6
        : stage.look.lamp.mixed(LinearColor(1.4, 0.8, 0.3), 0.4) * (0.25 + 0.85 * night)
          * (1 + 0.6 * frame.beat)
      func part(_ outline: [Float], _ top: LinearColor, _ bottom: LinearColor) -> Layer {
        cut(
          outline, u: u, v: ground.foot, size: size, top: top, bottom: bottom,
          nearness: ground.nearness, flip: flip)
      }
      var layers = [
        footShadow(u: u, v: ground.foot, wide: size * 0.72, nearness: ground.nearness),
        part([-0.6, 0, -0.6, 0.48, 0.6, 0.48, 0.6, 0], wall, wall * 0.75),
        part([0.22, 0.7, 0.22, 0.97, 0.36, 0.97, 0.36, 0.6], stage.look.shade, stage.look.shade),
        part(
          [-0.72, 0.46, -0.08, 1.0, 0.1, 1.0, 0.72, 0.46], stage.look.shade * 1.1,
          stage.look.shade * 0.8),
        part([-0.42, 0.2, -0.42, 0.38, -0.2, 0.38, -0.2, 0.2], light, light),
        part([0.16, 0.2, 0.16, 0.38, 0.4, 0.38, 0.4, 0.2], light, light),
        part(
          [-0.08, 0, -0.08, 0.34, 0.08, 0.34, 0.08, 0], stage.look.shade * 0.6,
          stage.look.shade * 0.4),
      ]
      if night > 0.3 && !stage.isWithout(.lights) {
        layers.append(
          Layer(
            .lights([
              lamp(
                u - 0.31 * size * flip, ground.foot + size * 0.29, radius: size * 0.34, core: 0.001,
                light * 0.5),
              lamp(
                u + 0.28 * size * flip, ground.foot + size * 0.29, radius: size * 0.34, core: 0.001,
                light * 0.5),
            ]), nearness: ground.nearness))
      }
      return layers
    }
  }

  private func cars(_ frame: Frame, _ ground: Ground) -> [Layer] {
    let count = stage.thing(.car)?.count ?? 1
    return (0..<count).flatMap { index -> [Layer] in
      car(
        frame, u: place(2_300, index, of: count, ground, wide: 0.95) * 1.4, v: ground.foot,
        size: ground.person * 0.52,
        nearness: ground.nearness)
    }
  }

  /// A car seen from behind, its wheels on the ground at `v`.
  func car(_ frame: Frame, u: Float, v: Float, size: Float, nearness: Float) -> [Layer] {
    let look = stage.look
    let body = painted(.car, else: look.shade.mixed(look.middle, 0.35))
    let red =
      LinearColor(2.2, 0.10, 0.06) * (0.8 + frame.beat * 1.2)
      * (0.45 + 0.55 * (1 - look.brightness))
    func part(_ outline: [Float], _ top: LinearColor, _ bottom: LinearColor) -> Layer {
      cut(outline, u: u, v: v, size: size, top: top, bottom: bottom, nearness: nearness)
    }
    return [
      cut(
        [-1.0, 0, -0.8, 0.07, 0.8, 0.07, 1.0, 0, 0.8, -0.07, -0.8, -0.07], u: u, v: v, size: size,
        top: .zero, bottom: .zero, nearness: nearness, alpha: 0.72),
      part([-0.78, 0, -0.78, 0.3, -0.54, 0.3, -0.54, 0], .zero, .zero),
      part([0.54, 0, 0.54, 0.3, 0.78, 0.3, 0.78, 0], .zero, .zero),
      part(Outline.carBody, body * 1.15, body * 0.55),
      part(
        [-0.36, 0.60, 0.36, 0.60, 0.27, 0.90, -0.27, 0.90], look.horizon.mixed(look.shade, 0.5),
        look.shade),
      Layer(
        .lights([
          lamp(u - size * 0.68, v + size * 0.42, radius: size * 0.28, core: size * 0.05, red),
          lamp(u + size * 0.68, v + size * 0.42, radius: size * 0.28, core: size * 0.05, red),
          lamp(u - size * 0.68, v - size * 0.10, radius: size * 0.32, core: size * 0.02, red * 0.3),
          lamp(u + size * 0.68, v - size * 0.10, radius: size * 0.32, core: size * 0.02, red * 0.3),
        ]), nearness: nearness),
    ]
  }

  /// Lanterns that hang in the air, each with its light.
  private func lanterns(_ frame: Frame, _ ground: Ground) -> Layer {
    let count = stage.thing(.lanterns)?.count.map { max($0, 2) } ?? 11
    let color =
      stage.thing(.lanterns)?.color?.paint
      ?? stage.look.lamp.mixed(LinearColor(1.6, 0.6, 0.18), 0.35)
    let lamps = (0..<count).map { index in
      let name = 2_400 + UInt64(index) * 4
      let u = (Float(index) + 0.5) / Float(count) * 2 - 1 + stage.number(name, -0.06, 0.06)
      let swing = Wave.sine(frame.time * 0.22 + stage.number(name + 1, 0, 1)) * 0.004
      let v = ground.foot + ground.person * stage.number(name + 2, 1.1, 2.3)
      let size = ground.person * stage.number(name + 3, 0.10, 0.16)
      let flicker =
        0.9 + 0.12 * Wave.sine(frame.time * 0.8 + Float(index) * 0.37) + frame.beat * 1.1
      return lamp(
        u * stage.halfWidth * 0.92 + swing, v, radius: size * 3.4, core: size * 0.42,
        color * flicker)
    }
    return Layer(.lights(lamps), nearness: ground.nearness)
  }

  private func fireflies(_ frame: Frame, _ ground: Ground) -> Layer {
    let color = stage.thing(.fireflies)?.color?.paint ?? LinearColor(1.0, 1.05, 0.30)
    let lamps = (0..<34).map { index in
      let name = 2_500 + UInt64(index) * 6
      let phase = stage.number(name, 0, 1), pace = stage.number(name + 1, 0.03, 0.07)
      let u =
        stage.number(name + 2, -1, 1) * stage.halfWidth
        + Wave.sine(frame.time * pace + phase) * 0.05
      let v =
        ground.foot + ground.person * stage.number(name + 3, 0.05, 2.4)
        + Wave.sine(frame.time * pace * 1.7 + phase * 3) * 0.025
      let shine = 0.55 + 0.45 * Wave.sine(frame.time * stage.number(name + 4, 0.16, 0.34) + phase)
      let size = stage.number(name + 5, 0.6, 1.3)
      return lamp(
        u, v, radius: 0.020 * size, core: 0.0030 * size, color * (shine * (0.8 + 0.9 * frame.beat)))
    }
    return Layer(.lights(lamps), nearness: ground.nearness)
  }

  private func lighthouse(_ frame: Frame, _ ground: Ground) -> [Layer] {
    lighthouse(
      frame, u: place(2_600, 0, of: 1, ground) * 1.4, foot: ground.foot, size: ground.person * 2.9,
      nearness: ground.nearness)
  }

  /// A lighthouse and its beam.
  func lighthouse(_ frame: Frame, u: Float, foot: Float, size: Float, nearness: Float) -> [Layer] {
    let look = stage.look
    let lampV = foot + size * 0.83
    let turn = Wave.sine(frame.time * 0.09 + 0.07)
    let beam = look.lamp * (0.55 + 0.5 * frame.beat)
    let reach = 0.7 * turn
    let tower = painted(
      .lighthouse, else: look.shade.mixed(look.mist, 0.15).mixed(look.horizon, 0.25))
    return [
      cut(
        [0, -0.006, 0, 0.006, reach, 0.05 + abs(reach) * 0.1, reach, -0.03], u: u, v: lampV,
        size: 1,
        top: beam, bottom: beam, nearness: nearness, alpha: 0.09 * (1 - look.brightness * 0.7)),
      cut(
        Outline.tower, u: u, v: foot, size: size, top: tower, bottom: look.shade.mixed(tower, 0.3),
        nearness: nearness),
      Layer(
        .lights([
          lamp(
            u, lampV, radius: 0.06 + 0.05 * (1 - abs(turn)), core: 0.008,
            look.lamp * 1.4 * (1 + frame.beat))
        ]), nearness: nearness),
    ]
  }

  /// Dark ground along the frame's lower edge, for scenes that have none of their own.
  ///
  /// - Returns: the layer and where things stand on it.
  func bank(
    _ table: HeightTable, name: UInt64, foot: Float, person: Float, nearness: Float,
    body: LinearColor? = nil
  )
    -> (layer: Layer, ground: Ground)
  {
    let low = Layer.ridge(
      table, stage, base: foot - 0.012, amplitude: 0.035, distance: 0, nearness: nearness,
      perUnit: 300,
      name: name, texture: 0.25, body: body, rim: 0.3)
    return (low, Ground(foot: foot - 0.004, person: person, nearness: nearness))
  }
}
