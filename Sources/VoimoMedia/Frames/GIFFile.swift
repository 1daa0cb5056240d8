import CLibAV
package import VoimoBase
package import VoimoSignal

/// A moving GIF that loops for ever, of 255 colors chosen over all of its frames.
///
/// The same frames give the same bytes on every machine. GIF counts hundredths of a second: a frame
/// is shown from the tick nearest to its time, so that the whole is not longer or shorter by more
/// than one.
package enum GIFFile {
  /// The most frames a second that programs show: they take shorter times for a mistake.
  package static let highestRate = 50.0

  /// Writes a film.
  ///
  /// - Parameters:
  ///   - path: Where; an older file there is replaced.
  ///   - width: In pixels, even.
  ///   - height: In pixels, even.
  ///   - frameRate: Frames a second, at most 50.
  ///   - frames: How many there are, at least 1.
  ///   - draw: Fills the planes, which are lent for the call, with a frame by its index. It is
  ///     called for all frames in order, once to count their colors and then once more.
  /// - Throws: what `draw` throws, and `MediaError`.
  /// - Complexity: O(pixels of all frames) time; memory does not grow with their number.
  package static func write(
    to path: String, width: Int, height: Int, frameRate: FrameRate, frames: Int,
    draw: (Int, PlanarTarget) throws -> Void
  ) throws {
    precondition(frames > 0, "a film has frames")
    guard frameRate.framesPerSecond <= highestRate else {
      throw MediaError(
        .outOfLimits,
        "a GIF shows at most \(Int(highestRate)) frames a second, not \(frameRate); "
          + "choose a lower rate for it", operation: "rate")
    }
    var planes = PlanarPicture(width: width, height: height)
    func picture(_ frame: Int) throws -> RGBPicture {
      try planes.withTarget { target in
        try draw(frame, target)
        return try PictureConversion.rgb(target)
      }
    }
    var counts = ColorCounts()
    for frame in 0..<frames { counts.add(try picture(frame)) }
    // The last entry is for what does not change.
    let palette = counts.palette(255)
    var dither = PatternDither(palette)
    let encoder = try unsafe PictureEncoder(
      AV_CODEC_ID_GIF, width: width, height: height, format: AV_PIX_FMT_PAL8,
      time: AVRational(num: 1, den: 100), options: [:]
    ) { _ in }
    let output = try OutputFile(path: path, format: "gif")
    try output.addPictures(encoder, tags: [])
    let last = tick(frames, frameRate) - tick(frames - 1, frameRate)
    try output.writeHeader(["loop": "0", "final_delay": "\(last)"])
    for frame in 0..<frames {
      try encoder.prepare()
      fill(encoder.frame, with: dither.entries(of: try picture(frame)), palette)
      let start = tick(frame, frameRate)
      try encoder.encode(at: start) { packet in
        try output.write(
          packet,
          stamp: PacketFile.Stamp(
            presentation: start, decoding: start, duration: tick(frame + 1, frameRate) - start,
            isKey: frame == 0),
          stream: 0)
      }
    }
    try output.finish()
  }

  /// The hundredth of a second nearest to a frame's time.
  private static func tick(_ frame: Int, _ rate: FrameRate) -> Int {
    (200 * frame * rate.denominator + rate.numerator) / (2 * rate.numerator)
  }

  private static func fill(
    _ frame: MediaFrame, with entries: [UInt8], _ palette: [(red: Int, green: Int, blue: Int)]
  ) {
    let (width, height) = unsafe (Int(frame.raw.pointee.width), Int(frame.raw.pointee.height))
    guard let pixels = unsafe frame.raw.pointee.data.0, let colors = unsafe frame.raw.pointee.data.1
    else { preconditionFailure("a frame of a palette has pixels and colors") }
    let stride = unsafe Int(frame.raw.pointee.linesize.0)
    unsafe entries.withUnsafeBufferPointer { entries in
      guard let first = entries.baseAddress else { return }
      for row in 0..<height {
        unsafe (pixels + row * stride).update(from: first + row * width, count: width)
      }
    }
    unsafe colors.withMemoryRebound(to: UInt32.self, capacity: 256) { colors in
      for index in 0..<256 {
        // Unused entries are like the first; the last is clear.
        let color = palette[index < palette.count ? index : 0]
        let opaque = UInt32(255) << 24 | UInt32(color.red << 16 | color.green << 8 | color.blue)
        unsafe colors[index] = index == 255 ? 0 : opaque
      }
    }
  }
}
