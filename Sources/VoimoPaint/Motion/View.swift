import CPixels

/// How a layer's coordinates lie in the frame at one moment: the camera, as that layer sees it.
struct View {
  /// Layer units a screen unit.
  private let scale: Float
  private let cosine: Float
  private let sine: Float
  private let panU: Float
  private let panV: Float
  private let unit: Float
  private let halfWidth: Float
  private let halfHeight: Float

  /// The view of a layer as near as `nearness` says; `kick` is a beat's slight extra zoom.
  init(_ camera: CameraState, nearness: Float, kick: Float, width: Int, height: Int) {
    func bounded(_ value: Double, _ low: Double, _ high: Double) -> Float {
      Float(value.isFinite ? min(max(value, low), high) : 0)
    }
    let push = bounded(camera.push, -64, 64) * nearness
    let nearer = push >= 0 ? 1 + min(push, 12) : 1 / (1 - max(push, -12))
    let zoom = camera.zoom.isFinite ? bounded(camera.zoom, 0.05, 64) : 1
    // Far enough out, a layer is four frames wide and grows no more: its cost must not.
    let seen = zoom * nearer
    let bound = seen < 0.5 ? 0.25 + seen * seen : seen
    scale = 1 / (bound * (1 + 0.036 * kick))
    let turns = (camera.rotate.isFinite ? camera.rotate : 0) / 360
    cosine = Float(Wave.sine(turns + 0.25))
    sine = Float(Wave.sine(turns))
    let parallax = 0.12 + 0.88 * nearness
    panU = bounded(camera.panX, -200, 200) * parallax
    panV = bounded(camera.panY, -200, 200) * parallax
    unit = Float(min(width, height))
    halfWidth = Float(width) / 2
    halfHeight = Float(height) / 2
  }

  /// Points `row` at row `y` of a picture 1/`size` as large as the frame.
  func place(_ row: inout px_row, y: Int, size: Float) {
    let sx = (0.5 * size - halfWidth) / unit
    let sy = (halfHeight - (Float(y) + 0.5) * size) / unit
    unsafe row.u = scale * (sx * cosine + sy * sine) + panU
    unsafe row.v = scale * (sy * cosine - sx * sine) + panV
    unsafe row.du = scale * cosine * size / unit
    unsafe row.dv = -scale * sine * size / unit
    unsafe row.pixel = scale * size / unit
  }

  /// From layer coordinates to pixels of the quarter-size picture.
  func aim(_ probe: inout px_probe) {
    let k = unit / scale / 4
    unsafe probe.xu = cosine * k
    unsafe probe.xv = -sine * k
    unsafe probe.x0 = halfWidth / 4 - (cosine * panU - sine * panV) * k
    unsafe probe.yu = -sine * k
    unsafe probe.yv = -cosine * k
    unsafe probe.y0 = halfHeight / 4 + (sine * panU + cosine * panV) * k
  }
}
