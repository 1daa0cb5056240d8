package import VoimoBase
package import VoimoLyrics
package import VoimoStages

/// Something that was made, to be shown.
package enum Exhibit: Sendable {
  case song(SongFacts)
  case sections([Section])
  case beats(SongBeats)
  case signals(SignalTable)
  case shots(ShotList)
  case lyrics(Lyrics)
  /// Each section's prompts with the name of the step and what the renderer makes of each, in the
  /// song's order.
  case prompts([(step: StepID, set: PromptSet, readings: [PictureReading])])
  /// Files in the store, never to be written: name of the output and path.
  case files([(output: String, path: String, size: Int)])
}
