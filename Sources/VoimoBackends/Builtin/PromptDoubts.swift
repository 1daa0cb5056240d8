import VoimoPaint

/// Says what the built-in painter will not show of what somebody wrote.
package enum PromptDoubts {
  /// One sentence about a theme; nil where all of it is shown.
  package static func theme(_ theme: String) -> String? {
    description(SceneText(theme: theme)).shortfall
  }

  /// One sentence about a section's own prompt, under its theme; nil where all of it is shown.
  ///
  /// What the theme alone can't show is told at the theme.
  package static func prompt(_ prompt: String, theme: String) -> String? {
    let whole = description(SceneText(prompt: prompt, theme: theme))
    let shared = description(SceneText(theme: theme))
    var own = whole
    own.cannotShow.removeAll(where: shared.cannotShow.contains)
    own.unknown.removeAll(where: shared.unknown.contains)
    return own.shortfall
  }

  /// One sentence about an artist; nil where every name is known.
  package static func artist(_ artist: String) -> String? {
    let unknown = description(SceneText(artist: artist)).unknown
    guard !unknown.isEmpty else { return nil }
    return "the painter does not know the style of: \(unknown.joined(separator: ", "))"
  }

  private static func description(_ text: SceneText) -> SceneDescription {
    SceneRecipe.read(text, seed: 1, stage: .middle).description
  }
}
