import VoimoSignal

/// What light over a picture must know of it: the color of its air, its lamps, how it takes a beat.
struct PictureTones: Sendable {
  /// A bright place of the picture.
  struct Lamp: Sendable {
    /// In the painter's coordinates, from the middle.
    var u: Float
    var v: Float
    var radius: Float
    var color: LinearColor
    var depth: Float
  }

  /// The light in the air: pale, as bright as the picture.
  let air: LinearColor
  /// The color of what is far away.
  let haze: LinearColor
  /// The brightest small places, at most twelve.
  let lamps: [Lamp]
  /// How strongly a beat lifts the middle tones, so that it shows in dark pictures as well.
  let kick: Float

  /// Reads a picture at the film's size; `depth` is a quarter as large.
  init(_ picture: RGBPicture, depth: Plane) {
    let step = LayerCutting.step
    let channels = picture.channels(by: step).map(\.plane)
    let luma = picture.luma(by: step)
    func mean(_ weight: (Int) -> Float) -> LinearColor {
      var sum = SIMD3<Double>(0, 0, 0)
      var total = 1e-9
      for index in luma.values.indices {
        let w = Double(weight(index))
        for channel in 0..<3 {
          let value = Double(channels[channel].values[index])
          sum[channel] += value * value * w
        }
        total += w
      }
      return LinearColor(
        Float(sum.x / total), Float(sum.y / total), Float(sum.z / total))
    }
    let whole = mean { _ in 1 }
    air = whole.mixed(LinearColor(repeating: whole.luminance), 0.5)
    let far = mean { max(0, 0.5 - depth.values[$0]) + 0.001 }
    haze =
      far.mixed(LinearColor(repeating: far.luminance), 0.4) * 1.15 + LinearColor(0.02, 0.02, 0.025)
    // As much for every picture as for one of middle tones.
    let lift = Float(
      luma.values.reduce(0) { $0 + Double($1 - $1 * $1) } / Double(luma.values.count))
    kick = min(max(0.26 * 0.21 / max(lift, 0.01), 0.26), 0.44)
    lamps = Self.lamps(luma, channels, depth, picture)
  }

  private static func lamps(
    _ luma: Plane, _ channels: [Plane], _ depth: Plane, _ picture: RGBPicture
  ) -> [Lamp] {
    let around = luma.blurred(max(3, luma.width / 40))
    let contrast = luma.joined(around) { $0 - $1 }
    var found: [(x: Int, y: Int, strength: Float)] = []
    let reach = max(2, luma.width / 80)
    for y in 0..<luma.height {
      for x in 0..<luma.width where contrast[x, y] > 0.22 && luma[x, y] > 0.55 {
        let isPeak = (max(y - reach, 0)...min(y + reach, luma.height - 1)).allSatisfy { row in
          (max(x - reach, 0)...min(x + reach, luma.width - 1)).allSatisfy {
            contrast[$0, row] < contrast[x, y]
              || contrast[$0, row] == contrast[x, y] && (row, $0) >= (y, x)
          }
        }
        if isPeak { found.append((x, y, contrast[x, y])) }
      }
    }
    found.sort { ($1.strength, $0.y, $0.x) < ($0.strength, $1.y, $1.x) }
    let unit = Float(min(picture.width, picture.height))
    return found.prefix(12).map { place in
      let px = (Float(place.x) + 0.5) * Float(LayerCutting.step)
      let py = (Float(place.y) + 0.5) * Float(LayerCutting.step)
      let color = LinearColor(
        channels[0][place.x, place.y], channels[1][place.x, place.y],
        channels[2][place.x, place.y])
      return Lamp(
        u: (px - Float(picture.width) / 2) / unit, v: (Float(picture.height) / 2 - py) / unit,
        radius: 0.05 + 0.05 * place.strength,
        color: (color * color).mixed(LinearColor(1, 0.62, 0.3), 0.35),
        depth: depth[place.x, place.y])
    }
  }
}
