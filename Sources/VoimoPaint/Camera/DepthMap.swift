/// How near everything in a picture is: 0 infinitely far, 65535 within reach.
///
/// A map may be smaller than its picture; it covers all of it all the same.
package struct DepthMap: Sendable, Equatable {
  /// Pixels, at least 1.
  package let width: Int
  /// Pixels, at least 1.
  package let height: Int
  /// `width * height` values, rows from the top.
  package private(set) var values: [UInt16]

  /// A map by its values; nil unless there are `width * height` of them.
  package init?(width: Int, height: Int, values: [UInt16]) {
    guard width > 0, height > 0, values.count == width * height else { return nil }
    self.width = width
    self.height = height
    self.values = values
  }

  /// A map as far everywhere as `value` says.
  package init(width: Int, height: Int, value: UInt16) {
    precondition(width > 0 && height > 0, "a depth map of \(width) × \(height)")
    self.width = width
    self.height = height
    values = [UInt16](repeating: value, count: width * height)
  }

  /// A map of numbers 0…1; others are taken as the nearest end.
  init(_ plane: Plane) {
    self.init(width: plane.width, height: plane.height, value: 0)
    for index in values.indices {
      values[index] = UInt16(min(max(plane.values[index], 0), 1) * 65_535 + 0.5)
    }
  }

  /// The same, a part as large in each direction: each value is the mean of those it covers.
  ///
  /// - Complexity: O(*n*) in the values.
  package func reduced(by factor: Int) -> DepthMap {
    precondition(factor > 0, "reduced by \(factor)")
    guard factor > 1 else { return self }
    var map = DepthMap(
      width: (width + factor - 1) / factor, height: (height + factor - 1) / factor, value: 0)
    for y in 0..<map.height {
      let rows = y * factor..<min((y + 1) * factor, height)
      for x in 0..<map.width {
        let columns = x * factor..<min((x + 1) * factor, width)
        var sum = 0
        for row in rows { for column in columns { sum += Int(values[row * width + column]) } }
        let count = rows.count * columns.count
        map.values[y * map.width + x] = UInt16((sum + count / 2) / count)
      }
    }
    return map
  }

  /// As numbers 0…1.
  var plane: Plane {
    Plane(width: width, height: height, values: values.map { Float($0) / 65_535 })
  }
}
