package import VoimoBase
package import VoimoProject

/// What a song, once its length or its sections are known, shows to be wrong in the project.
///
/// `voimo check` and the build ask the same functions.
extension Project {
  /// Times that lie outside a song of this length.
  ///
  /// - Parameter duration: exact, or from the file's header; a tenth of a second is let pass.
  /// - Returns: diagnostics with their places; none when all is well.
  package func problems(withDuration duration: Seconds) -> [Diagnostic] {
    cropProblems(duration)
      + (structure ?? []).filter { $0.start >= duration }.map {
        Diagnostic(
          .error, .sectionPastEnd($0.label, $0.start, songEnd: duration), file: $0.file,
          span: $0.span)
      } + sections.compactMap { rangeProblem($0, duration) }
      + outputProblems(withDuration: duration)
  }

  private func cropProblems(_ duration: Seconds) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    let rate = render.fps
    if let start = crop.start {
      if start >= duration {
        problems.append(
          error(.cropStartPastEnd(start, songEnd: duration), at: place("crop.start")))
      } else if crop.snap == .none,
        rate.firstFrame(atOrAfter: start) >= rate.firstFrame(atOrAfter: duration)
      {
        problems.append(
          error(.cropLeavesNothing(start, songEnd: duration), at: place("crop.start")))
      }
    }
    if let end = crop.end, end > duration + 0.1 {
      problems.append(error(.cropPastEnd(end, songEnd: duration), at: place("crop.end")))
    }
    return problems
  }

  /// What is wrong with a time range under `sections:`; nil for other keys, and for a good one.
  private func rangeProblem(_ change: SectionOverride, _ duration: Seconds) -> Diagnostic? {
    guard case .range(let start, let end) = change.selector else { return nil }
    func say(_ severity: Diagnostic.Severity, _ message: Diagnostic.Message) -> Diagnostic {
      Diagnostic(severity, message, file: sourceName, span: change.span)
    }
    guard start < duration else {
      return say(.error, .rangeAfterSong(change.key, songEnd: duration))
    }
    if end > duration + 0.1 { return say(.warning, .rangePastEnd(change.key, songEnd: duration)) }
    if render.fps.nearestFrame(to: start) == render.fps.nearestFrame(to: end) {
      return say(.warning, .rangeTooShort(change.key))
    }
    let (first, last) = (crop.start ?? .zero, crop.end ?? duration)
    if crop.snap == .none, end <= first || start >= last {
      return say(.warning, .rangeCropped(change.key, start: first, end: last))
    }
    return nil
  }

  /// Times outside the song, and overrides of sections that it does not have.
  ///
  /// - Parameters:
  ///   - sections: All of the song's, in order.
  ///   - guessable: The labels that listening could have given; nil where sections are declared.
  /// - Returns: diagnostics with their places; none when all is well.
  package func problems(
    withSections sections: [TimedSection<SectionID>], guessable: Set<String>?
  ) -> [Diagnostic] {
    guard let duration = sections.last?.end else { return [] }
    return problems(withDuration: duration)
      + unmatchedOverrides(sections: sections, guessable: guessable)
  }

  /// A crop may be written as one text; then that is the place.
  private func place(_ path: String) -> String { span(of: path) == nil ? "crop" : path }
}
