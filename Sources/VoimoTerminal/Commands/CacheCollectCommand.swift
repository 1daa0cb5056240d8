import ArgumentParser
import VoimoKit
import VoimoStore

/// Removes what nobody needs any more from the store.
struct CacheCollectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gc", abstract: "Remove what the last build of no profile needs.",
    discussion: """
      What the last build of each profile needs is always kept, and so is out/; a profile that was
      removed from voimo.yaml needs nothing any more. Whatever goes can be made again by building.
      Nothing is touched while a build is running.

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

  func run() async throws {
    guard let answer = try store.care.collect(maxSize: maxSize, isDry: dryRun) else {
      return store.sayNothing()
    }
    store.tell(answer.sentences)
    if store.json {
      Output.out(try JSONText.write(GarbageRecord(answer.value, isDry: dryRun)))
      return
    }
    let text = CacheText(time: HumanTime())
    for line in text.lines(answer.value, isDry: dryRun) { Output.out(line) }
  }
}
