/// Why a file could not be read, or a film not be written.
///
/// `sentence` is for people and stands on its own; `operation` and `detail` are for the log and for
/// whoever repairs voimo.
package struct MediaError: Error, Hashable, Sendable {
  /// What went wrong, for code that must tell the cases apart.
  package enum Code: String, Sendable, Codable {
    /// There is no such file, or it may not be read.
    case unreadable
    /// The file holds something else: a picture, a web page, a playlist, nothing.
    case notAudio
    /// The file holds something else than a picture: a web page, a film, nothing.
    case notPicture
    /// It is a media file, but nothing in it is sound.
    case noAudioStream
    /// It has streams of sound, but not the one that was asked for.
    case noSuchStream
    /// The sound has no samples, or too few to be a song.
    case tooShort
    /// Sizes, rates or lengths beyond what voimo takes.
    case outOfLimits
    /// The file is broken off or garbled.
    case damaged
    /// Files that must fit together do not: segments, a soundtrack's length.
    case mismatch
    /// A file could not be written.
    case unwritable
    /// A file could not be written for want of room.
    case noSpace
    /// A library that voimo stands on lacks a codec, or ran out of memory.
    case library
  }

  package var code: Code
  /// What is wrong, with the file's name, in plain words: `song.mp3 is empty`.
  package var sentence: String
  /// The call that failed: `avformat_open_input`.
  package var operation: String
  /// What the library said about it; nil when no library was involved.
  package var detail: String?
  /// Where in voimo it was thrown.
  package var place: String

  /// Makes an error; the place is filled in by the compiler.
  package init(
    _ code: Code, _ sentence: String, operation: String, detail: String? = nil,
    place: String = #fileID
  ) {
    self.code = code
    self.sentence = sentence
    self.operation = operation
    self.detail = detail
    self.place = place
  }
}

extension MediaError: CustomStringConvertible {
  /// The sentence, and in brackets what the library said.
  package var description: String {
    guard let detail else { return sentence }
    return "\(sentence) (\(operation): \(detail))"
  }
}
