/// How a camera sees a picture with depth: `View`'s meaning of zoom, pan, roll and push, held
/// within what a picture can bear.
struct PictureView: Sendable {
  /// The most that near and far come apart, as a share of the film's width.
  static let mostParallax = 0.036
  /// The most that a pan magnifies to keep the border out of sight.
  static let mostCover = 0.06

  /// The camera with its magnification as it is used.
  let camera: CameraState
  let kick: Float
  private let width: Int
  private let height: Int
  /// Depth about which near and far are drawn together, and the share that is left of them.
  private let middle: Float
  private let share: Float
  private let scale: Float
  private let push: Float
  private let cosine: Float
  private let sine: Float
  private let panX: Float
  private let panY: Float

  /// The view of a picture whose depths lie in `range`, `middle` on the whole.
  init(
    _ camera: CameraState, kick: Float, range: ClosedRange<Float>, middle: Float, width: Int,
    height: Int
  ) {
    func bounded(_ value: Double, _ low: Double, _ high: Double) -> Double {
      value.isFinite ? min(max(value, low), high) : 0
    }
    let unit = Double(min(width, height))
    let wide = Double(width) / unit, high = Double(height) / unit
    let push = bounded(camera.push, -12, 12)
    let pan = (x: bounded(camera.panX, -200, 200), y: bounded(camera.panY, -200, 200))
    let zoom = camera.zoom.isFinite ? min(max(camera.zoom, 0.05), 64) : 1
    let depth = Double(middle), spread = Double(range.upperBound - range.lowerBound)
    // What lies at the middle depth, and how far near and far would come apart about it.
    let growth = 1 + abs(push) * depth
    let seen = zoom * (push >= 0 ? growth : 1 / growth)
    let length = (pan.x * pan.x + pan.y * pan.y).squareRoot()
    let corner = (wide * wide + high * high).squareRoot() / 2
    let apart = (abs(push) / growth * corner + 0.88 * length * seen) * spread / wide
    let bent = apart / Self.mostParallax
    let share = 1 / (1 + bent * bent).squareRoot()
    // A pan would bring the border into sight.
    let travel = 0.12 + 0.88 * depth
    let bare = max(
      0, 2 * travel * max(abs(pan.x) / wide, abs(pan.y) / high) - max(0, 1 - 1 / seen))
    let cover = bare / Self.mostCover
    let extra = Self.mostCover * cover / (1 + cover * cover).squareRoot()

    var used = camera
    used.zoom = zoom * (1 + extra)
    used.push = push
    (used.panX, used.panY) = (pan.x, pan.y)
    self.camera = used
    self.kick = kick
    (self.width, self.height) = (width, height)
    self.middle = middle
    self.share = Float(share)
    scale = Float(used.zoom)
    self.push = Float(push)
    let turns = (camera.rotate.isFinite ? camera.rotate : 0) / 360
    cosine = Float(Wave.sine(turns + 0.25))
    sine = Float(Wave.sine(turns))
    (panX, panY) = (Float(pan.x), Float(pan.y))
  }

  /// The depth whose movement things of this depth follow.
  func followed(_ depth: Float) -> Float { middle + share * (depth - middle) }

  /// The same camera as layers of the painter see it from this depth.
  func view(of depth: Float) -> View {
    View(
      camera, nearness: min(max(followed(depth), 0), 1), kick: kick, width: width, height: height)
  }

  /// Pixels of the picture for one of the film, at a depth.
  func step(at depth: Float) -> Float { 1 / magnification(followed(depth)) }

  private func magnification(_ followed: Float) -> Float {
    let nearer = push >= 0 ? 1 + push * followed : 1 / (1 - push * followed)
    let seen = scale * nearer
    return (seen < 0.5 ? 0.25 + seen * seen : seen) * (1 + 0.036 * kick)
  }

  /// Where in the picture a pixel of the film lies, for what is as near as `depth`; middles of
  /// pixels are whole numbers.
  func place(_ x: Float, _ y: Float, depth: Float) -> (x: Float, y: Float) {
    let ray = ray(x, y)
    return place(ray.x, ray.y, followed: followed(depth))
  }

  /// The same where the depth is the layer's own at that place: found by going there again and
  /// again until it stays within a fiftieth of a pixel, five times at most.
  ///
  /// `depth` has one value for `step` pixels in each direction.
  func place(
    _ x: Float, _ y: Float, on depth: UnsafeBufferPointer<Float>, width: Int, height: Int,
    step: Float
  ) -> (x: Float, y: Float) {
    let ray = ray(x, y)
    var place = (x: x, y: y)
    for _ in 0..<5 {
      let near = unsafe Plane.value(
        depth, width: width, height: height,
        at: (Self.folded(place.x, Float(self.width)) + 0.5) / step - 0.5,
        (Self.folded(place.y, Float(self.height)) + 0.5) / step - 0.5)
      let next = self.place(ray.x, ray.y, followed: followed(near))
      let isThere = abs(next.x - place.x) + abs(next.y - place.y) < 0.02
      place = next
      if isThere { break }
    }
    return place
  }

  /// A pixel's direction, turned back by the camera's roll, in shares of the shorter side.
  private func ray(_ x: Float, _ y: Float) -> (x: Float, y: Float) {
    let unit = Float(min(width, height))
    let sx = (x + 0.5 - Float(width) / 2) / unit, sy = (Float(height) / 2 - y - 0.5) / unit
    return (sx * cosine + sy * sine, sy * cosine - sx * sine)
  }

  private func place(_ x: Float, _ y: Float, followed near: Float) -> (x: Float, y: Float) {
    let unit = Float(min(width, height))
    let scale = 1 / magnification(near), parallax = 0.12 + 0.88 * near
    let u = scale * x + panX * parallax, v = scale * y + panY * parallax
    return (u * unit + Float(width) / 2 - 0.5, Float(height) / 2 - v * unit - 0.5)
  }

  /// A coordinate as mirrors on either side of the picture show it.
  static func folded(_ x: Float, _ size: Float) -> Float {
    var a = x + 0.5
    a -= 2 * size * (a * (0.5 / size)).rounded(.down)
    a = min(a, 2 * size - a)
    return min(max(a, 0), size) - 0.5
  }
}
