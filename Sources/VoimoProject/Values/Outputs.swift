package import VoimoBase

/// Something to export into `out/`.
package enum OutputKind: String, Sendable, Codable, CaseIterable {
  /// The film, mp4.
  case film
  /// Lyrics with times, in the formats players, editors and karaoke programs read.
  case srt, vtt, lrc, ass
}

/// The checkpoint that a file names for an image back end.
package struct ModelReference: Hashable, Sendable {
  /// As written.
  package var name: String
  /// Where it is written.
  package var span: SourceSpan
}
