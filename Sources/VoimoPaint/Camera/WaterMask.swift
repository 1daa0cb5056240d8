import VoimoSignal

/// Where a picture may show water: smooth ground below the horizon in the colors of the sky.
enum WaterMask {
  /// How much each place is water, 0…1, a quarter as large as the picture.
  static func plane(_ picture: RGBPicture, depth: Plane) -> Plane {
    let step = LayerCutting.step
    let channels = picture.channels(by: step).map(\.plane), luma = picture.luma(by: step)
    let (width, height) = (luma.width, luma.height)
    // The colors of what is far and high: the sky's.
    var sky = SIMD3<Float>(0, 0, 0), count: Float = 0
    for y in 0..<height * 2 / 5 {
      for x in 0..<width where depth[x, y] < 0.2 {
        sky += SIMD3(channels[0][x, y], channels[1][x, y], channels[2][x, y])
        count += 1
      }
    }
    if count > 0 { sky /= count }
    let rough = luma.joined(luma.blurred(2)) { abs($0 - $1) }.blurred(4)
    var mask = Plane(width: width, height: height)
    for y in height * 2 / 5..<height {
      let down = min(max((Float(y) / Float(height) - 0.42) * 8, 0), 1)
      for x in 0..<width {
        let color = SIMD3(channels[0][x, y], channels[1][x, y], channels[2][x, y])
        let light = max(luma[x, y], 0.04), skyLight = max(sky.x + sky.y + sky.z, 0.12) / 3
        // Hues, without how bright they are.
        let hue = color / light - sky / skyLight
        let apart = (hue * hue).sum().squareRoot()
        let isBlue = min(max((color.z / light - 1.05) * 4, 0), 1)
        let isLike = count > 0 ? min(max(1.6 - apart * 2, 0), 1) : 0
        let isSmooth = min(max(1.5 - rough[x, y] * 12, 0), 1)
        mask[x, y] = max(isBlue, isLike) * isSmooth * down
      }
    }
    // Nearer waves are larger.
    var result = mask.smoothed(by: luma, radius: 5, calm: 0.003).blurred(2)
    for y in 0..<height {
      let near = min(max((Float(y) / Float(height) - 0.38) * 1.6, 0), 1)
      for x in 0..<width { result[x, y] = min(max(result[x, y], 0), 1) * near }
    }
    return result
  }
}
