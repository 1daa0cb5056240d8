import Foundation
package import VoimoBase
package import VoimoMedia
import VoimoProject

/// Starts a project around a song.
package struct ProjectCreation: Sendable {
  /// What was written, and for which song.
  package struct Outcome: Sendable {
    package var projectFile: String
    package var song: AudioFile
    /// The song's length, measured.
    package var duration: Seconds
    /// The lyrics that were taken, as the project names them.
    package var lyrics: String?
    /// How many pictures the project names.
    package var pictures = 0
    /// Files that may be the song's words, where nobody can tell which is.
    package var otherLyrics: [String]
    /// Whether lines were added to `.gitignore`.
    package var wroteIgnore: Bool
    /// What is doubtful in the new project file.
    package var warnings: [Diagnostic]
    /// The new file's text, which the warnings point into.
    package var source: SourceText
  }

  /// Looks at a song and writes `voimo.yaml` and `.gitignore`.
  ///
  /// - Parameters:
  ///   - folder: The project's folder, as it was typed; it is made where there is none.
  ///   - audio: The song's file; nil to take the only one in the folder.
  ///   - lyrics: The words' file; nil to look for one beside the song.
  ///   - images: A folder, a pattern or a file of the musician's own pictures; nil for none.
  ///   - force: Whether an older project file may be replaced.
  ///   - reading: Where the song is decoded.
  /// - Returns: what was written.
  /// - Throws: `KitError` in plain words.
  package static func create(
    in folder: String, audio: String?, lyrics: String? = nil, images: String? = nil, force: Bool,
    reading: AudioReading
  ) throws -> Outcome {
    let typed = folder
    let folder = Workspace.absolute(folder)
    let file = "\(folder)/\(Workspace.fileName)"
    try checkNothingIsThere(folder, force: force)
    let song = try audio.map { try look($0, reading) } ?? onlySong(in: folder, typed, reading)
    let words = try lyrics.map { try given($0) } ?? search(song, in: folder)
    let duration = try measure(song, reading)
    var template = ProjectTemplate(
      audio: relative(song.path, to: folder), title: title(of: song),
      artist: TagText.tidied(song.tags.artist), album: TagText.tidied(song.tags.album),
      duration: duration, lyrics: words.taken.map { relative($0, to: folder) })
    template.streams = song.streams.map { $0.text + ($0 == song.chosen ? " (taken)" : "") }
    let pictures = try images.map { try namedPictures($0, from: folder) }
    template.images = pictures?.path
    let source = SourceText(name: Workspace.fileName, text: template.text)
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      let reason = KitError.refusal(in: error).map { ": \($0.reason)" } ?? ""
      throw KitError(
        .usage, "the folder \(folder) cannot be made" + reason,
        hint: "-C names a folder that you may write to")
    }
    try WriteGuard(kept: [.init(path: song.path, role: "the song")]).checkKept(file)
    try UserFile.write(Array(source.text.utf8), to: file)
    return Outcome(
      projectFile: file, song: song, duration: duration, lyrics: template.lyrics,
      pictures: pictures?.count ?? 0,
      otherLyrics: words.others.map { relative($0, to: folder) },
      wroteIgnore: try ignore(in: folder),
      warnings: Project.parse(source, profile: nil).1, source: source)
  }

  /// The pictures that somebody names, as the project will name them.
  private static func namedPictures(
    _ typed: String, from folder: String
  ) throws -> (path: String, count: Int) {
    let here = FileManager.default.currentDirectoryPath
    let span = SourceSpan(line: 1, column: 1)
    let found = FoundPictures(ImagePath(path: typed, span: span), in: here)
    guard !found.pictures.isEmpty else {
      throw KitError(
        .usage, "\(typed) names no picture",
        hint: "a folder (photos/), a pattern (\"photos/*.jpg\") or a file")
    }
    let isFolder = FoundPictures.isFolder(Workspace.resolve(typed, in: here))
    let path = relative(Workspace.absolute(typed), to: folder)
    return (isFolder && !path.hasSuffix("/") ? path + "/" : path, found.pictures.count)
  }

  /// Whether a file's name is one of a lyrics file: `words.txt`, `song.lrc`.
  package static func isNamedAsLyrics(_ path: String) -> Bool {
    LyricsSearch.isNamedAsLyrics(path)
  }

  private static func checkNothingIsThere(_ folder: String, force: Bool) throws {
    func isThere(_ name: String) -> Bool {
      var information = stat()
      return unsafe lstat("\(folder)/\(name)", &information) == 0
    }
    guard !force else { return }
    if isThere(Workspace.fileName) {
      throw KitError(
        .usage, "\(folder)/\(Workspace.fileName) already exists",
        hint: "edit it, or replace it with --force")
    }
    if isThere("voimo.yml") {
      throw KitError(
        .usage, "there is a voimo.yml in \(folder); the name is \(Workspace.fileName)",
        hint: "rename it, or write a new one beside it with --force")
    }
  }

  private static func look(_ path: String, _ reading: AudioReading) throws -> AudioFile {
    do {
      return try reading.look(at: Workspace.absolute(path))
    } catch {
      throw KitError(.usage, error.sentence)
    }
  }

  /// The song's length by its samples; of a song of more than ten minutes what its header says,
  /// where that is more.
  private static func measure(_ song: AudioFile, _ reading: AudioReading) throws -> Seconds {
    struct Enough: Error {}
    var count = 0
    do {
      count = try reading.open(song.path).decode(tick: {}) { block in
        count = block.start + block.count
        if count > 600 * song.sampleRate { throw Enough() }
      }.samples
    } catch is Enough {
      let measured = Seconds(Double(count) / Double(song.sampleRate))
      return max(song.duration ?? .zero, measured)
    } catch let error as MediaError {
      throw KitError(.usage, error.sentence)
    }
    return Seconds(Double(count) / Double(song.sampleRate))
  }

  /// The one file in a folder that is sound.
  private static func onlySong(
    in folder: String, _ typed: String, _ reading: AudioReading
  ) throws -> AudioFile {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    let songs = names.filter { !$0.hasPrefix(".") }
      .compactMap { try? reading.look(at: "\(folder)/\($0)") }
    guard let song = songs.first else {
      throw KitError(.usage, "there is no song in \(folder)", hint: "voimo init path/to/song.mp3")
    }
    guard songs.count == 1 else {
      let (path, place) =
        typed == "." ? (song.name, "") : ("\(typed)/\(song.name)", " -C \(ShellWord.quoted(typed))")
      throw KitError(
        .usage,
        "there are \(songs.count) songs here: "
          + songs.map { ShellWord.quoted($0.name) }.joined(separator: ", "),
        hint: "voimo init \(ShellWord.quoted(path))\(place)")
    }
    return song
  }

  /// A path as the project file should have it: relative inside the folder, else absolute.
  private static func relative(_ path: String, to folder: String) -> String {
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }

  /// What the film will be called: the song's own title where it can name a file.
  private static func title(of song: AudioFile) -> String {
    let names = [TagText.tidied(song.tags.title), TagText.tidied(LyricsSearch.stem(of: song.name))]
    return names.compactMap(\.self).first { ExportName(title: $0) != nil } ?? "song"
  }

  private static func given(_ path: String) throws -> (taken: String?, others: [String]) {
    let full = Workspace.absolute(path)
    if let problem = LyricsSearch.problem(at: full) { throw KitError(.usage, problem) }
    return (full, [])
  }

  /// Lyrics beside the song, or else in the project's folder.
  private static func search(
    _ song: AudioFile, in folder: String
  ) -> (taken: String?, others: [String]) {
    let beside = URL(fileURLWithPath: song.path).deletingLastPathComponent().path
    let search = LyricsSearch(stem: LyricsSearch.stem(of: song.name))
    for place in beside == folder ? [folder] : [beside, folder] {
      switch search.look(in: place) {
      case .nothing: continue
      case .file(let name): return ("\(place)/\(name)", [])
      case .several(let names): return (nil, names.map { "\(place)/\($0)" })
      }
    }
    return (nil, [])
  }

  /// Makes git leave the store and the films alone; a file that is not text is left as it is.
  private static func ignore(in folder: String) throws -> Bool {
    let path = "\(folder)/.gitignore"
    var old: [UInt8] = []
    do throws(InputText.Refusal) {
      old = try InputText.bytes(of: path, limit: 1 << 20)
    } catch {
      guard [.missing, .dangling, .empty].contains(error.reason) else { return false }
    }
    guard let text = String(validating: old, as: UTF8.self) else { return false }
    let lines = text.split(whereSeparator: \.isNewline)
      .map { $0.trimmingCharacters(in: .whitespaces) }
    let missing = [".voimo/", "out/"].filter { !lines.contains($0) }
    guard !missing.isEmpty else { return false }
    let gap = old.isEmpty || old.last == UInt8(ascii: "\n") ? "" : "\n"
    try UserFile.write(old + Array((gap + missing.joined(separator: "\n") + "\n").utf8), to: path)
    return true
  }
}

/// What files say of themselves, as it can stand in a project.
package enum TagText {
  /// A tag on one line without control characters; nil where nothing of it can be seen.
  package static func tidied(_ text: String?) -> String? {
    guard let text else { return nil }
    let visible = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
        ? " " : scalar
    }
    let words = String(String.UnicodeScalarView(visible)).split(separator: " ")
    let tidied = words.joined(separator: " ")
    let isSeen = tidied.unicodeScalars.contains {
      !$0.properties.isDefaultIgnorableCodePoint && !$0.properties.isWhitespace
    }
    return isSeen ? tidied : nil
  }
}
