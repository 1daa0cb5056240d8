/// Where the camera is at one instant, relative to where the shot began.
///
/// Every number is relative to the frame's size, so a draft and a final are the same film.
package struct CameraState: Sendable, Hashable, Codable {
  /// Optical magnification about the frame's middle: 1 none, 2 twice as large.
  ///
  /// Useful 0.5…4.
  package var zoom: Double
  /// How far the camera has moved to the right, in frame heights (shorter sides) of a near layer;
  /// what it sees moves left, far layers less than near ones.
  package var panX: Double
  /// How far the camera has risen, in the same unit; what it sees moves down.
  package var panY: Double
  /// Roll in degrees; positive turns the camera clockwise, so the picture turns the other way.
  package var rotate: Double
  /// How far the camera has gone into the scene; 1 about doubles the nearest layers.
  ///
  /// Roads, tunnels
  /// and space have no end, other scenes are meant for -0.5…1.
  package var push: Double

  /// The camera at rest.
  package static let still = CameraState()

  /// A state; what is not given is at rest.
  package init(
    zoom: Double = 1, panX: Double = 0, panY: Double = 0, rotate: Double = 0, push: Double = 0
  ) {
    self.zoom = zoom
    self.panX = panX
    self.panY = panY
    self.rotate = rotate
    self.push = push
  }
}
