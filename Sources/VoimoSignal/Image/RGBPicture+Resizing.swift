extension RGBPicture {
  /// The picture at another size: each new pixel is the mean of the area it covers when smaller, a
  /// bilinear mix when larger.
  ///
  /// Works on sRGB values as they are. Same input, same bytes.
  ///
  /// - Complexity: O(old pixels + new pixels × footprint), one pass for each direction.
  package func resized(toWidth newWidth: Int, height newHeight: Int) -> RGBPicture {
    precondition(newWidth > 0 && newHeight > 0, "resized to \(newWidth)×\(newHeight)")
    if newWidth == width, newHeight == height { return self }
    let across = Footprint.list(from: width, to: newWidth)
    let down = Footprint.list(from: height, to: newHeight)
    // Rows first narrow, kept with 8 fractional bits.
    var narrow = [Int32](repeating: 0, count: newWidth * height * 3)
    for row in 0..<height {
      for (column, footprint) in across.enumerated() {
        for part in 0..<3 {
          var sum: Int32 = 0
          for (offset, weight) in footprint.weights.enumerated() {
            sum &+= Int32(pixels[(row * width + footprint.first + offset) * 3 + part]) &* weight
          }
          narrow[(row * newWidth + column) * 3 + part] = (sum &+ 32) &>> 6
        }
      }
    }
    var result = RGBPicture(width: newWidth, height: newHeight)
    for (row, footprint) in down.enumerated() {
      for place in 0..<newWidth * 3 {
        var sum: Int64 = 0
        for (offset, weight) in footprint.weights.enumerated() {
          sum &+= Int64(narrow[(footprint.first + offset) * newWidth * 3 + place]) &* Int64(weight)
        }
        let value = (sum &+ (1 << 21)) &>> 22
        result.pixels[row * newWidth * 3 + place] = UInt8(clamping: value)
      }
    }
    return result
  }

  /// The picture at the largest size that fits into a frame without changing its shape.
  package func fitted(width frameWidth: Int, height frameHeight: Int) -> RGBPicture {
    let scale = min(Double(frameWidth) / Double(width), Double(frameHeight) / Double(height))
    return resized(
      toWidth: max(1, min(frameWidth, Int((Double(width) * scale).rounded()))),
      height: max(1, min(frameHeight, Int((Double(height) * scale).rounded()))))
  }
}

/// The old pixels that one new pixel is mixed from; weights add up to 16 384.
private struct Footprint {
  let first: Int
  let weights: [Int32]

  static func list(from old: Int, to new: Int) -> [Footprint] {
    let ratio = Double(old) / Double(new)
    return (0..<new).map { index in
      let center = (Double(index) + 0.5) * ratio
      if ratio > 1 { return area(center - ratio / 2, center + ratio / 2, limit: old) }
      return between(center - 0.5, limit: old)
    }
  }

  private static func area(_ start: Double, _ end: Double, limit: Int) -> Footprint {
    let first = max(0, min(limit - 1, Int(start)))
    let last = max(first, min(limit - 1, Int(end.rounded(.up)) - 1))
    let shares = (first...last).map { max(0, min(end, Double($0 + 1)) - max(start, Double($0))) }
    return Footprint(first: first, shares: shares)
  }

  private static func between(_ place: Double, limit: Int) -> Footprint {
    let place = max(0, min(Double(limit - 1), place))
    let first = min(limit - 1, Int(place))
    guard first + 1 < limit else { return Footprint(first: first, shares: [1]) }
    let share = place - Double(first)
    return Footprint(first: first, shares: [1 - share, share])
  }

  private init(first: Int, shares: [Double]) {
    self.first = first
    let total = shares.reduce(0, +)
    var weights = shares.map { Int32(($0 / total * 16_384).rounded()) }
    // What rounding took or gave goes to the middle, so that flat areas stay exactly flat.
    weights[weights.count / 2] += 16_384 - weights.reduce(0, +)
    self.weights = weights
  }
}
