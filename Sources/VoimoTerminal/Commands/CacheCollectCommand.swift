import ArgumentParser
import VoimoKit
import VoimoStore

/// Removes what nobody needs any more from the store.
struct CacheCollectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gc", abstract: "Remove what the last build of no profile needs.",
    discussion: """
      What the last build of each profile needs is always kept, and so is out/. Whatever goes can be
      made again by building. Nothing is touched while a build is running.

      Examples:
        voimo cache gc --dry-run
        voimo cache gc
        voimo cache gc --max-size 2GB    oldest first, films before all
      """)

  @OptionGroup var store: StoreOptions

  @Flag(name: [.customShort("n"), .long], help: "Print what would be removed, and remove nothing.")
  var dryRun = false

  @Option(
    help: ArgumentHelp(
      "Keep up to this size of what is not needed: 500MB, 2GB.", valueName: "size"),
    transform: { text in
      guard let size = SizeText.bytes(in: text) else {
        throw ValidationError("'\(text)' is not a size; write it as 500MB or 2GB")
      }
      return size
    })
  var maxSize: Int?

  private struct Record: Encodable {
    var dryRun: Bool
    var kinds: [Garbage.Kind]
    var otherBytes: Int
    var results: Int
    var bytes: Int
    var keptResults: Int
    var keptBytes: Int
  }

  func run() async throws {
    guard let answer = try store.care.collect(maxSize: maxSize, isDry: dryRun) else {
      return store.sayNothing()
    }
    store.tell(answer.sentences)
    let garbage = answer.value
    if store.json {
      Output.out(
        try JSONText.write(
          Record(
            dryRun: dryRun, kinds: garbage.kinds, otherBytes: garbage.strayBytes,
            results: garbage.keys.count, bytes: garbage.bytes, keptResults: garbage.keptResults,
            keptBytes: garbage.keptBytes)))
      return
    }
    for line in Self.lines(garbage, dryRun: dryRun) { Output.out(line) }
  }

  /// What goes, a line a stage, and the sums.
  static func lines(_ garbage: Garbage, dryRun: Bool) -> [String] {
    var rows = garbage.kinds.sorted { ($1.bytes, $0.name) < ($0.bytes, $1.name) }
      .map { ["  \($0.name)", "\($0.results)", ClockText.bytes($0.bytes)] }
    if garbage.strayBytes > 0 {
      rows.append(["  belonging to no result", "", ClockText.bytes(garbage.strayBytes)])
    }
    let kept = "\(count(garbage.keptResults)) kept, \(ClockText.bytes(garbage.keptBytes))"
    guard !garbage.isEmpty else { return ["nothing to remove; \(kept)"] }
    let sum = "\(count(garbage.keys.count)), \(ClockText.bytes(garbage.bytes))"
    return Columns.lines(rows) + ["\(dryRun ? "would remove" : "removed") \(sum); \(kept)"]
  }

  private static func count(_ results: Int) -> String {
    "\(results) result\(results == 1 ? "" : "s")"
  }
}
