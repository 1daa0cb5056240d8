import Foundation
package import VoimoSignal

/// What is doubtful about a song's level, in sentences for people.
package enum LevelDoubts {
  /// Says what somebody would want to know before making a film of the song; empty when all is
  /// well.
  package static func sentences(_ loudness: Loudness) -> [String] {
    if loudness.isSilent {
      return ["the song is silent (peak \(decibels(loudness.peak)) dBFS)"]
    }
    var sentences: [String] = []
    if loudness.peak > fullScale, loudness.truePeak > truePeak {
      sentences.append(
        "the song goes \(tenths(loudness.truePeak)) dB over full scale (true peak), where players "
          + "distort; \(tenths(loudness.truePeak / ceiling)) dB softer it would stay clean")
    } else if loudness.clippedShare > clippedShare {
      sentences.append(
        "the song is clipped: \(percent(loudness.clippedShare)) of its samples are at full scale; "
          + "a softer master would sound cleaner")
    }
    if abs(loudness.offset) > offset {
      sentences.append(
        "the song has a direct-current offset of \(percent(abs(loudness.offset))) of full scale; "
          + "a high-pass filter at 20 Hz takes it off")
    }
    let (loud, soft) = (
      max(loudness.leftRMS, loudness.rightRMS), min(loudness.leftRMS, loudness.rightRMS)
    )
    if soft < loud * oneSide {
      let isLeft = loudness.leftRMS > loudness.rightRMS
      sentences.append(
        "the song is on the \(isLeft ? "left" : "right") side alone: the \(isLeft ? "right" : "left") "
          + "channel is at \(decibels(soft)) dBFS, the other at \(decibels(loud)); "
          + "a mono file of the \(isLeft ? "left" : "right") channel plays on both sides")
    } else if loudness.correlation < antiphase {
      sentences.append(
        "the channels are in opposite phase (correlation \(hundredths(loudness.correlation))): "
          + "played on one loudspeaker it loses \(percent(lostInMono(loudness))) of its power; "
          + "inverting one channel mends it")
    }
    return sentences
  }

  /// From here on clipping is heard: one sample in ten thousand.
  private static let clippedShare = 0.0001
  /// From here on an offset costs headroom, a sixth of a decibel, and clicks at cuts: two
  /// hundredths of full scale.
  private static let offset = 0.02

  /// Over full scale by more than a lossy decoder's rounding.
  private static let fullScale = 1.001
  /// From here on a true peak is a fault: +3 dB.
  ///
  /// Loud masters on sale go up to there (Nielsen and Lund 2003,
  /// "Overload in signal conversion").
  private static let truePeak = 1.413
  /// What EBU R 128 lets a true peak be: −1 dB.
  private static let ceiling = 0.891
  /// From here on a side counts as silent beside the other: −60 dB.
  private static let oneSide = 0.001
  /// From here on the channels are opposites: played as one, more than seven eighths of the power
  /// are lost.
  private static let antiphase = -0.75

  /// The share of the power that is lost when both channels are mixed to mono.
  private static func lostInMono(_ loudness: Loudness) -> Double {
    let (left, right) = (loudness.leftRMS, loudness.rightRMS)
    let both = left * left + right * right
    return both > 0 ? 0.5 - loudness.correlation * left * right / both : 0
  }

  private static func tenths(_ ratio: Double) -> String {
    String((200 * log10(ratio)).rounded() / 10)
  }

  private static func hundredths(_ value: Double) -> String {
    String((value * 100).rounded() / 100)
  }

  private static func percent(_ share: Double) -> String {
    let rounded = (share * 10_000).rounded() / 100
    return "\(rounded) %"
  }

  /// A level of full scale 1 in decibels, rounded; `−∞` for silence.
  package static func decibels(_ level: Double) -> String {
    level > 0 ? String(Int((20 * log10(level)).rounded())) : "−∞"
  }
}
