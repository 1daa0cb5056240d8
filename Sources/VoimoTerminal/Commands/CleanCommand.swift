import ArgumentParser
import Glibc
import VoimoKit

/// Removes from `out/` what voimo wrote and nobody asks for any more.
struct CleanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: "Remove files from out/ that voimo wrote and the project no longer asks for.",
    discussion: """
      Files stay behind when the title changes, an output is dropped or a profile goes. Only files
      that still hold what voimo wrote are removed; what you put into out/ or changed there stays.
      The store is left alone: see voimo cache.

      Examples:
        voimo clean --dry-run    name the files, remove nothing
        voimo clean
        voimo clean --all        everything that voimo wrote into out/
      """)

  @OptionGroup var project: ProjectOptions

  @Flag(help: "Remove what the project still asks for, too.")
  var all = false

  @Flag(help: "Name what would be removed, and remove nothing.")
  var dryRun = false

  @Flag(help: "Print what was removed as JSON.")
  var json = false

  func run() async throws {
    let workspace: Workspace
    var removed: [Cleaning.File]
    let cleaning: Cleaning
    if dryRun {
      workspace = try project.open()
      cleaning = try workspace.cleaning(all: all)
      removed = cleaning.files
    } else {
      let (opened, lock) = try Workspace.openLocked(waits: false, command: "voimo clean") {
        try project.open()
      }
      workspace = opened
      cleaning = try workspace.cleaning(all: all)
      removed = try workspace.remove(cleaning, holding: lock)
    }
    if json {
      Output.out(
        try JSONText.write(
          CleanRecord(removed: removed, changed: cleaning.changed, isDry: dryRun)))
      return
    }
    let text = CleanText(removed: removed, changed: cleaning.changed, isDry: dryRun)
    for line in text.lines { Output.out(line) }
    for remark in text.remarks { Output.note(remark) }
  }
}
