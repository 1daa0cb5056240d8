/// The painter's memory: rows in work, the quarter-size picture, glow, soft noise.
///
/// Owns one allocation, freed with it. What it holds is scratch: every frame writes before it
/// reads.
@safe final class Canvas: @unchecked Sendable {
  // Unchecked because a painter, which holds it uniquely while it paints, is the only one to touch
  // it.
  let width: Int
  let height: Int
  /// The quarter-size picture's size and row length.
  let probeWidth: Int
  let probeHeight: Int
  let probeStride: Int
  /// The glow's: an eighth.
  let glowWidth: Int
  let glowHeight: Int
  let glowStride: Int
  private let memory: UnsafeMutablePointer<Float>
  private let rowLength: Int
  private let probeLength: Int
  private let glowLength: Int
  let fieldCount: Int

  /// Memory for pictures of this size whose layers have up to `fields` fields of noise.
  init(width: Int, height: Int, fields: Int) {
    func padded(_ count: Int) -> Int { (count + 7) / 8 * 8 + 24 }
    self.width = width
    self.height = height
    probeWidth = (width + 3) / 4
    probeHeight = (height + 3) / 4
    probeStride = padded(probeWidth)
    glowWidth = (probeWidth + 1) / 2
    glowHeight = (probeHeight + 1) / 2
    glowStride = padded(glowWidth)
    rowLength = padded(width)
    probeLength = probeStride * probeHeight
    glowLength = glowStride * glowHeight
    fieldCount = fields
    let total = rowLength * 17 + probeLength * (10 + fields) + glowLength * 4
    unsafe memory = UnsafeMutablePointer<Float>.allocate(capacity: total)
    unsafe memory.initialize(repeating: 0, count: total)
  }

  deinit { unsafe memory.deallocate() }

  /// One of 17 rows, as long as the frame is wide and a little more.
  func row(_ index: Int) -> UnsafeMutablePointer<Float> { unsafe memory + index * rowLength }

  /// A plane of the quarter-size picture: 0…2 light, 3…5 display values.
  func probe(_ plane: Int) -> UnsafeMutablePointer<Float> {
    unsafe memory + rowLength * 17 + plane * probeLength
  }

  /// The quarter-size picture with four floats a pixel.
  var woven: UnsafeMutablePointer<Float> { unsafe memory + rowLength * 17 + 6 * probeLength }

  /// A field of soft noise, at quarter size.
  func field(_ index: Int) -> UnsafeMutablePointer<Float> {
    precondition(index < fieldCount, "field \(index) of \(fieldCount)")
    return unsafe memory + rowLength * 17 + (10 + index) * probeLength
  }

  /// A plane of the glow: 0…2, and 3 for work.
  func glow(_ plane: Int) -> UnsafeMutablePointer<Float> {
    unsafe memory + rowLength * 17 + (10 + fieldCount) * probeLength + plane * glowLength
  }
}
