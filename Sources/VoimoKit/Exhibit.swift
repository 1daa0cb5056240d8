package import VoimoBase
package import VoimoLyrics
package import VoimoStages

/// Something that was made, to be shown.
package enum Exhibit: Sendable {
  case song(SongFacts)
  case sections([TimedSection<SectionID>])
  case beats(SongBeats)
  case signals(SignalTable)
  case shots(ShotList)
  case lyrics(Lyrics)
  /// Each section's prompts, in the song's order.
  case prompts([ShownPrompts])
  /// Files, those in the store never to be written.
  case files([ShownFile])
}

/// A section's prompts, and what pictures are made of besides.
package struct ShownPrompts: Sendable {
  package var step: StepID
  package var set: PromptSet
  package var theme: String
  package var artist: String
  package var negativePrompt: String
  /// What the renderer makes of each prompt.
  package var readings: [PictureReading]

  package init(
    step: StepID, set: PromptSet, theme: String, artist: String, negativePrompt: String,
    readings: [PictureReading]
  ) {
    self.step = step
    self.set = set
    self.theme = theme
    self.artist = artist
    self.negativePrompt = negativePrompt
    self.readings = readings
  }
}

/// A file that was made, and where to find it.
package struct ShownFile: Sendable, Hashable {
  /// Name of the output, with the step's where several are shown.
  package var output: String
  /// In `out/` where that file holds it, else in the store.
  package var path: String
  /// In bytes.
  package var size: Int
  /// Whether it is what somebody would open of all that its step makes.
  package var isOpened: Bool
  /// What to know about the path, in a sentence; nil where there is nothing to say.
  package var remark: String?

  package init(
    output: String, path: String, size: Int, isOpened: Bool = false, remark: String? = nil
  ) {
    self.isOpened = isOpened
    self.output = output
    self.path = path
    self.size = size
    self.remark = remark
  }
}
