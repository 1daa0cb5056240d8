/// Makes a picture of a prompt.
package protocol ImageGenerator: Backend {
  /// Whether it reads who said what of a prompt; one that does not is given the whole text alone,
  /// and its keys hold no more.
  var readsParts: Bool { get }

  /// Whether a picture costs so much that one is rather cut out of another than made again.
  var isCostly: Bool { get }

  /// What it gives of a keyframe beside the picture.
  var gives: Set<KeyframePart> { get }

  /// The size that it makes best for a film of this size.
  func size(for film: PictureSize) -> PictureSize

  /// What `image` would understand, without making it; nil for one that cannot say.
  func reading(of request: ImageRequest) -> PictureReading?

  /// Makes the picture as a file in the work's folder.
  ///
  /// - Throws: `BackendError`, `CancellationError`.
  func image(_ request: ImageRequest, _ work: Work) async throws -> GeneratedImage
}

extension ImageGenerator {
  package var readsParts: Bool { false }
  package var isCostly: Bool { true }
  package var gives: Set<KeyframePart> { [] }
  package func size(for film: PictureSize) -> PictureSize { film }
  package func reading(of request: ImageRequest) -> PictureReading? { nil }
}

/// How large a picture is, in pixels.
package struct PictureSize: Sendable, Hashable, Codable, CustomStringConvertible {
  package var width: Int
  package var height: Int

  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  package var description: String { "\(width)×\(height)" }
  /// Pixels in all.
  package var area: Int { width * height }
  /// Width over height.
  package var aspect: Double { Double(width) / Double(height) }

  /// The largest size of an aspect that lies in it, sides even.
  package func largest(ofAspect aspect: Double) -> PictureSize {
    let wide = aspect > self.aspect
    let (w, h) =
      wide
      ? (Double(width), Double(width) / aspect) : (Double(height) * aspect, Double(height))
    return PictureSize(width: max(2, Int(w / 2) * 2), height: max(2, Int(h / 2) * 2))
  }
}

/// What a picture is made from.
package struct ImageRequest: Sendable, Hashable {
  /// The whole text, as image models want it.
  package var prompt: String
  package var negativePrompt: String
  /// The shot's own.
  package var seed: UInt64
  /// What to make, in pixels.
  package var size: PictureSize
  /// Who said what of the prompt; nil for a generator that reads the whole text alone.
  package var parts: PromptParts?

  package init(
    prompt: String, negativePrompt: String, seed: UInt64, size: PictureSize,
    parts: PromptParts? = nil
  ) {
    self.prompt = prompt
    self.negativePrompt = negativePrompt
    self.seed = seed
    self.size = size
    self.parts = parts
  }
}

/// The parts of a prompt by who said them, for a generator that weighs them otherwise.
package struct PromptParts: Sendable, Hashable {
  /// What somebody wrote for this place themselves; empty where it was written for them.
  package var own: String
  package var theme: String
  package var artist: String
  /// The words that come from the lyrics.
  package var images: [String]
  /// One for all shots of a section, which share what they do not vary.
  package var sectionSeed: UInt64
  package var filmPart: FilmPart

  package init(
    own: String, theme: String, artist: String, images: [String], sectionSeed: UInt64,
    filmPart: FilmPart
  ) {
    self.own = own
    self.theme = theme
    self.artist = artist
    self.images = images
    self.sectionSeed = sectionSeed
    self.filmPart = filmPart
  }
}

/// A stretch of a film as long as others: where no hour is named, a film may move along its parts.
package enum FilmPart: String, Sendable, Hashable, Codable, CaseIterable {
  case opening, middle, closing

  /// The part at a share of the song's length, from 0 to 1.
  package init(at share: Double) {
    self = share < 0.34 ? .opening : share < 0.8 ? .middle : .closing
  }
}

/// A finished picture, and what its back end says about it.
package struct GeneratedImage: Sendable {
  /// The picture: a file in the work's folder, of any format that voimo reads.
  package var file: String
  /// What the back end says that it used; what is nil is not told.
  package var used: UsedSettings
  /// What the generator's own animator draws from; nil for one that has no animator of its own.
  package var companion: [UInt8]?
  /// How near each place of the picture is, as a depth map; nil where nobody knows.
  package var depth: [UInt8]?
  /// What each place of the picture is of; nil where nobody knows.
  package var ids: [UInt8]?
  /// What was understood of the prompt; nil where the back end does not say.
  package var reading: PictureReading?

  package init(
    file: String, used: UsedSettings = UsedSettings(), companion: [UInt8]? = nil,
    depth: [UInt8]? = nil, ids: [UInt8]? = nil, reading: PictureReading? = nil
  ) {
    self.file = file
    self.used = used
    self.companion = companion
    self.depth = depth
    self.ids = ids
    self.reading = reading
  }
}

/// With what a back end says a picture was made; it must be what was asked for.
package struct UsedSettings: Sendable, Hashable {
  package var model: ModelIdentity?
  package var seed: UInt64?

  package init(model: ModelIdentity? = nil, seed: UInt64? = nil) {
    self.model = model
    self.seed = seed
  }
}
