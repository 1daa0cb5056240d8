import Glibc
import Synchronization
import VoimoBase

/// A program that was started with nothing of ours but the pipe that it writes to.
///
/// Its standard input and its errors are `/dev/null`, it has no environment, and it is ended and
/// waited for when this object goes. Not thread-safe.
final class ChildProcess {
  /// How a process ended.
  enum Ending {
    case exit(Int32)
    case signal(Int32)
  }

  private let process: pid_t
  private let pipe: Int32
  /// Whether the child was waited for: its number may be another process's by then.
  private var ending: Ending?

  private static let starting = Mutex(())
  /// `F_SETPIPE_SZ` of Linux, which the C library shows to C alone.
  private static let setPipeSize: Int32 = 1031

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - executable: Its path; nothing is searched for.
  ///   - arguments: What it is told, its own name first.
  /// - Throws: `MediaError` where the system cannot start one.
  init(executable: String, arguments: [String]) throws(MediaError) {
    // One at a time: a child started between the next two calls would hold the other one's pipe
    // open.
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
    // Of this end alone: the child's writes still wait.
    _ = fcntl(pipe, F_SETFL, O_NONBLOCK)
  }

  deinit {
    close(pipe)
    _ = end()
  }

  /// What came of waiting for bytes.
  enum Arrival: Equatable {
    /// So many bytes were read.
    case bytes(Int)
    /// Nothing came within the time.
    case nothing
    /// The child has closed its end.
    case end
  }

  /// Reads what is there, or waits for it for a while.
  ///
  /// - Parameters:
  ///   - buffer: Where to; not empty.
  ///   - wait: How long to wait, in milliseconds.
  /// - Returns: what came; no bytes at all where it is worth trying again.
  func read(into buffer: UnsafeMutableRawBufferPointer, wait: Int32) -> Arrival {
    let count = unsafe Glibc.read(pipe, buffer.baseAddress, buffer.count)
    if count > 0 { return .bytes(count) }
    if count == 0 { return .end }
    guard errno == EAGAIN || errno == EINTR else { return .end }
    var entry = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
    let ready = unsafe poll(&entry, 1, wait)
    return ready == 0 ? .nothing : .bytes(0)
  }

  /// Tells how the child ended, and ends it if it has not.
  ///
  /// - Parameter grace: For how many milliseconds to wait first: one that has closed its end of the
  ///   pipe is about to go by itself, and how it does is of interest.
  /// - Returns: its exit status, or the signal that ended it.
  func end(grace: Int = 0) -> Ending {
    if let ending { return ending }
    var status: Int32 = 0
    var left = grace
    while left > 0, unsafe waitpid(process, &status, WNOHANG) == 0 {
      usleep(1000)
      left -= 1
    }
    // Where the loop above has waited for it, its number is no longer ours.
    if left == 0 {
      kill(process, SIGKILL)
      while unsafe waitpid(process, &status, 0) < 0 && errno == EINTR {}
    }
    let signal = status & 0x7f
    let ending = signal == 0 ? Ending.exit((status >> 8) & 0xff) : .signal(signal)
    self.ending = ending
    return ending
  }

  private static func cannotStart(_ code: Int32) -> MediaError {
    MediaError(
      .library,
      "the process that decodes files could not be started: \(SystemRefusal(code: code).reason)",
      operation: "posix_spawn")
  }

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

  /// What the loader needs where libraries lie in an unusual place; a crash is told by its signal,
  /// not by a backtrace.
  private static var environment: [String] {
    let path = unsafe getenv("LD_LIBRARY_PATH").map { unsafe String(cString: $0) }
    return ["SWIFT_BACKTRACE=enable=no"] + (path.map { ["LD_LIBRARY_PATH=\($0)"] } ?? [])
  }
}
