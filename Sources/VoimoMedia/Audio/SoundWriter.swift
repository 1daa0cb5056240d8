import CSndFile
import Glibc
import VoimoBase

/// How sound that voimo made is kept on disk.
package enum SoundFormat: String, Sendable, Codable, CaseIterable {
  /// 32-bit float in a Wave64 file, which has no limit of size.
  ///
  /// voimo keeps songs so: samples over full scale survive (FLAC would clip them), any position is
  /// read without decoding, writing runs at the disk's speed, and every audio tool opens it. A
  /// minute of 44.1 kHz takes 21 MB. Not RF64: libsndfile writes the time of day into its header
  /// and cannot be told not to.
  case float = "w64-float"
  /// 24-bit FLAC: a third of the bytes, for export; over full scale is clipped.
  case flac = "flac-24"

  var code: Int32 {
    switch self {
    case .float: Int32(SF_FORMAT_W64 | SF_FORMAT_FLOAT)
    case .flac: Int32(SF_FORMAT_FLAC | SF_FORMAT_PCM_24)
    }
  }
}

/// Writes a stereo sound file, block by block; the same samples give the same bytes.
package struct SoundWriter: ~Copyable {
  private let file: SoundHandle
  private var interleaved: [Float] = []
  /// Samples in each channel so far.
  package private(set) var samples = 0

  /// Makes an empty file at a rate in Hz, over any older one, with a comment where there is one.
  package init(
    path: String, sampleRate: Int, format: SoundFormat = .float, comment: String? = nil
  ) throws(MediaError) {
    var info = SF_INFO()
    info.samplerate = Int32(sampleRate)
    info.channels = 2
    info.format = format.code
    let file = try SoundHandle(path: path, mode: Int32(SFM_WRITE), info: &info)
    switch format {
    case .float: break
    case .flac:
      file.command(Int32(SFC_SET_CLIPPING), true)
    }
    if let comment { file.setComment(comment) }
    self.file = file
  }

  /// Appends a block; its `start` is not looked at.
  package mutating func write(_ block: AudioBlock) throws(MediaError) {
    try write(left: block.left, right: block.right)
  }

  /// Appends samples of both channels.
  package mutating func write(left: [Float], right: [Float]) throws(MediaError) {
    precondition(left.count == right.count)
    let count = left.count
    if interleaved.count < 2 * count { interleaved = Array(repeating: 0, count: 2 * count) }
    unsafe interleaved.withUnsafeMutableBufferPointer { both in
      unsafe left.withUnsafeBufferPointer { left in
        unsafe right.withUnsafeBufferPointer { right in
          for index in 0..<count {
            unsafe both[2 &* index] = unsafe left[index]
            unsafe both[2 &* index &+ 1] = unsafe right[index]
          }
        }
      }
    }
    let written = unsafe interleaved.withUnsafeBufferPointer {
      unsafe sf_writef_float(file.raw, $0.baseAddress, sf_count_t(count))
    }
    guard written == count else { throw file.failure("sf_writef_float", .unwritable) }
    samples += count
  }

  /// Writes the header's lengths and closes the file.
  ///
  /// - Returns: samples in each channel.
  package consuming func finish() throws(MediaError) -> Int {
    try file.close()
    return samples
  }
}

/// Owns one `SNDFILE`.
@safe final class SoundHandle {
  /// Lives until `close`.
  let raw: OpaquePointer
  private let path: String
  private var isOpen = true

  init(path: String, mode: Int32, info: inout SF_INFO) throws(MediaError) {
    self.path = path
    guard let raw = unsafe sf_open(path, mode, &info) else {
      var error = Self.error(
        path, "sf_open", mode == SFM_READ ? .unreadable : .unwritable)
      error.detail =
        unsafe sf_strerror(nil).map { unsafe String(cString: $0) } ?? "no reason given"
      throw error
    }
    unsafe self.raw = unsafe raw
  }

  deinit { if isOpen { unsafe sf_close(raw) } }

  func command(_ command: Int32, _ isOn: Bool) {
    unsafe sf_command(raw, command, nil, isOn ? Int32(SF_TRUE) : Int32(SF_FALSE))
  }

  /// Writes a comment into the file's header; before any sample.
  func setComment(_ text: String) { unsafe sf_set_string(raw, Int32(SF_STR_COMMENT), text) }

  func close() throws(MediaError) {
    guard isOpen else { return }
    isOpen = false
    guard unsafe sf_close(raw) == 0 else {
      // The handle is gone, and what it had to say with it.
      throw Self.error(path, "sf_close", .unwritable)
    }
  }

  func failure(_ operation: String, _ code: MediaError.Code) -> MediaError {
    var error = Self.error(path, operation, code)
    error.detail = unsafe sf_strerror(raw).map { unsafe String(cString: $0) }
    return error
  }

  /// What went wrong by `errno`, which must still be that of the call.
  private static func error(
    _ path: String, _ operation: String, _ code: MediaError.Code
  ) -> MediaError {
    let isFull = SystemRefusal(code: errno).kind == .noSpace
    let verb = code == .unreadable ? "read" : "written"
    return MediaError(
      isFull && code == .unwritable ? .noSpace : code,
      "\(path) could not be \(verb)\(isFull ? ": no space left on the disk" : "")",
      operation: operation)
  }
}
