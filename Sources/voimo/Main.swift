import ArgumentParser
import Glibc
import VoimoKit
import VoimoMedia

/// Parses, runs one command, and ends with the status that the manual lists.
@main
enum Main {
  static func main() async {
    // A reader that goes away (`voimo graph | head`) is no reason for a signal.
    signal(SIGPIPE, SIG_IGN)
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.first == DecodeWorker.argument {
      exit(DecodeWorker.run(arguments.dropFirst()))
    }
    exit(await run(Array(CommandLine.arguments.dropFirst())))
  }

  private static func run(_ arguments: [String]) async -> Int32 {
    do {
      var command = try Voimo.parseAsRoot(arguments)
      if var async = command as? any AsyncParsableCommand {
        try await async.run()
      } else {
        try command.run()
      }
      return ExitStatus.done.rawValue
    } catch let status as ExitCode {
      return status.rawValue
    } catch {
      return ErrorText(style: Style(stream: STDERR_FILENO)).report(error)
    }
  }
}

/// The command that all others hang from.
struct Voimo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
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
      CacheCommand.self,
      DoctorCommand.self,
    ])
}

/// The version of this voimo.
enum Version {
  static let text = "0.1.0"
}
