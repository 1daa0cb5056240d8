/// Takes the voice out of a song by masks on its spectrum; the accompaniment is the song without
/// it.
///
/// A lead voice is mixed to the centre: what both channels share (Avendano 2003, "Frequency-domain
/// source identification and manipulation in stereo mixes": their similarity) is divided by
/// `VocalMask`, and only where the vocal curve hears somebody. The voice is therefore one channel,
/// for both sides. A mono song is all centre and only the mask can tell, so the voice is less
/// clean.
///
/// What this cannot do: a voice panned aside, doubled wide, or its stereo reverberation stays with
/// the accompaniment; a centred solo that moves like a voice while one is heard comes along; a note
/// held for more than half a second without vibrato is partly taken for a chord; consonants lose to
/// drums. It is enough to look at a voice's words and level, not for a remix.
///
/// Memory does not grow with the song: 20 s of magnitudes. Same samples in other blocks give the
/// same voice.
package struct StemSplitter: ~Copyable, Sendable {
  private let sampleRate: Int
  private let curve: [Float]
  private let low: Int
  private let bins: Int
  private var pair: FourierPair
  private var history: SampleHistory
  private var spectra: SpectralHistory
  private var bank: FilterBank
  private var mask: VocalMask
  private var mid: [Float]
  private var side: [Float]
  private var power: [Float]
  private var sidePower: [Float]
  /// The centre's complex bins of the frames not yet divided, as a ring.
  private var centres: [Float]
  private let ring: Int
  private var divided = 0
  private var sum: [Float]
  private var made = 0

  /// Nothing below is sung, and little above.
  private static let band = 100.0...16_000.0
  private static let bands = 40

  /// Begins a song.
  ///
  /// - Parameters:
  ///   - sampleRate: In Hz.
  ///   - vocal: The likelihood of a voice at 100 Hz from 0 to 1; silence where it is short.
  package init(sampleRate: Int, vocal: [Float]) {
    precondition(sampleRate > 0, "a song at \(sampleRate) Hz")
    self.sampleRate = sampleRate
    curve = vocal
    // 4 096 samples at 44.1 kHz, and 60 to 120 ms elsewhere.
    var size = 64
    while Double(size) < 0.06 * Double(sampleRate) { size *= 2 }
    pair = FourierPair(size: size)
    let hop = pair.hop
    history = SampleHistory(silence: size - hop)
    let width = Double(sampleRate) / Double(size)
    low = max(1, min(size / 2 - 1, Int((Self.band.lowerBound / width).rounded(.up))))
    bins = max(1, min(size / 2, Int(Self.band.upperBound / width)) - low)
    let frames = Double(sampleRate) / Double(hop)
    mask = VocalMask(framesPerSecond: frames, bins: bins, binWidth: width)
    ring = mask.reach + 1
    spectra = SpectralHistory(
      bins: bins, features: 2 * Self.bands, capacity: 2 * mask.reach + 2)
    bank = .mel(count: Self.bands, from: 60, to: 8_000, size: size, sampleRate: sampleRate)
    mid = Array(repeating: 0, count: size + 2)
    side = mid
    power = Array(repeating: 0, count: size / 2 + 1)
    sidePower = power
    centres = Array(repeating: 0, count: 2 * bins * ring)
    sum = Array(repeating: 0, count: size)
  }

  /// Takes the next samples of both channels, equally many; NaN and infinite samples count as
  /// silence.
  ///
  /// - Returns: the next samples of the voice, some ten seconds behind.
  package mutating func push(
    left: UnsafeBufferPointer<Float>, right: UnsafeBufferPointer<Float>
  ) -> [Float] {
    precondition(left.count == right.count, "\(left.count) samples left, \(right.count) right")
    var voice: [Float] = []
    var start = 0
    while start < left.count {
      let end = min(left.count, start + 16_384)
      unsafe history.append(left: left, right: right, range: start..<end)
      start = end
      read(into: &voice)
    }
    made += voice.count
    return voice
  }

  /// Ends the song.
  ///
  /// - Returns: the rest of the voice: with what `push` gave it is as long as the song.
  package mutating func finish() -> [Float] {
    let left = history.pushed - made
    var voice: [Float] = []
    while voice.count < left {
      history.appendSilence(pair.size)
      read(into: &voice)
    }
    voice.removeLast(voice.count - left)
    made += left
    return voice
  }

  private mutating func read(into voice: inout [Float]) {
    let (size, hop) = (pair.size, pair.hop)
    while true {
      let start = spectra.count * hop - (size - hop)
      guard start + size <= history.end else { break }
      analyse(at: start - history.origin)
      if spectra.count > mask.reach { divide(into: &voice) }
      history.forget(before: start + hop)
    }
  }

  /// Adds the frame that begins at a place of the history.
  private mutating func analyse(at place: Int) {
    pair.read(history.mid, at: place, into: &mid)
    if history.isStereo { pair.read(history.side, at: place, into: &side) }
    for bin in power.indices {
      let (a, b) = (mid[2 &* bin], mid[2 &* bin &+ 1])
      power[bin] = a * a + b * b
      let (c, d) = (side[2 &* bin], side[2 &* bin &+ 1])
      sidePower[bin] = c * c + d * d
    }
    var fingerprint = [Float](repeating: 0, count: 2 * Self.bands)
    var sums = [Float](repeating: 0, count: Self.bands)
    bank.sum(power, into: &sums)
    for band in sums.indices { fingerprint[band] = sums[band].squareRoot() }
    bank.sum(sidePower, into: &sums)
    for band in sums.indices { fingerprint[Self.bands + band] = sums[band].squareRoot() }

    var magnitude = [Float](repeating: 0, count: bins)
    let slot = (spectra.count % ring) * 2 * bins
    for index in 0..<bins {
      let bin = low &+ index
      let centre = power[bin &- 1] + power[bin] + power[bin &+ 1]
      let around = sidePower[bin &- 1] + sidePower[bin] + sidePower[bin &+ 1]
      // Sources on one side only are as strong in the side as in the centre.
      let share = centre > around ? 1 - around / centre : 0
      centres[slot &+ 2 &* index] = share * mid[2 &* bin]
      centres[slot &+ 2 &* index &+ 1] = share * mid[2 &* bin &+ 1]
      magnitude[index] = share * power[bin].squareRoot()
    }
    spectra.append(magnitude: magnitude, fingerprint: fingerprint)
  }

  private mutating func divide(into voice: inout [Float]) {
    let (size, hop) = (pair.size, pair.hop)
    mask.divideNext(spectra)
    let start = divided * hop - (size - hop)
    let gate = presence(at: Double(start + size / 2) / Double(sampleRate))
    if gate > 0 {
      let slot = (divided % ring) * 2 * bins
      for index in mid.indices { mid[index] = 0 }
      for index in 0..<bins {
        let share = gate * mask.mask[index]
        let place = 2 &* (low &+ index)
        mid[place] = share * centres[slot &+ 2 &* index]
        mid[place &+ 1] = share * centres[slot &+ 2 &* index &+ 1]
      }
      pair.add(mid, to: &sum)
    }
    if start >= 0 { voice.append(contentsOf: sum[..<hop]) }
    sum.removeFirst(hop)
    sum.append(contentsOf: repeatElement(0, count: hop))
    divided += 1
  }

  /// From 0 where nobody is heard within a tenth of a second to 1 where somebody is likely.
  private func presence(at time: Double) -> Float {
    let middle = Int((time * Double(Signals.rate)).rounded())
    let from = max(0, middle - 10)
    let to = min(curve.count, middle + 11)
    guard from < to else { return 0 }
    let likelihood = curve[from..<to].reduce(0, max)
    return max(0, min(1, (likelihood - 0.2) / 0.4))
  }
}
