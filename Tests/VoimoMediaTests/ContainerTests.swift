import FoundationEssentials
import Testing
import VoimoBase
import VoimoMedia

/// What containers say about their samples: valid bits, priming, late starts, chunks, encryption.
@Suite struct ContainerTests {
  /// A stereo WAV of a click at half a second, its samples in containers of so many bits.
  private func wave(valid: Int, container: Int, isExtensible: Bool) -> [UInt8] {
    let rate = 8000
    let bytes = container / 8
    var data: [UInt8] = []
    for index in 0..<rate {
      // Full scale in the valid bits, which are the container's upper ones; 8 bits have no sign.
      let peak = (1 << (valid - 1)) - 1
      let sample = (index == rate / 2 ? peak : 0) << (container - valid)
      for _ in 0..<2 { data += CraftedSound.little(sample, bytes) }
    }
    guard isExtensible else {
      return CraftedSound.wave(rate: rate, bits: valid, align: 2 * bytes, data: data)
    }
    let guid: [UInt8] = [0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xAA, 0, 0x38, 0x9B, 0x71]
    let format =
      CraftedSound.little(0xFFFE, 2) + CraftedSound.little(2, 2) + CraftedSound.little(rate, 4)
      + CraftedSound.little(rate * 2 * bytes, 4) + CraftedSound.little(2 * bytes, 2)
      + CraftedSound.little(container, 2) + CraftedSound.little(22, 2)
      + CraftedSound.little(valid, 2) + CraftedSound.little(3, 4) + CraftedSound.little(1, 2) + guid
    return Array("RIFF".utf8) + CraftedSound.little(data.count + 60, 4) + Array("WAVEfmt ".utf8)
      + CraftedSound.little(40, 4) + format + Array("data".utf8)
      + CraftedSound.little(data.count, 4) + data
  }

  @Test(arguments: [(24, 32), (20, 32), (16, 32), (18, 24), (20, 24), (16, 24), (12, 16), (32, 32)])
  func `PCM with fewer valid bits than its container keeps its level and length`(
    valid: Int, container: Int
  ) throws {
    let bench = try Workbench()
    for isExtensible in [true, false] {
      let path = try bench.write(
        wave(valid: valid, container: container, isExtensible: isExtensible), "a.wav")
      let (sound, summary) = try TestSound.decode(path)
      let what = "\(valid) in \(container), extensible \(isExtensible)"
      #expect(sound.count == 8000 && summary.warnings == [], "\(what): \(summary)")
      guard sound.count == 8000 else { continue }
      #expect(abs(sound.left[4000] - 1) < 0.001 && abs(sound.right[4000] - 1) < 0.001, "\(what)")
      #expect(sound.left.indices.allSatisfy { $0 == 4000 || sound.left[$0] == 0 }, "\(what)")
    }
  }

  /// A second of AAC with a click at half a second, as `ffmpeg` writes it with these options.
  private func clicks(_ bench: Workbench, _ name: String, _ options: [String]) throws -> String {
    try bench.ffmpeg(
      [
        "-f", "lavfi", "-i", "aevalsrc=0.9*between(n\\,22050\\,22090):s=44100:d=1", "-c:a", "aac",
        "-b:a", "192k",
      ] + options + [bench.path(name)])
    return bench.path(name)
  }

  private func loudest(_ sound: AudioBlock) -> Double {
    let peak = sound.left.map(abs).max() ?? 0
    let first = sound.left.firstIndex { abs($0) >= peak / 2 } ?? 0
    return Double(first) / 44_100
  }

  @Test func `samples that a tag says to skip leave no silence in their place`() throws {
    let bench = try Workbench()
    let path = try clicks(bench, "a.m4a", ["-use_editlist", "0"])
    let plain = try bench.read(path)
    let tag = " 00000000 00000400 00000000 0000000000000000"
    for name in ["edit.m4a", "tag.m4a"] {
      let file =
        name == "edit.m4a" ? try clicks(bench, name, []) : try bench.write(tagged(plain, tag), name)
      let (sound, _) = try TestSound.decode(file)
      #expect(abs(loudest(sound) - 0.5) < 0.002, "\(name): \(loudest(sound))")
      let peer = try bench.peerSamples(file, [])
      #expect(abs(peer.count - sound.count) <= 1024, "\(name)")
      #expect(zip(peer, sound.left).allSatisfy { $0 == $1 }, "\(name)")
    }
  }

  /// Puts iTunes' tag for gapless play into an MP4 file whose index stands at its end.
  private func tagged(_ file: [UInt8], _ value: String) -> [UInt8] {
    let entry = CraftedSound.box(
      "----",
      CraftedSound.box("mean", CraftedSound.big(0, 4) + Array("com.apple.iTunes".utf8))
        + CraftedSound.box("name", CraftedSound.big(0, 4) + Array("iTunSMPB".utf8))
        + CraftedSound.box(
          "data", CraftedSound.big(1, 4) + CraftedSound.big(0, 4) + Array(value.utf8)))
    let handler = CraftedSound.box(
      "hdlr", CraftedSound.big(0, 8) + Array("mdirappl".utf8) + CraftedSound.big(0, 9))
    let data = CraftedSound.box(
      "udta",
      CraftedSound.box(
        "meta", CraftedSound.big(0, 4) + handler + CraftedSound.box("ilst", entry)))
    guard let at = file.lastRange(of: Array("moov".utf8))?.lowerBound else { return file }
    let size = file[at - 4..<at].reduce(0) { $0 << 8 | Int($1) }
    return file[..<(at - 4)] + CraftedSound.big(size + data.count, 4) + file[at...] + data
  }

  @Test func `a fragment that was cut out of a stream starts with its sound`() throws {
    let bench = try Workbench()
    try bench.ffmpeg([
      "-f", "lavfi", "-i", "aevalsrc=0.9*between(n\\,22050\\,22090):s=44100:d=1", "-c:a", "aac",
      "-output_ts_offset", "30", "-movflags", "+frag_keyframe+empty_moov+default_base_moof",
      bench.path("late.m4a"),
    ])
    let (sound, summary) = try TestSound.decode(bench.path("late.m4a"))
    #expect(sound.count < 60_000, "\(summary)")
    #expect(abs(loudest(sound) - 0.5) < 0.03, "\(loudest(sound))")
  }

  @Test(arguments: ["cenc-aes-ctr"]) func `an encrypted file is named as such`(scheme: String)
    throws
  {
    let bench = try Workbench()
    let key = "76a6c65c5ea762046bd749a2e632ccbb"
    for (index, codec) in ["aac", "alac"].enumerated() {
      let path = try clicks(
        bench, "a\(index).m4a",
        [
          "-c:a", codec, "-encryption_scheme", scheme, "-encryption_key", key, "-encryption_kid",
          "a7e61c373e219033c21091fa607bf3b8",
        ])
      try expectEncrypted(path)
    }
    // A shop's file: FairPlay's sample entry in place of AAC's.
    var bytes = try bench.read(try clicks(bench, "b.m4a", []))
    if let at = bytes.lastRange(of: Array("mp4a".utf8)) {
      bytes.replaceSubrange(at, with: Array("drms".utf8))
    }
    try expectEncrypted(try bench.write(bytes, "shop.m4p"))
    for (index, head) in [
      Array("CTENFDAM".utf8), [0, 1, 2, 3, 0x57, 0x90, 0x75, 0x36],
      Array("\0\0\0\u{18}ftypaax ".utf8),
    ].enumerated() {
      try expectEncrypted(
        try bench.write(head + [UInt8](repeating: 0x9C, count: 5000), "c\(index).bin"))
    }
  }

  private func expectEncrypted(_ path: String) throws {
    let error = #expect(throws: MediaError.self) { try AudioFile.open(path: path) }
    #expect(
      error?.sentence.contains("is encrypted (DRM") == true, "\(path): \(error?.sentence ?? "")")
  }

  @Test func `broken chunks are said`() throws {
    let bench = try Workbench()
    let good = CraftedSound.wave()
    let note = Array("note".utf8) + CraftedSound.little(5, 4) + [1, 2, 3, 4, 5]
    let unpadded = Array(good[..<36]) + note + Array(good[36...])
    let cases = [
      (unpadded, "'note' has an odd size and lacks its pad byte"),
      (Array(good[..<36]) + [UInt8](repeating: 0, count: 9000), "there is no 'data' chunk"),
      (Array(good[..<12]) + Array(good[36...]), "there is no 'fmt' chunk"),
    ]
    for (index, (bytes, words)) in cases.enumerated() {
      let path = try bench.write(bytes, "\(index).wav")
      let error = #expect(throws: MediaError.self) { try AudioFile.open(path: path) }
      #expect(error?.sentence.contains(words) == true, "\(error?.sentence ?? "")")
    }
    // The same chunk with its pad byte is read.
    let padded = Array(good[..<36]) + note + [0] + Array(good[36...])
    #expect(try TestSound.decode(try bench.write(padded, "good.wav")).0.count == 15_000)
  }
}
