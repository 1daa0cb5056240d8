import Glibc
import Synchronization

/// Threads of our own for steps: they block on decoding, encoding and the disk, which the
/// cooperative pool must never do.
///
/// Threads are started as work comes, up to a limit, and end when the value goes away or `end` is
/// called with nothing left to do.
package final class StepThreads: TaskExecutor {
  private let queue: Queue

  /// Allows so many threads; at least 1.
  package init(limit: Int) { queue = Queue(limit: max(1, limit)) }

  deinit { queue.end() }

  package func enqueue(_ job: consuming ExecutorJob) {
    unsafe queue.add(Work(job: UnownedJob(job), executor: asUnownedTaskExecutor()))
  }

  /// A job and the executor that it must believe itself on.
  @safe private struct Work: Sendable {
    var job: UnownedJob
    // The runtime keeps the executor alive as long as a task prefers it.
    var executor: UnownedTaskExecutor

    func run() { unsafe job.runSynchronously(on: executor) }
  }

  /// The jobs and who waits for them; outlives the executor until its last thread has ended.
  private final class Queue: Sendable {
    private struct Waiting {
      var jobs: [Work] = []
      var next = 0
      var idle = 0
      var threads = 0
      var ended = false
    }

    private let waiting = Mutex(Waiting())
    private let wake = Semaphore()
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    func add(_ work: Work) {
      let needsThread = waiting.withLock { waiting in
        waiting.jobs.append(work)
        let unclaimed = waiting.jobs.count - waiting.next
        guard unclaimed > waiting.idle, waiting.threads < limit else { return false }
        waiting.threads += 1
        return true
      }
      if needsThread { startThread() }
      wake.signal()
    }

    func end() {
      let threads = waiting.withLock { waiting in
        waiting.ended = true
        return waiting.threads
      }
      for _ in 0..<threads { wake.signal() }
    }

    private func startThread() {
      var thread = pthread_t()
      let box = unsafe Unmanaged.passRetained(self)
      let status = unsafe pthread_create(
        &thread, nil,
        { box in
          guard let box = unsafe box else { return nil }
          unsafe Unmanaged<Queue>.fromOpaque(box).takeRetainedValue().work()
          return nil
        }, box.toOpaque())
      if status == 0 {
        pthread_detach(thread)
      } else {
        unsafe box.release()
        let left = waiting.withLock { waiting in
          waiting.threads -= 1
          return waiting.threads
        }
        precondition(left > 0, "the system gives no thread to work with: error \(status)")
      }
    }

    private func work() {
      while true {
        waiting.withLock { $0.idle += 1 }
        wake.wait()
        switch waiting.withLock({ Self.claim(&$0) }) {
        case .work(let work): work.run()
        case .nothing: continue
        case .ended: return
        }
      }
    }

    private enum Claim: Sendable {
      case work(Work)
      case nothing
      case ended
    }

    private static func claim(_ waiting: inout Waiting) -> Claim {
      waiting.idle -= 1
      guard waiting.next < waiting.jobs.count else {
        guard waiting.ended else { return .nothing }
        waiting.threads -= 1
        return .ended
      }
      let work = waiting.jobs[waiting.next]
      waiting.next += 1
      forget(&waiting)
      return .work(work)
    }

    /// Drops jobs that have been claimed once they are many.
    private static func forget(_ waiting: inout Waiting) {
      guard waiting.next > 256 else { return }
      waiting.jobs.removeFirst(waiting.next)
      waiting.next = 0
    }
  }
}

/// A counting semaphore of the C library.
@safe private final class Semaphore: Sendable {
  // Written by its initialiser alone; sem_post and sem_wait are made for many threads.
  private nonisolated(unsafe) let raw: UnsafeMutablePointer<sem_t>

  init() {
    unsafe raw = .allocate(capacity: 1)
    unsafe sem_init(raw, 0, 0)
  }

  deinit {
    unsafe sem_destroy(raw)
    unsafe raw.deallocate()
  }

  func signal() { unsafe sem_post(raw) }

  func wait() { while unsafe sem_wait(raw) != 0 {} }
}
