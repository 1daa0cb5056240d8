import CPixels
package import VoimoSignal

/// One shot that moves a camera through a picture by its depth, with life laid over it.
///
/// A value like `Painter`: any frame in any order, the same whenever it is painted; copies paint in
/// memory of their own. Equal pictures, depths and moments give equal bytes on every CPU. One shot
/// is for one thread at a time. At rest, without life and beat, it shows the picture itself.
package struct CameraShot: Sendable {
  /// Pixels, at least 2 and even.
  package let width: Int
  /// Pixels, at least 2 and even.
  package let height: Int
  package let life: Life
  private let path: KernelPath
  /// Far ones first.
  private let layers: [PictureLayer]
  private let range: ClosedRange<Float>
  private let middle: Float
  private let tones: PictureTones
  private let over: LifeLayers
  private let water: Plane?
  private var canvas: Canvas
  private var courses: Courses

  /// Takes a picture apart for a film of `width` × `height` pixels; some hundredths of a second.
  ///
  /// The picture fills the film, whatever its size and shape; a larger one shows its detail when
  /// the camera nears. The depth map may have any size.
  ///
  /// - Parameters:
  ///   - picture: What is moved through.
  ///   - depth: How near everything in it is.
  ///   - width: The film's pixels, even.
  ///   - height: The film's pixels, even.
  ///   - life: What is laid over it.
  ///   - seed: Decides where drops, motes and lights are.
  ///   - framing: Which part of the picture is shown at rest.
  package init(
    picture: RGBPicture, depth: DepthMap, width: Int, height: Int, life: Life, seed: UInt64,
    framing: ShotFraming = .whole
  ) {
    self.init(
      picture: picture, depth: depth, width: width, height: height, life: life, seed: seed,
      framing: framing, path: .fastest)
  }

  /// The same on a chosen path, so that tests can compare the two.
  package init(
    picture: RGBPicture, depth: DepthMap, width: Int, height: Int, life: Life, seed: UInt64,
    framing: ShotFraming = .whole, path: KernelPath
  ) {
    precondition(width > 0 && height > 0, "a picture of \(width) × \(height)")
    (self.width, self.height, self.path) = (width, height, path)
    self.life = life.bounded
    let part = Extract(of: (picture.width, picture.height), for: (width, height), framing)
    let base = picture.extract(part, width: width, height: height)
    let near = Self.depth(depth, part, width, height)
    let cutting = unsafe LayerCutting(base, depth: near, kernels: path.kernels)
    let detail = Self.detail(picture, part, width, height)
    layers = cutting.layers().map { layer in
      unsafe PictureLayer(
        layer, detail: detail.map { layer.detailed(by: $0, of: base) }, width: width,
        height: height, kernels: path.kernels)
    }
    let low = layers.reduce(Float(1)) { min($0, $1.depth.values.min() ?? 0) }
    let high = layers.reduce(Float(0)) { max($0, $1.depth.values.max() ?? 1) }
    range = low...max(low, high)
    middle = near.mean
    tones = PictureTones(base, depth: near)
    over = LifeLayers(self.life, tones: tones, seed: seed, width: width, height: height)
    water = self.life.water > 0 ? WaterMask.plane(base, depth: near) : nil
    canvas = Canvas(width: width, height: height, fields: over.fields)
    courses = Courses(width: width, height: height, layers: layers.count)
  }

  /// How many layers the picture was taken apart into.
  package var layerCount: Int { layers.count }

  /// Paints one moment straight into an encoder's planes, which must have the shot's size.
  package mutating func paint(_ moment: ShotMoment, into target: PlanarTarget) {
    precondition(target.width == width && target.height == height, "planes of another size")
    let kernels = unsafe path.kernels
    let width = Int32(width)
    let rows = [(9, 10), (11, 12)]
    unsafe develop(moment) { canvas, row, y in
      let (blue, red) = rows[y & 1]
      unsafe kernels.pointee.luma(
        &row, Int32(y), canvas.row(blue) + 8, canvas.row(red) + 8, target.y + y * target.lumaStride)
      guard y & 1 == 1 else { return }
      let line = y / 2 * target.chromaStride
      unsafe kernels.pointee.chroma(
        canvas.row(9) + 8, canvas.row(11) + 8, width, Int32(y), target.cb + line)
      unsafe kernels.pointee.chroma(
        canvas.row(10) + 8, canvas.row(12) + 8, width, Int32(y + 1), target.cr + line)
    }
  }

  /// Paints one moment as a picture of its own.
  package func still(_ moment: ShotMoment) -> RGBPicture {
    var copy = self
    var picture = RGBPicture(width: width, height: height)
    let kernels = unsafe path.kernels
    let stride = width * 3
    unsafe picture.pixels.withUnsafeMutableBufferPointer { pixels in
      guard let start = pixels.baseAddress else { return }
      unsafe copy.develop(moment) { _, row, y in
        unsafe kernels.pointee.rgb8(&row, Int32(y), start + y * stride)
      }
    }
    return picture
  }

  /// How the camera of a moment sees the picture.
  func view(_ moment: ShotMoment) -> PictureView {
    PictureView(
      moment.camera, kick: Frame(moment).pulse, range: range, middle: middle, width: width,
      height: height)
  }

  /// Paints every row to display values and hands it on, from the top.
  private mutating func develop(
    _ moment: ShotMoment, _ finish: (Canvas, inout px_row, Int) -> Void
  ) {
    if !isKnownUniquelyReferenced(&canvas) {
      canvas = Canvas(width: width, height: height, fields: over.fields)
    }
    if !isKnownUniquelyReferenced(&courses) {
      courses = Courses(width: width, height: height, layers: layers.count)
    }
    let (canvas, courses, kernels) = unsafe (canvas, courses, path.kernels)
    let frame = Frame(moment), view = view(moment)
    for (index, layer) in layers.enumerated() {
      courses.set(index, layer, view, water: water)
    }
    let glasses = layers.map { Glass($0, step: view.step(at: $0.middle)) }
    let ripple = water.map { _ in
      Ripple(
        reach: Float(life.water) * Float(height) * (0.0022 + 0.0012 * frame.low),
        waves: 54 / Float(height), turns: frame.time * 0.9)
    }
    let press = over.isEmpty ? nil : light(frame, view, canvas)
    // The strongest answer grows less, so that it stays below a flash.
    let kick = tones.kick * frame.pulse * (1 - 0.3 * frame.pulse)
    var brush = px_brush()
    brush.kind = Int32(PX_FILM)
    (brush.width, brush.height) = (Int32(width), Int32(height))
    brush.unit = Float(min(width, height))
    brush.amount = Float(life.grain) * 1.3
    // Grain lives at twelve pictures a second whatever the frame rate.
    brush.seed = UInt32(truncatingIfNeeded: Int(frame.time * 12 + 0.01)) &* 0x9E37_79B9
    var row = unsafe px_row()
    unsafe row.r = unsafe canvas.row(6)
    unsafe row.g = unsafe canvas.row(7)
    unsafe row.b = unsafe canvas.row(8)
    unsafe row.through = unsafe canvas.row(15)
    unsafe row.n = Int32(width)
    var lit = unsafe px_row()
    unsafe lit.r = unsafe canvas.row(0)
    unsafe lit.g = unsafe canvas.row(1)
    unsafe lit.b = unsafe canvas.row(2)
    unsafe lit.n = Int32(width)
    let count = (width + 7) / 8 * 8
    var none = unsafe px_probe()
    for y in 0..<height {
      unsafe row.through?.update(repeating: 1, count: count)
      unsafe row.r?.update(repeating: 0, count: count)
      unsafe row.g?.update(repeating: 0, count: count)
      unsafe row.b?.update(repeating: 0, count: count)
      for index in layers.indices.reversed() {
        var course = unsafe courses.course(index, y: y, ripple: ripple)
        var fine = unsafe glasses[index].fine.picture, coarse = unsafe glasses[index].coarse.picture
        unsafe kernels.pointee.warp(&row, &fine, &coarse, glasses[index].share, &course)
      }
      if let press {
        unsafe press.print(&lit, y: y)
        unsafe kernels.pointee.join(&row, &lit, kick)
      } else {
        unsafe kernels.pointee.join(&row, nil, kick)
      }
      if brush.amount > 0 {
        brush.y = Int32(y)
        let luma = unsafe canvas.row(13 + y & 1), above = unsafe canvas.row(13 + (y + 1) & 1)
        unsafe kernels.pointee.brush(&row, &brush, &none, luma, above, nil, 0)
      }
      unsafe finish(canvas, &row, y)
    }
  }

  /// The layers of light over the picture, ready to be printed.
  private func light(_ frame: Frame, _ view: PictureView, _ canvas: Canvas) -> Press {
    var layers = over.layers(frame)
    for index in layers.indices {
      layers[index].nearness = min(max(view.followed(layers[index].nearness), 0), 1)
    }
    let press = unsafe Press(
      canvas: canvas, kernels: path.kernels, layers: layers, camera: view.camera, kick: view.kick)
    press.sketchFields()
    return press
  }

  /// The depth of the part that is shown, a quarter of the film's size.
  private static func depth(_ map: DepthMap, _ part: Extract, _ width: Int, _ height: Int) -> Plane
  {
    let step = LayerCutting.step
    let small = (w: (width + step - 1) / step, h: (height + step - 1) / step)
    var whole = part
    // The last pixels may reach beyond the film.
    whole.width *= Double(small.w * step) / Double(width)
    whole.height *= Double(small.h * step) / Double(height)
    return map.plane.extract(whole, width: small.w, height: small.h)
  }

  /// The part in up to twice the film's size; nil where the picture has no more than the film.
  private static func detail(
    _ picture: RGBPicture, _ part: Extract, _ width: Int, _ height: Int
  ) -> RGBPicture? {
    let ratio = min(part.height * Double(picture.height) / Double(height), 2)
    guard ratio >= 1.25 else { return nil }
    return picture.extract(
      part, width: Int((Double(width) * ratio).rounded()),
      height: Int((Double(height) * ratio).rounded()))
  }
}

/// Which sizes of a layer a moment is sampled from, so that nothing aliases and nothing is soft.
struct Glass {
  /// Pixels of a size for one of the film up to which that size alone is sampled: what would alias
  /// by an eighth more is next to nothing, and a second size costs as much as the first.
  private static let alone: Float = 1.125

  let fine: Texels
  let coarse: Texels
  /// How much of the coarse one is taken, 0…1.
  let share: Float

  /// Where `step` pixels of the film's size are seen as one.
  init(_ layer: PictureLayer, step: Float) {
    let levels = layer.levels
    let index = levels.firstIndex { $0.scale * step <= Self.alone } ?? levels.count - 1
    coarse = levels[index]
    guard index > 0, levels[index].scale * step < 0.9995 else {
      (fine, share) = (levels[index], 0)
      return
    }
    fine = levels[index - 1]
    let ratio = levels[index - 1].scale / levels[index].scale
    let over = levels[index - 1].scale * step
    share = min(max((over - Self.alone) / (ratio - Self.alone), 0), 1)
  }
}
