import ArgumentParser
import Glibc
import VoimoKit

/// Turns guesses into text that belongs to the project.
struct FreezeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "freeze",
    abstract:
      "Write what was guessed, sections and times of words, into files that are then obeyed.",
    discussion: """
      Writes structure.yaml and lyrics.lrc beside voimo.yaml, and the line in voimo.yaml that names
      each; nothing else in it changes. The next build makes the same film: edit the files to make
      it another. What is frozen is the last build's; sections that you declared and words that
      have times are obeyed already and are left alone.

      Examples:
        voimo freeze                      all that is guessed
        voimo freeze structure
        voimo freeze lyrics --dry-run     print the file, write nothing
      """)

  @OptionGroup var project: ProjectOptions

  @Argument(
    help: ArgumentHelp(
      "structure (or sections), lyrics (or words); all that is guessed when left out.",
      valueName: "what"),
    completion: .list(Freezable.words))
  var what: [String] = []

  @Flag(help: "Replace a structure.yaml or lyrics.lrc that is there and differs.")
  var force = false

  @Flag(help: "Print what would be written, and write nothing.")
  var dryRun = false

  @Flag(help: "Print what was written as JSON.")
  var json = false

  func run() async throws {
    let wanted = try Freezable.read(what)
    let session = try project.session(for: .reading)
    let freezing = try session.freeze(wanted, force: force)
    if !dryRun { try session.workspace.write(freezing) }
    if json {
      Output.out(try JSONText.write(FreezeRecord(freezing, isDry: dryRun)))
      return
    }
    for file in freezing.files {
      if dryRun {
        Output.write(file.text, to: STDOUT_FILENO)
      } else {
        Output.note(
          "\(file.isThere ? "kept" : "wrote") \(file.kind.fileName): \(summary(of: file))")
      }
      if let change = file.change { Output.note(text(of: change)) }
    }
    for note in freezing.notes { Output.note(DiagnosticText.visible("note: \(note)")) }
  }

  private func summary(of file: Freezing.File) -> String {
    let noun =
      switch file.kind {
      case .structure: "section"
      case .lyrics: "line"
      }
    return "\(file.count) \(noun)\(file.count == 1 ? "" : "s")"
  }

  private func text(of change: Freezing.Change) -> String {
    let place = "\(dryRun ? "would change " : "")voimo.yaml:\(change.line)"
    return DiagnosticText.visible(
      ([place] + (change.before.map { ["- \($0)"] } ?? []) + ["+ \(change.after)"])
        .joined(separator: "\n  "))
  }
}

/// What was frozen, as machines read it.
private struct FreezeRecord: Encodable {
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

  init(_ freezing: Freezing, isDry: Bool) {
    notes = freezing.notes
    frozen = freezing.files.map { file in
      FileRecord(
        what: file.kind.rawValue, file: file.kind.fileName, count: file.count,
        written: !isDry && !file.isThere, text: isDry ? file.text : nil,
        project: file.change.map { LineRecord(line: $0.line, before: $0.before, after: $0.after) })
    }
  }
}
