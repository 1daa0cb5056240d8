/// How a shot's frames follow from its picture.
package enum Animation: String, CaseIterable, Sendable {
  /// Whatever suits who made the picture.
  case auto
  /// The painter moves its own scene.
  case painter
  /// The camera moves through the picture, near parts faster than far ones.
  case camera
  /// The picture stands still.
  case still

  /// Ways that the format knows and that are not built.
  static let unbuilt: Set = ["walk", "feedback", "i2v"]
}
