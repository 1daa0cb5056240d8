import CPixels

/// A brush's paper and strokes, which never change during a shot: bytes, worked out once.
@safe final class Sheet: @unchecked Sendable {
  // Unchecked because the bytes are written in the initialiser only.
  /// Bytes from one plane of a row to the next.
  let plane: Int
  private let planes: Int
  private let memory: UnsafeMutablePointer<UInt8>

  /// Works out all rows; nothing for brushes that keep none.
  init(_ brush: inout px_brush, kernels: UnsafePointer<px_kernels>) {
    planes = unsafe Int(kernels.pointee.sheetPlanes(brush.kind))
    plane = (Int(brush.width) + 7) / 8 * 8
    let count = planes * plane * Int(brush.height)
    unsafe memory = UnsafeMutablePointer<UInt8>.allocate(capacity: max(count, 1))
    unsafe memory.initialize(repeating: 0, count: max(count, 1))
    guard planes > 0 else { return }
    for y in 0..<Int(brush.height) {
      unsafe kernels.pointee.sheet(&brush, Int32(y), Int32(plane), memory + y * planes * plane)
    }
  }

  deinit { unsafe memory.deallocate() }

  /// The planes of one row.
  func row(_ y: Int) -> UnsafePointer<UInt8> { unsafe UnsafePointer(memory + y * planes * plane) }
}
