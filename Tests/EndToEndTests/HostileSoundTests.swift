import Foundation
import Testing
import VoimoMedia

/// Sound from outside, through the built binary: read or refused in plain words, within its limits.
@Suite struct HostileSoundTests {
  /// A project around one file, which may have any name.
  private func project(_ file: String, named name: String, more: String = "") throws -> TestProject
  {
    let project = try TestProject(song: nil)
    try FileManager.default.copyItem(atPath: file, toPath: project.path(name))
    // JSON's strings are YAML's too.
    let quoted = String(decoding: try JSONEncoder().encode(name), as: UTF8.self)
      .replacingOccurrences(of: "\\/", with: "/")
    try project.write("voimo.yaml", "audio: { file: \(quoted)\(more) }\ntheme: sea\n")
    return project
  }

  /// Builds the song alone and measures the largest process of all that it takes.
  private func build(
    _ project: TestProject
  ) throws -> (outcome: Command.Outcome, peakMiB: Double) {
    let note = project.path("peak")
    let outcome = try Command.run(
      "/usr/bin/time", ["-q", "-f", "%M", "-o", note, Command.voimo, "build", "audio"],
      in: project.folder)
    let peak = try #require(
      Double(project.read("peak").trimmingCharacters(in: .whitespacesAndNewlines)))
    return (outcome, peak / 1024)
  }

  private func ffmpeg(_ arguments: [String], in folder: String) throws {
    let outcome = try Command.run(
      "/usr/bin/env", ["ffmpeg", "-v", "error", "-nostdin", "-y"] + arguments, in: folder)
    try #require(outcome.status == 0, "\(outcome.errors)")
  }

  /// The size of the decoded song in a store, in bytes.
  private func artifactSize(_ project: TestProject) throws -> Int {
    let root = project.path(".voimo/objects")
    let files = try FileManager.default.subpathsOfDirectory(atPath: root)
    return try files.map {
      try FileManager.default.attributesOfItem(atPath: "\(root)/\($0)")[.size] as? Int ?? 0
    }.max() ?? 0
  }

  private struct Manifest: Decodable {
    struct Case: Decodable {
      var file: String
      var expect: String
    }
    var cases: [Case]
  }

  private static let hasSharedAudio = sharedAudio("awkward/manifest.json") != nil

  private static func sharedAudio(_ name: String) -> String? {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    for up in ["..", "../.."] {
      let path = root.appending(path: "\(up)/shared/audio/\(name)").standardizedFileURL.path
      if FileManager.default.fileExists(atPath: path) { return path }
    }
    print("NOT RUN: shared audio is missing (\(name))")
    return nil
  }

  @Test(.enabled(if: hasSharedAudio, "shared audio is missing"))
  func `every awkward file does what its list expects, within 512 MiB`() throws {
    let list = try #require(Self.sharedAudio("awkward/manifest.json"))
    let manifest = try JSONDecoder().decode(
      Manifest.self, from: Data(contentsOf: URL(fileURLWithPath: list)))
    #expect(manifest.cases.count == 38)
    for one in manifest.cases {
      let path = try #require(Self.sharedAudio("awkward/\(one.file)"))
      let (outcome, peak) = try build(try project(path, named: one.file))
      let said = "\(one.file): \(outcome.status), \(outcome.errors)"
      switch one.expect {
      case "ok", "ok-no-vocals": #expect(outcome.status == 0, "\(said)")
      case "reject": #expect(outcome.status == 2, "\(said)")
      case "ok-or-clear-reject": #expect([0, 2].contains(outcome.status), "\(said)")
      case "ok-with-warning-or-clear-reject":
        let isTold = outcome.status == 0 && outcome.errors.contains("warning: audio: \(one.file) ")
        #expect(isTold || outcome.status == 2, "\(said)")
      default: Issue.record("nothing is known of '\(one.expect)'")
      }
      if outcome.status == 2 {
        #expect(outcome.errors.contains("voimo.yaml:1:"), "\(said)")
        #expect(outcome.errors.contains(one.file), "\(said)")
      }
      #expect(peak < 512, "\(one.file): \(peak) MiB")
    }
  }

  @Test(.enabled(if: hasSharedAudio, "shared audio is missing"))
  func `a stream that is named is taken, and another one is another song`() throws {
    let path = try #require(Self.sharedAudio("awkward/two_audio_streams.mka"))
    let project = try project(path, named: "two.mka", more: ", stream: 0")
    #expect(try build(project).outcome.status == 0)
    let short = try artifactSize(project)
    try project.edit("voimo.yaml", ", stream: 0", "")
    #expect(try project.build("audio") == ["audio"])
    let long = try artifactSize(project)
    // 5 and 10 seconds of two floats at 48 kHz.
    #expect(abs(short - 5 * 384_000) < 20_000 && abs(long - 10 * 384_000) < 20_000)
    try project.edit("voimo.yaml", "two.mka\"", "two.mka\", stream: 2")
    for command in ["check", "build"] {
      let outcome = try project.voimo(command)
      #expect(outcome.status == 2)
      for words in ["voimo.yaml:1:35", "no-such-stream", "0 (opus, 2 channels), 1 (opus"] {
        #expect(outcome.errors.contains(words), "no '\(words)' in: \(outcome.errors)")
      }
    }
    let made = try project.voimo("init", "--force", "two.mka")
    #expect(made.status == 0 && made.errors.contains("2 audio streams; using stream 1"))
    #expect(try project.read("voimo.yaml").contains("stream: 0 }"))
    #expect(try project.voimo("check").status == 0)
  }

  @Test(.enabled(if: hasSharedAudio, "shared audio is missing"))
  func `tags are offered, and a cover is no film`() throws {
    let path = try #require(Self.sharedAudio("awkward/vbr_art.mp3"))
    let project = try project(path, named: "a.mp3")
    let made = try project.voimo("init", "--force", "a.mp3")
    #expect(made.status == 0 && made.errors.contains("its cover picture is left alone"))
    #expect(try project.read("voimo.yaml").contains("Tïtle — test"))
    #expect(try project.voimo("check").status == 0)
  }

  @Test func `what a child decodes is what is decoded here, sample for sample`() throws {
    let project = try TestProject(song: TestSong(length: 3))
    for ending in ["wav", "flac", "mp3", "m4a", "ogg", "opus", "ac3", "mka", "wma", "ts", "aiff"] {
      let path = project.path("song.\(ending)")
      if ending != "wav" { try ffmpeg(["-i", project.path("song.wav"), path], in: project.folder) }
      func samples(_ reading: AudioReading) throws -> ([Float], DecodeSummary, AudioFile) {
        let song = try reading.open(path)
        let file = song.file
        var samples: [Float] = []
        let summary = try song.decode(tick: {}, body: { samples += $0.left + $0.right })
        return (samples, summary, file)
      }
      let (here, child) = try (
        samples(.inProcess), samples(.child(executable: Command.voimo))
      )
      #expect(here.0 == child.0 && here.1 == child.1 && here.2 == child.2, "\(ending)")
      #expect(here.0.count > 100_000, "\(ending)")
    }
  }

  @Test func `a hundred mutated files through the child are read or refused`() throws {
    let project = try TestProject(song: TestSong(length: 1))
    let reading = AudioReading.child(executable: Command.voimo)
    var (read, refused) = (0, 0)
    for (place, ending) in ["wav", "flac", "mp3", "m4a", "ogg", "opus", "mka", "ts"].enumerated() {
      let good = project.path("song.\(ending)")
      if ending != "wav" { try ffmpeg(["-i", project.path("song.wav"), good], in: project.folder) }
      for round in 0..<13 {
        let seed = 100_000 + 1000 * place + round
        let ratio = ["0.0002", "0.002", "0.01", "0.05"][round % 4]
        let mutated = try Command.run(
          "/usr/bin/python3",
          [
            "-c",
            "import subprocess, sys; a = sys.argv; subprocess.run(['zzuf', '-s', a[1], '-r', a[2]],"
              + " stdin=open(a[3], 'rb'), stdout=open(a[4], 'wb'), check=True)",
            "\(seed)", ratio, good, project.path("mutated.\(ending)"),
          ], in: project.folder)
        try #require(mutated.status == 0, "\(mutated.errors)")
        do {
          _ = try reading.open(project.path("mutated.\(ending)")).decode(tick: {}, body: { _ in })
          read += 1
        } catch let error as MediaError {
          #expect(error.sentence.contains("mutated.\(ending)"), "seed \(seed): \(error)")
          #expect(!error.sentence.contains("hangs"), "seed \(seed): \(error)")
          refused += 1
        }
      }
    }
    print("zzuf: seeds 100000 to 107012, \(read) read, \(refused) refused")
    #expect(read + refused == 104 && read > 10 && refused > 5)
  }

  /// The processes that decode for a voimo, by their numbers.
  private func children(of parent: Int32) -> [Int32] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { Int32($0) }.filter { process in
      guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
        let after = text.lastIndex(of: ")"),
        let command = try? String(contentsOfFile: "/proc/\(process)/cmdline", encoding: .utf8)
      else { return false }
      let fields = text[after...].split(separator: " ")
      return fields.count > 2 && fields[2] == "\(parent)" && command.contains("\u{0}decode\u{0}")
    }
  }

  /// Starts a build of a long song and waits until a child decodes it.
  private func startDecoding(_ project: TestProject) throws -> (Command.Running, child: Int32) {
    try ffmpeg(
      [
        "-f", "lavfi", "-i", "anoisesrc=d=900:r=24000:a=0.3:seed=5", "-c:a", "libopus",
        "-compression_level", "0", "-b:a", "24k", project.path("song.opus"),
      ], in: project.folder)
    try project.write("voimo.yaml", "audio: song.opus\ntheme: sea\n")
    let running = try Command.start(Command.voimo, ["build", "audio"], in: project.folder)
    while running.process.isRunning {
      if let child = children(of: running.process.processIdentifier).first {
        return (running, child)
      }
      usleep(500)
    }
    throw Missed(said: (try? String(contentsOfFile: running.errors, encoding: .utf8)) ?? "")
  }

  private struct Missed: Error { var said: String }

  @Test func `a decoder that is killed is a failed build, and the next build is none the worse`()
    throws
  {
    let project = try TestProject(song: nil)
    let (running, child) = try startDecoding(project)
    kill(child, SIGKILL)
    running.process.waitUntilExit()
    let said = try String(contentsOfFile: running.errors, encoding: .utf8)
    #expect(running.process.terminationStatus == 1, "\(said)")
    #expect(said.contains("song.opus cannot be decoded: the decoder crashed"), "\(said)")
    #expect(try project.build("audio") == ["audio"])
  }

  @Test(arguments: [SIGKILL, SIGINT]) func `a voimo that is ended leaves no decoder behind`(
    signal: Int32
  ) throws {
    let project = try TestProject(song: nil)
    let (running, child) = try startDecoding(project)
    kill(running.process.processIdentifier, signal)
    running.process.waitUntilExit()
    var looks = 0
    while kill(child, 0) == 0, looks < 5000 {
      usleep(1000)
      looks += 1
    }
    #expect(kill(child, 0) != 0, "process \(child) is still there")
  }

  @Test func `a decoder works under limits that it cannot raise`() throws {
    let project = try TestProject(song: nil)
    let (running, child) = try startDecoding(project)
    // It sets them before it opens the file: the last one tells that all are there.
    var limits = ""
    while running.process.isRunning, !limits.contains("Max processes             0 ") {
      limits = (try? String(contentsOfFile: "/proc/\(child)/limits", encoding: .utf8)) ?? limits
    }
    kill(child, SIGKILL)
    running.process.waitUntilExit()
    for (name, values) in [
      ("Max file size", ["0", "0"]), ("Max core file size", ["0", "0"]),
      ("Max open files", ["16", "16"]), ("Max cpu time", ["1800", "1805"]),
      ("Max processes", ["0", "0"]),
    ] {
      let line = limits.split(separator: "\n").first { $0.hasPrefix(name) } ?? ""
      let words = line.dropFirst(name.count).split(separator: " ").prefix(2).map(String.init)
      #expect(words == values, "\(line)")
    }
    let space = limits.split(separator: "\n").first { $0.hasPrefix("Max address space") } ?? ""
    #expect(!space.contains("unlimited"), "\(space)")
  }

  @Test func `pictures larger than songs are passed over, or refused, within 512 MiB`() throws {
    let project = try TestProject(song: TestSong(length: 2))
    try ffmpeg(["-i", "song.wav", "song.mp3"], in: project.folder)
    try ffmpeg(["-i", "song.wav", "-c:a", "flac", "song.flac"], in: project.folder)
    let crafting = """
      def big(value, width): return value.to_bytes(width, "big")
      mp3, flac = open("song.mp3", "rb").read(), open("song.flac", "rb").read()
      count, mime = 100 << 20, b"image/jpeg"
      content = b"\\0" + mime + b"\\0\\3\\0"
      frame = b"APIC" + big(len(content) + count, 4) + b"\\0\\0" + content
      size = bytes((len(frame) + count) >> 7 * (3 - i) & 127 for i in range(4))
      with open("art.mp3", "wb") as f:
          f.write(b"ID3\\3\\0\\0" + size + frame); f.seek(count, 1); f.write(mp3)
      with open("art.flac", "wb") as f:
          f.write(flac[:4] + b"\\0" + flac[5:42]); count = (1 << 24) - 64
          head = big(3, 4) + big(len(mime), 4) + mime + bytes(20) + big(count, 4)
          for _ in range(60):
              f.write(b"\\6" + big(len(head) + count, 3) + head + b"\\xff\\xd8"); f.seek(count - 2, 1)
          f.write(flac[42:])
      """
    let crafted = try Command.run("/usr/bin/python3", ["-c", crafting], in: project.folder)
    try #require(crafted.status == 0, "\(crafted.errors)")
    for (file, status, words) in [
      ("art.mp3", 0, ""), ("art.flac", 2, "art.flac could not be opened as sound or film: that"),
    ] {
      try project.write("voimo.yaml", "audio: \(file)\ntheme: sea\n")
      let (outcome, peak) = try build(project)
      #expect(outcome.status == status, "\(file): \(outcome.errors)")
      #expect(words.isEmpty || outcome.errors.contains(words), "\(outcome.errors)")
      #expect(peak < 512, "\(file): \(peak) MiB")
    }
  }

  @Test func `memory does not grow with the song`() throws {
    let project = try TestProject(song: nil)
    var peaks: [Double] = []
    for (minutes, rate) in [(1, 12_000), (20, 12_000)] {
      try ffmpeg(
        [
          "-f", "lavfi", "-i", "anoisesrc=d=\(60 * minutes):r=\(rate):a=0.3:seed=5", "-c:a",
          "libopus", "-compression_level", "0", "-b:a", "16k", project.path("\(minutes).opus"),
        ], in: project.folder)
      try project.write("voimo.yaml", "audio: \(minutes).opus\ntheme: sea\n")
      let (outcome, peak) = try build(project)
      #expect(outcome.status == 0, "\(outcome.errors)")
      peaks.append(peak)
    }
    // Twenty minutes are 460 MB of samples.
    #expect(abs(try artifactSize(project) - 20 * 60 * 48_000 * 8) < 4096)
    #expect(peaks[1] < 200 && peaks[1] - peaks[0] < 8, "\(peaks) MiB")
    let left = try FileManager.default.contentsOfDirectory(atPath: project.path(".voimo/tmp"))
    #expect(left == [])
  }
}
