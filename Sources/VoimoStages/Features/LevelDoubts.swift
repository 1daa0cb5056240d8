import Foundation
package import VoimoSignal

/// What is doubtful about a song's level, in sentences for people.
package enum LevelDoubts {
  /// Says what somebody would want to know before making a film of the song; empty when all is well.
  package static func sentences(_ loudness: Loudness) -> [String] {
    if loudness.isSilent {
      return ["the song is silent (peak \(decibels(loudness.peak)) dBFS)"]
    }
    var sentences: [String] = []
    if loudness.clippedShare > clippedShare {
      sentences.append(
        "the song is clipped: \(percent(loudness.clippedShare)) of its samples are at full scale; "
          + "a softer master would sound cleaner")
    }
    if abs(loudness.offset) > offset {
      sentences.append(
        "the song has a direct-current offset of \(percent(abs(loudness.offset))) of full scale; "
          + "a high-pass filter at 20 Hz takes it off")
    }
    return sentences
  }

  /// From here on clipping is heard: one sample in ten thousand.
  private static let clippedShare = 0.0001
  /// From here on an offset costs headroom and clicks at cuts: one hundredth of full scale, −40 dBFS.
  private static let offset = 0.01

  private static func percent(_ share: Double) -> String {
    let rounded = (share * 10_000).rounded() / 100
    return "\(rounded) %"
  }

  /// A level of full scale 1 in decibels, rounded; `−∞` for silence.
  package static func decibels(_ level: Double) -> String {
    level > 0 ? String(Int((20 * log10(level)).rounded())) : "−∞"
  }
}
