import Foundation
import Glibc
import Testing

/// A program that runs at a terminal of its own, whose screen is seen.
///
/// It leads a session and has the pseudo-terminal as its controlling terminal, as a shell's child
/// has a window: Ctrl-C, a change of size and a closed window reach it as they do there.
final class TerminalProcess {
  /// The screen as far as it was looked at.
  private(set) var screen: Screen
  /// Everything written so far.
  private(set) var written = ""
  let process: pid_t
  private var terminal: Int32
  private var bytes: [UInt8] = []
  private var ending: Int32?

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - program: Its path.
  ///   - arguments: Without its name.
  ///   - folder: Where it starts.
  ///   - size: Columns and rows of the window.
  ///   - environment: Added to a plain one with colors.
  /// - Throws: Where it cannot be started.
  init(
    _ program: String, _ arguments: [String], in folder: String,
    size: (columns: Int, rows: Int), environment: [String: String] = [:]
  ) throws {
    screen = Screen(columns: size.columns, rows: size.rows)
    var (own, other) = (Int32(0), Int32(0))
    var window = Self.window(size)
    var name = [CChar](repeating: 0, count: 64)
    try #require(unsafe openpty(&own, &other, &name, nil, &window) == 0, "no pseudo-terminal")
    terminal = own
    let path = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    _ = fcntl(own, F_SETFD, FD_CLOEXEC)
    _ = fcntl(own, F_SETFL, O_NONBLOCK)
    defer { close(other) }

    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that the leader of a session opens becomes its controlling one.
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, path, O_RDWR, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO)
    unsafe posix_spawn_file_actions_addclose(&actions, other)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    let newSession: Int16 = 0x80
    unsafe posix_spawnattr_setflags(&attributes, newSession)
    var all = ProcessInfo.processInfo.environment.merging(
      ["SWIFT_BACKTRACE": "enable=no", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"]
    ) { $1 }
    all["NO_COLOR"] = nil
    all.merge(environment) { $1 }
    // `env` goes to the folder and becomes the program.
    let words = ["env", "-C", folder, program] + arguments
    let list = unsafe words.map { unsafe strdup($0) } + [nil]
    let variables = unsafe all.map { unsafe strdup("\($0)=\($1)") } + [nil]
    defer { unsafe (list + variables).forEach { unsafe free($0) } }
    var id: pid_t = 0
    let status = unsafe posix_spawn(&id, "/usr/bin/env", &actions, &attributes, list, variables)
    try #require(status == 0, "\(program) does not start: \(status)")
    process = id
  }

  deinit {
    if ending == nil {
      kill(process, SIGKILL)
      _ = waitpid(process, nil, 0)
    }
    if terminal >= 0 { close(terminal) }
  }

  private static func window(_ size: (columns: Int, rows: Int)) -> winsize {
    winsize(
      ws_row: UInt16(size.rows), ws_col: UInt16(size.columns), ws_xpixel: 0, ws_ypixel: 0)
  }

  /// Looks at the screen until it is as wanted, or the program has ended.
  func wait(until isReached: (Screen) -> Bool) throws {
    while !isReached(screen) {
      look()
      if hasEnded {
        look()
        try #require(isReached(screen), "it has ended: \(screen.all)")
      }
    }
  }

  /// Gives the window another size; most terminals then break long lines anew.
  func resize(columns: Int, rows: Int) {
    look()
    screen.resize(columns: columns, rows: rows, breaksAnew: true)
    var window = Self.window((columns, rows))
    _ = unsafe ioctl(terminal, UInt(TIOCSWINSZ), &window)
  }

  /// Types something; `\u{3}` is Ctrl-C.
  func type(_ text: String) { _ = unsafe write(terminal, text, text.utf8.count) }

  /// Closes the window.
  func hangUp() {
    look()
    close(terminal)
    terminal = -1
  }

  /// Waits for the end.
  ///
  /// - Returns: The exit status; 128 and the signal where one ended it.
  func end() -> Int32 {
    while !hasEnded { look() }
    look()
    let status = ending ?? 0
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }

  private var hasEnded: Bool {
    if ending != nil { return true }
    var status: Int32 = 0
    if unsafe waitpid(process, &status, WNOHANG) == process { ending = status }
    return ending != nil
  }

  /// Shows what was written meanwhile on the screen, waiting a moment where nothing was.
  private func look() {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    guard terminal >= 0 else {
      usleep(2_000)
      return
    }
    var isEmpty = true
    while case let count = unsafe read(terminal, &buffer, buffer.count), count > 0 {
      bytes += buffer.prefix(count)
      isEmpty = false
    }
    if isEmpty { usleep(2_000) }
    // A sequence or a character that is not whole yet waits for its rest.
    guard let end = Self.wholePart(of: bytes), end > 0 else { return }
    let text = String(decoding: bytes[..<end], as: UTF8.self)
    bytes.removeFirst(end)
    written += text
    screen.feed(text)
  }

  /// How many bytes from the first on are whole characters and whole escape sequences.
  private static func wholePart(of bytes: [UInt8]) -> Int? {
    var end = bytes.count
    if let escape = bytes.lastIndex(of: 0x1B),
      !bytes[escape...].dropFirst(2).contains(where: { (0x40...0x7E).contains($0) })
    {
      end = escape
    }
    while end > 0, String(validating: bytes[..<end], as: UTF8.self) == nil {
      end -= 1
      if bytes.count - end > 4 { return bytes.count }
    }
    return end
  }
}
