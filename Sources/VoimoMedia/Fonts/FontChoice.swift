import Synchronization

/// Which fonts a text is set in, and what none of them can show.
package struct FontChoice: Sendable {
  /// A font's place on this machine.
  package struct Place: Hashable, Sendable {
    package var path: String
    /// Which of the file's faces, from 0.
    package var face: Int
  }

  /// A character for which no installed font has a glyph.
  package struct Missing: Hashable, Sendable {
    /// Which of the texts it is in first, from 0.
    package var text: Int
    /// The whole character as a reader sees it.
    package var character: Character
    /// The first of its code points that has no glyph.
    package var scalar: Unicode.Scalar
  }

  /// The main font, then those that have what it lacks, in the order of their first use.
  package var places: [Place]
  /// Whether the family that was asked for is installed.
  package var hasFamily: Bool
  /// The first character that no font has; nil when all can be shown.
  package var missing: Missing?

  /// Looks for fonts that show every character of some texts.
  ///
  /// - Parameters:
  ///   - texts: Lines, as they are shown.
  ///   - family: The main font's; where it is not installed, DejaVu Sans takes its place.
  ///   - language: A BCP 47 tag, where it is known: Chinese and Japanese write the same characters
  ///     differently.
  ///   - weight: The cut of the standard font that is wanted, and which cuts of others are looked
  ///     at first.
  /// - Returns: the choice, which depends on the texts, the fonts installed and their order in the
  ///   system's configuration.
  /// - Throws: `MediaError` when there is no main font.
  /// - Complexity: O(*n*) in the texts' length, and a sorted list of all fonts where the main one
  ///   does not have everything.
  package static func choose(
    for texts: [String], family: String, language: String?, weight: FontFile.Weight = .bold
  ) throws(MediaError) -> FontChoice {
    let isStandard = family.lowercased() == FontFile.standardFamily.lowercased()
    let own = isStandard ? nil : InstalledFonts.face(ofFamily: family, weight: weight)
    let main: Place
    if let own {
      main = Place(path: own.path, face: own.face)
    } else {
      main = Place(path: try FontFile.standardPath(weight), face: 0)
    }
    var choice = FontChoice(
      places: [main], hasFamily: isStandard || own != nil, missing: nil)
    // Every font has ASCII, and to read one takes as long as much of a build that has nothing to
    // do.
    guard texts.contains(where: { !$0.utf8.allSatisfy { $0 < 0x80 } }) else { return choice }
    let coverage = try Self.coverage(of: main)
    choice.fill(for: texts, beside: coverage, language: language, weight: weight)
    return choice
  }

  /// What main fonts have, read once in the life of the process.
  private static let coverages = Mutex<[Place: FontCoverage]>([:])

  private static func coverage(of place: Place) throws(MediaError) -> FontCoverage {
    try coverages.withLock { known throws(MediaError) in
      if let coverage = known[place] { return coverage }
      let coverage = try FontFile.coverage(path: place.path, face: place.face)
      known[place] = coverage
      return coverage
    }
  }

  /// Adds fonts for what the main one lacks.
  private mutating func fill(
    for texts: [String], beside main: FontCoverage, language: String?, weight: FontFile.Weight
  ) {
    var lacking: [(text: Int, character: Character)] = []
    var seen: Set<Character> = []
    for (index, text) in texts.enumerated() {
      for character in text where !character.isASCII && seen.insert(character).inserted {
        if !Glyphs.show(character, has: main.contains) { lacking.append((index, character)) }
      }
    }
    guard !lacking.isEmpty else { return }
    let wanted = Set(lacking.flatMap { Glyphs.needed(for: $0.character) })
    let installed = InstalledFonts.faces(
      with: wanted, language: Self.language(of: wanted, stated: language), weight: weight)
    // Beside a font of the user's, the standard one comes before all others.
    let faces =
      installed.filter { FontFile.standardPaths.contains($0.path) }
      + installed.filter { !FontFile.standardPaths.contains($0.path) }
    var chosen: [InstalledFonts.Face] = []
    for (text, character) in lacking {
      func shows(_ face: InstalledFonts.Face) -> Bool {
        Glyphs.show(character) { face.has.contains($0) || (!wanted.contains($0)) }
      }
      if chosen.contains(where: shows) { continue }
      if let face = faces.first(where: shows) {
        chosen.append(face)
        continue
      }
      let needed = Glyphs.needed(for: character)
      let scalar =
        needed.first { scalar in
          !main.contains(scalar) && !faces.contains { $0.has.contains(scalar) }
        } ?? needed.first { !main.contains($0) }
      missing =
        missing
        ?? scalar.map { Missing(text: text, character: character, scalar: $0) }
    }
    places += chosen.map { Place(path: $0.path, face: $0.face) }
  }

  /// The language that decides between fonts: what the characters show, else what is stated.
  private static func language(of scalars: Set<Unicode.Scalar>, stated: String?) -> String {
    let values = scalars.map(\.value)
    if values.contains(where: { (0x3041...0x30FF).contains($0) }) { return "ja" }
    if values.contains(where: { (0xAC00...0xD7A3).contains($0) || (0x1100...0x11FF).contains($0) })
    {
      return "ko"
    }
    if values.contains(where: { (0x3105...0x312F).contains($0) }) { return "zh-tw" }
    let stated = stated?.lowercased()
    guard values.contains(where: { (0x3400...0x9FFF).contains($0) || $0 >= 0x20000 }) else {
      return stated ?? "en"
    }
    switch stated {
    case let tag? where tag.hasPrefix("ja") || tag.hasPrefix("ko"): return tag
    case let tag? where tag.contains("hk"): return "zh-hk"
    case let tag? where tag.contains("tw") || tag.contains("hant"): return "zh-tw"
    default: return "zh-cn"
    }
  }
}
