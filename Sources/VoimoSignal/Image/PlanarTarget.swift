/// The planes of one 8-bit 4:2:0 picture, lent for writing: BT.709, limited range, chroma sited
/// left.
///
/// Lent inside a closure by whoever owns the memory (an encoder, a `PlanarPicture`); it must not
/// outlive that closure. Width and height are even. Rows may be longer than the picture is wide.
@safe package struct PlanarTarget {
  /// Luma, `height` rows of `lumaStride` bytes.
  package let y: UnsafeMutablePointer<UInt8>
  /// Blue difference, `height / 2` rows of `chromaStride` bytes.
  package let cb: UnsafeMutablePointer<UInt8>
  /// Red difference, `height / 2` rows of `chromaStride` bytes.
  package let cr: UnsafeMutablePointer<UInt8>
  package let lumaStride: Int
  package let chromaStride: Int
  package let width: Int
  package let height: Int

  /// Describes planes that the caller owns.
  package init(
    y: UnsafeMutablePointer<UInt8>, cb: UnsafeMutablePointer<UInt8>,
    cr: UnsafeMutablePointer<UInt8>, lumaStride: Int, chromaStride: Int, width: Int, height: Int
  ) {
    precondition(width > 0 && height > 0 && width % 2 == 0 && height % 2 == 0)
    unsafe self.y = y
    unsafe self.cb = cb
    unsafe self.cr = cr
    self.lumaStride = lumaStride
    self.chromaStride = chromaStride
    self.width = width
    self.height = height
  }
}
