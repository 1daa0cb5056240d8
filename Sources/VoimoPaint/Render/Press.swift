import CPixels

/// Prints one frame's layers row by row: at quarter size first, for glow and reflections, then
/// whole.
@safe struct Press {
  let canvas: Canvas
  let kernels: UnsafePointer<px_kernels>
  private let layers: [Layer]
  private let views: [View]
  private let firstFields: [Int]
  private var probe: px_probe

  init(
    canvas: Canvas, kernels: UnsafePointer<px_kernels>, layers: [Layer], camera: CameraState,
    kick: Float
  ) {
    self.canvas = canvas
    unsafe self.kernels = unsafe kernels
    self.layers = layers
    views = layers.map {
      View(camera, nearness: $0.nearness, kick: kick, width: canvas.width, height: canvas.height)
    }
    var next = 0
    firstFields = layers.map { layer in
      next += layer.fields.count
      return next - layer.fields.count
    }
    unsafe probe = px_probe()
    unsafe probe.pixels = unsafe UnsafePointer(canvas.woven)
    unsafe probe.width = Int32(canvas.probeWidth)
    unsafe probe.height = Int32(canvas.probeHeight)
    unsafe probe.stride = Int32(canvas.probeStride)
  }

  /// How many fields of noise these layers want.
  static func fields(_ layers: [Layer]) -> Int { layers.reduce(0) { $0 + $1.fields.count } }

  /// Soft fields alone, for layers that nothing mirrors and that do not glow.
  func sketchFields() {
    var row = unsafe px_row()
    unsafe row.n = Int32(canvas.probeWidth)
    for y in 0..<canvas.probeHeight { unsafe sketchFields(&row, y: y) }
  }

  private func sketchFields(_ row: inout px_row, y: Int) {
    let offset = y * canvas.probeStride
    for (index, layer) in layers.enumerated() where !layer.fields.isEmpty {
      unsafe views[index].place(&row, y: y, size: 4)
      // Rows are read between their neighbours, so a few more are wanted.
      guard unsafe shows(layer, row, margin: 3) else { continue }
      for (number, kind) in layer.fields.enumerated() {
        let field = unsafe canvas.field(firstFields[index] + number) + offset
        switch kind {
        case .noise(var noise): unsafe kernels.pointee.noise(&row, &noise, field)
        case .rays(var rays): unsafe kernels.pointee.rays(&row, &rays, field)
        }
      }
    }
  }

  /// Soft fields and the quarter-size picture.
  func sketch() {
    unsafe canvas.woven.update(repeating: 0, count: canvas.probeStride * 4)
    for y in 0..<canvas.probeHeight {
      var row = unsafe px_row()
      unsafe row.n = Int32(canvas.probeWidth)
      let offset = y * canvas.probeStride
      unsafe sketchFields(&row, y: y)
      unsafe row.r = unsafe canvas.probe(0) + offset
      unsafe row.g = unsafe canvas.probe(1) + offset
      unsafe row.b = unsafe canvas.probe(2) + offset
      // Water sees the rows that are done; there is always one.
      unsafe layDown(&row, y: y, size: 4, done: max(y, 1))
      unsafe kernels.pointee.weave(&row, canvas.woven + offset * 4)
    }
  }

  /// One row of the whole picture, in linear light.
  func print(_ row: inout px_row, y: Int) {
    unsafe layDown(&row, y: y, size: 1, done: canvas.probeHeight)
  }

  private func shows(_ layer: Layer, _ row: px_row, margin: Float) -> Bool {
    let far = unsafe row.v + row.dv * Float(row.n)
    let reach = unsafe row.pixel * margin
    return unsafe max(row.v, far) + reach >= layer.visible.lowerBound
      && min(row.v, far) - reach <= layer.visible.upperBound
  }

  /// Goes through the layers of one row, nearest first, and tells after each what it let through.
  ///
  /// Layers for which `isSolid` says no are left out.
  func pass(
    _ row: inout px_row, y: Int, isSolid: (Layer) -> Bool, _ body: (Int, inout px_row) -> Void
  ) {
    let count = unsafe (Int(row.n) + 7) / 8 * 8
    unsafe row.through = unsafe canvas.row(16)
    unsafe row.through?.update(repeating: 1, count: count)
    for index in layers.indices.reversed() where isSolid(layers[index]) {
      unsafe views[index].place(&row, y: y, size: 1)
      guard unsafe shows(layers[index], row, margin: 1) else { continue }
      unsafe lendFields(index, &row, y: y, size: 1)
      unsafe paint(layers[index], index, &row, done: canvas.probeHeight)
      unsafe body(index, &row)
    }
  }

  /// Lays the layers, nearest first: each kernel adds what those before it let through.
  private func layDown(_ row: inout px_row, y: Int, size: Float, done: Int) {
    let count = unsafe (Int(row.n) + 7) / 8 * 8
    unsafe row.through = unsafe canvas.row(16)
    unsafe row.through?.update(repeating: 1, count: count)
    unsafe row.r?.update(repeating: 0, count: count)
    unsafe row.g?.update(repeating: 0, count: count)
    unsafe row.b?.update(repeating: 0, count: count)
    // What lies under an opaque layer is not painted.
    var first = 0
    for index in layers.indices.reversed() where layers[index].opaqueBelow > -.infinity {
      unsafe views[index].place(&row, y: y, size: size)
      let far = unsafe row.v + row.dv * Float(row.n)
      if unsafe max(row.v, far) + row.pixel * 2 < layers[index].opaqueBelow {
        first = index
        break
      }
    }
    for index in (first..<layers.count).reversed() {
      let layer = layers[index]
      unsafe views[index].place(&row, y: y, size: size)
      guard unsafe shows(layer, row, margin: 1) else { continue }
      unsafe lendFields(index, &row, y: y, size: size)
      unsafe paint(layer, index, &row, done: done)
    }
  }

  private func lendFields(_ index: Int, _ row: inout px_row, y: Int, size: Float) {
    unsafe row.field = nil
    unsafe row.field2 = nil
    for number in layers[index].fields.indices {
      let field = unsafe canvas.field(firstFields[index] + number)
      let lent: UnsafeMutablePointer<Float>
      if size == 1 {
        unsafe lent = unsafe canvas.row(number == 0 ? 3 : 4)
        unsafe kernels.pointee.enlarge(
          field, Int32(canvas.probeWidth), Int32(canvas.probeHeight), Int32(canvas.probeStride), 4,
          Int32(y), row.n, canvas.row(5), lent)
      } else {
        unsafe lent = unsafe field + y * canvas.probeStride
      }
      if number == 0 {
        unsafe row.field = unsafe UnsafePointer(lent)
      } else {
        unsafe row.field2 = unsafe UnsafePointer(lent)
      }
    }
  }

  private func paint(_ layer: Layer, _ index: Int, _ row: inout px_row, done: Int) {
    let kernels = unsafe self.kernels.pointee
    switch layer.kind {
    case .sky(var p): unsafe kernels.sky(&row, &p)
    case .points(var p): unsafe kernels.points(&row, &p)
    case .cloud(var p): unsafe kernels.cloud(&row, &p)
    case .veil(var p): unsafe kernels.veil(&row, &p)
    case .mist(var p): unsafe kernels.mist(&row, &p)
    case .nebula(var p): unsafe kernels.nebula(&row, &p)
    case .planet(var p): unsafe kernels.planet(&row, &p)
    case .flow(var p): unsafe kernels.flow(&row, &p)
    case .tunnel(var p): unsafe kernels.tunnel(&row, &p)
    case .flame(var p): unsafe kernels.flame(&row, &p)
    case .bow(var p): unsafe kernels.bow(&row, &p)
    case .lights(let lights): unsafe kernels.lights(&row, lights, Int32(lights.count))
    case .shape(var p, let points): unsafe kernels.shape(&row, &p, points)
    case .ridge(var p, let table):
      p.count = Int32(table.values.count)
      unsafe kernels.ridge(&row, &p, table.values)
    case .trunks(var p, let trunks):
      p.count = Int32(trunks.middles.count)
      p.period = trunks.period
      unsafe kernels.trunks(&row, &p, trunks.middles, trunks.halves)
    case .city(var p, let street):
      p.lookupCount = Int32(street.lookup.count)
      unsafe kernels.city(&row, &p, street.heights, street.edges, street.lookup)
    case .water(var p):
      var probe = unsafe self.probe
      unsafe probe.height = Int32(done)
      unsafe views[index].aim(&probe)
      unsafe kernels.water(&row, &p, &probe)
    case .road(var p):
      var probe = unsafe self.probe
      unsafe probe.height = Int32(done)
      unsafe views[index].aim(&probe)
      unsafe kernels.road(&row, &p, &probe)
    }
  }
}
