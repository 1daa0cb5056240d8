import ArgumentParser
import VoimoKit
import VoimoStore

/// Says what in the store is damaged.
struct CacheVerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Look for damage in the store, before anything needs it.",
    discussion: """
      Compares the index, the records and the files with each other; with --read-data every file is
      read and hashed too. What is damaged is put aside in .voimo/quarantine, and the next build
      makes it again, and only it. Ends with 0 when all is well, with 5 when something is damaged.

      Examples:
        voimo cache verify
        voimo cache verify --read-data
        voimo cache verify --json | jq -r '.damages[].path'
      """)

  @OptionGroup var store: StoreOptions

  @Flag(help: "Read and hash every file, too.")
  var readData = false

  func run() async throws {
    let progress = CountedProgress(verb: "reading", unit: "MB")
    let health = try store.care.health(readsData: readData) { done, total in
      progress.tell(done / 1_000_000, of: total / 1_000_000)
    }
    progress.end()
    guard let health else { return store.sayNothing() }
    if store.json {
      Output.out(try JSONText.write(health))
    } else {
      let text = CacheText(time: HumanTime())
      for line in text.lines(health, readsData: readData) { Output.out(line) }
    }
    if !health.isFine { throw ExitCode(ExitStatus.storeDamaged.rawValue) }
  }
}
