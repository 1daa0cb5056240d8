package import VoimoBase

/// A picture as shapes, from back to front: drawn to pixels, or written as SVG.
///
/// Lengths are in pixels from the upper left corner, and may be fractions. Shapes that reach over
/// the edge are cut there.
package struct Drawing: Sendable, Equatable {
  /// One thing that is drawn.
  package enum Shape: Sendable, Equatable {
    case rectangle(Rectangle)
    case area(Area)
    case text(Text)
  }

  /// A filled rectangle.
  package struct Rectangle: Sendable, Equatable {
    package var x: Double
    package var y: Double
    package var width: Double
    package var height: Double
    package var color: Color
    /// From 0 to 1.
    package var opacity: Double
    /// What a reader of the SVG is told when pointing at it; empty for nothing.
    package var note: String
  }

  /// What lies between two curves: columns side by side, equally wide.
  package struct Area: Sendable, Equatable {
    /// The left edge of the first column.
    package var x: Double
    /// The width of a column.
    package var step: Double
    /// The upper edge of each column.
    package var tops: [Double]
    /// The lower edges, as many.
    package var bottoms: [Double]
    package var color: Color
    /// From 0 to 1.
    package var opacity: Double
  }

  /// One line of text.
  package struct Text: Sendable, Equatable {
    /// Which part of the text stands at `x`.
    package enum Anchor: String, Sendable {
      case start
      case middle
      case end
    }

    package var text: String
    package var x: Double
    /// The middle of the line.
    package var y: Double
    /// The height of an em.
    package var size: Double
    package var color: Color
    /// From 0 to 1.
    package var opacity: Double
    package var anchor: Anchor
    package var isBold: Bool

    /// Where the letters stand: the middle of a line of lower-case letters lies about a third of
    /// an em above it.
    var base: Double { y + 0.346 * size }
  }

  package let width: Int
  package let height: Int
  package let background: Color
  package private(set) var shapes: [Shape] = []

  /// An empty sheet.
  package init(width: Int, height: Int, background: Color) {
    precondition(width > 0 && height > 0, "a drawing of \(width)×\(height)")
    self.width = width
    self.height = height
    self.background = background
  }

  /// Adds a rectangle in front.
  package mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, color: Color, opacity: Double = 1,
    note: String = ""
  ) {
    guard width > 0, height > 0 else { return }
    shapes.append(
      .rectangle(
        Rectangle(
          x: x, y: y, width: width, height: height, color: color, opacity: opacity, note: note)))
  }

  /// Adds an area in front.
  package mutating func area(
    x: Double, step: Double, tops: [Double], bottoms: [Double], color: Color,
    opacity: Double = 1
  ) {
    precondition(tops.count == bottoms.count && step > 0)
    guard !tops.isEmpty else { return }
    shapes.append(
      .area(
        Area(x: x, step: step, tops: tops, bottoms: bottoms, color: color, opacity: opacity)))
  }

  /// Adds a line of text in front.
  package mutating func text(
    _ text: String, x: Double, y: Double, size: Double, color: Color, opacity: Double = 1,
    anchor: Text.Anchor = .start, isBold: Bool = false
  ) {
    guard !text.isEmpty else { return }
    shapes.append(
      .text(
        Text(
          text: text, x: x, y: y, size: size, color: color, opacity: opacity, anchor: anchor,
          isBold: isBold)))
  }

  /// All lines of text, in order.
  package var texts: [Text] {
    shapes.compactMap { shape in
      guard case .text(let text) = shape else { return nil }
      return text
    }
  }
}
