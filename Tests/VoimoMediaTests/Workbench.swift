import Glibc
import Testing
import VoimoBase
import VoimoMedia
import VoimoSignal

/// A folder of a test's own, removed when the test lets go of it.
final class Workbench {
  let folder: String

  init() throws {
    var template = Array("/tmp/voimo-media-XXXXXX".utf8CString)
    let made = unsafe template.withUnsafeMutableBufferPointer { buffer in
      unsafe buffer.baseAddress.flatMap { unsafe mkdtemp($0) }.map { unsafe String(cString: $0) }
    }
    folder = try #require(made)
  }

  deinit { _ = try? run(["rm", "-rf", folder]) }

  func path(_ name: String) -> String { "\(folder)/\(name)" }

  /// Runs a program found by the shell and gives what it prints; the file `errors` gets the rest.
  @discardableResult
  func run(_ words: [String]) throws -> String {
    try run(
      words.map { "'" + $0.replacing("'", with: "'\\''") + "'" }.joined(separator: " ")
        + " </dev/null")
  }

  /// Runs a line of shell and gives what it prints; the file `errors` gets the rest.
  @discardableResult
  func run(_ quoted: String) throws -> String {
    guard let pipe = unsafe popen("\(quoted) 2>\(folder)/errors", "r") else {
      throw Failure(text: "popen")
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe fread(&buffer, 1, buffer.count, pipe)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    guard unsafe pclose(pipe) == 0 else { throw Failure(text: quoted) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `ffmpeg`, an independent peer.
  func ffmpeg(_ words: [String]) throws {
    try run(["ffmpeg", "-v", "error", "-nostdin", "-y"] + words)
  }

  /// What ffmpeg's own decoder makes of a file: interleaved stereo.
  func peerSamples(_ path: String, _ options: [String] = ["-ac", "2"]) throws -> [Float] {
    try ffmpeg(["-i", "file:" + path] + options + ["-f", "f32le", self.path("peer.raw")])
    return floats(try read(self.path("peer.raw")))
  }

  func read(_ path: String) throws -> [UInt8] {
    guard let file = unsafe fopen(path, "r") else { throw Failure(text: "no \(path)") }
    defer { unsafe fclose(file) }
    unsafe fseek(file, 0, SEEK_END)
    var bytes = [UInt8](repeating: 0, count: unsafe ftell(file))
    unsafe rewind(file)
    let count = unsafe fread(&bytes, 1, bytes.count, file)
    return Array(bytes.prefix(count))
  }

  func write(_ bytes: [UInt8], _ name: String) throws -> String {
    guard let file = unsafe fopen(path(name), "w") else { throw Failure(text: "no \(name)") }
    defer { unsafe fclose(file) }
    unsafe fwrite(bytes, 1, bytes.count, file)
    return path(name)
  }

  private func floats(_ bytes: [UInt8]) -> [Float] {
    unsafe bytes.withUnsafeBytes { unsafe Array($0.bindMemory(to: Float.self)) }
  }

  struct Failure: Error { var text: String }
}

/// Sound for tests: noise that repeats nowhere, so that a shift of one sample shows.
enum TestSound {
  static func noise(seed: UInt64, count: Int, gain: Double = 0.3) -> AudioBlock {
    var random = SeededRandom(seed: seed)
    var (left, right): ([Float], [Float]) = ([], [])
    // Two poles of low-pass: lossy codecs keep it.
    var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0)
    for _ in 0..<count {
      a += 0.2 * (random.number(in: -1...1) - a)
      b += 0.2 * (a - b)
      c += 0.2 * (random.number(in: -1...1) - c)
      d += 0.2 * (c - d)
      left.append(Float(5 * gain * b))
      right.append(Float(5 * gain * d))
    }
    return AudioBlock(start: 0, left: left, right: right)
  }

  /// Decodes all of a file.
  static func decode(_ path: String) throws -> (AudioBlock, DecodeSummary) {
    var all = AudioBlock(start: 0, left: [], right: [])
    let summary = try AudioFile.open(path: path).decode { block in
      #expect(block.start == all.count)
      all.left += block.left
      all.right += block.right
    }
    #expect(summary.samples == all.count)
    return (all, summary)
  }

  /// By how many samples `b` comes later than `a`, by cross-correlation of a stretch, and how alike
  /// they then are, 0 to 1.
  static func lag(
    of b: [Float], behind a: [Float], at start: Int, length: Int = 4096, within reach: Int = 2400
  ) -> (lag: Int, likeness: Double) {
    var best = (lag: 0, likeness: -1.0)
    for lag in -reach...reach {
      var (ab, aa, bb) = (Float(0), Float(0), Float(0))
      for index in start..<start + length {
        let other = index + lag
        guard b.indices.contains(other), a.indices.contains(index) else { continue }
        ab += a[index] * b[other]
        aa += a[index] * a[index]
        bb += b[other] * b[other]
      }
      let likeness = Double(ab / max(1e-12, (aa * bb).squareRoot()))
      if likeness > best.likeness { best = (lag, likeness) }
    }
    return best
  }
}

/// Whether the folder with songs and awkward files is beside the project.
let hasSharedAudio = sharedAudio("awkward/manifest.json") != nil

/// Where the songs and awkward files for tests are; nil, with a loud line, where they are not.
func sharedAudio(_ name: String) -> String? {
  for root in ["../shared/audio", "../../shared/audio"] {
    let path = "\(root)/\(name)"
    if unsafe access(path, R_OK) == 0 { return path }
  }
  print("NOT RUN: shared audio is missing (\(name))")
  return nil
}
