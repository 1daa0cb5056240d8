import CPixels
package import VoimoSignal

/// Paints the frames of one shot.
///
/// A value: copies paint the same pictures, each in memory of its own. Equal recipes, sizes and
/// moments give equal bytes on every CPU. One painter is for one thread at a time.
package struct Painter: Sendable {
  package let recipe: SceneRecipe
  /// Pixels, at least 1.
  package let width: Int
  /// Pixels, at least 1.
  package let height: Int
  let path: KernelPath
  private let look: Look
  let scene: any Scene
  private let sheet: Sheet
  private var canvas: Canvas

  /// Prepares a shot of `width` × `height` pixels; a few milliseconds of work.
  package init(recipe: SceneRecipe, width: Int, height: Int) {
    self.init(recipe: recipe, width: width, height: height, path: .fastest)
  }

  /// The same on a chosen path, so that tests can compare the two.
  package init(recipe: SceneRecipe, width: Int, height: Int, path: KernelPath) {
    precondition(width > 0 && height > 0, "a picture of \(width) × \(height)")
    self.recipe = recipe
    self.width = width
    self.height = height
    self.path = path
    let stage = Stage(recipe: recipe, width: width, height: height)
    look = stage.look
    scene = recipe.scene.scene(stage)
    let fields = Press.fields(scene.layers(Frame(ShotMoment())))
    var brush = recipe.brush.settings(look, palette: recipe.palette, width: width, height: height)
    sheet = unsafe Sheet(&brush, kernels: path.kernels)
    canvas = Canvas(width: width, height: height, fields: fields)
  }

  /// Paints one moment straight into an encoder's planes, which must have the painter's size.
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

  /// Paints one moment as a picture of its own: a keyframe.
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

  /// Paints every row to display values and hands it on, from the top.
  private mutating func develop(
    _ moment: ShotMoment, _ finish: (Canvas, inout px_row, Int) -> Void
  ) {
    let frame = Frame(moment)
    let layers = scene.layers(frame)
    let fields = Press.fields(layers)
    if !isKnownUniquelyReferenced(&canvas) || canvas.fieldCount < fields {
      canvas = Canvas(width: width, height: height, fields: max(fields, canvas.fieldCount))
    }
    let (canvas, sheet) = (canvas, sheet)
    let kernels = unsafe path.kernels
    let press = unsafe Press(
      canvas: canvas, kernels: kernels, layers: layers, camera: moment.camera, kick: frame.pulse)
    press.sketch()
    Glow.gather(canvas, radius: max(1, min(width, height) / 230))
    var grade = recipe.brush.grade(look, palette: recipe.palette)
    // A strong beat lifts the whole frame by about a fiftieth of its range: seen, and far below
    // what counts as a flash. The strongest answer grows less, so that it stays below a flash.
    grade.kick = 0.26 * frame.pulse * (1 - 0.3 * frame.pulse)
    var brush = recipe.brush.settings(look, palette: recipe.palette, width: width, height: height)
    // Grain lives at twelve pictures a second whatever the frame rate.
    brush.seed = UInt32(truncatingIfNeeded: Int(frame.time * 12 + 0.01)) &* 0x9E37_79B9
    var probe = unsafe recipe.brush.dabs ? shown(canvas, kernels, grade) : px_probe()
    let lens = View(.still, nearness: 0, kick: 0, width: width, height: height)
    let glow = 0.55 + 0.22 * frame.pulse
    var row = unsafe px_row()
    unsafe row.r = unsafe canvas.row(0)
    unsafe row.g = unsafe canvas.row(1)
    unsafe row.b = unsafe canvas.row(2)
    unsafe row.n = Int32(width)
    for y in 0..<height {
      if recipe.brush.dabs {
        // Dabs are broader than what the quarter-size picture leaves out.
        for plane in 0..<3 {
          unsafe kernels.pointee.enlarge(
            canvas.probe(3 + plane), Int32(canvas.probeWidth), Int32(canvas.probeHeight),
            Int32(canvas.probeStride), 4, Int32(y), Int32(width), canvas.row(5), canvas.row(plane))
        }
      } else {
        unsafe press.print(&row, y: y)
        for plane in 0..<3 {
          unsafe kernels.pointee.enlarge(
            canvas.glow(plane), Int32(canvas.glowWidth), Int32(canvas.glowHeight),
            Int32(canvas.glowStride), 8, Int32(y), Int32(width), canvas.row(5),
            canvas.row(6 + plane))
        }
        unsafe kernels.pointee.add(&row, canvas.row(6), canvas.row(7), canvas.row(8), glow)
        unsafe lens.place(&row, y: y, size: 1)
        unsafe kernels.pointee.grade(&row, &grade)
      }
      brush.y = Int32(y)
      let luma = unsafe canvas.row(13 + y & 1)
      let above = unsafe y == 0 ? luma : canvas.row(13 + (y + 1) & 1)
      let paper = unsafe sheet.row(y)
      unsafe kernels.pointee.brush(&row, &brush, &probe, luma, above, paper, Int32(sheet.plane))
      unsafe finish(canvas, &row, y)
    }
  }

  /// The quarter-size picture in display values, for brushes that dab.
  private func shown(
    _ canvas: Canvas, _ kernels: UnsafePointer<px_kernels>, _ grade: px_grade
  ) -> px_probe {
    let length = canvas.probeStride * canvas.probeHeight
    for plane in 0..<3 {
      unsafe canvas.probe(3 + plane).update(from: canvas.probe(plane), count: length)
    }
    let lens = View(.still, nearness: 0, kick: 0, width: width, height: height)
    var grade = grade
    for y in 0..<canvas.probeHeight {
      var row = unsafe px_row()
      unsafe row.r = unsafe canvas.probe(3) + y * canvas.probeStride
      unsafe row.g = unsafe canvas.probe(4) + y * canvas.probeStride
      unsafe row.b = unsafe canvas.probe(5) + y * canvas.probeStride
      unsafe row.n = Int32(canvas.probeWidth)
      unsafe lens.place(&row, y: y, size: 4)
      unsafe kernels.pointee.grade(&row, &grade)
      unsafe kernels.pointee.weave(&row, canvas.woven + y * canvas.probeStride * 4)
    }
    var probe = unsafe px_probe()
    unsafe probe.pixels = unsafe UnsafePointer(canvas.woven)
    unsafe probe.width = Int32(canvas.probeWidth)
    unsafe probe.height = Int32(canvas.probeHeight)
    unsafe probe.stride = Int32(canvas.probeStride)
    return unsafe probe
  }
}

/// Which of the two compilations of the kernels paints; both give equal bytes.
package enum KernelPath: Sendable {
  /// The best that this CPU can run.
  case fastest
  /// What every CPU can run.
  case baseline

  /// The path's table, which lives as long as the program.
  var kernels: UnsafePointer<px_kernels> {
    switch self {
    case .fastest: unsafe px_fastest()
    case .baseline: unsafe px_baseline()
    }
  }
}
