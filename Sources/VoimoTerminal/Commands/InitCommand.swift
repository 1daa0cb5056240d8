import ArgumentParser
import Glibc
import VoimoBase
import VoimoKit
import VoimoMedia

/// Starts a project around a song.
struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Look at a song and write a voimo.yaml that already builds.",
    discussion: """
      Writes voimo.yaml, with every line explained, and the lines that .gitignore needs. Words that \
      lie beside the song are taken: song.lrc, lyrics.txt, or the only file that can be words.

      Examples:
        voimo init song.mp3
        voimo init song.mp3 words.txt
        voimo init --images photos/ song.mp3   a film of your own pictures
        voimo init                 take the only song in this folder
        voimo init ~/masters/song.wav -C my-video
      """)

  @Argument(
    help: ArgumentHelp(
      "The song, any file with sound in it, and its words (.txt .lrc .srt .vtt .ass).",
      valueName: "file"),
    completion: .file())
  var files: [String] = []

  @Option(
    name: [.customShort("C"), .customLong("project")],
    help: ArgumentHelp(
      "The folder to write into; it is made where there is none.", valueName: "folder"),
    completion: .directory)
  var folder: String = "."

  @Option(
    help: ArgumentHelp(
      "Your own pictures: a folder, a pattern or a file.", valueName: "path"),
    completion: .file())
  var images: String?

  @Flag(help: "Replace a voimo.yaml that is there.")
  var force = false

  func validate() throws {
    if songs.count > 1 || words.count > 1 {
      throw ValidationError("init takes one song and one file of words")
    }
  }

  func run() async throws {
    let made = try ProjectCreation.create(
      in: folder, audio: songs.first, lyrics: words.first, images: images, force: force,
      reading: .ownChild)
    let song = made.song
    Output.note(
      "\(song.name): \(song.chosen.codec), \(song.sampleRate) Hz, "
        + "\(CountText.of(song.chosen.channels, "channel")), "
        + made.duration.clock)
    if song.streams.count > 1, let taken = song.streams.firstIndex(of: song.chosen) {
      Output.note(
        "  it has \(song.streams.count) audio streams; using stream \(taken) (counted from 0); "
          + "voimo.yaml says how to use another")
    }
    if song.hasCover { Output.note("  its cover picture is left alone; the film needs none") }
    if let lyrics = made.lyrics { Output.note("  words: \(DiagnosticText.visible(lyrics))") }
    if made.pictures > 0 { Output.note("  \(CountText.of(made.pictures, "picture"))") }
    if !made.otherLyrics.isEmpty {
      Output.note(
        "  these may be its words; name the right one under lyrics: "
          + made.otherLyrics.map(ShellWord.quoted).joined(separator: ", "))
    }
    Output.note("wrote \(made.projectFile)" + (made.wroteIgnore ? " and .gitignore" : ""))
    if !made.warnings.isEmpty {
      let text = DiagnosticText(
        style: Style(stream: STDERR_FILENO), sources: [made.source.name: made.source],
        width: TerminalSize.columns(of: STDERR_FILENO))
      for warning in made.warnings { Output.note(text.render(warning)) }
    }
    let place = folder == "." ? "" : " -C \(ShellWord.quoted(folder))"
    Output.note("next: voimo build --profile draft\(place)")
  }

  private var songs: [String] { files.filter { !ProjectCreation.isNamedAsLyrics($0) } }
  private var words: [String] { files.filter { ProjectCreation.isNamedAsLyrics($0) } }
}
