import CPixels

extension Painter {
  /// How near everything is in the still of a moment: of the front-most layer that covers a pixel.
  ///
  /// Water and roads come nearer downwards, tunnels outwards; what stands on them is as near as the
  /// ground at its foot. Air, light and clouds cover nothing. As costly as a frame.
  package func depth(_ moment: ShotMoment = ShotMoment()) -> DepthMap {
    var plane = Plane(width: width, height: height)
    walk(moment) { place, layer, ground, u, v in
      plane.values[place] = Self.nearness(layer, ground, u, v)
    }
    return DepthMap(plane)
  }

  /// Which kind of layer covers each pixel in the still of a moment.
  package func ids(_ moment: ShotMoment = ShotMoment()) -> PictureIDs {
    var ids = PictureIDs(width: width, height: height)
    walk(moment) { place, layer, _, _, _ in ids.values[place] = Self.kind(layer).rawValue }
    return ids
  }

  /// Tells for each pixel the front-most layer that covers it, the ground behind that layer, and
  /// where the pixel lies in the layer.
  private func walk(
    _ moment: ShotMoment, _ body: (_ place: Int, Layer, _ ground: Layer?, Float, Float) -> Void
  ) {
    let frame = Frame(moment)
    let layers = scene.layers(frame)
    let canvas = Canvas(width: width, height: height, fields: Press.fields(layers))
    let press = unsafe Press(
      canvas: canvas, kernels: path.kernels, layers: layers, camera: moment.camera,
      kick: frame.pulse)
    press.sketch()
    let through = unsafe canvas.row(16)
    let back = layers.first { Self.isSolid($0) } ?? layers[0]
    for y in 0..<height {
      var row = unsafe px_row()
      unsafe row.r = unsafe canvas.row(0)
      unsafe row.g = unsafe canvas.row(1)
      unsafe row.b = unsafe canvas.row(2)
      unsafe row.n = Int32(width)
      var isOpen = [Bool](repeating: true, count: width)
      unsafe press.pass(&row, y: y, isSolid: Self.isSolid) { index, row in
        let ground = layers[..<index].last(where: Self.isGround)
        for x in 0..<width where isOpen[x] {
          guard unsafe through[x] < 0.5 else { continue }
          isOpen[x] = false
          let u = unsafe row.u + row.du * Float(x), v = unsafe row.v + row.dv * Float(x)
          body(y * width + x, layers[index], ground, u, v)
        }
      }
      // Where only light is, there is the farthest behind it.
      for x in 0..<width where isOpen[x] { body(y * width + x, back, nil, 0, 0) }
    }
  }

  private static func isSolid(_ layer: Layer) -> Bool {
    switch layer.kind {
    case .sky, .ridge, .city, .water, .road, .shape, .nebula, .planet, .flow, .tunnel, .trunks: true
    case .points, .cloud, .veil, .mist, .lights, .flame, .bow: false
    }
  }

  private static func isGround(_ layer: Layer) -> Bool {
    switch layer.kind {
    case .water, .road: true
    default: false
    }
  }

  /// A plain's nearness where it lies a height below its horizon: 1 half a unit down.
  private static func plain(_ horizon: Float, _ v: Float) -> Float {
    min(max(0.06 + (horizon - v) * 1.9, 0.06), 1)
  }

  private static func nearness(_ layer: Layer, _ ground: Layer?, _ u: Float, _ v: Float) -> Float {
    var own = layer.nearness
    switch layer.kind {
    case .water(let water): return plain(water.horizon, v)
    case .road(let road): return plain(road.horizon, v)
    case .tunnel(let tunnel):
      let (du, dv) = (u - tunnel.centreU, v - tunnel.centreV)
      return min((du * du + dv * dv).squareRoot() * 1.2, 1)
    case .shape(let shape, _):
      switch ground?.kind {
      case .water(let water): own = max(own, plain(water.horizon, shape.lowV))
      case .road(let road): own = max(own, plain(road.horizon, shape.lowV))
      default: break
      }
    case .sky, .nebula: own = 0
    default: break
    }
    return min(max(own, 0), 1)
  }

  private static func kind(_ layer: Layer) -> PictureIDs.Kind {
    switch layer.kind {
    case .sky, .cloud, .points, .veil, .mist, .lights, .bow: .sky
    case .nebula: .space
    case .planet: .planet
    case .ridge: .land
    case .city: .buildings
    case .water: .water
    case .road: .road
    case .trunks: .trees
    case .shape: .thing
    case .flame: .fire
    case .tunnel: .tunnel
    case .flow: .flow
    }
  }
}
