import CPixels

/// Where the film's pixels lie in every layer at one moment: known at the corners of cells,
/// straight between them.
@safe final class Courses: @unchecked Sendable {
  // Unchecked because a shot, which holds it uniquely while it paints, is the only one to touch it.
  private static let cell = Int(PX_CELL)
  private let nodesWide: Int
  private let nodesHigh: Int
  private let width: Float
  private let height: Float
  private let numbers: UnsafeMutablePointer<Float>
  private let shown: UnsafeMutablePointer<UInt8>

  /// Memory for a film of this size and a picture of so many layers.
  init(width: Int, height: Int, layers: Int) {
    nodesWide = (width + Self.cell - 1) / Self.cell + 1
    nodesHigh = (height + Self.cell - 1) / Self.cell + 1
    (self.width, self.height) = (Float(width), Float(height))
    let nodes = nodesWide * nodesHigh * layers
    unsafe numbers = UnsafeMutablePointer<Float>.allocate(capacity: nodes * 3)
    unsafe numbers.initialize(repeating: 0, count: nodes * 3)
    unsafe shown = UnsafeMutablePointer<UInt8>.allocate(capacity: nodes)
    unsafe shown.initialize(repeating: 0, count: nodes)
  }

  deinit {
    unsafe numbers.deallocate()
    unsafe shown.deallocate()
  }

  /// Finds the course of one layer.
  ///
  /// - Complexity: linear in the cells.
  func set(_ index: Int, _ layer: PictureLayer, _ view: PictureView, water: Plane?) {
    let nodes = nodesWide * nodesHigh
    let x = unsafe numbers + index * 3 * nodes
    let y = unsafe x + nodes
    let wet = unsafe y + nodes
    let step = Float(LayerCutting.step)
    unsafe layer.depth.values.withUnsafeBufferPointer { depth in
      for row in 0..<nodesHigh {
        for column in 0..<nodesWide {
          let node = row * nodesWide + column
          let place = unsafe view.place(
            Float(column * Self.cell), Float(row * Self.cell), on: depth,
            width: layer.depth.width, height: layer.depth.height, step: step)
          unsafe x[node] = place.x
          unsafe y[node] = place.y
          if let water {
            unsafe wet[node] = water.value(
              at: (place.x + 0.5) / step - 0.5, (place.y + 0.5) / step - 0.5)
          }
        }
      }
    }
    let flags = unsafe shown + index * nodes
    for row in 0..<nodesHigh - 1 {
      for column in 0..<nodesWide - 1 {
        let node = row * nodesWide + column
        unsafe flags[node] = unsafe isShown(layer, x + node, y + node) ? 1 : 0
      }
    }
  }

  /// Whether anything of a layer lies in the cell whose first corner is given.
  private func isShown(
    _ layer: PictureLayer, _ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>
  ) -> Bool {
    guard !layer.occupied.isEmpty else { return true }
    let wide = nodesWide
    let (left, top) = unsafe (x[0], y[0]), (right, bottom) = unsafe (x[wide + 1], y[wide + 1])
    let (upX, upY) = unsafe (x[1], y[1]), (downX, downY) = unsafe (x[wide], y[wide])
    // Seen from so far away that a cell passes over whole squares, every cell counts.
    let far = Float(PictureLayer.block) * 4.8
    guard abs(right - left) + abs(bottom - top) < far, abs(upX - downX) + abs(upY - downY) < far
    else { return true }
    return isOccupied(layer, left, top) || isOccupied(layer, right, bottom)
      || isOccupied(layer, upX, upY) || isOccupied(layer, downX, downY)
      || isOccupied(layer, (left + right) / 2, (top + bottom) / 2)
  }

  private func isOccupied(_ layer: PictureLayer, _ x: Float, _ y: Float) -> Bool {
    let block = Float(PictureLayer.block)
    let column = Int((PictureView.folded(x, width) + 0.5) / block)
    let row = Int((PictureView.folded(y, height) + 0.5) / block)
    return layer.occupied[
      min(row, layer.blocksHigh - 1) * layer.blocksWide + min(column, layer.blocksWide - 1)]
  }

  /// The course of a layer in one row, not to be kept longer than this object.
  func course(_ index: Int, y: Int, ripple: Ripple?) -> px_course {
    let nodes = nodesWide * nodesHigh
    let line = y / Self.cell * nodesWide
    let start = unsafe numbers + index * 3 * nodes + line
    return unsafe px_course(
      x: UnsafePointer(start), y: UnsafePointer(start + nodes), stride: Int32(nodesWide),
      down: Float(y % Self.cell) / Float(Self.cell),
      shown: UnsafePointer(shown + index * nodes + line), water: UnsafePointer(start + 2 * nodes),
      ripple: ripple?.reach ?? 0, rippleScale: ripple?.waves ?? 0, rippleTime: ripple?.turns ?? 0)
  }
}

/// How water sways at one moment.
struct Ripple: Sendable {
  /// How far, in pixels.
  var reach: Float
  /// Waves a pixel, downwards.
  var waves: Float
  /// How far they have come, in turns.
  var turns: Float
}
