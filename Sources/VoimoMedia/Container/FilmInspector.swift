import CLibAV
package import VoimoBase
package import VoimoSignal

/// Looks at a finished film the way a player would, and counts.
package struct FilmInspector: Sendable {
  /// A chapter as it stands in the file.
  package struct Chapter: Hashable, Sendable, Codable {
    package var title: String
    package var start: Seconds
    package var end: Seconds
  }

  /// What every frame of the film was found to be.
  package struct Frames: Hashable, Sendable, Codable {
    /// Frames that decode.
    package var count: Int
    /// When the first is shown.
    package var start: Seconds
    /// Whether frame *n* is shown at *n*/fps, for every *n*, to the file's own tick.
    package var isUniform: Bool
    /// Frames that the decoder found damaged, and packets that it refused.
    package var damaged: Int
    /// Mean luma of each frame, 16 (black) to 235 (white): tells frames apart.
    package var luma: [Double]
  }

  package let path: String
  package let width: Int
  package let height: Int
  /// As the file has it.
  package let frameRate: FrameRate
  /// Of the picture, from the header.
  package let duration: Seconds
  package let chapters: [Chapter]
  /// The film's own tags, by libav's names in lower case: `title`, `artist`, `album`.
  package let tags: [String: String]
  /// Codec of every stream: `h264`, `aac`, `mov_text`, `bin_data`.
  package let codecs: [String]
  private let video: Int

  /// Reads a film's header.
  package init(path: String) throws(MediaError) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let input = try InputFile(path: path, name: name)
    guard let video = (0..<input.streamCount).first(where: { input.isFilm($0) }) else {
      throw MediaError(.damaged, "\(name) has no picture", operation: "inspect")
    }
    let stream = unsafe input.stream(video)
    let rate = unsafe stream.pointee.avg_frame_rate
    guard let frameRate = FrameRate(Int(rate.num), over: Int(rate.den)) else {
      throw MediaError(.damaged, "\(name) has no frame rate", operation: "inspect")
    }
    self.path = path
    self.video = video
    self.frameRate = frameRate
    width = unsafe Int(stream.pointee.codecpar.pointee.width)
    height = unsafe Int(stream.pointee.codecpar.pointee.height)
    duration = input.duration(ofStream: video) ?? .zero
    tags = unsafe LibAVTags.read(input.raw.pointee.metadata)
    codecs = (0..<input.streamCount).map { input.codecName($0) }
    chapters = input.chapters
  }

  /// Decodes every frame.
  package func frames() throws -> Frames {
    var frames = Frames(count: 0, start: .zero, isUniform: true, damaged: 0, luma: [])
    let input = try InputFile(path: path, name: path)
    let base = unsafe input.stream(video).pointee.time_base
    frames.damaged = try forEachFrame(in: input, from: 0) { frame in
      let stamp = unsafe frame.raw.pointee.best_effort_timestamp
      let time = Double(stamp) * Double(base.num) / Double(base.den)
      if frames.count == 0 { frames.start = Seconds(time) }
      let tick = Double(base.num) / Double(base.den)
      if abs(time - frameRate.time(ofFrame: frames.count).value) > tick / 2 {
        frames.isUniform = false
      }
      frames.count += 1
      frames.luma.append(try frame.withPlanes { Self.meanLuma($0) })
      return true
    }
    return frames
  }

  /// One frame's picture, counted from 0.
  ///
  /// - Throws: `MediaError` when the film has no such frame.
  package func frame(_ index: Int) throws -> PlanarPicture {
    let input = try InputFile(path: path, name: path)
    let base = unsafe input.stream(video).pointee.time_base
    var found: PlanarPicture?
    _ = try forEachFrame(in: input, from: index) { frame in
      let stamp = unsafe frame.raw.pointee.best_effort_timestamp
      let time = Seconds(Double(stamp) * Double(base.num) / Double(base.den))
      guard frameRate.nearestFrame(to: time) >= index else { return true }
      if frameRate.nearestFrame(to: time) == index { found = try frame.picture() }
      return false
    }
    guard let found else {
      throw MediaError(.outOfLimits, "\(path) has no frame \(index)", operation: "inspect")
    }
    return found
  }

  /// One frame's picture as RGB, counted from 0.
  package func rgbFrame(_ index: Int) throws -> RGBPicture {
    try PictureConversion.rgb(frame(index))
  }

  /// The film's sound, to decode.
  package func audio() throws(MediaError) -> AudioFile { try AudioFile.open(path: path) }

  /// Subtitles of a track, counted from 0 among the subtitle tracks.
  package func subtitles(_ track: Int = 0) throws -> [Film.Cue] {
    let input = try InputFile(path: path, name: path)
    // The chapters' own track is text too, but libav keeps it under "data".
    let streams = (0..<input.streamCount).filter { input.kind($0) == AVMEDIA_TYPE_SUBTITLE }
    guard streams.indices.contains(track) else { return [] }
    input.readOnly(streams[track])
    let base = unsafe input.stream(streams[track]).pointee.time_base
    let packet = try MediaPacket()
    var cues: [Film.Cue] = []
    while unsafe av_read_frame(input.raw, packet.raw) >= 0 {
      let bytes = packet.bytes
      let (index, start, length) = unsafe (
        Int(packet.raw.pointee.stream_index), packet.raw.pointee.pts, packet.raw.pointee.duration
      )
      packet.clear()
      guard index == streams[track], bytes.count > 2 else { continue }
      let count = Int(bytes[0]) << 8 | Int(bytes[1])
      let tick = Double(base.num) / Double(base.den)
      cues.append(
        Film.Cue(
          start: Seconds(Double(start) * tick), end: Seconds(Double(start + length) * tick),
          text: String(decoding: bytes.dropFirst(2).prefix(count), as: UTF8.self)))
    }
    return cues
  }

  /// Decodes from the key frame at or before a frame, until `body` has enough.
  ///
  /// - Returns: how much was damaged.
  private func forEachFrame(
    in input: InputFile, from index: Int, _ body: (MediaFrame) throws -> Bool
  ) throws -> Int {
    input.readOnly(video)
    let decoder = try unsafe Decoder(stream: input.stream(video), name: path)
    if index > 0 {
      let base = unsafe input.stream(video).pointee.time_base
      let time = frameRate.time(ofFrame: index).value * Double(base.den) / Double(base.num)
      unsafe av_seek_frame(input.raw, Int32(video), Int64(time.rounded()), AVSEEK_FLAG_BACKWARD)
    }
    let packet = try MediaPacket()
    let frame = try MediaFrame()
    var damaged = 0
    var atEnd = false
    while !atEnd {
      packet.clear()
      atEnd = unsafe av_read_frame(input.raw, packet.raw) < 0
      if !atEnd, unsafe Int(packet.raw.pointee.stream_index) != video { continue }
      if decoder.send(atEnd ? nil : packet) < 0 { damaged += 1 }
      while true {
        let status = decoder.receive(frame)
        if status == voimo_error_again || status == voimo_error_eof { break }
        guard status == 0 else {
          damaged += 1
          break
        }
        if unsafe frame.raw.pointee.decode_error_flags != 0 { damaged += 1 }
        guard try body(frame) else { return damaged }
      }
    }
    return damaged
  }

  private static func meanLuma(_ target: PlanarTarget) -> Double {
    var sum = 0
    for row in 0..<target.height {
      let line = unsafe target.y + row * target.lumaStride
      var part: UInt32 = 0
      for column in 0..<target.width { unsafe part &+= UInt32(line[column]) }
      sum += Int(part)
    }
    return Double(sum) / Double(target.width * target.height)
  }
}

extension InputFile {
  /// The file's chapters, in order.
  var chapters: [FilmInspector.Chapter] {
    (0..<(unsafe Int(raw.pointee.nb_chapters))).compactMap { index in
      guard let chapter = unsafe raw.pointee.chapters[index] else { return nil }
      let base = unsafe chapter.pointee.time_base
      let tick = Double(base.num) / Double(base.den)
      return FilmInspector.Chapter(
        title: unsafe LibAVTags.read(chapter.pointee.metadata)["title"] ?? "",
        start: Seconds(unsafe Double(chapter.pointee.start) * tick),
        end: Seconds(unsafe Double(chapter.pointee.end) * tick))
    }
  }
}
