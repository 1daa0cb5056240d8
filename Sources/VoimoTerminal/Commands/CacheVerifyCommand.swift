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
      for line in Self.lines(health, readData: readData) { Output.out(line) }
    }
    if !health.isFine { throw ExitCode(ExitStatus.storeDamaged.rawValue) }
  }

  /// A line for each thing that is damaged, and one for the whole.
  static func lines(_ health: StoreHealth, readData: Bool) -> [String] {
    var lines = health.damages.map { damage in
      let steps = damage.steps.isEmpty ? "" : ", made by \(damage.steps.joined(separator: ", "))"
      return "\(damage.sort.rawValue) \(damage.path): \(damage.detail)\(steps)"
    }
    let looked =
      "\(health.results) results in \(health.objects) files"
      + (readData ? ", \(ClockText.bytes(health.bytesRead)) read" : "")
    guard !health.isFine else { return ["all is well: \(looked)"] }
    lines.append(
      "\(health.damages.count) damaged of \(looked); "
        + "the next build makes again what is missing, and nothing else")
    return lines
  }
}
