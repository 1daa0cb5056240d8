package import ArgumentParser
import Glibc
import VoimoKit

/// The command that all others hang from.
package struct Voimo: AsyncParsableCommand {
  /// For the argument parser.
  package init() {}

  /// Names, help and the list of commands.
  package static let configuration = CommandConfiguration(
    commandName: "voimo",
    abstract: "Make for music videos: a song and a voimo.yaml become a film in sync.",
    discussion: """
      A first film:
        voimo init song.mp3        write a voimo.yaml that already builds
        voimo build                make the film; again after every edit
        voimo plan                 what a build would do, and why

      Exit status: 0 done, 1 build failed, 2 wrong usage or project file, 4 locked by another
      build, 5 store damaged, 6 no space left, 7 back end unavailable, 130 interrupted.
      """,
    version: "voimo \(Version.text)",
    subcommands: [
      InitCommand.self, CheckCommand.self, PlanCommand.self, BuildCommand.self, WhyCommand.self,
      StatusCommand.self, GraphCommand.self, ShowCommand.self, FreezeCommand.self,
      CacheCommand.self, CleanCommand.self, DoctorCommand.self, ConfigCommand.self,
      ModelsCommand.self,
    ])
}

extension Voimo {
  /// Sees to it that no file which is opened later is taken for a standard stream that the caller
  /// has closed; before anything else is done.
  package static func guardStreams() { Output.guardStreams() }

  /// Reads a command line: which command, with what.
  ///
  /// - Throws: `KitError` for a wrong one; what the argument parser throws to give help.
  package static func parse(_ arguments: [String]) throws -> any ParsableCommand {
    let arguments = try ArgumentOrder.read(arguments)
    do {
      return try parseAsRoot(arguments)
    } catch  where exitCode(for: error) == .validationFailure {
      throw UsageText.problem(message(for: error), arguments: arguments)
    }
  }

  /// Parses the arguments, runs one command, and gives the exit status that the manual lists.
  ///
  /// Standard output that could not be written makes any success a failure.
  package static func run(_ arguments: [String]) async -> Int32 {
    let status = await outcome(of: arguments)
    guard let failure = Output.failure else { return status }
    let error = failure.kitError
    for line in ErrorText.standard.lines(error) { Output.note(line) }
    return status == ExitStatus.done.rawValue ? error.status.rawValue : status
  }

  private static func outcome(of arguments: [String]) async -> Int32 {
    do {
      var command = try Voimo.parse(arguments)
      if var async = command as? any AsyncParsableCommand {
        try await async.run()
      } else {
        try command.run()
      }
      return ExitStatus.done.rawValue
    } catch let status as ExitCode {
      return status.rawValue
    } catch {
      return ErrorText.standard.report(error)
    }
  }
}

/// The version of this voimo.
enum Version {
  static let text = "0.1.0"
}
