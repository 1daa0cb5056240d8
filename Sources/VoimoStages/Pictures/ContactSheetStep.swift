package import VoimoBase
import VoimoCharts
package import VoimoEngine
import VoimoMedia

/// All keyframes on one page, in the film's order, with times, labels and prompts.
package struct ContactSheetStep: Step {
  /// One picture and what stands under it.
  package struct Entry: Sendable, Hashable {
    package var picture: StepOutput
    /// A `KeyframeNote`.
    package var note: StepOutput
    /// When the shot begins in the film, and its name: `0:12.5  chorus.1/02`.
    package var caption: String

    package init(picture: StepOutput, note: StepOutput, caption: String) {
      self.picture = picture
      self.note = note
      self.caption = caption
    }

    fileprivate var image: StepInput { StepInput("image \(picture.step)", from: picture) }
    fileprivate var told: StepInput { StepInput("note \(note.step)", from: note) }
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

  package var kind: StepKind { StageRegistry.contactSheet.kind }

  package var inputs: [StepInput] { entries.flatMap { [$0.image, $0.told] } }

  /// The name of the step.
  package static let id = StageRegistry.contactSheet.id
  /// The page, as PNG.
  package static let page = StepOutput(id, "image")

  package func walkParameters(_ walk: inout ParameterWalk) {
    walk.field("title", title)
    walk.field("aspect", aspect)
    for (index, entry) in entries.enumerated() {
      walk.field("entry \(index)", "\(entry.picture.step) \(entry.caption)")
    }
  }

  package var expectedWork: ExpectedWork? {
    ExpectedWork(count: entries.count, unit: "pictures", size: pictureSize)
  }

  package func run(_ context: StepContext) async throws -> StepProduct {
    var sheet = ContactSheet(title: title, count: entries.count, aspect: aspect)
    for (index, entry) in entries.enumerated() {
      try context.checkCancellation()
      let picture = try PNGFile.decode(context.bytes(of: entry.image))
      let note = try context.value(KeyframeNote.self, of: entry.told)
      sheet.place(
        picture, at: index, caption: entry.caption, prompt: note.prompt,
        shown: note.reading.summary, shortfall: note.reading.shortfall)
      context.progress(index + 1, of: entries.count, unit: "pictures")
    }
    return StepProduct(outputs: [Self.page.name: .bytes(try PNGFile.encode(sheet.picture))])
  }
}
