import CFonts

/// A font in memory: its bytes, its family, and the characters that it has glyphs for.
struct LoadedFont: Sendable {
  /// The whole file.
  let bytes: [UInt8]
  /// The name under which libass finds the face: `Noto Sans CJK JP`.
  let family: String
  let coverage: FontCoverage
  /// Whether it is the bold cut of its family.
  let isBold: Bool

  /// Reads a font's tables by FreeType.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - face: Which of its faces, from 0.
  ///   - path: For messages.
  /// - Throws: `MediaError` when it is not a font, or has no such face.
  /// - Complexity: O(*c*) for *c* characters.
  init(bytes: [UInt8], face: Int, path: String) throws(MediaError) {
    let facts = unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe Self.facts(bytes, face: face)
    }
    guard let facts else {
      throw MediaError(
        .damaged, "\(path) is not a font that can be read", operation: "FT_New_Memory_Face")
    }
    self.bytes = bytes
    family = facts.family
    coverage = facts.coverage
    isBold = facts.isBold
  }

  private static func facts(
    _ bytes: UnsafeBufferPointer<UInt8>, face index: Int
  ) -> (family: String, coverage: FontCoverage, isBold: Bool)? {
    var library: FT_Library?
    guard unsafe FT_Init_FreeType(&library) == 0, let library = unsafe library else { return nil }
    defer { unsafe FT_Done_FreeType(library) }
    var opened: FT_Face?
    guard
      unsafe FT_New_Memory_Face(library, bytes.baseAddress, bytes.count, index, &opened) == 0,
      let face = unsafe opened
    else { return nil }
    defer { unsafe FT_Done_Face(face) }
    let named = unsafe face.pointee.family_name.map { unsafe String(cString: $0) }
    guard let family = unsafe Self.familyForWindows(face) ?? named, !family.isEmpty else {
      return nil
    }
    let style = unsafe face.pointee.style_flags
    return unsafe (family, Self.coverage(of: face), style & Int(FT_STYLE_FLAG_BOLD) != 0)
  }

  private static func coverage(of face: FT_Face) -> FontCoverage {
    var scalars: [UInt32] = []
    var glyph: FT_UInt = 0
    var scalar = unsafe FT_Get_First_Char(face, &glyph)
    while glyph != 0 {
      scalars.append(UInt32(truncatingIfNeeded: scalar))
      scalar = unsafe FT_Get_Next_Char(face, scalar, &glyph)
    }
    return FontCoverage(scalars)
  }

  /// Name 1 of the OpenType table `name` on Microsoft's platform: what libass compares.
  private static func familyForWindows(_ face: FT_Face) -> String? {
    for index in 0..<(unsafe FT_Get_Sfnt_Name_Count(face)) {
      var name = unsafe FT_SfntName()
      guard unsafe FT_Get_Sfnt_Name(face, index, &name) == 0, unsafe name.name_id == 1,
        unsafe name.platform_id == 3, let text = unsafe name.string
      else { continue }
      let bytes = unsafe UnsafeBufferPointer(start: text, count: Int(name.string_len))
      let units = stride(from: 0, to: bytes.count - 1, by: 2).map {
        unsafe UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
      }
      return String(decoding: units, as: UTF16.self)
    }
    return nil
  }
}

/// The characters that a font has glyphs for.
struct FontCoverage: Hashable, Sendable {
  /// Rising, none touching another.
  private(set) var ranges: [ClosedRange<UInt32>] = []

  /// Takes code points in rising order.
  init(_ scalars: some Sequence<UInt32>) {
    for scalar in scalars {
      if let last = ranges.last, scalar == last.upperBound + 1 {
        ranges[ranges.count - 1] = last.lowerBound...scalar
      } else {
        ranges.append(scalar...scalar)
      }
    }
  }

  /// Whether there is a glyph for a character.
  ///
  /// - Complexity: O(log *r*) in the number of ranges.
  func contains(_ scalar: Unicode.Scalar) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < scalar.value { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(scalar.value)
  }
}
