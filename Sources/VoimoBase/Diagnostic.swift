/// Something that is wrong, or doubtful, in what the user wrote.
///
/// Diagnostics are collected and shown together; they are not thrown one by one.
package struct Diagnostic: Hashable, Sendable {
  /// Whether it stops a build.
  package enum Severity: String, Sendable, Codable {
    case error, warning
  }

  /// What is said, apart from where.
  package struct Message: Hashable, Sendable {
    /// A stable kebab-case name, `unknown-field`.
    package var id: String
    /// What is wrong, with the names and values involved, and what voimo knows.
    package var text: String
    /// One fix, shown under the caret: `did you mean "zoom"?`.
    package var hint: String?

    /// Makes a message; each module keeps its own beside the code that emits them.
    package init(id: String, text: String, hint: String? = nil) {
      self.id = id
      self.text = text
      self.hint = hint
    }
  }

  package var severity: Severity
  package var message: Message
  /// The file it is about, as the user would type it; nil when it is about no file.
  package var file: String?
  /// The place in that file; nil when it is about the whole file.
  package var span: SourceSpan?

  /// Joins a message with its place.
  package init(
    _ severity: Severity, _ message: Message, file: String? = nil, span: SourceSpan? = nil
  ) {
    self.severity = severity
    self.message = message
    self.file = file
    self.span = span
  }
}

/// Problems with what the user wrote, thrown where a function can go no further.
package struct ProjectProblems: Error, Sendable {
  /// All of them; at least one is an error.
  package var diagnostics: [Diagnostic]
  /// The texts that they point into, as they were read.
  package var sources: [SourceText]

  /// Gathers diagnostics to throw, with the texts that they point into.
  package init(_ diagnostics: [Diagnostic], sources: [SourceText] = []) {
    self.diagnostics = diagnostics
    self.sources = sources
  }
}
