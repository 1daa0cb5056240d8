import Glibc
import VoimoBase

/// Finds which beats begin a bar.
///
/// Bass drum and chord change speak for a bar's first beat, the snare drum against it (Davies and Plumbley 2006, "A spectral
/// difference approach to downbeat extraction in musical audio", for the change; Goto 2001 for the drums' places). A path through the
/// places in a bar, of three and of four beats, may stumble but pays for it; the metre whose path is the better one is taken.
struct BarTracker {
  private let kick: [Float]
  private let snare: [Float]
  private let chroma: FeatureRows

  init(kick: [Float], snare: [Float], chroma: FeatureRows) {
    self.kick = kick
    self.snare = snare
    self.chroma = chroma
  }

  /// What speaks at one beat, in deviations from the song's mean.
  private struct Evidence {
    var kick: Double
    var snare: Double
    var change: Double
  }

  /// What a stumble costs, in units of evidence.
  private static let stumble = 12.0
  /// How much better three in a bar must be than four, for each beat: most songs have four.
  private static let preference = 0.08

  /// The bars of a song with these beats; empty for fewer than four.
  func bars(of beats: [Beat]) -> [Bar] {
    guard beats.count >= 4 else { return [] }
    let evidence = evidence(at: beats.map(\.time.value))
    let four = path(evidence, metre: 4)
    let three = path(evidence, metre: 3)
    let taken = three.score > four.score + Self.preference * Double(beats.count) ? three : four
    let starts = taken.places.indices.filter { taken.places[$0] == 0 }
    let margin = max(0, min(1, taken.lead / 0.5))
    return starts.enumerated().map { index, start in
      let end = index + 1 < starts.count ? starts[index + 1] : beats.count
      return Bar(
        start: beats[start].time, beats: end - start,
        confidence: (margin * (0.5 + 0.5 * beats[start].confidence) * 1_000).rounded() / 1_000)
    }
  }

  private func evidence(at times: [Double]) -> [Evidence] {
    let gap = (times[times.count - 1] - times[0]) / Double(times.count - 1)
    let kicks = Self.standardised(times.map { peak(kick, at: $0) })
    let snares = Self.standardised(times.map { peak(snare, at: $0) })
    let changes = Self.standardised(
      times.map { time in
        let before = chroma.mean(from: time - 2 * gap, to: time - 0.05)
        let after = chroma.mean(from: time + 0.05, to: time + 2 * gap)
        return 1 - cosine(before, after)
      })
    return times.indices.map {
      Evidence(kick: kicks[$0], snare: snares[$0], change: changes[$0])
    }
  }

  private func peak(_ curve: [Float], at time: Double) -> Double {
    let center = Int((time * 100).rounded())
    let first = max(0, min(curve.count, center - 4))
    let last = max(first, min(curve.count, center + 5))
    return Double(curve[first..<last].max() ?? 0)
  }

  /// Values in deviations from their mean, held within ±2.5 so that no single hit decides.
  private static func standardised(_ values: [Double]) -> [Double] {
    let mean = values.reduce(0, +) / Double(values.count)
    let power = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
    let deviation = power.squareRoot()
    guard deviation > 1e-9 else { return values.map { _ in 0 } }
    return values.map { max(-2.5, min(2.5, ($0 - mean) / deviation)) }
  }

  private struct Path {
    var places: [Int]
    var score: Double
    /// How much better each beat fits than with the second best place of the first beat.
    var lead: Double
  }

  private func path(_ evidence: [Evidence], metre: Int) -> Path {
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
  private static func fit(_ beat: Evidence, place: Int, of metre: Int) -> Double {
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

/// The cosine of the angle between two rows; 1 for two silent ones, 0 for one.
func cosine(_ a: [Float], _ b: [Float]) -> Double {
  var (cross, left, right) = (Float(0), Float(0), Float(0))
  for (x, y) in zip(a, b) {
    cross += x * y
    left += x * x
    right += y * y
  }
  if left == 0 && right == 0 { return 1 }
  guard left > 0, right > 0 else { return 0 }
  return Double(cross / (left * right).squareRoot())
}
