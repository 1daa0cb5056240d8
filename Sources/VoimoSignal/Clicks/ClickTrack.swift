import Glibc
package import VoimoBase

/// Clicks on a song's beats, to check them by ear.
///
/// A beat is a short tone of 1 000 Hz, the first of a bar one of 1 500 Hz and louder. Each begins
/// at the sample nearest to its beat, with its full strength: what is heard is the time that was
/// found.
package struct ClickTrack: Sendable {
  private let tones: (beat: [Float], bar: [Float])
  /// First samples and whether they begin a bar, rising.
  private let clicks: [(sample: Int, isBar: Bool)]

  /// How much softer the song is under clicks: 6 dB.
  package static let songGain: Float = 0.5

  /// Places clicks on beats; one that is also in `downbeats` begins a bar.
  package init(sampleRate: Int, beats: [Seconds], downbeats: [Seconds]) {
    func sample(_ time: Seconds) -> Int { Int((time.value * Double(sampleRate)).rounded()) }
    let bars = Set(downbeats.map(sample))
    clicks = Set(beats.map(sample)).union(bars).sorted().map { ($0, bars.contains($0)) }
    tones = (
      Self.tone(frequency: 1_000, level: 0.35, sampleRate),
      Self.tone(
        frequency: 1_500, level: 0.5, sampleRate)
    )
  }

  /// A cosine, so that the first sample is the loudest, dying away by 60 dB in 60 ms.
  private static func tone(frequency: Double, level: Double, _ sampleRate: Int) -> [Float] {
    let rate = Double(sampleRate)
    return (0..<Int(0.06 * rate)).map { index in
      let time = Double(index) / rate
      return Float(level * exp(-time * 115) * cos(2 * .pi * frequency * time))
    }
  }

  /// Mixes the clicks into a stretch of the song, which it makes softer.
  ///
  /// The same song in other blocks gives the same samples.
  ///
  /// - Parameters:
  ///   - left: samples of the left channel.
  ///   - right: as many of the right.
  ///   - start: which sample of the song is their first.
  package func mix(left: inout [Float], right: inout [Float], start: Int) {
    precondition(left.count == right.count)
    for index in left.indices {
      left[index] *= Self.songGain
      right[index] *= Self.songGain
    }
    let longest = max(tones.beat.count, tones.bar.count)
    var next = firstClick(from: start - longest)
    while next < clicks.count, clicks[next].sample < start + left.count {
      let click = clicks[next]
      let tone = click.isBar ? tones.bar : tones.beat
      let from = max(0, start - click.sample)
      let until = min(tone.count, start + left.count - click.sample)
      if from < until {
        for index in from..<until {
          left[click.sample + index - start] += tone[index]
          right[click.sample + index - start] += tone[index]
        }
      }
      next += 1
    }
  }

  /// The first click at or after a sample.
  private func firstClick(from sample: Int) -> Int {
    var (low, high) = (0, clicks.count)
    while low < high {
      let middle = (low + high) / 2
      if clicks[middle].sample < sample { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
