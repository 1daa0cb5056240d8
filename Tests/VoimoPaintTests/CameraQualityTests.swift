import Foundation
import Testing
import VoimoBase
import VoimoPaint
import VoimoSignal

/// How well a moving picture keeps its detail, against what a better camera would have seen: the
/// same scene in four times the pixels, brought to the film's size by Lanczos's filter at each
/// frame's own place.
@Suite struct CameraQualityTests {
  private static let width = 480
  private static let height = 270
  private static let fine = Fine()

  /// A detailed picture in four times the film's size, its luma.
  struct Fine {
    var luma: [Double] = []
    let picture: RGBPicture

    init() {
      // Leaves that fallen leaves cover, as many small ones as in photographs (Lee 2001).
      var picture = RGBPicture(width: width * 4, height: height * 4, red: 90, green: 90, blue: 90)
      var random = SeededRandom(seed: 20)
      for _ in 0..<9_000 {
        let share = random.unit()
        let radius = 1 / (1 / 240.0 + share * (1 / 5.0 - 1 / 240.0))
        let (x, y) = (
          random.unit() * Double(picture.width), random.unit() * Double(picture.height)
        )
        let color = (0..<3).map { _ in UInt8(30 + random.unit() * 190) }
        for row in max(0, Int(y - radius))..<min(picture.height, Int(y + radius) + 1) {
          let up = Double(row) - y
          let half = max(radius * radius - up * up, 0).squareRoot()
          for column in max(0, Int(x - half))..<min(picture.width, max(0, Int(x + half))) {
            let place = (row * picture.width + column) * 3
            for channel in 0..<3 { picture.pixels[place + channel] = color[channel] }
          }
        }
      }
      self.picture = picture
      luma = (0..<picture.width * picture.height).map { index in
        Double(picture.pixels[index * 3]) * 0.2126 + Double(picture.pixels[index * 3 + 1]) * 0.7152
          + Double(picture.pixels[index * 3 + 2]) * 0.0722
      }
    }

    /// The film's luma where its pixel (x, y) lies at `place(x)`, `place(y)` of its own picture.
    func seen(zoom: Double, shiftX: Double, shiftY: Double) -> [Double] {
      let across = taps(width, zoom, shiftX), down = taps(height, zoom, shiftY)
      var lines = [Double](repeating: 0, count: height * picture.width)
      for y in 0..<height {
        for (row, weight) in down[y] {
          for x in 0..<picture.width {
            lines[y * picture.width + x] += luma[row * picture.width + x] * weight
          }
        }
      }
      var result = [Double](repeating: 0, count: width * height)
      for y in 0..<height {
        for x in 0..<width {
          result[y * width + x] = across[x].reduce(0) {
            $0 + lines[y * picture.width + $1.place] * $1.weight
          }
        }
      }
      return result
    }

    private func taps(_ count: Int, _ zoom: Double, _ shift: Double) -> [[(
      place: Int, weight: Double
    )]] {
      (0..<count).map { index in
        let half = Double(count) / 2
        let middle = ((Double(index) + 0.5 - half) / zoom + half + shift) * 4 - 0.5
        // As wide as a pixel of the film is in the fine picture.
        let stretch = 4 / zoom
        let first = Int((middle - 3 * stretch).rounded(.up))
        let last = Int((middle + 3 * stretch).rounded(.down))
        let raw = (first...last).map { place -> (place: Int, weight: Double) in
          let t = (Double(place) - middle) / stretch * Double.pi
          let weight = abs(t) < 1e-9 ? 1 : sin(t) * sin(t / 3) * 3 / (t * t)
          return (min(max(place, 0), count * 4 - 1), weight)
        }
        let sum = raw.reduce(0) { $0 + $1.weight }
        return raw.map { (place: $0.place, weight: $0.weight / sum) }
      }
    }
  }

  /// The film's picture: the fine one at rest.
  private static let film: RGBPicture = {
    var picture = RGBPicture(width: width, height: height)
    let seen = fine.seen(zoom: 1, shiftX: 0, shiftY: 0)
    for index in seen.indices {
      let value = UInt8(min(max(seen[index], 0), 255).rounded())
      for channel in 0..<3 { picture.pixels[index * 3 + channel] = value }
    }
    return picture
  }()

  private func shot(_ picture: RGBPicture = film) -> CameraShot {
    CameraShot(
      picture: picture, depth: DepthMap(width: 2, height: 2, value: 0), width: Self.width,
      height: Self.height, life: .none, seed: 1)
  }

  private func luma(_ shot: CameraShot, _ camera: CameraState) -> [Double] {
    let picture = shot.still(ShotMoment(camera: camera, beatAmount: 0))
    return (0..<Self.width * Self.height).map { index in
      Double(picture.pixels[index * 3]) * 0.2126 + Double(picture.pixels[index * 3 + 1]) * 0.7152
        + Double(picture.pixels[index * 3 + 2]) * 0.0722
    }
  }

  /// Without a border of 12 pixels, where mirrors show.
  private func inner(_ values: [Double]) -> [Double] {
    (12..<Self.height - 12).flatMap { y in
      values[y * Self.width + 12..<(y + 1) * Self.width - 12]
    }
  }

  /// The film's picture sampled between four pixels: what a plain player does.
  private func bilinear(zoom: Double, shiftX: Double, shiftY: Double) -> [Double] {
    func value(_ x: Int, _ y: Int) -> Double {
      Double(
        Self.film.pixels[
          (min(max(y, 0), Self.height - 1) * Self.width + min(max(x, 0), Self.width - 1)) * 3])
    }
    var result: [Double] = []
    for y in 0..<Self.height {
      for x in 0..<Self.width {
        let half = (Double(Self.width) / 2, Double(Self.height) / 2)
        let u = (Double(x) + 0.5 - half.0) / zoom + half.0 + shiftX - 0.5
        let v = (Double(y) + 0.5 - half.1) / zoom + half.1 + shiftY - 0.5
        let (left, top) = (Int(u.rounded(.down)), Int(v.rounded(.down)))
        let (s, t) = (u - Double(left), v - Double(top))
        let a = value(left, top) * (1 - s) + value(left + 1, top) * s
        let b = value(left, top + 1) * (1 - s) + value(left + 1, top + 1) * s
        result.append(a * (1 - t) + b * t)
      }
    }
    return result
  }

  @Test func `between pixels the picture is what a finer camera sees`() {
    let one = shot()
    for (x, y) in [(0.5, 0), (0, 0.5), (0.5, 0.5), (0.25, 0.75), (-0.1, 0.3)] {
      // A far picture moves by 0.12 of the camera, and a pan magnifies it a little.
      let camera = CameraState(
        panX: x / 0.12 / Double(Self.height), panY: -y / 0.12 / Double(Self.height))
      let frame = luma(one, camera)
      let zoom = magnification(panX: camera.panX, panY: camera.panY)
      let wanted = Self.fine.seen(zoom: zoom, shiftX: x, shiftY: y)
      let ours = decibels(inner(frame), inner(wanted))
      let plain = decibels(inner(bilinear(zoom: zoom, shiftX: x, shiftY: y)), inner(wanted))
      print("QUALITY shift \(x) \(y): \(ours) dB, between four pixels \(plain) dB")
      #expect(ours >= 38, "\(x) \(y): \(ours) dB")
      #expect(ours > plain, "\(x) \(y): \(ours) dB, plain \(plain) dB")
    }
  }

  /// How much a pan magnifies a picture that is far everywhere.
  private func magnification(panX: Double, panY: Double) -> Double {
    let wide = Double(Self.width) / Double(Self.height)
    let cover = 0.24 * max(abs(panX) / wide, abs(panY)) / 0.06
    return 1 + 0.06 * cover / (1 + cover * cover).squareRoot()
  }

  @Test func `ten frames of a slow zoom are sharp and do not shimmer`() {
    let one = shot()
    var last: (ours: [Double], plain: [Double])?
    var noise = (ours: 0.0, plain: 0.0)
    for frame in 0..<10 {
      let zoom = 1.02 + Double(frame) * 0.0005
      let wanted = Self.fine.seen(zoom: zoom, shiftX: 0, shiftY: 0)
      let seen = luma(one, CameraState(zoom: zoom))
      let quality = decibels(inner(seen), inner(wanted))
      #expect(quality >= 38, "frame \(frame): \(quality) dB")
      let errors = (
        ours: inner(zip(seen, wanted).map { $0 - $1 }),
        plain: inner(
          zip(bilinear(zoom: zoom, shiftX: 0, shiftY: 0), wanted).map { $0 - $1 })
      )
      if let last {
        // What changes and should not, from frame to frame.
        func rms(_ a: [Double], _ b: [Double]) -> Double {
          (zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / Double(a.count))
            .squareRoot()
        }
        noise.ours += rms(errors.ours, last.ours) / 9
        noise.plain += rms(errors.plain, last.plain) / 9
      }
      last = errors
      if frame == 0 || frame == 9 { print("QUALITY zoom \(zoom): \(quality) dB") }
    }
    print("QUALITY temporal noise \(noise.ours) of 255, between four pixels \(noise.plain)")
    #expect(noise.ours < 1, "\(noise)")
    #expect(noise.ours < 0.8 * noise.plain, "\(noise)")
  }

  @Test func `a larger picture shows its detail when the camera nears`() {
    // Twice as large, from the fine picture.
    var large = RGBPicture(width: Self.width * 2, height: Self.height * 2)
    for y in 0..<large.height {
      for x in 0..<large.width {
        var sum = 0.0
        for row in 2 * y...2 * y + 1 {
          for column in 2 * x...2 * x + 1 { sum += Self.fine.luma[row * Self.width * 4 + column] }
        }
        for channel in 0..<3 {
          large.pixels[(y * large.width + x) * 3 + channel] = UInt8((sum / 4).rounded())
        }
      }
    }
    let camera = CameraState(zoom: 1.9)
    let wanted = Self.fine.seen(zoom: 1.9, shiftX: 0, shiftY: 0)
    let detailed = decibels(inner(luma(shot(large), camera)), inner(wanted))
    let small = decibels(inner(luma(shot(), camera)), inner(wanted))
    print("QUALITY zoom 1.9: \(detailed) dB from a larger picture, \(small) dB without")
    #expect(detailed > small + 3, "\(detailed) \(small)")
    // Whole, it is as sharp as the film can show, and no sharper.
    let whole = decibels(
      inner(luma(shot(large), .still)), inner(Self.fine.seen(zoom: 1, shiftX: 0, shiftY: 0)))
    #expect(whole >= 38, "\(whole)")
  }

  @Test func `backing away makes no noise of detail`() {
    let wanted = Self.fine.seen(zoom: 0.6, shiftX: 0, shiftY: 0)
    let seen = luma(shot(), CameraState(zoom: 0.6))
    // The middle, where the picture is.
    var a: [Double] = [], b: [Double] = []
    for y in 70..<200 {
      for x in 120..<360 {
        a.append(seen[y * Self.width + x])
        b.append(wanted[y * Self.width + x])
      }
    }
    let quality = decibels(a, b)
    print("QUALITY zoom 0.6: \(quality) dB")
    #expect(quality > 30, "\(quality)")
  }
}
