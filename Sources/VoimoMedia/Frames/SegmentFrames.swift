import CLibAV
package import VoimoBase
package import VoimoSignal

/// Gives the frames of encoded segments back, in the order in which they are shown.
///
/// Not thread-safe.
package final class SegmentFrames {
  package let width: Int
  package let height: Int
  package let frameRate: FrameRate
  /// Frames given so far.
  package private(set) var position = 0

  private let segment: Film.Segment
  private let file: PacketFileReader
  private let decoder: Decoder
  private let packet: MediaPacket
  private let frame: MediaFrame
  private var isDrained = false

  /// Opens a segment that `SegmentEncoder` finished.
  ///
  /// - Throws: `MediaError` when it is none.
  package init(_ segment: Film.Segment) throws(MediaError) {
    self.segment = segment
    file = try PacketFileReader(path: segment.path)
    guard file.head.kind == .h264, file.head.width > 0, file.head.height > 0,
      file.head.width % 2 == 0, file.head.height % 2 == 0,
      let rate = FrameRate(file.head.rateNumerator, over: file.head.rateDenominator)
    else {
      throw MediaError(.damaged, "\(segment.path) is not a segment of a film", operation: "open")
    }
    width = file.head.width
    height = file.head.height
    frameRate = rate
    decoder = try Decoder(
      codec: AV_CODEC_ID_H264, header: file.head.codecHeader, name: segment.path)
    packet = try MediaPacket()
    frame = try MediaFrame()
  }

  /// Gives the next frame.
  ///
  /// - Parameter target: Planes of the segment's size.
  /// - Returns: false when all were given, which are then exactly as many as the segment must have.
  /// - Throws: `MediaError` when it is damaged, or has more or fewer frames.
  package func next(into target: PlanarTarget) throws -> Bool {
    while true {
      let status = decoder.receive(frame)
      if status == 0 {
        try give(target)
        return true
      }
      if status == voimo_error_eof {
        guard position == segment.frames else { throw wrongCount("\(position)") }
        return false
      }
      guard status == voimo_error_again, !isDrained else { throw damaged(status) }
      if try file.next(into: packet) == nil {
        isDrained = true
        _ = decoder.send(nil)
      } else {
        let status = decoder.send(packet)
        guard status == 0 else { throw damaged(status) }
      }
    }
  }

  private func give(_ target: PlanarTarget) throws {
    let isWhole = unsafe frame.raw.pointee.decode_error_flags == 0
    guard isWhole, unsafe Int(frame.raw.pointee.width) == width,
      unsafe Int(frame.raw.pointee.height) == height,
      unsafe frame.raw.pointee.format == AV_PIX_FMT_YUV420P.rawValue
    else { throw damaged(0) }
    guard position < segment.frames else { throw wrongCount("more") }
    try frame.withPlanes { target.copy($0) }
    frame.clear()
    position += 1
  }

  private func damaged(_ status: Int32) -> MediaError {
    .libav(
      .damaged, "\(segment.path) is damaged near frame \(position)",
      operation: "avcodec_receive_frame", status: status)
  }

  private func wrongCount(_ found: String) -> MediaError {
    MediaError(
      .damaged, "\(segment.path) has \(found) frames and not \(segment.frames)",
      operation: "count")
  }
}
