import Synchronization

/// Follows pip by what it prints.
package final class PackageCounter: Sendable {
  private let total: Int
  private let tell: @Sendable (ModelInstaller.Progress) -> Void
  private let done = Mutex(0)

  package init(total: Int, tell: @escaping @Sendable (ModelInstaller.Progress) -> Void) {
    self.total = total
    self.tell = tell
  }

  /// Takes a line: `Collecting numpy==2.4.6 (from -r …)`.
  package func read(_ line: String) {
    let words = line.split(separator: " ")
    guard let verb = words.first, words.count > 1 else { return }
    switch verb {
    case "Collecting":
      let name = words[1].prefix { $0 != "=" }
      let at = done.withLock { done in
        defer { done = min(done + 1, total) }
        return done
      }
      tell(.package(String(name), done: at, total: total))
    case "Installing": tell(.package("all", done: total, total: total))
    default: break
    }
  }
}

/// Tells why pip failed, in a sentence.
package enum PipFailure {
  /// Reads the last lines that it printed.
  package static func error(_ lines: [String]) -> KitError {
    let text = lines.joined(separator: "\n")
    func has(_ words: String...) -> Bool { words.contains { text.contains($0) } }
    if has("No space left on device") {
      return KitError(
        .noSpace, "the disk is full; what was fetched is kept",
        hint: "make room, and run voimo models install cpu again")
    }
    if has("DO NOT MATCH THE HASHES", "mismatch") {
      return KitError(
        .buildFailed,
        "a package that was fetched is not the one that voimo was made with; nothing "
          + "of it was installed", hint: "the index or a cache in between gives other files")
    }
    if has(
      "Failed to establish a new connection", "Name or service not known",
      "Temporary failure in name resolution", "Connection refused", "Network is unreachable",
      "Read timed out", "ConnectTimeoutError", "ProxyError", "Max retries exceeded", "SSLError")
    {
      return KitError(
        .backendUnavailable,
        "the index of Python packages cannot be reached; what was fetched is "
          + "kept", hint: "run voimo models install cpu again when there is a network")
    }
    if has("No matching distribution", "Could not find a version") {
      let name = lines.first { $0.contains("No matching distribution") }?
        .split(separator: " ").last { $0.contains("==") }.map(String.init)
      return KitError(
        .backendUnavailable,
        "the index of Python packages does not have \(name ?? "a package") for this machine",
        hint: "the models need Python 3.10 to 3.13 on x86-64 or 64-bit ARM")
    }
    let last = lines.suffix(5).map { "\n  \($0)" }.joined()
    return KitError(.buildFailed, "pip could not install the worker's packages:\(last)")
  }
}
