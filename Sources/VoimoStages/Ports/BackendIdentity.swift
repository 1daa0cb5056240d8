/// Which back end did a piece of work; only what can change the result.
///
/// URL, device and concurrency are no part of it.
package struct BackendIdentity: Sendable, Hashable, Codable {
  /// The back end's type: `painter`, `template`.
  package var name: String
  /// Its declared behaviour version.
  package var version: Int
  /// Hash or build of what it works with, where that matters.
  package var model: String?

  package init(name: String, version: Int, model: String? = nil) {
    self.name = name
    self.version = version
    self.model = model
  }

  /// `painter 1`, in manifests and tables.
  package var text: String { "\(name) \(version)" + (model.map { " \($0)" } ?? "") }
}
