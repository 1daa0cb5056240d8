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
      let style = Style(stream: STDOUT_FILENO)
      let width = findings.map(\.name.count).max() ?? 0
      for finding in findings {
        let mark = finding.isFine ? style.paint("ok", .green) : style.paint("no", .boldRed)
        let name = finding.name.padded(to: width)
        Output.out("\(mark)  \(name)  \(finding.detail)")
        if let fix = finding.fix { Output.out("    \(style.paint("→ \(fix)", .cyan))") }
      }
    }
    if findings.contains(where: { !$0.isFine }) { throw ExitCode(ExitStatus.buildFailed.rawValue) }
  }
}

/// A finding as machines read it.
private struct FindingRecord: Encodable {
  var name: String
  var fine: Bool
  var detail: String
  var fix: String?

  init(_ finding: Doctor.Finding) {
    name = finding.name
    fine = finding.isFine
    detail = finding.detail
    fix = finding.fix
  }
}
