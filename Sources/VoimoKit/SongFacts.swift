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

  package init(
    title: String, artist: String? = nil, duration: Seconds, sampleRate: Int, loudness: Loudness,
    tempo: Tempo, tempoMap: [TempoPoint] = [], metre: Metre, key: SongKey? = nil,
    chords: [ChordSpan] = [], vocalShare: Double, outline: [Float], doubts: [String] = []
  ) {
    self.title = title
    self.artist = artist
    self.duration = duration
    self.sampleRate = sampleRate
    self.loudness = loudness
    self.tempo = tempo
    self.tempoMap = tempoMap
    self.metre = metre
    self.key = key
    self.chords = chords
    self.vocalShare = vocalShare
    self.outline = outline
    self.doubts = doubts
  }
}
