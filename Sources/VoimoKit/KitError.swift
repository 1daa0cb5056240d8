/// Why a command could not do its work: one sentence, perhaps a fix, and the exit status.
package struct KitError: Error, Sendable, CustomStringConvertible {
  package var status: ExitStatus
  /// What is wrong, with the names involved.
  package var sentence: String
  /// What to do about it, where that is known.
  package var hint: String?

  package init(_ status: ExitStatus, _ sentence: String, hint: String? = nil) {
    self.status = status
    self.sentence = sentence
    self.hint = hint
  }

  package var description: String { sentence }
}
