import CPixels
package import VoimoSignal

/// A dissolve from one painted picture to the next.
package struct Crossfade: Sendable {
  /// Share of the later picture, 0…1.
  package let weight: Double

  /// A dissolve that has got to `weight` (taken as the nearest of 0…1).
  package init(weight: Double) { self.weight = min(max(weight, 0), 1) }

  /// The dissolve at `progress` 0…1 of its length, slow at both ends.
  package init(progress: Double) {
    let p = min(max(progress, 0), 1)
    self.init(weight: p * p * (3 - 2 * p))
  }

  /// Mixes two pictures of the target's size into it.
  package func mix(from: PlanarPicture, to: PlanarPicture, into target: PlanarTarget) {
    precondition(from.width == target.width && from.height == target.height, "sizes differ")
    precondition(to.width == target.width && to.height == target.height, "sizes differ")
    let share = Int32((weight * 256).rounded())
    let kernels = unsafe KernelPath.fastest.kernels
    func mix(
      _ a: [UInt8], _ b: [UInt8], _ out: UnsafeMutablePointer<UInt8>, _ width: Int, _ stride: Int
    ) {
      unsafe a.withUnsafeBufferPointer { a in
        unsafe b.withUnsafeBufferPointer { b in
          guard let a = a.baseAddress, let b = b.baseAddress else { return }
          for row in 0..<from.y.count / from.width
          where row < (width == from.width ? from.height : from.height / 2) {
            unsafe kernels.pointee.mix(
              a + row * width, b + row * width, width, share, out + row * stride)
          }
        }
      }
    }
    unsafe mix(from.y, to.y, target.y, target.width, target.lumaStride)
    unsafe mix(from.cb, to.cb, target.cb, target.width / 2, target.chromaStride)
    unsafe mix(from.cr, to.cr, target.cr, target.width / 2, target.chromaStride)
  }
}
