import Foundation
import Testing
import VoimoPaint
import VoimoSignal

/// Writes pictures to be looked at; asserts nothing.
///
/// Runs when `VOIMO_SHEET` names a folder. `VOIMO_PROMPTS` may name a file of prompts, one a line:
/// `NAME | theme | artist`.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["VOIMO_SHEET"] != nil))
struct PictureSheets {
  private let folder = ProcessInfo.processInfo.environment["VOIMO_SHEET"] ?? ""

  @Test func `all scenes by day and by night`() throws {
    for scene in SceneKind.allCases {
      for light in [Light.day, .night] {
        try write(
          SceneRecipe(scene: scene, light: light, layoutSeed: 7), as: "\(scene)-\(light)")
      }
    }
  }

  @Test func `all brushes by day`() throws {
    for brush in Brush.allCases {
      for scene in [SceneKind.mountains, .sea, .sky] {
        try write(SceneRecipe(scene: scene, brush: brush, layoutSeed: 7), as: "\(brush)-\(scene)")
      }
    }
  }

  @Test func `prompts`() throws {
    guard let file = ProcessInfo.processInfo.environment["VOIMO_PROMPTS"] else { return }
    for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
      let parts = line.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard parts.count > 1 else { continue }
      let text = SceneText(theme: parts[1], artist: parts.count > 2 ? parts[2] : "")
      let recipe = SceneRecipe.read(text, seed: 11, stage: .middle).recipe
      let isUpright = parts.contains("9:16")
      for time in parts.contains("film") ? [1, 1.25, 1.5, 1.75, 2, 2.25] : [1.0] {
        try write(
          recipe, as: parts[0] + (parts.contains("film") ? "-\(time)" : ""),
          isUpright ? 360 : 640, isUpright ? 640 : 360, time: time)
      }
    }
  }

  private func write(
    _ recipe: SceneRecipe, as name: String, _ width: Int = 640, _ height: Int = 360,
    time: Double = 1
  ) throws {
    let picture = Painter(recipe: recipe, width: width, height: height).still(
      ShotMoment(time: time))
    var data = Data("P6 \(width) \(height) 255\n".utf8)
    data.append(contentsOf: picture.pixels)
    try data.write(to: URL(fileURLWithPath: folder).appendingPathComponent("\(name).ppm"))
  }
}
