import CLibAV
package import VoimoBase

/// A song's file, looked at: what it holds and which of its streams is the song.
///
/// A value; the file is opened anew to decode it. Anything that is not sound is refused here, in
/// one plain sentence.
package struct AudioFile: Hashable, Sendable, Codable {
  /// One stream of sound in a file.
  package struct Stream: Hashable, Sendable, Codable {
    /// Its index among all of the file's streams.
    package var index: Int
    /// `aac`, `flac`, `pcm_s16le`.
    package var codec: String
    /// In Hz, as the header has it.
    package var sampleRate: Int
    package var channels: Int
    /// The stream's own title: `Commentary`.
    package var title: String?
    /// ISO 639-2, as the file has it.
    package var language: String?
    /// Whether the file marks it as the one to play.
    package var isDefault: Bool

    /// On one line, whatever the file says: `opus, 2 channels, "Commentary", eng`.
    package var text: String {
      var parts = [codec, channels == 1 ? "1 channel" : "\(channels) channels"]
      if let title { parts.append("\"\(PlainText.line(title, 60))\"") }
      if let language { parts.append(PlainText.line(language, 16)) }
      return parts.joined(separator: ", ")
    }
  }

  /// What the file says of the song.
  package struct Tags: Hashable, Sendable, Codable {
    package var title: String?
    package var artist: String?
    package var album: String?
    package var date: String?
  }

  package var path: String
  /// The file's own name, for sentences: `song.mp3`.
  package var name: String
  /// libav's name of the container: `mp3`.
  package var container: String
  /// All streams of sound; at least one.
  package var streams: [Stream]
  /// The song's stream: the one that was asked for, else the file's default, else its first.
  package var chosen: Stream
  /// The rate that `decode` gives, in Hz.
  package var sampleRate: Int
  /// An estimate from the header; exact only after decoding, and nil for some streamed files.
  package var duration: Seconds?
  package var tags: Tags
  /// Whether the file is a film; cover art does not make it one.
  package var hasVideo: Bool
  /// Whether there is a picture that belongs to the song: cover art, which is not a film.
  package var hasCover: Bool

  /// The rates that are read, in Hz.
  package static let sampleRates = 8_000...192_000
  /// The most channels that are read.
  package static let mostChannels = 8
  /// The longest song that is read: 24 hours.
  package static let longest = Seconds(86_400)
  /// How many of a file's streams of sound are looked at; what comes after them is not there.
  package static let mostStreams = 64

  /// The most samples of a song at a rate in Hz.
  static func mostSamples(at sampleRate: Int) -> Int { Int(longest.value) * sampleRate }

  /// The shortest sound that counts as one.
  package static let shortest = Seconds(0.1)

  /// Looks at a file and decodes its first tenth of a second.
  ///
  /// - Parameters:
  ///   - path: the file; a link is followed, anything but a plain file is refused.
  ///   - stream: the stream to take, by its place among the streams of sound, from 0; nil for the
  ///     file's own choice.
  /// - Returns: what there is to know before decoding.
  /// - Throws: `MediaError` whose sentence says what the file is instead, or what is wrong with it.
  package static func open(path: String, stream: Int? = nil) throws(MediaError) -> AudioFile {
    let nature = try FileNature(path: path)
    let name = nature.name
    if let refusal = nature.refusal { throw refusal }
    let input: InputFile
    do {
      input = try InputFile(path: path, name: name)
    } catch {
      throw nature.explain(error)
    }
    let streams = input.audioStreams
    let chosen = try choose(stream, of: streams, input: input, name: name)
    if Protection.isEncrypted(input, stream: chosen.index, boxes: MovieBoxes(path: path)) {
      throw Protection.refusal(of: name)
    }
    try checkLimits(chosen, name: name)
    var file = AudioFile(
      path: path, name: name, container: input.formatName, streams: streams, chosen: chosen,
      sampleRate: chosen.sampleRate, duration: input.duration(ofStream: chosen.index),
      tags: input.tags(ofStream: chosen.index),
      hasVideo: (0..<input.streamCount).contains { input.isFilm($0) },
      hasCover: (0..<input.streamCount).contains { input.isCover($0) })
    if let duration = file.duration, duration > longest {
      throw MediaError(
        .outOfLimits, "\(name) lasts \(duration.clock); voimo reads up to 24 hours",
        operation: "duration")
    }
    file.sampleRate = try file.proveSound(input)
    return file
  }

  private static func choose(
    _ wanted: Int?, of streams: [Stream], input: InputFile, name: String
  ) throws(MediaError) -> Stream {
    guard let first = streams.first else {
      throw MediaError(
        .noAudioStream, "\(name) has no audio stream; it has: \(input.listOfStreams)",
        operation: "streams")
    }
    guard let wanted else { return streams.first { $0.isDefault } ?? first }
    guard streams.indices.contains(wanted) else {
      throw MediaError(
        .noSuchStream,
        "\(name) has no stream of sound \(wanted); it has \(listing(streams))",
        operation: "streams")
    }
    return streams[wanted]
  }

  /// `0 (opus, 2 channels) and 1 (opus, 2 channels)`, the first few of many.
  private static func listing(_ streams: [Stream]) -> String {
    let named = streams.prefix(8).enumerated().map { "\($0) (\($1.text))" }
    let more = streams.count > named.count ? " and \(streams.count - named.count) more" : ""
    return named.joined(separator: ", ") + more
  }

  static func checkLimits(_ stream: Stream, name: String) throws(MediaError) {
    guard sampleRates.contains(stream.sampleRate) else {
      throw MediaError(
        .outOfLimits,
        "\(name) has a sample rate of \(stream.sampleRate) Hz; voimo reads 8 to 192 kHz",
        operation: "limits")
    }
    guard (1...mostChannels).contains(stream.channels) else {
      throw MediaError(
        .outOfLimits, "\(name) has \(stream.channels) channels; voimo reads 1 to \(mostChannels)",
        operation: "limits")
    }
  }

  /// Decodes up to the shortest length; returns the true sample rate.
  private func proveSound(_ input: InputFile) throws(MediaError) -> Int {
    struct Enough: Error {}
    var rate = 0
    var count = 0
    do {
      let decoding = try AudioDecoding(file: self, input: input, blockSize: 1024)
      let summary = try decoding.run { block in
        rate = decoding.sampleRate
        count += block.count
        if Double(count) >= Self.shortest.value * Double(rate) { throw Enough() }
      }
      if summary.samples == 0 {
        throw MediaError(
          summary.warnings.isEmpty ? .tooShort : .damaged,
          summary.warnings.isEmpty
            ? "\(name) has no samples" : "\(name) holds no sound that can be decoded",
          operation: "decode", detail: summary.detail)
      }
      throw MediaError(
        .tooShort,
        "\(name) lasts only \(count) \(count == 1 ? "sample" : "samples"); "
          + "a song lasts at least a tenth of a second", operation: "decode")
    } catch is Enough {
      return rate
    } catch let error as MediaError {
      throw error
    } catch {
      preconditionFailure("the body throws nothing else: \(error)")
    }
  }
}

extension InputFile {
  /// The streams of sound, in the file's order.
  var audioStreams: [AudioFile.Stream] {
    let indices = (0..<streamCount).filter { kind($0) == AVMEDIA_TYPE_AUDIO }
    return indices.prefix(AudioFile.mostStreams).map { index in
      let stream = unsafe stream(index)
      let tags = unsafe LibAVTags.read(stream.pointee.metadata)
      return AudioFile.Stream(
        index: index, codec: codecName(index),
        sampleRate: unsafe Int(stream.pointee.codecpar.pointee.sample_rate),
        channels: unsafe Int(stream.pointee.codecpar.pointee.ch_layout.nb_channels),
        title: tags["title"].map(PlainText.line), language: tags["language"].map(PlainText.line),
        isDefault: unsafe stream.pointee.disposition & AV_DISPOSITION_DEFAULT != 0)
    }
  }

  /// `video h264, subtitle mov_text`, for a sentence.
  var listOfStreams: String {
    let names = (0..<streamCount).map { index in
      let kind = unsafe av_get_media_type_string(kind(index)).map { unsafe String(cString: $0) }
      return "\(isCover(index) ? "cover art" : kind ?? "data") \(codecName(index))"
    }
    return names.isEmpty ? "nothing" : names.joined(separator: ", ")
  }

  /// The header's or libav's estimate.
  func duration(ofStream index: Int) -> Seconds? {
    if let own = promise(ofStream: index) { return own }
    let whole = unsafe raw.pointee.duration
    return whole > 0 ? Seconds(Double(whole) / Double(AV_TIME_BASE)) : nil
  }

  /// How long the header says that a stream is; nil where it speaks of the whole file alone, and
  /// other streams may be longer.
  func promise(ofStream index: Int) -> Seconds? {
    let stream = unsafe stream(index)
    let own = unsafe stream.pointee.duration
    let base = unsafe stream.pointee.time_base
    if own > 0, base.den > 0 {
      return Seconds(Double(own) * Double(base.num) / Double(base.den))
    }
    // Matroska has a tag for it: `00:03:25.120000000`.
    if let text = unsafe LibAVTags.read(stream.pointee.metadata)["duration"] {
      let parts = text.split(separator: ":").map { Double($0) ?? .nan }
      let time = parts.reduce(0) { 60 * $0 + $1 }
      if parts.count == 3, (0.001...1e6).contains(time) { return Seconds(time) }
    }
    let others = (0..<streamCount).contains { other in
      other != index && (kind(other) == AVMEDIA_TYPE_AUDIO || isFilm(other))
    }
    let whole = unsafe raw.pointee.duration
    return whole > 0 && !others ? Seconds(Double(whole) / Double(AV_TIME_BASE)) : nil
  }

  /// The file's tags, or the stream's own where the container keeps them there (Ogg).
  func tags(ofStream index: Int) -> AudioFile.Tags {
    let ofFile = unsafe LibAVTags.read(raw.pointee.metadata)
    let ofStream = unsafe LibAVTags.read(stream(index).pointee.metadata)
    func tag(_ name: String) -> String? { (ofFile[name] ?? ofStream[name]).map(PlainText.line) }
    return AudioFile.Tags(
      title: (ofFile["title"] ?? (audioStreams.count == 1 ? ofStream["title"] : nil))
        .map(PlainText.line),
      artist: tag("artist"), album: tag("album"), date: tag("date") ?? tag("year"))
  }
}
