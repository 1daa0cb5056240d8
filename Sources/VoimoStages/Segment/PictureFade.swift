package import VoimoBase
import VoimoEngine
import VoimoSignal

/// How the picture comes out of black where the film begins and goes into black where it ends, on
/// the song's grid of frames, in step with the soundtrack.
package struct PictureFade: Sendable, Hashable {
  /// A run of frames from black to the full picture, or back.
  package struct Ramp: Sendable, Hashable {
    /// The first frame, of the song's grid.
    package var start: Int
    /// At least 1.
    package var count: Int
    /// From black; else to black.
    package var rises: Bool

    /// How much of the picture is seen, from 0 to `PlanarTarget.fullGain`.
    ///
    /// A rising ramp's first frame and a falling one's last are black.
    func gain(ofFrame frame: Int) -> Int {
      let full = PlanarTarget.fullGain
      let step = rises ? frame - start : start + count - 1 - frame
      guard step < count, rises || frame >= start else { return full }
      return (full * max(0, step) + count / 2) / count
    }
  }

  /// At most one of each kind; none where nothing fades.
  package var ramps: [Ramp]

  /// Nothing fades.
  package init() { ramps = [] }

  /// The fades of a film that has these frames of the song's grid.
  package init(film: Range<Int>, fadeIn: Seconds, fadeOut: Seconds, at rate: FrameRate) {
    let (rise, fall) = (rate.nearestFrame(to: fadeIn), rate.nearestFrame(to: fadeOut))
    ramps = []
    if rise > 0 { ramps.append(Ramp(start: film.lowerBound, count: rise, rises: true)) }
    if fall > 0 { ramps.append(Ramp(start: film.upperBound - fall, count: fall, rises: false)) }
  }

  /// What of it is seen in some frames, so that those outside of it do not depend on it.
  package func touching(_ frames: Range<Int>) -> PictureFade {
    var touching = self
    touching.ramps = ramps.filter { frames.overlaps($0.start..<$0.start + $0.count) }
    return touching
  }

  /// How much of the picture is seen at a frame, from 0 to `PlanarTarget.fullGain`; fades that
  /// overlap are multiplied, as those of the sound are.
  package func gain(ofFrame frame: Int) -> Int {
    ramps.reduce(PlanarTarget.fullGain) { gain, ramp in
      (gain * ramp.gain(ofFrame: frame) + 128) / PlanarTarget.fullGain
    }
  }

  /// Walks over what frames depend on; over nothing where nothing fades.
  func walk(_ walk: inout ParameterWalk) {
    for ramp in ramps {
      walk.field(
        ramp.rises ? "crop.fade_in" : "crop.fade_out", "\(ramp.count) frames from \(ramp.start)")
    }
  }
}
