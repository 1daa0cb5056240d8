package import VoimoBase
package import VoimoSignal

/// What there is to say about a song in a few lines.
package struct SongFacts: Sendable {
  package var title: String
  package var artist: String?
  package var duration: Seconds
  /// In Hz.
  package var sampleRate: Int
  package var loudness: Loudness
  package var tempo: Tempo
  /// The tempo over time, one point where it is new.
  package var tempoMap: [TempoPoint]
  package var metre: Metre
  /// Nil where nothing with a pitch was heard.
  package var key: SongKey?
  package var chords: [ChordSpan]
  /// The share of the song in which somebody sings or speaks, from 0 to 1.
  package var vocalShare: Double
  /// Level, 0 to 1, in a few equally long pieces: a picture for terminals.
  package var outline: [Float]
  /// Sentences about what is doubtful: silence, clipping, an offset.
  package var doubts: [String]
}
