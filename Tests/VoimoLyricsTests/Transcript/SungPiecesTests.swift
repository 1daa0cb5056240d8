import Testing
import VoimoBase
import VoimoLyrics

/// A level in which somebody sings in some stretches of seconds.
private func level(_ seconds: Double, sung: [ClosedRange<Double>]) -> [Float] {
  (0..<Int(seconds * 100)).map { frame in
    let time = (Double(frame) + 0.5) / 100
    return sung.contains { $0.contains(time) } ? 0.9 : 0.05
  }
}

/// Compares pieces with the expected ones, to a twentieth of a second.
private func check(
  _ seconds: Double, sung: [ClosedRange<Double>], _ expected: [ClosedRange<Double>],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let pieces = SungPieces.pieces(level: level(seconds, sung: sung))
  #expect(pieces.count == expected.count, "\(pieces)", sourceLocation: sourceLocation)
  for (piece, expected) in zip(pieces, expected) {
    #expect(
      abs(piece.lowerBound.value - expected.lowerBound) <= 0.05
        && abs(piece.upperBound.value - expected.upperBound) <= 0.05, "\(piece)",
      sourceLocation: sourceLocation)
  }
}

@Test func `a sung stretch is a piece with a little before and after it`() {
  check(20, sung: [5...9], [4.7...9.3])
  check(9, sung: [0...9], [0...9])
}

@Test func `stretches closer than a second are one piece`() {
  check(20, sung: [5...9, 9.8...12], [4.7...12.3])
  check(20, sung: [5...9, 10.5...12], [4.7...9.3, 10.2...12.3])
}

@Test func `a piece that is too long is cut in its longest pause`() {
  // The longest one is too near to the start to cut there.
  check(
    50, sung: [1...2, 2.9...15, 15.5...20, 20.8...36],
    [0.7...20.3, 20.5...36.3])
}

@Test func `half a pause goes to each side of a cut`() {
  check(50, sung: [1...20, 20.4...40], [0.7...20.2, 20.2...40.3])
}

@Test func `singing without a pause is cut where it is softest`() {
  var level = level(50, sung: [2...42])
  for frame in 2000..<2020 { level[frame] = 0.7 }
  let pieces = SungPieces.pieces(level: level)
  #expect(pieces.count == 2)
  #expect(pieces.first?.upperBound == pieces.last?.lowerBound)
  #expect((20...20.2).contains(pieces.first?.upperBound.value ?? 0))
}

@Test func `nothing is transcribed where nobody sings`() {
  check(20, sung: [], [])
  #expect(SungPieces.pieces(level: []).isEmpty)
  #expect(SungPieces.pieces(level: [Float](repeating: .nan, count: 500)).isEmpty)
  #expect(SungPieces.pieces(level: level(20, sung: [5...9]), rate: 0).isEmpty)
}

@Test(arguments: [UInt64](1...40))
func `pieces are in order, short enough, long enough, and have all that is sung`(seed: UInt64) {
  var random = SeededRandom(seed: seed)
  var sung: [ClosedRange<Double>] = []
  var time = random.number(in: 0...5)
  while time < 150 {
    let end = time + random.number(in: 0.8...(random.unit() < 0.1 ? 60 : 6))
    sung.append(time...end)
    time = end + random.number(in: 0.15...(random.unit() < 0.3 ? 8 : 0.9))
  }
  let level = level(time, sung: sung)
  let pieces = SungPieces.pieces(level: level)
  var last = 0.0
  for piece in pieces {
    let (start, end) = (piece.lowerBound.value, piece.upperBound.value)
    #expect(start >= last && end <= Double(level.count) / 100, "seed \(seed): \(piece)")
    #expect((0.5...28.000001).contains(end - start), "seed \(seed): \(piece)")
    last = end
  }
  for stretch in sung {
    // The last one may end after the song does.
    for time in stride(from: stretch.lowerBound + 0.05, to: min(stretch.upperBound, time), by: 0.1)
    where time < stretch.upperBound - 0.05 {
      #expect(
        pieces.contains { ($0.lowerBound.value...$0.upperBound.value).contains(time) },
        "seed \(seed): \(time) s is in no piece")
    }
  }
}
