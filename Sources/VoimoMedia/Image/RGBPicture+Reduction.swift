import VoimoSignal

extension RGBPicture {
  /// The largest size of a picture's shape that has at most so many pixels.
  ///
  /// - Parameters:
  ///   - width: Of the picture, at least 1.
  ///   - height: Of the picture, at least 1.
  ///   - most: Pixels of the result, at least 1; nil for the picture's own size.
  /// - Returns: a size that is never larger than the picture.
  static func size(
    of width: Int, _ height: Int, withAtMost most: Int?
  ) -> (width: Int, height: Int) {
    guard let most, width * height > most else { return (width, height) }
    let scale = (Double(most) / Double(width * height)).squareRoot()
    let narrow = min(max(1, Int(Double(width) * scale)), most)
    let low = min(max(1, Int(Double(height) * scale)), max(1, most / narrow))
    return (min(narrow, width), min(low, height))
  }

  /// The picture made smaller: each new pixel is the mean of exactly the area that it covers, in
  /// whole numbers.
  ///
  /// - Parameters:
  ///   - newWidth: From 1 to the picture's.
  ///   - newHeight: From 1 to the picture's.
  /// - Returns: the picture at that size.
  /// - Complexity: O(pixels).
  func reduced(toWidth newWidth: Int, height newHeight: Int) -> RGBPicture {
    precondition(
      (1...width).contains(newWidth) && (1...height).contains(newHeight),
      "\(width)×\(height) reduced to \(newWidth)×\(newHeight)")
    if newWidth == width, newHeight == height { return self }
    // An old pixel is `new` units wide and a new one `old` units, so that all edges are whole.
    let columns = Self.shares(width, newWidth)
    let rows = Self.shares(height, newHeight)
    let area = width * height
    var result = RGBPicture(width: newWidth, height: newHeight)
    var line = [Int](repeating: 0, count: 3 * newWidth + 3)
    var sums = [Int](repeating: 0, count: 3 * newWidth)
    for row in 0..<height {
      reduce(row, columns, into: &line)
      let share = rows[row]
      for index in sums.indices { sums[index] &+= line[index] &* share.first }
      // The row that ends a new one, and begins the next with what is left of it.
      guard share.endsHere else { continue }
      let start = 3 * share.target * newWidth
      for index in sums.indices {
        result.pixels[start + index] = UInt8(truncatingIfNeeded: (sums[index] + area / 2) / area)
        sums[index] = line[index] &* share.rest
      }
    }
    return result
  }

  /// How an old row or column is shared out.
  private struct Share {
    /// The new one that it begins in.
    var target: Int
    /// Units in that one.
    var first: Int
    /// Units in the next one.
    var rest: Int
    /// Whether the new one is full with it.
    var endsHere: Bool
  }

  private static func shares(_ old: Int, _ new: Int) -> [Share] {
    (0..<old).map { index in
      let (start, end) = (index * new, (index + 1) * new)
      let target = start / old
      let edge = (target + 1) * old
      return Share(
        target: target, first: min(end, edge) - start, rest: max(0, end - edge),
        endsHere: end >= edge)
    }
  }

  /// One row's sums across.
  private func reduce(_ row: Int, _ columns: [Share], into line: inout [Int]) {
    let start = 3 * row * width
    unsafe pixels.withUnsafeBufferPointer { pixels in
      unsafe line.withUnsafeMutableBufferPointer { line in
        unsafe line.update(repeating: 0)
        unsafe columns.withUnsafeBufferPointer { columns in
          var source = start
          for column in 0..<columns.count {
            let share = unsafe columns[column]
            let target = 3 * share.target
            for part in 0..<3 {
              let value = unsafe Int(pixels[source + part])
              unsafe line[target + part] &+= value &* share.first
              unsafe line[target + 3 + part] &+= value &* share.rest
            }
            source += 3
          }
        }
      }
    }
  }
}
