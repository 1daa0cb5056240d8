import CPixels

/// One layer of a picture: what a kernel needs, and how near it is.
struct Layer {
  enum Kind {
    case sky(px_sky)
    case points(px_points)
    case cloud(px_cloud)
    case ridge(px_ridge, HeightTable)
    case city(px_city, Skyline)
    case water(px_water)
    case road(px_road)
    case veil(px_rgb)
    case mist(px_mist)
    case lights([px_light])
    case shape(px_shape, [Float])
    case nebula(px_nebula)
    case planet(px_planet)
    case flow(px_flow)
    case tunnel(px_tunnel)
    case flame(px_flame)
    case trunks(px_trunks, Trunks)
    case bow(px_bow)
  }

  /// Something soft enough to be worked out at quarter size.
  enum Field {
    case noise(px_noise)
    case rays(px_rays)
  }

  var kind: Kind
  /// 0 infinitely far, 1 within reach; decides parallax.
  var nearness: Float
  /// Soft fields that the kernel reads, rendered at quarter size; at most two.
  var fields: [Field] = []
  /// The only heights where the layer shows, in its own coordinates.
  var visible: ClosedRange<Float> = -.infinity ... .infinity
  /// Below this height nothing behind the layer is seen.
  var opaqueBelow: Float = -.infinity

  init(_ kind: Kind, nearness: Float) {
    self.kind = kind
    self.nearness = nearness
  }
}
