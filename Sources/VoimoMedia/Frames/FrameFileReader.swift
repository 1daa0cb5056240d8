import CLibAV
package import VoimoBase
package import VoimoSignal

/// Reads the frames that `FrameFileWriter` kept, in order or from any place.
///
/// Not thread-safe.
package final class FrameFileReader {
  package let width: Int
  package let height: Int
  package let frameRate: FrameRate
  /// Exactly how many frames there are.
  package let count: Int
  /// The frame that `next` gives.
  package private(set) var position = 0

  private let input: InputFile
  private let decoder: Decoder
  private let path: String
  private let packet: MediaPacket
  private let frame: MediaFrame

  /// Opens a file and reads its header.
  ///
  /// - Throws: `MediaError` when it is not one of voimo's files of frames.
  package init(path: String) throws(MediaError) {
    self.path = path
    input = try InputFile(path: path, name: path)
    guard input.streamCount == 1, input.kind(0) == AVMEDIA_TYPE_VIDEO,
      input.codecName(0) == "ffv1", let parameters = unsafe input.stream(0).pointee.codecpar,
      unsafe parameters.pointee.format == AV_PIX_FMT_YUV420P.rawValue
    else { throw Self.other(path) }
    width = unsafe Int(parameters.pointee.width)
    height = unsafe Int(parameters.pointee.height)
    let tags = unsafe LibAVTags.read(input.stream(0).pointee.metadata)
    let rate = tags[FrameFile.rateTag.lowercased()]?.split(separator: "/").compactMap { Int($0) }
    guard let count = tags[FrameFile.countTag.lowercased()].flatMap({ Int($0) }), count > 0,
      let rate, (1...2).contains(rate.count),
      let frameRate = FrameRate(rate[0], over: rate.count == 2 ? rate[1] : 1),
      width > 0, height > 0, width % 2 == 0, height % 2 == 0
    else { throw Self.other(path) }
    self.count = count
    self.frameRate = frameRate
    decoder = try unsafe Decoder(stream: input.stream(0), name: path)
    packet = try MediaPacket()
    frame = try MediaFrame()
  }

  /// Gives the next frame.
  ///
  /// - Parameter target: Planes of the file's size.
  /// - Throws: `MediaError` when the file breaks off or is damaged there.
  package func next(into target: PlanarTarget) throws {
    precondition(position < count, "frame \(position) of \(count)")
    guard try advance() else {
      throw MediaError(
        .damaged, "\(path) breaks off: it has \(position) of its \(count) frames",
        operation: "av_read_frame")
    }
    LibAVLog.begin()
    var status = decoder.send(packet)
    if status == 0 { status = decoder.receive(frame) }
    // A slice whose checksum is wrong is only told of, and filled with what was there before.
    let said = LibAVLog.take()
    guard status == 0, said.isEmpty else {
      throw MediaError(
        .damaged, "\(path) is damaged in frame \(position)", operation: "avcodec_receive_frame",
        detail: said.last ?? MediaError.text(ofStatus: status))
    }
    guard unsafe Int(frame.raw.pointee.width) == width,
      unsafe Int(frame.raw.pointee.height) == height
    else {
      throw MediaError(
        .damaged, "\(path) is damaged in frame \(position)", operation: "size of a frame")
    }
    try frame.withPlanes { target.copy($0) }
    frame.clear()
    position += 1
  }

  /// Goes to a frame, which `next` then gives.
  ///
  /// - Parameter index: From 0 to, not including, `count`.
  /// - Throws: `MediaError` when the file does not have it.
  package func seek(to index: Int) throws {
    precondition((0..<count).contains(index), "frame \(index) of \(count)")
    guard index != position else { return }
    let base = unsafe input.stream(0).pointee.time_base
    let time = frameRate.time(ofFrame: index).value * Double(base.den) / Double(base.num)
    let status = unsafe av_seek_frame(
      input.raw, 0, Int64(time.rounded()), AVSEEK_FLAG_BACKWARD)
    guard status >= 0 else {
      throw MediaError.libav(
        .damaged, "\(path) has no frame \(index)", operation: "av_seek_frame", status: status)
    }
    decoder.flush()
    isSeeking = true
    position = index
  }

  /// Throws when there are more frames than the file says.
  func checkEnd() throws {
    guard position == count, try !advance() else {
      throw MediaError(
        .damaged, "\(path) has more than its \(count) frames", operation: "av_read_frame")
    }
  }

  /// Whether the packet of a frame that was sought was not yet found.
  private var isSeeking = false

  private var outOfOrder: MediaError {
    MediaError(
      .damaged, "\(path) is damaged: frame \(position) is not where it must be",
      operation: "av_read_frame")
  }

  /// Reads the packet of the frame at `position`; false at the end.
  private func advance() throws -> Bool {
    while true {
      packet.clear()
      let status = unsafe av_read_frame(input.raw, packet.raw)
      if status == voimo_error_eof { return false }
      guard status >= 0 else {
        throw MediaError.libav(
          .damaged, "\(path) is damaged before frame \(position)", operation: "av_read_frame",
          status: status)
      }
      let base = unsafe input.stream(0).pointee.time_base
      let time = unsafe Double(packet.raw.pointee.pts) * Double(base.num) / Double(base.den)
      guard abs(time) < 1e9, case let index = frameRate.nearestFrame(to: Seconds(time)) else {
        throw outOfOrder
      }
      // A seek may go to a place before the frame.
      if isSeeking, index < position { continue }
      // A container that is damaged may lose a frame, and none must be taken for another.
      guard index == position else { throw outOfOrder }
      isSeeking = false
      return true
    }
  }

  private static func other(_ path: String) -> MediaError {
    MediaError(.damaged, "\(path) is not one of voimo's files of frames", operation: "open")
  }
}
