import Foundation
import Testing
import VoimoBase
import VoimoMedia
import VoimoSignal

@Suite struct SegmentBytesTests {
  /// Encodes moving noise; `junk` is what the heap and the planes hold before.
  private func segment(junk: UInt8, width: Int, height: Int) throws -> [UInt8] {
    _ = (0..<60).map { [UInt8](repeating: junk, count: 1000 << ($0 % 12)) }
    let path = FileManager.default.temporaryDirectory.path + "/voimo-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    var encoder = try SegmentEncoder(
      path: path, settings: VideoSettings(width: width, height: height, frameRate: .film),
      frames: 30)
    for frame in 0..<30 {
      try encoder.encode { target in
        var random = SeededRandom(seed: 3)
        for row in 0..<height {
          for column in 0..<width {
            let noise = UInt8(truncatingIfNeeded: random.next() & 31)
            unsafe target.y[row * target.lumaStride + column] =
              UInt8(60 + (row + column + frame * 3) % 100) + noise
          }
        }
        for row in 0..<height / 2 {
          for column in 0..<width / 2 {
            unsafe target.cb[row * target.chromaStride + column] = 110
            unsafe target.cr[row * target.chromaStride + column] = 140
          }
        }
      }
    }
    _ = try encoder.finish()
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  @Test(arguments: [(160, 90), (480, 270), (64, 64)])
  func `a segment's bytes do not depend on what memory held before`(width: Int, height: Int) throws
  {
    let first = try segment(junk: 0, width: width, height: height)
    for junk in [UInt8(255), 0, 77, 130, 1] {
      let other = try segment(junk: junk, width: width, height: height)
      #expect(other == first ? true : false, "after junk \(junk)")
    }
  }
}
