package import VoimoKit

/// Writes for people what was removed from `out/`.
package struct CleanText {
  /// What was removed, or would be: what was asked for.
  package let lines: [String]
  /// What else is to be known.
  package let remarks: [String]

  /// Words for files that went and files that somebody changed and that stay.
  package init(removed: [Cleaning.File], changed: [String], isDry: Bool) {
    lines = removed.map { file in
      "\(isDry ? "would remove" : "removed") \(DiagnosticText.visible(file.path)) "
        + "(\(ClockText.bytes(file.size)))"
    }
    remarks =
      changed.map { "kept \(DiagnosticText.visible($0)): it was changed since voimo wrote it" }
      + (removed.isEmpty ? ["nothing to clean"] : [])
  }
}
