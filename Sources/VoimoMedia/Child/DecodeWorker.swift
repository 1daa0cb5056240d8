import Foundation
import Glibc
import VoimoSignal

/// The child's side: decodes one file under limits and tells the parent over standard output.
package enum DecodeWorker {
  /// The first argument that makes `voimo` this child; nobody types it.
  package static let argument = "__decode"

  /// Does what the arguments after `argument` ask.
  ///
  /// Lowers this process's limits for good: nothing else may be done in it afterwards.
  ///
  /// - Returns: the exit status: 0 when the parent was told an outcome, even an error.
  package static func run(_ arguments: ArraySlice<String>) -> Int32 {
    guard let request = DecodeRequest(arguments: arguments) else { return 2 }
    signal(SIGPIPE, SIG_IGN)
    endWithReader(of: STDOUT_FILENO)
    // Before the limits: what the libraries take counts as the program's own, and they are files.
    LibAVLoading.load()
    let pipe = MessageWriter(descriptor: STDOUT_FILENO)
    do {
      switch request.task {
      case .look(let stream), .decode(let stream):
        guard ProcessLimits.apply(memory: ProcessLimits.soundMemory) else { return 3 }
        let file = try AudioFile.open(path: request.path, stream: stream)
        try pipe.write(.file, json: file)
        guard case .decode = request.task else { return 0 }
        let summary = try file.decode { try pipe.write($0) }
        try pipe.write(.summary, json: summary)
      case .picture(let fitting):
        guard ProcessLimits.apply(memory: ProcessLimits.pictureMemory) else { return 3 }
        try send(try picture(at: request.path, fitting), to: pipe)
      }
      return 0
    } catch let error as MediaError {
      return (try? pipe.write(.failure, json: DecodeFailure(error))) == nil ? 1 : 0
    } catch {
      // The parent has gone.
      return 1
    }
  }

  private static func picture(at path: String, _ fitting: Int?) throws -> PictureFile {
    let nature = try FileNature(path: path, ifNoFile: .notPicture)
    if let refusal = nature.pictureRefusal { throw refusal }
    guard let window = ByteWindow(path: path) else {
      throw MediaError(.unreadable, "\(nature.name) cannot be read", operation: "open")
    }
    return try PictureFile.read(
      .file(window), name: nature.name, mostPixels: PictureFile.mostPixels, fitting: fitting)
  }

  private static func send(_ file: PictureFile, to pipe: MessageWriter) throws {
    try pipe.write(.picture, json: file.facts)
    let (pixels, step) = (file.picture.pixels, DecodeMessage.largest)
    for start in stride(from: 0, to: pixels.count, by: step) {
      try pipe.write(.pixels, Array(pixels[start..<min(pixels.count, start + step)]))
    }
  }

  /// Ends this process when nobody reads a pipe any more, even in the middle of a loop: a voimo
  /// that was killed leaves no child behind.
  private static func endWithReader(of pipe: Int32) {
    Thread.detachNewThread {
      var entry = pollfd(fd: pipe, events: 0, revents: 0)
      // No event is asked for: only the reader's end wakes it.
      while unsafe poll(&entry, 1, -1) < 0 && errno == EINTR {}
      _exit(1)
    }
  }
}

/// What a process that decodes strangers' files may use.
enum ProcessLimits {
  /// Memory over what the program itself takes, in bytes: a decoder needs some tens of MiB, and a
  /// picture of 100 MB in a tag must fit; with the program, it stays under 512 MiB.
  static let soundMemory = 448 << 20
  /// The same for a picture: 64 million pixels with 16 bits and transparency, or of a progressive
  /// JPEG, whose coefficients are all kept until the last scan.
  static let pictureMemory = 1024 << 20
  /// Processor seconds: a day of sound takes minutes.
  static let processorSeconds = 1800

  /// Sets them for this process, never to be raised again.
  ///
  /// - Parameter memory: Bytes over what the program itself takes.
  /// - Returns: whether all of them hold.
  static func apply(memory: Int) -> Bool {
    closeInherited()
    guard let size = ownSize else { return false }
    return lower(RLIMIT_AS, to: size + memory)
      // The signal that names the cause comes at the first of the two, the end at the second.
      && lower(RLIMIT_CPU, to: processorSeconds, atMost: processorSeconds + 5)
      // Pipes are not files: what is decoded still gets out, and nothing else.
      && lower(RLIMIT_FSIZE, to: 0) && lower(RLIMIT_CORE, to: 0)
      && lower(RLIMIT_NOFILE, to: 16) && lower(__RLIMIT_NPROC, to: 0)
  }

  /// Whatever files the parent had open are none of ours.
  private static func closeInherited() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
    for descriptor in names.compactMap({ Int32($0) }) where descriptor > 2 { close(descriptor) }
  }

  private static func lower(
    _ resource: __rlimit_resource, to value: Int, atMost most: Int? = nil
  ) -> Bool {
    let resource = __rlimit_resource_t(resource.rawValue)
    var limit = rlimit()
    guard unsafe getrlimit(resource, &limit) == 0 else { return false }
    limit.rlim_max = min(limit.rlim_max, rlim_t(most ?? value))
    limit.rlim_cur = min(limit.rlim_cur, limit.rlim_max, rlim_t(value))
    return unsafe setrlimit(resource, &limit) == 0
  }

  /// The address space that is in use now, in bytes.
  private static var ownSize: Int? {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8),
      let pages = text.split(separator: " ").first.flatMap({ Int($0) })
    else { return nil }
    return pages * Int(getpagesize())
  }
}

/// Writes messages to a pipe, whole or not at all.
private struct MessageWriter {
  struct Closed: Error {}

  let descriptor: Int32

  func write(_ kind: DecodeMessage.Kind, json value: some Encodable) throws {
    let content = [UInt8](try JSONEncoder().encode(value))
    try write(DecodeMessage.header(kind, size: content.count) + content)
  }

  func write(_ kind: DecodeMessage.Kind, _ content: [UInt8]) throws {
    try write(DecodeMessage.header(kind, size: content.count))
    try write(content)
  }

  func write(_ block: AudioBlock) throws {
    let size = 2 * block.count * MemoryLayout<Float>.size
    try write(DecodeMessage.header(.block, size: size))
    try write(block.left)
    try write(block.right)
  }

  private func write<Element: BitwiseCopyable>(_ values: [Element]) throws {
    try unsafe values.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[done...])
        let count = unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count > 0 { done += count } else if errno != EINTR { throw Closed() }
      }
    }
  }
}
