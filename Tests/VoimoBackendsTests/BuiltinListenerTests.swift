import Foundation
import Testing
import VoimoBackends
import VoimoBase
import VoimoMedia
import VoimoSignal
import VoimoStages

@Suite struct BuiltinListenerTests {
  /// Hits of a decaying tone, twice a second from 0.4 s on, written at a sample rate.
  private func heard(at rate: Int, samples: Int) async throws -> SongFeatures {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("voimo-listener-\(rate)-\(UUID().uuidString).wav").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    var sound: [Float] = []
    for index in 0..<samples {
      let time = Double(index) / Double(rate) - 0.4
      let since = time < 0 ? 1 : time.truncatingRemainder(dividingBy: 0.5)
      sound.append(Float(0.5 * exp(-since / 0.03) * sin(2 * .pi * 500 * since)))
    }
    var writer = try SoundWriter(path: path, sampleRate: rate, format: .float)
    try writer.write(AudioBlock(start: 0, left: sound, right: sound))
    _ = try writer.finish()
    return try await BuiltinListener().listen(
      to: path, Work(folder: FileManager.default.temporaryDirectory.path))
  }

  @Test(arguments: [8_000, 22_050, 48_000, 96_000])
  func `a song of any rate is heard as at one`(rate: Int) async throws {
    let reference = try await heard(at: 44_100, samples: 20 * 44_100)
    let samples = 20 * rate + 1
    let features = try await heard(at: rate, samples: samples)
    // The length is the song's own, to the sample.
    #expect(features.duration.value == Double(samples) / Double(rate))
    #expect(features.signals.count == 2_001 && reference.signals.count == 2_000)
    #expect(features.beats.count == reference.beats.count && features.beats.count > 30)
    for (a, b) in zip(features.beats, reference.beats) {
      #expect(abs(a.time.value - b.time.value) < 0.003, "\(a) and \(b)")
    }
    let (loudness, other) = (features.loudness.integrated, reference.loudness.integrated)
    // Half of 8 kHz lies near the weighting's shelf, which bends there.
    #expect(abs((loudness ?? 0) - (other ?? 1)) < (rate < 16_000 ? 0.25 : 0.1))
    for signal in [Signal.rms, .low, .mid] {
      let pairs = zip(features.signals[signal], reference.signals[signal])
      #expect(pairs.allSatisfy { abs($0 - $1) < 0.05 }, "\(signal)")
    }
  }
}
