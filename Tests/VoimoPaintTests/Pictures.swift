import VoimoPaint
import VoimoSignal

/// One moment, painted into planes.
func painted(
  _ recipe: SceneRecipe, _ width: Int = 320, _ height: Int = 180,
  moment: ShotMoment = ShotMoment(time: 1),
  path: KernelPath = .fastest
) -> PlanarPicture {
  var painter = Painter(recipe: recipe, width: width, height: height, path: path)
  var picture = PlanarPicture(width: width, height: height)
  picture.withTarget { painter.paint(moment, into: $0) }
  return picture
}

/// Mean absolute difference of two pictures' luma.
func difference(_ a: PlanarPicture, _ b: PlanarPicture) -> Double {
  precondition(a.y.count == b.y.count)
  let sum = zip(a.y, b.y).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
  return Double(sum) / Double(a.y.count)
}

/// Mean of each block of `size` by `size` luma values.
func shrunk(_ picture: PlanarPicture, by size: Int) -> [Double] {
  let (width, height) = (picture.width / size, picture.height / size)
  var result = [Double](repeating: 0, count: width * height)
  for y in 0..<height * size {
    for x in 0..<width * size {
      result[y / size * width + x / size] += Double(picture.y[y * picture.width + x])
    }
  }
  return result.map { $0 / Double(size * size) }
}

/// The luma at a place, nearest pixel, or nil outside.
func luma(_ picture: PlanarPicture, _ x: Double, _ y: Double) -> Int? {
  let (column, row) = (Int(x.rounded(.down)), Int(y.rounded(.down)))
  guard column >= 0, row >= 0, column < picture.width, row < picture.height else { return nil }
  return Int(picture.y[row * picture.width + column])
}

/// Mean absolute difference between `b` and `a` seen through a map from `b`'s pixels to `a`'s.
func difference(
  _ a: PlanarPicture, _ b: PlanarPicture, through map: (Double, Double) -> (Double, Double)
) -> Double {
  var (sum, count) = (0, 0)
  for y in 0..<b.height {
    for x in 0..<b.width {
      let place = map(Double(x) + 0.5, Double(y) + 0.5)
      guard let value = luma(a, place.0, place.1) else { continue }
      sum += abs(value - Int(b.y[y * b.width + x]))
      count += 1
    }
  }
  return Double(sum) / Double(max(count, 1))
}
