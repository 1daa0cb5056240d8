import VoimoSignal

/// How often each color occurs in a film, to 5 bits of red, green and blue, and the few colors that
/// stand for all: variance minimization by Xiaolin Wu (Graphics Gems II, 1991).
///
/// Whole numbers throughout but for variances, which are sums and quotients alone: the same palette
/// on every machine.
struct ColorCounts {
  /// Cells a side; the first of each is empty, so that sums need no special cases.
  private static let side = 33
  private static let cells = side * side * side

  private var count = [Int](repeating: 0, count: cells)
  private var red = [Int](repeating: 0, count: cells)
  private var green = [Int](repeating: 0, count: cells)
  private var blue = [Int](repeating: 0, count: cells)
  private var square = [Double](repeating: 0, count: cells)

  private static func cell(_ r: Int, _ g: Int, _ b: Int) -> Int { (r * side + g) * side + b }

  /// Counts the colors of a picture.
  mutating func add(_ picture: RGBPicture) {
    for place in stride(from: 0, to: picture.pixels.count, by: 3) {
      let (r, g, b) = (
        Int(picture.pixels[place]), Int(picture.pixels[place + 1]), Int(picture.pixels[place + 2])
      )
      let cell = Self.cell(r >> 3 + 1, g >> 3 + 1, b >> 3 + 1)
      count[cell] += 1
      red[cell] += r
      green[cell] += g
      blue[cell] += b
      square[cell] += Double(r * r + g * g + b * b)
    }
  }

  /// The colors that stand for all that was counted, at most so many; at least one.
  func palette(_ most: Int) -> [(red: Int, green: Int, blue: Int)] {
    var sums = self
    sums.accumulate()
    var boxes = [Box(r: 0..<32, g: 0..<32, b: 0..<32)]
    var spreads = [sums.spread(boxes[0])]
    while boxes.count < most {
      // The first of the widest, so that ties are no matter of chance.
      guard let widest = spreads.indices.max(by: { spreads[$0] < spreads[$1] }),
        spreads[widest] > 0
      else { break }
      guard let (one, other) = sums.cut(boxes[widest]) else {
        spreads[widest] = 0
        continue
      }
      boxes[widest] = one
      spreads[widest] = sums.spread(one)
      boxes.append(other)
      spreads.append(sums.spread(other))
    }
    return boxes.compactMap { box in
      let total = sums.moments(box)
      guard total.count > 0 else { return nil }
      let half = total.count / 2
      return (
        (total.red + half) / total.count, (total.green + half) / total.count,
        (total.blue + half) / total.count
      )
    }
  }

  /// A box of cells: from behind the lower to the upper bound.
  private struct Box {
    var r: Range<Int>
    var g: Range<Int>
    var b: Range<Int>

    enum Side: CaseIterable { case red, green, blue }

    func range(_ side: Side) -> Range<Int> {
      switch side {
      case .red: r
      case .green: g
      case .blue: b
      }
    }

    func with(_ side: Side, _ range: Range<Int>) -> Box {
      switch side {
      case .red: Box(r: range, g: g, b: b)
      case .green: Box(r: r, g: range, b: b)
      case .blue: Box(r: r, g: g, b: range)
      }
    }
  }

  private struct Moments {
    var count: Int
    var red: Int
    var green: Int
    var blue: Int

    /// The squared length of the sum over the count: what a cut makes larger.
    var strength: Double {
      guard count > 0 else { return 0 }
      let (r, g, b) = (Double(red), Double(green), Double(blue))
      return (r * r + g * g + b * b) / Double(count)
    }
  }

  /// Turns counts into sums over all cells below.
  private mutating func accumulate() {
    for step in [Self.side * Self.side, Self.side, 1] {
      for cell in step..<Self.cells where cell / step % Self.side > 0 {
        count[cell] += count[cell - step]
        red[cell] += red[cell - step]
        green[cell] += green[cell - step]
        blue[cell] += blue[cell - step]
        square[cell] += square[cell - step]
      }
    }
  }

  private func sum<Value: AdditiveArithmetic>(_ values: [Value], _ box: Box) -> Value {
    func at(_ r: Int, _ g: Int, _ b: Int) -> Value { values[Self.cell(r, g, b)] }
    let (r, g, b) = (box.r, box.g, box.b)
    return at(r.upperBound, g.upperBound, b.upperBound)
      - at(r.upperBound, g.upperBound, b.lowerBound)
      - at(r.upperBound, g.lowerBound, b.upperBound) + at(r.upperBound, g.lowerBound, b.lowerBound)
      - at(r.lowerBound, g.upperBound, b.upperBound) + at(r.lowerBound, g.upperBound, b.lowerBound)
      + at(r.lowerBound, g.lowerBound, b.upperBound) - at(r.lowerBound, g.lowerBound, b.lowerBound)
  }

  private func moments(_ box: Box) -> Moments {
    Moments(
      count: sum(count, box), red: sum(red, box), green: sum(green, box), blue: sum(blue, box))
  }

  /// The squared distance of all colors in a box from their mean.
  private func spread(_ box: Box) -> Double { max(0, sum(square, box) - moments(box).strength) }

  /// The cut that leaves the least spread; nil where all colors are in one cell.
  private func cut(_ box: Box) -> (Box, Box)? {
    var best: (strength: Double, one: Box, other: Box)?
    for side in Box.Side.allCases {
      let range = box.range(side)
      for place in range.dropFirst() {
        let one = box.with(side, range.lowerBound..<place)
        let other = box.with(side, place..<range.upperBound)
        let (low, high) = (moments(one), moments(other))
        guard low.count > 0, high.count > 0 else { continue }
        let strength = low.strength + high.strength
        if strength > best?.strength ?? -1 { best = (strength, one, other) }
      }
    }
    return best.map { ($0.one, $0.other) }
  }
}
