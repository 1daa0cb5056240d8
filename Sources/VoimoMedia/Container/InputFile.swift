import CLibAV

/// A media file opened for reading, its streams known.
///
/// Owns its `AVFormatContext`. Reads the named file and nothing else: no network, no playlists, no
/// files that the file points to. Not thread-safe.
@safe final class InputFile {
  /// Lives as long as this object.
  let raw: UnsafeMutablePointer<AVFormatContext>

  /// Containers that hold sound or film themselves; playlists, picture sequences, capture devices
  /// and games' formats are not among them.
  static let formats = [
    "aac", "ac3", "aiff", "amr", "ape", "asf", "au", "avi", "caf", "dsf", "dts", "dtshd", "eac3",
    "flac", "flv", "gsm", "iff", "loas", "matroska", "webm", "mlp", "mov", "mp4", "m4a", "mp3",
    "mpc", "mpc8", "mpeg", "mpegts", "mxf", "nut", "ogg", "oma", "qcp", "rm", "shn", "sox", "tak",
    "truehd", "tta", "voc", "w64", "wav", "wv", "xwma", "wtv",
  ]

  /// Opens a file and finds out about its streams.
  ///
  /// - Throws: `MediaError` with code `.damaged`; callers that know better replace the sentence.
  init(path: String, name: String) throws(MediaError) {
    LibAVLog.begin()
    var context: UnsafeMutablePointer<AVFormatContext>?
    let options = LibAVOptions([
      "protocol_whitelist": "file", "format_whitelist": Self.formats.joined(separator: ","),
    ])
    var status = unsafe options.lend {
      unsafe avformat_open_input(&context, "file:\(path)", nil, $0)
    }
    guard status == 0, let opened = unsafe context else {
      throw .libav(
        .damaged, "\(name) could not be opened as sound or film",
        operation: "avformat_open_input", status: status)
    }
    status = unsafe avformat_find_stream_info(opened, nil)
    guard status >= 0 else {
      unsafe avformat_close_input(&context)
      throw .libav(
        .damaged, "\(name) could not be understood", operation: "avformat_find_stream_info",
        status: status)
    }
    unsafe raw = unsafe opened
    readWholeContainers()
  }

  deinit {
    var context: UnsafeMutablePointer<AVFormatContext>? = unsafe raw
    unsafe avformat_close_input(&context)
  }

  /// How many streams of any kind there are.
  var streamCount: Int { unsafe Int(raw.pointee.nb_streams) }

  /// One stream, by its index in the file; lives as long as this object.
  func stream(_ index: Int) -> UnsafeMutablePointer<AVStream> {
    guard index < streamCount, let stream = unsafe raw.pointee.streams[index] else {
      preconditionFailure("stream \(index) of \(streamCount)")
    }
    return unsafe stream
  }

  /// The stream's kind, or nil where libav has an unknown one.
  func kind(_ index: Int) -> AVMediaType {
    unsafe stream(index).pointee.codecpar.pointee.codec_type
  }

  /// Whether a stream is moving pictures, not cover art.
  func isFilm(_ index: Int) -> Bool {
    let stills = AV_DISPOSITION_ATTACHED_PIC | AV_DISPOSITION_TIMED_THUMBNAILS
    let disposition = unsafe stream(index).pointee.disposition
    return kind(index) == AVMEDIA_TYPE_VIDEO && disposition & stills == 0
  }

  /// Whether a stream is a picture that belongs to the song.
  func isCover(_ index: Int) -> Bool {
    unsafe kind(index) == AVMEDIA_TYPE_VIDEO
      && stream(index).pointee.disposition & AV_DISPOSITION_ATTACHED_PIC != 0
  }

  /// Reads only one stream; the others are passed over.
  func readOnly(_ wanted: Int) {
    for index in 0..<streamCount where index != wanted {
      unsafe stream(index).pointee.discard = AVDISCARD_ALL
    }
  }

  /// What libav calls the container: `mov,mp4,m4a,3gp,3g2,mj2`.
  var formatName: String { unsafe String(cString: raw.pointee.iformat.pointee.name) }

  /// What libav calls a stream's codec: `aac`.
  func codecName(_ index: Int) -> String {
    unsafe String(cString: avcodec_get_name(stream(index).pointee.codecpar.pointee.codec_id))
  }
}
