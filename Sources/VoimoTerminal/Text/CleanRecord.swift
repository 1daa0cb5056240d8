package import VoimoKit

/// What was removed from `out/`, as machines read it.
package struct CleanRecord: Encodable {
  struct FileRecord: Encodable {
    var path: String
    var bytes: Int
  }

  var removed: [FileRecord]
  /// Files that stay because somebody changed them.
  var changed: [String]
  /// Whether they are only named.
  var dryRun: Bool

  /// Writes down what was removed, or would be.
  package init(removed: [Cleaning.File], changed: [String], isDry: Bool) {
    self.removed = removed.map { FileRecord(path: $0.path, bytes: $0.size) }
    self.changed = changed
    dryRun = isDry
  }
}
