package import VoimoSignal

/// A guess at how near everything in a picture is, from what most pictures have in common: sky
/// above, ground that comes nearer downwards, and what stands out from its surround in front.
///
/// No model. Exact operations alone, so every machine guesses alike.
package enum DepthPrior {
  /// The longer side of the map, at most.
  private static let longest = 320

  /// Guesses; the map is up to 320 pixels long.
  ///
  /// - Complexity: linear in the picture's pixels.
  package static func depth(of picture: RGBPicture) -> DepthMap {
    let clues = PictureClues(picture, longest: longest)
    let (width, height) = (clues.width, clues.height)
    let sky = clues.sky()
    let horizon = clues.horizon(under: sky)
    var base = Plane(width: width, height: height)
    for y in 0..<height {
      // Nearness on a plain grows by as much with every row below the horizon.
      let down = (Float(y) - horizon) / max(Float(height) - horizon, 1)
      let ground = down > 0 ? 0.2 + 0.75 * min(down, 1) : 0.2
      for x in 0..<width { base[x, y] = ground * (1 - sky[x, y]) + 0.01 * sky[x, y] }
    }
    let subject = clues.subject(sky: sky, ground: base)
    for index in base.values.indices {
      let near = subject.nearness.values[index], share = subject.share.values[index]
      base.values[index] += (max(near, base.values[index]) - base.values[index]) * share
    }
    // Edges of depth onto edges of the picture; twice, so that soft ones become clear.
    let radius = max(2, width / 56)
    let once = base.smoothed(by: clues.luma, radius: radius, calm: 0.0008)
    return DepthMap(once.smoothed(by: clues.luma, radius: max(1, radius / 2), calm: 0.0008))
  }
}

/// What can be seen in a picture without knowing what it shows.
struct PictureClues {
  let width: Int
  let height: Int
  let luma: Plane
  private let colors: [Plane]
  /// How much goes on about each pixel, 0…1.
  private let busy: Plane

  /// Looks at a picture made so small that its longer side is `longest` pixels at most.
  init(_ picture: RGBPicture, longest: Int) {
    let size = max(1, (max(picture.width, picture.height) + longest - 1) / longest)
    let channels = picture.channels(by: size)
    colors = channels.map(\.plane)
    luma = picture.luma(by: size)
    (width, height) = (luma.width, luma.height)
    var slope = Plane(width: width, height: height)
    for y in 0..<height {
      for x in 0..<width {
        let right = min(x + 1, width - 1), below = min(y + 1, height - 1)
        var sum: Float = 0
        for color in colors {
          sum += abs(color[right, y] - color[x, y]) + abs(color[x, below] - color[x, y])
        }
        slope[x, y] = sum
      }
    }
    busy = slope.blurred(2)
  }

  private func color(_ x: Int, _ y: Int) -> (Float, Float, Float) {
    (colors[0][x, y], colors[1][x, y], colors[2][x, y])
  }

  private func apart(_ a: (Float, Float, Float), _ b: (Float, Float, Float)) -> Float {
    abs(a.0 - b.0) + abs(a.1 - b.1) + abs(a.2 - b.2)
  }

  /// How much each pixel is sky, 0…1: smooth, joined to the upper border, not below two thirds.
  func sky() -> Plane {
    var isSky = [Bool](repeating: false, count: width * height)
    var open: [Int] = []
    func isCalm(_ x: Int, _ y: Int) -> Bool { busy[x, y] < 0.085 }
    func visit(_ x: Int, _ y: Int) {
      guard !isSky[y * width + x] else { return }
      isSky[y * width + x] = true
      open.append(y * width + x)
    }
    for x in 0..<width where isCalm(x, 0) {
      // Ground does not touch the upper border; dark green and brown there are trees and walls.
      let c = color(x, 0)
      if c.2 >= c.1 * 0.72 || luma[x, 0] > 0.5 || c.0 > c.1 * 1.2 && luma[x, 0] > 0.25 {
        visit(x, 0)
      }
    }
    let lowest = height * 2 / 3
    while let place = open.popLast() {
      let x = place % width, y = place / width, own = color(x, y)
      for (nx, ny) in [(x - 1, y), (x + 1, y), (x, y + 1), (x, y - 1)] {
        guard nx >= 0, nx < width, ny >= 0, ny < lowest, isCalm(nx, ny) else { continue }
        if apart(own, color(nx, ny)) < 0.09 { visit(nx, ny) }
      }
    }
    // Small islands, stars and birds, are sky as well; a room's wall is none.
    let share = Plane(width: width, height: height, values: isSky.map { $0 ? 1 : 0 })
    let firstRow = (0..<width).reduce(Float(0)) { $0 + share[$1, 0] } / Float(width)
    guard firstRow > 0.25 else { return Plane(width: width, height: height) }
    let closed = share.blurred(max(2, width / 80)).mapped { min(max(($0 - 0.35) * 3.3, 0), 1) }
    return closed.smoothed(by: luma, radius: max(2, width / 80), calm: 0.0006).mapped {
      min(max(($0 - 0.15) * 1.4, 0), 1)
    }
  }

  /// The row at which ground begins: under the sky, else where the strongest level edge is.
  func horizon(under sky: Plane) -> Float {
    var ends: [Int] = []
    for x in 0..<width where sky[x, 0] > 0.5 {
      ends.append((0..<height).first { sky[x, $0] < 0.5 } ?? height * 2 / 3)
    }
    if ends.count > width / 3 {
      // Most of the sky's lower border; what stands up into it leaves the rest as it is.
      ends.sort()
      return Float(min(ends[ends.count * 3 / 4], height * 3 / 4))
    }
    var best = (row: Float(height) * 0.42, strength: Float(0))
    for y in height * 3 / 10..<max(height * 13 / 20, height * 3 / 10 + 1) where y > 0 {
      var sum: Float = 0
      for x in 0..<width { sum += luma[x, y] - luma[x, y - 1] }
      let strength = abs(sum) / Float(width)
      if strength > best.strength { best = (Float(y), strength) }
    }
    return best.strength > 0.02 ? best.row : Float(height) * 0.42
  }

  /// What stands out from its surround towards the middle, and how near it must stand.
  func subject(sky: Plane, ground: Plane) -> (share: Plane, nearness: Plane) {
    // Far from the colors of the border, and from those about it (Achanta 2009).
    let around = max(4, width / 5)
    let wide = colors.map { $0.blurred(around) }, close = colors.map { $0.blurred(1) }
    let border = rim()
    var share = Plane(width: width, height: height)
    for y in 0..<height {
      for x in 0..<width {
        let own = (close[0][x, y], close[1][x, y], close[2][x, y])
        let local = apart(own, (wide[0][x, y], wide[1][x, y], wide[2][x, y]))
        let alien = border.reduce(Float(3)) { min($0, apart(own, $1)) }
        let dx = (Float(x) + 0.5) / Float(width) * 2 - 1
        let dy = (Float(y) + 0.5) / Float(height) * 2 - 1.15
        let central = max(0, 1 - (dx * dx * 0.9 + dy * dy * 0.7))
        share[x, y] = (local * 0.5 + alien) * central * (1 - sky[x, y])
      }
    }
    share = share.blurred(max(1, width / 64))
    let mean = share.mean
    var spread: Float = 0
    for value in share.values { spread += (value - mean) * (value - mean) }
    spread = (spread / Float(share.values.count)).squareRoot()
    let limit = mean + spread * 0.9
    share = share.mapped { min(max(($0 - limit) / max(spread, 0.02), 0), 1) }
    share = share.smoothed(by: luma, radius: max(2, width / 40), calm: 0.002).mapped {
      min(max(($0 - 0.2) * 1.7, 0), 1)
    }
    // As near as the ground it stands on.
    var nearness = Plane(width: width, height: height)
    for x in 0..<width {
      var foot: Float = 0
      for y in (0..<height).reversed() {
        if share[x, y] > 0.4 { foot = max(foot, ground[x, y]) } else { foot *= 0.98 }
        nearness[x, y] = max(foot, 0.55)
      }
    }
    return (share, nearness.blurred(max(1, width / 32)))
  }

  /// The colors along the left, upper and right border, a few of each.
  private func rim() -> [(Float, Float, Float)] {
    let deep = max(1, min(width, height) / 24)
    func mean(_ columns: Range<Int>, _ rows: Range<Int>) -> (Float, Float, Float) {
      var sum: (Float, Float, Float) = (0, 0, 0), count: Float = 0
      for y in rows where y < height {
        for x in columns where x < width {
          let c = color(x, y)
          sum = (sum.0 + c.0, sum.1 + c.1, sum.2 + c.2)
          count += 1
        }
      }
      return count > 0 ? (sum.0 / count, sum.1 / count, sum.2 / count) : (0, 0, 0)
    }
    var result: [(Float, Float, Float)] = []
    for part in 0..<8 {
      let rows = height * part / 8..<max(height * (part + 1) / 8, height * part / 8 + 1)
      result.append(mean(0..<deep, rows))
      result.append(mean(max(0, width - deep)..<width, rows))
      let columns = width * part / 8..<max(width * (part + 1) / 8, width * part / 8 + 1)
      result.append(mean(columns, 0..<deep))
    }
    return result
  }
}
