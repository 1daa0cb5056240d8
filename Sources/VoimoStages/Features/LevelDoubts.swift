import Foundation
package import VoimoSignal

/// What is doubtful about a song's level, in sentences for people.
package enum LevelDoubts {
  /// Says what somebody would want to know before making a film of the song; empty when all is well.
  package static func sentences(_ loudness: Loudness) -> [String] {
    if loudness.isSilent {
      return ["the song is silent (peak \(decibels(loudness.peak)) dBFS)"]
    }
    return []
  }

  /// A level of full scale 1 in decibels, rounded; `−∞` for silence.
  package static func decibels(_ level: Double) -> String {
    level > 0 ? String(Int((20 * log10(level)).rounded())) : "−∞"
  }
}
