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
    if dryRun {
      for file in freezing.files { Output.write(file.text, to: STDOUT_FILENO) }
    }
    for line in FreezeText.lines(freezing, isDry: dryRun) { Output.note(line) }
  }
}
