import Foundation
import VoimoBase
package import VoimoMedia

/// Starts a project around a song.
package struct ProjectCreation: Sendable {
  /// What was written, and for which song.
  package struct Outcome: Sendable {
    package var projectFile: String
    package var song: AudioFile
    /// Whether lines were added to `.gitignore`.
    package var wroteIgnore: Bool
  }

  /// Looks at a song and writes `voimo.yaml` and `.gitignore` beside it.
  ///
  /// - Parameters:
  ///   - folder: The project's folder.
  ///   - audio: The song's file; nil to take the only one in the folder.
  ///   - force: Whether an older project file may be replaced.
  ///   - reading: Where the song is decoded.
  /// - Returns: what was written.
  /// - Throws: `KitError` in plain words.
  package static func create(
    in folder: String, audio: String?, force: Bool, reading: AudioReading
  ) throws -> Outcome {
    let folder = Workspace.absolute(folder)
    let file = "\(folder)/\(Workspace.fileName)"
    let place = try UserFile.place(of: file)
    if !force, place.old != nil {
      throw KitError(
        .usage, "\(file) already exists", hint: "edit it, or replace it with --force")
    }
    let song = try audio.map { try look($0, reading) } ?? onlySong(in: folder, reading)
    var template = ProjectTemplate(
      audio: relative(song.path, to: folder), title: song.tags.title ?? stem(of: song.name),
      artist: song.tags.artist, album: song.tags.album, duration: song.duration,
      lyrics: lyrics(beside: song, in: folder))
    template.streams = song.streams.map { $0.text + ($0 == song.chosen ? " (taken)" : "") }
    try WriteGuard(kept: [.init(path: song.path, role: "the song")]).checkKept(file)
    try UserFile.write(Array(template.text.utf8), to: file)
    return Outcome(projectFile: file, song: song, wroteIgnore: try ignore(in: folder))
  }

  private static func look(_ path: String, _ reading: AudioReading) throws -> AudioFile {
    do {
      return try reading.look(at: Workspace.absolute(path))
    } catch {
      throw KitError(.usage, error.sentence)
    }
  }

  /// The one file in a folder that is sound.
  private static func onlySong(in folder: String, _ reading: AudioReading) throws -> AudioFile {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    let songs = names.filter { !$0.hasPrefix(".") }
      .compactMap { try? reading.look(at: "\(folder)/\($0)") }
    guard let song = songs.first else {
      throw KitError(.usage, "there is no song in \(folder)", hint: "voimo init path/to/song.mp3")
    }
    guard songs.count == 1 else {
      throw KitError(
        .usage, "there are \(songs.count) songs here: " + songs.map(\.name).joined(separator: ", "),
        hint: "voimo init \(song.name)")
    }
    return song
  }

  /// A path as the project file should have it: relative inside the folder, else absolute.
  private static func relative(_ path: String, to folder: String) -> String {
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }

  private static func stem(of name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// A lyrics file with the song's own name, best with times.
  private static func lyrics(beside song: AudioFile, in folder: String) -> String? {
    [".lrc", ".srt", ".vtt", ".txt"].map { stem(of: song.name) + $0 }
      .first { FileManager.default.fileExists(atPath: "\(folder)/\($0)") }
  }

  /// Makes git leave the store and the films alone; a file that is no text is left as it is.
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
