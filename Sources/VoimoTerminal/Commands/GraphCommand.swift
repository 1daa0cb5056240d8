import ArgumentParser
import VoimoEngine
import VoimoKit

/// Prints the graph of steps with what a build would do about each.
struct GraphCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "The graph of steps, with what a build would do about each.",
    discussion: """
      Examples:
        voimo graph > graph.mmd
        voimo graph --format dot | dot -Tsvg > graph.svg
        voimo graph segment/chorus.1/00 --format json
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case mermaid, dot, json
  }

  @OptionGroup var project: ProjectOptions

  @Argument(help: ArgumentHelp("What to show; the film when left out.", valueName: "target"))
  var targets: [String] = []

  @Option(help: "mermaid, dot or json.")
  var format: Format = .mermaid

  @Flag(help: "The same as --format json.")
  var json = false

  func run() async throws {
    let plan = try project.session(for: .reading).plan(targets.map { Target($0) })
    let text = GraphText(plan: plan)
    switch json ? .json : format {
    case .mermaid: Output.out(text.mermaid)
    case .dot: Output.out(text.dot)
    case .json: Output.out(try JSONText.write(text.records))
    }
  }
}
