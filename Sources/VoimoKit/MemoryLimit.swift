import Glibc

/// The memory that a shell allows this process.
///
/// A program of Swift cannot go on when memory ends: what certainly will not do is refused before
/// work begins.
enum MemoryLimit {
  /// What the smallest build needs of address space, in bytes; large films need more.
  static let least = 512 << 20

  /// Refuses a limit that is too small to build anything.
  ///
  /// - Throws: `KitError` that names the limit.
  static func check() throws(KitError) {
    var limit = rlimit()
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0 else { return }
    guard limit.rlim_cur < rlim_t(least) else { return }
    throw KitError(
      .buildFailed,
      "this shell allows a process \(limit.rlim_cur >> 20) MiB of memory; a build needs "
        + "\(least >> 20) MiB and more",
      hint: "raise the limit with ulimit -v unlimited")
  }
}
