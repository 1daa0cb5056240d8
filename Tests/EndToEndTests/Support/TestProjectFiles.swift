import Foundation

/// Files that tests swap under a project.
enum TestProjectFiles {
  /// Puts another song in the place of the first.
  static func replaceSong(in project: TestProject, with song: TestSong) throws {
    try Data(song.wave).write(to: URL(fileURLWithPath: project.path("song.wav")))
  }
}
