/// Which part of a picture a shot shows at rest, so that one large picture serves several shots.
package struct ShotFraming: Sendable, Hashable, Codable {
  /// How much larger than the whole picture it is shown, 1…16.
  package var scale: Double
  /// Where the shown part's middle is, as a share of the picture's width from the left.
  package var x: Double
  /// The same of its height from the top.
  package var y: Double

  /// As much of the picture as the film's shape lets in.
  package static let whole = ShotFraming()

  /// A part of a picture; a middle that is too near the border is moved inwards.
  package init(scale: Double = 1, x: Double = 0.5, y: Double = 0.5) {
    self.scale = scale
    self.x = x
    self.y = y
  }
}
