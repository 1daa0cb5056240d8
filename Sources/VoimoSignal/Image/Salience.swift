import VoimoBase

/// Where the eye goes in a picture: what differs from the rest in color, most of all in the middle.
///
/// - Achanta, Hemami, Estrada, Süsstrunk 2009, "Frequency-tuned salient region detection": the
///   distance of each place's color from the mean color of the picture.
/// - Tatler 2007, "The central fixation bias in scene viewing": the eye prefers the middle.
///
/// Works on a grid of at most 64 cells on the longer side; knows no faces.
package enum Salience {
  /// The most striking place of a picture.
  ///
  /// - Returns: From the left and from the top, 0 to 1; the middle for a picture without contrast.
  /// - Complexity: O(pixels).
  package static func focus(of picture: RGBPicture) -> (x: Double, y: Double) {
    let grid = Grid(picture)
    let weights = grid.weights
    let total = weights.reduce(0, +)
    guard total > 0 else { return (0.5, 0.5) }
    // The strongest neighbourhood, so that two subjects do not give the empty place between them.
    let reach = max(1, max(grid.width, grid.height) / 8)
    var best = (sum: -1.0, x: 0, y: 0)
    for y in 0..<grid.height {
      for x in 0..<grid.width {
        var sum = 0.0
        for v in max(0, y - reach)...min(grid.height - 1, y + reach) {
          for u in max(0, x - reach)...min(grid.width - 1, x + reach) {
            sum += weights[v * grid.width + u]
          }
        }
        if sum > best.sum * (1 + 1e-9) { best = (sum, x, y) }
      }
    }
    // The center of gravity of that neighbourhood.
    var (x, y, weight) = (0.0, 0.0, 0.0)
    for v in max(0, best.y - reach)...min(grid.height - 1, best.y + reach) {
      for u in max(0, best.x - reach)...min(grid.width - 1, best.x + reach) {
        let share = weights[v * grid.width + u]
        x += share * (Double(u) + 0.5)
        y += share * (Double(v) + 0.5)
        weight += share
      }
    }
    return (x / weight / Double(grid.width), y / weight / Double(grid.height))
  }
}

/// A picture in a few cells, each the mean color of what it covers.
private struct Grid {
  var width: Int
  var height: Int
  /// Lightness, green to red, blue to yellow: about equal steps look about equally far apart.
  var colors: [(Double, Double, Double)]

  init(_ picture: RGBPicture) {
    let longer = max(picture.width, picture.height)
    let cells = min(64, longer)
    width = max(1, picture.width * cells / longer)
    height = max(1, picture.height * cells / longer)
    var sums = [(Double, Double, Double, Double)](repeating: (0, 0, 0, 0), count: width * height)
    for y in 0..<picture.height {
      let row = y * height / picture.height * width
      for x in 0..<picture.width {
        let at = 3 * (y * picture.width + x)
        let cell = row + x * width / picture.width
        let (red, green, blue) = (
          Double(picture.pixels[at]), Double(picture.pixels[at + 1]),
          Double(picture.pixels[at + 2])
        )
        sums[cell].0 += (red + green + green + blue) / 4
        sums[cell].1 += (red - green) / 2
        sums[cell].2 += (red + green) / 4 - blue / 2
        sums[cell].3 += 1
      }
    }
    colors = sums.map { sum in
      let count = max(1, sum.3)
      return (sum.0 / count, sum.1 / count, sum.2 / count)
    }
  }

  /// How striking each cell is, at least 0.
  var weights: [Double] {
    let count = Double(colors.count)
    let mean = colors.reduce((0.0, 0.0, 0.0)) { ($0.0 + $1.0, $0.1 + $1.1, $0.2 + $1.2) }
    let distances = colors.map { color -> Double in
      let (a, b, c) = (
        color.0 - mean.0 / count, color.1 - mean.1 / count, color.2 - mean.2 / count
      )
      return a * a + b * b + c * c
    }
    // Noise and soft gradients are no subject.
    let threshold = 2 * distances.reduce(0, +) / count
    return distances.indices.map { index in
      guard distances[index] > max(threshold, 36) else { return 0 }
      let x = (Double(index % width) + 0.5) / Double(width) - 0.5
      let y = (Double(index / width) + 0.5) / Double(height) - 0.5
      return distances[index] * (1 - x * x - y * y)
    }
  }
}
