import Foundation
import VoimoBackends
package import VoimoBase
import VoimoMedia
import VoimoProject
import VoimoStages

extension Workspace {
  /// Everything that can be said about the project without building it: what stops a build, and
  /// what is doubtful.
  ///
  /// Decodes the song to know its length and level; well under a second for a song. What was heard
  /// in earlier builds is known from the store.
  package func check() -> [Diagnostic] {
    let first = firstProblems()
    if first.contains(where: { $0.severity == .error }) { return first }
    var known = KnownSong()
    let audio = audioProblems(&known)
    if audio.contains(where: { $0.severity == .error }) {
      return first + audio + (ProjectWords(of: self)?.problems ?? [])
    }
    let (level, exact) = levelProblems()
    // Without a store, or with one that is damaged, the project can be checked all the same.
    let session = try? Session(self, for: .reading)
    let heard = (try? session?.heardSong()) ?? KnownSong()
    known.duration = heard.duration ?? exact ?? known.duration
    known.isExact = heard.duration != nil || exact != nil
    known.sections = heard.sections
    let words = ProjectWords(of: self)
    let said =
      first + audio + level + imageProblems()
      + contentProblems(known, words: words, readsWords: true)
      + promptProblems()
    return said + doubts(of: session, said: said)
  }

  /// What is wrong or doubtful before any file is looked into: in the project file, in the names
  /// of files, in what is asked for without words.
  package func firstProblems() -> [Diagnostic] {
    warnings + pathProblems + imagePathProblems() + wordlessProblems()
      + backendProblems(registry) + rateProblems
  }

  /// What is wrong or doubtful by what is known of the song: times, sections, words, fonts, looks.
  ///
  /// - Parameters:
  ///   - known: What is known without decoding the song now.
  ///   - words: The lyrics; nil where there are none.
  ///   - readsWords: Whether the lyrics' own problems are wanted; else they were said before.
  /// - Returns: Errors and warnings, in the order of what they are about.
  func contentProblems(
    _ known: KnownSong, words: ProjectWords?, readsWords: Bool
  ) -> [Diagnostic] {
    var known = known
    var problems = timeProblems(known, words: words, readsWords: readsWords)
    if !problems.isEmpty, !known.isExact, let exact = levelProblems().duration {
      // A header may be wrong: before somebody is told so, the song is measured.
      known.duration = exact
      problems = timeProblems(known, words: words, readsWords: readsWords)
    }
    problems += sectionProblems(known, words: words)
    if readsWords { problems += words?.problems ?? [] }
    do {
      problems += fontProblems(try fontChoice(for: words), words: words)
      // A font that burned-in words lack as well was told just now.
      if !problems.contains(where: { $0.message.id == "no-glyph" }) {
        problems += PageFonts(project, words: words).problems
      }
    } catch let error as KitError {
      problems.append(
        Diagnostic(
          .error, .init(id: "no-font", text: error.sentence, hint: error.hint), file: source.name))
    } catch {
      preconditionFailure("choosing fonts throws nothing else: \(error)")
    }
    return problems
  }

  /// What lies outside the song.
  private func timeProblems(
    _ known: KnownSong, words: ProjectWords?, readsWords: Bool
  ) -> [Diagnostic] {
    guard let duration = known.duration else { return [] }
    return project.problems(withDuration: duration)
      + (readsWords ? words?.timeProblems(duration) ?? [] : []).map {
        project.warning($0, at: "lyrics")
      }
  }

  /// What is said about sections that the song does not have.
  func sectionProblems(_ known: KnownSong, words: ProjectWords?) -> [Diagnostic] {
    if let declared = project.structure {
      let last = (declared.last?.start ?? .zero) + 1
      let structure = StructureStep.tile(
        declared, to: known.duration.map { max($0, .zero) } ?? last)
      return project.unmatchedOverrides(sections: structure.sections)
        + project.outputProblems(
          withSections: structure.sections,
          film: known.duration == nil ? nil : shown(of: structure.sections), guessable: nil)
    }
    let guessable = Set(Project.heardLabels).union(words?.headings ?? [])
    guard let sections = known.sections else {
      return project.unhearableOverrides(guessable: guessable)
        + project.unhearableClips(guessable: guessable)
    }
    return project.unmatchedOverrides(sections: sections, guessable: guessable)
      + project.outputProblems(
        withSections: sections, film: shown(of: sections), guessable: guessable)
  }

  /// Renditions with a frame rate of their own: frames can be left out, but lie on the film's grid.
  private var rateProblems: [Diagnostic] {
    project.renditions.filter { $0.fps != nil && $0.preset != .gif }.map { rendition in
      Diagnostic(
        .error,
        .init(
          id: "not-built-yet", text: "fps of the output \(rendition.name) is not built yet",
          hint: "without it the output has the film's frame rate; gif has its own"),
        file: source.name, span: rendition.span)
    }
  }

  /// What of the song the film shows; nil where the crop's ends move to beats that are not known
  /// here.
  private func shown(of sections: [TimedSection<SectionID>]) -> ClosedRange<Seconds>? {
    guard project.crop.snap == .none, let end = sections.last?.end else { return nil }
    let (first, last) = (project.crop.start ?? .zero, min(project.crop.end ?? end, end))
    return first < last ? first...last : nil
  }

  /// Outputs and styles that are made of words, where the project names none.
  private func wordlessProblems() -> [Diagnostic] {
    // A transcript has words, where one is made.
    guard project.lyrics == nil, !registry.hasTranscriber(for: project) else { return [] }
    var problems = project.outputs.enumerated().compactMap { index, output -> Diagnostic? in
      guard let name = output.nameWithWords else { return nil }
      let path = project.span(of: "outputs[\(index)]") == nil ? "outputs" : "outputs[\(index)]"
      return project.error(.needsLyrics("outputs", name), at: path)
    }
    switch project.subtitles.style {
    case .none, .soft: break
    case .plain, .karaoke:
      let path = project.span(of: "subtitles.style") == nil ? "subtitles" : "subtitles.style"
      problems.append(
        project.error(.needsLyrics("subtitles", project.subtitles.style.rawValue), at: path))
    }
    return problems
  }

  /// What steps of earlier builds, still in use, were not sure of.
  private func doubts(of session: Session?, said: [Diagnostic]) -> [Diagnostic] {
    let sentences = Set(said.map(LyricsStep.sentence))
    return ((try? session?.storedWarnings()) ?? []).filter { !sentences.contains($0.text) }.map {
      Diagnostic(
        .warning, .init(id: "doubtful-result", text: "\($0.step): \($0.text)"), file: nil)
    }
  }
}

/// What is known of a song without decoding it now.
struct KnownSong {
  /// Its length.
  var duration: Seconds?
  /// Whether the length was measured; else it is what the file's header says.
  var isExact = false
  /// Its sections as they were heard in this state of the project; nil where they were not.
  var sections: [TimedSection<SectionID>]?
}
