import CLibAV

/// One packet of libav's, used again and again.
///
/// Owns its `AVPacket`. Not thread-safe.
@safe final class MediaPacket {
  /// Lives as long as this object; does not leave the call it is lent to.
  let raw: UnsafeMutablePointer<AVPacket>

  init() throws(MediaError) {
    guard let raw = unsafe av_packet_alloc() else { throw .outOfMemory("av_packet_alloc") }
    unsafe self.raw = unsafe raw
  }

  deinit {
    var raw: UnsafeMutablePointer<AVPacket>? = unsafe raw
    unsafe av_packet_free(&raw)
  }

  /// Lets go of the packet's bytes.
  func clear() { unsafe av_packet_unref(raw) }

  /// A copy of the packet's bytes.
  var bytes: [UInt8] {
    guard let data = unsafe raw.pointee.data else { return [] }
    return unsafe Array(UnsafeBufferPointer(start: data, count: Int(raw.pointee.size)))
  }

  /// Makes the packet hold `count` new bytes, which `fill` writes.
  func fill(
    _ count: Int, operation: String, _ fill: (UnsafeMutableBufferPointer<UInt8>) throws -> Void
  )
    throws
  {
    clear()
    guard unsafe av_new_packet(raw, Int32(count)) == 0, let data = unsafe raw.pointee.data else {
      throw MediaError.outOfMemory(operation)
    }
    try unsafe fill(UnsafeMutableBufferPointer(start: data, count: count))
  }
}

/// One frame of libav's, sound or picture, used again and again.
///
/// Owns its `AVFrame`. Not thread-safe.
@safe final class MediaFrame {
  /// Lives as long as this object; does not leave the call it is lent to.
  let raw: UnsafeMutablePointer<AVFrame>

  init() throws(MediaError) {
    guard let raw = unsafe av_frame_alloc() else { throw .outOfMemory("av_frame_alloc") }
    unsafe self.raw = unsafe raw
  }

  deinit {
    var raw: UnsafeMutablePointer<AVFrame>? = unsafe raw
    unsafe av_frame_free(&raw)
  }

  /// Lets go of the frame's buffers.
  func clear() { unsafe av_frame_unref(raw) }
}
