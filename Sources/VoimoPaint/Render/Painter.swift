package import VoimoSignal

/// Paints the frames of one shot.
///
/// A value: copies paint the same pictures. Not for several threads at once; make one for each.
package struct Painter: Sendable {
  package let recipe: SceneRecipe
  /// Pixels, at least 1.
  package let width: Int
  /// Pixels, at least 1.
  package let height: Int

  /// Prepares a shot of `width` × `height` pixels; milliseconds of work.
  package init(recipe: SceneRecipe, width: Int, height: Int) {
    precondition(width > 0 && height > 0, "a picture of \(width) × \(height)")
    self.recipe = recipe
    self.width = width
    self.height = height
  }

  /// Paints one moment straight into an encoder's planes, which must have the painter's size.
  package mutating func paint(_ moment: ShotMoment, into target: PlanarTarget) {
    precondition(target.width == width && target.height == height)
    for row in 0..<height {
      for column in 0..<width {
        unsafe target.y[row * target.lumaStride + column] = UInt8(40 + 150 * row / height)
      }
    }
    for row in 0..<height / 2 {
      for column in 0..<width / 2 {
        unsafe target.cb[row * target.chromaStride + column] = 140
        unsafe target.cr[row * target.chromaStride + column] = 120
      }
    }
  }

  /// Paints one moment as a picture of its own: a keyframe.
  package func still(_ moment: ShotMoment) -> RGBPicture {
    RGBPicture(width: width, height: height, red: 40, green: 60, blue: 90)
  }
}
