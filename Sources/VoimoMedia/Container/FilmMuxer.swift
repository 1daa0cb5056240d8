import CLibAV
import VoimoBase

/// Puts segments, sound, chapters and subtitles together into an mp4 that starts playing before it
/// is wholly there, without encoding anything.
///
/// Frame *n* of the film is shown at *n*/fps exactly and decoded a constant number of frames ahead,
/// whatever the segments are cut like. An edit list hides the sound's priming, so that its sample 0
/// is heard with frame 0. The same parts give the same bytes.
package enum FilmMuxer {
  /// Writes a film.
  ///
  /// Segments are opened one at a time; memory grows only by the mp4's own index, some 100 bytes a
  /// packet.
  ///
  /// - Parameters:
  ///   - film: the parts.
  ///   - path: the file to make, over any older one.
  ///   - progress: told the number of frames written, now and then; when it throws, writing ends.
  /// - Returns: what was made.
  /// - Throws: `MediaError`: `.mismatch` when segments have other settings or lengths than they
  ///   should, or sound and picture differ by more than a frame; and what `progress` throws.
  package static func write(
    _ film: Film, to path: String, progress: (Int) throws -> Void = { _ in }
  ) throws -> FilmInfo {
    let video = try VideoSource(film.segments)
    let audio = try film.soundtrack.map { try AudioSource($0) }
    if let audio { try check(audio, against: video) }
    let length = Rational(video.frames * video.head.rateDenominator, video.head.rateNumerator)
    let texts = film.subtitles.map { TimedText($0, until: length) }
    let output = try OutputFile(path: path)
    output.addVideo(video.head)
    if let audio { output.addAudio(audio.head) }
    for text in texts { output.addText(text) }
    try output.addChapters(film.chapters, frames: video.frames, of: video.head)
    output.addTags([("title", film.title), ("artist", film.artist), ("album", film.album)])
    try output.writeHeader(movieTimescale: timescale(video: video.head, audio: audio?.head))

    var tracks: [Track] = [video]
    if let audio { tracks.append(audio) }
    for text in texts { tracks.append(try TextSource(text)) }
    try interleave(tracks, into: output, video: video, progress: progress)
    try output.finish()
    guard let rate = FrameRate(video.head.rateNumerator, over: video.head.rateDenominator) else {
      preconditionFailure("a rate of \(video.head.rateNumerator)/\(video.head.rateDenominator)")
    }
    return FilmInfo(
      frames: video.frames, samples: audio?.samples ?? 0,
      sampleRate: audio?.head.rateNumerator ?? 0, width: video.head.width,
      height: video.head.height, frameRate: rate)
  }

  /// Writes the tracks' packets in the order in which a player needs them.
  private static func interleave(
    _ tracks: [Track], into output: OutputFile, video: VideoSource,
    progress: (Int) throws -> Void
  ) throws {
    for track in tracks { try track.advance() }
    while true {
      var first: Int?
      for (index, track) in tracks.enumerated() {
        guard let time = track.time else { continue }
        if let best = first, let earliest = tracks[best].time, earliest <= time { continue }
        first = index
      }
      guard let first else { break }
      try output.write(tracks[first].packet, stamp: tracks[first].stamp, stream: first)
      if first == 0, video.written % 256 == 0 { try progress(video.written) }
      try tracks[first].advance()
    }
    try progress(video.written)
  }

  private static func check(_ audio: AudioSource, against video: VideoSource) throws {
    let frame = Double(video.head.rateDenominator) / Double(video.head.rateNumerator)
    let picture = Double(video.frames) * frame
    let sound = Double(audio.samples) / Double(audio.head.rateNumerator)
    guard abs(picture - sound) <= frame else {
      throw MediaError(
        .mismatch,
        "the film's picture lasts \(Seconds(picture).clock) and its sound \(Seconds(sound).clock)",
        operation: "mux")
    }
  }

  /// Ticks a second in which both a frame and a sample are whole, where that is a sane number: edit
  /// lists are counted in it.
  private static func timescale(video: PacketFile.Head, audio: PacketFile.Head?) -> Int {
    guard let audio else { return video.rateNumerator }
    var (a, b) = (video.rateNumerator, audio.rateNumerator)
    while b != 0 { (a, b) = (b, a % b) }
    let common = video.rateNumerator / a * audio.rateNumerator
    return common <= 10_000_000 ? common : audio.rateNumerator
  }
}
