import Glibc
import VoimoBase

/// A file written from its start, through a buffer.
@safe final class ByteFileWriter {
  private let descriptor: Int32
  private let path: String
  private var buffer: [UInt8] = []
  private var isOpen = true

  /// Bytes that are gathered before the system is asked to write.
  private static let bufferSize = 1 << 18

  /// Makes an empty file, over any older one.
  init(path: String) throws(MediaError) {
    self.path = path
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Self.failure("open", path: path) }
    buffer.reserveCapacity(Self.bufferSize + 4096)
  }

  deinit { if isOpen { Glibc.close(descriptor) } }

  func write(_ bytes: some Collection<UInt8>) throws(MediaError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.bufferSize { try flush() }
  }

  func write(_ number: UInt32) throws(MediaError) {
    try write((0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * UInt32($0))) })
  }

  func write(_ number: Int) throws(MediaError) {
    try write((0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) })
  }

  /// Writes what is gathered and closes the file; it is not flushed to the disk.
  func close() throws(MediaError) {
    try flush()
    isOpen = false
    guard Glibc.close(descriptor) == 0 else { throw Self.failure("close", path: path) }
  }

  private func flush() throws(MediaError) {
    var done = 0
    while done < buffer.count {
      let count = unsafe buffer.withUnsafeBytes { bytes in
        unsafe Glibc.write(
          descriptor, bytes.baseAddress.map { unsafe $0 + done }, bytes.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Self.failure("write", path: path) }
      done += count
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private static func failure(_ operation: String, path: String) -> MediaError {
    let code = errno
    let refusal = SystemRefusal(code: code)
    return MediaError(
      refusal.kind == .noSpace ? .noSpace : .unwritable,
      "\(path) could not be written: \(refusal.reason)", operation: operation)
  }
}

/// A file read from its start, through a buffer.
@safe final class ByteFileReader {
  private let descriptor: Int32
  private let path: String
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var next = 0
  private var end = 0

  init(path: String) throws(MediaError) {
    self.path = path
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let reason = SystemRefusal(code: errno).reason
      throw MediaError(.unreadable, "\(path) cannot be read: \(reason)", operation: "open")
    }
  }

  deinit { close(descriptor) }

  /// Fills all of `bytes`.
  ///
  /// - Throws: `MediaError` with code `.damaged` when the file ends before.
  func read(into bytes: UnsafeMutableBufferPointer<UInt8>) throws(MediaError) {
    var done = 0
    while done < bytes.count {
      if next == end { try refill() }
      let part = min(bytes.count - done, end - next)
      unsafe buffer.withUnsafeBufferPointer { buffer in
        guard let source = buffer.baseAddress, let target = bytes.baseAddress else { return }
        unsafe (target + done).update(from: source + next, count: part)
      }
      done += part
      next += part
    }
  }

  func read(_ count: Int) throws(MediaError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let outcome: Result<Void, MediaError> = unsafe bytes.withUnsafeMutableBufferPointer { bytes in
      do throws(MediaError) {
        return .success(try unsafe read(into: bytes))
      } catch {
        return .failure(error)
      }
    }
    try outcome.get()
    return bytes
  }

  func readUInt32() throws(MediaError) -> UInt32 {
    try read(4).enumerated().reduce(0) { $0 | UInt32($1.element) << (8 * UInt32($1.offset)) }
  }

  func readInt() throws(MediaError) -> Int {
    try Int(
      bitPattern: read(8).enumerated().reduce(0) { $0 | UInt($1.element) << (8 * UInt($1.offset)) })
  }

  private func refill() throws(MediaError) {
    while true {
      let count = unsafe Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw MediaError(.damaged, "\(path) breaks off before its end", operation: "read")
      }
      next = 0
      end = count
      return
    }
  }
}
