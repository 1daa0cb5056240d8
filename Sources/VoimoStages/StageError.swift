/// A stage could not go on, for a reason that no other module has already put into words.
package struct StageError: Error, Sendable, CustomStringConvertible {
  /// One sentence.
  package var description: String

  package init(_ description: String) { self.description = description }
}
