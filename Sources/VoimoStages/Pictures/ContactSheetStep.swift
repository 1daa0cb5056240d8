package import VoimoBase
import VoimoCharts
package import VoimoEngine
package import VoimoMedia

/// All keyframes on one page, in the film's order, with times, labels and prompts.
package struct ContactSheetStep: Step {
  /// One picture, and where it stands in the film.
  package struct Entry: Sendable, Hashable {
    package var picture: StepOutput
    /// A `KeyframeNote`.
    package var note: StepOutput
    /// When the shot begins in the film.
    package var time: Seconds
    /// The section's name and the shot's: `chorus.1/02`.
    package var shot: String

    package init(picture: StepOutput, note: StepOutput, time: Seconds, shot: String) {
      self.picture = picture
      self.note = note
      self.time = time
      self.shot = shot
    }

    /// `chorus.1`.
    var section: String { String(shot.prefix { $0 != "/" }) }

    fileprivate var image: StepInput { StepInput("image \(picture.step)", from: picture) }
    fileprivate var told: StepInput { StepInput("note \(note.step)", from: note) }
  }

  package var title: String
  package var artist: String?
  /// How long the film is, to whole seconds.
  package var length: Seconds
  package var entries: [Entry]
  /// Width over height of the film.
  package var aspect: Double
  /// What the page is set in; nil where no font is installed, and the page has no words.
  package var typeface: Typeface?
  /// Pixels of a picture, for estimates; no part of the key.
  package var pictureSize: Int

  package init(
    title: String, artist: String?, length: Seconds, entries: [Entry], aspect: Double,
    typeface: Typeface?, pictureSize: Int = 1
  ) {
    self.title = title
    self.artist = artist
    self.length = Seconds(length.value.rounded())
    self.entries = entries
    self.aspect = aspect
    self.typeface = typeface
    self.pictureSize = pictureSize
  }

  package var kind: StepKind { StageRegistry.contactSheet.kind }

  package var inputs: [StepInput] { entries.flatMap { [$0.image, $0.told] } }

  /// The name of the step.
  package static let id = StageRegistry.contactSheet.id
  /// The page, as PNG.
  package static let page = StepOutput(id, "image")

  package func walkParameters(_ walk: inout ParameterWalk) {
    walk.field("title", title)
    walk.field("artist", artist)
    walk.field("length", length)
    walk.field("aspect", aspect)
    for (index, entry) in entries.enumerated() {
      walk.field("entry \(index)", "\(entry.picture.step) \(entry.time.clock) \(entry.shot)")
    }
    walk.fonts(of: typeface)
  }

  package var expectedWork: ExpectedWork? {
    ExpectedWork(count: entries.count, unit: "pictures", size: pictureSize)
  }

  package func run(_ context: StepContext) async throws -> StepProduct {
    let heading = ContactSheet.Heading(title: title, artist: artist, length: length)
    let told = try entries.map { entry in
      let note = try context.value(KeyframeNote.self, of: entry.told)
      return ContactSheet.Entry(
        time: entry.time, shot: entry.shot, section: entry.section, prompt: note.prompt,
        shows: note.reading.summary, shortfall: note.reading.shortfall)
    }
    let type = try typeface.map { try TypeSetter($0, for: ContactSheet.texts(heading, told)) }
    let sheet = ContactSheet(
      heading: heading, entries: told, aspect: aspect, ruler: TextRuler(type))
    var page = try sheet.drawing.pixels(type)
    for (index, (entry, place)) in zip(entries, sheet.places).enumerated() {
      try context.checkCancellation()
      let picture = try PNGFile.decode(context.bytes(of: entry.image))
      let small = try PictureConversion.resized(
        picture, toWidth: sheet.pictureWidth, height: sheet.pictureHeight)
      page.draw(small, atX: place.x, y: place.y)
      context.progress(index + 1, of: entries.count, unit: "pictures")
    }
    return StepProduct(outputs: [Self.page.name: .bytes(try PNGFile.encode(page))])
  }
}

extension ParameterWalk {
  /// Walks over the fonts that a page is set in.
  mutating func fonts(of typeface: Typeface?) {
    guard let typeface else { return }
    for (index, font) in typeface.fonts.enumerated() {
      let name = index == 0 ? "font" : "font \(index + 1)"
      field(name, font.hash)
      if font.face > 0 { field("\(name) face", font.face) }
    }
    if let bold = typeface.bold {
      field("bold font", bold.hash)
      if bold.face > 0 { field("bold font face", bold.face) }
    }
  }
}
