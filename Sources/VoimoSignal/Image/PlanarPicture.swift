/// One 8-bit 4:2:0 picture in memory that is its own: for tests, keyframes and blending.
package struct PlanarPicture: Sendable, Equatable {
  /// Even, at least 2.
  package let width: Int
  /// Even, at least 2.
  package let height: Int
  /// Luma, `width * height` bytes, no padding.
  package private(set) var y: [UInt8]
  /// Blue difference, a quarter of luma's bytes.
  package private(set) var cb: [UInt8]
  /// Red difference, a quarter of luma's bytes.
  package private(set) var cr: [UInt8]

  /// A black picture.
  package init(width: Int, height: Int) {
    precondition(width > 0 && height > 0 && width % 2 == 0 && height % 2 == 0)
    self.width = width
    self.height = height
    y = Array(repeating: 16, count: width * height)
    cb = Array(repeating: 128, count: width * height / 4)
    cr = cb
  }

  /// Lends the planes for writing; the target must not outlive `body`.
  package mutating func withTarget<R>(_ body: (PlanarTarget) throws -> R) rethrows -> R {
    let (width, height) = (width, height)
    return try unsafe y.withUnsafeMutableBufferPointer { y in
      try unsafe cb.withUnsafeMutableBufferPointer { cb in
        try unsafe cr.withUnsafeMutableBufferPointer { cr in
          guard let y = y.baseAddress, let cb = cb.baseAddress, let cr = cr.baseAddress else {
            preconditionFailure("a picture has at least one pixel")
          }
          return try unsafe body(
            PlanarTarget(
              y: y, cb: cb, cr: cr, lumaStride: width, chromaStride: width / 2, width: width,
              height: height))
        }
      }
    }
  }
}

extension PlanarPicture {
  /// Writes the picture into planes of its size.
  package func copy(to target: PlanarTarget) {
    precondition(target.width == width && target.height == height, "planes of another size")
    func copy(
      _ plane: [UInt8], _ out: UnsafeMutablePointer<UInt8>, _ width: Int, _ stride: Int
    ) {
      unsafe plane.withUnsafeBufferPointer { plane in
        guard let start = plane.baseAddress else { return }
        for row in 0..<plane.count / width {
          unsafe (out + row * stride).update(from: start + row * width, count: width)
        }
      }
    }
    unsafe copy(y, target.y, width, target.lumaStride)
    unsafe copy(cb, target.cb, width / 2, target.chromaStride)
    unsafe copy(cr, target.cr, width / 2, target.chromaStride)
  }
}
