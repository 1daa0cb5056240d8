import Foundation
import VoimoBase
package import VoimoEngine
import VoimoMedia
import VoimoSignal

/// Listens to the song: tempo, beats, bars, and what it does a hundred times a second.
package struct FeaturesStep: Step {
  package init() {}

  package var kind: StepKind { StageRegistry.stage("features").kind }

  package var inputs: [StepInput] { [StepInput("audio", from: "audio", "audio")] }

  package func walkParameters(_ walk: inout ParameterWalk) {}

  package func run(_ context: StepContext) async throws -> StepProduct {
    var reader = try SoundReader(path: context.input("audio").path)
    let rate = reader.sampleRate
    let total = reader.samples / rate
    var analyzer = SongAnalyzer(sampleRate: rate)
    try reader.forEachBlock { block in
      try context.checkCancellation()
      unsafe block.left.withUnsafeBufferPointer { left in
        unsafe block.right.withUnsafeBufferPointer { right in
          unsafe analyzer.push(left: left, right: right)
        }
      }
      context.progress((block.start + block.count) / rate, of: total, unit: "seconds of sound")
    }
    let features = analyzer.finish()
    return StepProduct(
      outputs: [
        "features": .bytes(features.encode()), "signals": .bytes(features.signals.encode()),
      ],
      value: try ArtifactJSON.encode(SongBeats(of: features)),
      warnings: warnings(features))
  }

  private func warnings(_ features: SongFeatures) -> [String] {
    features.loudness.isSilent
      ? ["the song is silent (peak \(Self.decibels(features.loudness.peak)) dBFS)"] : []
  }

  private static func decibels(_ level: Double) -> String {
    level > 0 ? String(Int((20 * log10(level)).rounded())) : "−∞"
  }
}
