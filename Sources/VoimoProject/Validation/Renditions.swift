package import VoimoBase

extension Rendition {
  /// What a platform says to a clip of this length; none where it takes it.
  package func problems(length: Seconds) -> [Diagnostic.Message] {
    let facts = preset.facts
    // A frame more or less is nobody's mistake.
    let slack = 0.05
    if let takes = facts.lengths,
      length.value < takes.lowerBound.value - slack || length.value > takes.upperBound.value + slack
    {
      return [.clipLength(name, preset, length: length, takes: takes)]
    }
    if let safe = facts.safeLength, let advice = facts.advice, length.value > safe.value + slack {
      return [.clipAdvice(name, length: length, safe: safe, advice: advice)]
    }
    return []
  }

  /// The part of the song that it shows, inside of what the film shows.
  ///
  /// - Parameters:
  ///   - sections: All of the song's, in order.
  ///   - film: The song's times between which the film lies.
  /// - Returns: A part with a length above 0; nil where the film does not show the clip.
  /// - Complexity: O(*n*) in the sections.
  package func part(
    sections: [TimedSection<SectionID>], film: ClosedRange<Seconds>
  ) -> ClosedRange<Seconds>? {
    func shown(_ start: Seconds, _ end: Seconds) -> ClosedRange<Seconds>? {
      let (first, last) = (max(start, film.lowerBound), min(end, film.upperBound))
      return first < last ? first...last : nil
    }
    func first(_ isWanted: (SectionID) -> Bool) -> ClosedRange<Seconds>? {
      sections.filter { isWanted($0.name) }.compactMap { shown($0.start, $0.end) }.first
    }
    switch clip {
    case .range(let start, let end)?: return shown(start, end)
    case .section(let id)?: return first { $0 == id }
    case .label(let label)?: return first { $0.label == label }
    case nil: break
    }
    switch preset.facts.part {
    case .film: return film
    case .chorus(let most):
      let part = first { $0.label == "chorus" } ?? film
      return part.lowerBound...min(part.upperBound, part.lowerBound + most)
    }
  }
}

extension Project {
  /// What the song's length shows to be wrong in `outputs`.
  ///
  /// - Parameter duration: Exact, or from the file's header; a tenth of a second is let pass.
  /// - Returns: An error for each output that names a later time.
  package func outputProblems(withDuration duration: Seconds) -> [Diagnostic] {
    timedOutputs.compactMap { path, span, text, end in
      guard end > duration + 0.1 else { return nil }
      return Diagnostic(
        .error, .outsideSong(path, text, songEnd: duration), file: sourceName, span: span)
    }
  }

  /// Outputs that name times, each with its path, its place, what is written and the last time.
  private var timedOutputs: [(String, SourceSpan, String, Seconds)] {
    outputs.enumerated().compactMap { index, output in
      switch output {
      case .thumbnail(let thumbnail):
        ("outputs[\(index)].thumbnail", thumbnail.span, "\(thumbnail.time)", thumbnail.time)
      case .rendition(let rendition):
        if case .range(let start, let end)? = rendition.clip {
          ("outputs[\(index)].clip", clipSpan(index, rendition), "\(start)-\(end)", end)
        } else {
          nil
        }
      case .film, .subtitles: nil
      }
    }
  }

  private func clipSpan(_ index: Int, _ rendition: Rendition) -> SourceSpan {
    span(of: "outputs[\(index)].clip") ?? rendition.span
  }

  /// What the song's sections show to be wrong, or doubtful, in `outputs`: clips that the song does
  /// not have or the film does not show, and lengths that a platform does not take.
  ///
  /// - Parameters:
  ///   - sections: All of the song's, in order.
  ///   - film: The song's times between which the film lies; nil where that is not known.
  ///   - guessable: The labels that listening could have given; nil where sections are declared.
  /// - Returns: A diagnostic for each such output, in the order of the file.
  package func outputProblems(
    withSections sections: [TimedSection<SectionID>], film: ClosedRange<Seconds>?,
    guessable: Set<String>?
  ) -> [Diagnostic] {
    let labels = sections.map(\.name.label)
    let names = labels + sections.map(\.name.description)
    return outputs.enumerated().flatMap { index, output -> [Diagnostic] in
      guard case .rendition(let rendition) = output else { return [] }
      let path = "outputs[\(index)].clip"
      let span = clipSpan(index, rendition)
      func say(_ severity: Diagnostic.Severity, _ message: Diagnostic.Message) -> Diagnostic {
        Diagnostic(severity, message, file: sourceName, span: span)
      }
      if let clip = rendition.clip, let label = clip.label, !names.contains(clip.description) {
        // A number beyond what was heard is a guess that did not come true, as a label is.
        let isGuess = guessable.map { $0.contains(label) || labels.contains(label) } ?? false
        let near = NearMiss.nearest(to: clip.description, among: names + (guessable ?? []).sorted())
        return [
          say(
            isGuess ? .warning : .error,
            .unknownClip(
              path, clip, sections: sections.map(\.name.description).joined(separator: ", "),
              nearest: isGuess ? nil : near, isGuess: isGuess))
        ]
      }
      guard let film else { return [] }
      guard let part = rendition.part(sections: sections, film: film) else {
        return rendition.clip.map { [say(.error, .clipCropped(path, $0))] } ?? []
      }
      if case .range? = rendition.clip { return [] }
      return rendition.problems(length: part.upperBound - part.lowerBound).map {
        say(.warning, $0)
      }
    }
  }

  /// Says which clips can choose nothing, whatever a song is heard to be.
  ///
  /// - Parameter guessable: The labels that listening can give.
  /// - Returns: An error for each such clip, in the order of the file.
  package func unhearableClips(guessable: Set<String>) -> [Diagnostic] {
    outputs.enumerated().compactMap { index, output in
      guard case .rendition(let rendition) = output, let label = rendition.clip?.label,
        !guessable.contains(label)
      else { return nil }
      let near = NearMiss.nearest(to: label, among: guessable.sorted())
      return Diagnostic(
        .error, .unhearableClip("outputs[\(index)].clip", label: label, nearest: near),
        file: sourceName, span: clipSpan(index, rendition))
    }
  }
}

extension Clip {
  /// The label of the section that it names; nil for a time range.
  fileprivate var label: String? {
    switch self {
    case .label(let label): label
    case .section(let id): id.label
    case .range: nil
    }
  }
}
