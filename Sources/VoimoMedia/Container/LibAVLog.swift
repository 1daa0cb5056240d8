import CLibAV
import Glibc
import Synchronization
import VoimoBase

/// What libav says while it works: caught line by line, thread by thread, never printed.
///
/// Every codec of voimo runs on the thread that called it, so the lines of a thread belong to the
/// operation that the thread is in.
enum LibAVLog {
  /// Lines kept for a thread; the oldest go first.
  private static let linesKept = 32
  private static let caught = Mutex<[UInt: Said]>([:])

  /// What one thread's operation has caused.
  private struct Said {
    var lines: [String] = []
    /// The line that libav has begun and not yet ended.
    var begun = ""
  }

  private static let installed: Void = {
    unsafe av_log_set_callback { context, level, format, arguments in
      // Called for every debug line too, and not under `av_log_set_level`.
      guard level <= AV_LOG_WARNING, let format = unsafe format, let arguments = unsafe arguments
      else { return }
      var text = [CChar](repeating: 0, count: 512)
      var prefix: Int32 = LibAVLog.isLineBegun ? 0 : 1
      unsafe av_log_format_line2(context, level, format, arguments, &text, 512, &prefix)
      let bytes = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      LibAVLog.add(String(decoding: bytes, as: UTF8.self))
    }
  }()

  /// Forgets what this thread's last operation said, and sees to it that nothing is printed.
  static func begin() {
    _ = installed
    let thread = threadID
    caught.withLock { _ = $0.removeValue(forKey: thread) }
  }

  /// The lines that this thread's operation has caused since `begin`, oldest first.
  static func take() -> [String] {
    let thread = threadID
    return caught.withLock { $0.removeValue(forKey: thread)?.lines ?? [] }
  }

  private static var threadID: UInt { UInt(pthread_self()) }

  private static var isLineBegun: Bool {
    let thread = threadID
    return caught.withLock { $0[thread]?.begun.isEmpty == false }
  }

  private static func add(_ text: String) {
    let thread = threadID
    caught.withLock { caught in
      // Threads that ended without asking: nobody will.
      if caught.count > 256 { caught.removeAll() }
      var said = caught[thread] ?? Said()
      said.begun += text
      if text.hasSuffix("\n") {
        if said.lines.count == linesKept { said.lines.removeFirst() }
        said.lines.append(tidy(said.begun))
        said.begun = ""
      }
      caught[thread] = said
    }
  }

  /// `[flac @ 0x7f…] text` as `[flac] text`: the address differs from run to run.
  private static func tidy(_ line: String) -> String {
    line.split(whereSeparator: \.isWhitespace).filter { $0 != "@" }
      .map { $0.hasPrefix("0x") && $0.hasSuffix("]") ? "]" : $0 }
      .joined(separator: " ").replacing(" ]", with: "]")
  }
}

extension MediaError {
  /// Makes an error of a libav return code: its own text and the last line of its log.
  static func libav(
    _ code: Code, _ sentence: String, operation: String, status: Int32, place: String = #fileID
  ) -> MediaError {
    let lines = LibAVLog.take()
    var detail = text(ofStatus: status)
    if let line = lines.last { detail += "; \(line)" }
    if status < 0, SystemRefusal(code: -status).kind == .noSpace {
      return MediaError(
        .noSpace, "no space left on the disk", operation: operation, detail: detail, place: place)
    }
    let isTooMuch = status == -ENOMEM
    return MediaError(
      isTooMuch ? .library : code,
      isTooMuch ? sentence + ": that takes more memory than there is for it" : sentence,
      operation: operation, detail: detail,
      place: place)
  }

  /// What libav calls a return code.
  static func text(ofStatus status: Int32) -> String {
    var text = [CChar](repeating: 0, count: 256)
    unsafe av_strerror(status, &text, text.count)
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// libav had no memory for one of its own objects.
  static func outOfMemory(_ operation: String, place: String = #fileID) -> MediaError {
    MediaError(.library, "there is not enough memory", operation: operation, place: place)
  }
}
