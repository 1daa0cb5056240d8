package import VoimoBase

/// Facts about the song's level, in full scale 1 where no other unit is named.
package struct Loudness: Sendable, Equatable, Codable {
  /// Largest absolute sample.
  package let peak: Double
  /// Root mean square of both channels.
  package let rms: Double
  /// Nothing in it is above −60 dBFS.
  package let isSilent: Bool
  /// Share of samples, from 0 to 1, that sit at or over full scale.
  package let clippedShare: Double
  /// Mean of all samples.
  package let offset: Double
  /// Loudness of the whole song after EBU R 128, in LUFS; nil for a song under 0.4 s or under −70
  /// LUFS.
  package let integrated: Double?
  /// Loudness range after EBU Tech 3342, in LU; nil for a song under 3 s or under −70 LUFS.
  package let range: Double?
  /// Largest level between samples, after ITU-R BS.1770-4: what a player's converter must put out.
  package let truePeak: Double
  /// Root mean square of the left channel.
  package let leftRMS: Double
  /// Root mean square of the right channel.
  package let rightRMS: Double
  /// How alike the channels are: 1 for mono, 0 for strangers or one silent side, −1 for opposites.
  package let correlation: Double
  /// Time before the first sample above −60 dBFS; all of a silent song.
  package let leadingSilence: Seconds
  /// Time after the last sample above −60 dBFS; all of a silent song.
  package let trailingSilence: Seconds

  /// Describes a level; without its own, the true peak is the peak and both channels are alike.
  package init(
    peak: Double, rms: Double, isSilent: Bool, clippedShare: Double, offset: Double,
    integrated: Double? = nil, range: Double? = nil, truePeak: Double? = nil,
    leftRMS: Double? = nil, rightRMS: Double? = nil, correlation: Double = 1,
    leadingSilence: Seconds = .zero, trailingSilence: Seconds = .zero
  ) {
    self.peak = peak
    self.rms = rms
    self.isSilent = isSilent
    self.clippedShare = clippedShare
    self.offset = offset
    self.integrated = integrated
    self.range = range
    self.truePeak = truePeak ?? peak
    self.leftRMS = leftRMS ?? rms
    self.rightRMS = rightRMS ?? rms
    self.correlation = correlation
    self.leadingSilence = leadingSilence
    self.trailingSilence = trailingSilence
  }
}
