import CPixels
import VoimoSignal

/// One layer of a picture as the kernels read it: splines in up to three sizes, and its depth.
struct PictureLayer: Sendable {
  /// From the most detailed to the coarsest.
  let levels: [Texels]
  /// Its own depth, 0…1, a quarter as large as the film.
  let depth: Plane
  /// The mean of that.
  let middle: Float
  /// Which squares of `Self.block` pixels have anything of the layer within a square's distance;
  /// empty where all have.
  let occupied: [Bool]
  let blocksWide: Int
  let blocksHigh: Int

  /// The side of a square, pixels of the film.
  static let block = 16

  /// Splines of a layer at the film's size; `detail` is the same layer larger.
  init(
    _ cut: CutLayer, detail: (pixels: [UInt8], width: Int, height: Int)?, width: Int, height: Int,
    kernels: UnsafePointer<px_kernels>
  ) {
    depth = cut.depth
    middle = cut.depth.mean
    let wide = (width + Self.block - 1) / Self.block
    let high = (height + Self.block - 1) / Self.block
    (blocksWide, blocksHigh) = (wide, high)
    let occupied = Self.blocks(cut.pixels, width, height)
    self.occupied = occupied
    var rows = 0..<height
    if !occupied.isEmpty {
      let used = (0..<high).filter { row in
        occupied[row * wide..<(row + 1) * wide].contains(true)
      }
      rows =
        max((used.first ?? 0) - 1, 0)
        * Self.block..<min(((used.last ?? 0) + 2) * Self.block, height)
    }
    var levels: [Texels] = []
    if let detail {
      let ratio = Double(detail.height) / Double(height)
      let own =
        Int(
          Double(rows.lowerBound) * ratio)..<min(
          Int((Double(rows.upperBound) * ratio).rounded(.up)), detail.height)
      levels.append(
        unsafe Texels(
          detail.pixels, width: detail.width, height: detail.height, rows: own,
          scale: Float(detail.width) / Float(width), kernels: kernels))
    }
    unsafe levels.append(
      Texels(
        cut.pixels, width: width, height: height, rows: rows, scale: 1, kernels: kernels))
    if width >= 4 && height >= 4 {
      let half = unsafe Self.halved(cut.pixels, width, height, kernels)
      unsafe levels.append(
        Texels(
          half, width: width / 2, height: height / 2,
          rows: rows.lowerBound / 2..<min((rows.upperBound + 1) / 2, height / 2),
          scale: 0.5, kernels: kernels))
    }
    self.levels = levels
  }

  private static func blocks(_ pixels: [UInt8], _ width: Int, _ height: Int) -> [Bool] {
    let (wide, high) = ((width + block - 1) / block, (height + block - 1) / block)
    var used = [Bool](repeating: false, count: wide * high)
    for y in 0..<height {
      for x in 0..<width where pixels[(y * width + x) * 4 + 3] > 0 {
        used[y / block * wide + x / block] = true
      }
    }
    guard used.contains(false) else { return [] }
    var result = used
    for y in 0..<high {
      for x in 0..<wide where !used[y * wide + x] {
        let rows = max(y - 1, 0)...min(y + 1, high - 1)
        let columns = max(x - 1, 0)...min(x + 1, wide - 1)
        result[y * wide + x] = rows.contains { row in
          columns.contains { used[row * wide + $0] }
        }
      }
    }
    return result
  }

  private static func halved(
    _ pixels: [UInt8], _ width: Int, _ height: Int, _ kernels: UnsafePointer<px_kernels>
  ) -> [UInt8] {
    var line = [Int32](repeating: 0, count: width * 4)
    var result = [UInt8](repeating: 0, count: (width / 2) * (height / 2) * 4)
    unsafe pixels.withUnsafeBufferPointer { pixels in
      unsafe line.withUnsafeMutableBufferPointer { line in
        unsafe result.withUnsafeMutableBufferPointer { result in
          guard let pixels = pixels.baseAddress, let line = line.baseAddress,
            let result = result.baseAddress
          else { return }
          unsafe kernels.pointee.halve(pixels, Int32(width), Int32(height), line, result)
        }
      }
    }
    return result
  }
}

/// Spline coefficients of one picture, worked out once and never changed.
@safe final class Texels: @unchecked Sendable {
  // Unchecked because the numbers are written in the initialiser only.
  static let border = 8
  let width: Int
  let height: Int
  /// Pixels for each of the film's.
  let scale: Float
  private let memory: UnsafeMutablePointer<Int16>

  /// Coefficients of four bytes a pixel; those of rows outside `rows` are 0.
  init(
    _ pixels: [UInt8], width: Int, height: Int, rows: Range<Int>, scale: Float,
    kernels: UnsafePointer<px_kernels>
  ) {
    precondition(pixels.count == width * height * 4 && rows.lowerBound >= 0)
    self.width = width
    self.height = height
    self.scale = scale
    let wide = width + 2 * Self.border
    let count = wide * (height + 2 * Self.border) * 4
    unsafe memory = UnsafeMutablePointer<Int16>.allocate(capacity: count)
    unsafe memory.initialize(repeating: 0, count: count)
    let needed = wide * (rows.count + 2 * Self.border) * 4
    let work = UnsafeMutablePointer<Float>.allocate(capacity: needed)
    defer { unsafe work.deallocate() }
    unsafe pixels.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return }
      unsafe kernels.pointee.spline(
        start, Int32(width), Int32(height), Int32(Self.border), Int32(rows.lowerBound),
        Int32(rows.upperBound), work, memory)
    }
  }

  deinit { unsafe memory.deallocate() }

  /// As the kernels take it; not to be kept longer than this object.
  var picture: px_picture {
    unsafe px_picture(
      texels: UnsafePointer(memory), width: Int32(width), height: Int32(height),
      border: Int32(Self.border), stride: Int32(width + 2 * Self.border), scale: scale)
  }
}
