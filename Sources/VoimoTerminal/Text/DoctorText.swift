package import VoimoKit

/// Writes for people what this machine has for building films.
package struct DoctorText {
  private let style: Style

  package init(style: Style) { self.style = style }

  /// A line a finding, and below it the command that puts it right, where there is one.
  package func lines(_ findings: [Doctor.Finding]) -> [String] {
    let width = findings.map(\.name.columns).max() ?? 0
    return findings.flatMap { finding in
      let mark = finding.isFine ? style.paint("ok", .green) : style.paint("no", .boldRed)
      let detail = DiagnosticText.visible(finding.detail)
      return ["\(mark)  \(finding.name.padded(to: width))  \(detail)"]
        + (finding.fix.map { ["    \(style.paint("→ \($0)", .cyan))"] } ?? [])
    }
  }
}
