package import VoimoBase

/// A diagnostic as machines read it.
package struct DiagnosticRecord: Encodable {
  var severity: String
  var id: String
  var message: String
  var hint: String?
  var file: String?
  var line: Int?
  var column: Int?
  var length: Int?

  /// Writes down a diagnostic; its place only where it has one.
  package init(_ diagnostic: Diagnostic) {
    severity = diagnostic.severity.rawValue
    id = diagnostic.message.id
    message = diagnostic.message.text
    hint = diagnostic.message.hint
    file = diagnostic.file
    line = diagnostic.span?.line
    column = diagnostic.span?.column
    length = diagnostic.span?.length
  }
}
