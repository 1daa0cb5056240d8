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
          CleanRecord(
            removed: removed.map { .init(path: $0.path, bytes: $0.size) },
            changed: cleaning.changed, dryRun: dryRun)))
      return
    }
    for file in removed {
      Output.out(
        "\(dryRun ? "would remove" : "removed") \(file.path) (\(ClockText.bytes(file.size)))")
    }
    for path in cleaning.changed {
      Output.note("kept \(path): it was changed since voimo wrote it")
    }
    if removed.isEmpty { Output.note("nothing to clean") }
  }
}

/// What was removed, as machines read it.
private struct CleanRecord: Encodable {
  struct FileRecord: Encodable {
    var path: String
    var bytes: Int
  }

  var removed: [FileRecord]
  /// Files that stay because somebody changed them.
  var changed: [String]
  /// Whether they are only named.
  var dryRun: Bool
}
