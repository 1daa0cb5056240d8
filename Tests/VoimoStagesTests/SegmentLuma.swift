import VoimoMedia

/// What is seen in segments that tests have made.
enum SegmentLuma {
  /// The mean luma of each frame of a segment, decoded out of a film that is made of it alone.
  static func levels(ofSegment path: String, frames: Int) throws -> [Double] {
    let sound = "\(path).sound"
    var encoder = try SoundtrackEncoder(
      path: sound, sampleRate: 8_000, samples: frames * 8_000 / 24, bitRate: 64_000, effort: .quick)
    let silence = [Float](repeating: 0, count: frames * 8_000 / 24)
    try encoder.encode(AudioBlock(start: 0, left: silence, right: silence))
    _ = try encoder.finish()
    let film = "\(path).mp4"
    _ = try FilmMuxer.write(
      Film(segments: [Film.Segment(path: path, frames: frames)], soundtrack: sound), to: film
    ) { _ in }
    return try FilmInspector(path: film).frames().luma
  }
}
