package import VoimoEngine
package import VoimoProject

extension FilmRecipe {
  /// What is put into the file of a rendition.
  package static func artifact(of rendition: Rendition) -> StepOutput {
    let scope = FilmScope.rendition(rendition.name)
    return switch rendition.preset {
    case .gif: GIFStep.gif(in: scope)
    case .frames: FrameArchiveStep.archive(in: scope)
    case .shorts, .square, .canvas, .karaoke, .clip: FilmStep.film(in: scope)
    }
  }

  /// What is put into the file of a thumbnail.
  package static func artifact(of thumbnail: Thumbnail) -> StepOutput {
    ThumbnailStep.picture(of: ThumbnailStep.id(thumbnail.name))
  }
}
