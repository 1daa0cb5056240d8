extension SceneRecipe {
  /// Reads what was written for a shot: a recipe, and what the painter says about it.
  ///
  /// Pure. Any text is accepted, the empty one too. Two prompts that differ in any letter or digit
  /// get different layouts.
  ///
  /// - Parameters:
  ///   - text: What was written.
  ///   - seed: The shot's: decides where things stand.
  ///   - sectionSeed: The section's: decides what all its shots share.
  ///   - stage: Where in the film the shot is, which is the hour where no word names one.
  /// - Returns: what to paint, and what to say about it.
  package static func read(
    _ text: SceneText, seed: UInt64, sectionSeed: UInt64? = nil, stage: FilmStage = .opening
  ) -> (recipe: SceneRecipe, description: SceneDescription) {
    let choice = SceneChoice(text, stage: stage)
    let written = [text.prompt, text.theme, text.lyricWords.joined(separator: " ")]
      .map(letters).joined(separator: "|")
    let recipe = SceneRecipe(
      scene: choice.scene, palette: choice.palette, light: choice.light, weather: choice.weather,
      brush: choice.brush, things: choice.things, absent: choice.absent, moon: choice.moon,
      isBlackSun: choice.isBlackSun, isRinged: choice.isRinged,
      pose: choice.pose, treeForm: choice.treeForm, backdrop: choice.backdrop,
      layoutSeed: fold(written, seed: seed),
      sectionSeed: fold(written, seed: sectionSeed ?? seed))
    return (recipe, choice.description)
  }

  /// The recipe alone, for texts without lyrics.
  package init(
    prompt: String, negativePrompt: String = "", theme: String = "", artist: String = "",
    seed: UInt64
  ) {
    self =
      Self.read(
        SceneText(prompt: prompt, theme: theme, artist: artist, negativePrompt: negativePrompt),
        seed: seed
      ).recipe
  }

  /// The text's letters and digits in lower case, words apart by one space: what two prompts must
  /// share to be the same prompt.
  private static func letters(_ text: String) -> String {
    var result = ""
    var isApart = false
    for character in text.lowercased() {
      if character.isLetter || character.isNumber {
        if isApart && !result.isEmpty { result.append(" ") }
        isApart = false
        result.append(character)
      } else {
        isApart = true
      }
    }
    return result
  }

  /// FNV-1a over the text, stirred with the seed.
  private static func fold(_ text: String, seed: UInt64) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash ^= seed &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    return hash ^ (hash >> 31)
  }
}
