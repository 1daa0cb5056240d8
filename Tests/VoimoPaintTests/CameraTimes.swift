import Foundation
import Testing
import VoimoPaint
import VoimoSignal

/// Prints how long frames take, and writes frames to be looked at; asserts nothing.
///
/// Runs when `VOIMO_CAMERA` names a folder. Its pictures, `*.ppm`, are moved through.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["VOIMO_CAMERA"] != nil))
struct CameraTimes {
  private let folder = ProcessInfo.processInfo.environment["VOIMO_CAMERA"] ?? ""

  @Test func `milliseconds of CPU a frame`() throws {
    let (width, height) = (1280, 720)
    let motions: [(String, CameraMotion)] = [
      ("slow-push", CameraMotion(zoom: 0.012, push: 0.03)), ("drift", CameraMotion(panX: 0.053)),
      ("pull-back", CameraMotion(zoom: -0.012, push: -0.03)),
      ("spin", CameraMotion(zoom: 0.01, rotate: 12)),
    ]
    let lives: [(String, Life)] = [
      ("none", .none), ("quiet", .quiet), ("rain", Life(rain: 0.7, grain: 0.35)),
      (
        "all",
        Life(rain: 1, snow: 1, dust: 1, fog: 1, embers: 1, leaks: 1, grain: 1, lamps: 1, water: 1)
      ),
    ]
    for (name, picture) in try pictures() {
      let depth = DepthPrior.depth(of: picture)
      for (lifeName, life) in lives {
        for (motionName, motion) in motions where life == .none || motionName == "slow-push" {
          let start = now()
          var shot = CameraShot(
            picture: picture, depth: depth, width: width, height: height, life: life, seed: 1)
          let ready = now()
          var planes = PlanarPicture(width: width, height: height)
          var frames: [Double] = []
          for frame in 0..<12 {
            let time = 1 + Double(frame) / 24, before = now()
            planes.withTarget {
              shot.paint(ShotMoment(time: time, camera: motion.state(at: time)), into: $0)
            }
            frames.append(now() - before)
          }
          print(
            "CAMERA \(name) layers \(shot.layerCount) \(motionName) life \(lifeName): set-up",
            String(format: "%.0f ms, frame %.1f ms", ready - start, frames.sorted()[6]))
        }
      }
    }
  }

  private func now() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) * 1000 }

  private func pictures() throws -> [(String, RGBPicture)] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".ppm") }
      .sorted().compactMap { name in
        let data = try Data(contentsOf: URL(fileURLWithPath: folder).appendingPathComponent(name))
        // `P6 width height 255` and one blank before the pixels.
        var words: [Int] = [], place = 2, word = ""
        while words.count < 3, place < data.count {
          let byte = data[place]
          place += 1
          if byte > 32 {
            word.unicodeScalars.append(Unicode.Scalar(byte))
          } else if !word.isEmpty {
            words.append(Int(word) ?? 0)
            word = ""
          }
        }
        guard words.count == 3,
          let picture = RGBPicture(
            width: words[0], height: words[1], pixels: [UInt8](data[place...]))
        else { return nil }
        return (String(name.dropLast(4)), picture)
      }
  }

  private func write(_ picture: RGBPicture, _ name: String) throws {
    var data = Data("P6 \(picture.width) \(picture.height) 255\n".utf8)
    data.append(contentsOf: picture.pixels)
    try data.write(to: URL(fileURLWithPath: folder + "/out").appendingPathComponent(name + ".ppm"))
  }

  @Test func `frames`() throws {
    let setting = ProcessInfo.processInfo.environment
    try FileManager.default.createDirectory(
      atPath: folder + "/out", withIntermediateDirectories: true)
    let motion = CameraMotion(
      zoom: Double(setting["ZOOM"] ?? "") ?? 0.012, panX: Double(setting["PANX"] ?? "") ?? 0,
      rotate: Double(setting["ROTATE"] ?? "") ?? 0, push: Double(setting["PUSH"] ?? "") ?? 0.03)
    let times = (setting["TIMES"] ?? "0,2,4").split(separator: ",").compactMap { Double($0) }
    let life =
      switch setting["LIFE"] ?? "none" {
      case "rain": Life(rain: 0.7, grain: 0.35)
      case "snow": Life(snow: 0.7, grain: 0.35)
      case "fog": Life(fog: 0.6)
      case "embers": Life(embers: 0.7, leaks: 0.3, grain: 0.35, lamps: 0.5)
      case "quiet": Life.quiet
      case "leaks": Life(leaks: 1)
      case "dust": Life(dust: 0.4)
      case "water": Life(water: 1)
      default: Life.none
      }
    for (name, picture) in try pictures() {
      let depth = DepthPrior.depth(of: picture)
      var shown = RGBPicture(width: depth.width, height: depth.height)
      for index in depth.values.indices {
        for channel in 0..<3 { shown.pixels[index * 3 + channel] = UInt8(depth.values[index] >> 8) }
      }
      try write(shown, name + "-depth")
      let shot = CameraShot(
        picture: picture, depth: depth, width: 1280, height: 720, life: life, seed: 3)
      for (index, time) in times.enumerated() {
        try write(
          shot.still(
            ShotMoment(
              time: time, camera: motion.state(at: time),
              accents: AccentValues(
                beatPhase: 0, beatStrength: Double(setting["BEAT"] ?? "") ?? 0))),
          "\(name)-\(index)")
      }
    }
  }
}
