import Foundation
import Glibc
import Synchronization
import VoimoBase

/// A child that decodes one file, as its parent sees it: messages from a process that is not trusted.
///
/// Everything it says is checked; when it crashes, hangs or talks nonsense, that is a `MediaError`. The child is ended and
/// waited for when this object goes. Not thread-safe.
final class DecodeChild {
  private let process: pid_t
  private let pipe: Int32
  /// Whether the child was waited for: its number may be another process's by then.
  private var isReaped = false
  /// Samples so far and their rate, to say how far it came.
  private var progress: (samples: Int, rate: Int) = (0, 1)

  private static let starting = Mutex(())
  /// `F_SETPIPE_SZ` of Linux, which the C library shows to C alone.
  private static let setPipeSize: Int32 = 1031
  /// How long nothing may come, in seconds, before the child counts as hung; the slowest disks and the largest blocks
  /// need far less.
  private static let patience = 60.0

  /// Starts a child.
  init(executable: String, request: DecodeRequest) throws(MediaError) {
    let arguments = [executable, DecodeWorker.argument] + request.arguments
    // One at a time: a child started between the next two calls would hold the other one's pipe open.
    let started = Self.starting.withLock { _ -> Result<(process: pid_t, pipe: Int32), MediaError> in
      var ends: [Int32] = [-1, -1]
      guard unsafe Glibc.pipe(&ends) == 0 else { return .failure(Self.cannotStart(errno)) }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      defer { close(ends[1]) }
      let (status, process) = Self.spawn(executable, arguments, output: ends[1])
      if status == 0 { return .success((process, ends[0])) }
      close(ends[0])
      return .failure(Self.cannotStart(status))
    }
    (process, pipe) = try started.get()
    // Eight blocks at once; where the system allows less, less will do.
    _ = fcntl(pipe, Self.setPipeSize, 1 << 20)
  }

  deinit {
    close(pipe)
    _ = end()
  }

  /// Ends the child if it has not ended; gives its status as `waitpid` has it.
  private func end() -> Int32 {
    if isReaped { return 0 }
    kill(process, SIGKILL)
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0 && errno == EINTR {}
    isReaped = true
    return status
  }

  private static func cannotStart(_ code: Int32) -> MediaError {
    MediaError(
      .library, "The process that decodes sound could not be started",
      operation: "posix_spawn", detail: unsafe String(cString: strerror(code)))
  }

  /// Starts a program with nothing of ours but its output: no environment, no signal masks; it closes other files itself.
  private static func spawn(
    _ executable: String, _ arguments: [String], output: Int32
  ) -> (status: Int32, process: pid_t) {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // A group of its own: an interrupt at the terminal is the parent's to hear first.
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    var all = sigset_t()
    unsafe sigfillset(&all)
    unsafe posix_spawnattr_setsigdefault(&attributes, &all)
    unsafe posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var process: pid_t = 0
    var list = unsafe arguments.map { unsafe strdup($0) } + [nil]
    var environment = unsafe Self.environment.map { unsafe strdup($0) } + [nil]
    defer { unsafe (list + environment).forEach { unsafe free($0) } }
    let status = unsafe posix_spawn(
      &process, executable, &actions, &attributes, &list, &environment)
    return (status, process)
  }

  /// What the loader needs where libraries lie in an unusual place; a crash is told by its signal, not by a backtrace.
  private static var environment: [String] {
    let path = unsafe getenv("LD_LIBRARY_PATH").map { unsafe String(cString: $0) }
    return ["SWIFT_BACKTRACE=enable=no"] + (path.map { ["LD_LIBRARY_PATH=\($0)"] } ?? [])
  }

  /// Waits for what the file is.
  func file(named name: String, tick: () throws -> Void) throws -> AudioFile {
    let message = try next(name, tick)
    guard message.kind == .file,
      let file = try? JSONDecoder().decode(AudioFile.self, from: Data(message.content))
    else { throw nonsense(name) }
    try AudioFile.checkLimits(file.chosen, name: name)
    guard AudioFile.sampleRates.contains(file.sampleRate) else { throw nonsense(name) }
    progress.rate = file.sampleRate
    return file
  }

  /// Gives the samples block by block, to the end.
  func blocks(
    of file: AudioFile, tick: () throws -> Void, body: (AudioBlock) throws -> Void
  ) throws -> DecodeSummary {
    while true {
      let message = try next(file.name, tick)
      switch message.kind {
      case .block:
        guard let block = block(message.content) else { throw nonsense(file.name) }
        progress.samples += block.count
        guard progress.samples <= Int(AudioFile.longest.value) * file.sampleRate else {
          throw nonsense(file.name)
        }
        try body(block)
      case .summary:
        let summary = try? JSONDecoder().decode(DecodeSummary.self, from: Data(message.content))
        guard let summary, summary.samples == progress.samples,
          summary.sampleRate == file.sampleRate
        else { throw nonsense(file.name) }
        return summary
      case .file, .failure: throw nonsense(file.name)
      }
    }
  }

  /// Samples of a message; nil where they are none, or no sound.
  private func block(_ content: [UInt8]) -> AudioBlock? {
    guard !content.isEmpty, content.count % 8 == 0 else { return nil }
    let count = content.count / 8
    let samples = unsafe content.withUnsafeBytes { bytes in
      unsafe [Float](unsafeUninitializedCapacity: 2 * count) { buffer, used in
        unsafe UnsafeMutableRawBufferPointer(buffer).copyMemory(from: bytes)
        used = 2 * count
      }
    }
    guard AudioDecoding.isSound(samples) else { return nil }
    return AudioBlock(
      start: progress.samples, left: Array(samples[..<count]), right: Array(samples[count...]))
  }

  private func next(
    _ name: String, _ tick: () throws -> Void
  ) throws -> (kind: DecodeMessage.Kind, content: [UInt8]) {
    let head = try read(DecodeMessage.headerSize, name, tick)
    guard let (kind, size) = DecodeMessage.header(head) else { throw nonsense(name) }
    let content = try read(size, name, tick)
    guard kind == .failure else { return (kind, content) }
    guard let failure = try? JSONDecoder().decode(DecodeFailure.self, from: Data(content)) else {
      throw nonsense(name)
    }
    throw failure.error
  }

  private func read(
    _ count: Int, _ name: String, _ tick: () throws -> Void
  ) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    var waited = 0.0
    while done < count {
      var entry = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
      let ready = unsafe poll(&entry, 1, 250)
      try tick()
      if ready == 0 {
        waited += 0.25
        if waited >= Self.patience { throw hung(name) }
        continue
      }
      if ready < 0 {
        if errno == EINTR { continue }
        throw ended(name)
      }
      let got = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(pipe, buffer.baseAddress?.advanced(by: done), count - done)
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { throw ended(name) }
      done += got
      waited = 0
    }
    return bytes
  }

  /// ` at 1:02.5`, where it came anywhere.
  private var place: String {
    guard progress.samples > 0 else { return "" }
    let time = Double(progress.samples) / Double(progress.rate)
    return " at \(Seconds((time * 10).rounded() / 10).clock)"
  }

  private func nonsense(_ name: String) -> MediaError {
    MediaError(
      .damaged, "\(name) can't be decoded: it confuses the decoder\(place)",
      operation: "decode in a child", detail: "a message that makes no sense")
  }

  private func hung(_ name: String) -> MediaError {
    MediaError(
      .damaged, "\(name) can't be decoded: the decoder hangs\(place)",
      operation: "decode in a child", detail: "nothing for \(Int(Self.patience)) s")
  }

  /// The child ended before it was done: says why.
  private func ended(_ name: String) -> MediaError {
    let status = end()
    let signal = status & 0x7f
    let what =
      switch signal {
      case SIGXCPU: "it takes too long to decode"
      case 0: "the decoder gave up"
      default: "the decoder crashed"
      }
    return MediaError(
      .damaged, "\(name) can't be decoded: \(what)\(place)", operation: "decode in a child",
      detail: signal == 0 ? "exit status \((status >> 8) & 0xff)" : "signal \(signal)")
  }
}
