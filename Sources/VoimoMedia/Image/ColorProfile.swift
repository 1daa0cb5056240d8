import Foundation
import VoimoSignal

/// An ICC profile made of a matrix and curves, such as Display P3 and Adobe RGB, or of one curve
/// for grey: enough of ICC.1:2010 to bring a picture to sRGB.
///
/// Profiles that are tables (CMYK, scanners) are not read.
struct ColorProfile {
  /// For each of red, green and blue: what each byte is in linear light, 0 to 1.
  private let curves: [[Double]]
  /// From linear light to linear sRGB, row by row.
  private let matrix: [[Double]]

  /// More bytes than this are no profile of a picture.
  static let mostBytes = 4 << 20

  /// Linear sRGB from XYZ under D50, by Bradford's adaptation (Lindbloom).
  private static let fromXYZ = [
    [3.1338561, -1.6168667, -0.4906146], [-0.9787684, 1.9161415, 0.0334540],
    [0.0719453, -0.2289914, 1.4052427],
  ]

  /// Reads a profile; nil where it is not of a kind that can be applied.
  init?(_ bytes: [UInt8]) {
    let source = ByteSource.memory(bytes)
    guard bytes.count >= 132, source.has("acsp", at: 36), source.has("XYZ ", at: 20) else {
      return nil
    }
    var tags: [String: Int] = [:]
    for index in 0..<min(source.big(at: 128, 4), 200) {
      let entry = 132 + 12 * index
      let place = source.big(at: entry + 4, 4)
      guard place + 8 <= bytes.count else { continue }
      tags[source.fourCC(at: entry)] = place
    }
    if source.has("GRAY", at: 16) {
      guard let place = tags["kTRC"], let curve = Self.curve(source, at: place) else { return nil }
      curves = [curve, curve, curve]
      matrix = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
      return
    }
    guard source.has("RGB ", at: 16) else { return nil }
    var (curves, columns): ([[Double]], [[Double]]) = ([], [])
    for part in ["r", "g", "b"] {
      guard let curvePlace = tags["\(part)TRC"], let curve = Self.curve(source, at: curvePlace),
        let place = tags["\(part)XYZ"], source.has("XYZ ", at: place)
      else { return nil }
      curves.append(curve)
      columns.append((0..<3).map { Self.fixed(source, at: place + 8 + 4 * $0) })
    }
    self.curves = curves
    matrix = Self.fromXYZ.map { row in
      columns.map { column in zip(row, column).reduce(0) { $0 + $1.0 * $1.1 } }
    }
  }

  /// What a profile's colors are called, for sentences: `CMYK`, `RGB`; nil where it is no profile.
  static func space(of bytes: [UInt8]) -> String? {
    let source = ByteSource.memory(bytes)
    guard source.has("acsp", at: 36) else { return nil }
    return source.fourCC(at: 16).split(separator: " ").first.map(String.init)
  }

  /// Brings a picture to sRGB; what sRGB cannot show becomes its nearest value, part by part.
  ///
  /// A profile that differs from sRGB by no more than a value here and there changes nothing.
  ///
  /// - Complexity: O(pixels).
  func apply(to picture: inout RGBPicture) {
    guard !isSRGB else { return }
    let lookup = curves.map { $0.map { Int(($0 * 65_535).rounded()) } }
    let weights = matrix.flatMap { $0.map { Int(($0 * 16_384).rounded()) } }
    unsafe picture.pixels.withUnsafeMutableBufferPointer { pixels in
      unsafe lookup[0].withUnsafeBufferPointer { red in
        unsafe lookup[1].withUnsafeBufferPointer { green in
          unsafe lookup[2].withUnsafeBufferPointer { blue in
            unsafe Self.encoded.withUnsafeBufferPointer { encoded in
              for place in Swift.stride(from: 0, to: pixels.count, by: 3) {
                let r = unsafe red[Int(pixels[place])]
                let g = unsafe green[Int(pixels[place + 1])]
                let b = unsafe blue[Int(pixels[place + 2])]
                for part in 0..<3 {
                  let sum =
                    weights[3 * part] &* r &+ weights[3 * part + 1] &* g
                    &+ weights[3 * part + 2] &* b
                  let linear = min(max((sum &+ 8192) >> 14, 0), 65_535)
                  unsafe pixels[place + part] = encoded[linear]
                }
              }
            }
          }
        }
      }
    }
  }

  /// Whether the colors of a coarse cube stay what they are, within 1.
  private var isSRGB: Bool {
    let steps = Swift.stride(from: 0, through: 255, by: 51)
    for r in steps {
      for g in steps {
        for b in steps {
          let light = [curves[0][r], curves[1][g], curves[2][b]]
          for (part, wanted) in [r, g, b].enumerated() {
            let linear = zip(matrix[part], light).reduce(0) { $0 + $1.0 * $1.1 }
            let value = Int(Self.encoded[Int((min(max(linear, 0), 1) * 65_535).rounded())])
            if abs(value - wanted) > 1 { return false }
          }
        }
      }
    }
    return true
  }

  /// The byte of sRGB (IEC 61966-2-1) for each of 65 536 steps of linear light.
  private static let encoded: [UInt8] = (0..<65_536).map { step in
    let linear = Double(step) / 65_535
    let value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * pow(linear, 1 / 2.4) - 0.055
    return UInt8(clamping: Int((value * 255).rounded()))
  }

  /// What each byte becomes by a curve of type `curv` or `para`; nil for another type.
  private static func curve(_ source: ByteSource, at place: Int) -> [Double]? {
    let inputs = (0..<256).map { Double($0) / 255 }
    if source.has("curv", at: place) {
      let count = source.big(at: place + 8, 4)
      if count == 0 { return inputs }
      if count == 1 {
        let gamma = Double(source.big(at: place + 12, 2)) / 256
        return inputs.map { pow($0, gamma) }
      }
      guard count <= 65_536, place + 12 + 2 * count <= source.count else { return nil }
      let bytes = source.bytes(at: place + 12, 2 * count)
      return inputs.map { input in
        let position = input * Double(count - 1)
        let first = min(Int(position), count - 2)
        func value(_ index: Int) -> Double {
          Double(Int(bytes[2 * index]) << 8 | Int(bytes[2 * index + 1])) / 65_535
        }
        return value(first) + (position - Double(first)) * (value(first + 1) - value(first))
      }
    }
    guard source.has("para", at: place) else { return nil }
    let kind = source.big(at: place + 8, 2)
    guard (0...4).contains(kind) else { return nil }
    let count = [1, 3, 4, 5, 7][kind]
    var v = (0..<count).map { fixed(source, at: place + 12 + 4 * $0) }
    v += [Double](repeating: 0, count: 7 - count)
    let (g, a, b, c, d) = (v[0], v[1], v[2], v[3], v[4])
    // Below zero there is no light, and no power either.
    func power(_ base: Double) -> Double { pow(max(base, 0), g) }
    return inputs.map { x in
      let y: Double =
        switch kind {
        case 0: power(x)
        case 1: a != 0 && x >= -b / a ? power(a * x + b) : 0
        case 2: a != 0 && x >= -b / a ? power(a * x + b) + c : c
        case 3: x >= d ? power(a * x + b) : c * x
        default: x >= d ? power(a * x + b) + v[5] : c * x + v[6]
        }
      return y.isFinite ? min(max(y, 0), 1) : 0
    }
  }

  /// A number of 16 bits before and 16 after the point.
  private static func fixed(_ source: ByteSource, at place: Int) -> Double {
    Double(Int32(truncatingIfNeeded: source.big(at: place, 4))) / 65_536
  }
}
