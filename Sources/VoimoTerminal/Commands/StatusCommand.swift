import ArgumentParser
import Glibc
import VoimoBase
import VoimoEngine
import VoimoKit
import VoimoStore

/// Says what is made, how large it is, what is stale, and how the last build ended.
struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "What is made, what is stale, and how the last build ended.",
    discussion: """
      Examples:
        voimo status
        voimo status --json | jq '.stages[] | select(.stale > 0)'
      """)

  @OptionGroup var project: ProjectOptions

  @Flag(help: "Print the status as JSON.")
  var json = false

  func run() async throws {
    let session = try project.session(for: .reading)
    let status = try session.status()
    // Files of results that have yet to be made are told by their stages.
    let exports = try session.pendingExports(in: session.plan()).filter { $0.state != .toBeMade }
    guard json else {
      let text = StatusText(style: Style(stream: STDOUT_FILENO), time: HumanTime())
      for line in text.lines(status, exports: exports) { Output.out(line) }
      return
    }
    Output.out(try JSONText.write(StatusRecord(status, exports: exports)))
  }
}
