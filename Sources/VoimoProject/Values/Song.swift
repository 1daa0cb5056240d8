package import VoimoBase

/// The song's file.
package struct AudioSource: Hashable, Sendable {
  /// As written: relative to the project's folder, absolute, or from `~`.
  package var path: String
  /// Which of the file's streams of sound, from 0; nil for the file's own choice.
  package var stream: Int?

  /// Names the file.
  package init(path: String, stream: Int? = nil) {
    self.path = path
    self.stream = stream
  }
}

/// Who plays what: for the film's metadata and its name.
package struct SongInfo: Hashable, Sendable {
  /// The song's name.
  package var title: String?
  /// The performer; not the visual style.
  package var artist: String?
  package var album: String?
  /// A BCP 47 language tag: `en`, `pt-BR`.
  package var language: String?

  /// Nothing is known.
  package init() {}
}

/// The given words.
package struct LyricsSource: Hashable, Sendable {
  /// As written: relative to the project's folder, absolute, or from `~`.
  package var path: String
  /// Added to every time in the file; negative is earlier.
  package var offset: Seconds
  /// The file's encoding; nil to find it out.
  package var encoding: TextEncoding?

  /// Names the file.
  package init(path: String, offset: Seconds = .zero, encoding: TextEncoding? = nil) {
    self.path = path
    self.offset = offset
    self.encoding = encoding
  }
}

/// Which part of the song the film shows.
package struct Crop: Hashable, Sendable {
  /// Where the cut may move to.
  package enum Snap: String, Sendable, Codable, CaseIterable {
    /// The nearest frame.
    case none
    /// The nearest beat.
    case beat
    /// The nearest bar line.
    case downbeat
    /// The bars that the cuts are in are kept whole: the start goes back to its bar's line, the end
    /// forward to its bar's end.
    case bar
  }

  /// The song's time at which the film begins; nil for the song's start.
  package var start: Seconds?
  /// The song's time at which the film ends; nil for the song's end.
  package var end: Seconds?
  /// How long sound and picture fade in, the picture from black; 0 for not at all.
  package var fadeIn = CropFields.fadeIn.fallback.seconds(at: .film)
  /// How long sound and picture fade out, the picture to black; 0 for not at all.
  package var fadeOut = CropFields.fadeOut.fallback.seconds(at: .film)
  package var snap = CropFields.snap.fallback

  /// The whole song.
  package init() {}
}

/// A section as somebody declares it; it lasts until the next one begins.
package struct DeclaredSection: Hashable, Sendable {
  /// `intro`, `verse`, … or a free one.
  package var label: String
  /// The song's time at which it begins; later than the section's before it.
  package var start: Seconds
  /// The file in which it is written, as messages name it.
  package var file: String
  /// Where in that file.
  package var span: SourceSpan

  /// Declares a section where it is written.
  package init(label: String, start: Seconds, file: String, span: SourceSpan) {
    self.label = label
    self.start = start
    self.file = file
    self.span = span
  }
}
