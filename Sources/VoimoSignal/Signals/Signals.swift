package import VoimoBase

/// A curve of the song that motion can follow.
package enum Signal: String, Sendable, CaseIterable, Hashable, Codable {
  /// Loudness: root mean square of 40 ms, 1 at the song's loud moments.
  case rms
  /// How much begins: spectral flux, 1 at the song's strong onsets.
  case onset
  /// Level from 20 to 200 Hz, 1 at the song's loud moments.
  case low
  /// Level from 200 to 2 000 Hz, 1 at the song's loud moments.
  case mid
  /// Level above 2 000 Hz, 1 at the song's loud moments.
  case high
  /// Hits of the bass drum: low onsets, 1 at the strong ones.
  case kick
  /// Hits of the snare drum: onsets in body and noise at once, 1 at the strong ones.
  case snare
  /// Brightness: spectral centroid on a logarithmic scale, not normalised: 0 is 100 Hz, 1 is 10
  /// kHz.
  case centroid
  /// Likelihood that somebody sings or speaks, not normalised.
  case vocal

  /// Its place in arrays and records.
  var index: Int {
    switch self {
    case .rms: 0
    case .onset: 1
    case .low: 2
    case .mid: 3
    case .high: 4
    case .kick: 5
    case .snare: 6
    case .centroid: 7
    case .vocal: 8
    }
  }
}

/// The song's curves at 100 values a second; value *k* is centred at *k*/100 s.
///
/// All values are from 0 to 1 in steps of 1/65 535, so that they survive encoding exactly.
package struct Signals: Sendable, Equatable {
  /// Values a second.
  package static let rate = 100

  /// Values of each signal.
  package let count: Int
  private var curves: [[Float]]

  /// Takes one curve a signal, all equally long; values are clamped to 0…1 and rounded.
  ///
  /// A signal that is not given is 0 throughout.
  package init(_ curves: [Signal: [Float]]) {
    let count = curves.values.map(\.count).max() ?? 0
    self.count = count
    self.curves = Signal.allCases.map { signal in
      guard let curve = curves[signal] else { return Array(repeating: 0, count: count) }
      precondition(curve.count == count, "\(signal): \(curve.count) values, others \(count)")
      return curve.map { Float(Self.quantised($0)) / 65_535 }
    }
  }

  private init(count: Int, curves: [[Float]]) {
    self.count = count
    self.curves = curves
  }

  /// All values of one signal.
  package subscript(signal: Signal) -> [Float] { curves[signal.index] }

  /// A signal's value at any time: linear between values, the nearest one outside the song.
  package func value(_ signal: Signal, at time: Seconds) -> Float {
    guard count > 0, time.value.isFinite else { return 0 }
    let curve = curves[signal.index]
    let place = max(0, min(Double(count - 1), time.value * Double(Self.rate)))
    let before = Int(place)
    guard before + 1 < count else { return curve[count - 1] }
    let share = Float(place - Double(before))
    return curve[before] + (curve[before + 1] - curve[before]) * share
  }

  /// A signal at every frame from one to before another of a grid.
  package func values(_ signal: Signal, frames: Range<Int>, of rate: FrameRate) -> [Float] {
    frames.map { value(signal, at: rate.time(ofFrame: $0)) }
  }

  /// The values from the one nearest to `from` to before the one nearest to `to`; the first is at 0
  /// then.
  package func slice(from: Seconds, to: Seconds) -> Signals {
    let start = place(of: from)
    let end = max(start, place(of: to))
    return Signals(count: end - start, curves: curves.map { Array($0[start..<end]) })
  }

  private func place(of time: Seconds) -> Int {
    guard time.value > 0 else { return 0 }
    return Int(min(Double(count), (time.value * Double(Self.rate)).rounded()))
  }

  private static func quantised(_ value: Float) -> UInt16 {
    guard value > 0 else { return 0 }  // also refuses NaN
    return UInt16(min(value, 1) * 65_535 + 0.5)
  }
}

extension Signals {
  private static let version: UInt16 = 1

  /// A record: 18 bytes for each hundredth of a second.
  package func encode() -> [UInt8] {
    var writer = ByteWriter(magic: "vSig", version: Self.version)
    writer.reserve(8 + count * curves.count * 2)
    writer.put(UInt32(count))
    writer.put(UInt16(curves.count))
    for curve in curves {
      for value in curve { writer.put(Self.quantised(value)) }
    }
    return writer.bytes
  }

  /// Reads a record.
  ///
  /// - Throws: When the bytes are not such a record, of another version, or not whole.
  package init(decoding bytes: [UInt8]) throws(SignalDecodingError) {
    var reader = try ByteReader(bytes, magic: "vSig", version: Self.version)
    count = try reader.count(of: 2)
    let kinds = try reader.word16()
    guard Int(kinds) == Signal.allCases.count else {
      throw SignalDecodingError(
        description: "the record has \(kinds) signals, not \(Signal.allCases.count)")
    }
    curves = []
    for _ in Signal.allCases {
      var curve: [Float] = []
      curve.reserveCapacity(count)
      for _ in 0..<count { curve.append(Float(try reader.word16()) / 65_535) }
      curves.append(curve)
    }
    try reader.end()
  }
}
