import CFonts

/// The fonts of this machine, as fontconfig knows and orders them.
///
/// Only outline fonts: libass cannot draw the pictures in a color font.
enum InstalledFonts {
  /// A face of an installed font.
  struct Face: Hashable {
    var path: String
    /// Its place in the file, from 0.
    var face: Int
    /// Of the characters asked for, those that it has.
    var has: Set<Unicode.Scalar>
  }

  /// The face of a family that comes nearest to a weight; nil where the family is not installed.
  static func face(ofFamily family: String, weight: FontFile.Weight) -> Face? {
    let list = FontList(family: family, language: nil, weight: weight)
    guard let font = unsafe list.fonts.first else { return nil }
    let names = unsafe families(of: font).map { $0.lowercased() }
    return unsafe names.contains(family.lowercased()) ? face(font, wanted: []) : nil
  }

  /// The faces that have any of some characters, the most fitting first.
  ///
  /// The order is that of the system for sans-serif type of a weight in a language, whatever the
  /// locale.
  static func faces(
    with wanted: Set<Unicode.Scalar>, language: String, weight: FontFile.Weight
  ) -> [Face] {
    let list = FontList(family: "sans-serif", language: language, weight: weight)
    var faces: [Face] = []
    for index in 0..<(unsafe list.fonts.count) {
      if let face = unsafe face(list.fonts[index], wanted: wanted), !face.has.isEmpty {
        faces.append(face)
      }
    }
    return faces
  }

  fileprivate typealias Pattern = OpaquePointer

  fileprivate static func isOutline(_ font: Pattern) -> Bool {
    func flag(_ name: UnsafePointer<CChar>?, _ otherwise: Bool) -> Bool {
      var value: FcBool = 0
      return unsafe FcPatternGetBool(font, name, 0, &value) == FcResultMatch
        ? value != 0 : otherwise
    }
    return unsafe flag(voimo_fc_outline, true) && flag(voimo_fc_scalable, true)
      && !flag(voimo_fc_color, false)
  }

  private static func families(of font: Pattern) -> [String] {
    var names: [String] = []
    var text: UnsafeMutablePointer<FcChar8>?
    while unsafe FcPatternGetString(font, voimo_fc_family, Int32(names.count), &text)
      == FcResultMatch, let name = unsafe text
    { unsafe names.append(String(cString: name)) }
    return names
  }

  private static func face(_ font: Pattern, wanted: Set<Unicode.Scalar>) -> Face? {
    var text: UnsafeMutablePointer<FcChar8>?
    guard unsafe FcPatternGetString(font, voimo_fc_file, 0, &text) == FcResultMatch,
      let path = unsafe text
    else { return nil }
    var index: Int32 = 0
    _ = unsafe FcPatternGetInteger(font, voimo_fc_index, 0, &index)
    var characters: OpaquePointer?
    _ = unsafe FcPatternGetCharSet(font, voimo_fc_charset, 0, &characters)
    var has: Set<Unicode.Scalar> = []
    if let characters = unsafe characters {
      has = wanted.filter { unsafe FcCharSetHasChar(characters, $0.value) != 0 }
    }
    // The upper half names an instance of a variable font; libass takes the default one.
    return unsafe Face(path: String(cString: path), face: Int(index & 0xFFFF), has: has)
  }
}

/// All fonts in the order in which they fit a family and a language; owns what fontconfig gives.
@safe private final class FontList {
  /// Outline fonts; they live as long as the list.
  private(set) var fonts: [InstalledFonts.Pattern] = unsafe []
  private let config: OpaquePointer?
  private let set: UnsafeMutablePointer<FcFontSet>?

  init(family: String, language: String?, weight: FontFile.Weight) {
    unsafe config = FcInitLoadConfigAndFonts()
    guard let pattern = unsafe FcPatternCreate() else {
      unsafe set = nil
      return
    }
    unsafe FcPatternAddString(pattern, voimo_fc_family, family)
    // Without a language of its own a pattern takes the locale's.
    unsafe FcPatternAddString(pattern, voimo_fc_lang, language ?? "en")
    unsafe FcPatternAddInteger(
      pattern, voimo_fc_weight, weight == .bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR)
    unsafe FcConfigSubstitute(config, pattern, FcMatchPattern)
    unsafe FcDefaultSubstitute(pattern)
    var result = FcResultMatch
    unsafe set = FcFontSort(config, pattern, 0, nil, &result)
    unsafe FcPatternDestroy(pattern)
    guard let set = unsafe set else { return }
    for index in 0..<(unsafe Int(set.pointee.nfont)) {
      if let font = unsafe set.pointee.fonts[index], unsafe InstalledFonts.isOutline(font) {
        unsafe fonts.append(font)
      }
    }
  }

  deinit {
    if let set = unsafe set { unsafe FcFontSetDestroy(set) }
    if let config = unsafe config { unsafe FcConfigDestroy(config) }
  }
}
