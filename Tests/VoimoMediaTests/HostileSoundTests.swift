import Glibc
import Testing
import VoimoBase
import VoimoMedia

/// Headers that lie, files that are something else, and files that would never end.
@Suite struct HostileSoundTests {
  enum Outcome: Sendable {
    /// What the sentence says.
    case refusal(String)
    /// So many samples, or as many as can be read.
    case sound(samples: Int?)
    /// One or the other: libav may learn to read it.
    case either
  }

  private func check(
    _ what: String, _ path: String, _ outcome: Outcome,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    do {
      let file = try AudioFile.open(path: path)
      var count = 0
      let summary = try file.decode { count += $0.count }
      #expect(summary.samples == count, "\(what)", sourceLocation: sourceLocation)
      if case .refusal = outcome {
        Issue.record("\(what): was read, \(count) samples", sourceLocation: sourceLocation)
      } else if case .sound(let samples?) = outcome {
        #expect(count == samples, "\(what): \(summary)", sourceLocation: sourceLocation)
      }
    } catch let error as MediaError {
      let name = path.split(separator: "/").last.map(String.init) ?? ""
      #expect(error.sentence.contains(name), "\(what): \(error)", sourceLocation: sourceLocation)
      switch outcome {
      case .refusal(let words):
        #expect(error.sentence.contains(words), "\(what): \(error)", sourceLocation: sourceLocation)
      case .sound: Issue.record("\(what): \(error)", sourceLocation: sourceLocation)
      case .either: break
      }
    } catch {
      Issue.record("\(what): \(error)", sourceLocation: sourceLocation)
    }
  }

  @Test func `crafted headers are refused, or what is there is read`() throws {
    let bench = try Workbench()
    let day = 86_400 * 8000
    let cases: [(String, [UInt8], Outcome)] = [
      ("no channels", CraftedSound.wave(channels: 0, align: 4), .refusal("wav")),
      ("65 535 channels", CraftedSound.wave(channels: 65_535, align: 4), .refusal("channels")),
      ("a rate of 4 GHz", CraftedSound.wave(rate: 4_000_000_000), .refusal("wav")),
      ("a rate of 2 GHz", CraftedSound.wave(rate: 2_000_000_000), .refusal("8 to 192 kHz")),
      ("a rate of 0", CraftedSound.wave(rate: 0), .refusal("wav")),
      ("a rate of 1 Hz", CraftedSound.wave(rate: 1), .refusal("8 to 192 kHz")),
      ("no bits", CraftedSound.wave(bits: 0, align: 4), .either),
      ("65 535 bits", CraftedSound.wave(bits: 65_535, align: 4), .refusal("wav")),
      ("7 bits", CraftedSound.wave(bits: 7, align: 2), .either),
      ("an alignment of 0", CraftedSound.wave(align: 0), .either),
      ("an unknown codec", CraftedSound.wave(format: 0xBEEF), .refusal("wav")),
      ("data of 4 GiB", CraftedSound.wave(dataSize: 0xFFFF_FFFF), .sound(samples: 15_000)),
      ("data of 3 GB", CraftedSound.wave(dataSize: 3_000_000_000), .sound(samples: 15_000)),
      ("a header alone", Array(CraftedSound.wave().prefix(44)), .refusal("wav")),
      ("half a header", Array(CraftedSound.wave().prefix(30)), .refusal("wav")),
    ]
    for (index, (what, bytes, outcome)) in cases.enumerated() {
      check(what, try bench.write(bytes, "\(index).wav"), outcome)
    }
    check(
      "25 hours by its header",
      try bench.write(
        CraftedSound.silentFLAC(rate: 8000, promised: 25 * day / 24, frames: 3), "long.flac"),
      .refusal("voimo reads up to 24 hours"))
    check(
      "2^36 samples by its header",
      try bench.write(
        CraftedSound.silentFLAC(rate: 192_000, promised: (1 << 36) - 1, frames: 3), "most.flac"),
      .refusal("voimo reads up to 24 hours"))
    for (entries, size) in [(0x7FFF_FFFF, 0), (0xFFFF_FFFF, 4), (100_000_000, 0x7FFF_FFFF)] {
      let path = try bench.write(CraftedSound.mp4(entries: entries, sampleSize: size), "t.mp4")
      check("an MP4 table of \(entries)", path, .either)
    }
  }

  @Test func `a day of silence in a tiny file is read, and more than a day is not`() throws {
    let bench = try Workbench()
    let day = 86_400 * 8000
    let frames = day / 65_535 + 1
    let whole = CraftedSound.silentFLAC(rate: 8000, promised: 0, frames: frames - 1)
    #expect(whole.count < 200_000)
    check(
      "nearly a day", try bench.write(whole, "day.flac"), .sound(samples: (frames - 1) * 65_535))
    let more = CraftedSound.silentFLAC(rate: 8000, promised: 0, frames: frames + 2)
    check("over a day", try bench.write(more, "more.flac"), .refusal("longer than 24 hours"))
  }

  @Test func `Ogg pages that lie are refused or read`() throws {
    let bench = try Workbench()
    try bench.ffmpeg([
      "-f", "lavfi", "-i", "anoisesrc=d=1:r=48000:a=0.3", "-c:a", "libopus",
      bench.path("good.opus"),
    ])
    let good = try bench.read(bench.path("good.opus"))
    let huge = [UInt8](repeating: 255, count: 255)
    let junk = [UInt8](repeating: 0x55, count: 255 * 255)
    let tail = CraftedSound.oggPage(
      granule: Int.max, serial: 1, number: 9, flags: 4, lacing: huge, content: junk)
    let negative = CraftedSound.oggPage(
      granule: -5, serial: 1, number: 9, flags: 4, lacing: [4], content: [1, 2, 3, 4])
    let endless = CraftedSound.oggPage(
      granule: -1, serial: 7, number: 0, flags: 2, lacing: huge, content: junk)
    var last = good
    // The granule of the first page of sound.
    if let at = last.lastRange(of: Array("OggS".utf8)) {
      last.replaceSubrange(at + 6..<at + 14, with: CraftedSound.little(Int.max - 1, 8))
    }
    for (what, bytes) in [
      ("a page at the end of time", good + tail), ("a page before time", good + negative),
      ("a packet without an end", (0..<40).flatMap { _ in endless }),
      ("a last page that is late", last), ("the head again and again", good.prefix(80) + good),
    ] {
      check(what, try bench.write(Array(bytes), "page.opus"), .either)
    }
  }

  @Test func `playlists and pages that point elsewhere open nothing`() throws {
    let bench = try Workbench()
    // Were it opened, a second of sound would come.
    try bench.ffmpeg([
      "-f", "lavfi", "-i", "anoisesrc=d=1:r=48000:a=0.3", bench.path("secret.wav"),
    ])
    let secret = bench.path("secret.wav")
    let texts: [(String, String)] = [
      ("concat", "ffconcat version 1.0\nfile '\(secret)'\n"),
      ("concat without a head", "file '\(secret)'\nfile '\(secret)'\n"),
      (
        "HLS",
        "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile://\(secret)\n#EXT-X-ENDLIST\n"
      ),
      ("HLS after a blank", " \n#EXTM3U\n#EXTINF:1,\n\(secret)\n"),
      ("a playlist", "[playlist]\nFile1=\(secret)\n"),
      (
        "DASH",
        "<?xml version=\"1.0\"?><MPD><Period><AdaptationSet><Representation><BaseURL>file://"
          + "\(secret)</BaseURL></Representation></AdaptationSet></Period></MPD>"
      ),
      ("SVG", "<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"file://\(secret)\"/></svg>"),
      ("SDP", "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nm=audio 5004 RTP/AVP 0\n"),
      ("ffmeta", ";FFMETADATA1\ntitle=x\n"), ("IMF", "<?xml version=\"1.0\"?><AssetMap/>"),
      ("a pattern", "/tmp/%03d.png"), ("XSPF", "<playlist><track>\(secret)</track></playlist>"),
    ]
    for (what, text) in texts {
      // Four KiB of blanks would hide a text's end from a look at the first bytes, a NUL its being
      // text.
      for (ending, extra) in [("mp3", ""), ("flac", "\u{0}"), ("m4a", "\u{0}\u{1}\u{2}")] {
        let path = try bench.write(Array((text + extra).utf8), "list.\(ending)")
        check("\(what) as \(ending)", path, .refusal("list.\(ending)"))
      }
    }
    // QuickTime can name another file as its data.
    let alias = CraftedSound.box("dref", Array(secret.utf8))
    check("QuickTime", try bench.write(alias + CraftedSound.mp4(entries: 1), "r.mov"), .either)
  }

  @Test func `what is no plain file is refused at once`() throws {
    let bench = try Workbench()
    #expect(unsafe mkfifo(bench.path("pipe.mp3"), 0o644) == 0)
    #expect(unsafe symlink("loop.mp3", bench.path("loop.mp3")) == 0)
    #expect(unsafe symlink("none.mp3", bench.path("dangling.mp3")) == 0)
    #expect(unsafe symlink("/dev/zero", bench.path("zero.mp3")) == 0)
    for (name, words) in [
      ("pipe.mp3", "pipe.mp3 is not a plain file"), ("loop.mp3", "loop.mp3 cannot be read"),
      ("dangling.mp3", "dangling.mp3 does not exist"), ("zero.mp3", "zero.mp3 is not a plain file"),
    ] {
      check(name, bench.path(name), .refusal(words))
    }
    for path in ["/dev/zero", "/dev/null", "/proc/self/mem", bench.folder, "/"] {
      let error = #expect(throws: MediaError.self) { try AudioFile.open(path: path) }
      #expect(error != nil)
    }
  }

  @Test func `hundreds of files that zzuf has mutated are read or refused`() throws {
    let bench = try Workbench()
    var writer = try SoundWriter(path: bench.path("truth.w64"), sampleRate: 44_100)
    try writer.write(TestSound.noise(seed: 77, count: 22_050))
    _ = try writer.finish()
    let endings = ["wav", "aiff", "flac", "mp3", "m4a", "ogg", "opus", "mka", "wma", "ts"]
    var (read, refused) = (0, 0)
    for (place, ending) in endings.enumerated() {
      try bench.ffmpeg(["-i", bench.path("truth.w64"), bench.path("good.\(ending)")])
      for round in 0..<50 {
        let seed = 1000 * place + round
        let ratio = ["0.0001", "0.001", "0.004", "0.02", "0.1"][round % 5]
        let mutated = try bench.run(
          "zzuf -s \(seed) -r \(ratio) <\(bench.path("good.\(ending)")) "
            + ">\(bench.path("mutated.\(ending)"))")
        #expect(mutated == "")
        let path = bench.path("mutated.\(ending)")
        do {
          let summary = try AudioFile.open(path: path).decode { block in
            #expect(
              (block.left + block.right).allSatisfy { abs($0) <= 1e6 }, "\(ending), seed \(seed)")
          }
          // A header may be made to promise more, but what is there is half a second.
          #expect(summary.samples < 60 * 192_000, "\(ending), seed \(seed): \(summary)")
          read += 1
        } catch let error as MediaError {
          #expect(error.sentence.contains("mutated."), "\(ending), seed \(seed): \(error)")
          refused += 1
        }
      }
    }
    print("zzuf: seeds 0 to 9049, \(read) read, \(refused) refused")
    #expect(read + refused == 500 && read > 100 && refused > 20)
  }
}

extension [UInt8] {
  /// Where a run of bytes begins for the last time.
  fileprivate func lastRange(of bytes: [UInt8]) -> Int? {
    (0...Swift.max(0, count - bytes.count)).last { self[$0...].starts(with: bytes) }
  }
}
