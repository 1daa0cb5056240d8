package import VoimoBase
import VoimoProject
import VoimoStages

/// What voimo guesses and a project can hold as text.
package enum Freezable: String, Sendable, CaseIterable {
  case structure
  case lyrics

  /// The file that it is written to, beside the project file.
  package var fileName: String {
    switch self {
    case .structure: "structure.yaml"
    case .lyrics: "lyrics.lrc"
    }
  }

  /// Everything that somebody can ask for by name.
  package static var words: [String] { Subject.allCases.filter { of($0) != nil }.flatMap(\.names) }

  private init?(named word: String) {
    guard let kind = Subject(word).flatMap(Self.of) else { return nil }
    self = kind
  }

  private static func of(_ subject: Subject) -> Freezable? {
    switch subject {
    case .sections: .structure
    case .lyrics: .lyrics
    case .song, .beats, .signals, .shots: nil
    }
  }

  /// Reads what somebody asks to be frozen, by any of its names; none means all that is guessed.
  ///
  /// - Throws: `KitError` for a word that names nothing of the kind.
  package static func read(_ words: [String]) throws -> [Freezable] {
    let kinds = try words.map { word in
      if let kind = Freezable(named: word) { return kind }
      if word == StageRegistry.prompts.name {
        throw KitError(
          .usage, "freezing prompts is not built yet",
          hint: "voimo show prompts prints them; prompt: under sections: takes them")
      }
      let names = allCases.map(\.rawValue)
      throw KitError(
        .usage, "'\(word)' cannot be frozen; structure and lyrics can",
        hint: NearMiss.nearest(to: word, among: names).map { "did you mean \($0)?" })
    }
    return allCases.filter(kinds.contains)
  }
}

/// Guesses as text, and what makes the project obey them: worked out, not yet written.
package struct Freezing: Sendable {
  /// A file to be written.
  package struct File: Sendable {
    package var kind: Freezable
    package var text: String
    /// How many sections, or lines of words.
    package var count: Int
    /// Whether the file holds just that already.
    package var isThere: Bool
    /// The line of the project file that names it; nil where one did before.
    package var change: Change?

    /// Gathers what is to be written.
    package init(kind: Freezable, text: String, count: Int, isThere: Bool, change: Change? = nil) {
      self.kind = kind
      self.text = text
      self.count = count
      self.isThere = isThere
      self.change = change
    }
  }

  /// A line of the project file, without its end.
  package struct Change: Sendable, Hashable {
    /// Counted from 1, after the change.
    package var line: Int
    /// Nil where the line is new.
    package var before: String?
    package var after: String

    /// Says what a line was and is.
    package init(line: Int, before: String?, after: String) {
      self.line = line
      self.before = before
      self.after = after
    }
  }

  /// In the order in which they are written.
  package var files: [File] = []
  /// What a person should know, in sentences.
  package var notes: [String] = []
  /// The project file as it was read.
  var before: SourceText
  /// The project file's text after all edits.
  var after: String

  /// Begins with a project file and its text after the edits so far.
  package init(before: SourceText, after: String) {
    self.before = before
    self.after = after
  }
}

extension Workspace {
  /// Writes what was worked out: the files first, then the project file that names them.
  ///
  /// Each is written whole or not at all; stopped in between, files lie there that nobody reads.
  ///
  /// - Throws: `KitError` where something cannot be written, or where the project file is no longer
  ///   the one that was read.
  package func write(_ freezing: Freezing) throws {
    let path = "\(folder)/\(Workspace.fileName)"
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let old = (try? InputText.bytes(of: path, limit: FileLimits.bytes)) ?? []
    // Reading a text may drop a byte order mark; it is the file's all the same.
    let lead =
      old.starts(with: mark) && !freezing.before.text.utf8.starts(with: mark) ? mark : []
    guard old == lead + Array(freezing.before.text.utf8) else {
      throw KitError(.usage, "\(Workspace.fileName) was changed meanwhile; nothing is written")
    }
    let keeper = writeGuard
    for file in freezing.files where !file.isThere {
      try keeper.checkKept("\(folder)/\(file.kind.fileName)")
    }
    for file in freezing.files where !file.isThere {
      try UserFile.write(Array(file.text.utf8), to: "\(folder)/\(file.kind.fileName)")
    }
    if freezing.after != freezing.before.text {
      try UserFile.write(lead + Array(freezing.after.utf8), to: path)
    }
  }
}
