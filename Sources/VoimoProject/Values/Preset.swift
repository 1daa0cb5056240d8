package import VoimoBase

/// A form of the film that a place to publish it asks for, by name.
package enum Preset: String, CaseIterable, Sendable {
  /// Upright and short: YouTube Shorts, TikTok, Reels.
  case shorts
  /// As wide as high: feeds.
  case square
  /// A silent upright loop: Spotify Canvas.
  case canvas
  /// A small silent loop without a player.
  case gif
  /// Every frame as a picture, for editing.
  case frames
  /// The accompaniment, with the words lit as they are sung.
  case karaoke
  /// A part of the film as it is.
  case clip
}

/// What is known of a preset; the manual's table is made from it.
package struct PresetFacts: Sendable {
  /// Which part of the film is shown where the file does not say.
  package enum Part: Sendable, Hashable {
    /// All of it.
    case film
    /// The first chorus, up to a length; the film's beginning where there is no chorus.
    case chorus(atMost: Seconds)
  }

  /// What it is, for the manual: one sentence.
  package var documentation: String
  /// Nil for the film's shape.
  package var aspect: Aspect?
  /// Of the shorter side, in pixels; nil for the film's.
  package var shorterSide: Int?
  /// In pixels, where the width counts and not the shorter side.
  package var width: Int?
  /// Nil for the film's.
  package var fps: FrameRate?
  package var part: Part
  /// What the place takes, in seconds; nil where it takes any length.
  package var lengths: ClosedRange<Seconds>?
  /// Past this it is taken, and something is lost; `advice` says what.
  package var safeLength: Seconds?
  /// Why the lengths are what they are: one clause.
  package var advice: String?
  package var audio: Rendition.Audio
  /// Whether its file can hold sound that somebody hears.
  package var hasSound: Bool
  /// How words are shown; nil for as in the film.
  package var subtitles: SubtitleSettings.Style?
  /// Whether its last frame is followed by its first.
  package var isLoop: Bool
  /// How its file's name ends: `.mp4`.
  package var ending: String

  fileprivate init(
    _ documentation: String, aspect: Aspect? = nil, shorterSide: Int? = nil, width: Int? = nil,
    fps: FrameRate? = nil, part: Part = .film, lengths: ClosedRange<Seconds>? = nil,
    safeLength: Seconds? = nil, advice: String? = nil, audio: Rendition.Audio = .song,
    hasSound: Bool = true, subtitles: SubtitleSettings.Style? = nil, isLoop: Bool = false,
    ending: String = ".mp4"
  ) {
    self.documentation = documentation
    self.aspect = aspect
    self.shorterSide = shorterSide
    self.width = width
    self.fps = fps
    self.part = part
    self.lengths = lengths
    self.safeLength = safeLength
    self.advice = advice
    self.audio = audio
    self.hasSound = hasSound
    self.subtitles = subtitles
    self.isLoop = isLoop
    self.ending = ending
  }
}

extension Preset {
  /// What is known of it; platforms' limits as of 2026.
  package var facts: PresetFacts {
    switch self {
    case .shorts:
      PresetFacts(
        "An upright clip for YouTube Shorts, TikTok and Reels.",
        aspect: Aspect(width: 9, height: 16),
        shorterSide: 1080, part: .chorus(atMost: 60), lengths: 1...180, safeLength: 60,
        advice: "YouTube blocks Shorts over a minute whose music somebody has claimed")
    case .square:
      PresetFacts(
        "The film as wide as high, for feeds.", aspect: Aspect(width: 1, height: 1),
        shorterSide: 1080)
    case .canvas:
      PresetFacts(
        "A silent upright loop for Spotify Canvas.", aspect: Aspect(width: 9, height: 16),
        shorterSide: 1080, part: .chorus(atMost: 8), lengths: 3...8, audio: .none, hasSound: false,
        subtitles: SubtitleSettings.Style.none, isLoop: true)
    case .gif:
      PresetFacts(
        "A small silent loop that plays without a player.", width: 480,
        fps: FrameRate(25, over: 2), part: .chorus(atMost: 4), safeLength: 15,
        advice: "a GIF of that length has tens of megabytes", audio: .none, hasSound: false,
        isLoop: true, ending: ".gif")
    case .frames:
      PresetFacts(
        "Every frame as a PNG picture, in a zip, for editing.", audio: .none, hasSound: false,
        ending: ".zip")
    case .karaoke:
      PresetFacts(
        "The film to sing to: the accompaniment, and words that light up as they are sung.",
        audio: .accompaniment, subtitles: .karaoke)
    case .clip: PresetFacts("A part of the film as it is.")
    }
  }
}
