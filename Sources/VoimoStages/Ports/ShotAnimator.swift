package import VoimoBase
package import VoimoProject
package import VoimoSignal

/// Makes a shot's frames from its keyframe.
///
/// Closed: the lowering switches on it.
package enum ShotAnimator: Sendable {
  /// Frames cost next to nothing: they are drawn when they are encoded, and never kept.
  case drawn(any FrameDrawer)
  /// Frames cost: they are a step of their own, and are kept without loss.
  case kept(any FrameMaker)

  /// Who it is.
  package var backend: any Backend {
    switch self {
    case .drawn(let drawer): drawer
    case .kept(let maker): maker
    }
  }

  /// What it reads of a keyframe.
  package var reads: [KeyframePart] {
    switch self {
    case .drawn(let drawer): drawer.reads
    case .kept(let maker): maker.reads
    }
  }
}

/// What a keyframe consists of; keys hold no more than what is read.
package enum KeyframePart: String, Sendable, Hashable, CaseIterable {
  /// The picture itself.
  case picture
  /// What its generator's own animator draws from.
  case companion
  /// How near each place of the picture is.
  case depth
}

/// Draws any frame of a shot whenever it is asked for.
package protocol FrameDrawer: Backend {
  /// What it reads of a keyframe.
  var reads: [KeyframePart] { get }

  /// What it takes from the words about a shot, as amounts by name: weather that lies over a
  /// picture, say. They enter the shot's key; the words do not.
  func manner(for words: ShotWords) -> [String: Double]

  /// Gets ready to draw one shot's frames.
  ///
  /// - Throws: when what it reads can't be read.
  func drawing(of request: ShotRequest) throws -> any FrameDrawing
}

extension FrameDrawer {
  package func manner(for words: ShotWords) -> [String: Double] { [:] }
}

/// Draws a shot's frames, in any order, each the same whenever it is drawn.
package protocol FrameDrawing {
  /// Draws one frame into the encoder's planes.
  ///
  /// - Throws: when a back end fails.
  mutating func draw(_ moment: FrameMoment, into target: PlanarTarget) throws
}

/// Makes a shot's frames at a cost: by a model, on a graphics card, at a server.
package protocol FrameMaker: Backend {
  /// What it reads of a keyframe.
  var reads: [KeyframePart] { get }

  /// How long a piece of a shot is that it makes at once, each from the last picture of the one
  /// before; nil to make a whole shot at once.
  ///
  /// Pieces are kept one by one, so that a build goes on where it stopped.
  var pieceLength: Seconds? { get }

  /// Makes the frames of the moments asked for, in order, each exactly once.
  ///
  /// - Throws: `BackendError`, `CancellationError`, and what `writer` throws.
  func frames(
    of request: ShotRequest, at moments: [FrameMoment], into writer: FrameWriter, _ work: Work
  ) async throws
}

extension FrameMaker {
  package var pieceLength: Seconds? { nil }
}

/// What people wrote about a shot, of which an animator may take something.
package struct ShotWords: Sendable, Hashable {
  /// What somebody wrote for this place; empty where nobody did.
  package var prompt: String
  package var theme: String
  package var artist: String
  package var negativePrompt: String

  package init(prompt: String, theme: String, artist: String, negativePrompt: String) {
    self.prompt = prompt
    self.theme = theme
    self.artist = artist
    self.negativePrompt = negativePrompt
  }
}

/// What a shot's frames are made from.
package struct ShotRequest: Sendable {
  /// The picture of the keyframe; for a later piece of a shot, the last picture of the one before.
  ///
  /// Nil for an animator that does not read it.
  package var picture: RGBPicture?
  /// Of the keyframe, where it is read.
  package var companion: [UInt8]?
  /// Of the keyframe, where it is read.
  package var depth: [UInt8]?
  package var size: PictureSize
  package var motion: MotionRates
  /// What the animator took from the words about the shot.
  package var manner: [String: Double]
  /// The shot's own.
  package var seed: UInt64

  package init(
    picture: RGBPicture? = nil, companion: [UInt8]? = nil, depth: [UInt8]? = nil,
    size: PictureSize, motion: MotionRates, manner: [String: Double] = [:], seed: UInt64
  ) {
    self.picture = picture
    self.companion = companion
    self.depth = depth
    self.size = size
    self.motion = motion
    self.manner = manner
    self.seed = seed
  }
}

/// One frame's place in its shot, and what the song does there.
package struct FrameMoment: Sendable, Hashable {
  /// Seconds since the whole shot began.
  package var time: Double
  /// At rest where the shot's motion does not answer the beat.
  package var signals: FrameSignals

  package init(time: Double, signals: FrameSignals) {
    self.time = time
    self.signals = signals
  }
}
