package import VoimoKit

/// Writes for people what was frozen.
package enum FreezeText {
  /// A line a file, what changed in `voimo.yaml`, and notes.
  ///
  /// - Parameters:
  ///   - freezing: What was worked out.
  ///   - isDry: Whether nothing was written; the files' texts then stand elsewhere.
  /// - Returns: Lines, some of which hold several.
  package static func lines(_ freezing: Freezing, isDry: Bool) -> [String] {
    var lines: [String] = []
    for file in freezing.files {
      if !isDry {
        lines.append(
          "\(file.isThere ? "kept" : "wrote") \(file.kind.fileName): "
            + CountText.of(file.count, noun(file.kind)))
      }
      if let change = file.change { lines.append(text(of: change, isDry: isDry)) }
    }
    return lines + freezing.notes.map { DiagnosticText.visible("note: \($0)") }
  }

  private static func noun(_ kind: Freezable) -> String {
    switch kind {
    case .structure: "section"
    case .lyrics: "line"
    }
  }

  private static func text(of change: Freezing.Change, isDry: Bool) -> String {
    let place = "\(isDry ? "would change " : "")voimo.yaml:\(change.line)"
    return DiagnosticText.visible(
      ([place] + (change.before.map { ["- \($0)"] } ?? []) + ["+ \(change.after)"])
        .joined(separator: "\n  "))
  }
}
