import CLibAV
package import VoimoSignal

/// How the pixels of a picture at another size are made from those that it has.
package enum ResizingFilter: String, Sendable, Hashable, Codable, CaseIterable {
  /// The mean of the area that a new pixel covers where the picture gets smaller, a mix of four
  /// neighbors where it gets larger: never a value that was not there.
  case mean
  /// Lanczos' windowed sine over three pixels each way: the sharpest without a model. Beside hard
  /// edges it is a little too bright and too dark.
  case lanczos
}

extension PictureConversion {
  /// A picture at another size.
  ///
  /// Works on sRGB values as they are. Red, green and blue are scaled as three grey pictures: then
  /// nothing is turned into luma and back, and the same picture gives the same bytes on every
  /// machine.
  ///
  /// - Parameters:
  ///   - picture: The picture.
  ///   - width: Of the result, at least 1.
  ///   - height: Of the result, at least 1.
  ///   - filter: How new pixels are made.
  /// - Returns: the picture at that size.
  /// - Throws: `MediaError` when libswscale refuses.
  /// - Complexity: O(old pixels + new pixels).
  package static func resized(
    _ picture: RGBPicture, toWidth width: Int, height: Int, filter: ResizingFilter = .mean
  ) throws(MediaError) -> RGBPicture {
    precondition(width > 0 && height > 0, "resized to \(width)×\(height)")
    // First smaller, then larger: libswscale does not do both at once in all cases.
    let (narrow, low) = (min(width, picture.width), min(height, picture.height))
    let passes =
      switch filter {
      case .mean: [((narrow, low), SWS_AREA), ((width, height), SWS_BILINEAR)]
      case .lanczos: [((narrow, low), SWS_LANCZOS), ((width, height), SWS_LANCZOS)]
      }
    var planes = GreyPlane.planes(of: picture)
    for (size, filter) in passes {
      planes = try GreyPlane.resized(planes, to: size, filter: filter)
    }
    return GreyPlane.picture(of: planes)
  }
}

/// One color of a picture by itself, with the padding that libswscale may read and write over.
private struct GreyPlane {
  let width: Int
  let height: Int
  let stride: Int
  var bytes: [UInt8]

  private init(width: Int, height: Int) {
    self.width = width
    self.height = height
    stride = (width + 63) / 64 * 64
    bytes = [UInt8](repeating: 0, count: stride * height + 64)
  }

  /// Red, green and blue.
  static func planes(of picture: RGBPicture) -> [GreyPlane] {
    (0..<3).map { part in
      var plane = GreyPlane(width: picture.width, height: picture.height)
      for row in 0..<plane.height {
        let source = row * plane.width * 3 + part
        for column in 0..<plane.width {
          plane.bytes[row * plane.stride + column] = picture.pixels[source + column * 3]
        }
      }
      return plane
    }
  }

  /// The picture of red, green and blue.
  static func picture(of planes: [GreyPlane]) -> RGBPicture {
    var picture = RGBPicture(width: planes[0].width, height: planes[0].height)
    for (part, plane) in planes.enumerated() {
      for row in 0..<plane.height {
        let target = row * plane.width * 3 + part
        for column in 0..<plane.width {
          picture.pixels[target + column * 3] = plane.bytes[row * plane.stride + column]
        }
      }
    }
    return picture
  }

  static func resized(
    _ planes: [GreyPlane], to size: (width: Int, height: Int), filter: Int32
  ) throws(MediaError) -> [GreyPlane] {
    let (width, height) = (planes[0].width, planes[0].height)
    if size == (width, height) { return planes }
    let scaler = try Scaler(
      from: (width, height, AV_PIX_FMT_GRAY8), to: (size.width, size.height, AV_PIX_FMT_GRAY8),
      filter: filter)
    var results: [GreyPlane] = []
    for var plane in planes {
      var result = GreyPlane(width: size.width, height: size.height)
      try unsafe plane.lend { source throws(MediaError) in
        try unsafe result.lend { target throws(MediaError) in
          try unsafe scaler.scale(
            [source.bytes, nil, nil, nil], [source.stride, 0, 0, 0],
            [target.bytes, nil, nil, nil], [target.stride, 0, 0, 0])
        }
      }
      results.append(result)
    }
    return results
  }

  /// Lends the bytes; they must not outlive `body`.
  private mutating func lend(
    _ body: ((bytes: UnsafeMutablePointer<UInt8>?, stride: Int)) throws(MediaError) -> Void
  ) throws(MediaError) {
    let stride = stride
    try unsafe bytes.withUnsafeMutableBufferPointer { buffer throws(MediaError) in
      try unsafe body((buffer.baseAddress, stride))
    }
  }
}
