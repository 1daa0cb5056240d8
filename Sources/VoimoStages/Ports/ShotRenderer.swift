package import VoimoSignal

/// Makes keyframes, and the frames of a shot from its keyframe.
package protocol ShotRenderer: Sendable {
  /// Enters the key of every keyframe and every segment.
  var identity: BackendIdentity { get }

  /// The picture that a shot starts from.
  ///
  /// - Throws: when a back end fails, or gives a picture of another size.
  func keyframe(_ request: KeyframeRequest) async throws -> Keyframe

  /// What `keyframe` would understand, without making it.
  func reading(of request: KeyframeRequest) -> PictureReading

  /// Gets ready to draw one shot's frames.
  ///
  /// - Throws: when the scene can't be read.
  func frames(of request: FramesRequest) throws -> any FrameSource
}

/// A stretch of a film as long as others: where no hour is named, a film may move along its parts.
package enum FilmPart: String, Sendable, Hashable, Codable, CaseIterable {
  case opening, middle, closing

  /// The part at a share of the song's length, from 0 to 1.
  package init(at share: Double) {
    self = share < 0.34 ? .opening : share < 0.8 ? .middle : .closing
  }
}

/// What a keyframe is made from.
package struct KeyframeRequest: Sendable, Hashable {
  /// The whole text, as image models want it.
  package var prompt: String
  package var negativePrompt: String
  package var theme: String
  package var artist: String
  /// Of the prompt, what somebody wrote for this place themselves; empty where it was written for
  /// them.
  package var own: String
  /// Of the prompt, the words that come from the lyrics.
  package var images: [String]
  /// The shot's own.
  package var seed: UInt64
  /// One for all shots of a section, which share what they do not vary.
  package var sectionSeed: UInt64
  package var part: FilmPart
  /// In pixels, even.
  package var width: Int
  /// In pixels, even.
  package var height: Int

  package init(
    prompt: String, negativePrompt: String, theme: String, artist: String, own: String,
    images: [String], seed: UInt64, sectionSeed: UInt64, part: FilmPart, width: Int, height: Int
  ) {
    self.prompt = prompt
    self.negativePrompt = negativePrompt
    self.theme = theme
    self.artist = artist
    self.own = own
    self.images = images
    self.seed = seed
    self.sectionSeed = sectionSeed
    self.part = part
    self.width = width
    self.height = height
  }
}

/// A finished keyframe.
package struct Keyframe: Sendable {
  /// What the renderer draws the shot's frames from; for a painter its recipe.
  package var scene: [UInt8]
  package var picture: RGBPicture
  /// What the renderer understood, and what it can't show.
  package var reading: PictureReading

  package init(scene: [UInt8], picture: RGBPicture, reading: PictureReading) {
    self.scene = scene
    self.picture = picture
    self.reading = reading
  }
}

/// What a renderer makes of a prompt, for people: what it shows, and what it can't.
package struct PictureReading: Sendable, Hashable, Codable {
  /// A part of the picture and the words it came from.
  package struct Part: Sendable, Hashable, Codable {
    /// `subject`, `place`, `hour`, `weather`, `light`, `style`.
    package var name: String
    /// What is shown: `full moon`.
    package var value: String
    /// The words that say so: `Vollmond`.
    package var words: String

    package init(name: String, value: String, words: String) {
      self.name = name
      self.value = value
      self.words = words
    }
  }

  /// One line: `city at night · rain · neon palette · film brush`.
  package var summary: String
  package var parts: [Part]
  /// What was understood and can't be shown, as written.
  package var cannotShow: [String]
  /// Words that the renderer does not know, as written.
  package var unknown: [String]
  /// What the prompt takes away, as written.
  package var takenAway: [String]
  /// What is shown in place of what can't be.
  package var standIn: String?
  /// One sentence about what is missing; nil where nothing is.
  package var shortfall: String?

  package init(
    summary: String, parts: [Part] = [], cannotShow: [String] = [], unknown: [String] = [],
    takenAway: [String] = [], standIn: String? = nil, shortfall: String? = nil
  ) {
    self.summary = summary
    self.parts = parts
    self.cannotShow = cannotShow
    self.unknown = unknown
    self.takenAway = takenAway
    self.standIn = standIn
    self.shortfall = shortfall
  }
}

/// What a shot's frames are drawn from.
package struct FramesRequest: Sendable {
  /// The scene of the shot's own keyframe.
  package var scene: [UInt8]
  /// The scene of the next shot's keyframe, where this one fades into it.
  package var nextScene: [UInt8]?
  package var width: Int
  package var height: Int
  package var motion: ShotMotion

  package init(
    scene: [UInt8], nextScene: [UInt8]?, width: Int, height: Int, motion: ShotMotion
  ) {
    self.scene = scene
    self.nextScene = nextScene
    self.width = width
    self.height = height
    self.motion = motion
  }
}

/// Draws a shot's frames, in any order, each the same whenever it is drawn.
package protocol FrameSource {
  /// Draws one frame into the encoder's planes.
  ///
  /// - Throws: when a back end fails.
  mutating func paint(_ moment: FrameMoment, into target: PlanarTarget) throws
}

/// One frame's place in its shot, and what the song does there.
package struct FrameMoment: Sendable, Hashable {
  /// Seconds since the whole shot began.
  package var time: Double
  /// How much of the next shot's keyframe is seen, from 0 to 1.
  package var fade: Double
  /// At rest where the shot's motion does not answer the beat.
  package var signals: FrameSignals

  package init(time: Double, fade: Double, signals: FrameSignals) {
    self.time = time
    self.fade = fade
    self.signals = signals
  }
}

/// How the camera moves through a shot: rates a second, relative to the picture's size.
package struct ShotMotion: Sendable, Hashable {
  /// The factor by which the picture grows in a second; 1 is still.
  package var zoom: Double
  /// Picture widths a second that the camera moves to the right.
  package var panX: Double
  /// Picture heights a second that the camera rises.
  package var panY: Double
  /// Degrees a second that the camera turns clockwise.
  package var rotate: Double
  /// How fast near layers come closer than far ones; 0 is not at all.
  package var push: Double
  /// How far the camera wanders, as if held by hand, in picture widths.
  package var sway: Double
  /// How much the picture answers what the song does, from 0, not at all, to 1.
  package var beat: Double

  package init(
    zoom: Double, panX: Double, panY: Double, rotate: Double, push: Double, sway: Double,
    beat: Double
  ) {
    self.sway = sway
    self.zoom = zoom
    self.panX = panX
    self.panY = panY
    self.rotate = rotate
    self.push = push
    self.beat = beat
  }
}
