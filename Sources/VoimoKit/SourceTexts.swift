import Synchronization
package import VoimoBase

/// The texts of a project as they were read: what messages about it point into.
///
/// A file that is saved again between its reading and a message about it shows the line that was
/// read.
package final class SourceTexts: Sendable {
  private let texts = Mutex<[SourceText]>([])

  /// Keeps a text; a later one of the same name takes its place.
  func add(_ text: SourceText) {
    texts.withLock { texts in
      texts.removeAll { $0.name == text.name }
      texts.append(text)
    }
  }

  /// All of them, in the order in which they were read.
  package var all: [SourceText] { texts.withLock { $0 } }
}
