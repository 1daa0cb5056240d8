import ArgumentParser
import Glibc
import VoimoKit

/// Says what this machine has for building films, and how to get what is missing.
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Look at what is installed, and what is missing.",
    discussion: """
      Examples:
        voimo doctor
        voimo doctor --json
      """)

  @Flag(help: "Print the findings as JSON.")
  var json = false

  func run() async throws {
    let findings = Doctor.look()
    if json {
      Output.out(try JSONText.write(findings.map(FindingRecord.init)))
    } else {
      let text = DoctorText(style: Style(stream: STDOUT_FILENO))
      for line in text.lines(findings) { Output.out(line) }
    }
    if findings.contains(where: { !$0.isFine }) { throw ExitCode(ExitStatus.buildFailed.rawValue) }
  }
}
