import CFonts

/// A font in memory: its bytes, its family, and the characters that it has glyphs for.
struct LoadedFont: Sendable {
  /// The whole file, as libass is to have it.
  let bytes: [UInt8]
  /// Which of the file's faces it is, from 0.
  let face: Int
  /// The name under which libass finds the face: `Noto Sans CJK JP`.
  let family: String
  let coverage: FontCoverage
  /// Whether it is the bold cut of its family.
  let isBold: Bool
  /// How far a line of it reaches up from its base, in ems.
  let ascent: Double
  /// How far a line of it reaches down from its base, in ems; libass takes the sum of both for the
  /// font's size.
  let descent: Double

  /// Reads a font's tables by FreeType.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - face: Which of its faces, from 0.
  ///   - path: For messages.
  /// - Throws: `MediaError` when it is not a font, or has no such face.
  /// - Complexity: O(*c*) for *c* characters.
  init(bytes: [UInt8], face: Int, path: String) throws(MediaError) {
    let facts = unsafe Self.withFace(face, of: bytes) { face -> Facts? in
      let named = unsafe face.pointee.family_name.map { unsafe String(cString: $0) }
      guard let family = unsafe Self.familyForWindows(face) ?? named, !family.isEmpty else {
        return nil
      }
      let (ascent, descent) = unsafe Self.reach(of: face)
      let style = unsafe face.pointee.style_flags
      return unsafe Facts(
        family: family, coverage: Self.coverage(of: face),
        isBold: style & Int(FT_STYLE_FLAG_BOLD) != 0, ascent: ascent, descent: descent)
    }
    guard let facts = facts ?? nil else {
      throw MediaError(
        .damaged, "\(path) is not a font that can be read", operation: "FT_New_Memory_Face")
    }
    self.bytes = FullCharacterMap.inFront(of: bytes)
    self.face = face
    family = facts.family
    coverage = facts.coverage
    isBold = facts.isBold
    ascent = facts.ascent
    descent = facts.descent
  }

  /// How wide characters are set, in ems, without what shaping and kerning make of them together.
  ///
  /// What the font does not have is as wide as the box that stands for it.
  ///
  /// - Complexity: O(*n*), and a moment to open the font.
  func advances(of scalars: Set<Unicode.Scalar>) -> [Unicode.Scalar: Double] {
    let advances = unsafe Self.withFace(face, of: bytes) { face in
      let em = unsafe Double(max(1, face.pointee.units_per_EM))
      var advances: [Unicode.Scalar: Double] = [:]
      for scalar in scalars {
        var advance: FT_Fixed = 0
        let glyph = unsafe FT_Get_Char_Index(face, FT_ULong(scalar.value))
        let status = unsafe FT_Get_Advance(face, glyph, Int32(FT_LOAD_NO_SCALE), &advance)
        advances[scalar] = status == 0 ? Double(advance) / em : 1
      }
      return advances
    }
    return advances ?? [:]
  }

  /// What FreeType tells of a face.
  private struct Facts {
    var family: String
    var coverage: FontCoverage
    var isBold: Bool
    var ascent: Double
    var descent: Double
  }

  /// Lends an opened face, which must not outlive `body`.
  ///
  /// Nil where the bytes are not a font or have no such face.
  private static func withFace<R>(
    _ index: Int, of bytes: [UInt8], _ body: (FT_Face) -> R
  ) -> R? {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      var library: FT_Library?
      guard unsafe FT_Init_FreeType(&library) == 0, let library = unsafe library else {
        return nil
      }
      defer { unsafe FT_Done_FreeType(library) }
      var opened: FT_Face?
      guard
        unsafe FT_New_Memory_Face(library, bytes.baseAddress, bytes.count, index, &opened) == 0,
        let face = unsafe opened
      else { return nil }
      defer { unsafe FT_Done_Face(face) }
      return unsafe body(face)
    }
  }

  /// As libass reads it, which follows Windows: the table `OS/2`, else what the face itself says.
  private static func reach(of face: FT_Face) -> (ascent: Double, descent: Double) {
    let em = unsafe Double(max(1, face.pointee.units_per_EM))
    if let table = unsafe FT_Get_Sfnt_Table(face, FT_SFNT_OS2) {
      let metrics = unsafe table.assumingMemoryBound(to: TT_OS2.self).pointee
      let (up, down) = (
        Int16(bitPattern: metrics.usWinAscent), Int16(bitPattern: metrics.usWinDescent)
      )
      if Int(up) + Int(down) != 0 { return (Double(up) / em, Double(down) / em) }
    }
    return unsafe (Double(face.pointee.ascender) / em, -Double(face.pointee.descender) / em)
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
