import Foundation
import Synchronization
import Testing
import VoimoBackends
import VoimoBase
import VoimoStages

/// The worker's process against one that misbehaves in every way we know of.
@Suite struct WorkerTests {
  private let folder: String

  init() throws {
    folder = "\(NSTemporaryDirectory())voimo-worker-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Self.program.write(toFile: "\(folder)/fake.py", atomically: true, encoding: .utf8)
  }

  /// A worker whose method behaves as its parameter says.
  ///
  /// It writes its process number into a file for each life.
  private static let program = """
    import json, os, signal, subprocess, sys, time, hashlib
    folder = os.path.dirname(os.path.abspath(__file__))
    lives = len([n for n in os.listdir(folder) if n.startswith("life-")])
    open(f"{folder}/life-{os.getpid()}", "w").close()
    start = sys.argv[1] if len(sys.argv) > 1 else ""

    def say(**message):
        sys.stdout.write(json.dumps({"jsonrpc": "2.0", **message}) + "\\n")
        sys.stdout.flush()

    def file(name, data, sha=None, size=None, path=None):
        with open(f"{folder}/out/{name}", "wb") as out:
            out.write(data)
        return {"path": path or f"{folder}/out/{name}",
                "sha256": sha or hashlib.sha256(data).hexdigest(), "size": size or len(data)}

    if start == "crash at start":
        sys.stderr.write("no module named torch\\n")
        sys.exit(3)
    for line in sys.stdin:
        call = json.loads(line)
        number, method, given = call.get("id"), call["method"], call.get("params") or {}
        if method == "initialize":
            version = 2 if start == "wrong version" else given["protocol"]
            say(id=number, result={"protocol": version, "methods": ["work"]})
            continue
        if method in ("cancel", "unload"):
            if method == "unload":
                open(f"{folder}/unloaded", "w").close()
                say(id=number, result={})
            continue
        how = given["how"]
        once = how.endswith(" once")
        if once:
            how = "good" if lives > 0 else how[:-5]
        if how == "good":
            say(method="progress", params={"id": number, "done": 1, "total": 2, "unit": "steps"})
            say(id=number, result={"file": file("good", b"fine")})
        elif how == "exit":
            sys.stderr.write("".join(f"line {n}\\n" for n in range(40)))
            sys.exit(5)
        elif how == "exit well":
            sys.exit(0)
        elif how == "crash after writing":
            file("half", b"half")
            os.kill(os.getpid(), signal.SIGSEGV)
        elif how == "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        elif how == "nonsense":
            print("Loading model...", flush=True)
            time.sleep(60)
        elif how == "half a line":
            sys.stdout.write('{"jsonrpc": "2.0", "id":')
            sys.stdout.flush()
            sys.exit(0)
        elif how == "another shape":
            say(id=number, result={"surprise": True})
        elif how == "hang":
            time.sleep(600)
        elif how == "deaf":
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            open(f"{folder}/deaf", "w").close()
            while True:
                say(method="heartbeat", params={})
                time.sleep(0.02)
        elif how == "grandchild":
            child = subprocess.Popen(["sleep", "600"])
            open(f"{folder}/grandchild", "w").write(str(child.pid))
            sys.exit(0)
        elif how == "loud":
            for n in range(20000):
                sys.stderr.write("x" * 1000 + "\\n")
            say(id=number, result={"file": file("good", b"fine")})
        elif how == "no file":
            say(id=number, result={"file": {"path": f"{folder}/out/none", "sha256": "00", "size": 4}})
        elif how == "wrong hash":
            say(id=number, result={"file": file("good", b"fine", sha="00" * 32)})
        elif how == "wrong size":
            say(id=number, result={"file": file("good", b"fine", size=5)})
        elif how == "outside":
            say(id=number, result={"file": file("good", b"fine", path="/etc/passwd")})
        elif how == "up and out":
            say(id=number, result={"file": file("good", b"fine", path=f"{folder}/out/../fake.py")})
        elif how == "a folder":
            os.makedirs(f"{folder}/out/dir", exist_ok=True)
            say(id=number, result={"file": {"path": f"{folder}/out/dir", "sha256": "00", "size": 4096}})
        else:
            kind, _, text = how.partition(": ")
            if kind == "resource once":
                kind = "resource"
            if os.path.exists(f"{folder}/unloaded") and kind == "resource":
                say(id=number, result={"file": file("good", b"fine")})
            else:
                say(id=number, error={"code": -32000, "message": text or kind,
                                      "data": {"kind": kind, "fix": "do this"}})
    """

  private struct How: Codable, Sendable { var how: String }
  private struct Reply: Codable, Sendable { var file: WorkerFile }

  private func worker(
    _ start: String = "", patience: Duration = .seconds(20), grace: Duration = .milliseconds(300)
  ) throws -> Worker {
    try FileManager.default.createDirectory(
      atPath: "\(folder)/out", withIntermediateDirectories: true)
    return Worker(
      WorkerLaunch(
        executable: "/usr/bin/python3", arguments: ["\(folder)/fake.py", start],
        environment: ["PATH": "/usr/bin:/bin"], patience: patience, grace: grace),
      models: folder)
  }

  private func call(_ worker: Worker, _ how: String) async throws -> String {
    let work = Work(folder: "\(folder)/out")
    return try await worker.call("work", How(how: how), as: Reply.self, work).file
      .checked(in: "\(folder)/out")
  }

  private var lives: [Int32] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .compactMap { $0.hasPrefix("life-") ? Int32($0.dropFirst(5)) : nil }
  }

  /// Waits until a process is gone; a zombie counts as gone.
  private func isGone(_ process: Int32) async throws -> Bool {
    for _ in 0..<500 {
      let state = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
      guard let state, state.split(separator: ")").last?.hasPrefix(" Z") == false else {
        return true
      }
      try await Task.sleep(for: .milliseconds(10))
    }
    return false
  }

  private func error(_ worker: Worker, _ how: String) async -> BackendError? {
    do {
      let file = try await call(worker, how)
      Issue.record("\(how) gave \(file)")
      return nil
    } catch {
      return error as? BackendError
    }
  }

  @Test func `a worker is started once and does one call after another`() async throws {
    let worker = try worker()
    let done = Mutex<[Int]>([])
    let work = Work(
      folder: "\(folder)/out", progress: { at, _, _ in done.withLock { $0.append(at) } })
    for _ in 0..<3 {
      let reply = try await worker.call("work", How(how: "good"), as: Reply.self, work)
      #expect(try reply.file.checked(in: "\(folder)/out").hasSuffix("/out/good"))
    }
    #expect(lives.count == 1 && done.withLock { $0 } == [1, 1, 1])
    await worker.close()
    #expect(try await isGone(try #require(lives.first)))
  }

  @Test(arguments: [
    "exit", "exit well", "crash after writing", "half a line", "killed", "nonsense",
  ])
  func `a worker that dies is started again and asked once more`(how: String) async throws {
    let worker = try worker()
    #expect(try await call(worker, "\(how) once").hasSuffix("/out/good"))
    #expect(lives.count == 2)
    await worker.close()
    for life in lives { #expect(try await isGone(life), "\(how) leaves \(life)") }
  }

  @Test(arguments: [
    ("exit", "the model worker ended with status 5 while it was asked to work"),
    ("exit well", "ended with status 0"), ("crash after writing", "was ended by signal 11"),
    ("half a line", "ended with status 0"), ("killed", "the system does so where memory runs out"),
    (
      "nonsense",
      "wrote something that is not a message while it was asked to work: Loading model..."
    ),
    ("another shape", "wrote something that is not a message while it was asked to work"),
    ("no file", "has made no file none"), ("wrong hash", "another SHA-256 of good"),
    ("wrong size", "has 5 bytes; it has 4"), ("outside", "outside of its folder: /etc/passwd"),
    ("up and out", "outside of its folder"), ("a folder", "has made no file dir"),
    ("user: no such song", "no such song"), ("missing: numpy is not installed", "numpy is not"),
    ("internal: a bug", "the model worker failed to work: a bug"),
  ])
  func `what goes wrong is told and nothing of it is taken`(how: String, words: String) async throws
  {
    let worker = try worker()
    let error = try #require(await error(worker, how))
    #expect(error.sentence.contains(words), "\(error.sentence)")
    // The next call is as good as any.
    #expect(try await call(worker, "good").hasSuffix("/out/good"))
    await worker.close()
    for life in lives { #expect(try await isGone(life)) }
  }

  @Test func `the last twenty lines of the log are in the message`() async throws {
    let error = try #require(await error(try worker(), "exit"))
    #expect(error.sentence.contains("line 39") && error.sentence.contains("line 20"))
    #expect(!error.sentence.contains("line 19"))
  }

  @Test func `a worker that cannot start, or is of another version, says so`() async throws {
    let crash = try #require(await error(try worker("crash at start"), "good"))
    #expect(crash.sentence.contains("no module named torch"), "\(crash.sentence)")
    let version = try #require(await error(try worker("wrong version"), "good"))
    #expect(version.sentence.contains("version 2") && version.fix == "voimo models install cpu")
    let none = Worker(
      WorkerLaunch(executable: "/nowhere/python3", arguments: [], environment: [:]), models: "/")
    let missing = try #require(await self.error(none, "good"))
    #expect(missing.fix == "voimo models install cpu", "\(missing)")
  }

  @Test func `a full memory is let go of and the call made once more`() async throws {
    let worker = try worker()
    #expect(try await call(worker, "resource: out of memory").hasSuffix("/out/good"))
    #expect(FileManager.default.fileExists(atPath: "\(folder)/unloaded") && lives.count == 1)
  }

  @Test func `a worker without a sign of life is ended`() async throws {
    let worker = try worker(patience: .seconds(2))
    let error = try #require(await error(worker, "hang"))
    #expect(error.sentence.contains("gave no sign of life"))
    #expect(lives.count == 2)
    for life in lives { #expect(try await isGone(life)) }
  }

  @Test func `a call that is cancelled ends, though the worker is deaf`() async throws {
    let worker = try worker()
    let task = Task { try await call(worker, "deaf") }
    for _ in 0..<1_000 where !FileManager.default.fileExists(atPath: "\(folder)/deaf") {
      try await Task.sleep(for: .milliseconds(10))
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    for life in lives { #expect(try await isGone(life)) }
  }

  @Test func `what a worker has started does not outlive it`() async throws {
    let worker = try worker()
    _ = await error(worker, "grandchild")
    await worker.close()
    let text = try String(contentsOfFile: "\(folder)/grandchild", encoding: .utf8)
    #expect(try await isGone(try #require(Int32(text))))
  }

  @Test func `a log of twenty megabytes is read and bounded`() async throws {
    let worker = try worker()
    let kept = Mutex(0)
    let work = Work(
      folder: "\(folder)/out", log: { line in kept.withLock { $0 += line.utf8.count + 1 } })
    _ = try await worker.call("work", How(how: "loud"), as: Reply.self, work)
    #expect(kept.withLock { $0 } < 11 << 20)
  }
}
