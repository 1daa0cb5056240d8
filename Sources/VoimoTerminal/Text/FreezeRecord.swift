package import VoimoKit

/// What was frozen, as machines read it.
package struct FreezeRecord: Encodable {
  var frozen: [FileRecord]
  var notes: [String]

  struct FileRecord: Encodable {
    var what: String
    var file: String
    /// How many sections, or lines of words.
    var count: Int
    /// False for a dry run, and where the file held just that already.
    var written: Bool
    /// What would be written; only of a dry run.
    var text: String?
    /// The changed line of voimo.yaml; missing where it named the file before.
    var project: LineRecord?
  }

  struct LineRecord: Encodable {
    var line: Int
    var before: String?
    var after: String
  }

  /// Writes down what was frozen, or would be.
  package init(_ freezing: Freezing, isDry: Bool) {
    notes = freezing.notes
    frozen = freezing.files.map { file in
      FileRecord(
        what: file.kind.rawValue, file: file.kind.fileName, count: file.count,
        written: !isDry && !file.isThere, text: isDry ? file.text : nil,
        project: file.change.map { LineRecord(line: $0.line, before: $0.before, after: $0.after) })
    }
  }
}
