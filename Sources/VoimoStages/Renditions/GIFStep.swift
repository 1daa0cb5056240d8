package import VoimoBase
package import VoimoEngine
import VoimoMedia

/// A part of the film as a small picture that moves and begins again for ever.
package struct GIFStep: Step {
  package var pictures: RenditionPictures
  /// Of the GIF, at most the film's; frames between are left out.
  package var outputRate: FrameRate

  package init(pictures: RenditionPictures, outputRate: FrameRate) {
    self.pictures = pictures
    self.outputRate = outputRate
  }

  package var kind: StepKind { StageRegistry.gif.kind }

  package var inputs: [StepInput] { pictures.inputs }

  /// The name of the step of a rendition.
  package static func id(in scope: FilmScope) -> StepID { scope.id(StageRegistry.gif) }

  /// The GIF.
  package static func gif(in scope: FilmScope) -> StepOutput { StepOutput(id(in: scope), name) }

  private static let name = "gif"

  package func walkParameters(_ walk: inout ParameterWalk) {
    pictures.walk(&walk)
    walk.field("fps of the output", outputRate.description)
  }

  package var expectedWork: ExpectedWork? {
    ExpectedWork(count: chosen.count, unit: "frames", size: pictures.size.area)
  }

  /// The frames that are shown: for each of the GIF's the nearest at or before its time.
  var chosen: [Int] {
    let (start, end) = (pictures.frames.lowerBound, pictures.frames.upperBound)
    let step = max(1, pictures.frameRate.framesPerSecond / outputRate.framesPerSecond)
    var chosen: [Int] = []
    for index in 0... {
      let frame = start + Int(Double(index) * step + 1e-6)
      if frame >= end { break }
      chosen.append(frame)
    }
    return chosen
  }

  package func run(_ context: StepContext) async throws -> StepProduct {
    let path = context.path("film.gif")
    let chosen = chosen
    let isSlower = outputRate.framesPerSecond < pictures.frameRate.framesPerSecond
    let reader = RenditionReader(pictures, context)
    var done = 0
    // All frames are asked for twice: for their colors, and to be written.
    try GIFFile.write(
      to: path, width: pictures.size.width, height: pictures.size.height,
      frameRate: isSlower ? outputRate : pictures.frameRate, frames: chosen.count
    ) { index, target in
      if index == 0 { reader.rewind() }
      try pictures.draw(reader.frame(chosen[index]), into: target)
      done += 1
      context.progress(done / 2, of: chosen.count, unit: "frames")
    }
    return StepProduct(outputs: [Self.name: .file(path: path)])
  }
}
