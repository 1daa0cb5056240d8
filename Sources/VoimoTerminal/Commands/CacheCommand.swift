import ArgumentParser
import Glibc
import VoimoKit
import VoimoStore

/// The store: what is in it.
struct CacheCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cache",
    abstract: "Look after the store of finished artifacts.",
    discussion: """
      Examples:
        voimo cache stat
        voimo cache stat --json | jq .bytes
        voimo cache verify --read-data
        voimo cache gc --dry-run
        voimo cache gc --max-size 2GB
      """,
    subcommands: [CacheStatCommand.self, CacheVerifyCommand.self, CacheCollectCommand.self],
    defaultSubcommand: CacheStatCommand.self)
}

/// Which store, shared by what looks after one.
struct StoreOptions: ParsableArguments {
  @Option(
    name: [.customShort("C"), .customLong("project")],
    help: ArgumentHelp(
      "The folder that holds voimo.yaml; else this folder, or the nearest above it that has one.",
      valueName: "folder"),
    completion: .directory)
  var folder: String?

  @Flag(help: "Print the answer as JSON.")
  var json = false

  /// The store of the folder; a project file that is missing or wrong is no matter.
  var care: StoreCare {
    StoreCare(
      project: (try? ProjectFolder.find(folder))?.path ?? folder ?? ".",
      command: (["voimo"] + CommandLine.arguments.dropFirst()).joined(separator: " "))
  }

  /// Says that there is nothing to look after.
  func sayNothing() {
    if json { Output.out("null") } else { Output.out("not built yet") }
  }

  /// Says what is the matter with the store itself.
  func tell(_ sentences: [String]) {
    for sentence in sentences { Output.note("warning: \(DiagnosticText.visible(sentence))") }
  }
}

/// Size and age of the store.
struct CacheStatCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stat", abstract: "How much the store holds, of what, and how old it is.")

  @OptionGroup var store: StoreOptions

  func run() async throws {
    guard let answer = try store.care.statistics() else { return store.sayNothing() }
    store.tell(answer.sentences)
    if store.json {
      Output.out(try JSONText.write(StatisticsRecord(answer.value)))
      return
    }
    let text = CacheText(time: HumanTime())
    for line in text.lines(answer.value, folder: store.care.folder) { Output.out(line) }
  }
}
