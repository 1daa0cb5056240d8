import ArgumentParser
import Glibc
import VoimoBase
import VoimoCharts
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
      opened with what you like. Nothing is built: what is not built yet is an error that says so.

      A FILE that already exists is replaced only if it is as voimo wrote it, or with --force; a file
      that the project names is never replaced. - is standard output.

      Examples:
        voimo show song
        voimo show song --png song.png
        voimo show lyrics --svg words.svg --range 0:30-1:00
        voimo show beats --audio clicks.flac     the song with a click on every beat
        voimo show song --png - | magick - song.jpg
        voimo show sections --json
        voimo show signals --only onset,kick --json
        voimo show prompts
        xdg-open "$(voimo show keyframe/chorus.1/00)"
      """)

  @OptionGroup var project: ProjectOptions

  @Argument(
    help: "song, beats, sections, lyrics, signals, shots, prompts, or a step that makes a file.",
    completion: .list(Subject.completions))
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

  @Flag(help: "Replace a FILE that voimo did not write, or that was changed since.")
  var force = false

  /// What is shown; nil for steps.
  private var subject: Subject? { Subject(target) }

  /// The page that can be drawn of it.
  private var page: SongPage? { subject.flatMap { SongPage(rawValue: $0.rawValue) } }

  func validate() throws {
    if png != nil || svg != nil || range != nil, page == nil {
      let names = SongPage.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("'\(target)' cannot be drawn; these can: \(names)")
    }
    if range != nil, png == nil, svg == nil {
      throw ValidationError("--range goes with --png or --svg")
    }
    if let range, ProjectTime.range(range) == nil {
      throw ValidationError("'\(range)' is not a time range; write it as 0:30-1:00")
    }
    if let audio {
      guard subject == .beats else { throw ValidationError("--audio goes with 'show beats'") }
      guard audio == "-" || audio.lowercased().hasSuffix(".flac") else {
        throw ValidationError("'\(audio)': clicks are written as FLAC; let the name end in .flac")
      }
    }
    let files = [png, svg, audio].compactMap(\.self)
    guard Set(files).count == files.count else {
      throw ValidationError("--png, --svg and --audio need files of their own")
    }
    if json, files.contains("-") {
      throw ValidationError("--json writes to standard output, so no file can be -")
    }
    guard only == nil || subject == .signals else {
      throw ValidationError("--only goes with 'show signals'")
    }
    _ = try signals()
  }

  func run() async throws {
    let session = try project.session(for: .reading)
    try check(session)
    if let audio { try writeClicks(to: audio, session) }
    if let page, png != nil || svg != nil {
      let drawing = try session.drawing(page, range: range.flatMap { ProjectTime.range($0) })
      for (path, format) in [(png, DrawingFile.Format.png), (svg, .svg)] {
        guard let path else { continue }
        if path == "-" {
          Output.out(try DrawingFile.bytes(of: drawing, as: format))
        } else {
          try DrawingFile.write(drawing, as: format, to: path)
          Output.note("wrote \(path) (\(drawing.width)×\(drawing.height))")
        }
      }
    }
    guard json || png == nil && svg == nil && audio == nil else { return }
    let exhibit = try session.show(target, signals: signals())
    if json {
      Output.out(try JSONText.write(exhibit))
      return
    }
    let style = Style(stream: STDOUT_FILENO)
    let text = ExhibitText(
      exhibit: exhibit, style: style, width: TerminalSize.columns(of: STDOUT_FILENO))
    for line in text.lines { Output.out(line) }
    for remark in text.remarks { Output.note("note: \(remark)") }
  }

  /// Refuses files that may not be written, before any work is done for them.
  private func check(_ session: Session) throws {
    let files = [png, svg, audio].compactMap(\.self)
    if files.contains("-"), isatty(STDOUT_FILENO) == 1 {
      throw KitError(
        .usage, "standard output is a terminal, which cannot show a picture or sound",
        hint: "send it on: voimo show \(target) … - > file")
    }
    let keeper = session.workspace.writeGuard
    for file in files where file != "-" { try keeper.check(file, force: force) }
  }

  private func writeClicks(to path: String, _ session: Session) throws {
    let progress = CountedProgress(verb: "mixing", unit: "s")
    defer { progress.end() }
    guard path == "-" else {
      try session.writeClicks(to: path) { progress.tell($0, of: $1) }
      progress.end()
      Output.note("wrote \(path)")
      return
    }
    try session.withClicks(progress: { progress.tell($0, of: $1) }) { path in
      try Output.out(fileAt: path)
    }
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
