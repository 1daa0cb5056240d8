import CPixels
import VoimoSignal

/// A layer of a picture before its splines are made: all bytes, at the film's size.
struct CutLayer: Sendable {
  /// Red, green, blue and cover, four bytes a pixel.
  var pixels: [UInt8]
  /// Its own smooth depth, 0…1, a quarter as large.
  let depth: Plane

  /// The same layer as large as `detail`, a larger picture of what `base` shows.
  func detailed(by detail: RGBPicture, of base: RGBPicture) -> (
    pixels: [UInt8], width: Int, height: Int
  ) {
    let (width, height) = (detail.width, detail.height)
    let ratio = (
      x: Float(base.width) / Float(width), y: Float(base.height) / Float(height)
    )
    var result = [UInt8](repeating: 255, count: width * height * 4)
    for y in 0..<height {
      let v = min(max((Float(y) + 0.5) * ratio.y - 0.5, 0), Float(base.height - 1))
      let top = Int(v), below = min(top + 1, base.height - 1)
      for x in 0..<width {
        let u = min(max((Float(x) + 0.5) * ratio.x - 0.5, 0), Float(base.width - 1))
        let left = Int(u), right = min(left + 1, base.width - 1)
        let place = (y * width + x) * 4
        func between(_ channel: Int) -> UInt8 {
          func value(_ column: Int, _ row: Int) -> Float {
            Float(pixels[(row * base.width + column) * 4 + channel])
          }
          let s = u - Float(left), t = v - Float(top)
          let a = value(left, top) + (value(right, top) - value(left, top)) * s
          let b = value(left, below) + (value(right, below) - value(left, below)) * s
          return UInt8(a + (b - a) * t + 0.5)
        }
        result[place + 3] = between(3)
        // What is made up has no more detail than it has.
        let near = Int(v + 0.5) * base.width + Int(u + 0.5)
        let isSeen = (0..<3).allSatisfy { pixels[near * 4 + $0] == base.pixels[near * 3 + $0] }
        for channel in 0..<3 {
          result[place + channel] =
            isSeen ? detail.pixels[(y * width + x) * 3 + channel] : between(channel)
        }
      }
    }
    return (result, width, height)
  }
}

/// A picture at the film's size, taken apart by depth so that every layer goes on behind the nearer
/// ones.
///
/// Where a nearer layer does not cover wholly, all layers have the picture's own colors: at rest
/// the layers together are the picture.
@safe struct LayerCutting {
  private let kernels: UnsafePointer<px_kernels>
  private let picture: RGBPicture
  private let depth: Plane
  private let cut: DepthCut
  private let guide: Plane
  /// The picture's brightness, 0…1, at the film's size.
  private let bright: [Float]
  /// How far each layer covers, 0…1, at the film's size; the farthest covers all.
  private var covers: [[Float]] = []

  /// How many pixels one of depth covers in each direction.
  static let step = 4

  /// Takes a picture apart; `depth` is a quarter as large, rounded up.
  init(_ picture: RGBPicture, depth: Plane, kernels: UnsafePointer<px_kernels>) {
    unsafe self.kernels = unsafe kernels
    bright = unsafe picture.pixels.withUnsafeBufferPointer { pixels in
      (0..<picture.width * picture.height).map { index in
        let (r, g, b) = unsafe (
          Float(pixels[index &* 3]), Float(pixels[index &* 3 &+ 1]), Float(pixels[index &* 3 &+ 2])
        )
        return (r * 0.2126 + g * 0.7152 + b * 0.0722) / 255
      }
    }
    self.picture = picture
    self.depth = DepthCut.hardened(depth)
    cut = DepthCut(self.depth)
    guide = picture.luma(by: Self.step)
    for layer in 0...cut.limits.count {
      covers.append(layer == 0 ? [] : cover(layer))
    }
  }

  /// The layers, far ones first.
  func layers() -> [CutLayer] {
    let channels = picture.channels(by: Self.step).map(\.plane)
    // What is hidden behind nearer layers, from the nearest on.
    var hidden = [Float](repeating: 0, count: picture.width * picture.height)
    var result: [CutLayer] = []
    for layer in covers.indices.reversed() {
      result.append(make(layer, hidden: hidden, channels))
      if layer > 0 {
        for index in hidden.indices { hidden[index] = max(hidden[index], covers[layer][index]) }
      }
    }
    return result.reversed()
  }

  private func make(_ layer: Int, hidden: [Float], _ channels: [Plane]) -> CutLayer {
    let (width, height) = (picture.width, picture.height)
    // Colors behind nearer layers come from this layer's own, away from its borders.
    var weight = Plane(width: depth.width, height: depth.height)
    var own = weight
    for y in 0..<depth.height {
      for x in 0..<depth.width {
        let isOwn = cut.layers[y * depth.width + x] == layer
        own[x, y] = isOwn ? 1 : 0
        guard isOwn else { continue }
        let place =
          min(y * Self.step + 2, height - 1) * width + min(x * Self.step + 2, width - 1)
        let isClean = hidden[place] < 0.05 && (layer == 0 || covers[layer][place] > 0.95)
        weight[x, y] = isClean ? 1 : 0
      }
    }
    if !weight.values.contains(where: { $0 > 0 }) { weight = own }
    let filled = channels.map { $0.filled(where: weight) }
    let behind = filled.map(\.padded)
    var rows = [[Float]](repeating: [Float](repeating: 0, count: width + 64), count: 3)
    var work = rows[0]
    var pixels = [UInt8](repeating: 255, count: width * height * 4)
    for y in 0..<height {
      let row = y * width..<(y + 1) * width
      if hidden[row].contains(where: { $0 >= 0.999 }) {
        for channel in 0..<3 { enlarge(behind[channel], y, &work, &rows[channel]) }
      }
      for place in row {
        if layer > 0 { pixels[place * 4 + 3] = UInt8(covers[layer][place] * 255 + 0.5) }
        if hidden[place] < 0.999 {
          for channel in 0..<3 {
            pixels[place * 4 + channel] = picture.pixels[place * 3 + channel]
          }
        } else {
          for channel in 0..<3 {
            let value = rows[channel][place - row.lowerBound]
            pixels[place * 4 + channel] = UInt8(min(max(value, 0), 1) * 255 + 0.5)
          }
        }
      }
    }
    let smooth = depth.filled(where: weight).blurred(2).blurred(2)
    return CutLayer(pixels: pixels, depth: smooth)
  }

  /// How far a layer covers: its border on the picture's edges, a little outside of them so that
  /// mixed pixels go with it, soft over a few pixels.
  private func cover(_ layer: Int) -> [Float] {
    var mask = Plane(width: depth.width, height: depth.height)
    var known = Plane(width: depth.width, height: depth.height, value: 1)
    for index in mask.values.indices {
      mask.values[index] = cut.layers[index] == layer ? 1 : 0
      // Whether it goes on behind nearer layers, those around it say.
      if cut.layers[index] > layer { known.values[index] = 0 }
    }
    mask = mask.filled(where: known).mapped { $0 > 0.5 ? 1 : 0 }
    let line = mask.guided(by: guide, radius: 3, calm: 0.0004)
    let (width, height) = (picture.width, picture.height)
    var result = [Float](repeating: 0, count: width * height)
    var slope = [Float](repeating: 0, count: width + 64), base = slope, work = slope
    let steep = line.slope.padded, flat = line.base.padded
    for y in 0..<height {
      enlarge(steep, y, &work, &slope)
      enlarge(flat, y, &work, &base)
      for x in 0..<width {
        let place = y &* width &+ x
        let share = slope[x] * bright[place] + base[x]
        result[place] = min(max((share - 0.22) / 0.36, 0), 1)
      }
    }
    // Two pixels are lost again to softness.
    for _ in 0..<3 + max(1, width / 640) { three(&result, isLargest: true) }
    for _ in 0..<2 { three(&result, isLargest: false) }
    return result
  }

  /// One row of a plane four times as large.
  private func enlarge(
    _ plane: (values: [Float], stride: Int), _ y: Int, _ work: inout [Float], _ out: inout [Float]
  ) {
    unsafe plane.values.withUnsafeBufferPointer { values in
      unsafe work.withUnsafeMutableBufferPointer { work in
        unsafe out.withUnsafeMutableBufferPointer { out in
          guard let values = values.baseAddress, let work = work.baseAddress,
            let out = out.baseAddress
          else { return }
          unsafe kernels.pointee.enlarge(
            values, Int32(depth.width), Int32(depth.height), Int32(plane.stride),
            Int32(Self.step), Int32(y), Int32(picture.width), work, out)
        }
      }
    }
  }

  /// The largest value, or a binomial mean, within a pixel.
  private func three(_ values: inout [Float], isLargest: Bool) {
    let (width, height) = (picture.width, picture.height)
    // Rows before they are changed: above, own, below, each between its border's pixels.
    var lines = [Float](repeating: 0, count: (width + 2) * 2)
    unsafe values.withUnsafeMutableBufferPointer { values in
      unsafe lines.withUnsafeMutableBufferPointer { lines in
        guard let values = values.baseAddress, let line = lines.baseAddress else { return }
        let above = unsafe line + width + 2
        for y in 0..<height {
          let row = unsafe values + y * width
          unsafe (line + 1).update(from: row, count: width)
          unsafe line[0] = row[0]
          unsafe line[width + 1] = row[width - 1]
          unsafe kernels.pointee.three(
            line, line + 1, line + 2, Int32(width), isLargest ? 1 : 0, row)
        }
        for y in 0..<height {
          let row = unsafe values + y * width
          unsafe line.update(from: row, count: width)
          let before = unsafe y == 0 ? line : above
          let after = unsafe y == height - 1 ? line : row + width
          unsafe kernels.pointee.three(before, line, after, Int32(width), isLargest ? 1 : 0, row)
          unsafe above.update(from: line, count: width)
        }
      }
    }
  }
}

extension Plane {
  /// The values with rows as long as the kernels read them.
  fileprivate var padded: (values: [Float], stride: Int) {
    let stride = (width + 7) / 8 * 8 + 8
    var result = [Float](repeating: 0, count: stride * height)
    for y in 0..<height {
      for x in 0..<width { result[y * stride + x] = self[x, y] }
    }
    return (result, stride)
  }
}
