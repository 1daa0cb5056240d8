package import VoimoBase

/// What a film is put together from: the muxer's work order.
package struct Film: Hashable, Sendable {
  /// One encoded shot.
  package struct Segment: Hashable, Sendable {
    /// A file that `SegmentEncoder` finished.
    package var path: String
    /// Frames that it must hold.
    package var frames: Int

    /// Names a segment and its length.
    package init(path: String, frames: Int) {
      self.path = path
      self.frames = frames
    }
  }

  /// A place to jump to; lasts until the next one or the end.
  package struct Chapter: Hashable, Sendable {
    package var title: String
    /// The film's frame on which it begins.
    package var startFrame: Int

    /// Names a chapter.
    package init(title: String, startFrame: Int) {
      self.title = title
      self.startFrame = startFrame
    }
  }

  /// Some words and when they are shown; times are the film's own, from its first frame.
  package struct Cue: Hashable, Sendable {
    package var start: Seconds
    package var end: Seconds
    /// Plain text; lines end in `\n`.
    package var text: String

    /// Places a text in time.
    package init(start: Seconds, end: Seconds, text: String) {
      self.start = start
      self.end = end
      self.text = text
    }
  }

  /// Subtitles that a player may show.
  package struct Subtitles: Hashable, Sendable {
    /// ISO 639 code of two or three letters; nil when not known.
    package var language: String?
    /// In any order; overlapping ones are shown together.
    package var cues: [Cue]

    /// Takes cues in a language.
    package init(language: String? = nil, cues: [Cue]) {
      self.language = language
      self.cues = cues
    }
  }

  /// In the order of the film; at least one.
  package var segments: [Segment]
  /// A file that `SoundtrackEncoder` finished; nil for a silent film.
  package var soundtrack: String?
  /// Sorted by start.
  package var chapters: [Chapter] = []
  package var subtitles: [Subtitles] = []
  package var title: String?
  package var artist: String?
  package var album: String?

  /// A film of segments and sound; the rest is set afterwards.
  package init(segments: [Segment], soundtrack: String?) {
    self.segments = segments
    self.soundtrack = soundtrack
  }
}

/// What the muxer made.
package struct FilmInfo: Hashable, Sendable, Codable {
  package var frames: Int
  /// Samples of sound, 0 without.
  package var samples: Int
  /// Of the sound, in Hz; 0 without.
  package var sampleRate: Int
  package var width: Int
  package var height: Int
  package var frameRate: FrameRate
}
