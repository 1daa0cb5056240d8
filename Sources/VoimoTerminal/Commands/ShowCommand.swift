import ArgumentParser
import Glibc
import VoimoBase
import VoimoKit
import VoimoProject
import VoimoSignal

/// Shows what a step has made: tables for people, pictures, paths, the content itself.
struct ShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show what was heard and made: as a table, as JSON, as a picture, by ear.",
    discussion: """
      song, beats, sections, lyrics and signals can be drawn: --png for a picture, --svg for one
      that tells more when you point at it. Of other pictures and films the path is printed, to be
      opened with what you like. Nothing is built: what is not made yet is an error that says so.

      Examples:
        voimo show song
        voimo show song --png song.png
        voimo show lyrics --svg words.svg --range 0:30-1:00
        voimo show beats --audio clicks.flac     the song with a click on every beat
        voimo show sections --json
        voimo show signals --only onset,kick --json
        voimo show prompts
        xdg-open "$(voimo show keyframe/chorus.1/00)"
      """)

  @OptionGroup var project: ProjectOptions

  @Argument(
    help: "song, beats, sections, lyrics, signals, shots, prompts, or a step that makes a file.",
    completion: .list([
      "song", "beats", "sections", "lyrics", "signals", "shots", "prompts", "stems", "waveform",
      "poster", "contact-sheet", "film",
    ]))
  var target: String

  @Flag(help: "Print it as JSON; times are seconds of the song.")
  var json = false

  @Option(help: ArgumentHelp("Draw it into this file.", valueName: "file"), completion: .file())
  var png: String?

  @Option(
    help: ArgumentHelp("Draw it into this file, with tooltips.", valueName: "file"),
    completion: .file())
  var svg: String?

  @Option(
    help: ArgumentHelp("Draw this part of the song only.", valueName: "0:30-1:00"))
  var range: String?

  @Option(
    help: ArgumentHelp(
      "With beats: write the song with a click on every beat into this FLAC file.",
      valueName: "file"), completion: .file())
  var audio: String?

  @Option(
    help: ArgumentHelp(
      "With signals: only these, with commas between them.", valueName: "names"))
  var only: String?

  func validate() throws {
    if png != nil || svg != nil || range != nil, SongPage(rawValue: target) == nil {
      let names = SongPage.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("'\(target)' cannot be drawn; these can: \(names)")
    }
    if range != nil, png == nil, svg == nil {
      throw ValidationError("--range goes with --png or --svg")
    }
    if let range, TimeText.range(range) == nil {
      throw ValidationError("'\(range)' is not a time range; write it as 0:30-1:00")
    }
    if let audio {
      guard target == "beats" else { throw ValidationError("--audio goes with 'show beats'") }
      guard audio.lowercased().hasSuffix(".flac") else {
        throw ValidationError("'\(audio)': clicks are written as FLAC; let the name end in .flac")
      }
    }
    guard only == nil || target == "signals" else {
      throw ValidationError("--only goes with 'show signals'")
    }
    _ = try signals()
  }

  func run() async throws {
    let session = try project.session(for: .reading)
    if let audio {
      let progress = CountedProgress(verb: "mixing", unit: "s")
      try session.writeClicks(to: audio) { progress.tell($0, of: $1) }
      progress.end()
      Output.note("wrote \(audio)")
    }
    if let page = SongPage(rawValue: target), png != nil || svg != nil {
      let drawing = try session.drawing(page, range: range.flatMap { ProjectTime.range($0) })
      for (path, format) in [(png, DrawingFile.Format.png), (svg, .svg)] {
        guard let path else { continue }
        try DrawingFile.write(drawing, as: format, to: path)
        Output.note("wrote \(path) (\(drawing.width)×\(drawing.height))")
      }
    }
    guard json || png == nil && svg == nil && audio == nil else { return }
    let exhibit = try session.show(target, signals: signals())
    if json {
      Output.out(try JSONText.write(exhibit))
      return
    }
    let style = Style(stream: STDOUT_FILENO)
    for line in ExhibitText(exhibit: exhibit, style: style).lines { Output.out(line) }
  }

  private func signals() throws -> [Signal] {
    try (only?.split(separator: ",") ?? []).map { name in
      let name = name.trimmingSpaces
      if let signal = Signal(rawValue: name) { return signal }
      let known = Signal.allCases.map(\.rawValue)
      let near = NearMiss.nearest(to: name, among: known).map { " Did you mean \($0)?" } ?? ""
      throw ValidationError(
        "there is no signal '\(name)'.\(near) Signals: \(known.joined(separator: ", "))")
    }
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
