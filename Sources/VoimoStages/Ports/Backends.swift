/// Who does the model work of a film: one choice a port.
package struct Backends: Sendable {
  package var listener: any SongListener
  package var sections: any SectionFinder
  package var stems: any StemSeparator
  package var aligner: WordAligner
  /// Who writes down the words where none are given; nil leaves such a song without words.
  package var transcriber: (any Transcriber)?
  package var prompts: any PromptWriter
  package var images: any ImageGenerator
  package var depth: any DepthReader
  /// What makes pictures larger or smaller than their generator made them.
  package var resizer: any ImageEditor
  /// What draws the companion that `images` gives with its pictures; nil where it gives none.
  package var ownAnimator: ShotAnimator?
  /// What moves through any picture.
  package var camera: ShotAnimator

  package init(
    listener: any SongListener, sections: any SectionFinder, stems: any StemSeparator,
    aligner: WordAligner, prompts: any PromptWriter, images: any ImageGenerator,
    depth: any DepthReader, resizer: any ImageEditor, ownAnimator: ShotAnimator?,
    camera: ShotAnimator
  ) {
    self.listener = listener
    self.sections = sections
    self.stems = stems
    self.aligner = aligner
    self.prompts = prompts
    self.images = images
    self.depth = depth
    self.resizer = resizer
    self.ownAnimator = ownAnimator
    self.camera = camera
  }
}
