import ArgumentParser
import VoimoBase
import VoimoKit
import VoimoMedia

/// Starts a project around a song.
struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Look at a song and write a voimo.yaml that already builds.",
    discussion: """
      Writes voimo.yaml, with every line explained, and the lines that .gitignore needs.

      Examples:
        voimo init song.mp3
        voimo init                 take the only song in this folder
        voimo init ~/masters/song.wav -C my-video
      """)

  @Argument(help: "The song: any file with sound in it.", completion: .file())
  var audio: String?

  @Option(
    name: [.customShort("C"), .customLong("project")],
    help: ArgumentHelp("The folder to write into.", valueName: "folder"), completion: .directory)
  var folder: String = "."

  @Flag(help: "Replace a voimo.yaml that is there.")
  var force = false

  func run() async throws {
    let made = try ProjectCreation.create(
      in: folder, audio: audio, force: force, reading: .ownChild)
    let song = made.song
    let length = song.duration.map { ", \($0.clock)" } ?? ""
    Output.note(
      "\(song.name): \(song.chosen.codec), \(song.sampleRate) Hz, "
        + "\(song.chosen.channels) channel\(song.chosen.channels == 1 ? "" : "s")\(length)")
    if song.streams.count > 1, let taken = song.streams.firstIndex(of: song.chosen) {
      Output.note(
        "  it has \(song.streams.count) audio streams; using stream \(taken) (counted from 0); "
          + "voimo.yaml says how to use another")
    }
    if song.hasCover { Output.note("  its cover picture is left alone; the film needs none") }
    Output.note("wrote \(made.projectFile)" + (made.wroteIgnore ? " and .gitignore" : ""))
    Output.note("next: voimo build --profile draft")
  }
}
