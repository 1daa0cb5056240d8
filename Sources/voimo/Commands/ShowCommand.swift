import ArgumentParser
import Glibc
import VoimoBase
import VoimoKit

/// Shows what a step has made: tables for people, paths of pictures, the content itself.
struct ShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show what was made: sections, beats, shots, lyrics, prompts, or a file's path.",
    discussion: """
      Tables are printed; of pictures and films the path is printed, to be opened with what you
      like. Nothing is built: what is not made yet is an error that says so.

      Examples:
        voimo show sections
        voimo show beats --json
        voimo show lyrics
        voimo show prompts
        voimo show waveform               the path of the picture
        xdg-open "$(voimo show keyframe/chorus.1/00)"
      """)

  @OptionGroup var project: ProjectOptions

  @Argument(
    help: "sections, beats, shots, lyrics, prompts, or a step that makes a file.",
    completion: .list([
      "sections", "beats", "shots", "lyrics", "prompts", "waveform", "poster", "contact-sheet",
      "film",
    ]))
  var target: String

  @Flag(help: "Print it as JSON.")
  var json = false

  func run() async throws {
    let session = try project.session(for: .reading)
    let exhibit = try session.show(target)
    if json {
      Output.out(try JSONText.write(exhibit))
      return
    }
    let style = Style(stream: STDOUT_FILENO)
    for line in ExhibitText(exhibit: exhibit, style: style).lines { Output.out(line) }
  }
}
