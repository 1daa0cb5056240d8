import VoimoSignal

/// How a row or column of one length becomes one of another: weights of the pixels that each new
/// one is made of.
struct Resampling: Sendable {
  /// A filter's shape.
  enum Filter {
    /// Three lobes of a sinc: keeps detail.
    case lanczos
    /// A tent: never leaves the range of what it reads.
    case tent
  }

  let taps: Int
  /// `taps` numbers of pixels for each new one, all of them inside.
  let places: [Int]
  /// As many weights, which add up to 1.
  let weights: [Float]

  /// The `count` new pixels that cover old ones from `start` on, `step` old ones each; `length` old
  /// ones there are, and the border's go on beyond it.
  init(length: Int, start: Double, step: Double, count: Int, filter: Filter) {
    let stretch = max(step, 1)
    let reach = (filter == .lanczos ? 3.0 : 1.0) * stretch
    taps = Int((2 * reach).rounded(.up)) + 1
    var places: [Int] = []
    var weights: [Float] = []
    for index in 0..<count {
      let middle = start + (Double(index) + 0.5) * step - 0.5
      let first = Int((middle - reach).rounded(.up))
      let own = (first..<first + taps).map {
        Self.weight((Double($0) - middle) / stretch, filter)
      }
      let sum = own.reduce(0, +)
      places += (first..<first + taps).map { min(max($0, 0), length - 1) }
      weights += own.map { Float($0 / sum) }
    }
    self.places = places
    self.weights = weights
  }

  private static func weight(_ x: Double, _ filter: Filter) -> Double {
    switch filter {
    case .tent: return max(0, 1 - abs(x))
    case .lanczos:
      guard abs(x) < 3 else { return 0 }
      guard abs(x) > 1e-9 else { return 1 }
      let turn = x * 3.141592653589793
      return Wave.sine(x / 2) * Wave.sine(x / 6) * 3 / (turn * turn)
    }
  }
}

/// A part of a picture, in shares of its width and height.
struct Extract: Sendable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  /// The largest part of a picture that has the shape of the film, made smaller and moved as the
  /// framing says.
  init(of size: (Int, Int), for film: (Int, Int), _ framing: ShotFraming) {
    let (w, h) = (Double(size.0), Double(size.1))
    let shape = Double(film.0) / Double(film.1)
    let scale = min(max(framing.scale.isFinite ? framing.scale : 1, 1), 16)
    width = min(1, h * shape / w) / scale
    height = min(1, w / shape / h) / scale
    x = min(max((framing.x.isFinite ? framing.x : 0.5) - width / 2, 0), 1 - width)
    y = min(max((framing.y.isFinite ? framing.y : 0.5) - height / 2, 0), 1 - height)
  }
}

extension RGBPicture {
  /// A part of the picture in another size, by Lanczos's filter.
  ///
  /// - Complexity: O(*n* · *taps*) in the pixels of the part and of the result.
  func extract(_ part: Extract, width newWidth: Int, height newHeight: Int) -> RGBPicture {
    let start = (part.x * Double(width), part.y * Double(height))
    let step = (
      part.width * Double(width) / Double(newWidth),
      part.height * Double(height) / Double(newHeight)
    )
    if step == (1, 1), start == (0, 0), newWidth == width, newHeight == height { return self }
    let across = Resampling(
      length: width, start: start.0, step: step.0, count: newWidth, filter: .lanczos)
    let down = Resampling(
      length: height, start: start.1, step: step.1, count: newHeight, filter: .lanczos)
    let length = width * 3
    var line = [Float](repeating: 0, count: length)
    var result = RGBPicture(width: newWidth, height: newHeight)
    unsafe pixels.withUnsafeBufferPointer { pixels in
      unsafe line.withUnsafeMutableBufferPointer { line in
        for y in 0..<newHeight {
          for x in 0..<length { unsafe line[x] = 0 }
          for tap in 0..<down.taps {
            let weight = down.weights[y * down.taps + tap]
            let row = down.places[y * down.taps + tap] * length
            guard weight != 0 else { continue }
            for x in 0..<length { unsafe line[x] += Float(pixels[row &+ x]) * weight }
          }
          for x in 0..<newWidth {
            var sum: (Float, Float, Float) = (0.5, 0.5, 0.5)
            for tap in x * across.taps..<(x + 1) * across.taps {
              let weight = across.weights[tap], place = across.places[tap] &* 3
              unsafe sum.0 += line[place] * weight
              unsafe sum.1 += line[place &+ 1] * weight
              unsafe sum.2 += line[place &+ 2] * weight
            }
            let place = (y * newWidth + x) * 3
            result.pixels[place] = UInt8(min(max(sum.0, 0), 255))
            result.pixels[place + 1] = UInt8(min(max(sum.1, 0), 255))
            result.pixels[place + 2] = UInt8(min(max(sum.2, 0), 255))
          }
        }
      }
    }
    return result
  }

  /// Brightness 0…1 of blocks of `size` pixels a side.
  func luma(by size: Int) -> Plane {
    channels(by: size).reduce(into: nil as Plane?) { sum, channel in
      let part = channel.plane.mapped { $0 * channel.weight }
      sum = sum.map { $0.joined(part, +) } ?? part
    } ?? Plane(width: 1, height: 1)
  }

  /// The means 0…1 of red, green and blue over blocks, and how much each counts for brightness.
  func channels(by size: Int) -> [(plane: Plane, weight: Float)] {
    let small = (w: (width + size - 1) / size, h: (height + size - 1) / size)
    return [Float(0.2126), 0.7152, 0.0722].enumerated().map { channel, weight in
      var plane = Plane(width: small.w, height: small.h)
      for y in 0..<small.h {
        for x in 0..<small.w {
          var sum = 0, count = 0
          for row in y * size..<min((y + 1) * size, height) {
            for column in x * size..<min((x + 1) * size, width) {
              sum += Int(pixels[(row * width + column) * 3 + channel])
              count += 1
            }
          }
          plane[x, y] = Float(sum) / Float(count * 255)
        }
      }
      return (plane, weight)
    }
  }
}

extension Plane {
  /// A part of the plane in another size, never outside the range of its values.
  func extract(_ part: Extract, width newWidth: Int, height newHeight: Int) -> Plane {
    let across = Resampling(
      length: width, start: part.x * Double(width),
      step: part.width * Double(width) / Double(newWidth), count: newWidth, filter: .tent)
    let down = Resampling(
      length: height, start: part.y * Double(height),
      step: part.height * Double(height) / Double(newHeight), count: newHeight, filter: .tent)
    var lines = Plane(width: width, height: newHeight)
    for y in 0..<newHeight {
      for tap in y * down.taps..<(y + 1) * down.taps where down.weights[tap] != 0 {
        let row = down.places[tap]
        for x in 0..<width { lines[x, y] += self[x, row] * down.weights[tap] }
      }
    }
    var result = Plane(width: newWidth, height: newHeight)
    for y in 0..<newHeight {
      for x in 0..<newWidth {
        var sum: Float = 0
        for tap in x * across.taps..<(x + 1) * across.taps {
          sum += lines[across.places[tap], y] * across.weights[tap]
        }
        result[x, y] = sum
      }
    }
    return result
  }
}
