/// How the camera moves, in rates that hold at any picture size and frame rate.
package struct MotionRates: Hashable, Sendable {
  /// The factor by which the picture grows in a second; 1 is still, 1.02 nears by 2 %.
  package var zoom = 1.0
  /// Picture widths a second; positive moves the camera to the right.
  package var panX = 0.0
  /// Picture heights a second; positive moves the camera up.
  package var panY = 0.0
  /// Degrees a second; positive turns the picture clockwise.
  package var rotate = 0.0
  /// How fast the camera travels into the scene, where near layers grow faster than far ones.
  ///
  /// 0 is still, negative backs away, 1 passes the nearest layer in a second.
  package var push = 0.0
  /// How far a hand would shake the camera, in picture widths; 0 is a tripod.
  package var sway = 0.0
  /// How strongly the picture answers the beat, 0 to 1.
  package var beat = 0.0

  /// A camera that stands still.
  package init() {}

  fileprivate init(
    zoom: Double = 1, panX: Double = 0, panY: Double = 0, rotate: Double = 0, push: Double = 0,
    sway: Double = 0, beat: Double
  ) {
    (self.zoom, self.panX, self.panY) = (zoom, panX, panY)
    (self.rotate, self.push, self.sway, self.beat) = (rotate, push, sway, beat)
  }
}

/// A movement by name: a table of rates.
package enum MotionPreset: String, Sendable, Codable, CaseIterable {
  case hold
  case slowPush = "slow-push"
  case pullBack = "pull-back"
  case driftLeft = "drift-left"
  case driftRight = "drift-right"
  case rise
  case sink
  case flyThrough = "fly-through"
  case spin
  case pulse
  case handheld

  /// What it does a second.
  package var rates: MotionRates {
    switch self {
    case .hold: MotionRates(beat: 0)
    case .slowPush: MotionRates(zoom: 1.012, push: 0.03, beat: 0.6)
    case .pullBack: MotionRates(zoom: 0.988, push: -0.03, beat: 0.6)
    case .driftLeft: MotionRates(panX: -0.03, beat: 0.6)
    case .driftRight: MotionRates(panX: 0.03, beat: 0.6)
    case .rise: MotionRates(panY: 0.03, push: 0.01, beat: 0.6)
    case .sink: MotionRates(panY: -0.03, push: 0.01, beat: 0.6)
    case .flyThrough: MotionRates(zoom: 1.04, push: 0.25, beat: 0.7)
    case .spin: MotionRates(zoom: 1.01, rotate: 12, beat: 0.6)
    case .pulse: MotionRates(beat: 1)
    case .handheld: MotionRates(zoom: 1.005, push: 0.01, sway: 0.008, beat: 0.5)
    }
  }

  /// What it looks like, for the manual.
  package var documentation: String {
    switch self {
    case .hold: "The camera stands still and ignores the beat."
    case .slowPush: "Nears slowly; what a file without `motion` gets."
    case .pullBack: "Backs away slowly."
    case .driftLeft: "Glides to the left."
    case .driftRight: "Glides to the right."
    case .rise: "Glides upwards."
    case .sink: "Glides downwards."
    case .flyThrough: "Flies into the scene."
    case .spin: "Turns clockwise, a third of a turn in ten seconds."
    case .pulse: "Stands still and jumps with the beat."
    case .handheld: "Wanders a little, as if somebody held the camera."
    }
  }
}

/// What a file or a section says about motion: a preset, numbers that adjust it, or both.
package struct MotionSettings: Hashable, Sendable {
  package var preset: MotionPreset?
  /// Instead of the preset's, as in `MotionRates`; nil where nothing is said.
  package var zoom: Double?
  package var panX: Double?
  package var panY: Double?
  package var rotate: Double?
  package var push: Double?
  package var sway: Double?
  package var beat: Double?

  /// Nothing is said.
  package init() {}

  /// What is used where nothing is said.
  package static let defaultPreset = MotionPreset.slowPush

  /// The rates to use: the preset's, with the given numbers in their place.
  package var rates: MotionRates {
    var rates = (preset ?? Self.defaultPreset).rates
    rates.zoom = zoom ?? rates.zoom
    rates.panX = panX ?? rates.panX
    rates.panY = panY ?? rates.panY
    rates.rotate = rotate ?? rates.rotate
    rates.push = push ?? rates.push
    rates.sway = sway ?? rates.sway
    rates.beat = beat ?? rates.beat
    return rates
  }

  /// This over something less specific.
  ///
  /// Naming a preset starts afresh: `hold` in a section holds, whatever numbers the file gives.
  /// Numbers alone adjust what is there.
  package func over(_ base: MotionSettings) -> MotionSettings {
    guard preset == nil else { return self }
    var merged = base
    merged.zoom = zoom ?? base.zoom
    merged.panX = panX ?? base.panX
    merged.panY = panY ?? base.panY
    merged.rotate = rotate ?? base.rotate
    merged.push = push ?? base.push
    merged.sway = sway ?? base.sway
    merged.beat = beat ?? base.beat
    return merged
  }
}
