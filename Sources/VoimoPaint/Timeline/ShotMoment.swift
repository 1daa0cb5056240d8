/// One instant of a shot: all that the painter needs to know beside the recipe.
package struct ShotMoment: Sendable, Hashable {
  /// Seconds since the shot began, at least 0.
  package var time: Double
  package var camera: CameraState
  package var accents: AccentValues
  /// How far the picture follows the music: 0 not at all, 1 strongly.
  package var beatAmount: Double

  /// An instant; everything not given is at rest.
  package init(
    time: Double = 0, camera: CameraState = .still, accents: AccentValues = .silent,
    beatAmount: Double = 0.5
  ) {
    self.time = time
    self.camera = camera
    self.accents = accents
    self.beatAmount = beatAmount
  }
}

/// What the music does at one instant.
///
/// Values outside 0…1 are taken as the nearest end.
package struct AccentValues: Sendable, Hashable {
  /// How strongly a note begins, 0…1.
  package var onset: Double
  /// Energy of the bass, 0…1.
  package var low: Double
  /// Energy of the treble, 0…1: hats are heard here.
  package var high: Double
  /// Likelihood of a kick drum, 0…1.
  package var kick: Double
  /// Likelihood of a snare drum, 0…1.
  package var snare: Double
  /// 0 on a beat, growing to 1 just before the next.
  package var beatPhase: Double
  /// How strong the last beat was, 0…1; 0 where no beat is known.
  package var beatStrength: Double
  /// 0 on a downbeat, growing to 1 just before the next.
  package var barPhase: Double

  /// No sound.
  package static let silent = AccentValues()

  /// Values; what is not given is 0.
  package init(
    onset: Double = 0, low: Double = 0, high: Double = 0, kick: Double = 0, snare: Double = 0,
    beatPhase: Double = 0, beatStrength: Double = 0, barPhase: Double = 0
  ) {
    self.onset = onset
    self.low = low
    self.high = high
    self.kick = kick
    self.snare = snare
    self.beatPhase = beatPhase
    self.beatStrength = beatStrength
    self.barPhase = barPhase
  }
}
