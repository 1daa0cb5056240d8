import Foundation
import VoimoBase
import VoimoLyrics
import VoimoStages

/// Looks for the words of a song among the files beside it.
struct LyricsSearch {
  /// The song's file without its folder and ending.
  var stem: String

  /// What was found.
  enum Found: Equatable {
    case nothing
    case file(String)
    /// Several, none of which is named for the song.
    case several([String])
  }

  /// Endings of lyrics files, those with times first.
  static let endings = ["lrc", "srt", "vtt", "ass", "ssa", "txt"]

  /// Whether a file's name is one of a lyrics file.
  static func isNamedAsLyrics(_ path: String) -> Bool {
    endings.contains { path.lowercased().hasSuffix(".\($0)") }
  }

  /// The file with the song's words in a folder.
  ///
  /// One named for the song comes first, then one named for what it is, then the only one that can
  /// be read as words.
  func look(in folder: String) -> Found {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
      .filter { !$0.hasPrefix(".") && Self.isNamedAsLyrics($0) }
    for name in [stem.lowercased(), "lyrics", "words"] {
      let mine = names.filter { Self.stem(of: $0).lowercased() == name }
      let ranked = Self.endings.compactMap { ending in
        mine.first { $0.lowercased().hasSuffix(".\(ending)") }
      }
      if let file = ranked.first(where: { Self.problem(at: "\(folder)/\($0)") == nil }) {
        return .file(file)
      }
    }
    let others = names.filter { name in
      !Self.otherTexts.contains(Self.stem(of: name).lowercased())
        && Self.problem(at: "\(folder)/\(name)") == nil
    }
    switch others.count {
    case 0: return .nothing
    case 1: return .file(others[0])
    default: return .several(others)
    }
  }

  /// What texts beside a song are called that are not its words.
  private static let otherTexts: Set<String> = [
    "readme", "read me", "license", "licence", "copying", "credits", "changelog", "changes",
    "notes", "note", "todo", "info", "tracklist", "requirements", "description", "rights",
  ]

  /// Why a file cannot be used as lyrics; nil where it can.
  static func problem(at path: String) -> String? {
    var information = stat()
    guard unsafe stat(path, &information) == 0, information.st_mode & S_IFMT == S_IFREG,
      let data = FileManager.default.contents(atPath: path)
    else { return "\(path) cannot be read" }
    let name = URL(fileURLWithPath: path).lastPathComponent
    let reading = LyricsFile.parse(bytes: [UInt8](data), name: name)
    let error = reading.diagnostics.first { $0.severity == .error }
    return error.map { "\(name): \($0.message.text)" }
  }

  /// A file's name without its ending.
  static func stem(of name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
}
