import CLibAV
package import VoimoBase
package import VoimoSignal

/// Keeps a shot's frames without loss: FFV1 in Matroska, which people's players open.
///
/// The planes are the encoder's own (4:2:0, BT.709, limited range), so that a segment made of them
/// is the one that the first drawing would have made. Equal frames are equal bytes on any machine:
/// one thread, a fixed number of slices, no dates. A file that is not finished is none.
package struct FrameFileWriter: ~Copyable {
  private let encoder: PictureEncoder
  private let output: OutputFile
  private let path: String
  private let size: (width: Int, height: Int)
  private let frameRate: FrameRate
  private let frames: Int
  /// The hash of each frame, to compare with what comes out again.
  private var hashes: [ContentHash] = []
  private var bytes = 0

  /// Begins a file of exactly `frames` frames.
  ///
  /// - Parameters:
  ///   - path: Where; an older file there is replaced.
  ///   - width: In pixels, even, 16 to 8192.
  ///   - height: In pixels, even, 16 to 8192.
  ///   - frameRate: Frames a second.
  ///   - frames: How many there will be, at least 1.
  /// - Throws: `MediaError` for a size out of range, or a file that cannot be made.
  package init(
    path: String, width: Int, height: Int, frameRate: FrameRate, frames: Int
  ) throws(MediaError) {
    precondition(frames > 0, "a file of frames has frames")
    try VideoSettings(width: width, height: height, frameRate: frameRate).check()
    // Matroska tells the times of frames to a thousandth of a second.
    guard frameRate.framesPerSecond <= FrameFile.highestRate else {
      throw MediaError(
        .outOfLimits, "\(frameRate) frames a second are more than can be kept", operation: "rate")
    }
    let encoder = try unsafe PictureEncoder(
      AV_CODEC_ID_FFV1, width: width, height: height, format: AV_PIX_FMT_YUV420P,
      time: AVRational(num: Int32(frameRate.denominator), den: Int32(frameRate.numerator)),
      options: ["slicecrc": "1", "coder": "rice", "context": "0"]
    ) { context in
      // Version 3 knows checksums; every frame stands by itself.
      unsafe context.pointee.level = 3
      unsafe context.pointee.gop_size = 1
      unsafe context.pointee.slices = FrameFile.slices
      unsafe context.pointee.color_range = AVCOL_RANGE_MPEG
      unsafe context.pointee.colorspace = AVCOL_SPC_BT709
      unsafe context.pointee.color_primaries = AVCOL_PRI_BT709
      unsafe context.pointee.color_trc = AVCOL_TRC_BT709
      unsafe context.pointee.chroma_sample_location = AVCHROMA_LOC_LEFT
    }
    let output = try OutputFile(path: path, format: "matroska")
    try output.addPictures(
      encoder,
      tags: [(FrameFile.countTag, "\(frames)"), (FrameFile.rateTag, frameRate.description)])
    try output.writeHeader([:])
    self.encoder = encoder
    self.output = output
    self.path = path
    size = (width, height)
    self.frameRate = frameRate
    self.frames = frames
  }

  /// Keeps the next frame.
  ///
  /// - Parameter draw: Fills the planes, which are lent for the call and hold an earlier frame's
  ///   pixels; all of them must be written.
  /// - Throws: what `draw` throws, and `MediaError`.
  package mutating func write(_ draw: (PlanarTarget) throws -> Void) throws {
    precondition(hashes.count < frames, "frame \(hashes.count) of \(frames)")
    try encoder.prepare()
    let hash = try encoder.frame.withPlanes { target in
      try draw(target)
      return target.contentHash
    }
    let index = hashes.count
    try encoder.encode(at: index) { packet in
      bytes += unsafe Int(packet.raw.pointee.size)
      try output.write(
        packet,
        stamp: PacketFile.Stamp(presentation: index, decoding: index, duration: 1, isKey: true),
        stream: 0)
    }
    hashes.append(hash)
  }

  /// Ends the file, decodes all of it again, and compares every frame with what was written.
  ///
  /// - Returns: the bytes of all frames.
  /// - Throws: `MediaError` with code `.mismatch` when fewer frames were written than announced, or
  ///   when one does not come out as it went in.
  package consuming func finish() throws -> Int {
    guard hashes.count == frames else {
      throw MediaError(
        .mismatch, "a file of \(frames) frames was given \(hashes.count)", operation: "finish")
    }
    try output.finish()
    let reader = try FrameFileReader(path: path)
    var picture = PlanarPicture(width: size.width, height: size.height)
    guard reader.count == frames, reader.frameRate == frameRate, reader.width == size.width,
      reader.height == size.height
    else {
      throw MediaError(
        .mismatch, "\(path) does not hold what was written into it", operation: "finish")
    }
    for (index, hash) in hashes.enumerated() {
      let isEqual = try picture.withTarget { target in
        try reader.next(into: target)
        return target.contentHash == hash
      }
      guard isEqual else {
        throw MediaError(
          .mismatch, "frame \(index) of \(path) does not come out as it was written",
          operation: "finish")
      }
    }
    try reader.checkEnd()
    return bytes
  }
}

/// What writer and reader of frame files agree on.
enum FrameFile {
  /// Frames a second, at most.
  static let highestRate = 400.0
  /// Parts of a frame with a checksum each.
  static let slices: Int32 = 4
  /// The tag with the exact count, as Matroska's own tools name it.
  static let countTag = "NUMBER_OF_FRAMES"
  /// The tag with the exact rate: the container itself has nanoseconds.
  static let rateTag = "FRAME_RATE"
}
