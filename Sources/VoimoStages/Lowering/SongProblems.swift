package import VoimoBase
package import VoimoProject

/// What a song, once its length or its sections are known, shows to be wrong in the project.
extension Project {
  /// Times that lie outside a song of this length.
  ///
  /// - Parameter duration: exact, or from the file's header; a tenth of a second is let pass.
  /// - Returns: errors with their places; none when all is well.
  package func problems(withDuration duration: Seconds) -> [Diagnostic] {
    let end = duration + 0.1
    var problems: [Diagnostic] = []
    if let start = crop.start, start >= duration {
      problems.append(
        error(.cropStartPastEnd(start, songEnd: duration), at: place("crop.start")))
    }
    if let cropEnd = crop.end, cropEnd > end {
      problems.append(error(.cropPastEnd(cropEnd, songEnd: duration), at: place("crop.end")))
    }
    for section in structure ?? [] where section.start >= duration {
      problems.append(
        Diagnostic(
          .error, .sectionPastEnd(section.label, section.start, songEnd: duration),
          file: section.file, span: section.span))
    }
    return problems
  }

  /// Times outside the song, and overrides of sections that it does not have.
  ///
  /// - Parameter sections: all of the song's, in order.
  /// - Returns: errors with their places; none when all is well.
  package func problems(withSections sections: [Section]) -> [Diagnostic] {
    guard let duration = sections.last?.end else { return [] }
    return problems(withDuration: duration)
      + unmatchedOverrides(sections: sections.map { ($0.id, $0.start, $0.end) })
  }

  /// A crop may be written as one text; then that is the place.
  private func place(_ path: String) -> String { span(of: path) == nil ? "crop" : path }
}
