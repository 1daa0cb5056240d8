import Foundation
import Glibc
import Synchronization
import Testing
import VoimoStore

@Suite struct LockTests {
  /// What somebody who wants the lock is told; nil when it was to be had.
  private func held(_ folder: TemporaryFolder) -> LockError? {
    do throws(LockError) {
      _ = try BuildLock.take(in: folder.store, command: "build")
      return nil
    } catch {
      return error
    }
  }

  @Test func `a second builder is told who holds the lock`() throws {
    let folder = try TemporaryFolder()
    let lock = try BuildLock.take(in: folder.store, command: "build film")
    let error = #expect(throws: LockError.self) {
      try BuildLock.take(in: folder.store, command: "build")
    }
    guard case .held(let holder?)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(holder.process == Int(getpid()) && holder.command == "build film")
    #expect(
      error?.description.hasPrefix("another build is running in this project: process \(getpid())")
        == true)
    withExtendedLifetime(lock) {}
  }

  @Test func `a lock that goes away is free`() throws {
    let folder = try TemporaryFolder()
    for _ in 0..<3 { _ = try BuildLock.take(in: folder.store, command: "build") }
  }

  @Test func `what a dead process wrote holds nobody up`() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.store, withIntermediateDirectories: true)
    try folder.write("1\n0.0\nelsewhere\nbuild\n", to: ".voimo/lock")
    let lock = try BuildLock.take(in: folder.store, command: "build")
    #expect(BuildLock.holder(in: folder.store)?.process == Int(getpid()))
    withExtendedLifetime(lock) {}
  }

  @Test func `the lock of a process that is killed is free`() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.store, withIntermediateDirectories: true)
    let holder = Process()
    holder.executableURL = URL(fileURLWithPath: "/usr/bin/flock")
    holder.arguments = ["-o", "\(folder.store)/lock", "cat"]
    let input = Pipe()
    holder.standardInput = input
    try holder.run()
    // The other process needs a moment to take it.
    while held(folder) == nil { sched_yield() }
    #expect(held(folder) != nil)
    kill(holder.processIdentifier, SIGKILL)
    // What it started must end too before Foundation believes that it has ended.
    try input.fileHandleForWriting.close()
    holder.waitUntilExit()
    _ = try BuildLock.take(in: folder.store, command: "build")
  }

  @Test func `waiting ends when the lock is free, or when it is given up`() throws {
    let folder = try TemporaryFolder()
    let held = Mutex<BuildLock?>(try BuildLock.take(in: folder.store, command: "build"))
    #expect(throws: LockError.gaveUp) {
      try BuildLock.take(in: folder.store, command: "build", whenHeld: .wait(giveUp: { true }))
    }
    _ = try BuildLock.take(
      in: folder.store, command: "build",
      whenHeld: .wait(giveUp: {
        held.withLock { $0 = nil }
        return false
      }))
  }

  @Test func `no child process inherits the lock`() throws {
    let folder = try TemporaryFolder()
    let lock = try BuildLock.take(in: folder.store, command: "build")
    let path = URL(fileURLWithPath: "\(folder.store)/lock").resolvingSymlinksInPath().path
    let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").filter { name in
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(name)")) == path
    }
    #expect(open.count == 1)
    for name in open {
      #expect(fcntl(try #require(Int32(name)), F_GETFD) & FD_CLOEXEC != 0)
    }
    withExtendedLifetime(lock) {}
  }
}
