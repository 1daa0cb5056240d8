package import VoimoBase

extension Project {
  /// Says which keys of `sections:` choose nothing in this song.
  ///
  /// - Parameter found: all sections of the whole song with their start and end, in order.
  /// - Returns: An error for each such key, in the order of the file.
  package func unmatchedOverrides(
    sections found: [(SectionID, Seconds, Seconds)]
  ) -> [Diagnostic] {
    var starts: [String: [Seconds]] = [:]
    var labels: [String] = []
    for (id, start, _) in found {
      if starts[id.label] == nil { labels.append(id.label) }
      starts[id.label, default: []].append(start)
    }
    let list = Self.list(labels.map { ($0, starts[$0]?.count ?? 0) })
    return sections.compactMap { change in
      let message: Diagnostic.Message
      switch change.selector {
      case .label(let label):
        guard starts[label] == nil else { return nil }
        let nearest = NearMiss.nearest(to: label, among: labels)
        message = .unknownSection(change.key, label: label, sections: list, nearest: nearest)
      case .section(let id):
        if let starts = starts[id.label] {
          guard id.ordinal > starts.count else { return nil }
          message = .ordinalTooHigh(change.key, label: id.label, starts: starts)
        } else {
          let nearest = NearMiss.nearest(to: id.label, among: labels)
          message = .unknownSection(
            change.key, label: id.label, sections: list,
            nearest: nearest.map { "\($0).\(id.ordinal)" })
        }
      case .range(let start, let end):
        guard let first = found.first, let last = found.last, end <= first.1 || start >= last.2
        else { return nil }
        message = .rangeOutside(change.key, start: first.1, end: last.2)
      }
      return Diagnostic(.error, message, file: sourceName, span: change.span)
    }
  }

  /// `intro, verse.1, verse.2, chorus.1–3`.
  private static func list(_ labels: [(label: String, count: Int)]) -> String {
    labels.map { label, count in
      switch count {
      case ...1: label
      case 2: "\(label).1, \(label).2"
      default: "\(label).1–\(count)"
      }
    }.joined(separator: ", ")
  }
}
