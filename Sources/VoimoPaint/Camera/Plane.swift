/// One number a pixel: what is worked out about a picture before it moves.
struct Plane: Sendable, Equatable {
  let width: Int
  let height: Int
  /// Rows from the top.
  var values: [Float]

  /// A plane of one value.
  init(width: Int, height: Int, value: Float = 0) {
    self.init(width: width, height: height, values: Array(repeating: value, count: width * height))
  }

  /// A plane by its values, `width * height` of them.
  init(width: Int, height: Int, values: [Float]) {
    precondition(width > 0 && height > 0 && values.count == width * height)
    self.width = width
    self.height = height
    self.values = values
  }

  /// The value at a pixel that lies inside.
  subscript(x: Int, y: Int) -> Float {
    get { values[y * width + x] }
    set { values[y * width + x] = newValue }
  }

  /// The value between pixels, whose middles are whole numbers; beyond the border it is the
  /// border's.
  func value(at x: Float, _ y: Float) -> Float {
    unsafe values.withUnsafeBufferPointer {
      unsafe Self.value($0, width: width, height: height, at: x, y)
    }
  }

  /// The same of values that somebody holds already, `width * height` of them.
  @inline(__always)
  static func value(
    _ values: UnsafeBufferPointer<Float>, width: Int, height: Int, at x: Float, _ y: Float
  ) -> Float {
    let x = min(max(x, 0), Float(width &- 1)), y = min(max(y, 0), Float(height &- 1))
    let left = Int(x), top = Int(y)
    let right = min(left &+ 1, width &- 1)
    let row = top &* width, below = min(top &+ 1, height &- 1) &* width
    let s = x - Float(left), t = y - Float(top)
    let a = unsafe values[row &+ left] + (values[row &+ right] - values[row &+ left]) * s
    let b = unsafe values[below &+ left] + (values[below &+ right] - values[below &+ left]) * s
    return a + (b - a) * t
  }

  /// The mean of all values.
  var mean: Float { Float(values.reduce(0) { $0 + Double($1) } / Double(values.count)) }

  /// Each value with a function applied.
  func mapped(_ change: (Float) -> Float) -> Plane {
    Plane(width: width, height: height, values: values.map(change))
  }

  /// This plane and another of its size, put together value by value.
  func joined(_ other: Plane, _ change: (Float, Float) -> Float) -> Plane {
    precondition(other.width == width && other.height == height, "planes of two sizes")
    return Plane(width: width, height: height, values: zip(values, other.values).map(change))
  }

  /// The mean over squares of `2 * radius + 1` pixels a side, smaller ones at the border.
  ///
  /// - Complexity: O(*n*) whatever the radius.
  func blurred(_ radius: Int) -> Plane {
    guard radius > 0 else { return self }
    var across = self
    for y in 0..<height {
      var sum = 0.0
      for x in 0..<min(radius, width) { sum += Double(self[x, y]) }
      for x in 0..<width {
        if x + radius < width { sum += Double(self[x + radius, y]) }
        if x - radius > 0 { sum -= Double(self[x - radius - 1, y]) }
        let count = min(x + radius, width - 1) - max(x - radius, 0) + 1
        across[x, y] = Float(sum / Double(count))
      }
    }
    var result = across
    var sums = [Double](repeating: 0, count: width)
    for y in 0..<min(radius, height) {
      for x in 0..<width { sums[x] += Double(across[x, y]) }
    }
    for y in 0..<height {
      if y + radius < height {
        for x in 0..<width { sums[x] += Double(across[x, y + radius]) }
      }
      if y - radius > 0 {
        for x in 0..<width { sums[x] -= Double(across[x, y - radius - 1]) }
      }
      let count = Double(min(y + radius, height - 1) - max(y - radius, 0) + 1)
      for x in 0..<width { result[x, y] = Float(sums[x] / count) }
    }
    return result
  }
}

extension Plane {
  /// What a guided filter does to `self` by `guide` (He, Sun and Tang 2013): in squares about each
  /// pixel, the line through the guide's values that fits best.
  ///
  /// Edges of the result lie on edges of the guide; `calm` is the variance of the guide below which
  /// it counts as plain.
  func guided(by guide: Plane, radius: Int, calm: Float) -> (slope: Plane, base: Plane) {
    let guideMean = guide.blurred(radius), mean = blurred(radius)
    let square = guide.mapped { $0 * $0 }.blurred(radius)
    let product = guide.joined(self, *).blurred(radius)
    var slope = mean, base = mean
    for index in mean.values.indices {
      let g = guideMean.values[index], m = mean.values[index]
      let variance = max(square.values[index] - g * g, 0)
      let a = (product.values[index] - g * m) / (variance + calm)
      slope.values[index] = a
      base.values[index] = m - a * g
    }
    return (slope.blurred(radius), base.blurred(radius))
  }

  /// The same, applied to the guide itself.
  func smoothed(by guide: Plane, radius: Int, calm: Float) -> Plane {
    let line = guided(by: guide, radius: radius, calm: calm)
    var result = line.base
    for index in result.values.indices {
      result.values[index] += line.slope.values[index] * guide.values[index]
    }
    return result
  }

  /// Values where `weight` is 0 are made up from those around, smoothly and without end (push and
  /// pull, Gortler 1996); with no weight anywhere nothing changes.
  func filled(where weight: Plane) -> Plane {
    precondition(weight.width == width && weight.height == height, "planes of two sizes")
    guard width > 1 || height > 1 else { return self }
    let half = (w: (width + 1) / 2, h: (height + 1) / 2)
    var small = Plane(width: half.w, height: half.h), known = small
    for y in 0..<half.h {
      for x in 0..<half.w {
        var sum: Float = 0, total: Float = 0
        for row in 2 * y..<min(2 * y + 2, height) {
          for column in 2 * x..<min(2 * x + 2, width) {
            let w = weight[column, row]
            sum += self[column, row] * w
            total += w
          }
        }
        small[x, y] = total > 0 ? sum / total : 0
        known[x, y] = min(total, 1)
      }
    }
    guard known.values.contains(where: { $0 > 0 }) else { return self }
    small = small.filled(where: known)
    var result = self
    for y in 0..<height {
      for x in 0..<width where weight[x, y] < 1 {
        let rough = small.value(at: (Float(x) - 0.5) / 2, (Float(y) - 0.5) / 2)
        result[x, y] += (rough - self[x, y]) * (1 - weight[x, y])
      }
    }
    return result
  }
}
