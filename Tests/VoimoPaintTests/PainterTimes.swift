import Foundation
import Testing
import VoimoPaint
import VoimoSignal

/// Prints how long frames take; asserts no time.
///
/// Runs when `VOIMO_BENCH` is set.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["VOIMO_BENCH"] != nil))
struct PainterTimes {
  @Test func `milliseconds of CPU a frame`() {
    for scene in SceneKind.allCases {
      for weather in [Weather.clear, .rain] {
        show(
          SceneRecipe(
            scene: scene, light: .night, weather: weather,
            details: [.moon, .boat, .lanterns, .figure, .car]))
      }
    }
    for brush in Brush.allCases { show(SceneRecipe(scene: .mountains, brush: brush)) }
  }

  private func show(_ recipe: SceneRecipe) {
    let (setup, final) = times(recipe, 1280, 720)
    let (_, draft) = times(recipe, 480, 270)
    func figure(_ value: Double) -> String { String(format: "%6.1f", value) }
    print("set-up\(figure(setup))  720p\(figure(final))  270p\(figure(draft))  \(recipe.summary)")
  }

  /// CPU milliseconds to set a shot up, and for the median of its frames under a moving camera.
  private func times(_ recipe: SceneRecipe, _ width: Int, _ height: Int) -> (Double, Double) {
    func now() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) * 1000 }
    let start = now()
    var painter = Painter(recipe: recipe, width: width, height: height)
    let ready = now()
    var picture = PlanarPicture(width: width, height: height)
    let motion = CameraMotion(zoom: 0.04, panX: 0.02, rotate: 0.5, push: 0.1)
    var frames: [Double] = []
    for frame in 0..<12 {
      let time = Double(frame) / 24, before = now()
      picture.withTarget {
        painter.paint(ShotMoment(time: time, camera: motion.state(at: time)), into: $0)
      }
      frames.append(now() - before)
    }
    return (ready - start, frames.sorted()[6])
  }
}
