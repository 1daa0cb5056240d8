import ArgumentParser
import Glibc
import VoimoBase
import VoimoEngine
import VoimoKit
import VoimoStore

/// Says why a step last ran, and whether and why it would run now.
struct WhyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Why something was made, or would be made: the field, its old and its new value.",
    discussion: """
      It says what made the result that is in use, or what would make a new one, down to the field
      of voimo.yaml that was edited. A section or a shot stands for all of its steps.

      Examples:
        voimo why film
        voimo why chorus.2
        voimo why segment/chorus.2/03
        voimo why 'prompts/chorus.*' --json
      """)

  @OptionGroup var project: ProjectOptions

  @Argument(help: "A step, a kind of step, a section, a shot, or a pattern.")
  var target: String

  @Flag(name: [.customShort("v"), .long], help: "Name every step on the way.")
  var all = false

  @Flag(help: "Print the reasons as JSON.")
  var json = false

  func run() async throws {
    let session = try project.session(for: .reading)
    let explanations = try session.why(Target(target), isGrouped: !json)
    if json {
      Output.out(try JSONText.write(explanations.map(WhyRecord.init)))
      return
    }
    let text = WhyText(
      style: Style(stream: STDOUT_FILENO), time: HumanTime(), profile: session.workspace.profile,
      namesAll: all)
    for line in text.lines(explanations, target: target) { Output.out(line) }
  }
}
