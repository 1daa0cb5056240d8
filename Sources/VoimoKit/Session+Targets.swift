import Foundation
import VoimoBase
package import VoimoEngine
import VoimoProject
import VoimoStages

extension Session {
  /// What somebody means by a target: besides steps, kinds and patterns, a section (`chorus.1`),
  /// all sections of a label (`chorus`), or a shot (`chorus.1/03`).
  package func meaning(of target: Target) -> Target {
    let word = target.pattern
    let kinds = Set(graph.nodes.map(\.id.kind) + (graph.expansion?.kinds ?? []))
    let parts = word.split(separator: "/", omittingEmptySubsequences: false)
    guard let first = parts.first, !kinds.contains(String(first)), !word.contains("*"),
      let selector = SectionSelector(String(first))
    else { return target }
    switch (selector, parts.count) {
    case (.label(let label), 1) where labels.contains(label):
      return Target(word, meaning: ["*/\(label).*"])
    case (.section(let id), 1) where labels.contains(id.label):
      return Target(word, meaning: ["*/\(id)", "*/\(id)/*", "*/\(id)@*"])
    case (.section(let id), 2) where labels.contains(id.label):
      return Target(word, meaning: ["*/\(word)"])
    default: return target
    }
  }

  /// Labels that sections of this song can have.
  private var labels: Set<String> {
    let project = workspace.project
    let declared = (project.structure ?? []).map(\.label)
    guard declared.isEmpty else { return Set(declared) }
    return Set(SectionID.knownLabels)
  }

  /// Says what somebody probably meant by a target that means nothing.
  func refusal(of unknown: UnknownTarget) -> KitError {
    let word = unknown.target.pattern
    let sentence = "no step, section or shot is named '\(word)'"
    if let hint = hint(for: word) { return KitError(.usage, sentence, hint: hint) }
    let names = unknown.kinds + labels.sorted() + Self.otherWords.keys.sorted()
    if let nearest = unknown.nearest ?? NearMiss.nearest(to: word, among: names) {
      let meant = Self.otherWords[nearest] ?? nearest
      return KitError(.usage, sentence, hint: "did you mean \(meant)?")
    }
    let stages = unknown.kinds.filter { $0 != FilmSource.song.kind }.joined(separator: ", ")
    return KitError(
      .usage, sentence,
      hint: "film, a stage (\(stages)), a section (chorus.1) or a shot (chorus.1/03)")
  }

  /// Words of other parts of voimo, and what their steps are called.
  private static let otherWords = words(
    (["video", "movie", "mp4"], StageRegistry.film), (["sections"], StageRegistry.structure),
    (["words"], StageRegistry.lyrics), (["beats", "signals", "song"], StageRegistry.features),
    (["pictures", "images"], StageRegistry.keyframe), (["frames"], StageRegistry.segment),
    (["vocals"], StageRegistry.stems), (["sound"], StageRegistry.soundtrack),
    (["srt", "vtt", "lrc", "ass"], StageRegistry.subtitles))

  private static func words(_ stages: ([String], Stage)...) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: stages.flatMap { words, stage in words.map { ($0, stage.name) } })
  }

  private func hint(for word: String) -> String? {
    if let meant = Self.otherWords[word] { return "did you mean \(meant)?" }
    if workspace.project.profiles.contains(word) {
      return "\(word) is a profile: voimo build --profile \(word)"
    }
    if let step = stepOfExport(word) { return "that file is made by the step \(step)" }
    let project = workspace.project
    if word == project.audio.path { return "that is the song; voimo build makes its film" }
    if word == project.lyrics?.path { return "did you mean \(LyricsStep.id)?" }
    if let selector = SectionSelector(word), case .section(let id) = selector,
      labels.contains(id.label)
    {
      return "voimo show sections lists the song's sections"
    }
    if Self.soundEndings.contains(where: word.lowercased().hasSuffix) {
      return "for a film of another song, make a project of its own: voimo init \(word)"
    }
    return nil
  }

  private static let soundEndings = [
    ".flac", ".wav", ".mp3", ".m4a", ".aac", ".ogg", ".opus", ".aif", ".aiff", ".wma",
  ]

  /// The step behind a file in `out/`; nil for any other name.
  private func stepOfExport(_ word: String) -> StepID? {
    guard word.contains("\(Self.exportFolder)/") else { return nil }
    return ([.film] + SubtitleFormat.allCases.map(Output.subtitles)).flatMap(Wish.files(of:))
      .first { word.hasSuffix($0.ending) }?.source.step
  }
}
