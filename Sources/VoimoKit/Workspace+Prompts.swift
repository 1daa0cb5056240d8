import VoimoBackends
package import VoimoBase
import VoimoProject

extension Workspace {
  /// What the painter will not show of the theme, of the sections' own prompts, and which artists
  /// it does not know: warnings, each where the words stand.
  package func promptProblems() -> [Diagnostic] {
    var problems: [Diagnostic] = []
    func tell(_ sentence: String?, at path: String) {
      guard let sentence else { return }
      problems.append(
        project.warning(
          .init(
            id: "cannot-be-painted", text: "\(path): \(sentence)",
            hint:
              "voimo show prompts says what was understood; docs/guide/painter.md lists what can be shown"
          ),
          at: path))
    }
    let theme = project.theme ?? ""
    tell(PromptDoubts.theme(theme), at: "theme")
    tell(project.artist.flatMap(PromptDoubts.artist), at: "artist")
    tell(doubt(about: project.filePrompt, theme: theme), at: "prompt")
    for section in project.sections {
      let path = "sections.\(section.key)"
      let own = section.theme ?? theme
      if let changed = section.theme { tell(PromptDoubts.theme(changed), at: "\(path).theme") }
      tell(section.artist.flatMap(PromptDoubts.artist), at: "\(path).artist")
      tell(doubt(about: section.prompt, theme: own), at: "\(path).prompt")
    }
    return problems
  }

  private func doubt(about prompt: PromptOverride?, theme: String) -> String? {
    switch prompt {
    case nil: nil
    case .replace(let text), .add(let text): PromptDoubts.prompt(text, theme: theme)
    case .travel(let texts): texts.lazy.compactMap { PromptDoubts.prompt($0, theme: theme) }.first
    }
  }
}
