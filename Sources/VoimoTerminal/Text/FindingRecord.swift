package import VoimoKit

/// A finding as machines read it.
package struct FindingRecord: Encodable {
  var name: String
  var fine: Bool
  var detail: String
  var fix: String?

  /// Writes down a finding.
  package init(_ finding: Doctor.Finding) {
    name = finding.name
    fine = finding.isFine
    detail = finding.detail
    fix = finding.fix
  }
}
