import ArgumentParser
import Glibc
import VoimoKit
import VoimoStore

/// The store: what is in it.
struct CacheCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cache",
    abstract: "Look at the store of finished artifacts.",
    discussion: """
      Examples:
        voimo cache stat
        voimo cache stat --json | jq .bytes
      """,
    subcommands: [CacheStatCommand.self], defaultSubcommand: CacheStatCommand.self)
}

/// Size and age of the store.
struct CacheStatCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stat", abstract: "How much the store holds, of what, and how old it is.")

  @Option(
    name: [.customShort("C"), .customLong("project")],
    help: ArgumentHelp("The folder that holds voimo.yaml.", valueName: "folder"),
    completion: .directory)
  var folder: String = "."

  @Flag(help: "Print the figures as JSON.")
  var json = false

  func run() async throws {
    let path = Workspace.storeFolder(of: folder)
    guard let statistics = try Workspace.statistics(ofStore: path) else {
      if json { Output.out("null") } else { Output.out("not built yet") }
      return
    }
    if json {
      Output.out(try JSONText.write(statistics))
      return
    }
    Output.out(
      "\(statistics.results) results in \(statistics.blobs) files, "
        + ClockText.bytes(statistics.bytes) + " in \(path)")
    let rows = statistics.kinds.sorted { $0.bytes > $1.bytes }
      .map { ["  \($0.name)", "\($0.results)", ClockText.bytes($0.bytes)] }
    for line in Columns.lines(rows) { Output.out(line) }
    if statistics.unusedBytes > 0 {
      Output.out("\(ClockText.bytes(statistics.unusedBytes)) belong to no result")
    }
    if let oldest = statistics.oldest, let newest = statistics.newest {
      Output.out("made from \(ClockText.date(oldest)) to \(ClockText.date(newest))")
    }
  }
}
