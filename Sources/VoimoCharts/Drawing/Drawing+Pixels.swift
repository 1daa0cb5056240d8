import VoimoBase
package import VoimoSignal

extension Drawing {
  /// Draws everything but text to pixels, edges smoothed by how much of a pixel they cover.
  ///
  /// - Complexity: O(pixels covered).
  package func pixelsWithoutText() -> RGBPicture {
    var picture = RGBPicture(width: width, height: height)
    picture.fill(background)
    for shape in shapes {
      switch shape {
      case .rectangle(let shape):
        picture.fill(
          columns: shape.x..<shape.x + shape.width, rows: shape.y..<shape.y + shape.height,
          color: shape.color, opacity: shape.opacity)
      case .area(let area): picture.fill(area)
      case .text: break
      }
    }
    return picture
  }
}

extension RGBPicture {
  /// Fills a rectangle whose edges may lie inside pixels.
  fileprivate mutating func fill(
    columns: Range<Double>, rows: Range<Double>, color: Color, opacity: Double
  ) {
    for row in Span.of(rows, limit: height) {
      for column in Span.of(columns, limit: width) {
        fill(
          x: column.first, y: row.first, width: column.count, height: row.count, color: color,
          opacity: opacity * column.cover * row.cover)
      }
    }
  }

  /// Fills an area: each column of pixels by the mean of the area's columns in it.
  fileprivate mutating func fill(_ area: Drawing.Area) {
    let first = max(0, Int(area.x.rounded(.down)))
    let last = min(width, Int((area.x + area.step * Double(area.tops.count)).rounded(.up)))
    guard first < last else { return }
    for x in first..<last {
      let from = max(0, Int((Double(x) - area.x) / area.step))
      let until = Int(((Double(x) + 1 - area.x) / area.step).rounded(.up))
      let columns = from..<min(area.tops.count, max(from + 1, until))
      guard !columns.isEmpty else { continue }
      let top = columns.reduce(0.0) { $0 + area.tops[$1] } / Double(columns.count)
      let bottom = columns.reduce(0.0) { $0 + area.bottoms[$1] } / Double(columns.count)
      guard top < bottom else { continue }
      fill(
        columns: Double(x)..<Double(x + 1), rows: top..<bottom, color: area.color,
        opacity: area.opacity)
    }
  }
}

/// A run of pixels that a stretch covers alike.
private struct Span {
  var first: Int
  var count: Int
  /// How much of each pixel is covered, above 0.
  var cover: Double

  /// The runs of a stretch: a first pixel, whole ones, a last pixel.
  static func of(_ stretch: Range<Double>, limit: Int) -> [Span] {
    let start = max(0, stretch.lowerBound)
    let end = min(Double(limit), stretch.upperBound)
    guard start < end else { return [] }
    let first = Int(start)
    let last = min(limit - 1, Int(end))
    if first == last { return [Span(first: first, count: 1, cover: end - start)] }
    let spans = [
      Span(first: first, count: 1, cover: Double(first + 1) - start),
      Span(first: first + 1, count: last - first - 1, cover: 1),
      Span(first: last, count: 1, cover: end - Double(last)),
    ]
    return spans.filter { $0.count > 0 && $0.cover > 0 }
  }
}
