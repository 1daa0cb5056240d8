import Glibc
import VoimoBase

/// Finds which beats begin a bar.
///
/// Bass drum and chord change speak for a bar's first beat, the snare drum against it (Davies and
/// Plumbley 2006, "A spectral difference approach to downbeat extraction in musical audio", for the
/// change; Goto 2001 for the drums' places). A path through the places in a bar, of three and of
/// four beats, may stumble but pays for it; the metre whose path is the better one is taken.
struct BarTracker {
  private let reader: EvidenceReader

  init(reader: EvidenceReader) { self.reader = reader }

  /// What a stumble costs, in units of evidence.
  private static let stumble = 12.0
  /// How much better three in a bar must be than four, for each beat: most songs have four.
  private static let preference = 0.08

  /// How much better, for each beat, the taken metre fits where there is no doubt of it.
  private static let clear = 0.4

  /// The bars of a song with these beats, and their usual length; none for fewer than four.
  func bars(of beats: [Beat]) -> (bars: [Bar], metre: Metre) {
    guard beats.count >= 4 else { return ([], Metre(beats: 0, confidence: 0)) }
    let evidence = reader.evidence(at: beats.map(\.time.value))
    let four = path(evidence, metre: 4)
    let three = path(evidence, metre: 3)
    let lead = (three.score - four.score) / Double(beats.count) - Self.preference
    let taken = lead > 0 ? three : four
    let metre = Metre(
      beats: lead > 0 ? 3 : 4,
      confidence: (min(1, abs(lead) / Self.clear) * 1_000).rounded() / 1_000)
    let starts = taken.places.indices.filter { taken.places[$0] == 0 }
    let margin = max(0, min(1, taken.lead / 0.5))
    let bars = starts.enumerated().map { index, start in
      let end = index + 1 < starts.count ? starts[index + 1] : beats.count
      return Bar(
        start: beats[start].time, beats: end - start,
        confidence: (margin * (0.5 + 0.5 * beats[start].confidence) * 1_000).rounded() / 1_000)
    }
    return (bars, metre)
  }

  private struct Path {
    var places: [Int]
    var score: Double
    /// How much better each beat fits than with the second best place of the first beat.
    var lead: Double
  }

  private func path(_ evidence: [BeatEvidence], metre: Int) -> Path {
    let fit = evidence.map { beat in (0..<metre).map { Self.fit(beat, place: $0, of: metre) } }
    var scores = fit[0]
    var steps: [[Int]] = []
    for beat in fit.dropFirst() {
      let best = scores.indices.max { scores[$0] < scores[$1] } ?? 0
      var from = [Int](repeating: 0, count: metre)
      var next = scores
      for place in 0..<metre {
        let usual = (place + metre - 1) % metre
        from[place] = scores[usual] >= scores[best] - Self.stumble ? usual : best
        let base = from[place] == usual ? scores[usual] : scores[best] - Self.stumble
        next[place] = base + beat[place]
      }
      scores = next
      steps.append(from)
    }
    let end = scores.indices.max { scores[$0] < scores[$1] } ?? 0
    var places = [end]
    for from in steps.reversed() { places.append(from[places[places.count - 1]]) }
    let rigid = (0..<metre).map { shift in
      fit.indices.reduce(0) { $0 + fit[$1][($1 + shift) % metre] } / Double(fit.count)
    }.sorted(by: >)
    return Path(
      places: places.reversed(), score: scores[end], lead: rigid[0] - rigid[1])
  }

  /// How well a beat fits a place in the bar; the places of one beat add up to 0.
  private static func fit(_ beat: BeatEvidence, place: Int, of metre: Int) -> Double {
    let kick: [Double]
    let snare: [Double]
    let change: [Double]
    if metre == 4 {
      kick = [0.6, -0.4, 0.2, -0.4]
      snare = [-0.4, 0.4, -0.4, 0.4]
      change = [1.0, -0.5, 0.0, -0.5]
    } else {
      kick = [0.7, -0.35, -0.35]
      snare = [-0.4, 0.2, 0.2]
      change = [1.0, -0.5, -0.5]
    }
    return beat.kick * kick[place] + beat.snare * snare[place] + beat.change * change[place]
  }
}
