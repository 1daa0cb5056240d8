/// One instant of a shot: all that the painter needs to know beside the recipe.
package struct ShotMoment: Sendable, Hashable {
  /// Seconds since the shot began, at least 0.
  package var time: Double
  /// 0 at the shot's first frame, 1 at its end.
  package var progress: Double
  /// Seconds on the song's own clock.
  package var songTime: Double
  package var camera: CameraState
  package var accents: AccentValues
  /// How far the picture follows the music: 0 not at all, 1 strongly.
  package var beatAmount: Double

  /// An instant; everything not given is at rest.
  package init(
    time: Double = 0, progress: Double = 0, songTime: Double = 0, camera: CameraState = .still,
    accents: AccentValues = .silent, beatAmount: Double = 0.5
  ) {
    self.time = time
    self.progress = progress
    self.songTime = songTime
    self.camera = camera
    self.accents = accents
    self.beatAmount = beatAmount
  }
}

/// What the music does at one instant.
///
/// Values outside 0…1 are taken as the nearest end.
package struct AccentValues: Sendable, Hashable {
  /// Loudness, 0…1 of the song's loudest.
  package var rms: Double
  /// How strongly a note begins, 0…1.
  package var onset: Double
  /// Energy of the bass, 0…1.
  package var low: Double
  /// Energy of the middle, 0…1.
  package var mid: Double
  /// Energy of the treble, 0…1.
  package var high: Double
  /// Likelihood of a kick drum, 0…1.
  package var kick: Double
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
    rms: Double = 0, onset: Double = 0, low: Double = 0, mid: Double = 0, high: Double = 0,
    kick: Double = 0, beatPhase: Double = 0, beatStrength: Double = 0, barPhase: Double = 0
  ) {
    self.rms = rms
    self.onset = onset
    self.low = low
    self.mid = mid
    self.high = high
    self.kick = kick
    self.beatPhase = beatPhase
    self.beatStrength = beatStrength
    self.barPhase = barPhase
  }
}
