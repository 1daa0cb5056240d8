import Glibc
import Testing
import VoimoBase
import VoimoMedia

/// A child that misbehaves in any way is a plain error, in time, and leaves no process behind.
@Suite struct DecodeChildTests {
  /// What every fake child can say; `file`, `block` and the rest write one message to standard
  /// output.
  private static let kit = """
    #!/usr/bin/python3
    import json, os, signal, struct, sys, time
    out = sys.stdout.buffer
    path, stream = sys.argv[-1], sys.argv[-2]
    def raw(data): out.write(data); out.flush()
    def message(kind, data): raw(kind + struct.pack("<I", len(data)) + data)
    def say(kind, value): message(kind, json.dumps(value).encode())
    def song(**other):
        one = {"index": 0, "codec": "flac", "sampleRate": 8000, "channels": 2, "isDefault": True}
        return {"path": "/etc/passwd", "name": "another", "container": "flac", "streams": [one],
                "chosen": one, "sampleRate": 8000, "duration": 1.0, "tags": {}, "hasVideo": False,
                "hasCover": False} | other
    def file(**other): say(b"F", song(**other))
    def block(*samples): message(b"B", struct.pack("<%df" % len(samples), *samples))
    def summary(**other): say(b"S", {"samples": 2, "sampleRate": 8000, "warnings": []} | other)

    """

  private func child(_ program: String, on bench: Workbench) throws -> AudioReading {
    let path = try bench.write(Array((Self.kit + program + "\n").utf8), "child")
    unsafe chmod(path, 0o755)
    return .child(executable: path, patience: 0.5)
  }

  /// Decodes through a fake child; gives what came, or the error.
  private func decode(
    _ program: String, stream: Int? = nil
  ) throws -> Result<(AudioFile, [Float], DecodeSummary), MediaError> {
    let bench = try Workbench()
    let path = try bench.write([0, 1, 2, 3], "song.flac")
    do {
      let song = try child(program, on: bench).open(path, stream: stream)
      let file = song.file
      var samples: [Float] = []
      let summary = try song.decode(tick: {}, body: { samples += $0.left + $0.right })
      return .success((file, samples, summary))
    } catch let error as MediaError {
      return .failure(error)
    }
  }

  @Test func `what a well-behaved child says is taken`() throws {
    let (file, samples, summary) = try decode("file(); block(0.5, -2); block(1, 3); summary()")
      .get()
    #expect(file.name == "song.flac" && file.path.hasSuffix("/song.flac"))
    #expect(samples == [0.5, -2, 1, 3] && summary.samples == 2)
  }

  @Test func `what a child says cannot steer a terminal`() throws {
    let (_, _, summary) = try decode(
      "file(); block(0, 0, 0, 0); summary(warnings=['\\x1b[2Jall\\nclear'], detail='\\x07')"
    ).get()
    #expect(summary.warnings == [" [2Jall clear"] && summary.detail == " ")
    let failure = "say(b'E', {'code': 'damaged', 'sentence': 'so\\x1b', 'operation': 'x'})"
    guard case .failure(let error) = try decode(failure) else {
      Issue.record("nothing thrown")
      return
    }
    #expect(error.sentence == "so " && error.code == .damaged)
  }

  static let confused = [
    "an unknown kind": "raw(b'Z' + bytes(4))",
    "a length over all bounds": "raw(b'F' + struct.pack('<I', 1 << 31))",
    "text": "raw(b'Hello, world, this is no message at all')",
    "samples first": "block(0, 0)",
    "a summary first": "summary()",
    "no JSON": "message(b'F', b'{nonsense')",
    "JSON of something else": "say(b'F', {'path': 'x'})",
    "an error that is none": "say(b'E', 5)",
    "a rate of 4 GHz": "file(sampleRate=4_000_000_000)",
    "a rate of nothing": "file(sampleRate=0)",
    "a chosen stream that is not there": "file(streams=[])",
    "a length that is no time": "file(duration=1e300)",
    "a negative length": "file(duration=-5)",
    "more streams than are looked at": "f = song(); file(streams=f['streams'] * 100)",
    "the file twice": "file(); file()",
    "an empty block": "file(); block()",
    "half a sample": "file(); message(b'B', b'123456')",
    "one channel longer": "file(); block(0, 0, 0)",
    "no number": "file(); block(float('nan'), 0)",
    "infinity": "file(); block(0, float('-inf'))",
    "absurdly loud": "file(); block(0, 2e6)",
    "a summary of more than came": "file(); block(0, 0, 0, 0); summary(samples=9)",
    "a summary at another rate": "file(); block(0, 0, 0, 0); summary(sampleRate=9000)",
  ]

  @Test(arguments: confused.keys.sorted()) func `nonsense is refused`(what: String) throws {
    guard case .failure(let error) = try decode(try #require(Self.confused[what])) else {
      Issue.record("\(what) was taken")
      return
    }
    #expect(error.code == .damaged)
    #expect(
      error.sentence.hasPrefix("song.flac cannot be decoded: it confuses the decoder"), "\(error)")
  }

  @Test func `another stream than the one asked for is refused`() throws {
    guard case .failure(let error) = try decode("file()", stream: 1) else {
      Issue.record("it was taken")
      return
    }
    #expect(error.sentence.contains("confuses the decoder"))
    _ = try decode("file(); block(0, 0, 0, 0); summary()", stream: 0).get()
  }

  @Test func `limits hold for a child too`() throws {
    let one = "one = song()['chosen'] | {'channels': 200}"
    guard case .failure(let error) = try decode("\(one); file(streams=[one], chosen=one)") else {
      Issue.record("200 channels were taken")
      return
    }
    #expect(error.code == .outOfLimits)
  }

  static let endings: [(program: String, sentence: String, detail: String)] = [
    ("os.kill(os.getpid(), signal.SIGSEGV)", "the decoder crashed", "signal 11"),
    ("os.kill(os.getpid(), signal.SIGKILL)", "the decoder crashed", "signal 9"),
    ("os.kill(os.getpid(), signal.SIGXCPU)", "it takes too long to decode", "signal 24"),
    ("sys.exit(3)", "the decoder gave up", "exit status 3"),
    ("", "the decoder gave up", "exit status 0"),
    ("raw(b'F')", "the decoder gave up", "exit status 0"),
    ("raw(b'F' + struct.pack('<I', 99) + b'{')", "the decoder gave up", "exit status 0"),
    ("time.sleep(60)", "the decoder hangs", "nothing for 0.5 s"),
    ("raw(b'F')\ntime.sleep(60)", "the decoder hangs", "nothing for 0.5 s"),
    ("file(); block(*[0] * 16000)\nsys.exit(1)", "the decoder gave up at 0:01", "exit status 1"),
    (
      "file(); block(*[0] * 24000)\nos.kill(os.getpid(), signal.SIGABRT)",
      "the decoder crashed at 0:01.5", "signal 6"
    ),
    ("file(); block(*[0] * 8000)\ntime.sleep(60)", "the decoder hangs at 0:00.5", "nothing for"),
  ]

  @Test(arguments: endings) func `an early end is told by its cause and its place`(
    program: String, sentence: String, detail: String
  ) throws {
    guard case .failure(let error) = try decode(program) else {
      Issue.record("it was taken")
      return
    }
    #expect(error.sentence == "song.flac cannot be decoded: \(sentence)", "\(error)")
    #expect(error.detail?.hasPrefix(detail) == true, "\(error)")
  }

  @Test func `programs that are no decoder at all are errors`() throws {
    let bench = try Workbench()
    let path = try bench.write([0, 1, 2, 3], "song.flac")
    for (program, words) in [
      ("/bin/false", "the decoder gave up"), ("/bin/true", "the decoder gave up"),
      ("/bin/cat", "the decoder gave up"), ("/bin/echo", "it confuses the decoder"),
      ("/usr/bin/yes", "it confuses the decoder"), ("/no/program", "could not be started"),
    ] {
      let error = #expect(throws: MediaError.self) {
        try AudioReading.child(executable: program, patience: 1).look(at: path)
      }
      #expect(error?.sentence.contains(words) == true, "\(program): \(error?.description ?? "")")
    }
  }

  @Test func `what is plainly no sound starts no child`() throws {
    let bench = try Workbench()
    let path = try bench.write(Array("<!doctype html>".utf8), "song.mp3")
    let error = #expect(throws: MediaError.self) {
      try AudioReading.child(executable: "/no/program").look(at: path)
    }
    #expect(error?.code == .notAudio)
  }

  @Test func `a child inherits neither files nor environment nor input`() throws {
    let bench = try Workbench()
    let path = try bench.write([0, 1, 2, 3], "song.flac")
    let report = bench.path("report")
    let program = """
      names = [os.readlink(f"/proc/self/fd/{n}") for n in (0, 2)]
      held = [n for n in os.listdir("/proc/self/fd") if int(n) > 2]
      names += [os.readlink(f"/proc/self/fd/{n}") for n in held if os.path.exists(f"/proc/self/fd/{n}")]
      with open(\(#"""#)\(report)\(#"""#), "w") as f:
          print(*names[:2], sorted(os.environ), os.getpgid(0) == os.getpid(), file=f)
          print(*[n for n in names[2:] if n.startswith("pipe:")], file=f)
      """
    _ = try? child(program, on: bench).look(at: path)
    let lines = String(decoding: try bench.read(report), as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0].hasPrefix("/dev/null /dev/null"), "\(lines)")
    #expect(lines[0].contains("'SWIFT_BACKTRACE'") && lines[0].hasSuffix("True"), "\(lines)")
    #expect(!lines[0].contains("HOME") && !lines[0].contains("PATH'"), "\(lines)")
  }

  @Test func `a tick that throws ends a child that says nothing, and none is left`() throws {
    struct Enough: Error {}
    let bench = try Workbench()
    let path = try bench.write([0, 1, 2, 3], "song.flac")
    let note = bench.path("pid")
    let song = try child(
      "open('\(note)', 'w').write(str(os.getpid())); file(); time.sleep(60)", on: bench
    ).open(path)
    var ticks = 0
    do {
      _ = try song.decode(
        tick: {
          ticks += 1
          if ticks == 2 { throw Enough() }
        }, body: { _ in })
      Issue.record("nothing thrown")
    } catch is Enough {
      let process = try #require(pid_t(String(decoding: try bench.read(note), as: UTF8.self)))
      #expect(kill(process, 0) == -1 && errno == ESRCH)
    }
  }
}
