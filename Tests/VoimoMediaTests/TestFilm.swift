import Testing
import VoimoBase
import VoimoMedia
import VoimoSignal

/// Makes small films whose every frame can be told apart.
struct TestFilm {
  let bench: Workbench
  var settings: VideoSettings

  init(
    _ bench: Workbench, width: Int = 64, height: Int = 48, rate: FrameRate = .film,
    preset: VideoSettings.Preset = .veryfast
  ) {
    self.bench = bench
    settings = VideoSettings(
      width: width, height: height, frameRate: rate, crf: 18, preset: preset)
  }

  /// The luma that frame `n` of a film is painted with, evenly.
  static func luma(ofFrame frame: Int) -> UInt8 { UInt8(20 + frame * 37 % 200) }

  /// Encodes one shot of the film's frames `range`.
  func segment(_ name: String, _ range: Range<Int>) throws -> Film.Segment {
    let path = bench.path(name)
    var encoder = try SegmentEncoder(path: path, settings: settings, frames: range.count)
    for frame in range {
      try encoder.encode { Self.paint(Self.luma(ofFrame: frame), $0) }
    }
    let info = try encoder.finish()
    #expect(info.frames == range.count && info.bytes > 0 && info.keyFrames >= 1)
    return Film.Segment(path: path, frames: range.count)
  }

  /// Encodes shots of these lengths, one after the other.
  func segments(_ lengths: [Int], prefix: String = "s") throws -> [Film.Segment] {
    var start = 0
    return try lengths.enumerated().map { index, length in
      defer { start += length }
      return try segment("\(prefix)\(index)", start..<start + length)
    }
  }

  static func paint(_ luma: UInt8, _ target: PlanarTarget) {
    for row in 0..<target.height {
      unsafe (target.y + row * target.lumaStride).update(repeating: luma, count: target.width)
    }
    for row in 0..<target.height / 2 {
      unsafe (target.cb + row * target.chromaStride).update(repeating: 128, count: target.width / 2)
      unsafe (target.cr + row * target.chromaStride).update(repeating: 128, count: target.width / 2)
    }
  }

  /// Encodes sound of exactly a number of frames; silence where the block ends.
  func soundtrack(_ sound: AudioBlock, rate: Int, frames: Int, name: String = "sound") throws
    -> String
  {
    let count = settings.frameRate.sample(ofFrame: frames, sampleRate: rate)
    let path = bench.path(name)
    var encoder = try SoundtrackEncoder(path: path, sampleRate: rate, samples: count)
    var next = 0
    while next < count {
      let end = min(next + 5000, count)
      let part =
        sound.clipped(to: next..<end)
        ?? AudioBlock(
          start: next, left: Array(repeating: 0, count: end - next),
          right: Array(repeating: 0, count: end - next))
      try encoder.encode(part)
      next = part.start + part.count
    }
    let info = try encoder.finish()
    #expect(info.sampleRate == SoundtrackEncoder.encodedRate(for: rate))
    return path
  }
}
