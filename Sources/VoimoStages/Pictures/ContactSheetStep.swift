package import VoimoBase
import VoimoCharts
package import VoimoEngine
import VoimoMedia

/// All keyframes on one page, in the film's order, with times, labels and prompts.
package struct ContactSheetStep: Step {
  /// One picture and what stands under it.
  package struct Entry: Sendable, Hashable {
    package var keyframe: StepID
    /// When the shot begins in the film, and its name: `0:12.5  chorus.1/02`.
    package var caption: String

    package init(keyframe: StepID, caption: String) {
      self.keyframe = keyframe
      self.caption = caption
    }
  }

  package var title: String
  package var entries: [Entry]
  /// Width over height of the film.
  package var aspect: Double
  /// Pixels of a picture, for estimates; no part of the key.
  package var pictureSize: Int

  package init(title: String, entries: [Entry], aspect: Double, pictureSize: Int = 1) {
    self.pictureSize = pictureSize
    self.title = title
    self.entries = entries
    self.aspect = aspect
  }

  package var kind: StepKind { StageRegistry.stage("contact-sheet").kind }

  package var inputs: [StepInput] {
    entries.flatMap { entry in
      [
        StepInput("image \(entry.keyframe)", from: entry.keyframe, "image"),
        StepInput("note \(entry.keyframe)", from: entry.keyframe, StepInput.value),
      ]
    }
  }

  package func walkParameters(_ walk: inout ParameterWalk) {
    walk.field("title", title)
    walk.field("aspect", aspect)
    for (index, entry) in entries.enumerated() {
      walk.field("entry \(index)", "\(entry.keyframe) \(entry.caption)")
    }
  }

  package var expectedWork: ExpectedWork? {
    ExpectedWork(count: entries.count, unit: "pictures", size: pictureSize)
  }

  package func run(_ context: StepContext) async throws -> StepProduct {
    var sheet = ContactSheet(title: title, count: entries.count, aspect: aspect)
    for (index, entry) in entries.enumerated() {
      try context.checkCancellation()
      let picture = try PNGFile.decode(context.bytes(of: "image \(entry.keyframe)"))
      let note = try context.value(KeyframeNote.self, of: "note \(entry.keyframe)")
      sheet.place(
        picture, at: index, caption: entry.caption, prompt: note.prompt,
        shown: note.reading.summary, shortfall: note.reading.shortfall)
      context.progress(index + 1, of: entries.count, unit: "pictures")
    }
    return StepProduct(outputs: ["image": .bytes(try PNGFile.encode(sheet.picture))])
  }
}
