import CLibAV
import VoimoBase
import VoimoSignal

extension MediaFrame {
  /// Lends the planes of a 4:2:0 frame.
  func withPlanes<R>(_ body: (PlanarTarget) throws -> R) throws -> R {
    guard let y = unsafe raw.pointee.data.0, let cb = unsafe raw.pointee.data.1,
      let cr = unsafe raw.pointee.data.2
    else { preconditionFailure("a 4:2:0 frame has three planes") }
    return try unsafe body(
      PlanarTarget(
        y: y, cb: cb, cr: cr, lumaStride: Int(raw.pointee.linesize.0),
        chromaStride: Int(raw.pointee.linesize.1), width: Int(raw.pointee.width),
        height: Int(raw.pointee.height)))
  }

  /// A copy of a 4:2:0 frame.
  func picture() throws -> PlanarPicture {
    try withPlanes { source in
      var picture = PlanarPicture(width: source.width, height: source.height)
      picture.withTarget { $0.copy(source) }
      return picture
    }
  }
}

extension PlanarTarget {
  /// Takes over the pixels of a picture of the same size.
  func copy(_ source: PlanarTarget) {
    precondition(width == source.width && height == source.height, "planes of different sizes")
    for row in 0..<height {
      unsafe (y + row * lumaStride).update(from: source.y + row * source.lumaStride, count: width)
    }
    for row in 0..<height / 2 {
      let (target, from) = (row * chromaStride, row * source.chromaStride)
      unsafe (cb + target).update(from: source.cb + from, count: width / 2)
      unsafe (cr + target).update(from: source.cr + from, count: width / 2)
    }
  }

  /// The hash of the pixels, whatever the rows' lengths in memory.
  var contentHash: ContentHash {
    var hasher = SHA256()
    for row in 0..<height {
      unsafe hasher.update(UnsafeRawBufferPointer(start: y + row * lumaStride, count: width))
    }
    for row in 0..<height / 2 {
      let start = row * chromaStride
      unsafe hasher.update(UnsafeRawBufferPointer(start: cb + start, count: width / 2))
      unsafe hasher.update(UnsafeRawBufferPointer(start: cr + start, count: width / 2))
    }
    return hasher.finish()
  }
}
