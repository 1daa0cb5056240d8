import CLibAV
import VoimoBase

/// A file of streams in the making: an mp4, or another of libav's containers.
///
/// Owns its `AVFormatContext` and the open file. Not thread-safe. Without `finish` the file has no
/// index and no player opens it.
@safe final class OutputFile {
  private let raw: UnsafeMutablePointer<AVFormatContext>
  private let path: String
  /// What a stream's ticks are when handed over, by stream.
  private var ticks: [AVRational] = []

  /// Makes an empty file.
  ///
  /// - Parameters:
  ///   - path: Where; an older file there is replaced.
  ///   - format: What libav calls the container.
  /// - Throws: `MediaError`.
  init(path: String, format: String = "mp4") throws(MediaError) {
    LibAVLog.begin()
    self.path = path
    var context: UnsafeMutablePointer<AVFormatContext>?
    let url = "file:\(path)"
    var status = unsafe avformat_alloc_output_context2(&context, nil, format, url)
    guard status >= 0, let made = unsafe context else { throw .outOfMemory("avformat_alloc") }
    unsafe raw = unsafe made
    unsafe made.pointee.flags |= AVFMT_FLAG_BITEXACT
    status = unsafe avio_open(&made.pointee.pb, url, AVIO_FLAG_WRITE)
    guard status >= 0 else { throw failure("avio_open", status) }
  }

  deinit {
    unsafe avio_closep(&raw.pointee.pb)
    unsafe avformat_free_context(raw)
  }

  func addVideo(_ head: PacketFile.Head) {
    let (rate, over) = (Int32(head.rateNumerator), Int32(head.rateDenominator))
    let stream = unsafe addStream(ticks: AVRational(num: over, den: rate), header: head.codecHeader)
    unsafe stream.pointee.avg_frame_rate = AVRational(num: rate, den: over)
    unsafe stream.pointee.r_frame_rate = AVRational(num: rate, den: over)
    unsafe stream.pointee.sample_aspect_ratio = AVRational(num: 1, den: 1)
    let parameters = unsafe stream.pointee.codecpar
    unsafe parameters?.pointee.codec_type = AVMEDIA_TYPE_VIDEO
    unsafe parameters?.pointee.codec_id = AV_CODEC_ID_H264
    unsafe parameters?.pointee.format = AV_PIX_FMT_YUV420P.rawValue
    unsafe parameters?.pointee.width = Int32(head.width)
    unsafe parameters?.pointee.height = Int32(head.height)
    unsafe parameters?.pointee.video_delay = Int32(head.delay)
    unsafe parameters?.pointee.sample_aspect_ratio = AVRational(num: 1, den: 1)
    unsafe parameters?.pointee.color_range = AVCOL_RANGE_MPEG
    unsafe parameters?.pointee.color_space = AVCOL_SPC_BT709
    unsafe parameters?.pointee.color_primaries = AVCOL_PRI_BT709
    unsafe parameters?.pointee.color_trc = AVCOL_TRC_BT709
    unsafe parameters?.pointee.chroma_location = AVCHROMA_LOC_LEFT
  }

  /// Adds a stream of pictures as an encoder makes them, with tags of its own.
  func addPictures(_ encoder: PictureEncoder, tags: [(String, String)]) throws(MediaError) {
    guard let stream = unsafe avformat_new_stream(raw, nil),
      unsafe avcodec_parameters_from_context(stream.pointee.codecpar, encoder.raw) >= 0
    else { throw .outOfMemory("avformat_new_stream") }
    let time = unsafe encoder.raw.pointee.time_base
    unsafe stream.pointee.time_base = time
    unsafe stream.pointee.avg_frame_rate = AVRational(num: time.den, den: time.num)
    unsafe stream.pointee.r_frame_rate = AVRational(num: time.den, den: time.num)
    unsafe stream.pointee.sample_aspect_ratio = AVRational(num: 1, den: 1)
    for (name, value) in tags { unsafe av_dict_set(&stream.pointee.metadata, name, value, 0) }
    ticks.append(time)
  }

  func addAudio(_ head: PacketFile.Head) {
    let rate = Int32(head.rateNumerator)
    let stream = unsafe addStream(ticks: AVRational(num: 1, den: rate), header: head.codecHeader)
    let parameters = unsafe stream.pointee.codecpar
    unsafe parameters?.pointee.codec_type = AVMEDIA_TYPE_AUDIO
    unsafe parameters?.pointee.codec_id = AV_CODEC_ID_AAC
    unsafe parameters?.pointee.format = AV_SAMPLE_FMT_FLTP.rawValue
    unsafe parameters?.pointee.sample_rate = rate
    unsafe parameters?.pointee.frame_size = 1024
    unsafe parameters?.pointee.initial_padding = Int32(head.priming)
    unsafe parameters?.pointee.bit_rate = Int64(head.bitRate)
    unsafe parameters?.pointee.profile = FF_PROFILE_AAC_LOW
    if let parameters = unsafe parameters {
      unsafe av_channel_layout_default(&parameters.pointee.ch_layout, 2)
    }
  }

  func addText(_ text: TimedText) {
    let stream = unsafe addStream(
      ticks: AVRational(num: 1, den: Int32(TimedText.ticks)), header: TimedText.codecHeader)
    unsafe stream.pointee.codecpar.pointee.codec_type = AVMEDIA_TYPE_SUBTITLE
    unsafe stream.pointee.codecpar.pointee.codec_id = AV_CODEC_ID_MOV_TEXT
    unsafe av_dict_set(&stream.pointee.metadata, "language", text.language, 0)
  }

  func addChapters(
    _ chapters: [Film.Chapter], frames: Int, of head: PacketFile.Head
  ) throws(MediaError) {
    let starts = chapters.map(\.startFrame)
    guard starts == starts.sorted(), starts.allSatisfy({ (0..<frames).contains($0) }) else {
      throw MediaError(
        .mismatch, "chapters must be in order and begin within the film's \(frames) frames",
        operation: "mux", detail: "\(starts)")
    }
    guard !chapters.isEmpty,
      let list = unsafe av_calloc(chapters.count, MemoryLayout<OpaquePointer>.stride)
    else { return }
    // libav frees the list and all in it with the context.
    unsafe raw.pointee.chapters = unsafe list.bindMemory(
      to: UnsafeMutablePointer<AVChapter>?.self, capacity: chapters.count)
    for (index, chapter) in chapters.enumerated() {
      guard let memory = unsafe av_mallocz(MemoryLayout<AVChapter>.size) else {
        throw .outOfMemory("av_mallocz")
      }
      let made = unsafe memory.bindMemory(to: AVChapter.self, capacity: 1)
      unsafe made.pointee.id = Int64(index)
      unsafe made.pointee.time_base = AVRational(
        num: Int32(head.rateDenominator), den: Int32(head.rateNumerator))
      unsafe made.pointee.start = Int64(chapter.startFrame)
      unsafe made.pointee.end = Int64(index + 1 < starts.count ? starts[index + 1] : frames)
      unsafe av_dict_set(&made.pointee.metadata, "title", chapter.title, 0)
      unsafe raw.pointee.chapters[index] = unsafe made
      unsafe raw.pointee.nb_chapters = UInt32(index + 1)
    }
  }

  func addTags(_ tags: [(name: String, value: String?)]) {
    for tag in tags {
      guard let value = tag.value, !value.isEmpty else { continue }
      unsafe av_dict_set(&raw.pointee.metadata, tag.name, value, 0)
    }
  }

  func writeHeader(movieTimescale: Int) throws(MediaError) {
    try writeHeader(["movflags": "+faststart", "movie_timescale": "\(movieTimescale)"])
  }

  /// Writes what comes before the packets, with the container's own options.
  func writeHeader(_ options: [String: String]) throws(MediaError) {
    let options = LibAVOptions(options)
    let status = unsafe options.lend { unsafe avformat_write_header(raw, $0) }
    guard status >= 0 else { throw failure("avformat_write_header", status) }
    let leftOver = options.leftOver
    precondition(leftOver.isEmpty, "libavformat does not know \(leftOver)")
  }

  /// Writes one packet; the caller sees to the order between streams.
  func write(
    _ packet: MediaPacket, stamp: PacketFile.Stamp, stream: Int
  ) throws(MediaError) {
    unsafe packet.raw.pointee.stream_index = Int32(stream)
    unsafe packet.raw.pointee.pts = Int64(stamp.presentation)
    unsafe packet.raw.pointee.dts = Int64(stamp.decoding)
    unsafe packet.raw.pointee.duration = Int64(stamp.duration)
    unsafe packet.raw.pointee.flags = stamp.isKey ? AV_PKT_FLAG_KEY : 0
    guard let target = unsafe raw.pointee.streams[stream] else { return }
    unsafe av_packet_rescale_ts(packet.raw, ticks[stream], target.pointee.time_base)
    let status = unsafe av_write_frame(raw, packet.raw)
    guard status >= 0 else { throw failure("av_write_frame", status) }
  }

  /// Writes the index and moves it to the front.
  func finish() throws(MediaError) {
    var status = unsafe av_write_trailer(raw)
    guard status >= 0 else { throw failure("av_write_trailer", status) }
    status = unsafe avio_closep(&raw.pointee.pb)
    guard status >= 0 else { throw failure("avio_close", status) }
  }

  private func addStream(
    ticks: AVRational, header: [UInt8]
  ) -> UnsafeMutablePointer<AVStream> {
    guard let stream = unsafe avformat_new_stream(raw, nil),
      let memory = unsafe av_mallocz(header.count + Int(AV_INPUT_BUFFER_PADDING_SIZE))
    else { preconditionFailure("no memory for a stream") }
    let bytes = unsafe memory.bindMemory(to: UInt8.self, capacity: header.count)
    unsafe bytes.update(from: header, count: header.count)
    unsafe stream.pointee.codecpar.pointee.extradata = unsafe bytes
    unsafe stream.pointee.codecpar.pointee.extradata_size = Int32(header.count)
    unsafe stream.pointee.time_base = ticks
    self.ticks.append(ticks)
    return unsafe stream
  }

  private func failure(_ operation: String, _ status: Int32) -> MediaError {
    .libav(.unwritable, "\(path) could not be written", operation: operation, status: status)
  }
}
